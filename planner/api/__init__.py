"""The read-only API: a person's own weeks and sessions as JSON, by a token of theirs."""
