"""Feeds profiles to the headless planner and judges every answer (`python -m tests.oracle.run --help`)."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from tests.oracle.facts import Json
from tests.oracle.judgement import judge, judge_block
from tests.oracle.profiles import block_profile, cells, random_profile

ROOT = Path(__file__).resolve().parents[2]
START = "2026-11-30"
EXAMPLES = 5


def plans_of(profiles: list[Json], weeks: int) -> tuple[list[Any], float]:
    """The planner's answers as JSON documents, in order, and the seconds it took."""
    begun = time.perf_counter()
    answers = lines_through(["--start", START, "--weeks", str(weeks)], profiles)
    return answers, time.perf_counter() - begun


def blocks_of(asked: list[tuple[Json, int]]) -> tuple[list[Any], float]:
    """The planner's answers to profiles each with its own number of weeks, in order, and the seconds it took."""
    answers: dict[int, Any] = {}
    seconds = 0.0
    for weeks in {weeks for _, weeks in asked}:
        numbers = [number for number, (_, wanted) in enumerate(asked) if wanted == weeks]
        plans, spent = plans_of([asked[number][0] for number in numbers], weeks)
        answers |= dict(zip(numbers, plans, strict=True))
        seconds += spent
    return [answers[number] for number in range(len(asked))], seconds


def lines_through(options: list[str], documents: list[Json]) -> list[Any]:
    """JSON Lines through `manage.py plan`; raises when the answers are not one for one."""
    lines = "".join(json.dumps(document) + "\n" for document in documents)
    command = [sys.executable, "manage.py", "plan", *options]
    done = subprocess.run(command, cwd=ROOT, input=lines, text=True, capture_output=True, check=False)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    if len(answers) != len(documents):
        raise RuntimeError(f"{len(answers)} answers to {len(documents)}, exit {done.returncode}: {done.stderr}")
    return answers


def report(
    names: Iterable[str],
    profiles: list[Json],
    plans: list[Any],
    seconds: float,
    judged: Callable[[Json, Json], Iterator[str]] = judge,
) -> Counter[str]:
    """Prints the summary and gives the number of answers per kind of trouble."""
    seen: dict[str, list[str]] = defaultdict(list)
    for name, profile, plan in zip(names, profiles, plans, strict=True):
        for kind, text in {text.split(":")[0]: text for text in judged(profile, plan)}.items():
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
    """Reads the options and runs random profiles, blocks of many weeks, or the cells of the composition table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--profiles", type=int, default=500)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--weeks", type=int, default=1)
    parser.add_argument("--cells", action="store_true", help="the 216 cells instead of random profiles")
    parser.add_argument("--blocks", action="store_true", help="plans of 1 to 24 weeks, judged by the rules over weeks")
    options = parser.parse_args()
    seeds = range(options.first, options.first + options.profiles)
    names = [str(seed) for seed in seeds]
    if options.blocks:
        asked = [block_profile(seed) for seed in seeds]
        report(names, [profile for profile, _ in asked], *blocks_of(asked), judge_block)
        return
    chosen = list(cells()) if options.cells else [(str(seed), random_profile(seed)) for seed in seeds]
    profiles = [profile for _, profile in chosen]
    report([name for name, _ in chosen], profiles, *plans_of(profiles, options.weeks))


if __name__ == "__main__":
    main()
