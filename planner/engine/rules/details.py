"""What a pair or a week has where a rule finds fault: the numbers behind the rule's sentence."""

from planner.engine import limits
from planner.engine.domain import Session, Week
from planner.engine.load import week_load
from planner.engine.races import is_race
from planner.engine.rules.shapes import Case, PairRule, Span, Totals
from planner.engine.speech import Words, gettext_noop, hour, ngettext
from planner.engine.speech import gettext as _
from planner.engine.vocabulary import Intensity, Kind, Severity
from planner.engine.wording import (
    WEEKDAYS,
    counted,
    day_and_name,
    hours,
    lift_name,
    percent,
    run_name,
    session_name,
)

TIMES = Words({0: gettext_noop("not at all"), 1: gettext_noop("once"), 2: gettext_noop("twice")})


def times(count: int) -> str:
    """A number of times in words: "not at all", "once", "twice", "3 times"."""
    if count in TIMES:
        return TIMES[count]
    return ngettext("{number} time", "{number} times", count).format(number=count)


def pair(rule: PairRule, earlier: Session, later: Session, days_apart: int) -> str:
    """Which two sessions, the hours between them, and how far apart the rule wants them."""
    if earlier is later:
        return day_and_name(earlier)
    if is_race(earlier) or is_race(later):
        return _beside_race(rule, earlier, later)
    first, second = _named(rule, earlier, later)
    gap = rule.spacing.gap(earlier, later, days_apart)
    if gap < 0:
        told = _("{second} starts before {first} ends")
    elif rule.spacing.span is Span.START_TO_START:
        told = _("{first} started {gap} before {second}")
    else:
        told = _("{first} ended {gap} before {second}")
    return _with_wanted(rule, told.format(first=first, second=second, gap=hours(gap)))


def _beside_race(rule: PairRule, earlier: Session, later: Session) -> str:
    """The session on the day before or after the race, whose hour is not known."""
    if is_race(earlier):
        told = _("{session} is on the day after the race").format(session=day_and_name(later))
    else:
        told = _("{session} is on the day before the race").format(session=day_and_name(earlier))
    return _with_wanted(rule, told)


def _named(rule: PairRule, earlier: Session, later: Session) -> tuple[str, str]:
    """Both with day and hour: "Tuesday 18:00 full-body lift"; of two parts the one that the rule is about."""
    by_part = rule.spacing.span is Span.LIFT_TO_RUN
    first, second = (lift_name(earlier), run_name(later)) if by_part else map(session_name, (earlier, later))
    told = _("{day} {time} {name}")
    return (
        told.format(day=WEEKDAYS[earlier.day], time=hour(earlier.start), name=first),
        told.format(day=WEEKDAYS[later.day], time=hour(later.start), name=second),
    )


def _with_wanted(rule: PairRule, told: str) -> str:
    """What was found, and how far apart is enough: "...; 44 h are better", "...; 2 days are needed"."""
    spacing = rule.spacing
    if not spacing.hours and not spacing.days:
        return told
    enough = hours(spacing.hours) if spacing.hours else counted(spacing.days, "day")
    hard = rule.severity is Severity.HARD
    wanted = _("{found}; {enough} are needed") if hard else _("{found}; {enough} are better")
    return wanted.format(found=told, enough=enough)


def muscles(case: Case, week: Week) -> str:
    """How often upper body and legs are lifted for."""
    totals = Totals.of(week.sessions)
    return _("this week legs {legs}, upper body {upper}").format(legs=times(totals.lower), upper=times(totals.upper))


def rest_days(case: Case, week: Week) -> str:
    """Training days of the week, and how many there may be."""
    most = 7 - limits.REST_DAYS[case.athlete.level]
    return ngettext(
        "this week trains on {number} days, at most {most} are good",
        "this week trains on {number} days, at most {most} are good",
        week.training_days,
    ).format(number=week.training_days, most=most)


def hard_runs(case: Case, week: Week) -> str:
    """Hard and long runs of the week, and the level's number."""
    hard = sum(s.is_hard for s in week.sessions)
    long = sum(s.run is not None and s.run.intensity is Intensity.LONG for s in week.sessions)
    cap = limits.hard_run_cap(case.athlete, case.context)
    told = _("this week {hard} hard and {long} long; hard at most {cap}, hard and long together {both}")
    return told.format(hard=hard, long=long, cap=cap, both=limits.KEY_RUNS)


def long_run(case: Case, week: Week) -> str:
    """The long run's part of the run minutes, in percent."""
    runs = [s.run for s in week.sessions if s.run is not None and not s.is_circuit]
    long = max((run.minutes for run in runs if run.intensity is Intensity.LONG), default=0)
    share, most = long / sum(run.minutes for run in runs), limits.long_run_share(len(runs))
    told = _("it is {share} of the running, at most {most} is good")
    return told.format(share=percent(share), most=percent(most))


def runs(case: Case, week: Week) -> str:
    """How many runs there are, and the longest one beside a lift."""
    count = sum(s.run is not None for s in week.sessions)
    longest = max((s.run.minutes for s in week.combined if s.run is not None), default=0)
    return ngettext(
        "this week {number} runs, beside a lift up to {longest} min",
        "this week {number} runs, beside a lift up to {longest} min",
        count,
    ).format(number=count, longest=longest)


def easy_share(case: Case, week: Week) -> str:
    """Easy minutes among the run minutes, in percent."""
    found = [s.run for s in week.sessions if s.run is not None]
    total = sum(run.minutes for run in found)
    easy = total - sum(limits.hard_minutes(run) for run in found)
    told = _("this week {share} of the minutes, better {most}")
    return told.format(share=percent(easy / total), most=percent(0.75))


def sameness(case: Case, week: Week) -> str:
    """The week's monotony."""
    told = _("this week's days are much alike: monotony {monotony}, better under {most}")
    return told.format(monotony=f"{week_load(week).monotony:.1f}", most=2)


def circuits(case: Case, week: Week) -> str:
    """How many circuits the week has, and the level's number."""
    count = sum(s.kind is Kind.CIRCUIT for s in week.sessions)
    told = _("this week {number}; at most {most}, two days apart")
    return told.format(number=count, most=limits.CIRCUITS[case.athlete.level])
