"""What the relaxation ladder says of its steps: what was asked or due, what is given instead, and why."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from planner.engine.asked import asked
from planner.engine.domain import Athlete, Context, Session, Week
from planner.engine.limits import long_run_share
from planner.engine.prescription import Prescription
from planner.engine.races import race_effort
from planner.engine.results import Change
from planner.engine.vocabulary import Arrangement, Intensity, Kind, Policy, Region, Split
from planner.engine.wording import REGIONS, WEEKDAYS, are, counted, listed

ROOM = "your days and hours"
OTHERS_TOO_SHORT = "your hours hold the other runs for so short that it would be too much of the week's running"
SHARED = "session of run and lift"


@dataclass(frozen=True)
class Taken:
    """A step of the ladder, taken once or several times: the prescription around each time and around the ladder."""

    step: str
    tell: "Tell"
    times: tuple[tuple[Prescription, Prescription], ...]
    first: Prescription
    last: Prescription
    room: str = ROOM  # where there was no place

    def lost(self, what: str) -> int:
        """How many of a number of the prescription the step gave up."""
        return sum(getattr(before, what) - getattr(after, what) for before, after in self.times)

    def told(self, athlete: Athlete, week: Week, context: Context) -> Change:
        """The step in words, once the week that it led to is known."""
        beside = race_effort(athlete, context) is not None
        taken = replace(self, room=f"{ROOM} beside the race") if beside else self
        return Change(self.step, self.tell(taken, athlete, week))


Tell = Callable[[Taken, Athlete, Week], str]


def one_session(taken: Taken, athlete: Athlete, week: Week) -> str:
    """Of two sessions a day where a day has no room for two."""
    return f"{asked(athlete, 'arrangement')}; where a day has no room for two, they share one session."


def split(taken: Taken, athlete: Athlete, week: Week) -> str:
    """Of lifts for the whole body that became lifts for half of it."""
    lead = f"{asked(athlete, 'split')}; " if athlete.split is Split.FULL_BODY else ""
    before, after = _lifts(taken.times[0][0]), _lifts(taken.times[-1][1])
    return f"{lead}{before} find no days with a day off for the same muscles, so they become {after}."


def apart(taken: Taken, athlete: Athlete, week: Week) -> str:
    """Of combined sessions that became a run on one day and a lift on another."""
    lead = f"{asked(athlete, 'arrangement')}; " if athlete.arrangement is Arrangement.COMBINED else ""
    due = counted(taken.times[0][0].combined, SHARED)
    became = f"{taken.lost('combined')} became a run on one day and a lift on another"
    return f"{lead}{due} find no place in {taken.room}, so {became}."


def run_kept(taken: Taken, athlete: Athlete, week: Week) -> str:
    """Of combined sessions that lost their lift."""
    return f"{_lifts_given(taken, athlete, week)}: {_kept(taken, 'run', 'lift')}."


def lift_kept(taken: Taken, athlete: Athlete, week: Week) -> str:
    """Of combined sessions that lost their run."""
    return f"{_runs_given(taken, athlete, week)}: {_kept(taken, 'lift', 'run')}.{_key_runs_lost(taken, athlete)}"


def hard_run(taken: Taken, athlete: Athlete, week: Week) -> str:
    """Of hard runs that became easy."""
    held = sum(s.is_hard and not s.is_circuit for s in week.sessions)
    due, eased = held + taken.first.hard - taken.last.hard, taken.lost("hard")
    order = " and the order you asked for" if athlete.order_policy is not Policy.ALTERNATE else ""
    why = f"{_of_them(eased, due)} became easy, since {taken.room}{order} leave no rest around"
    return f"{counted(due, 'hard run')} a week would suit your goal; {_planned(held)}: {why}."


def long_run_day(taken: Taken, athlete: Athlete, week: Week) -> str:
    """Of a long run that is on another day than asked for."""
    day = next((s.day for s in week.sessions if _is_long(s)), 0)
    return f"{asked(athlete, 'long_run_weekday')}; it finds no place there, so it is on {WEEKDAYS[day]}."


def long_run(taken: Taken, athlete: Athlete, week: Week) -> str:
    """Of a long run that became easy."""
    named = athlete.long_run_weekday is not None
    lead = asked(athlete, "long_run_weekday") if named else "1 long run a week would suit your goal"
    why = OTHERS_TOO_SHORT if _is_most_of(week) else f"{taken.room} leave no place for it"
    return f"{lead}; none is planned and an easy run takes its place, since {why}."


def _is_most_of(week: Week) -> bool:
    """Whether the longest of the week's runs has all the share of its running that a long one may have."""
    runs = [s.run.minutes for s in week.sessions if s.run is not None and not s.is_circuit]
    return len(runs) > 1 and max(runs) >= int(long_run_share(len(runs)) * sum(runs))


def circuit(taken: Taken, athlete: Athlete, week: Week) -> str:
    """Of circuits that became recovery."""
    held = sum(s.is_circuit for s in week.sessions)
    gone = _gone(taken, taken.lost("circuits"), athlete.circuits_per_week, week)
    return f"{asked(athlete, 'circuits_per_week')}; {_planned(held)}: {gone}."


def lift(taken: Taken, athlete: Athlete, week: Week) -> str:
    """Of lifts that became recovery."""
    gone = _gone(taken, taken.lost("lifts"), taken.first.lifts, week)
    return f"{_lifts_given(taken, athlete, week)}: {gone}."


def run(taken: Taken, athlete: Athlete, week: Week) -> str:
    """Of runs that became recovery."""
    gone = _gone(taken, taken.lost("runs"), taken.first.runs, week)
    return f"{_runs_given(taken, athlete, week)}: {gone}.{_key_runs_lost(taken, athlete)}"


def _runs_given(taken: Taken, athlete: Athlete, week: Week) -> str:
    """The runs asked for, or those due at first, and those that the week holds; circuits are among both."""
    held = sum(s.run is not None for s in week.sessions)
    lost = taken.first.runs + taken.first.circuits - taken.last.runs - taken.last.circuits
    return f"{_due(athlete, 'runs_per_week', held + lost)}; {_planned(held)}"


def _lifts_given(taken: Taken, athlete: Athlete, week: Week) -> str:
    """The same of lifts."""
    held = sum(s.lift is not None for s in week.sessions)
    lost = taken.first.lifts + taken.first.circuits - taken.last.lifts - taken.last.circuits
    return f"{_due(athlete, 'lifts_per_week', held + lost)}; {_planned(held)}"


def _due(athlete: Athlete, field: str, usual: int) -> str:
    if getattr(athlete, field) is not None:
        return asked(athlete, field)
    return f"{counted(usual, field.partition('s_')[0])} a week would suit your goal"


def _planned(number: int) -> str:
    return f"{number or 'none'} {are(number or 1)} planned"


def _of_them(number: int, due: int) -> str:
    """So many of those due: "it" where there is one, "1 of them", "2 of them"."""
    return "it" if number == due == 1 else f"{number} of them"


def _gone(taken: Taken, number: int, due: int, week: Week) -> str:
    """So many sessions that became recovery; they are left out where the week has no place for that either."""
    rests = any(s.kind is Kind.RECOVERY for s in week.sessions)
    became = "became recovery" if rests else f"{are(number)} left out"
    return f"{_of_them(number, due)} {became}, since {taken.room} leave no place"


def _kept(taken: Taken, kept: str, lost: str) -> str:
    """So many combined sessions of which one part is left."""
    number = taken.lost("combined")
    keep = "keeps" if number == 1 else "keep"
    return f"{counted(number, SHARED)} {keep} the {kept} only, since {taken.room} leave no place for the {lost}"


def _key_runs_lost(taken: Taken, athlete: Athlete) -> str:
    """The hard and long runs that went with runs given up, as a sentence of its own."""
    lost = []
    if taken.lost("hard"):
        lost.append(counted(taken.lost("hard"), "hard run"))
    if taken.lost("long"):
        asked_day = (
            "" if athlete.long_run_weekday is None else f" you asked for on {WEEKDAYS[athlete.long_run_weekday]}"
        )
        lost.append(f"the long run{asked_day}")
    return f" That gives up {listed(lost)}." if lost else ""


def _is_long(session: Session) -> bool:
    return session.run is not None and session.run.intensity is Intensity.LONG


def _lifts(rx: Prescription) -> str:
    """The lifts by region: "2 upper-body lifts and 1 lower-body lift"."""
    return listed([counted(rx.regions.count(region), REGIONS[region]) for region in Region if region in rx.regions])
