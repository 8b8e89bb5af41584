"""The founding article's sentences on what comes first, the run or the lift: S15 to S27."""

from planner.engine.speech import gettext_noop
from planner.engine.vocabulary import Policy
from planner.evidence import features
from planner.evidence.sentence import Sentence, Status

THE_ORDER = (
    Sentence(
        id="S15",
        claim=gettext_noop("Running after lifting is not the way to more speed or longer miles."),
        status=Status.SERVED,
        reason=gettext_noop(
            "A hard or long run is never planned after a leg lift of the same day, whichever order you choose."
        ),
        policies=(Policy.PRIORITY_FIRST,),
    ),
    Sentence(
        id="S16",
        claim=gettext_noop("Who trains for a race runs before lifting."),
        status=Status.SERVED,
        reason=gettext_noop(
            "Hard and long runs go before legs. Easy runs may take turns, since endurance itself comes out the same "
            "in either order."
        ),
        policies=(Policy.PRIORITY_FIRST,),
    ),
    Sentence(
        id="S17",
        claim=gettext_noop("For size and strength, lift first."),
        status=Status.SERVED,
        reason=gettext_noop(
            "“Goal first” lets the lift lead for both goals. The default takes turns; the odd session is theirs."
        ),
        policies=(Policy.PRIORITY_FIRST,),
    ),
    Sentence(
        id="S18",
        claim=gettext_noop("To build muscle, run first and end with the weights."),
        status=Status.AGAINST,
        reason=gettext_noop(
            "No trial shows that ending with it works better, and leg strength gains more when the lift comes "
            "first. Who wants it can choose it, marked as weak."
        ),
        policies=(Policy.FINISH_WITH_FOCUS,),
    ),
    Sentence(
        id="S19",
        claim=gettext_noop("For endurance, run last: the body answers most to what it did last."),
        status=Status.AGAINST,
        reason=gettext_noop(
            "Endurance comes out the same in either order, and tired legs run slower. Who wants it can choose it, "
            "marked as weak; hard runs still never follow legs."
        ),
        policies=(Policy.FINISH_WITH_FOCUS,),
    ),
    Sentence(
        id="S20",
        claim=gettext_noop("Do first what you want most energy for."),
        status=Status.SERVED,
        reason=gettext_noop("That is what “Goal first” does, by goal and by the muscles of the day."),
        policies=(Policy.PRIORITY_FIRST,),
    ),
    Sentence(
        id="S21",
        claim=gettext_noop("A hard run costs the lift after it, later in the day too."),
        status=Status.IN_PART,
        reason=gettext_noop(
            "Less than six hours between them is a caution. With more no rule speaks, since legs tire a later run "
            "more than a run tires later legs."
        ),
    ),
    Sentence(
        id="S22",
        claim=gettext_noop("To lose weight, get lean or get stronger, lift first."),
        status=Status.IN_PART,
        reason=gettext_noop(
            "For strength, under “Goal first”, always. For fat loss no order is proven: there it prefers the lift "
            "on lower-body days and the run on upper-body days."
        ),
        policies=(Policy.PRIORITY_FIRST,),
    ),
    Sentence(
        id="S23",
        claim=gettext_noop("On an upper-body day either may come first."),
        status=Status.SERVED,
        reason=gettext_noop(
            "With an easy run both “Take turns” and “Goal first” allow either; only for strength the second wants "
            "the lift first."
        ),
        policies=(Policy.ALTERNATE, Policy.PRIORITY_FIRST),
    ),
    Sentence(
        id="S24",
        claim=gettext_noop("On a lower-body day, lift first."),
        status=Status.IN_PART,
        reason=gettext_noop(
            "“Goal first” demands it for strength and muscle and prefers it for fat loss and general fitness; for "
            "endurance and speed it prefers the run. A hard or long run goes first in any case."
        ),
        policies=(Policy.PRIORITY_FIRST,),
    ),
    Sentence(
        id="S25",
        claim=gettext_noop("Get the one you like less out of the way first."),
        status=Status.SERVED,
        reason=gettext_noop("It is a policy of its own, with the word that it serves habit rather than the body."),
        policies=(Policy.LEAST_LIKED_FIRST,),
    ),
    Sentence(
        id="S26",
        claim=gettext_noop("Take the order that appeals to you."),
        status=Status.SERVED,
        reason=gettext_noop(
            "Your own order is never refused, for a week or for a single session; what it costs is shown."
        ),
        policies=(Policy.MY_ORDER,),
        features=(features.FLIP,),
    ),
    Sentence(
        id="S27",
        claim=gettext_noop("No order is proven better for fitness, fat, size or leg strength."),
        status=Status.IN_PART,
        reason=gettext_noop(
            "Every reason about order names what speaks against it and how sure the sources are. For leg strength "
            "they are sure by now: three meta-analyses find more of it when the lift comes first."
        ),
        features=(features.REASONS, features.THIS_PAGE),
    ),
)
