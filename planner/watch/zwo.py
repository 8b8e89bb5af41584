"""A run as a ZWO file, for treadmills: every effort as a share of the pace over 10 km."""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from planner.engine import Bout, Repeat, Role
from planner.engine.domain import Athlete
from planner.engine.paces import SCORE_SHARES, Zone, equivalent_seconds, known_score, pace
from planner.watch.workout import Workout

TEN_KM = "2"  # the index of the pace that shares refer to: mile, 5 km, 10 km, half, marathon
USUAL_SCORE = 45.0  # of the fitness that shares are told for; they hardly differ from one to another
WALK, WARM = 0.45, (0.55, 0.72)  # walking; from the first to the last of a warm-up (convention)


def zwo(workout: Workout, ten_km: float | None = None) -> bytes:
    """The file's bytes. `ten_km` is the pace over 10 km, in seconds a kilometre, where one is known."""
    root = Element("workout_file")
    about = {"author": "Tandem", "name": workout.name, "description": workout.text, "sportType": "run"}
    for name, text in about.items():
        SubElement(root, name).text = text
    body = SubElement(root, "workout")
    for step in workout.steps:
        if isinstance(step, Repeat):
            _repeat(body, step, ten_km)
        elif isinstance(step, Bout):
            _bout(body, step, ten_km)
    indent(root)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True))


def ten_km_pace(athlete: Athlete) -> float | None:
    """Seconds a kilometre that the athlete would race 10 km at today; None where no race tells."""
    score = known_score(athlete)
    return None if score is None else equivalent_seconds(score, 10) / 10


def share(bout: Bout, ten_km: float | None) -> float:
    """How fast, as a share of the speed over 10 km: by pace where both are known, else by the zone."""
    if bout.pace is not None and ten_km is not None:
        return ten_km / (sum(bout.pace) / 2)
    if bout.role is Role.REST:
        return WALK
    shares = SCORE_SHARES.get(bout.zone or Zone.EASY, SCORE_SHARES[Zone.STEADY])
    return equivalent_seconds(USUAL_SCORE, 10) / 10 / pace(USUAL_SCORE, sum(shares) / 2)


def _repeat(body: Element, repeat: Repeat, ten_km: float | None) -> None:
    """Work and pause in one element, as the format has it; other repeats are written out."""
    bouts = [step for step in repeat.steps if isinstance(step, Bout)]
    if len(bouts) != 2:
        for bout in bouts * repeat.times:
            _bout(body, bout, ten_km)
        return
    on, off = bouts
    found = SubElement(body, "IntervalsT", Repeat=str(repeat.times), pace=TEN_KM)
    for name, bout in (("On", on), ("Off", off)):
        found.set(f"{name}Duration", str(bout.seconds))
        found.set(f"{name}Power", f"{share(bout, ten_km):.2f}")
    _cue(found, on)


def _bout(body: Element, bout: Bout, ten_km: float | None) -> None:
    low, high = WARM
    if bout.role in (Role.WARM_UP, Role.COOL_DOWN):
        first, last = (low, high) if bout.role is Role.WARM_UP else (high, low)
        name = "Warmup" if bout.role is Role.WARM_UP else "Cooldown"
        levels = {"PowerLow": f"{first:.2f}", "PowerHigh": f"{last:.2f}"}
    else:
        name, levels = "SteadyState", {"Power": f"{share(bout, ten_km):.2f}"}
    _cue(SubElement(body, name, {"Duration": str(bout.seconds), "pace": TEN_KM, **levels}), bout)


def _cue(found: Element, bout: Bout) -> None:
    SubElement(found, "textevent", timeoffset="0", message=bout.cue)
