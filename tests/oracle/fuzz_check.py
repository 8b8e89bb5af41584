"""Damaged weeks through `plan --check`, and neighbours of weeks called optimal: does the planner judge as we do?"""

from __future__ import annotations

import argparse
import copy
import datetime as dt
import sys
from collections import defaultdict
from collections.abc import Iterator
from random import Random
from typing import Any

from tests.oracle.facts import Json, clock, minute_of
from tests.oracle.profiles import random_profile
from tests.oracle.run import START, lines_through, plans_of
from tests.oracle.validator import hard_violations
from tests.oracle.windows import free_windows

STEP_MINUTES = 15
UNKNOWN_WEEK = 99  # `--check` is not told the week of the plan, so the beginners' first six weeks do not count


def damaged(rng: Random, week: Json) -> Json:
    """A copy of the week with one to three random changes, still one Monday-to-Sunday week of whole sessions."""
    sessions: list[Json] = copy.deepcopy(week["sessions"])
    for _ in range(rng.choice((1, 1, 2, 3))):
        rng.choice(DAMAGES)(rng, rng.choice(sessions))
    return {**week, "sessions": sorted(sessions, key=lambda session: (session["date"], session["start"]))}


def _other_day(rng: Random, session: Json) -> None:
    session["date"] = (dt.date.fromisoformat(START) + dt.timedelta(days=rng.randrange(7))).isoformat()


def _other_time(rng: Random, session: Json) -> None:
    session["start"] = clock(rng.randrange(0, 24 * 60 - session["minutes"] + 1, 5))


def _flip(rng: Random, session: Json) -> None:
    if session["order"]:
        session["order"] = "lift_first" if session["order"] == "run_first" else "run_first"


def _other_run(rng: Random, session: Json) -> None:
    if session["run"]:
        session["run"]["intensity"] = rng.choice(("easy", "moderate", "hard", "long"))


def _other_lift(rng: Random, session: Json) -> None:
    if session["lift"]:
        session["lift"]["region"] = rng.choice(("upper", "lower", "full"))
        session["lift"]["effort"] = rng.choice(("light", "moderate", "heavy"))


def _other_length(rng: Random, session: Json) -> None:
    part = next(part for part in ("run", "lift", "recovery") if session[part])
    change = rng.choice((-20, -10, -5, 5, 10, 30, 60))
    room = 24 * 60 - minute_of(session["start"]) - session["minutes"]
    change = max(5 - session[part]["minutes"], min(change, room))
    session[part]["minutes"] += change
    session["minutes"] += change


def _other_edges(rng: Random, session: Json) -> None:
    session[rng.choice(("warm_up_minutes", "cool_down_minutes"))] = rng.choice((0, 4, 5, 9, 10, 15))


DAMAGES = (_other_day, _other_day, _other_time, _flip, _other_run, _other_lift, _other_length, _other_edges)


def neighbours(profile: Json, week: Json) -> Iterator[Json]:
    """Weeks one move, swap of two places or flip away, at window starts and quarter hours inside the windows."""
    sessions = week["sessions"]
    for number, session in enumerate(sessions):
        for place in _places(profile, session["minutes"]):
            yield _with(week, {number: place})
        if session["order"]:
            yield _with(week, {number: {"order": {"run_first": "lift_first"}.get(session["order"], "run_first")}})
        for other in range(number):
            here, there = ({key: s[key] for key in ("date", "start")} for s in (session, sessions[other]))
            yield _with(week, {number: there, other: here})


def _places(profile: Json, minutes: int) -> Iterator[Json]:
    for day in range(7):
        date = dt.date.fromisoformat(START) + dt.timedelta(days=day)
        for start, end, _ in free_windows(profile, date):
            for minute in range(start, end - minutes + 1, STEP_MINUTES * 8):
                yield {"date": date.isoformat(), "start": clock(minute)}


def _with(week: Json, changes: dict[int, Json]) -> Json:
    sessions = [session | changes.get(number, {}) for number, session in enumerate(week["sessions"])]
    return {**week, "sessions": sorted(sessions, key=lambda session: (session["date"], session["start"]))}


def checked(questions: list[tuple[Json, Json]]) -> list[Any]:
    """What `plan --check` says to each (profile, week)."""
    documents = [{"profile": profile, "sessions": week["sessions"]} for profile, week in questions]
    return lines_through(["--check"], documents)


def compare_damaged(seeds: range, rounds: int) -> dict[str, list[str]]:
    """Hard rules that only one of the two sides sees, with the seed and round of each."""
    profiles = [random_profile(seed) for seed in seeds]
    plans, _ = plans_of(profiles, 1)
    asked = [(name, profile, week) for name, profile, week in _damage_all(seeds, profiles, plans, rounds)]
    apart: dict[str, list[str]] = defaultdict(list)
    for (name, profile, week), answer in zip(asked, checked([(p, w) for _, p, w in asked]), strict=True):
        if "error" in answer:
            apart[f"refused: {answer['error']}"[:150]].append(name)
            continue
        ours = {text.split(" ")[1].rstrip(":") for text in hard_violations(profile, week, plan_week=UNKNOWN_WEEK)}
        theirs = {finding["rule"] for finding in answer["findings"] if finding["severity"] == "hard"}
        if answer["valid"] == bool(theirs):
            apart["valid does not fit the hard findings"].append(name)
        for rule in ours ^ theirs:
            apart[f"{rule} seen only by {'us' if rule in ours else 'the planner'}"].append(name)
    return apart


def _damage_all(seeds: range, profiles: list[Json], plans: list[Any], rounds: int) -> Iterator[tuple[str, Json, Json]]:
    for seed, profile, plan in zip(seeds, profiles, plans, strict=True):
        for number in range(rounds if plan["weeks"][0]["sessions"] else 0):
            rng = Random(seed * 1000 + number)
            yield f"{seed}/{number}", profile, damaged(rng, plan["weeks"][0])


def better_neighbours(seeds: range) -> dict[str, list[str]]:
    """Weeks called optimal though a neighbour breaks no rule and scores lower by the planner's own word."""
    profiles = [random_profile(seed) for seed in seeds]
    plans, _ = plans_of(profiles, 1)
    found: dict[str, list[str]] = defaultdict(list)
    for seed, profile, plan in zip(seeds, profiles, plans, strict=True):
        week = plan["weeks"][0]
        around = [week, *neighbours(profile, week)]
        answers = checked([(profile, other) for other in around])
        if abs(answers[0]["score"] - week["score"]) > 0.01:
            found["check scores the plan's own week differently"].append(str(seed))
        best = min((a["score"] for a in answers if a.get("valid")), default=week["score"])
        if best < week["score"] - 0.01:
            found[f"optimal {week['optimal']} but a neighbour scores lower"].append(f"{seed}: {best} < {week['score']}")
    return found


def main() -> None:
    """Prints where the two sides part."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--profiles", type=int, default=100)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--neighbours", action="store_true")
    options = parser.parse_args()
    seeds = range(options.first, options.first + options.profiles)
    apart = better_neighbours(seeds) if options.neighbours else compare_damaged(seeds, options.rounds)
    for kind, names in sorted(apart.items()):
        sys.stdout.write(f"{len(names):5d}  {kind}: {', '.join(names[:6])}\n")


if __name__ == "__main__":
    main()
