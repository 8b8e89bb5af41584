"""The founding article in our own words, sentence by sentence: what each claims, and what in Tandem serves it.

The rules that serve a sentence name it themselves, in `Rule.article`. Kinds, policies and features stand here.
"""

from planner.engine.speech import gettext_noop
from planner.engine.vocabulary import Kind, Policy
from planner.evidence import features
from planner.evidence.article_order import THE_ORDER
from planner.evidence.sentence import Sentence, Status

_THE_WEEK = (
    Sentence(
        id="S1",
        claim=gettext_noop("Goal, gain and the way to improve come before any plan."),
        status=Status.SERVED,
        reason=gettext_noop("The goals page asks for one of six goals first; runs, lifts and orders follow from it."),
        features=(features.GOALS_FIRST,),
    ),
    Sentence(
        id="S2",
        claim=gettext_noop(
            "Better running has six sides: aerobic capacity, stamina, muscular endurance, leg power, mobility and "
            "balance."
        ),
        status=Status.IN_PART,
        reason=gettext_noop(
            "Runs, lifts and recovery reach all six between them. No page counts them one by one, and balance has "
            "exercises of its own only from the age of 65 on."
        ),
        kinds=(Kind.RUN_ONLY, Kind.LIFT_ONLY, Kind.RECOVERY),
        features=(features.STEPS,),
    ),
    Sentence(
        id="S3",
        claim=gettext_noop(
            "The usual advice is to keep runs and lifts apart: Monday, Wednesday and Saturday against Tuesday and "
            "Friday, with an easy Thursday."
        ),
        status=Status.SERVED,
        reason=gettext_noop(
            "One wish plans it so. Without it, a run and a lift share a session where that frees a day."
        ),
        kinds=(Kind.RUN_ONLY, Kind.LIFT_ONLY, Kind.RECOVERY),
        features=(features.APART,),
    ),
    Sentence(
        id="S4",
        claim=gettext_noop("One day of the week is for yoga, stretching or plain recovery."),
        status=Status.SERVED,
        reason=gettext_noop(
            "Recovery is a kind of session: a walk, yoga, stretching, mobility or an easy spin, at effort 3 of 10 "
            "at the most. It counts as a day of rest."
        ),
        kinds=(Kind.RECOVERY,),
    ),
    Sentence(
        id="S5",
        claim=gettext_noop("Run in the morning and lift later in the day."),
        status=Status.SERVED,
        reason=gettext_noop(
            "From six months of training on, one wish plans it so. Three hours between are a must, six are better."
        ),
        features=(features.TWO_A_DAY,),
    ),
    Sentence(
        id="S6",
        claim=gettext_noop("For strength, train the upper body one day and the lower body the next."),
        status=Status.SERVED,
        reason=gettext_noop(
            "It can be wished for, and comes by itself from four lifts a week on: one half rests while the other works."
        ),
        features=(features.UPPER_LOWER,),
    ),
    Sentence(
        id="S7",
        claim=gettext_noop("Where time is short, a run and a lift may share a session."),
        status=Status.SERVED,
        reason=gettext_noop(
            "The planner combines them where days are few, and twice a week at least where it can, so that the "
            "order can alternate."
        ),
        kinds=(Kind.COMBINED,),
        features=(features.TOGETHER,),
    ),
    Sentence(
        id="S8",
        claim=gettext_noop("Start with the run three times a week and end with it the other two or three times."),
        status=Status.SERVED,
        reason=gettext_noop(
            "The default takes turns, so five shared sessions come out as three and two. The odd one starts with "
            "the run, for strength and muscle with the lift."
        ),
        policies=(Policy.ALTERNATE,),
    ),
    Sentence(
        id="S9",
        claim=gettext_noop("Go back and forth between running and lifting within one session."),
        status=Status.SERVED,
        reason=gettext_noop(
            "Run-lift circuits come in rounds, one or two a week by your level, where you wish for them. Each "
            "counts as a hard day."
        ),
        kinds=(Kind.CIRCUIT,),
        features=(features.CIRCUITS,),
    ),
    Sentence(
        id="S10",
        # xgettext:no-python-format
        claim=gettext_noop("Keep moving at about 80 % of your highest heart rate."),
        status=Status.SERVED,
        reason=gettext_noop(
            # xgettext:no-python-format
            "The runs of a circuit are steered to 80 to 85 % of it. The afterburn that is expected of them is kept "
            "out of the rules."
        ),
        kinds=(Kind.CIRCUIT,),
        features=(features.STEPS,),
    ),
    Sentence(
        id="S11",
        claim=gettext_noop("A run of 5 to 15 minutes before lifting is a good warm-up."),
        status=Status.SERVED,
        reason=gettext_noop(
            "An easy run opens a lift unless you decline it. It is warm-up, so the session still starts with the lift."
        ),
        features=(features.WARM_UP_RUN,),
    ),
    Sentence(
        id="S12",
        claim=gettext_noop("Warm up and cool down every time."),
        status=Status.SERVED,
        reason=gettext_noop(
            "Both lie inside the minutes of every session, after every edit too: 5 minutes at least, 10 before "
            "hard work."
        ),
        features=(features.STEPS,),
    ),
    Sentence(
        id="S13",
        claim=gettext_noop(
            "No two days in a row should be alike, so that sore muscles recover and the mind stays awake."
        ),
        status=Status.SERVED,
        reason=gettext_noop("Alike days cost points, most for fat loss. Hard days in a row are not planned at all."),
    ),
    Sentence(
        id="S14",
        claim=gettext_noop("Lifting takes a day or two longer to recover from than a hard run."),
        status=Status.SERVED,
        reason=gettext_noop(
            "Heavy legs are never planned the day before a hard or long run, and any leg lift keeps two days to a "
            "hard run where that fits. The “over 100 studies” are about a hundred papers in one review (Doma 2019), "
            "not as many confirmations."
        ),
        features=(features.RIBBON,),
    ),
)
_THE_LONG_RUN = (
    Sentence(
        id="S28",
        claim=gettext_noop("Muscle and strength need a load that grows over time."),
        status=Status.SERVED,
        reason=gettext_noop(
            "Each lift says when to add how much; weeks grow by a twentieth, and three or four are followed by a "
            "lighter one; no run jumps past the longest of the last month."
        ),
        features=(features.STEPS,),
    ),
    Sentence(
        id="S29",
        claim=gettext_noop("Cardio before weights costs load and repetitions: finish lifting, then run."),
        status=Status.SERVED,
        reason=gettext_noop("“Goal first” does so for strength and muscle."),
        policies=(Policy.PRIORITY_FIRST,),
    ),
    Sentence(
        id="S30",
        claim=gettext_noop("An easy run after lifting helps strength gains and recovery."),
        status=Status.IN_PART,
        reason=gettext_noop(
            "Easy runs after the lift are planned. That they help it is not shown, so nobody is told so."
        ),
        kinds=(Kind.COMBINED,),
        policies=(Policy.ALTERNATE, Policy.PRIORITY_FIRST),
    ),
    Sentence(
        id="S31",
        claim=gettext_noop("Keep lifting while you lose weight, so that the muscle stays."),
        status=Status.SERVED,
        reason=gettext_noop(
            "From two days a week on, a plan for fat loss holds two lifts or more, unless you ask for fewer."
        ),
        features=(features.TABLE_OF_WEEKS,),
    ),
    Sentence(
        id="S32",
        claim=gettext_noop("Strength work is often overlooked, and no runner improves without it."),
        status=Status.SERVED,
        reason=gettext_noop("Every plan for endurance or speed holds a lift, unless you ask for none."),
        kinds=(Kind.LIFT_ONLY, Kind.COMBINED),
        features=(features.TABLE_OF_WEEKS,),
    ),
    Sentence(
        id="S33",
        claim=gettext_noop("A good mix works the heart, different muscles, and their slow and fast fibres."),
        status=Status.SERVED,
        reason=gettext_noop("Easy running and lifting are in every plan; hard runs join as level and days allow."),
        kinds=(Kind.RUN_ONLY, Kind.LIFT_ONLY, Kind.COMBINED),
        features=(features.TABLE_OF_WEEKS,),
    ),
    Sentence(
        id="S34",
        claim=gettext_noop("Where no race is ahead, lifting before running is probably the better choice."),
        status=Status.IN_PART,
        reason=gettext_noop(
            "Nothing proves it for general fitness, so the default takes turns. “Goal first” prefers the lift on "
            "lower-body days, and your own order may be lift first every time."
        ),
        policies=(Policy.PRIORITY_FIRST, Policy.MY_ORDER),
    ),
)
ARTICLE: tuple[Sentence, ...] = (*_THE_WEEK, *THE_ORDER, *_THE_LONG_RUN)
