"""How a test handles the sample week of the front page: its cards and the places they can go."""

from collections.abc import Iterator
from types import SimpleNamespace

from planner.queries import sample
from tests.browser.boards import Place


def sample_places() -> Iterator[Place]:
    """Every place of every card of the sample but its own, in the week it is shown in now."""
    made, monday = sample.as_made(), sample.monday()
    for card in [card for day in sample.sample_board(made, monday).days for card in day.cards]:
        for day, answer in sample.verdicts(made, card.id, monday)["days"].items():
            if day != card.date.isoformat():
                yield Place(SimpleNamespace(pk=card.id, date=card.date), day, **answer)  # type: ignore[arg-type]


def sample_place(verdict: str) -> Place:
    """The first place with this verdict that can be."""
    return next(place for place in sample_places() if place.verdict == verdict and place.possible)
