"""The founding article in our own words, sentence by sentence: what each claims, and what in Tandem serves it.

The rules that serve a sentence name it themselves, in `Rule.article`. Kinds, policies and features stand here.
"""

from planner.engine.vocabulary import Kind, Policy
from planner.evidence import features
from planner.evidence.sentence import Sentence, Status

_THE_WEEK = (
    Sentence(
        id="S1",
        claim="Goal, gain and the way to improve come before any plan.",
        status=Status.SERVED,
        reason="The goals page asks for one of six goals first; runs, lifts and orders follow from it.",
        features=(features.GOALS_FIRST,),
    ),
    Sentence(
        id="S2",
        claim="Better running has six sides: aerobic capacity, stamina, muscular endurance, leg power, mobility and "
        "balance.",
        status=Status.IN_PART,
        reason="Runs, lifts and recovery reach all six between them. No page counts them one by one, and balance has "
        "exercises of its own only from the age of 65 on.",
        kinds=(Kind.RUN_ONLY, Kind.LIFT_ONLY, Kind.RECOVERY),
        features=(features.STEPS,),
    ),
    Sentence(
        id="S3",
        claim="The usual advice is to keep runs and lifts apart: Monday, Wednesday and Saturday against Tuesday and "
        "Friday, with an easy Thursday.",
        status=Status.SERVED,
        reason="One wish plans it so. Without it, a run and a lift share a session where that frees a day.",
        kinds=(Kind.RUN_ONLY, Kind.LIFT_ONLY, Kind.RECOVERY),
        features=(features.APART,),
    ),
    Sentence(
        id="S4",
        claim="One day of the week is for yoga, stretching or plain recovery.",
        status=Status.SERVED,
        reason="Recovery is a kind of session: a walk, yoga, stretching, mobility or an easy spin, at effort 3 of 10 "
        "at the most. It counts as a day of rest.",
        kinds=(Kind.RECOVERY,),
    ),
    Sentence(
        id="S5",
        claim="Run in the morning and lift later in the day.",
        status=Status.SERVED,
        reason="From six months of training on, one wish plans it so. Three hours between are a must, six are better.",
        features=(features.TWO_A_DAY,),
    ),
    Sentence(
        id="S6",
        claim="For strength, train the upper body one day and the lower body the next.",
        status=Status.SERVED,
        reason="It can be wished for, and comes by itself from four lifts a week on: one half rests while the other "
        "works.",
        features=(features.UPPER_LOWER,),
    ),
    Sentence(
        id="S7",
        claim="Where time is short, a run and a lift may share a session.",
        status=Status.SERVED,
        reason="The planner combines them where days are few, and twice a week at least where it can, so that the "
        "order can alternate.",
        kinds=(Kind.COMBINED,),
        features=(features.TOGETHER,),
    ),
    Sentence(
        id="S8",
        claim="Start with the run three times a week and end with it the other two or three times.",
        status=Status.SERVED,
        reason="The default takes turns, so five shared sessions come out as three and two. The odd one starts with "
        "the run, for strength and muscle with the lift.",
        policies=(Policy.ALTERNATE,),
    ),
    Sentence(
        id="S9",
        claim="Go back and forth between running and lifting within one session.",
        status=Status.SERVED,
        reason="Run-lift circuits come in rounds, one or two a week by your level, where you wish for them. Each "
        "counts as a hard day.",
        kinds=(Kind.CIRCUIT,),
        features=(features.CIRCUITS,),
    ),
    Sentence(
        id="S10",
        claim="Keep moving at about 80 % of your highest heart rate.",
        status=Status.SERVED,
        reason="The runs of a circuit are steered to 80 to 85 % of it. The afterburn that is expected of them is kept "
        "out of the rules.",
        kinds=(Kind.CIRCUIT,),
        features=(features.STEPS,),
    ),
    Sentence(
        id="S11",
        claim="A run of 5 to 15 minutes before lifting is a good warm-up.",
        status=Status.SERVED,
        reason="An easy run opens a lift unless you decline it. It is warm-up, so the session still starts with the "
        "lift.",
        features=(features.WARM_UP_RUN,),
    ),
    Sentence(
        id="S12",
        claim="Warm up and cool down every time.",
        status=Status.SERVED,
        reason="Both lie inside the minutes of every session, after every edit too: 5 minutes at least, 10 before "
        "hard work.",
        features=(features.STEPS,),
    ),
    Sentence(
        id="S13",
        claim="No two days in a row should be alike, so that sore muscles recover and the mind stays awake.",
        status=Status.SERVED,
        reason="Alike days cost points, most for fat loss. Hard days in a row are not planned at all.",
    ),
    Sentence(
        id="S14",
        claim="Lifting takes a day or two longer to recover from than a hard run.",
        status=Status.SERVED,
        reason="Heavy legs are never planned the day before a hard or long run, and any leg lift keeps two days to a "
        "hard run where that fits. The “over 100 studies” are about a hundred papers in one review (Doma 2019), not as "
        "many confirmations.",
        features=(features.RIBBON,),
    ),
)
_THE_ORDER = (
    Sentence(
        id="S15",
        claim="Running after lifting is not the way to more speed or longer miles.",
        status=Status.SERVED,
        reason="A hard or long run is never planned after a leg lift of the same day, whichever order you choose.",
        policies=(Policy.PRIORITY_FIRST,),
    ),
    Sentence(
        id="S16",
        claim="Who trains for a race runs before lifting.",
        status=Status.SERVED,
        reason="Hard and long runs go before legs. Easy runs may take turns, since endurance itself comes out the same "
        "in either order.",
        policies=(Policy.PRIORITY_FIRST,),
    ),
    Sentence(
        id="S17",
        claim="For size and strength, lift first.",
        status=Status.SERVED,
        reason="“Goal first” lets the lift lead for both goals. The default takes turns; the odd session is theirs.",
        policies=(Policy.PRIORITY_FIRST,),
    ),
    Sentence(
        id="S18",
        claim="To build muscle, run first and end with the weights.",
        status=Status.AGAINST,
        reason="No trial shows that ending with it works better, and leg strength gains more when the lift comes "
        "first. Who wants it can choose it, marked as weak.",
        policies=(Policy.FINISH_WITH_FOCUS,),
    ),
    Sentence(
        id="S19",
        claim="For endurance, run last: the body answers most to what it did last.",
        status=Status.AGAINST,
        reason="Endurance comes out the same in either order, and tired legs run slower. Who wants it can choose it, "
        "marked as weak; hard runs still never follow legs.",
        policies=(Policy.FINISH_WITH_FOCUS,),
    ),
    Sentence(
        id="S20",
        claim="Do first what you want most energy for.",
        status=Status.SERVED,
        reason="That is what “Goal first” does, by goal and by the muscles of the day.",
        policies=(Policy.PRIORITY_FIRST,),
    ),
    Sentence(
        id="S21",
        claim="A hard run costs the lift after it, later in the day too.",
        status=Status.IN_PART,
        reason="Less than six hours between them is a caution. With more no rule speaks, since legs tire a later run "
        "more than a run tires later legs.",
    ),
    Sentence(
        id="S22",
        claim="To lose weight, get lean or get stronger, lift first.",
        status=Status.IN_PART,
        reason="For strength, under “Goal first”, always. For fat loss no order is proven: there it prefers the lift "
        "on lower-body days and the run on upper-body days.",
        policies=(Policy.PRIORITY_FIRST,),
    ),
    Sentence(
        id="S23",
        claim="On an upper-body day either may come first.",
        status=Status.SERVED,
        reason="With an easy run both “Take turns” and “Goal first” allow either; only for strength the second wants "
        "the lift first.",
        policies=(Policy.ALTERNATE, Policy.PRIORITY_FIRST),
    ),
    Sentence(
        id="S24",
        claim="On a lower-body day, lift first.",
        status=Status.IN_PART,
        reason="“Goal first” demands it for strength and muscle and prefers it for fat loss and general fitness; for "
        "endurance and speed it prefers the run. A hard or long run goes first in any case.",
        policies=(Policy.PRIORITY_FIRST,),
    ),
    Sentence(
        id="S25",
        claim="Get the one you like less out of the way first.",
        status=Status.SERVED,
        reason="It is a policy of its own, with the word that it serves habit rather than the body.",
        policies=(Policy.LEAST_LIKED_FIRST,),
    ),
    Sentence(
        id="S26",
        claim="Take the order that appeals to you.",
        status=Status.SERVED,
        reason="Your own order is never refused, for a week or for a single session; what it costs is shown.",
        policies=(Policy.MY_ORDER,),
        features=(features.FLIP,),
    ),
    Sentence(
        id="S27",
        claim="No order is proven better for fitness, fat, size or leg strength.",
        status=Status.IN_PART,
        reason="Every reason about order names what speaks against it and how sure the sources are. For leg strength "
        "they are sure by now: three meta-analyses find more of it when the lift comes first.",
        features=(features.REASONS, features.THIS_PAGE),
    ),
)
_THE_LONG_RUN = (
    Sentence(
        id="S28",
        claim="Muscle and strength need a load that grows over time.",
        status=Status.SERVED,
        reason="Each lift says when to add how much; weeks grow by a twentieth, and three or four are followed by a "
        "lighter one; no run jumps past the longest of the last month.",
        features=(features.STEPS,),
    ),
    Sentence(
        id="S29",
        claim="Cardio before weights costs load and repetitions: finish lifting, then run.",
        status=Status.SERVED,
        reason="“Goal first” does so for strength and muscle.",
        policies=(Policy.PRIORITY_FIRST,),
    ),
    Sentence(
        id="S30",
        claim="An easy run after lifting helps strength gains and recovery.",
        status=Status.IN_PART,
        reason="Easy runs after the lift are planned. That they help it is not shown, so nobody is told so.",
        kinds=(Kind.COMBINED,),
        policies=(Policy.ALTERNATE, Policy.PRIORITY_FIRST),
    ),
    Sentence(
        id="S31",
        claim="Keep lifting while you lose weight, so that the muscle stays.",
        status=Status.SERVED,
        reason="From two days a week on, a plan for fat loss holds two lifts or more, unless you ask for fewer.",
        features=(features.TABLE_OF_WEEKS,),
    ),
    Sentence(
        id="S32",
        claim="Strength work is often overlooked, and no runner improves without it.",
        status=Status.SERVED,
        reason="Every plan for endurance or speed holds a lift, unless you ask for none.",
        kinds=(Kind.LIFT_ONLY, Kind.COMBINED),
        features=(features.TABLE_OF_WEEKS,),
    ),
    Sentence(
        id="S33",
        claim="A good mix works the heart, different muscles, and their slow and fast fibres.",
        status=Status.SERVED,
        reason="Easy running and lifting are in every plan; hard runs join as level and days allow.",
        kinds=(Kind.RUN_ONLY, Kind.LIFT_ONLY, Kind.COMBINED),
        features=(features.TABLE_OF_WEEKS,),
    ),
    Sentence(
        id="S34",
        claim="Where no race is ahead, lifting before running is probably the better choice.",
        status=Status.IN_PART,
        reason="Nothing proves it for general fitness, so the default takes turns. “Goal first” prefers the lift on "
        "lower-body days, and your own order may be lift first every time.",
        policies=(Policy.PRIORITY_FIRST, Policy.MY_ORDER),
    ),
)
ARTICLE: tuple[Sentence, ...] = (*_THE_WEEK, *_THE_ORDER, *_THE_LONG_RUN)
