"""Features that serve the founding article beside rules, kinds and policies: what each is, and where to find it."""

from dataclasses import dataclass

from planner import words
from planner.engine.vocabulary import Arrangement, Split


@dataclass(frozen=True, slots=True)
class Feature:
    """A named feature. `place` is the name of an address of the site, or a document's path from the project's root."""

    name: str
    place: str

    @property
    def is_document(self) -> bool:
        """Whether it is written about rather than a page."""
        return self.place.endswith(".md")


GOALS, WEEK, RULES, PLANNER = "planner:goals", "planner:this_week", "planner:rules", "docs/planner.md"

GOALS_FIRST = Feature("the goals page", GOALS)
APART = Feature(f"the wish “{words.ARRANGEMENT[Arrangement.SEPARATE]}”", GOALS)
TOGETHER = Feature(f"the wish “{words.ARRANGEMENT[Arrangement.COMBINED]}”", GOALS)
TWO_A_DAY = Feature(f"the wish “{words.ARRANGEMENT[Arrangement.TWO_A_DAY]}”", GOALS)
UPPER_LOWER = Feature(f"the wish “{words.SPLIT[Split.UPPER_LOWER]}”", GOALS)
CIRCUITS = Feature("the wish for circuits", GOALS)
WARM_UP_RUN = Feature("the wish for a warm-up run", GOALS)
STEPS = Feature("a session's steps on the board", WEEK)
RIBBON = Feature("the recovery ribbon under the week", WEEK)
FLIP = Feature("“Run first instead” and “Lift first instead” on every card", WEEK)
REASONS = Feature("the reasons of every session", WEEK)
THIS_PAGE = Feature("this page", RULES)
TABLE_OF_WEEKS = Feature("the table of runs and lifts by goal, level and days", PLANNER)
