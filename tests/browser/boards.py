"""How a test handles the week board: which card goes where, and the hand that carries it."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from playwright.sync_api import Locator, Page, Route, expect

from planner.models import Plan, Session
from planner.queries import in_hand
from tests.factories import MONDAY_MORNING, sessions_of

ROOMY: dict[str, Any] = {
    "availability": [
        *({"weekday": weekday, "start": "18:00", "end": "20:00"} for weekday in range(6)),
        {"weekday": 6, "start": "08:00", "end": "12:00"},
    ],
    "training_days": 3,
}  # four days stay empty, so a card has places that fit, places that strain a rule and places that are taken

PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}

Let = Callable[[], None]  # lets something happen that was held until then
Touch = Callable[..., None]  # a kind of event, then points in the window, in px


class Place(NamedTuple):
    """A session, a day to put it on, and what the server says of that."""

    session: Session
    day: str
    verdict: str
    text: str
    start: str
    possible: bool
    exchange: str

    @property
    def long_day(self) -> str:
        """The day as it is said: Thursday 3 December."""
        day = date.fromisoformat(self.day)
        return f"{day:%A} {day.day} {day:%B}"


def places(plan: Plan) -> Iterator[Place]:
    """Every place of every session of the week but its own."""
    for session in sessions_of(plan):
        for day, answer in in_hand.verdicts(plan.user, session.pk)["days"].items():
            if day != session.date.isoformat():
                yield Place(session, day, **answer)


def place(plan: Plan, verdict: str, *, taken: bool = False) -> Place:
    """The first place with this verdict; `taken`: a day where the drop is refused, with an exchange as the way out."""
    return next(one for one in places(plan) if one.verdict == verdict and one.possible != taken)


def card(page: Page, session: Session) -> Locator:
    """The card of a session on the board."""
    return page.locator(f"#card-{session.pk}")


def handle(page: Page, session: Session) -> Locator:
    """The handle of that card."""
    return page.locator(f"#handle-{session.pk}")


def day(page: Page, iso: str) -> Locator:
    """A day's column, or its row on a phone."""
    return page.locator(f"#day-{iso}")


def settled(page: Page) -> None:
    """Wait until no answer is under way and the last one is in force: HTMX takes a moment to make its forms its own."""
    expect(page.locator(".htmx-request, .htmx-swapping, .htmx-settling")).to_have_count(0)


def lies_on(page: Page, session: Session, iso: str) -> None:
    """Wait until the card is on that day, the hand is empty and the board settled."""
    expect(day(page, iso).locator(f"#card-{session.pk}")).to_have_count(1)
    expect(
        page.locator(".dragging, [data-in-hand], [data-verdict], .placeholder, .picked-up, .is-target")
    ).to_have_count(0)
    settled(page)


def stop_time(board: Page) -> None:
    """Let no time pass on the page but what the test lets pass: a busy machine makes nothing happen too soon.

    Until it stands still the clock goes on, however long that takes; the hour that it stands at is never past by then.
    """
    board.clock.install(time=MONDAY_MORNING)
    board.clock.pause_at(MONDAY_MORNING + timedelta(hours=1))


def middle(locator: Locator) -> tuple[float, float]:
    """The middle of an element in the window, in px."""
    box = locator.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def pick_up(page: Page, session: Session, *, hasty: bool = False) -> None:
    """Take the card by its head with the mouse, just far enough to be a drag; a hasty hand waits for no answer."""
    if not hasty:
        settled(page)
    x, y = middle(card(page, session).locator(".card-link"))
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 4, y + 6)


def carry(page: Page, where: Place, *, hasty: bool = False) -> None:
    """Carry the card over the head of a day, until the verdicts are there."""
    pick_up(page, where.session, hasty=hasty)
    page.mouse.move(*middle(day(page, where.day).locator(".day-head")), steps=3)
    expect(day(page, where.day)).to_have_attribute("data-verdict", where.verdict)


def band(page: Page, session: Session, modality: str) -> Locator:
    """The run or the lift inside a session's card."""
    return card(page, session).locator(f".band.{modality}")


def tab(page: Page, week: str) -> Locator:
    """The link in the board's head that leads to another week."""
    return page.locator(f'#board nav a[href="/week/{week}/"]')


def drag(page: Page, where: Place, *, hasty: bool = False) -> None:
    """Carry the card there and drop it."""
    carry(page, where, hasty=hasty)
    page.mouse.up()


def late(page: Page, pattern: str) -> Let:
    """Hold the first request that fits; what is given lets it through and waits for its answer."""
    held: list[Route] = []
    page.route(pattern, lambda route: route.continue_() if held else held.append(route))

    def come() -> None:
        with page.expect_event("requestfinished", lambda request: request == held[0].request):
            held[0].continue_()

    return come
