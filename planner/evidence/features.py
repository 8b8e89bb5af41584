"""Features that serve the founding article beside rules, kinds and policies: what each is, and where to find it."""

from collections.abc import Callable
from dataclasses import dataclass

from planner import words
from planner.engine.speech import Told, gettext_noop
from planner.engine.vocabulary import Arrangement, Split


@dataclass(frozen=True)
class Feature:
    """A named feature. `place` is the name of an address of the site, or a document's path from the project's root.

    `wish` tells the wish of the goals page that the name holds.
    """

    place: str
    called: Told = Told()
    wish: Callable[[], str] = str

    @property
    def name(self) -> str:
        """What it is called, with its wish."""
        return self.called.format(wish=self.wish())

    @property
    def is_document(self) -> bool:
        """Whether it is written about rather than a page."""
        return self.place.endswith(".md")


GOALS, WEEK, RULES, PLANNER = "planner:goals", "planner:this_week", "planner:rules", "docs/planner.md"

GOALS_FIRST = Feature(GOALS, gettext_noop("the goals page"))
APART = Feature(GOALS, gettext_noop("the wish “{wish}”"), lambda: words.ARRANGEMENT[Arrangement.SEPARATE])
TOGETHER = Feature(GOALS, gettext_noop("the wish “{wish}”"), lambda: words.ARRANGEMENT[Arrangement.COMBINED])
TWO_A_DAY = Feature(GOALS, gettext_noop("the wish “{wish}”"), lambda: words.ARRANGEMENT[Arrangement.TWO_A_DAY])
UPPER_LOWER = Feature(GOALS, gettext_noop("the wish “{wish}”"), lambda: words.SPLIT[Split.UPPER_LOWER])
CIRCUITS = Feature(GOALS, gettext_noop("the wish for circuits"))
WARM_UP_RUN = Feature(GOALS, gettext_noop("the wish for a warm-up run"))
STEPS = Feature(WEEK, gettext_noop("a session's steps on the board"))
RIBBON = Feature(WEEK, gettext_noop("the recovery ribbon under the week"))
FLIP = Feature(WEEK, gettext_noop("“Run first instead” and “Lift first instead” on every card"))
REASONS = Feature(WEEK, gettext_noop("the reasons of every session"))
THIS_PAGE = Feature(RULES, gettext_noop("this page"))
TABLE_OF_WEEKS = Feature(PLANNER, gettext_noop("the table of runs and lifts by goal, level and days"))
