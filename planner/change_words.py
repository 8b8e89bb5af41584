"""What the screens say of changes: how many there are, what a place adds, what is exchanged; each sentence once."""

from datetime import date

from planner.words import WEEKDAYS

A_LITTLE = 4  # points of a week's score: one strain of a middling rule


def _sum_of_moves(moved: int, one: str, more: str, gone: int) -> str:
    parts = [f"{moved} {more if moved > 1 else one}"] if moved else []
    if gone:
        parts.append(f"{gone} {'sessions' if gone > 1 else 'session'} left out")
    return ", ".join(parts)


def to_move(moved: int, gone: int) -> str:
    """A way to make a week fit, in short: "2 moves", "1 move, 1 session left out"."""
    return _sum_of_moves(moved, "move", "moves", gone)


def to_make_room(changes: int) -> str:
    """What stands above the list of changes: "3 changes, and it fits:"."""
    return f"{changes} changes, and it fits:"


def moved(moved: int, gone: int) -> str:
    """The same once it is done: "2 sessions moved.", "1 session moved, 1 session left out."."""
    return f"{_sum_of_moves(moved, 'session moved', 'sessions moved', gone)}."


def changed_since(count: int) -> str:
    """How many sessions are other than planned: "2 sessions changed since it was planned"."""
    return f"{count} session{'s' if count > 1 else ''} changed since it was planned"


def more_changed(count: int) -> str:
    """What else an action changed: "One more session was changed with it."; nothing where it changed nothing."""
    if not count:
        return ""
    return f"{'One more session was' if count == 1 else f'{count} more sessions were'} changed with it."


def compared(points: float) -> str:
    """What a place adds to a week's score, against where the session is now; nothing where it adds nothing."""
    if not points:
        return ""
    if points < 0:
        return "Better than where it is"
    return "A little less good than where it is" if points < A_LITTLE else "Less good than where it is"


def exchange(one: date, other: date) -> str:
    """The exchange of two days: "Exchange Tuesday and Friday"."""
    return f"Exchange {WEEKDAYS[one.weekday()]} and {WEEKDAYS[other.weekday()]}"
