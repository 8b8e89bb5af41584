"""Every word about the rules, their evidence and the policies on order that the public page shows, each once."""

from planner.engine import Orders, Pairing
from planner.engine.vocabulary import Confidence, Modality, Order
from planner.evidence import Status
from planner.words import ORDER

FAMILY = {
    "availability": ("Days and hours", "What your free hours allow, and how much a day holds."),
    "recovery": ("Recovery", "How long muscles and legs are left alone, and before what."),
    "load": ("How much", "Hard runs, long runs, jumps, doses and how often."),
    "order": ("Order", "Whether the run or the lift comes first."),
    "weeks": ("Weeks in a row", "How volume grows, when a week is lighter, how a race is led up to."),
    "variety": ("Variety", "What keeps a week from repeating itself."),
}
CONFIDENCE = {
    Confidence.STRONG: ("Strong evidence", "meta-analyses agree, or guidelines and trials do"),
    Confidence.MODERATE: ("Moderate evidence", "one meta-analysis or review, or several trials"),
    Confidence.WEAK: ("Weak evidence", "single, small or indirect studies"),
    Confidence.CONVENTION: ("Convention", "coaches agree; we know of no trial"),
    Confidence.PRODUCT: ("Our promise", "no claim about training, but a word we gave you"),
}
STATUS = {Status.SERVED: "Served", Status.IN_PART: "Served in part", Status.AGAINST: "Settled against"}
PAIRING = {
    Pairing.UPPER_EASY: "Upper body and an easy run",
    Pairing.UPPER_KEY: "Upper body and a hard or long run",
    Pairing.LOWER_EASY: "Lower body and an easy run",
    Pairing.FULL_EASY: "Full body and an easy run",
    Pairing.LEGS_KEY: "Legs and a hard or long run",
}
ANSWER = {
    Modality.RUN: "you like running less",
    Modality.LIFT: "you like lifting less",
    Order.RUN_FIRST: "you chose run first",
    Order.LIFT_FIRST: "you chose lift first",
}
EVERY_GOAL = "every goal"
EITHER_WAY = "whatever you answer"
APART = "Not together"
FREE = {True: "In turn", False: "Either"}  # by whether the policy promises to alternate


def orders(found: Orders, alternates: bool) -> str:
    """What a policy says of a pairing: "Either", "In turn", "Lift first", "Run first, easy run, 20 min at most"."""
    if not found.allowed:
        return APART
    if found.is_free:
        return f"Either, rather {ORDER[found.preferred].lower()}" if found.preferred else FREE[alternates]
    (only,) = found.allowed
    easy = ", easy run" if found.easy_only else ""
    short = f", {found.longest_run} min at most" if found.longest_run else ""
    return f"{ORDER[only]}{easy}{short}"


def weight(usual: str, others: list[tuple[str, str]]) -> str:
    """How much a soft rule counts, and for whom it counts otherwise: "Medium weight, high for strength"."""
    return ", ".join([f"{usual.capitalize()} weight", *(f"{name.lower()} {who}" for name, who in others)])


def rules_by_kind(hard: int, soft: int) -> str:
    """How many rules there are of each kind."""
    return f"{hard} are never broken by the planner, {soft} are weighed against each other"
