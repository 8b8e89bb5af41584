"""A finished week read as a question: which prescription it answers, which sessions it holds."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from planner.engine import Session, Week
from planner.engine.domain import Athlete
from planner.engine.prescription import Prescription
from planner.engine.vocabulary import Arrangement, Intensity, Kind, Level
from tests.oracle.cpsat.question import Content, Question


def counted(athlete: Athlete, week: Week) -> Prescription:
    """The prescription that the week answers, recovery apart; two sessions of a day count as a pair.

    A wished day binds the long run where the run lies there.
    """
    kinds = Counter(s.kind for s in week.sessions)
    pairs = len(double_days(week))
    runs = [s.run.intensity for s in week.sessions if s.run and not s.is_circuit]
    long_days = [s.day for s in week.sessions if s.run and s.run.intensity is Intensity.LONG]
    two_a_day = athlete.arrangement is Arrangement.TWO_A_DAY and athlete.level is not Level.BEGINNER
    return Prescription(
        run_only=kinds[Kind.RUN_ONLY] - pairs,
        lift_only=kinds[Kind.LIFT_ONLY] - pairs,
        combined=kinds[Kind.COMBINED] + pairs,
        recovery=0,
        circuits=kinds[Kind.CIRCUIT],
        hard=runs.count(Intensity.HARD),
        long=bool(long_days),
        regions=tuple(s.lift.region for s in week.sessions if s.lift and not s.is_circuit),
        long_day=athlete.long_run_weekday if athlete.long_run_weekday in long_days else None,
        two_a_day=two_a_day,
        one_session_too=not two_a_day or kinds[Kind.COMBINED] > 0,
    )


def double_days(week: Week) -> list[int]:
    """Days with two sessions that train."""
    return [day for day, sessions in enumerate(week.by_day) if sum(s.is_training for s in sessions) > 1]


def sessions_of(week: Week) -> tuple[Session, ...]:
    """The week's sessions that train, without their places and orders."""
    training = (s for s in week.sessions if s.is_training)
    return tuple(replace(s, id="", day=0, start=0, order=None) for s in training)


def is_cut(question: Question, week: Week) -> bool:
    """Whether a session that has its day to itself is shorter than it might be."""
    for session in week.sessions:
        if session.is_training and session.day not in double_days(week):
            run, lift = session.run and session.run.intensity, session.lift and session.lift.region
            content = Content(session.kind) if session.is_circuit else Content(session.kind, run, lift)
            full = question.session(content, question.most_minutes)
            if full is None or session.minutes < full.minutes:
                return True
    return False
