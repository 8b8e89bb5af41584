"""OR-Tools CP-SAT as a second planner of a week (the `oracle` group): the same question, the rules by their meaning."""
