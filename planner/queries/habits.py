"""The question about a habit, in words."""

from planner import session_words
from planner.screens import Question
from planner.services.habits import Habit


def question(key: str) -> Question | None:
    """What is asked under that key; None where nothing is."""
    try:
        habit = Habit.of(key)
    except ValueError:
        return None
    return Question(key, *session_words.habit_question(habit.wish, habit.day))
