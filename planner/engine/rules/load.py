"""Rules about how much: hard runs, long runs, jumps, doses, frequency, monotony, circuits."""

from collections.abc import Sequence

from planner.engine import limits
from planner.engine.domain import DAYS, Session, Week
from planner.engine.load import daily_load, monotony_of
from planner.engine.progression import is_tapering
from planner.engine.rules import details
from planner.engine.rules.shapes import Case, DayRule, Sees, SessionRule, Totals, WeekRule, Weight
from planner.engine.speech import gettext_noop
from planner.engine.vocabulary import LIFTING_GOALS, RUNNING_GOALS, Confidence, Goal, Intensity, Kind

EASY = (Intensity.EASY, Intensity.MODERATE)
EASY_SHARE = 0.75
EASY_SHARE_FROM_RUNS = 4
MONOTONY_CEILING = 2.0
COMBINED_RUN_DOSE = 30
RUNS_DOSE = 3


def too_many_hard_runs(case: Case, week: Week) -> float:
    """Hard runs, key runs and long runs past their number; circuits count as hard."""
    hard = sum([s.is_hard for s in week.sessions])
    key = sum([s.is_key for s in week.sessions])
    long = sum([s.run is not None and s.run.intensity is Intensity.LONG for s in week.sessions])
    past_hard = max(hard - limits.hard_run_cap(case.athlete, case.context), 0)
    return past_hard + max(key - limits.KEY_RUNS, 0) + max(long - 1, 0)


def legs_on_easy_days(case: Case, sessions: Sequence[Session]) -> float:
    """Leg lifts on a day of easy running, in a week that has hard runs to lift after."""
    if not case.totals.hard_runs or any(s.is_hard for s in sessions):
        return 0
    easy_day = any(s.run is not None and s.run.intensity in EASY for s in sessions)
    return easy_day * sum(s.is_leg_lift for s in sessions)


def running_dose(case: Case, week: Week) -> float:
    """Combined sessions whose run is long or fast, and 1 for more than three runs."""
    parts = [s.run for s in week.combined if s.run is not None]
    return sum(r.minutes > COMBINED_RUN_DOSE or r.intensity not in EASY for r in parts) + too_many_runs(case)


def too_many_runs(case: Case) -> int:
    """1 for more than three runs."""
    return case.totals.runs > RUNS_DOSE


def rare_muscles(case: Case, week: Week) -> float:
    """Times a week that upper body and legs are trained too seldom; none where the athlete declined to lift."""
    return _missed(case, Totals.of(week.sessions), week.training_days)


def rare_muscles_anyway(case: Case) -> float:
    """What the lifts of the week miss on however few days they lie."""
    return _missed(case, case.totals, 0)


def _missed(case: Case, totals: Totals, training_days: int) -> int:
    if case.athlete.lifts_per_week == 0:
        return 0
    tapers = is_tapering(case.athlete, case.context)  # once a week keeps strength (section 5)
    wanted = 1 if tapers else limits.muscle_sessions(case.athlete, training_days)
    return max(wanted - totals.upper, 0) + max(wanted - totals.lower, 0)


def long_run_too_large(case: Case, week: Week) -> float:
    """1 where the long run is too large a part of the week's running."""
    runs = [s.run for s in week.sessions if s.run is not None and not s.is_circuit]
    total = sum([run.minutes for run in runs])
    share = limits.long_run_share(len(runs))
    return any(run.intensity is Intensity.LONG and run.minutes > share * total + 1e-9 for run in runs)


def run_jumps(case: Case, session: Session) -> float:
    """1 where a run is more than a tenth, and five minutes, past the longest of the last 30 days."""
    return session.run is not None and session.run.minutes > limits.longest_run_cap(case.athlete, case.context)


def too_little_easy(case: Case, week: Week) -> float:
    """1 where less than three quarters of the run minutes are easy, from four runs on."""
    runs = [s.run for s in week.sessions if s.run is not None]
    if len(runs) < EASY_SHARE_FROM_RUNS:
        return 0
    total = sum([run.minutes for run in runs])
    return total - sum([limits.hard_minutes(run) for run in runs]) < EASY_SHARE * total


def monotonous(case: Case, week: Week) -> float:
    """1 where the week's monotony reaches 2.0; a week without load is not monotonous."""
    daily = daily_load(week)
    return any(daily) and monotony_of(daily) >= MONOTONY_CEILING


def too_many_circuits(case: Case, week: Week) -> float:
    """Circuits past the level's number, and pairs of them on neighbouring days."""
    days = [s.day for s in week.sessions if s.kind is Kind.CIRCUIT]
    close = sum(min((a - b) % DAYS, (b - a) % DAYS) < 2 for i, a in enumerate(days) for b in days[i + 1 :])
    return max(len(days) - limits.CIRCUITS[case.athlete.level], 0) + close


HARD_RUN_CAP = WeekRule(
    number=8,
    id="hard-run-cap",
    sentence=gettext_noop("At your level more hard runs add fatigue, not speed."),
    statement=gettext_noop(
        "Hard runs and circuits a week: beginner 1 (0 in weeks 1-6 and with a medical caution), else 2; "
        "key runs at most 3, long runs at most 1."
    ),
    source="Seiler 2010; convention",
    confidence=Confidence.CONVENTION,
    sees=Sees.SUMS,
    strains=too_many_hard_runs,
    detail=details.hard_runs,
)
HARD_DAYS_HARD = DayRule(
    number=18,
    id="hard-days-hard",
    sentence=gettext_noop("Stack the hard things so easy days stay easy."),
    statement=gettext_noop("Leg lifts fall on hard-run days, after the run, rather than on easy-run days."),
    source="coaching",
    confidence=Confidence.CONVENTION,
    weight=Weight.LOW,
    goals=RUNNING_GOALS,
    by_totals=True,
    strains=legs_on_easy_days,
)
CONCURRENT_DOSE = WeekRule(
    number=21,
    id="concurrent-dose",
    sentence=gettext_noop("Long or frequent runs cost strength, so we keep them short."),
    statement=gettext_noop(
        "The run of a combined session is at most 30 min and easy or moderate; at most 3 runs a week."
    ),
    source="Wilson 2012, Lundberg 2022",
    confidence=Confidence.MODERATE,
    article=("S21", "S30"),
    weight=Weight.HIGH,
    goals=LIFTING_GOALS,
    sees=Sees.SUMS,
    strains=running_dose,
    detail=details.runs,
    floor=too_many_runs,
)
STRENGTH_FREQUENCY = WeekRule(
    number=22,
    id="strength-frequency",
    sentence=gettext_noop("Each muscle gets trained twice a week."),
    statement=gettext_noop(
        "Upper body and legs at least twice a week; once for endurance and speed with 3 days or fewer, and in a taper."
    ),
    source="Schoenfeld 2016, WHO 2020",
    confidence=Confidence.STRONG,
    article=("S31", "S32"),
    weight=Weight.MEDIUM,
    weights={Goal.STRENGTH: Weight.HIGH, Goal.MUSCLE: Weight.HIGH},
    strains=rare_muscles,
    detail=details.muscles,
    floor=rare_muscles_anyway,
)
LONG_RUN_SHARE = WeekRule(
    number=25,
    id="long-run-share",
    sentence=gettext_noop("The long run should not be most of your week."),
    statement=gettext_noop(
        "Long run / weekly run minutes at most 0.70 (2 runs), 0.60 (3), 0.45 (4), 0.40 (5), 0.33 (6 and more)."
    ),
    source="Daniels (adapted)",
    confidence=Confidence.CONVENTION,
    sees=Sees.SUMS,
    strains=long_run_too_large,
    detail=details.long_run,
)
SINGLE_RUN_SPIKE = SessionRule(
    number=26,
    id="single-run-spike",
    sentence=gettext_noop("No run jumps more than a tenth past your recent longest."),
    statement=gettext_noop("The longest run is at most 1.10 x the longest of the last 30 days, or that plus 5 min."),
    source="Frandsen 2025",
    confidence=Confidence.MODERATE,
    article=("S28",),
    strains=run_jumps,
)
EASY_SHARE_RULE = WeekRule(
    number=29,
    id="easy-share",
    sentence=gettext_noop("Most running is easy."),
    statement=gettext_noop(
        # xgettext:no-python-format
        "At least 75 % of the run minutes easy or long, warm-ups and recoveries counted as easy, from 4 runs on."
    ),
    source="Seiler 2010, Muñoz 2014",
    confidence=Confidence.WEAK,
    article=("S33",),
    weight=Weight.MEDIUM,
    sees=Sees.SUMS,
    strains=too_little_easy,
    detail=details.easy_share,
)
MONOTONY = WeekRule(
    number=30,
    id="monotony",
    sentence=gettext_noop("Days that differ are easier to recover from."),
    statement=gettext_noop("Mean of the seven daily loads over their sample standard deviation stays under 2.0."),
    source="Foster 1998",
    confidence=Confidence.WEAK,
    article=("S13",),
    weight=Weight.MEDIUM,
    strains=monotonous,
    detail=details.sameness,
)
CIRCUIT_LIMIT = WeekRule(
    number=32,
    id="circuit-limit",
    sentence=gettext_noop("Run-lift circuits are hard days."),
    statement=gettext_noop(
        "Circuits at most 1 (beginner) or 2 a week, at least 2 days apart, and count as key run and full lift."
    ),
    source="convention",
    confidence=Confidence.CONVENTION,
    article=("S9",),
    sees=Sees.DAYS,
    strains=too_many_circuits,
    detail=details.circuits,
)
