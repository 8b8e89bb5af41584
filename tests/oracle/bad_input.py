"""Bad input through `manage.py plan`: exit codes, silence on standard output, one line naming the field."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

from tests.oracle.run import ROOT

GOOD: dict[str, Any] = {"goal": "general", "availability": [{"weekday": 0, "start": "07:00", "end": "09:00"}]}
WINDOW = {"weekday": 1, "start": "07:00", "end": "09:00"}
ARGS = ("--start", "2026-11-30", "--weeks", "1")

FIELDS: dict[str, tuple[str, Any]] = {
    "goal unknown": ("goal", "swim"),
    "goal null": ("goal", None),
    "goal number": ("goal", 3),
    "goal list": ("goal", ["general"]),
    "level": ("run_level", "expert"),
    "level list": ("lift_level", ["beginner"]),
    "unknown field": ("shoe_size", 43),
    "availability empty": ("availability", []),
    "availability object": ("availability", {}),
    "availability null": ("availability", None),
    "22 windows": (
        "availability",
        [{"weekday": d, "start": f"{h:02d}:00", "end": f"{h + 1:02d}:00"} for d in range(6) for h in (6, 8, 10, 12)],
    ),
    "window not object": ("availability", ["Mon"]),
    "window unknown field": ("availability", [WINDOW | {"where": "gym"}]),
    "weekday 7": ("availability", [WINDOW | {"weekday": 7}]),
    "weekday text": ("availability", [WINDOW | {"weekday": "0"}]),
    "weekday true": ("availability", [WINDOW | {"weekday": True}]),
    "weekday 1.5": ("availability", [WINDOW | {"weekday": 1.5}]),
    "start missing": ("availability", [{"weekday": 1, "end": "09:00"}]),
    "start 7:00": ("availability", [WINDOW | {"start": "7:00"}]),
    "start 24:00": ("availability", [WINDOW | {"start": "24:00"}]),
    "start newline": ("availability", [WINDOW | {"start": "07:00\n"}]),
    "start arabic digits": ("availability", [WINDOW | {"start": "\u0660\u0667:00"}]),
    "end 25:00": ("availability", [WINDOW | {"end": "25:00"}]),
    "end before start": ("availability", [WINDOW | {"end": "06:00"}]),
    "end at start": ("availability", [WINDOW | {"end": "07:00"}]),
    "overlap": ("availability", [WINDOW, WINDOW | {"start": "08:59", "end": "10:00"}]),
    "same window twice": ("availability", [WINDOW, WINDOW]),
    "only": ("availability", [WINDOW | {"only": "swim"}]),
    "only null": ("availability", [WINDOW | {"only": None}]),
    "training_days 0": ("training_days", 0),
    "training_days 8": ("training_days", 8),
    "training_days text": ("training_days", "3"),
    "training_days true": ("training_days", True),
    "training_days 2.5": ("training_days", 2.5),
    "training_days huge": ("training_days", 10**400),
    "runs -1": ("runs_per_week", -1),
    "lifts 7": ("lifts_per_week", 7),
    "minutes 14": ("max_session_minutes", 14),
    "minutes 241": ("max_session_minutes", 241),
    "policy": ("order_policy", "random"),
    "my_order value": ("my_order", "both"),
    "likes_less value": ("likes_less", "yoga"),
    "arrangement": ("arrangement", "triple"),
    "arrangement null": ("arrangement", None),
    "split": ("split", "bro"),
    "circuits 3": ("circuits_per_week", 3),
    "circuits null": ("circuits_per_week", None),
    "warm_up_run": ("warm_up_run", "yes"),
    "long_run_weekday": ("long_run_weekday", 7),
    "rest twice": ("rest_weekdays", [1, 1]),
    "rest 9": ("rest_weekdays", [9]),
    "rest null": ("rest_weekdays", None),
    "longest 601": ("longest_recent_run_minutes", 601),
    "weekly 1501": ("weekly_run_minutes", 1501),
    "race no date": ("race", {"distance_km": 10}),
    "race bad date": ("race", {"date": "2026-02-30", "distance_km": 10}),
    "race 0 km": ("race", {"date": "2027-02-20", "distance_km": 0}),
    "race 251 km": ("race", {"date": "2027-02-20", "distance_km": 251}),
    "race extra": ("race", {"date": "2027-02-20", "distance_km": 10, "name": "x"}),
    "race basic date": ("race", {"date": "20270220", "distance_km": 10}),
    "race week date": ("race", {"date": "2027-W07-6", "distance_km": 10}),
    "recent_race 59 s": ("recent_race", {"distance_km": 10, "seconds": 59}),
    "equipment": ("equipment", ["sofa"]),
    "equipment twice": ("equipment", ["bands", "bands"]),
    "equipment null": ("equipment", None),
    "exceptions date": ("exceptions", [{"date": "tomorrow", "windows": []}]),
    "exceptions no windows": ("exceptions", [{"date": "2026-12-01"}]),
    "exceptions end": ("exceptions", [{"date": "2026-12-01", "windows": [{"start": "09:00", "end": "08:00"}]}]),
    "exceptions overlap": ("exceptions", [{"date": "2026-12-01", "windows": [{"start": "07:00", "end": "08:00"}] * 2}]),
    "exceptions 4 windows": (
        "exceptions",
        [
            {
                "date": "2026-12-01",
                "windows": [{"start": f"{h:02d}:00", "end": f"{h + 1:02d}:00"} for h in (6, 8, 10, 12)],
            }
        ],
    ),
    "exceptions only": (
        "exceptions",
        [{"date": "2026-12-01", "windows": [{"start": "09:00", "end": "10:00", "only": "run"}]}],
    ),
    "exceptions clock": ("exceptions", [{"date": "2026-12-01", "windows": [{"start": "9", "end": "10:00"}]}]),
    "birth 1899": ("birth_year", 1899),
    "birth 2021": ("birth_year", 2021),
    "heart 231": ("max_heart_rate", 231),
    "caution": ("medical_caution", None),
    "timezone": ("timezone", "Mars/Olympus"),
    "timezone path": ("timezone", "../../etc/passwd"),
    "timezone absolute": ("timezone", "/etc/localtime"),
    "timezone empty": ("timezone", ""),
    "timezone null byte": ("timezone", "UTC\x00"),
    "timezone folder": ("timezone", "Europe"),
    "timezone null": ("timezone", None),
}

TEXTS = {
    "empty": "",
    "blank": "  \n\n",
    "not json": "{",
    "text": "hello",
    "list": "[]",
    "number": "5",
    "null": "null",
    "NaN": json.dumps(GOOD)[:-1] + ', "runs_per_week": NaN}',
    "Infinity": json.dumps(GOOD)[:-1] + ', "race": {"date": "2027-02-20", "distance_km": Infinity}}',
    "1e400": json.dumps(GOOD)[:-1] + ', "race": {"date": "2027-02-20", "distance_km": 1e400}}',
    "5000 digits": json.dumps(GOOD)[:-1] + f', "runs_per_week": {"9" * 5000}}}',
    "duplicate key": json.dumps(GOOD)[:-1] + ', "goal": "muscle"}',
    "duplicate key inside": json.dumps(GOOD).replace('"weekday": 0', '"weekday": 0, "weekday": 1'),
    "deep list": "[" * 100_000,
    "deep closed": '{"goal": ' + "[" * 50_000 + "]" * 50_000 + "}",
    "missing goal": json.dumps({"availability": GOOD["availability"]}),
    "missing availability": json.dumps({"goal": "general"}),
    "lone surrogate": '{"goal": "\\ud800", "availability": []}',
}
CALLS = {
    "tuesday": ("--start", "2026-12-01", "--weeks", "1"),
    "no date": ("--start", "soon", "--weeks", "1"),
    "basic date": ("--start", "20261130", "--weeks", "1"),
    "weeks 0": ("--start", "2026-11-30", "--weeks", "0"),
    "weeks 25": ("--start", "2026-11-30", "--weeks", "25"),
    "weeks text": ("--start", "2026-11-30", "--weeks", "two"),
    "no start": ("--weeks", "1"),
    "format": (*ARGS, "--format", "pdf"),
    "start at the end of time": ("--start", "9999-12-27", "--weeks", "24"),
}
FINE: dict[str, dict[str, Any]] = {
    "integer as 3.0": {"training_days": 3.0},
    "all nulls": dict.fromkeys(
        (
            "training_days",
            "runs_per_week",
            "lifts_per_week",
            "max_session_minutes",
            "my_order",
            "likes_less",
            "long_run_weekday",
            "race",
            "recent_race",
            "birth_year",
        )
    ),
    "touching": {"availability": [WINDOW, WINDOW | {"start": "09:00", "end": "24:00"}]},
    "minute window": {"availability": [WINDOW | {"start": "23:59", "end": "24:00"}]},
    "far race": {"race": {"date": "9999-12-31", "distance_km": 0.001}},
    "old exception": {"exceptions": [{"date": "1999-01-01", "windows": []}]},
}


def call(text: str, *args: str) -> subprocess.CompletedProcess[bytes]:
    """One run of the command; times out after a minute."""
    command = [sys.executable, "manage.py", "plan", *args]
    return subprocess.run(command, cwd=ROOT, input=text.encode(), capture_output=True, timeout=60, check=False)


def refused(text: str, *args: str, field: str = "") -> str:
    """What is wrong with the refusal of a bad single document; empty when all is right."""
    done = call(text, *args)
    error = done.stderr.decode()
    faults = []
    if done.returncode != 2:
        faults.append(f"exit {done.returncode}")
    if done.stdout:
        faults.append(f"standard output {done.stdout[:80]!r}")
    if error.count("\n") != 1 or not error.strip() or len(error) > 400 or "Traceback" in error:
        faults.append(f"message of {error.count(chr(10))} lines, {len(error)} characters: {error[-160:]!r}")
    if field and field not in error:
        faults.append(f"the field {field} is not named: {error[:160]!r}")
    return "; ".join(faults)


def lines_faults() -> str:
    """JSON Lines with bad lines in the middle: an error object each, the rest go on, exit 1."""
    bad = {**GOOD, "goal": "swim"}
    done = call("\n".join((json.dumps(GOOD), "{", json.dumps(bad), json.dumps(GOOD))) + "\n", *ARGS)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    kinds = ["error" if "error" in answer else "plan" for answer in answers]
    if done.returncode != 1 or kinds != ["plan", "error", "error", "plan"]:
        return f"exit {done.returncode}, {kinds}, {done.stderr[-200:]!r}"
    wrong = [a for a in answers if "error" in a and set(a["error"]) != {"field", "message"}]
    return f"error shape {wrong}" if wrong or answers[2]["error"]["field"] != "goal" else ""


def manners_faults() -> Iterator[str]:
    """Same bytes whatever the hash seed, whatever the layout of the document, alone or in JSON Lines."""
    alone = call(json.dumps(GOOD), *ARGS).stdout
    for seed in ("0", "1"):
        command = [sys.executable, "manage.py", "plan", *ARGS]
        environment = os.environ | {"PYTHONHASHSEED": seed}
        text = json.dumps(GOOD).encode()
        again = subprocess.run(command, cwd=ROOT, input=text, capture_output=True, env=environment, check=False)
        yield f"hash seed {seed}: {'' if again.stdout == alone else 'other bytes'}"
    pretty = call(json.dumps(GOOD, indent=2), *ARGS)
    same = json.loads(pretty.stdout or b"0") == json.loads(alone)
    yield f"pretty document: {'' if same else pretty.stderr[-200:].decode()}"
    for name, lines in (("lines", "\n".join([json.dumps(GOOD)] * 2)), ("CRLF", (json.dumps(GOOD) + "\r\n") * 2)):
        both = call(lines, *ARGS)
        same = [json.loads(line) for line in both.stdout.splitlines()] == [json.loads(alone)] * 2
        yield f"{name}: {'' if same and both.returncode == 0 else both.stderr[-200:].decode()}"
    for layout in ("text", "ics"):
        done = call(json.dumps(GOOD), *ARGS, "--format", layout)
        good = done.returncode == 0 and done.stdout and (layout == "text" or done.stdout.startswith(b"BEGIN:VCALENDAR"))
        yield f"format {layout}: {'' if good else (done.stderr[-200:] or done.stdout[:80]).decode()}"


def faults() -> Iterator[str]:
    """Every case that is not answered as the contract says."""
    for name, (field, value) in FIELDS.items():
        yield f"{name}: {refused(json.dumps({**GOOD, field: value}), *ARGS, field=field)}"
    for name, text in TEXTS.items():
        yield f"{name}: {refused(text, *ARGS)}"
    for name, args in CALLS.items():
        yield f"{name}: {refused(json.dumps(GOOD), *args)}"
    for policy, field in (("my_order", "my_order"), ("least_liked_first", "likes_less")):
        yield f"{field} missing: {refused(json.dumps({**GOOD, 'order_policy': policy}), *ARGS, field=field)}"
    for name, fields in FINE.items():
        done = call(json.dumps({**GOOD, **fields}), *ARGS)
        yield f"fine {name}: {done.stderr[-200:].decode() if done.returncode else ''}"
    yield f"bad line: {lines_faults()}"
    yield from manners_faults()


if __name__ == "__main__":
    for fault in faults():
        if not fault.endswith(": "):
            sys.stdout.write(fault + "\n")
