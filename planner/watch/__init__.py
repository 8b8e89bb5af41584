"""Workouts as files: for watches (FIT), treadmills (ZWO) and as text that training sites read. No Django, no clock."""
