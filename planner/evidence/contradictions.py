"""Where the founding article and its sources contradict each other: both sides, the evidence, and what Tandem does.

What each policy on order does is not told here: it is read from the policies' own tables, at `pairings`.
"""

from dataclasses import dataclass

from planner.engine import Pairing
from planner.engine.vocabulary import Confidence, Goal


@dataclass(frozen=True, slots=True)
class Side:
    """One side: what it says, and the article's sentences that say it."""

    claim: str
    article: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Two sides that cannot both be right, what the evidence says, and how it is settled.

    `pairings` are the columns of the policies' tables that decide it, none where order is not the question; `goals`
    whom it concerns; `rules` the rules that hold what was settled.
    """

    id: str
    title: str
    one: Side
    other: Side
    evidence: str
    confidence: Confidence
    source: str
    settled: str
    rules: tuple[str, ...]
    pairings: tuple[Pairing, ...] = ()
    goals: tuple[Goal, ...] = tuple(Goal)


CONTRADICTIONS = (
    Contradiction(
        id="fresh-or-last",
        title="Do it fresh, or finish with it?",
        one=Side("What you most want to improve comes first, while you are fresh.", ("S15", "S17", "S20", "S29")),
        other=Side("The body answers most to what it did last, so end with what you want to improve.", ("S18", "S19")),
        evidence="Leg strength gains more when the lift comes first: three meta-analyses agree. Runs go worse after "
        "leg lifting. Nothing shows that ending with a thing improves it more; fitness, muscle size and body fat "
        "hardly differ by order.",
        confidence=Confidence.STRONG,
        source="Eddens 2018; Murlasits 2018; Gao & Yu 2023; Doma & Deakin 2013",
        settled="Being fresh has the better evidence, so ending with the focus is a choice, marked as weak. The "
        "default takes turns: over a week neither part always comes second.",
        rules=("session-order", "alternate-order"),
        pairings=(Pairing.FULL_EASY,),
    ),
    Contradiction(
        id="does-order-matter",
        title="Does the order matter at all?",
        one=Side("No sequence is proven better: take the one that appeals to you.", ("S26", "S27")),
        other=Side("Whoever wants to get lean or strong should always lift first.", ("S22", "S34")),
        evidence="It matters for leg strength (strong) and for how well a hard run goes (moderate). For fitness, fat "
        "and size it hardly does; there, coming regularly and time between sessions matter more.",
        confidence=Confidence.MODERATE,
        source="Eddens 2018; Gao & Yu 2023; Lee 2020; Doma 2019",
        settled="Orders are bound where it matters and free elsewhere. Your own order is never refused.",
        rules=("session-order",),
        pairings=(Pairing.UPPER_EASY,),
    ),
    Contradiction(
        id="leg-day",
        title="On leg day, the lift first or the run?",
        one=Side("On a lower-body day, lift first.", ("S24",)),
        other=Side("For speed and longer miles, running after lifting is the wrong way round.", ("S15", "S16")),
        evidence="Six hours after hard leg work runners lost almost a minute of five in a fast test to exhaustion, and "
        "lifting before running also shortened the next day's test.",
        confidence=Confidence.MODERATE,
        source="Doma (6 h data); Doma & Deakin 2013; ACE chart",
        settled="With an easy run the goal decides. A hard or long run always goes first, or keeps off that day.",
        rules=("no-hard-run-after-legs", "session-order"),
        pairings=(Pairing.LOWER_EASY, Pairing.LEGS_KEY),
    ),
    Contradiction(
        id="fat-loss",
        title="For losing fat, lift first or mix?",
        one=Side("Lifting first empties the stores of carbohydrate, so that the run burns fat.", ("S22",)),
        other=Side("Run first three times and last the other times: keep the body guessing.", ("S8", "S13")),
        evidence="The extra fat is that hour's. Over weeks pooled trials find no difference by order, one trial of 12 "
        "weeks favours lifting first, and a session takes the same energy either way.",
        confidence=Confidence.WEAK,
        source="Eddens 2018",
        settled="No order is promised to burn more. Taking turns is the default; lower-body days may prefer the lift.",
        rules=("alternate-order", "varied-days"),
        pairings=(Pairing.UPPER_EASY, Pairing.LOWER_EASY),
        goals=(Goal.FAT_LOSS,),
    ),
    Contradiction(
        id="apart-or-together",
        title="Separate sessions, or both in one?",
        one=Side("Runs and lifts belong in separate sessions or on alternate days.", ("S3", "S5")),
        other=Side("Where time is short, one session holds both.", ("S7",)),
        evidence="Trained people lose some strength and power in shared sessions, and none that shows from three hours "
        "apart on; beginners lose none either way. Fitness gained most on alternate days.",
        confidence=Confidence.STRONG,
        source="Petré 2021; Schumann 2022; Robineau 2016; Schumann 2016",
        settled="You choose: apart, together or twice a day. Left open, the table of your goal decides, with two "
        "shared sessions where it can, so that the order has something to alternate.",
        rules=("same-day-separation", "same-day-separation-6h"),
    ),
    Contradiction(
        id="morning-run",
        title="Run in the morning, or keep fresh for the evening's lift?",
        one=Side("Run in the morning and lift later in the day.", ("S5",)),
        other=Side("A hard run costs the lift after it, later in the day too.", ("S21",)),
        evidence="Running tires for about a day, leg lifting for up to three, so the run is the smaller debt. With six "
        "hours between them strength grew as well as on separate days.",
        confidence=Confidence.MODERATE,
        source="Doma 2019; Robineau 2016; Baar 2014",
        settled="The run goes first, three hours ahead at least and six where the day allows. For strength alone heavy "
        "legs may go before an easy run.",
        rules=("same-day-separation", "same-day-separation-6h", "double-day-order"),
    ),
    Contradiction(
        id="run-after-lifting",
        title="Is a run after lifting recovery, or a strain?",
        one=Side("An easy run after lifting feeds the muscles and helps them recover.", ("S30", "S34")),
        other=Side("Lifting takes a day or two longer to recover from than a hard run.", ("S14", "S15")),
        evidence="That an easy run speeds recovery is not shown. That hard running suffers after legs is.",
        confidence=Confidence.MODERATE,
        source="Doma 2019; Doma & Deakin 2013",
        settled="After legs a run is easy, to move rather than to mend. Hard runs get legs that had their day.",
        rules=("legs-before-key-run", "no-hard-run-after-legs", "legs-to-hard-run-48h"),
        pairings=(Pairing.LOWER_EASY,),
    ),
)
