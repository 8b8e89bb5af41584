"""Feeds profiles to the headless planner and judges every answer (`python -m tests.oracle.run --help`)."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from tests.oracle.facts import Json
from tests.oracle.profiles import cells, random_profile
from tests.oracle.validator import (
    alternation_broken,
    alternation_broken_at_seam,
    alternation_forced_apart,
    broken_limits,
    extra_on_wrong_side,
    hard_violations,
    shape_errors,
    soft_costs,
    unmet_wishes,
)

ROOT = Path(__file__).resolve().parents[2]
START = "2026-11-30"
EXAMPLES = 5
LOOSE = {"easy-share", "alternate-order"}  # the text leaves their sums open: work minutes, tie-break costs


def plans_of(profiles: list[Json], weeks: int) -> tuple[list[Any], float]:
    """The planner's answers as JSON documents, in order, and the seconds it took."""
    begun = time.perf_counter()
    answers = lines_through(["--start", START, "--weeks", str(weeks)], profiles)
    return answers, time.perf_counter() - begun


def lines_through(options: list[str], documents: list[Json]) -> list[Any]:
    """JSON Lines through `manage.py plan`; raises when the answers are not one for one."""
    lines = "".join(json.dumps(document) + "\n" for document in documents)
    command = [sys.executable, "manage.py", "plan", *options]
    done = subprocess.run(command, cwd=ROOT, input=lines, text=True, capture_output=True, check=False)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    if len(answers) != len(documents):
        raise RuntimeError(f"{len(answers)} answers to {len(documents)}, exit {done.returncode}: {done.stderr}")
    return answers


def judge(profile: Json, plan: Json) -> Iterator[str]:
    """Everything wrong with one answer, as `kind: what`."""
    if "error" in plan:
        yield f"refused: {plan['error']}"
        return
    shape = shape_errors(plan)
    yield from (f"shape {text}" for text in shape)
    if shape and not all(isinstance(week, dict) for week in plan.get("weeks", [None])):
        return
    for number, week in enumerate(plan["weeks"]):
        yield from _judge_week(profile, plan, number, week)


def _judge_week(profile: Json, plan: Json, number: int, week: Json) -> Iterator[str]:
    previous = plan["weeks"][number - 1] if number else None
    alone = len(plan["weeks"]) == 1
    yield from hard_violations(profile, week, previous=previous, wrap=alone, plan_week=number + 1)
    yield from broken_limits(profile, week)
    yield from (f"planner says hard: {f['rule']}" for f in week["findings"] if f["severity"] == "hard")
    if alternation_broken(profile, week):
        yield "alternation broken: "
    if alternation_forced_apart(profile, week):
        yield "alternation forced apart (key runs): "
    if previous and alternation_broken_at_seam(profile, previous, week):
        yield "alternation broken at the seam: "
    if number == 0 and extra_on_wrong_side(profile, week):
        yield "alternation: odd one on the wrong side"
    if not plan["changes"]:
        yield from (f"silent {text}" for text in unmet_wishes(profile, week))
    if alone:
        yield from _costs(profile, week)


def _costs(profile: Json, week: Json) -> Iterator[str]:
    theirs: dict[str, float] = defaultdict(float)
    for finding in week["findings"]:
        theirs[finding["rule"]] += finding["cost"]
    ours = soft_costs(profile, week)
    for rule in sorted({*theirs, *ours} - LOOSE):
        if abs(theirs.get(rule, 0.0) - ours.get(rule, 0.0)) > 0.01:
            yield f"cost of {rule}: planner {theirs.get(rule, 0.0):g}, ours {ours.get(rule, 0.0):g}"


def report(names: Iterable[str], profiles: list[Json], plans: list[Any], seconds: float) -> Counter[str]:
    """Prints the summary and gives the number of answers per kind of trouble."""
    seen: dict[str, list[str]] = defaultdict(list)
    for name, profile, plan in zip(names, profiles, plans, strict=True):
        for kind, text in {text.split(":")[0]: text for text in judge(profile, plan)}.items():
            seen[kind].append(f"{name} -> {text}")
    for kind in sorted(seen):
        _say(f"{len(seen[kind]):5d}  {kind}")
        for example in seen[kind][:EXAMPLES]:
            _say(f"         {example}")
    _statistics(plans, seconds)
    return Counter({kind: len(examples) for kind, examples in seen.items()})


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


def _statistics(plans: list[Any], seconds: float) -> None:
    weeks = [week for plan in plans for week in plan.get("weeks", [])]
    steps = Counter(change["step"] for plan in plans for change in plan.get("changes", []))
    optimal, empty = sum(week["optimal"] for week in weeks), sum(not week["sessions"] for week in weeks)
    _say(f"{len(plans)} plans, {len(weeks)} weeks, {optimal} optimal, {empty} empty, {seconds:.1f} s in all")
    _say(f"changes by step: {dict(steps.most_common())}")


def main() -> None:
    """Reads the options and runs the random profiles or the cells of the composition table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--profiles", type=int, default=500)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--weeks", type=int, default=1)
    parser.add_argument("--cells", action="store_true", help="the 216 cells instead of random profiles")
    options = parser.parse_args()
    seeds = range(options.first, options.first + options.profiles)
    chosen = list(cells()) if options.cells else [(str(seed), random_profile(seed)) for seed in seeds]
    names, profiles = [name for name, _ in chosen], [profile for _, profile in chosen]
    report(names, profiles, *plans_of(profiles, options.weeks))


if __name__ == "__main__":
    main()
