"""Calendar programs that are installed on demand read the feed, and must agree with those that always do."""
