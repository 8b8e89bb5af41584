"""What templates know beside Django's own filters and tags."""
