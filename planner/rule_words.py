"""Every word about the rules, their evidence and the policies on order that the public page shows, each once."""

import re
from collections.abc import Callable, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from planner.engine import Orders, Pairing
from planner.engine.vocabulary import Confidence, Modality, Order
from planner.engine.wording import either
from planner.evidence import Status
from planner.told import Told
from planner.words import ORDER

FAMILY = {
    "availability": (
        gettext_noop("Days and hours"),
        gettext_noop("What your free hours allow, and how much a day holds."),
    ),
    "recovery": (gettext_noop("Recovery"), gettext_noop("How long muscles and legs are left alone, and before what.")),
    "load": (gettext_noop("How much"), gettext_noop("Hard runs, long runs, jumps, doses and how often.")),
    "order": (gettext_noop("Order"), gettext_noop("Whether the run or the lift comes first.")),
    "weeks": (
        gettext_noop("Weeks in a row"),
        gettext_noop("How volume grows, when a week is lighter, how a race is led up to."),
    ),
    "variety": (gettext_noop("Variety"), gettext_noop("What keeps a week from repeating itself.")),
}
CONFIDENCE = {
    Confidence.STRONG: (
        gettext_noop("Strong evidence"),
        gettext_noop("meta-analyses agree, or guidelines and trials do"),
    ),
    Confidence.MODERATE: (
        gettext_noop("Moderate evidence"),
        gettext_noop("one meta-analysis or review, or several trials"),
    ),
    Confidence.WEAK: (gettext_noop("Weak evidence"), gettext_noop("single, small or indirect studies")),
    Confidence.CONVENTION: (gettext_noop("Convention"), gettext_noop("coaches agree; we know of no trial")),
    Confidence.PRODUCT: (gettext_noop("Our promise"), gettext_noop("no claim about training, but a word we gave you")),
}
STATUS = Told(
    {
        Status.SERVED: gettext_noop("Served"),
        Status.IN_PART: gettext_noop("Served in part"),
        Status.AGAINST: gettext_noop("Settled against"),
    }
)
PAIRING = Told(
    {
        Pairing.UPPER_EASY: gettext_noop("Upper body and an easy run"),
        Pairing.UPPER_KEY: gettext_noop("Upper body and a hard or long run"),
        Pairing.LOWER_EASY: gettext_noop("Lower body and an easy run"),
        Pairing.FULL_EASY: gettext_noop("Full body and an easy run"),
        Pairing.LEGS_KEY: gettext_noop("Legs and a hard or long run"),
    }
)
ANSWER = Told(
    {
        Modality.RUN: gettext_noop("if you like running less"),
        Modality.LIFT: gettext_noop("if you like lifting less"),
        Order.RUN_FIRST: gettext_noop("if you chose run first"),
        Order.LIFT_FIRST: gettext_noop("if you chose lift first"),
    }
)
WEIGHT = Told(
    {
        "LOW": gettext_noop("Low weight"),
        "MEDIUM": gettext_noop("Medium weight"),
        "HIGH": gettext_noop("High weight"),
    }
)
OTHER_WEIGHT = Told(
    {
        "LOW": gettext_noop("low {whom}"),
        "MEDIUM": gettext_noop("medium {whom}"),
        "HIGH": gettext_noop("high {whom}"),
    }
)
PRICE: dict[str, Callable[[int], str]] = {
    "LOW": lambda points: ngettext("{number} point (low)", "{number} points (low)", points),
    "MEDIUM": lambda points: ngettext("{number} point (medium)", "{number} points (medium)", points),
    "HIGH": lambda points: ngettext("{number} point (high)", "{number} points (high)", points),
}
EVERY_GOAL = gettext_noop("every goal")
EITHER_WAY = gettext_noop("whatever you answer")
APART = gettext_noop("Not together")
FREE = Told(
    {True: gettext_noop("In turn"), False: gettext_noop("Either")}
)  # by whether the policy promises to alternate
NO_PUBLICATION = {
    "Tandem's own": gettext_noop("Tandem's own"),
    "coaching": gettext_noop("coaching"),
    "convention": gettext_noop("convention"),
    "founding article": gettext_noop("founding article"),
    "founding article: do it in the order that appeals to you": gettext_noop(
        "founding article: do it in the order that appeals to you"
    ),
    "Daniels (adapted)": gettext_noop("Daniels (adapted)"),
    "Doma (6 h data)": gettext_noop("Doma (6 h data)"),
    "Doma 2019 (72 h tail)": gettext_noop("Doma 2019 (72 h tail)"),
}  # names in sources that are words; a publication is called the same in every language


def orders(found: Orders, alternates: bool) -> str:
    """What a policy says of a pairing: "Either", "In turn", "Lift first", "Run first, easy run, 20 min at most"."""
    if not found.allowed:
        return _(APART)
    if found.is_free:
        return _rather(found.preferred) if found.preferred else FREE[alternates]
    (only,) = found.allowed
    details = [
        *([_("easy run")] if found.easy_only else []),
        *([_("{minutes} min at most").format(minutes=found.longest_run)] if found.longest_run else []),
    ]
    return ", ".join([ORDER[only], *details])


def _rather(order: Order) -> str:
    return _("Either, rather run first") if order is Order.RUN_FIRST else _("Either, rather lift first")


def family(name: str) -> tuple[str, str]:
    """A family's title and what it is about."""
    title, line = FAMILY[name]
    return _(title), _(line)


def confidence(value: Confidence) -> tuple[str, str]:
    """How sure a rule is, and what that means."""
    title, meaning = CONFIDENCE[value]
    return _(title), _(meaning)


def weight(usual: str, others: Sequence[tuple[str, str]]) -> str:
    """How much a soft rule counts, and for whom it counts otherwise: "Medium weight, high for strength"."""
    return ", ".join([WEIGHT[usual], *(OTHER_WEIGHT[name].format(whom=whom) for name, whom in others)])


def prices(weights: Sequence[tuple[str, int]]) -> str:
    """What a strained rule costs, by its weight: "1 point (low), 4 points (medium) or 10 points (high)"."""
    return either([PRICE[name](points).format(number=points) for name, points in weights])


def rules_by_kind(hard: int, soft: int) -> str:
    """How many rules there are of each kind."""
    return _("{hard} are never broken by the planner, {soft} are weighed against each other").format(
        hard=hard, soft=soft
    )


def sources(text: str) -> list[str]:
    """The names in a rule's source: "Seiler 2010; convention" has two."""
    return [name for name in re.split(r"[;,] ", text) if name]


def source(name: str) -> str:
    """One of the names in a rule's source, as people are told it."""
    return _(NO_PUBLICATION[name]) if name in NO_PUBLICATION else name
