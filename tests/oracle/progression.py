"""Rules 26, 27, 28 and 33 of section 10 over the weeks of a plan, read from the text alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from tests.oracle.facts import Json, lower_level
from tests.oracle.hard import stated_longest
from tests.oracle.soft import LOW, MEDIUM
from tests.oracle.weeks import WeekFacts, run_minutes

MEMORY = dt.timedelta(days=30)
SPIKE, SPIKE_MINUTES = 1.10, 5
GENTLE, GENTLE_MINUTES = 1.10, 10
MOST, MOST_MINUTES = 1.30, 20
REMEMBERED_WEEKS = 3
LIGHT_RUNS, LIGHT_SETS = 0.8, 0.6
LOADING, LOADING_BEGINNER, LOADING_MOST = 3, 6, 6
RETURN = 0.7  # of the longest run, after 30 days without one
SHORTEST = 15  # minutes of a run (section 7)
EASED = ("taper", "race")
FLOOR_MINUTES, FLOOR_DAYS = 150, 2
JUST = 1e-9


def run_spikes(profile: Json, weeks: Sequence[WeekFacts]) -> Iterator[str]:
    """Rule 26 by dates: no run past a tenth, or five minutes, over the longest of the 30 days before it.

    What was run before the plan counts as stated, or as assumed, for the plan's first 30 days; and again where 30 days
    hold no run at all. The text is silent on a break so long: seven tenths of the longest run before it will do too.
    The race and circuits are exempt.
    """
    race_day, known = (profile.get("race") or {}).get("date"), list[tuple[dt.date, int]]()
    for week in weeks:
        for date, item in week.dated():
            if not item.run_minutes or item.is_circuit:
                continue
            recent = [minutes for day, minutes in known if date - MEMORY <= day < date]
            broke = not recent
            if not recent or date < weeks[0].monday + MEMORY:
                recent.append(stated_longest(profile))
            most = max(SPIKE * max(recent), max(recent) + SPIKE_MINUTES, *(RETURN * m for _, m in known if broke))
            if item.run_minutes > most + JUST and date.isoformat() != race_day:
                yield f"26 single-run-spike: {date} {item.run_minutes} min after at most {max(recent)}"
            known.append((date, item.run_minutes))


def reference(profile: Json, weeks: Sequence[WeekFacts], number: int, circuits: bool) -> int | None:
    """The most run minutes of the three weeks before; None where none of them is known."""
    usual = profile.get("weekly_run_minutes")
    before = [] if usual is None else [usual] * REMEMBERED_WEEKS
    known = before + [week.runs[circuits] for week in weeks[:number]]
    return max(known[-REMEMBERED_WEEKS:], default=None)


def _past(profile: Json, weeks: Sequence[WeekFacts], number: int, share: float, minutes: int) -> bool:
    """Whether a week's run minutes pass a share of the reference, and so many more, however circuits are counted."""
    for circuits in (True, False):
        known = reference(profile, weeks, number, circuits)
        if known is None or weeks[number].runs[circuits] <= max(share * known, known + minutes) + JUST:
            return False
    return True


def jumps(profile: Json, weeks: Sequence[WeekFacts]) -> Iterator[str]:
    """Rule 27 at its limit: at most 30 %, or 20 min, over the most of the last three weeks."""
    for week in weeks:
        if _past(profile, weeks, week.number, MOST, MOST_MINUTES):
            known = reference(profile, weeks, week.number, circuits=True)
            yield f"27 weekly-progression: {week.name} runs {week.runs[True]} min after at most {known}"


def progression_cost(profile: Json, weeks: Sequence[WeekFacts], number: int) -> float:
    """Rule 27 below its limit: 4 where a week's running grows by more than a tenth and ten minutes."""
    return MEDIUM * _past(profile, weeks, number, GENTLE, GENTLE_MINUTES)


def loading_weeks(weeks: Sequence[WeekFacts]) -> list[list[WeekFacts]]:
    """For each week the loading weeks in a row that it ends, itself among them; none where it is eased."""
    found: list[list[WeekFacts]] = []
    row: list[WeekFacts] = []
    for week in weeks:
        # After a race: the weeks before it were eased themselves.
        after_nothing = week.phase == "deload" and not row and week.number > 0
        eased = week.phase in EASED or after_nothing or is_light(week, row) or is_next_to_nothing(week)
        row = [] if eased else [*row, week]
        found.append(row)
    return found


def is_next_to_nothing(week: WeekFacts) -> bool:
    """Whether a week is empty, or has nothing but one run at its shortest, which no lighter week could cut."""
    training = [item for item in week.items if item.has_lift or item.run_minutes]
    return not week.sets and len(training) <= 1 and week.runs[False] == week.runs[True] <= SHORTEST


def is_light(week: WeekFacts, loading: Sequence[WeekFacts]) -> bool:
    """Whether a week can pass for a deload after these weeks: run minutes and sets both down."""
    return any(_lighter(week, loading))


def _lighter(week: WeekFacts, loading: Sequence[WeekFacts]) -> list[bool]:
    """Whether it is one with the minutes of circuits, and without."""
    if not loading:
        return [False]
    sets = week.sets <= LIGHT_SETS * max(one.sets for one in loading) + JUST
    most = {circuits: max(one.runs[circuits] for one in loading) for circuits in (True, False)}
    return [sets and week.runs[both] <= max(LIGHT_RUNS * most[both], SHORTEST) + JUST for both in (True, False)]


def deloads(profile: Json, weeks: Sequence[WeekFacts]) -> Iterator[str]:
    """Rule 28 at its limit, and what a deload must be: light in runs and lifts, said so, at most one hard run."""
    rows = [[], *loading_weeks(weeks)]
    for week, before, row in zip(weeks, rows, rows[1:], strict=False):
        if len(row) > LOADING_MOST:
            yield f"28 deload: {week.name} is loading week {len(row)} in a row"
        if week.phase == "deload" and (before or not week.number) and not is_light(week, before):
            yield f"28 deload: {week.name} has {week.runs[True]} min and {week.sets} sets after {_loads(before)}"
        if all(_lighter(week, before)) and week.phase not in ("deload", *EASED) and not week.disturbed:
            yield f"28 deload unsaid: {week.name} has {week.runs[True]} min and {week.sets} sets after {_loads(before)}"
        if week.phase == "deload" and sum(item.intensity == "hard" for item in week.items) > 1:
            yield f"28 deload: {week.name} has more than one hard run"


def _loads(weeks: Sequence[WeekFacts]) -> list[tuple[int, int]]:
    return [(week.runs[True], week.sets) for week in weeks]


def deload_cost(profile: Json, weeks: Sequence[WeekFacts], number: int) -> float:
    """Rule 28 below its limit: 4 for each loading week past the third in a row, past the sixth for beginners."""
    most = LOADING_BEGINNER if lower_level(profile) == "beginner" else LOADING
    return MEDIUM * (len(loading_weeks(weeks)[number]) > most)


def floor_cost(profile: Json, week: Json, facts: WeekFacts) -> float:
    """Rule 33: 1 where the week misses the WHO minimum of activity, of lifting days, from 65 on of balance."""
    walks = sum(s["recovery"]["minutes"] for s in week["sessions"] if (s["recovery"] or {}).get("activity") == "walk")
    active = run_minutes(facts.items, circuits=True) * 2 + walks >= FLOOR_MINUTES
    regions = ["full" if item.is_circuit else item.region for item in facts.items if item.has_lift]
    strong = all(sum(region in ("full", half) for region in regions) >= FLOOR_DAYS for half in ("upper", "lower"))
    return LOW * (not (active and strong and _balanced(profile, week, facts.monday.year)))


OLD, BALANCE_SESSIONS = 65, 3


def _balanced(profile: Json, week: Json, year: int) -> bool:
    born = profile.get("birth_year")
    if born is None or year - born < OLD:
        return True
    texts = (" ".join(block["text"] for block in session.get("blocks") or []) for session in week["sessions"])
    return sum("balance" in text.lower() for text in texts) >= BALANCE_SESSIONS
