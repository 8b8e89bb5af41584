"""What changes a plan: keyword-only, atomic, under the plan's lock, each change a step that can be undone."""
