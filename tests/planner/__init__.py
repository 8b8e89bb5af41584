"""Tests of the planner's Django side."""
