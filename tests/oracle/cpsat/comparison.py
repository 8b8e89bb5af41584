"""The planner's weeks held against CP-SAT's: what the two disagree on, told in a sentence, empty where they agree."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

from planner.engine import athlete_from, evaluate
from planner.engine.prescription import Prescription
from planner.engine.results import Evaluation, PlannedWeek
from tests.oracle import hard
from tests.oracle.cpsat.answers import asked_of, cheapest, model_of
from tests.oracle.cpsat.finished import counted, double_days, is_cut, sessions_of
from tests.oracle.cpsat.model import WeekModel
from tests.oracle.cpsat.options import item_of
from tests.oracle.cpsat.question import Question, Starts
from tests.oracle.facts import Json

HOUR_RULES = {
    "same-day-separation",
    "same-day-separation-6h",
    "muscle-recovery-hours",
    "legs-to-hard-run-48h",
}
NOT_OF_ONE_PLACING = {"weekly-progression", "deload", "taper-and-race-week", "health-floor"}
EVEN = 0.01
UNKNOWN_WEEK = 99  # a week that knows no place in a plan


def disagreement(profile: Json, planned: PlannedWeek) -> str:
    """What is wrong with a valid week that was planned without recovery's and variety's finishing touches."""
    athlete = athlete_from(profile)
    volume = asked_of(athlete)[0].volume  # how long sessions are is no question of placing
    rx = replace(counted(athlete, planned.week), volume=volume)
    open_pairs = bool(double_days(planned.week)) and rx.one_session_too
    told = "" if open_pairs else _of_prescription(profile, rx, planned)
    return told or _of_sessions(profile, rx, planned) or _relaxed_needlessly(profile, rx, open_pairs)


def _of_prescription(profile: Json, rx: Prescription, planned: PlannedWeek) -> str:
    """Against every week of the prescription at any minute; where that one is cheaper, at the starts that are tried."""
    answer = cheapest(profile, rx)
    if answer is None:
        return "CP-SAT finds no week of the prescription"
    (model, least), score = answer, score_of(planned.evaluation)
    if told := misjudged(model, least):
        return told
    if least > score + EVEN:
        return f"the planner's {score} undercuts the proven {least}"
    if evaluate(model.question.athlete, model.chosen()).score > planned.evaluation.score - EVEN:
        return ""  # what the model saves it pays by a rule that is not in it
    if planned.optimal and least < score - EVEN:
        least = _at_tried_starts(profile, rx, planned)
    if planned.optimal and abs(least - score) > EVEN:
        return f"{score} is called optimal, {least} is possible: {model.chosen().sessions}"
    return ""


def score_of(evaluation: Evaluation) -> float:
    """The sum of costs, but of rules that look at weeks in a row or at what no placing changes."""
    return sum(finding.cost for finding in evaluation.findings if finding.rule not in NOT_OF_ONE_PLACING)


def misjudged(model: WeekModel, cost: float) -> str:
    """Whether the validator or the planner's own scorer thinks otherwise of the model's week."""
    week = model.chosen()
    items = [item_of(s, s.day, s.start, s.order) for s in week.sessions]
    scene = hard.Scene(model.profile, {"start": "2026-11-30"}, items, [], True, UNKNOWN_WEEK)
    broken = [text for rule in hard.RULES for text in rule(scene)]
    evaluation = evaluate(model.question.athlete, week)
    if broken or not evaluation.valid or abs(score_of(evaluation) - cost) > EVEN:
        return f"the model says {cost}, the rules say {evaluation.score}, {broken} broken: {week.sessions}"
    return ""


def _at_tried_starts(profile: Json, rx: Prescription, planned: PlannedWeek) -> float:
    """The least cost at the usual starts, or at more of them where a rule about hours asked for those."""
    score, by_hours = score_of(planned.evaluation), {f.rule for f in planned.evaluation.findings} & HOUR_RULES
    usual = cheapest(profile, rx, Starts.USUAL)
    if usual is not None and usual[1] < score + EVEN and not by_hours:
        return usual[1]
    more = cheapest(profile, rx, Starts.MORE)
    return more[1] if more else float("inf")


def _of_sessions(profile: Json, rx: Prescription, planned: PlannedWeek) -> str:
    """Against every week of exactly these sessions in any company, where all have their full length."""
    question, score = Question(profile, rx, exactly=sessions_of(planned.week)), score_of(planned.evaluation)
    if not planned.optimal or is_cut(Question(profile, rx), planned.week):
        return ""
    least = model_of(question).solve()
    if least is None or least > score + EVEN:
        return f"the planner's {score} undercuts the proven {least} of its own sessions"
    if least < score - EVEN:  # at some minute; at a usual start?
        usual = model_of(replace(question, starts=Starts.USUAL)).solve()
        if usual is not None and usual < score - EVEN:
            return f"{score} is called optimal, the same sessions may cost {usual}"
    return ""


def _relaxed_needlessly(profile: Json, rx: Prescription, open_pairs: bool) -> str:
    """Where the week is not one of those asked for: whether there is one after all."""
    asked = asked_of(athlete_from(profile))
    if any(_gist(one, open_pairs) == _gist(rx, open_pairs) for one in asked):
        return ""
    possible = [one for one in asked if cheapest(profile, one) is not None]
    return f"{possible[0]} has a week, {rx} was planned" if possible else ""


def _gist(rx: Prescription, open_pairs: bool) -> tuple[Any, ...]:
    """What tells prescriptions apart; pairs that are two sessions of a day may have changed company."""
    shared = None if open_pairs else rx.combined
    runs = (rx.runs, rx.hard, rx.long, rx.long_day)
    return (*runs, Counter(rx.regions), rx.circuits, shared, rx.one_session_too)
