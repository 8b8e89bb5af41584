"""Everything that the engine tells of seeded athletes, their weeks and sessions, text by text and where it stands."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import product
from random import Random
from typing import Any

from planner.engine import (
    QUICK,
    RULES,
    SCHOOLS,
    Context,
    Impossible,
    Week,
    blocks,
    clashes,
    day_verdicts,
    evaluate,
    exchange,
    explain,
    flip,
    move,
    plan_block,
    plan_week,
    repair,
    reshape,
    resized,
    spans,
    steps_of,
    verdicts,
    visiting,
    why_not,
    with_locks,
)
from planner.engine.asked import wishes_of
from planner.engine.domain import Athlete, Race, RecentRace, Window
from planner.engine.nearest import nearest
from planner.engine.notation import read_week
from planner.engine.vocabulary import (
    Arrangement,
    Equipment,
    Goal,
    Level,
    Lock,
    Modality,
    Order,
    Policy,
    Shape,
    Split,
    Unit,
)
from planner.engine.workouts import Bout, Exercise, Repeat
from tests.engine.random_weeks import PAIRS, PIECES

MONDAY = date(2026, 3, 2)
Text = tuple[str, str]  # where it stands, and the text itself


def everything(seed: int) -> Iterator[Text]:
    """All that is told of one athlete: a plan of some weeks, a week as hands may leave it, and what clashes."""
    pick = Random(seed)
    who = athlete(pick)
    yield from _plan(pick, who)
    yield from _week(pick, who)
    yield from _wishes(who)


def of_rules() -> Iterator[Text]:
    """All that rules and schools say whoever asks."""
    for rule in RULES:
        yield from ((f"rule {rule.id}", text) for text in (rule.sentence, rule.statement))
    for school in SCHOOLS.values():
        texts = (school.title, school.sentence, school.against, school.confidence)
        yield from ((f"school {school.policy}", text) for text in texts)


def decided(seed: int) -> Iterator[tuple[Any, ...]]:
    """What the engine decides where words are not the matter: places, verdicts, costs, rules, hours that are over."""
    pick = Random(seed)
    who, week, moment = athlete(pick), _random_week(pick), (2, 900)
    for session in week.sessions:
        for day in day_verdicts(who, week, session.id, now=moment):
            yield day.day, day.start, day.verdict, day.cost, day.rule, day.possible, day.exchanged, day.over
        for reason in explain(who, week, session.id, now=moment):
            yield reason.topic, reason.rule
            yield from ((one.start, one.verdict, one.cost, one.rule, one.over) for one in reason.days)


def athlete(pick: Random) -> Athlete:
    """Somebody with hours, levels and wishes of any kind, also those that cannot be had together."""
    running = pick.random() < 0.4
    return Athlete(
        goal=pick.choice([Goal.ENDURANCE, Goal.SPEED] if running else list(Goal)),
        availability=_windows(pick),
        run_level=pick.choice(list(Level)),
        lift_level=pick.choice(list(Level)),
        longest_recent_run_minutes=pick.choice([None, 0, 12, 40, 120]),
        weekly_run_minutes=pick.choice([None, None, 10, 60, 200]),
        race=Race(MONDAY + timedelta(days=pick.randrange(5, 40)), pick.choice([5, 10, 21.1])) if running else None,
        recent_race=pick.choice([None, RecentRace(10, 3000), RecentRace(5, 1700)]),
        equipment=pick.choice([None, frozenset(), *(frozenset({one}) for one in Equipment)]),
        birth_year=pick.choice([None, 1950, 1990]),
        max_heart_rate=pick.choice([None, 188]),
        medical_caution=pick.random() < 0.15,
        warm_up_run=pick.random() < 0.7,
        **_asked(pick),
    )


def _asked(pick: Random) -> dict[str, Any]:
    def maybe(*values: Any) -> Any:
        return pick.choice([None, None, *values])

    return {
        "runs_per_week": maybe(0, 1, 3, 5, 7),
        "lifts_per_week": maybe(0, 1, 2, 4, 6),
        "circuits_per_week": pick.choice([0, 0, 1, 2]),
        "training_days": maybe(1, 2, 4),
        "max_session_minutes": maybe(20, 45),
        "long_run_weekday": maybe(2, 6),
        "rest_weekdays": frozenset(pick.sample(range(7), pick.choice([0, 0, 1, 2]))),
        "arrangement": pick.choice(list(Arrangement)),
        "split": pick.choice(list(Split)),
        "order_policy": pick.choice(list(Policy)),
        "my_order": pick.choice(list(Order)),
        "likes_less": pick.choice(list(Modality)),
    }


def _windows(pick: Random) -> tuple[Window, ...]:
    found = []
    for day in pick.sample(range(7), pick.randrange(1, 8)):
        start, minutes = pick.choice([360, 720, 1080]), pick.choice([8, 15, 25, 45, 75, 120, 300])
        only = pick.choice([None, None, None, *Modality])
        found.append(Window(day, start, start + minutes, only))
        if pick.random() < 0.2:
            found.append(Window(day, 1400, 1440, pick.choice([None, *Modality])))
    return tuple(found)


def _plan(pick: Random, who: Athlete) -> Iterator[Text]:
    for planned in plan_block(who, MONDAY, pick.choice([1, 2, 5])):
        yield from (("change", change.text) for change in planned.told)
        yield from (("finding", finding.text) for finding in planned.evaluation.findings)
        for session in planned.week.sessions:
            yield from _reasons(who, planned.week, session.id, planned.context)
            yield from _steps(pick, who, session, planned.stage, planned.context.plan_week)
    fixed = [with_locks(s, pick.sample(list(Lock), 2)) for s in _random_week(pick).sessions]
    again = plan_week(who, fixed=fixed, closed_days=frozenset(range(pick.choice([0, 0, 3, 6]))))
    yield from (("change beside locks", change.text) for change in again.told)


def _steps(pick: Random, who: Athlete, session: Any, stage: Any, plan_week: int | None) -> Iterator[Text]:
    unit = pick.choice(list(Unit))
    for block in blocks(who, session, year=2026, plan_week=plan_week, stage=stage, unit=unit):
        yield "block", block.text
        for step in steps_of(block):
            inner = step.steps if isinstance(step, Repeat) else (step,)
            yield from (("cue", one.cue) for one in inner if isinstance(one, Bout | Exercise))


def _reasons(who: Athlete, week: Week, session_id: str, context: Context, **moment: Any) -> Iterator[Text]:
    for reason in explain(who, week, session_id, context=context, **moment):
        yield from ((f"reason {reason.topic}", text) for text in (reason.joined, reason.confidence))
        yield from (("other day", text) for other in reason.days for text in (other.text, other.sentence))


def _random_week(pick: Random) -> Week:
    """Sessions on any day at any hour, some locked as a whole or in part, one of them under every cut of minutes."""
    days: list[list[str]] = [[] for _ in range(7)]
    for _ in range(pick.randrange(2, 9)):
        lock = pick.choice(["", "", "", "*", "*d", "*h", "*o", "*c"])
        start = f"{pick.randrange(5, 22):02d}:{pick.choice([0, 30]):02d}"
        pick.choice(days).append(f"{start} {pick.choice(PIECES + PAIRS)}{lock}")
    return read_week(" | ".join(", ".join(day) or "-" for day in days))


def _week(pick: Random, who: Athlete) -> Iterator[Text]:
    week = _random_week(pick)
    around = Context(_random_week(pick), pick.choice([None, _random_week(pick)]), pick.randrange(1, 9), MONDAY)
    moment: dict[str, Any] = {
        "closed_days": frozenset(range(pick.choice([0, 0, 2]))),
        "now": pick.choice([None, (2, 900)]),
    }
    yield from (("finding", finding.text) for finding in evaluate(who, week, around).findings)
    for proposal in repair(who, week, context=around):
        yield from (("repair", change.text) for change in proposal.moves)
    for session in pick.sample(week.sessions, min(2, len(week.sessions))):
        yield from (("slot", one.text) for one in verdicts(who, week, session.id, context=around, **moment))
        days = day_verdicts(who, week, session.id, context=around, **moment)
        yield from (("day", text) for one in days for text in (one.text, one.exchange))
        yield from _reasons(who, week, session.id, around, **moment)
        yield from _refusals(who, week, session.id)
        answer = why_not(who, week, session.id, pick.randrange(7), context=around)
        yield from (("why not", text) for text in (answer.text, answer.against, *answer.steps))
        yield from _visit(who, week, session)
        yield from _steps(pick, who, session, None, around.plan_week)


def _visit(who: Athlete, week: Week, session: Any) -> Iterator[Text]:
    others = Week.of([one for one in week.sessions if one.id != session.id])
    days, places = visiting(who, others, session)
    yield from (("visit", one.text) for one in (*days, *places))


def _refusals(who: Athlete, week: Week, session_id: str) -> Iterator[Text]:
    """What is said where a hand may not do what it tries."""
    session = week.find(session_id)
    tries: list[Callable[[], object]] = [lambda: flip(week, session_id)]
    tries += [lambda d=day, s=start: move(week, session_id, d, s) for day, start in product(range(-1, 8), (420, 1435))]
    tries += [lambda d=day: exchange(who, week, session_id, d) for day in range(8)]
    tries += [lambda s=shape: reshape(who, week, session_id, s) for shape in Shape]
    tries += [lambda p=span.part: resized(who, session, {p: 1}) for span in spans(who, session)]
    for one in tries:
        try:
            one()
        except Impossible as reason:
            yield "refusal", str(reason)


def _wishes(who: Athlete) -> Iterator[Text]:
    for wish in wishes_of(who):
        yield "wish", wish.text
        yield from (("relaxation", way.text) for way in nearest(who, wish))
    for clash in clashes(who, effort=QUICK):
        yield "clash", clash.text
        yield from (("clash", one.text) for one in (*clash.wishes, *clash.relaxations))
