"""Where the founding article and its sources contradict each other: both sides, the evidence, and what Tandem does.

What each policy on order does is not told here: it is read from the policies' own tables, at `pairings`.
"""

from dataclasses import dataclass

from planner.engine import Pairing
from planner.engine.speech import Told, gettext_noop
from planner.engine.vocabulary import Confidence, Goal


@dataclass(frozen=True)
class Side:
    """One side: what it says, and the article's sentences that say it."""

    article: tuple[str, ...]
    claim: Told = Told()


@dataclass(frozen=True, kw_only=True)
class Contradiction:
    """Two sides that cannot both be right, what the evidence says, and how it is settled.

    `pairings` are the columns of the policies' tables that decide it, none where order is not the question; `goals`
    whom it concerns; `rules` the rules that hold what was settled.
    """

    id: str
    title: Told = Told()
    one: Side
    other: Side
    evidence: Told = Told()
    confidence: Confidence
    source: str
    settled: Told = Told()
    rules: tuple[str, ...]
    pairings: tuple[Pairing, ...] = ()
    goals: tuple[Goal, ...] = tuple(Goal)


CONTRADICTIONS = (
    Contradiction(
        id="fresh-or-last",
        title=gettext_noop("Do it fresh, or finish with it?"),
        one=Side(
            ("S15", "S17", "S20", "S29"),
            gettext_noop("What you most want to improve comes first, while you are fresh."),
        ),
        other=Side(
            ("S18", "S19"),
            gettext_noop("The body answers most to what it did last, so end with what you want to improve."),
        ),
        evidence=gettext_noop(
            "Leg strength gains more when the lift comes first: three meta-analyses agree. Runs go worse after "
            "leg lifting. Nothing shows that ending with a thing improves it more; fitness, muscle size and body fat "
            "hardly differ by order."
        ),
        confidence=Confidence.STRONG,
        source="Eddens 2018; Murlasits 2018; Gao & Yu 2023; Doma & Deakin 2013",
        settled=gettext_noop(
            "Being fresh has the better evidence, so ending with the focus is a choice, marked as weak. The "
            "default takes turns: over a week neither part always comes second."
        ),
        rules=("session-order", "alternate-order"),
        pairings=(Pairing.FULL_EASY,),
    ),
    Contradiction(
        id="does-order-matter",
        title=gettext_noop("Does the order matter at all?"),
        one=Side(("S26", "S27"), gettext_noop("No sequence is proven better: take the one that appeals to you.")),
        other=Side(("S22", "S34"), gettext_noop("Whoever wants to get lean or strong should always lift first.")),
        evidence=gettext_noop(
            "It matters for leg strength (strong) and for how well a hard run goes (moderate). For fitness, fat "
            "and size it hardly does; there, coming regularly and time between sessions matter more."
        ),
        confidence=Confidence.MODERATE,
        source="Eddens 2018; Gao & Yu 2023; Lee 2020; Doma 2019",
        settled=gettext_noop("Orders are bound where it matters and free elsewhere. Your own order is never refused."),
        rules=("session-order",),
        pairings=(Pairing.UPPER_EASY,),
    ),
    Contradiction(
        id="leg-day",
        title=gettext_noop("On leg day, the lift first or the run?"),
        one=Side(("S24",), gettext_noop("On a lower-body day, lift first.")),
        other=Side(
            ("S15", "S16"), gettext_noop("For speed and longer miles, running after lifting is the wrong way round.")
        ),
        evidence=gettext_noop(
            "Six hours after hard leg work runners lost almost a minute of five in a fast test to exhaustion, and "
            "lifting before running also shortened the next day's test."
        ),
        confidence=Confidence.MODERATE,
        source="Doma (6 h data); Doma & Deakin 2013; ACE chart",
        settled=gettext_noop(
            "With an easy run the goal decides. A hard or long run always goes first, or keeps off that day."
        ),
        rules=("no-hard-run-after-legs", "session-order"),
        pairings=(Pairing.LOWER_EASY, Pairing.LEGS_KEY),
    ),
    Contradiction(
        id="fat-loss",
        title=gettext_noop("For losing fat, lift first or mix?"),
        one=Side(
            ("S22",), gettext_noop("Lifting first empties the stores of carbohydrate, so that the run burns fat.")
        ),
        other=Side(
            ("S8", "S13"), gettext_noop("Run first three times and last the other times: keep the body guessing.")
        ),
        evidence=gettext_noop(
            "The extra fat is that hour's. Over weeks pooled trials find no difference by order, one trial of 12 "
            "weeks favours lifting first, and a session takes the same energy either way."
        ),
        confidence=Confidence.WEAK,
        source="Eddens 2018",
        settled=gettext_noop(
            "No order is promised to burn more. Taking turns is the default; lower-body days may prefer the lift."
        ),
        rules=("alternate-order", "varied-days"),
        pairings=(Pairing.UPPER_EASY, Pairing.LOWER_EASY),
        goals=(Goal.FAT_LOSS,),
    ),
    Contradiction(
        id="apart-or-together",
        title=gettext_noop("Separate sessions, or both in one?"),
        one=Side(("S3", "S5"), gettext_noop("Runs and lifts belong in separate sessions or on alternate days.")),
        other=Side(("S7",), gettext_noop("Where time is short, one session holds both.")),
        evidence=gettext_noop(
            "Trained people lose some strength and power in shared sessions, and none that shows from three hours "
            "apart on; beginners lose none either way. Fitness gained most on alternate days."
        ),
        confidence=Confidence.STRONG,
        source="Petré 2021; Schumann 2022; Robineau 2016; Schumann 2016",
        settled=gettext_noop(
            "You choose: apart, together or twice a day. Left open, the table of your goal decides, with two "
            "shared sessions where it can, so that the order has something to alternate."
        ),
        rules=("same-day-separation", "same-day-separation-6h"),
    ),
    Contradiction(
        id="morning-run",
        title=gettext_noop("Run in the morning, or keep fresh for the evening's lift?"),
        one=Side(("S5",), gettext_noop("Run in the morning and lift later in the day.")),
        other=Side(("S21",), gettext_noop("A hard run costs the lift after it, later in the day too.")),
        evidence=gettext_noop(
            "Running tires for about a day, leg lifting for up to three, so the run is the smaller debt. With six "
            "hours between them strength grew as well as on separate days."
        ),
        confidence=Confidence.MODERATE,
        source="Doma 2019; Robineau 2016; Baar 2014",
        settled=gettext_noop(
            "The run goes first, three hours ahead at least and six where the day allows. For strength alone heavy "
            "legs may go before an easy run."
        ),
        rules=("same-day-separation", "same-day-separation-6h", "double-day-order"),
    ),
    Contradiction(
        id="run-after-lifting",
        title=gettext_noop("Is a run after lifting recovery, or a strain?"),
        one=Side(("S30", "S34"), gettext_noop("An easy run after lifting feeds the muscles and helps them recover.")),
        other=Side(("S14", "S15"), gettext_noop("Lifting takes a day or two longer to recover from than a hard run.")),
        evidence=gettext_noop(
            "That an easy run speeds recovery is not shown. That hard running suffers after legs is."
        ),
        confidence=Confidence.MODERATE,
        source="Doma 2019; Doma & Deakin 2013",
        settled=gettext_noop(
            "After legs a run is easy, to move rather than to mend. Hard runs get legs that had their day."
        ),
        rules=("legs-before-key-run", "no-hard-run-after-legs", "legs-to-hard-run-48h"),
        pairings=(Pairing.LOWER_EASY,),
    ),
)
