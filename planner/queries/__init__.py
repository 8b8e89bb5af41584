"""What the screens show, read from a person's records and put into words."""
