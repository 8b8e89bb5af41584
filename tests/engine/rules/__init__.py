"""Each rule alone: kept, broken, at its limit, and what it costs."""
