"""All input: the goals, and the actions on the board."""
