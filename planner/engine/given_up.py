"""What the relaxation ladder says of its steps: what was asked or due, what is given instead, and why."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from planner.engine.asked import asked, usual_or_asked, would_suit
from planner.engine.domain import Athlete, Context, Session, Week
from planner.engine.limits import long_run_share
from planner.engine.prescription import Prescription
from planner.engine.races import race_effort
from planner.engine.results import Change
from planner.engine.speech import gettext as _
from planner.engine.speech import ngettext
from planner.engine.vocabulary import Arrangement, Intensity, Kind, Policy, Region, Split
from planner.engine.wording import SHARED, WEEKDAYS, counted, in_a_row, listed


@dataclass(frozen=True)
class Taken:
    """A step of the ladder, taken once or several times: the prescription around each time and around the ladder."""

    step: str
    tell: "Tell"
    times: tuple[tuple[Prescription, Prescription], ...]
    first: Prescription
    last: Prescription
    beside_race: bool = False

    @property
    def room(self) -> str:
        """Where there was no place."""
        return _("your days and hours beside the race") if self.beside_race else _("your days and hours")

    def lost(self, what: str) -> int:
        """How many of a number of the prescription the step gave up."""
        return sum(getattr(before, what) - getattr(after, what) for before, after in self.times)

    def lost_in_all(self, what: str) -> int:
        """How many of a number of the prescription all steps of the ladder gave up."""
        return int(getattr(self.first, what) - getattr(self.last, what))

    def told(self, athlete: Athlete, week: Week, context: Context) -> Change:
        """The step in words, once the week that it led to is known."""
        taken = replace(self, beside_race=race_effort(athlete, context) is not None)
        return Change(self.step, self.tell(taken, athlete, week))


Tell = Callable[[Taken, Athlete, Week], str]


def one_session(taken: Taken, athlete: Athlete, week: Week) -> str:
    """Of two sessions a day where a day has no room for two."""
    return _("{wish}; where a day has no room for two, they share one session.").format(
        wish=asked(athlete, "arrangement")
    )


def split(taken: Taken, athlete: Athlete, week: Week) -> str:
    """Of lifts for the whole body that became lifts for half of it."""
    before, after = _lifts(taken.times[0][0]), _lifts(taken.times[-1][1])
    text = _("{before} find no days with a day off for the same muscles, so they become {after}.").format(
        before=before, after=after
    )
    return _after_wish(text, athlete, "split") if athlete.split is Split.FULL_BODY else text


def _after_wish(text: str, athlete: Athlete, field: str) -> str:
    """The sentence after the wish that it is about."""
    return _("{wish}; {sentence}").format(wish=asked(athlete, field), sentence=text)


def apart(taken: Taken, athlete: Athlete, week: Week) -> str:
    """Of combined sessions that became a run on one day and a lift on another."""
    lost = taken.lost("combined")
    text = ngettext(
        "{sessions} find no place in {room}, so {number} became a run on one day and a lift on another.",
        "{sessions} find no place in {room}, so {number} became a run on one day and a lift on another.",
        lost,
    ).format(sessions=counted(taken.times[0][0].combined, SHARED), room=taken.room, number=lost)
    return _after_wish(text, athlete, "arrangement") if athlete.arrangement is Arrangement.COMBINED else text


def run_kept(taken: Taken, athlete: Athlete, week: Week) -> str:
    """Of combined sessions that lost their lift."""
    number = taken.lost("combined")
    text = ngettext(
        "{lead}: {sessions} keeps the run only, since {room} leave no place for the lift.",
        "{lead}: {sessions} keep the run only, since {room} leave no place for the lift.",
        number,
    )
    return text.format(lead=_lifts_given(taken, athlete, week), sessions=counted(number, SHARED), room=taken.room)


def lift_kept(taken: Taken, athlete: Athlete, week: Week) -> str:
    """Of combined sessions that lost their run."""
    number = taken.lost("combined")
    text = ngettext(
        "{lead}: {sessions} keeps the lift only, since {room} leave no place for the run.",
        "{lead}: {sessions} keep the lift only, since {room} leave no place for the run.",
        number,
    ).format(lead=_runs_given(taken, athlete, week), sessions=counted(number, SHARED), room=taken.room)
    return in_a_row(text, _key_runs_lost(taken, athlete))


def hard_run(taken: Taken, athlete: Athlete, week: Week) -> str:
    """Of hard runs that became easy."""
    held = sum(s.is_hard and not s.is_circuit for s in week.sessions)
    due, eased = held + taken.first.hard - taken.last.hard, taken.lost("hard")
    room = taken.room
    if athlete.order_policy is not Policy.ALTERNATE:
        room = _("{room} and the order you asked for").format(room=room)
    lead = _given(would_suit(due, "hard run"), held)
    if eased == due == 1:
        return _("{lead}: it became easy, since {room} leave no rest around.").format(lead=lead, room=room)
    return ngettext(
        "{lead}: {number} of them became easy, since {room} leave no rest around.",
        "{lead}: {number} of them became easy, since {room} leave no rest around.",
        eased,
    ).format(lead=lead, number=eased, room=room)


def long_run_day(taken: Taken, athlete: Athlete, week: Week) -> str:
    """Of a long run that is on another day than asked for."""
    day = next((s.day for s in week.sessions if _is_long(s)), 0)
    return _("{wish}; it finds no place there, so it is on {day}.").format(
        wish=asked(athlete, "long_run_weekday"), day=WEEKDAYS[day]
    )


def long_run(taken: Taken, athlete: Athlete, week: Week) -> str:
    """Of a long run that became easy."""
    named = athlete.long_run_weekday is not None
    lead = asked(athlete, "long_run_weekday") if named else _("1 long run a week would suit your goal")
    if _is_most_of(week):
        text = _(
            "{lead}; none is planned and an easy run takes its place, since your hours hold the other runs for so "
            "short that it would be too much of the week's running."
        )
        return text.format(lead=lead)
    text = _("{lead}; none is planned and an easy run takes its place, since {room} leave no place for it.")
    return text.format(lead=lead, room=taken.room)


def _is_most_of(week: Week) -> bool:
    """Whether the longest of the week's runs has all the share of its running that a long one may have."""
    runs = [s.run.minutes for s in week.sessions if s.run is not None and not s.is_circuit]
    return len(runs) > 1 and max(runs) >= int(long_run_share(len(runs)) * sum(runs))


def circuit(taken: Taken, athlete: Athlete, week: Week) -> str:
    """Of circuits that became recovery."""
    held = sum(s.is_circuit for s in week.sessions)
    gone = _gone(taken, taken.lost("circuits"), athlete.circuits_per_week, week)
    return _("{lead}: {what}.").format(lead=_given(asked(athlete, "circuits_per_week"), held), what=gone)


def circuit_eased(taken: Taken, athlete: Athlete, week: Week) -> str:
    """Of circuits that became an easy run and a lift."""
    it = _("it became an easy run and a lift, since {room} leave no rest around")
    some = _("{number} of them became an easy run and a lift, since {room} leave no rest around")
    return _of_circuits(taken, athlete, week, it, some)


def circuit_to_lift(taken: Taken, athlete: Athlete, week: Week) -> str:
    """Of circuits that became a lift."""
    it = _("it became a lift, since {room} leave no place for the run")
    some = _("{number} of them became a lift, since {room} leave no place for the run")
    return _of_circuits(taken, athlete, week, it, some)


def circuit_to_run(taken: Taken, athlete: Athlete, week: Week) -> str:
    """Of circuits that became an easy run."""
    it = _("it became an easy run, since {room} leave no place for the lift")
    some = _("{number} of them became an easy run, since {room} leave no place for the lift")
    return _of_circuits(taken, athlete, week, it, some)


def _of_circuits(taken: Taken, athlete: Athlete, week: Week, it: str, some: str) -> str:
    """The circuits asked for and planned, and what became of some of them, or of the only one."""
    held, number = sum(s.is_circuit for s in week.sessions), taken.lost("circuits")
    what = (it if number == athlete.circuits_per_week == 1 else some).format(number=number, room=taken.room)
    return _("{lead}: {what}.").format(lead=_given(asked(athlete, "circuits_per_week"), held), what=what)


def lift(taken: Taken, athlete: Athlete, week: Week) -> str:
    """Of lifts that became recovery."""
    gone = _gone(taken, taken.lost("lifts"), taken.first.lifts, week)
    return _("{lead}: {what}.").format(lead=_lifts_given(taken, athlete, week), what=gone)


def run(taken: Taken, athlete: Athlete, week: Week) -> str:
    """Of runs that became recovery."""
    gone = _gone(taken, taken.lost("runs"), taken.first.runs, week)
    text = _("{lead}: {what}.").format(lead=_runs_given(taken, athlete, week), what=gone)
    return in_a_row(text, _key_runs_lost(taken, athlete))


def with_circuits(athlete: Athlete, taken: Sequence[Taken]) -> Iterator[Taken]:
    """Runs and lifts asked for that went with circuits alone, since these count as both; other steps tell their own."""
    if not taken or not taken[-1].lost_in_all("circuits"):
        return
    last = taken[-1]
    for field, what, tell, told in WITH_CIRCUITS:
        lost = last.lost_in_all(what) + last.lost_in_all("circuits")
        if lost > 0 and getattr(athlete, field) and not any(one.tell in told for one in taken):
            yield replace(last, step="fewer_sessions", tell=tell)


def runs_of_circuits(taken: Taken, athlete: Athlete, week: Week) -> str:
    """Of runs that went with circuits."""
    lead = _runs_given(taken, athlete, week)
    return _("{lead}, since a circuit given up counts as a run too.").format(lead=lead)


def lifts_of_circuits(taken: Taken, athlete: Athlete, week: Week) -> str:
    """Of lifts that went with circuits."""
    lead = _lifts_given(taken, athlete, week)
    return _("{lead}, since a circuit given up counts as a lift too.").format(lead=lead)


WITH_CIRCUITS = (
    ("runs_per_week", "runs", runs_of_circuits, (lift_kept, run)),
    ("lifts_per_week", "lifts", lifts_of_circuits, (run_kept, lift)),
)


def _runs_given(taken: Taken, athlete: Athlete, week: Week) -> str:
    """The runs asked for, or those due at first, and those that the week holds; circuits are among both."""
    held = sum(s.run is not None for s in week.sessions)
    lost = taken.lost_in_all("runs") + taken.lost_in_all("circuits")
    return _given(usual_or_asked(athlete, "runs_per_week", held + lost), held)


def _lifts_given(taken: Taken, athlete: Athlete, week: Week) -> str:
    """The same of lifts."""
    held = sum(s.lift is not None for s in week.sessions)
    lost = taken.lost_in_all("lifts") + taken.lost_in_all("circuits")
    return _given(usual_or_asked(athlete, "lifts_per_week", held + lost), held)


def _given(due: str, number: int) -> str:
    """What was due, and how many are planned."""
    if not number:
        return _("{due}; none is planned").format(due=due)
    return ngettext("{due}; {number} is planned", "{due}; {number} are planned", number).format(due=due, number=number)


def _gone(taken: Taken, number: int, due: int, week: Week) -> str:
    """So many sessions that became recovery; they are left out where the week has no place for that either."""
    rests = any(s.kind is Kind.RECOVERY for s in week.sessions)
    is_all = number == due == 1
    if rests:
        it = _("it became recovery, since {room} leave no place")
        some = ngettext(
            "{number} of them became recovery, since {room} leave no place",
            "{number} of them became recovery, since {room} leave no place",
            number,
        )
    else:
        it = _("it is left out, since {room} leave no place")
        some = ngettext(
            "{number} of them is left out, since {room} leave no place",
            "{number} of them are left out, since {room} leave no place",
            number,
        )
    return (it if is_all else some).format(number=number, room=taken.room)


def _key_runs_lost(taken: Taken, athlete: Athlete) -> str:
    """The hard and long runs that went with runs given up, as a sentence of its own."""
    lost = []
    if taken.lost("hard"):
        lost.append(counted(taken.lost("hard"), "hard run"))
    if taken.lost("long"):
        day = athlete.long_run_weekday
        named = "" if day is None else _("the long run you asked for on {day}").format(day=WEEKDAYS[day])
        lost.append(named or _("the long run"))
    return _("That gives up {runs}.").format(runs=listed(lost)) if lost else ""


def _is_long(session: Session) -> bool:
    return session.run is not None and session.run.intensity is Intensity.LONG


def _lifts(rx: Prescription) -> str:
    """The lifts by region: "2 upper-body lifts and 1 lower-body lift"."""
    return listed([counted(rx.regions.count(region), region) for region in Region if region in rx.regions])
