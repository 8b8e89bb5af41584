"""Weeks as JSON documents and back: the contract's plan."""

import json
import re
from dataclasses import replace
from datetime import date, timedelta

import jsonschema
import pytest

from planner.engine.block import plan_block
from planner.engine.clashes import clashes
from planner.engine.documents import finding_document, load_document, plan_document, session_document, week_from
from planner.engine.domain import Race, Week
from planner.engine.evaluate import evaluate
from planner.engine.notation import read_week, write_week
from planner.engine.planning import plan_week
from planner.engine.profile import ProfileError
from planner.engine.vocabulary import Activity, Arrangement, Goal, Phase
from tests.engine.weeks import athlete, evenings
from tests.oracle.validator import shape_errors

MONDAY = date(2026, 11, 30)
WHOLE = {"type": "integer", "minimum": 0}
CLOCK = {"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"}
DAY = {"type": "string", "format": "date"}
TEXT = {"type": "string", "minLength": 1}


def closed(**properties):
    """An object with exactly these fields."""
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(properties),
        "properties": properties,
    }


def part(**properties):
    return {"anyOf": [{"type": "null"}, closed(**properties)]}


OTHER_DAY = {
    "type": "object",
    "additionalProperties": False,
    "required": ["date", "verdict", "cost"],
    "properties": {
        "date": DAY,
        "verdict": {"enum": ["ok", "caution", "breaks"]},
        "cost": {"type": "number"},
        "rule": TEXT,
    },
}
SESSION = closed(
    id=TEXT,
    date=DAY,
    start=CLOCK,
    minutes=WHOLE,
    kind={"enum": ["run_only", "lift_only", "combined", "circuit", "recovery"]},
    order={"enum": ["run_first", "lift_first", None]},
    run=part(intensity={"enum": ["easy", "moderate", "hard", "long"]}, minutes=WHOLE),
    lift=part(
        region={"enum": ["upper", "lower", "full"]}, effort={"enum": ["light", "moderate", "heavy"]}, minutes=WHOLE
    ),
    recovery=part(activity=TEXT, minutes=WHOLE),
    warm_up_minutes=WHOLE,
    cool_down_minutes=WHOLE,
    locked={"type": "boolean"},
    why={
        "type": "array",
        "minItems": 1,
        "items": {
            "type": "object",
            "required": ["text"],
            "additionalProperties": False,
            "properties": {
                **dict.fromkeys(("rule", "text", "source", "against", "confidence"), TEXT),
                "days": {"type": "array", "minItems": 6, "maxItems": 6, "items": OTHER_DAY},
            },
        },
    },
)
SESSION["properties"]["blocks"] = {"type": "array"}
SESSION["properties"]["lift"]["anyOf"][1]["properties"]["sets"] = {"type": "integer", "minimum": 1}
FINDING = closed(
    rule=TEXT,
    severity={"enum": ["hard", "soft"]},
    cost={"type": "number"},
    sessions={"type": "array", "items": TEXT},
    days={"type": "array", "items": DAY},
    text=TEXT,
)
WEEK = closed(
    start=DAY,
    phase={"enum": [phase.value for phase in Phase]},
    loading_week=WHOLE,
    sessions={"type": "array", "items": SESSION},
    findings={"type": "array", "items": FINDING},
    score={"type": "number"},
    optimal={"type": "boolean"},
    order_ledger=closed(run_first=WHOLE, lift_first=WHOLE),
    load=closed(
        daily={"type": "array", "items": {"type": "number"}, "minItems": 7, "maxItems": 7},
        total={"type": "number"},
        monotony={"type": "number"},
        strain={"type": "number"},
    ),
)
WEEK["properties"]["race"] = closed(date=DAY, distance_km={"type": "number"})
PLAN = closed(
    weeks={"type": "array", "items": WEEK},
    changes={"type": "array", "items": closed(step=TEXT, text=TEXT)},
)
ANY: dict[str, object] = {}
CLASHES = {
    "type": "array",
    "minItems": 1,
    "items": closed(
        wishes={"type": "array", "items": closed(field=TEXT, value={"type": ["integer", "string"]}, text=TEXT)},
        relaxations={"type": "array", "items": closed(field=TEXT, value=ANY, text=TEXT, enough={"type": "boolean"})},
        text=TEXT,
        smallest={"type": "boolean"},
    ),
}


@pytest.mark.parametrize("goal", Goal)
@pytest.mark.parametrize("days", ["01", "024", "0123456"])
def test_a_plan_has_the_shape_of_the_contract(goal, days):
    who = athlete(goal, availability=evenings(days, "06:00-21:00"), circuits_per_week=1)
    weeks = plan_block(who, MONDAY, 2)
    document = json.loads(json.dumps(plan_document(who, MONDAY, weeks)))
    jsonschema.validate(document, PLAN, format_checker=jsonschema.FormatChecker())
    assert shape_errors(plan_document(who, MONDAY, weeks[:1])) == []


def test_the_week_of_a_race_names_it_and_phases_are_told():
    who = athlete("endurance", availability=evenings("0134"), race=Race(MONDAY + timedelta(days=12), 10))
    document = plan_document(who, MONDAY, plan_block(who, MONDAY, 3))
    jsonschema.validate(document, PLAN, format_checker=jsonschema.FormatChecker())
    told = [(week["phase"], week["loading_week"], week.get("race")) for week in document["weeks"]]
    assert told == [
        ("taper", 0, None),
        ("race", 0, {"date": "2026-12-12", "distance_km": 10}),
        ("deload", 0, None),
    ]


def test_weeks_carry_their_mondays_ledgers_and_loads():
    who = athlete("fat_loss", availability=evenings("01234"))
    document = plan_document(who, MONDAY, plan_block(who, MONDAY, 2))
    first, second = document["weeks"]
    assert (first["start"], second["start"]) == ("2026-11-30", "2026-12-07")
    assert first["order_ledger"] == {"run_first": 3, "lift_first": 2}
    assert second["order_ledger"] == {"run_first": 2, "lift_first": 3}
    assert first["load"]["total"] == sum(first["load"]["daily"])
    assert {s["date"] for s in second["sessions"]} <= {(MONDAY + timedelta(days=n)).isoformat() for n in range(7, 14)}


def test_a_change_of_several_weeks_is_told_once():
    who = athlete("endurance", "beginner", availability=evenings("01"))
    document = plan_document(who, MONDAY, plan_block(who, MONDAY, 3))
    texts = [change["text"] for change in document["changes"]]
    assert texts
    assert len(set(texts)) == len(texts)


def test_a_reason_has_one_text_and_its_parts_beside_it():
    who = athlete("fat_loss", availability=evenings("01234"))
    (week,) = plan_document(who, MONDAY, plan_block(who, MONDAY, 1))["weeks"]
    for session in week["sessions"]:
        by_topic = {topic: why for why in session["why"] for topic in ("days", "against") if topic in why}
        assert session["date"] not in [day["date"] for day in by_topic["days"]["days"]]
        if order := by_topic.get("against"):
            told = f"Against it: {order['against']} (confidence: {order['confidence']})"
            assert order["text"].endswith(told)


@pytest.mark.parametrize(
    "fields",
    [
        {"lifts_per_week": 5, "rest_weekdays": frozenset({0, 5, 6}), "availability": evenings("0123456")},
        {"arrangement": Arrangement.SEPARATE, "availability": evenings("024")},
        {"availability": evenings("12")},
    ],
)
def test_clashes_stand_in_a_plan_where_there_are_some(fields):
    who = athlete("strength", **fields)
    weeks = plan_block(who, MONDAY, 1)
    document = json.loads(json.dumps(plan_document(who, MONDAY, weeks, clashes(who))))
    jsonschema.validate(document.pop("clashes"), CLASHES)
    assert document == json.loads(json.dumps(plan_document(who, MONDAY, weeks)))


def test_sessions_of_a_plan_carry_their_steps():
    who = replace(athlete("fat_loss", availability=evenings("01234")), birth_year=1986)
    weeks = plan_document(who, date(2026, 12, 28), plan_block(who, date(2026, 12, 28), 1))["weeks"]
    for session in weeks[0]["sessions"]:
        assert sum(step["minutes"] for step in session["blocks"]) == session["minutes"]
        assert [session["blocks"][0]["part"], session["blocks"][-1]["part"]] == ["warm_up", "cool_down"]
    texts = {s["date"][:4]: " ".join(step["text"] for step in s["blocks"]) for s in weeks[0]["sessions"]}
    assert "about 108–137" in texts["2026"]  # 40 years: at most 180 beats
    assert "about 107–136" in texts["2027"]


def test_a_session_says_everything_of_itself():
    session = read_week("Tue 06:10 Lo!30+E25*").sessions[0]
    assert session_document(session, MONDAY) == {
        "id": "s1",
        "date": "2026-12-01",
        "start": "06:10",
        "minutes": 55,
        "kind": "combined",
        "order": "lift_first",
        "run": {"intensity": "easy", "minutes": 25},
        "lift": {"region": "lower", "effort": "heavy", "minutes": 30},
        "recovery": None,
        "warm_up_minutes": 10,
        "cool_down_minutes": 5,
        "locked": True,
    }


def test_partial_locks_are_told_in_order_and_only_where_there_are_some():
    session = read_week("Tue E*hd").sessions[0]
    document = session_document(session, MONDAY)
    assert (document["locked"], document["locks"]) == (False, ["day", "hour"])
    assert week_from([document])[0].sessions[0] == session
    assert "locks" not in session_document(read_week("Tue E*").sessions[0], MONDAY)


def test_all_four_locks_are_the_whole_lock():
    document = {
        **session_document(read_week("Tue E").sessions[0], MONDAY),
        "locks": ["day", "hour", "order", "content"],
    }
    assert week_from([document])[0].sessions[0] == read_week("Tue E*").sessions[0]


@pytest.mark.parametrize(
    ("locks", "field"),
    [
        ("day", "sessions[0].locks"),
        ({"day": True}, "sessions[0].locks"),
        (0, "sessions[0].locks"),
        (["day", "minute"], "sessions[0].locks[1]"),
        ([None], "sessions[0].locks[0]"),
        ([["day"]], "sessions[0].locks[0]"),
        (["day"] * 5, "sessions[0].locks"),
    ],
)
def test_bad_locks_are_named(locks, field):
    document = {**session_document(read_week("Tue E").sessions[0], MONDAY), "locks": locks}
    with pytest.raises(ProfileError) as wrong:
        week_from([document])
    assert wrong.value.field == field


def test_a_finding_names_its_dates():
    (finding, *_) = evaluate(athlete(), read_week("Mon H | Tue H")).findings
    document = finding_document(finding, MONDAY)
    assert (document["rule"], document["severity"], document["days"]) == (
        "hard-easy",
        "hard",
        ["2026-11-30", "2026-12-01"],
    )
    assert finding_document(finding, None)["days"] == []


def test_monotony_has_two_decimals():
    assert load_document(read_week("Mon E30 | Tue M40 | Wed E30 | Thu E20 | Fri M40 | Sat E60"))["monotony"] == 1.51


# and back

ROUND_TRIPS = (
    "Mon U+H(RF) | Tue Lo+E(LF)* | Wed am E40, pm U!50 | Thu C45 | Fri X(walk) | Sat M | Sun 06:05 L90",
    "Mon X20(mobility) | Wed F? | Thu Lo | Sun 23:00 E20",
)


@pytest.mark.parametrize("text", ROUND_TRIPS)
def test_a_week_comes_back_as_it_was_written(text):
    week = read_week(text)
    documents = [session_document(s, MONDAY) for s in week.sessions]
    assert week_from(json.loads(json.dumps(documents))) == (week, MONDAY)


@pytest.mark.parametrize("goal", Goal)
def test_a_planned_week_comes_back_and_is_judged_the_same(goal):
    who = athlete(goal)
    planned = plan_week(who)
    week, monday = week_from([session_document(s, MONDAY) for s in planned.week.sessions])
    assert (week, monday) == (planned.week, MONDAY)
    assert evaluate(who, week) == planned.evaluation


def test_no_sessions_are_an_empty_week():
    assert week_from([]) == (Week(), None)


RUN = {"date": "2026-12-01", "start": "18:00", "kind": "run_only", "run": {"intensity": "easy", "minutes": 30}}
LIFT = {"region": "upper", "effort": "heavy", "minutes": 40}


def test_what_is_left_out_has_a_usual_value():
    week, monday = week_from([RUN, {**RUN, "date": "2026-12-06"}])
    assert monday == MONDAY
    assert write_week(week) == "Mon - | Tue E | Wed - | Thu - | Fri - | Sat - | Sun E"
    assert [(s.id, s.warm_up, s.cool_down, s.locked) for s in week.sessions] == [
        ("s1", 5, 5, False),
        ("s2", 5, 5, False),
    ]
    heavy = {**RUN, "kind": "lift_only", "run": None, "lift": LIFT}
    assert week_from([heavy])[0].sessions[0].warm_up == 10


def test_given_warm_up_and_cool_down_are_kept():
    session = week_from([{**RUN, "warm_up_minutes": 3, "cool_down_minutes": 0}])[0].sessions[0]
    assert (session.warm_up, session.cool_down) == (3, 0)


def test_a_circuit_keeps_the_minutes_of_its_parts():
    parts = {"run": {"minutes": 5}, "lift": {"minutes": 40}}
    circuit = {"date": "2026-12-01", "start": "18:00", "kind": "circuit", "minutes": 45, **parts}
    (read,) = week_from([circuit])[0].sessions
    assert (read.run.minutes, read.lift.minutes) == (5, 40)
    (whole,) = week_from([circuit | {"minutes": 50}])[0].sessions  # a circuit is done in rounds: the whole counts
    assert (whole.run.minutes, whole.lift.minutes) == (25, 25)


def test_a_planned_circuit_passes_the_check_of_its_own_plan():
    who = athlete("strength", "advanced", circuits_per_week=1, longest_recent_run_minutes=0)
    document = plan_document(who, MONDAY, plan_block(who, MONDAY, 1))
    (circuit,) = (s for s in document["weeks"][0]["sessions"] if s["kind"] == "circuit")
    assert circuit["run"]["minutes"] == 5
    week, _ = week_from(document["weeks"][0]["sessions"])
    assert evaluate(who, week).valid


def test_a_circuit_may_tell_its_minutes_as_a_whole():
    circuit = {"date": "2026-12-01", "start": "18:00", "kind": "circuit", "minutes": 35}
    assert write_week(week_from([circuit])[0]).split(" | ")[1] == "Tue C35"


def test_an_unknown_recovery_is_easy_movement():
    swim = {**RUN, "kind": "recovery", "run": None, "recovery": {"activity": "swim", "minutes": 20}}
    assert week_from([swim])[0].sessions[0].recovery.activity is Activity.MOBILITY


@pytest.mark.parametrize(
    ("change", "field", "message"),
    [
        ({"date": "2026-12-32"}, ".date", "takes a date YYYY-MM-DD"),
        ({"date": None}, ".date", "takes a date YYYY-MM-DD"),
        ({"start": "7:00"}, ".start", "takes a time HH:MM"),
        ({"start": None}, ".start", "takes a time HH:MM"),
        ({"kind": "swim"}, ".kind", "takes one of run_only, lift_only, combined, circuit, recovery"),
        ({"kind": "lift_only"}, ".run", "has no place in a session of kind lift_only"),
        ({"lift": LIFT}, ".lift", "has no place in a session of kind run_only"),
        ({"run": None}, ".run", "is missing in a session of kind run_only"),
        ({"run": 30}, ".run", "takes an object"),
        ({"run": {"minutes": 30}}, ".run.intensity", "takes one of easy, moderate, hard, long"),
        ({"run": {"intensity": "easy"}}, ".run.minutes", "takes a whole number of minutes from 0 to 1440"),
        ({"run": {"intensity": "easy", "minutes": -1}}, ".run.minutes", "takes a whole number of minutes"),
        ({"run": {"intensity": "easy", "minutes": True}}, ".run.minutes", "takes a whole number of minutes"),
        ({"kind": "combined", "lift": LIFT}, ".order", "is set for combined sessions and for no other"),
        ({"order": "run_first"}, ".order", "is set for combined sessions and for no other"),
        ({"kind": "combined", "lift": LIFT, "order": "both"}, ".order", "takes one of run_first, lift_first"),
        ({"minutes": 31}, ".minutes", "says 31, its parts add up to 30"),
        ({"id": ""}, ".id", "takes a text of 1 to 200 characters"),
        ({"id": 7}, ".id", "takes a text of 1 to 200 characters"),
        ({"warm_up_minutes": "5"}, ".warm_up_minutes", "takes a whole number of minutes"),
    ],
)
def test_a_session_that_cannot_be_is_named(change, field, message):
    with pytest.raises(ProfileError, match=rf"^sessions\[1\]{re.escape(field)}: {re.escape(message)}"):
        week_from([RUN, {**RUN, "date": "2026-12-03", **change}])


@pytest.mark.parametrize(
    ("documents", "message"),
    [
        ({}, "sessions: takes a list of at most 50 sessions"),
        ([RUN] * 51, "sessions: takes a list of at most 50 sessions"),
        ([RUN, "run"], "sessions[1]: takes an object"),
        ([RUN, {**RUN, "date": "2026-12-07"}], "sessions[1].date: lies in another week than the first session"),
        ([{**RUN, "id": "a"}, {**RUN, "id": "a"}], "sessions: names each id once"),
    ],
)
def test_a_list_that_is_no_week_is_refused(documents, message):
    with pytest.raises(ProfileError) as caught:
        week_from(documents)
    assert str(caught.value) == message
