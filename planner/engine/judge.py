"""What a change means for a week: ok, a caution or a broken rule, by what the rules find that was not there before."""

from planner.engine.results import Evaluation, Finding, Judgement
from planner.engine.vocabulary import Severity, Verdict


def judge(before: Evaluation, after: Evaluation) -> Judgement:
    """The verdict on the week after a change; ok where nothing new is found, or nothing hard and no higher score."""
    worst, cost = worst_new(before, after), after.score - before.score
    if worst is None or (worst.severity is Severity.SOFT and cost <= 0):
        return Judgement(Verdict.OK, cost)
    return Judgement(Verdict.BREAKS if worst.severity is Severity.HARD else Verdict.CAUTION, cost, worst)


def worst_new(before: Evaluation, after: Evaluation) -> Finding | None:
    """The gravest finding that was not there before; None where there is none.

    A finding is known by its rule and by all that it says, as it is written.
    """
    return next((finding for finding in after.findings if not _is_known(finding, before)), None)


def _is_known(finding: Finding, before: Evaluation) -> bool:
    return any(one.rule == finding.rule and one.as_written == finding.as_written for one in before.findings)
