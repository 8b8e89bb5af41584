"""Lifts step by step: movement patterns with sets, repetitions, reserve and rest, as many as the minutes hold."""

from dataclasses import dataclass, replace
from functools import cache

from planner.engine.domain import Lift
from planner.engine.speech import Words, gettext_noop, ngettext
from planner.engine.speech import gettext as _
from planner.engine.vocabulary import RUNNING_GOALS, Effort, Goal, Kind, Level, Phase, Region
from planner.engine.wording import capital, comma_separated, either, in_a_row, inside
from planner.engine.workouts.bouts import Bout, Exercise, Repeat, Role, Step
from planner.engine.workouts.case import Block, Case, in_seconds, shared, span, told
from planner.engine.workouts.exercises import HELD, NEEDED, Pattern, choices, fitting, has_loads, patterns

HOLD = (20, 40)  # seconds of what is held or carried
CALF_REPS = (8, 12)  # where the goal asks for fewer: calves are used to many steps
BUILD_UP = 3  # minutes of lighter sets before the first working set
SHORTEST_WITH_BUILD_UP = 12  # minutes; a shorter lift is a few rounds without a pause
MOST_ROUNDS = 3
FEWEST_EXERCISES = 3  # where the time allows
MINUTES_AN_EXERCISE = 5  # at the least, so that nobody spends the session changing plates
# Repetitions in reserve: three as loading begins and in a lighter week, two from the third week on.
RESERVE_BY_LOADING = {0: "3", 1: "3", 2: "2–3"}  # by the loading week in a row, 0 in a lighter week; 2 after those
FIRST_WEEKS = 2  # plan weeks in which a beginner learns the movements
JUMPS = gettext_noop("Then 2 × 10 small, springy jumps on both feet.")  # 20 contacts


@dataclass(frozen=True, slots=True)
class Scheme:
    """How a lift is dosed: least and most sets, repetitions, repetitions in reserve as written, seconds of rest."""

    sets: tuple[int, int]
    reps: tuple[int, int]
    reserve: str
    rest: tuple[int, int]
    pairs: bool = False  # two exercises in turn, so that one rests while the other works
    learns: bool = False  # the loads stay where they are

    @property
    def set_seconds(self) -> int:
        """What one set takes with the shortest rest after it; four seconds a repetition, at least half a minute."""
        rest = self.rest[0] // 2 if self.pairs else self.rest[0]
        return max(4 * self.reps[0], 30) + rest


# Training-science section 5; the reserve is that of moderate effort.
SCHEMES: dict[Goal, Scheme] = {
    Goal.ENDURANCE: Scheme((2, 4), (4, 8), "2–3", (120, 180)),
    Goal.SPEED: Scheme((2, 4), (4, 8), "2–3", (120, 180)),
    Goal.STRENGTH: Scheme((3, 5), (3, 6), "2–3", (180, 300)),
    Goal.MUSCLE: Scheme((3, 4), (6, 15), "2–3", (90, 180)),
    Goal.FAT_LOSS: Scheme((2, 3), (8, 12), "2–3", (60, 90), pairs=True),
    Goal.GENERAL: Scheme((2, 3), (8, 12), "2–3", (60, 120)),
}
STEPS = Words(  # of the load, never above 10 %
    {
        Region.UPPER: gettext_noop("2.5–5 %"),
        Region.LOWER: gettext_noop("about 5 %"),
        Region.FULL: gettext_noop("2.5–5 %"),
    }
)
FOUR_OR_MORE = gettext_noop("4 or more")


def scheme_for(case: Case, lift: Lift) -> Scheme:
    """The scheme by goal, level, effort, plan week and, where it is known, the stage of the block."""
    scheme, settled = _usual_scheme(
        case.athlete.goal, case.athlete.lift_level, lift.effort, first_weeks=case.plan_week <= FIRST_WEEKS
    )
    if settled or case.stage is None:
        return scheme
    reserve = "1" if lift.effort is Effort.HEAVY else RESERVE_BY_LOADING.get(case.stage.loading, "2")
    return replace(scheme, reserve=reserve, learns=scheme.learns or _is_deload(case))


def _is_deload(case: Case) -> bool:
    return case.stage is not None and case.stage.phase is Phase.DELOAD


@cache
def _usual_scheme(goal: Goal, level: Level, effort: Effort, *, first_weeks: bool) -> tuple[Scheme, bool]:
    """The scheme wherever in its block a week stands, and whether that settles it."""
    beginner = level is Level.BEGINNER
    scheme = SCHEMES[Goal.STRENGTH if effort is Effort.HEAVY else goal]
    if beginner and scheme.reps[0] < 8:
        scheme = replace(scheme, reps=(8, 12))
    if beginner and first_weeks:
        return replace(scheme, sets=(1, 2), reps=(8, 12), reserve="4", learns=True), True
    if effort is Effort.LIGHT:
        return replace(scheme, sets=(1, 2), reserve=FOUR_OR_MORE, learns=True), True
    return replace(scheme, reserve="1") if effort is Effort.HEAVY else scheme, False


def lift_blocks(case: Case, lift: Lift, minutes: int) -> tuple[Block, ...]:
    """The lifting between warm-up and cool-down."""
    scheme = scheme_for(case, lift)
    if minutes < SHORTEST_WITH_BUILD_UP:
        rounds = _round_sets(case, lift, scheme, minutes)
        return told([Block(_rounds(case, lift, scheme, minutes), minutes, "lift", rounds)])
    found, sets, scheme = fit(case, lift, scheme, minutes - BUILD_UP)
    groups = _groups(found, scheme)
    parts = shared(minutes - BUILD_UP, [len(group) for group in groups])
    lines = [
        Block(_line(case, scheme, group, sets), part, "lift", _sets(case, scheme, group, sets))
        for group, part in zip(groups, parts, strict=True)
    ]
    build_up = (Bout(Role.WARM_UP, BUILD_UP * 60, _("Lighter sets")),)
    return told([Block(_how(case, lift, scheme), BUILD_UP, "lift", build_up), *lines])


def _sets(case: Case, scheme: Scheme, group: tuple[Pattern, ...], sets: int) -> tuple[Step, ...]:
    """One exercise or two in turn, set for set, with the longest rest after each."""
    rest = Bout(Role.REST, scheme.rest[1], _("Rest"))
    return (Repeat(sets, (*(_exercise(case, scheme, pattern) for pattern in group), rest)),)


def _exercise(case: Case, scheme: Scheme, pattern: Pattern) -> Exercise:
    name = capital(choices(case.athlete, pattern, most=1)[0])
    held, tool = pattern in HELD, fitting(case.athlete, pattern)[0][0]
    reps = HOLD if held else _reps(scheme, pattern)
    return Exercise(pattern, name, reps, held, tool, grows=not (held or scheme.learns))


def _round_sets(case: Case, lift: Lift, scheme: Scheme, minutes: int) -> tuple[Step, ...]:
    without_growth = replace(scheme, learns=True)  # these few minutes tell no way on
    once = tuple(_exercise(case, without_growth, pattern) for pattern in NEEDED[lift.region])
    return (Repeat(_number_of_rounds(lift, scheme, minutes), once),)


def fit(case: Case, lift: Lift, scheme: Scheme, minutes: int) -> tuple[tuple[Pattern, ...], int, Scheme]:
    """Patterns, sets of each, and the scheme: the lift's own sets, else the most that fit in so many minutes.

    Where the time is short two exercises are done in turn.
    """
    order = _wanted(case, lift)
    number, sets, in_turns = _numbers(scheme, len(order), len(NEEDED[lift.region]), minutes)
    if lift.sets is not None:
        number, sets = _split(lift.sets, len(order), scheme.sets[1])
    return order[:number], sets, scheme if scheme.pairs is in_turns else replace(scheme, pairs=in_turns)


@cache
def _numbers(scheme: Scheme, patterns: int, needed: int, minutes: int) -> tuple[int, int, bool]:
    """How many exercises, how many sets of each, and whether two are done in turn: the most sets that fit."""
    least = FEWEST_EXERCISES
    most = min(max(minutes // MINUTES_AN_EXERCISE, least), patterns)
    room = 0
    for tried in (scheme, replace(scheme, pairs=True)):
        room = minutes * 60 // tried.set_seconds
        low, high = tried.sets
        options = [(n * sets, n, sets) for n in range(least, most + 1) for sets in range(low, high + 1)]
        if fitting := [option for option in options if option[0] <= room]:
            _, number, sets = max(fitting)
            return number, sets, tried.pairs
    return needed, max(room // needed, 1), True


def _split(total: int, patterns: int, most: int) -> tuple[int, int]:
    """So many sets, or as near below as goes, as exercises and sets of each; more exercises before more sets."""
    options = [(n * sets, n, sets) for n in range(1, patterns + 1) for sets in range(1, most + 1) if n * sets <= total]
    _, number, sets = max(options, default=(1, 1, 1))
    return number, sets


def working_sets(case: Case, lift: Lift, minutes: int, share: float = 1.0) -> int:
    """All working sets that so many minutes of lifting hold, or that share of them, at least one."""
    scheme, plain = scheme_for(case, lift), lift if lift.sets is None else replace(lift, sets=None)
    if minutes < SHORTEST_WITH_BUILD_UP:
        return max(int(share * _number_of_rounds(plain, scheme, minutes)), 1) * len(NEEDED[lift.region])
    order, sets, _ = fit(case, plain, scheme, minutes - BUILD_UP)
    whole = len(order) * sets
    if share >= 1:
        return whole
    number, each = _split(max(int(whole * share), 1), len(order), scheme.sets[1])
    return number * each


def _wanted(case: Case, lift: Lift) -> tuple[Pattern, ...]:
    """The region's patterns; from 65 on balance comes right after those that are needed."""
    order, needed = patterns(case.athlete, lift.region), len(NEEDED[lift.region])
    return (*order[:needed], Pattern.BALANCE, *order[needed:]) if case.is_older else order


def _groups(found: tuple[Pattern, ...], scheme: Scheme) -> list[tuple[Pattern, ...]]:
    size = 2 if scheme.pairs else 1
    return [found[i : i + size] for i in range(0, len(found), size)]


def _line(case: Case, scheme: Scheme, group: tuple[Pattern, ...], sets: int) -> str:
    """One exercise or two in turn: "Squat: goblet squat or leg press, 3 × 8–12."."""
    named = [
        {"pattern": one.told, "exercises": either(choices(case.athlete, one)), "dose": f"{sets} × {_dose(scheme, one)}"}
        for one in group
    ]
    if len(named) == 1:
        return _("{pattern}: {exercises}, {dose}.").format(**named[0])
    first, second = (_("{pattern} ({exercises}) {dose}").format(**one) for one in named)
    return _("{first}, in turn with {second}.").format(first=first, second=inside(second))


def _dose(scheme: Scheme, pattern: Pattern) -> str:
    return in_seconds(span(*HOLD)) if pattern in HELD else span(*_reps(scheme, pattern))


def _reps(scheme: Scheme, pattern: Pattern) -> tuple[int, int]:
    return CALF_REPS if pattern is Pattern.CALF and scheme.reps < CALF_REPS else scheme.reps


def _how(case: Case, lift: Lift, scheme: Scheme) -> str:
    """The lighter sets, the reserve, the rest, and how to go on from week to week."""
    begin = _("Build up with two lighter sets of the first exercise.")
    if lift.effort is Effort.HEAVY:
        begin = _("Build up with three lighter sets of the first exercise.")
    jumps = _(JUMPS) if _jumps(case, lift, scheme) else ""
    reserve = ngettext(
        "End each set with {reserve} rep in reserve (RIR {reserve}) and rest {rest}.",
        "End each set with {reserve} reps in reserve (RIR {reserve}) and rest {rest}.",
        _most(scheme.reserve),
    ).format(reserve=_reserve_told(scheme), rest=_rest(scheme))
    return in_a_row(begin, jumps, reserve, _progress(case, lift, scheme))


def _most(reserve: str) -> int:
    """The number that a word after it agrees with: 3 of "2–3", 4 of "4 or more"."""
    return int(reserve.partition("–")[2] or reserve[0])


def _reserve_told(scheme: Scheme) -> str:
    return _(FOUR_OR_MORE) if scheme.reserve == FOUR_OR_MORE else scheme.reserve


def _rest(scheme: Scheme) -> str:
    low, high = scheme.rest
    minutes = _("{number} min").format(number=f"{low / 60:g}–{high / 60:g}")
    rest = in_seconds(f"{low}–{high}") if high <= 90 else minutes
    return (_("{rest} after each pair") if scheme.pairs else _("{rest} between sets")).format(rest=rest)


def _progress(case: Case, lift: Lift, scheme: Scheme) -> str:
    """Double progression in a sentence; light lifts and first weeks stay as they are."""
    low, high = scheme.reps
    if _is_deload(case):
        return _("The lighter week: half the sets with the usual loads.")
    if scheme.learns:
        return _("Keep the loads as they are: it is about clean movements.")
    if has_loads(case.athlete):
        told = _("When every set reaches {high} reps in two sessions running, add {step} and start again at {low}.")
    else:
        told = _(
            "When every set reaches {high} reps in two sessions running, take a harder variation or lower yourself "
            "more slowly, from {low} reps again."
        )
    return told.format(high=high, low=low, step=STEPS[lift.region])


def _jumps(case: Case, lift: Lift, scheme: Scheme) -> bool:
    """Whether small jumps belong to it: for trained runners' legs, fresh."""
    athlete = case.athlete
    trained = Level.BEGINNER not in (athlete.run_level, athlete.lift_level)
    fresh = case.session.kind is Kind.LIFT_ONLY or case.lifts_first
    return athlete.goal in RUNNING_GOALS and trained and fresh and lift.is_leg and not (case.is_older or scheme.learns)


def _rounds(case: Case, lift: Lift, scheme: Scheme, minutes: int) -> str:
    """A lift too short for build-up and rest."""
    needed, rounds = NEEDED[lift.region], _number_of_rounds(lift, scheme, minutes)
    names = comma_separated([choices(case.athlete, pattern, most=1)[0] for pattern in needed])
    return ngettext(
        "One round of {exercises}: {reps} reps each, {reserve} in reserve (RIR {reserve}).",
        "{number} rounds of {exercises}: {reps} reps each, {reserve} in reserve (RIR {reserve}).",
        rounds,
    ).format(number=rounds, exercises=names, reps=span(*scheme.reps), reserve=_reserve_told(scheme))


def _number_of_rounds(lift: Lift, scheme: Scheme, minutes: int) -> int:
    needed, most = len(NEEDED[lift.region]), min(MOST_ROUNDS, scheme.sets[1])
    return max(min(minutes // needed, most) if lift.sets is None else lift.sets // needed, 1)
