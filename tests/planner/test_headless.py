"""The headless planner: one document or many, plan, check and repair; bad input named; judged by the second reading."""

import io
import itertools
import json
import subprocess
import sys
from pathlib import Path

import pytest
from icalendar import Calendar

from planner.engine import ProfileError
from planner.headless import answer_for, documents_in, parse
from tests.oracle.profiles import cells, random_profile
from tests.oracle.run import judge

ROOT = Path(__file__).resolve().parents[2]
START = "2026-11-30"
EVENINGS = [{"weekday": day, "start": "18:00", "end": "20:00"} for day in range(5)]
PROFILE = {"goal": "fat_loss", "run_level": "intermediate", "lift_level": "intermediate", "availability": EVENINGS}


def answer(document, **options):
    usual = {"start": START, "weeks": "1", "check": False, "repair": False, "format": "json"}
    return answer_for({**usual, **options})(document)


def command(text: str | bytes, *options: str) -> subprocess.CompletedProcess[bytes]:
    raw = text.encode() if isinstance(text, str) else text
    return subprocess.run(
        [sys.executable, "manage.py", "plan", *options], cwd=ROOT, input=raw, capture_output=True, check=False
    )


def troubles(profile, weeks):
    plan = json.loads(answer(profile, weeks=str(weeks)))
    allowed = ("cost of", "alternation forced apart", "alternation broken")  # soft sums the text leaves open
    return [text for text in judge(profile, plan) if not text.startswith(allowed)]


@pytest.mark.parametrize("seed", range(7000, 7040))
def test_random_profiles_get_weeks_that_a_second_reading_of_the_rules_finds_valid(seed):
    assert troubles(random_profile(seed), 1) == []


@pytest.mark.parametrize("seed", range(8000, 8010))
def test_blocks_hold_over_their_seams(seed):
    assert troubles(random_profile(seed), 4) == []


@pytest.mark.parametrize(("name", "profile"), [(n, p) for i, (n, p) in enumerate(cells()) if i % 6 == 0])
def test_cells_alternate_strictly(name, profile):
    plan = json.loads(answer(profile))
    broken = [text for text in judge(profile, plan) if text.startswith(("alternation", "planner"))]
    assert broken == [] or name.startswith("speed advanced 3")


def test_the_founding_articles_scheme_comes_out_for_five_days_of_fat_loss():
    (week,) = json.loads(answer(PROFILE))["weeks"]
    assert [s["order"] for s in week["sessions"]] == ["run_first", "lift_first"] * 2 + ["run_first"]
    assert week["order_ledger"] == {"run_first": 3, "lift_first": 2}


def test_a_block_repeats_its_days_and_carries_the_orders_on():
    weeks = json.loads(answer(PROFILE, weeks="3"))["weeks"]
    assert [w["start"] for w in weeks] == ["2026-11-30", "2026-12-07", "2026-12-14"]
    orders = [s["order"] for w in weeks for s in w["sessions"]]
    assert all(a != b for a, b in itertools.pairwise(orders))
    ids = [s["id"] for w in weeks for s in w["sessions"]]
    assert len(set(ids)) == len(ids)


def test_what_is_planned_checks_out_with_the_same_findings_and_score():
    for seed in range(20):
        profile = random_profile(seed)
        (week,) = json.loads(answer(profile))["weeks"]
        judged = json.loads(answer({"profile": profile, "sessions": week["sessions"]}, check=True))
        assert judged["valid"], profile
        assert judged["score"] == week["score"]
        assert [f["rule"] for f in judged["findings"]] == [f["rule"] for f in week["findings"]]
        assert not week["sessions"] or judged["load"] == week["load"]


def test_repair_mends_a_week_and_keeps_what_is_locked():
    run = {"kind": "run_only", "run": {"intensity": "hard", "minutes": 40}, "start": "18:00"}
    sessions = [
        {"id": "a", "date": "2026-11-30", "locked": True, **run},
        {"id": "b", "date": "2026-12-01", **run},
    ]
    profile = {**PROFILE, "goal": "general", "longest_recent_run_minutes": 60}
    document = {"profile": profile, "sessions": sessions, "blocked_dates": ["2026-12-02"]}
    proposals = json.loads(answer(document, repair=True))["proposals"]
    assert 1 <= len(proposals) <= 3
    for proposal in proposals:
        places = {s["id"]: s["date"] for s in proposal["sessions"]}
        assert places["a"] == "2026-11-30"
        assert "2026-12-02" not in places.values()
        assert json.loads(answer({"profile": profile, "sessions": proposal["sessions"]}, check=True))["valid"]
    assert [m["session"] for m in proposals[0]["moves"]] == ["b"]


def test_repair_honours_single_locks():
    run = {"kind": "run_only", "run": {"intensity": "hard", "minutes": 40}, "start": "18:00"}
    sessions = [
        {"id": "a", "date": "2026-11-30", "locks": ["day"], **run},
        {"id": "b", "date": "2026-12-01", "locks": ["hour"], **run},
    ]
    profile = {**PROFILE, "goal": "general", "longest_recent_run_minutes": 60}
    document = {"profile": profile, "sessions": sessions}
    proposals = json.loads(answer(document, repair=True))["proposals"]
    assert proposals
    for proposal in proposals:
        places = {s["id"]: s for s in proposal["sessions"]}
        assert places["a"]["date"] == "2026-11-30"
        assert "b" not in places or places["b"]["start"] == "18:00"
        assert places["a"]["locks"] == ["day"]
    assert json.loads(answer(document, check=True))["valid"] is False


def test_a_valid_week_is_offered_no_repair():
    (week,) = json.loads(answer(PROFILE))["weeks"]
    document = {"profile": PROFILE, "sessions": week["sessions"]}
    assert json.loads(answer(document, repair=True)) == {"proposals": []}


EVERY_DAY = [{"weekday": day, "start": "18:00", "end": "20:00"} for day in range(7)]
CLASHING = PROFILE | {"availability": EVERY_DAY, "rest_weekdays": [0, 5, 6], "lifts_per_week": 5, "goal": "strength"}


class TestClashes:
    """The plan's `clashes`: which wishes cannot be had together, each value one that a profile takes."""

    def plan(self, profile, **options):
        return json.loads(answer(profile, **options))

    def test_a_plan_as_asked_has_none(self):
        plan = self.plan(PROFILE)
        assert plan["changes"] == []
        assert "clashes" not in plan

    def test_wishes_are_named_with_what_each_could_become(self):
        (clash,) = self.plan(CLASHING)["clashes"]
        fields = {(wish["field"], wish["value"]) for wish in clash["wishes"]}
        assert fields == {("lifts_per_week", 5), ("rest_weekdays", 0), ("rest_weekdays", 5), ("rest_weekdays", 6)}
        assert [way["value"] for way in clash["relaxations"]] == [4, [5, 6], [0, 6], [0, 5]]

    @pytest.mark.parametrize("profile", [CLASHING, PROFILE | {"availability": EVENINGS[:2]}], ids=["wishes", "hours"])
    def test_a_relaxation_put_into_the_profile_leaves_nothing_to_give_way(self, profile):
        (clash,) = self.plan(profile)["clashes"]
        ways = [way for way in clash["relaxations"] if way["enough"]]
        assert ways
        for way in ways:
            assert self.plan(profile | {way["field"]: way["value"]})["changes"] == []

    def test_dates_that_differ_make_no_clash(self):
        blocked = [{"date": f"2026-12-0{day}", "windows": []} for day in range(1, 5)]
        plan = self.plan(PROFILE | {"runs_per_week": 3, "exceptions": blocked})
        assert plan["changes"]
        assert "clashes" not in plan

    def test_dates_that_differ_hide_no_clash(self):
        blocked = [{"date": "2026-12-01", "windows": []}]
        usual, differing = (self.plan(profile)["clashes"] for profile in (CLASHING, CLASHING | {"exceptions": blocked}))
        assert differing == usual

    def test_what_gives_way_in_a_taper_makes_no_clash(self):
        race = {"date": "2026-12-13", "distance_km": 42.195}
        plan = self.plan(PROFILE | {"goal": "endurance", "lifts_per_week": 2, "training_days": 5, "race": race})
        assert plan["changes"]
        assert "clashes" not in plan

    def test_the_same_profile_has_the_same_clashes(self):
        assert answer(CLASHING) == answer(CLASHING)
        assert self.plan(CLASHING)["clashes"] == self.plan(CLASHING, weeks="3")["clashes"]

    def test_they_are_not_looked_for_without_need(self, monkeypatch):
        def refuse(*args, **options):
            raise AssertionError

        monkeypatch.setattr("planner.headless.clashes", refuse)
        assert "clashes" not in self.plan(PROFILE)
        assert answer(CLASHING, format="text")
        with pytest.raises(AssertionError):
            answer(CLASHING)


def test_the_calendar_format_holds_every_session_at_its_local_time():
    text = answer({**PROFILE, "timezone": "Europe/Berlin"}, weeks="2", format="ics")
    events = Calendar.from_ical(text).walk("VEVENT")
    assert len(events) == 10
    assert {e["DTSTART"].dt.strftime("%H:%M") for e in events} == {"18:00"}
    assert len({str(e["UID"]) for e in events}) == 10


def test_the_same_input_gives_the_same_bytes_in_another_process():
    text = json.dumps(PROFILE)
    assert command(text, "--start", START).stdout == answer(PROFILE).encode()


@pytest.mark.parametrize(
    ("options", "field"),
    [
        ({"start": None}, "--start"),
        ({"start": "2026-12-01"}, "--start"),
        ({"start": "tomorrow"}, "--start"),
        ({"weeks": "0"}, "--weeks"),
        ({"weeks": "25"}, "--weeks"),
        ({"weeks": "two"}, "--weeks"),
        ({"format": "pdf"}, "--format"),
        ({"check": True, "format": "ics"}, "--format"),
        ({"check": True, "repair": True}, "--repair"),
    ],
)
def test_bad_options_are_named(options, field):
    with pytest.raises(ProfileError) as caught:
        answer(PROFILE, **options)
    assert caught.value.field == field


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("", "input"),
        ("{", "input"),
        ('{"goal": NaN}', "input"),
        ('{"goal": "speed", "goal": "speed"}', "goal"),
        ("[" * 100_000, "input"),
        ('{"a": ' + "9" * 5000 + "}", "input"),
        ('{"": 1, "": 2}', '""'),
        ('{"\\ud800": 1}', "input"),
        ('{"goal": "\\udfff"}', "input"),
    ],
)
def test_what_is_no_document_is_told_in_one_line(text, field):
    with pytest.raises(ProfileError) as caught:
        parse(text)
    assert caught.value.field == field
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("document", "field"),
    [
        ([], "input"),
        ({"profile": PROFILE}, "sessions"),
        ({"sessions": []}, "profile"),
        ({"profile": PROFILE, "sessions": [], "more": 1}, "more"),
        ({"profile": PROFILE, "sessions": [], "": 1}, '""'),
        ({"profile": {**PROFILE, "": 1}, "sessions": []}, '""'),
        ({"profile": {**PROFILE, "goal": "swim"}, "sessions": []}, "goal"),
        ({"profile": PROFILE, "sessions": [{"date": "2026-11-31"}]}, "sessions[0].date"),
    ],
)
def test_a_bad_check_is_named(document, field):
    with pytest.raises(ProfileError) as caught:
        answer(document, check=True)
    assert caught.value.field == field


def test_lines_are_told_from_one_document():
    line = json.dumps(PROFILE)
    assert documents_in(line) is None
    assert documents_in(json.dumps(PROFILE, indent=2)) is None
    assert documents_in(f"{line}\n{line}\n") == [line, line]
    assert documents_in(f"oops\n{line}\n\n{line}") == ["oops", line, line]
    assert documents_in(f"{line}\n5\n[]\nnull\n{line}") == [line, "5", "[]", "null", line]
    assert documents_in(json.dumps(PROFILE, indent=2)[:-20]) is None


def test_a_bad_line_is_answered_in_its_place_and_the_rest_go_on():
    lines = [json.dumps(PROFILE), json.dumps({**PROFILE, "goal": "swim"}), json.dumps(PROFILE)]
    done = command("\n".join(lines) + "\n", "--start", START)
    first, second, third = map(json.loads, done.stdout.splitlines())
    assert done.returncode == 1
    assert first == third
    assert second["error"]["field"] == "goal"
    assert set(second["error"]) == {"field", "message"}


@pytest.mark.parametrize("text", [b"\xff\xfe{}", b'{"goal": "swim"}', b""])
def test_bad_input_leaves_standard_output_empty_and_exits_with_2(text):
    done = command(text, "--start", START)
    assert (done.returncode, done.stdout) == (2, b"")
    assert len(io.BytesIO(done.stderr).readlines()) == 1


def test_a_mark_at_the_start_of_the_file_does_no_harm():
    done = command(b"\xef\xbb\xbf" + json.dumps(PROFILE).encode(), "--start", START)
    assert done.returncode == 0


@pytest.mark.parametrize("option", ["check", "repair"])
def test_an_unknown_name_is_told_without_its_control_characters(option):
    with pytest.raises(ProfileError) as told:
        answer({"\x1b[2J": 1, "profile": PROFILE, "sessions": []}, **{option: True})
    assert told.value.field == "?[2J"
