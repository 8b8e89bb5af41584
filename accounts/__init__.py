"""The account: who a person is and how they log in. Knows nothing of the planner."""
