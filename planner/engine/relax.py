"""The relaxation ladder: what gives way, in which order, when the wishes admit no valid week; told step by step."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations_with_replacement

from planner.engine import given_up
from planner.engine.circuits import to_easy_pair, to_lift, to_run
from planner.engine.domain import Athlete
from planner.engine.given_up import Taken, Tell
from planner.engine.prescription import Prescription, alternative_splits, with_fewer_lifts
from planner.engine.wishes import wants_fewer_lifts


@dataclass(frozen=True, slots=True)
class Wish:
    """Whose prescription it is, on how many days at the most, and whether a long run is kept beside it."""

    athlete: Athlete
    days: int
    keeps_long: bool = False


Relaxed = tuple[Prescription, Tell]
Step = Callable[[Wish, Prescription], Relaxed | None]
Rungs = tuple[tuple[str, Step], ...]


def one_session(wish: Wish, rx: Prescription) -> Relaxed | None:
    """Two sessions a day become one where a day has no room for two."""
    if not rx.two_a_day or rx.one_session_too:
        return None
    return replace(rx, one_session_too=True), given_up.one_session


def split_regions(wish: Wish, rx: Prescription) -> Relaxed | None:
    """Full-body lifts become upper and lower ones, the table's own split first."""
    splits = alternative_splits(rx)
    return (replace(rx, regions=splits[0]), given_up.split) if splits else None


def part_combined(wish: Wish, rx: Prescription) -> Relaxed | None:
    """A combined session becomes a run on one day and a lift on another, or keeps one part only."""
    if not rx.combined:
        return None
    rest = replace(rx, combined=rx.combined - 1)
    if rx.days < wish.days:
        return replace(rest, run_only=rx.run_only + 1, lift_only=rx.lift_only + 1), given_up.apart
    if wants_fewer_lifts(wish.athlete, rx.runs, rx.lifts):
        return replace(with_fewer_lifts(rest), run_only=rx.run_only + 1), given_up.run_kept
    return _with_fewer_runs(replace(rest, lift_only=rx.lift_only + 1)), given_up.lift_kept


def ease_hard(wish: Wish, rx: Prescription) -> Relaxed | None:
    """A hard run becomes an easy one."""
    return (replace(rx, hard=rx.hard - 1), given_up.hard_run) if rx.hard else None


def free_long_day(wish: Wish, rx: Prescription) -> Relaxed | None:
    """The long run may lie on another day than asked for."""
    if rx.long_day is None or not (rx.long or wish.keeps_long):
        return None
    return replace(rx, long_day=None), given_up.long_run_day


def ease_long(wish: Wish, rx: Prescription) -> Relaxed | None:
    """The long run becomes an easy one."""
    return (replace(rx, long=False, long_day=None), given_up.long_run) if rx.long else None


def ease_circuit(wish: Wish, rx: Prescription) -> Relaxed | None:
    """A circuit becomes an easy run and a lift of one day."""
    wanted = _wants_the_run(wish, rx) and _wants_the_lift(wish, rx)
    return (to_easy_pair(wish.athlete, rx), given_up.circuit_eased) if wanted else None


def lift_of_circuit(wish: Wish, rx: Prescription) -> Relaxed | None:
    """A circuit becomes a lift."""
    return (to_lift(wish.athlete, rx), given_up.circuit_to_lift) if _wants_the_lift(wish, rx) else None


def run_of_circuit(wish: Wish, rx: Prescription) -> Relaxed | None:
    """A circuit becomes an easy run."""
    return (to_run(wish.athlete, rx), given_up.circuit_to_run) if _wants_the_run(wish, rx) else None


def _wants_the_run(wish: Wish, rx: Prescription) -> bool:
    """Whether there is a circuit to stand for a run, and no fewer runs were asked for than circuits bring."""
    asked = wish.athlete.runs_per_week
    return rx.circuits > 0 and (asked is None or rx.runs + rx.circuits <= asked)


def _wants_the_lift(wish: Wish, rx: Prescription) -> bool:
    """The same of lifts."""
    asked = wish.athlete.lifts_per_week
    return rx.circuits > 0 and (asked is None or rx.lifts + rx.circuits <= asked)


def circuit_to_recovery(wish: Wish, rx: Prescription) -> Relaxed | None:
    """A circuit becomes recovery."""
    if not rx.circuits:
        return None
    return replace(rx, circuits=rx.circuits - 1, recovery=rx.recovery + 1), given_up.circuit


def lift_to_recovery(wish: Wish, rx: Prescription) -> Relaxed | None:
    """A lift becomes recovery."""
    if not rx.lift_only:
        return None
    fewer = replace(with_fewer_lifts(rx), lift_only=rx.lift_only - 1, recovery=rx.recovery + 1)
    return fewer, given_up.lift


def run_to_recovery(wish: Wish, rx: Prescription) -> Relaxed | None:
    """A run becomes recovery."""
    if not rx.run_only:
        return None
    fewer = replace(rx, run_only=rx.run_only - 1, recovery=rx.recovery + 1)
    return _with_fewer_runs(fewer), given_up.run


LADDER: Sequence[tuple[str, Step]] = (
    ("arrangement", one_session),
    ("split", split_regions),
    ("split", split_regions),
    ("separate", part_combined),
    ("easier", ease_hard),
    ("long_run_day", free_long_day),
    ("no_long_run", ease_long),
)
REPEATED = (part_combined, ease_hard)
EASED, LIFT_LEFT, RUN_LEFT, GONE = (
    ("easier", ease_circuit),
    ("one_part", lift_of_circuit),
    ("one_part", run_of_circuit),
    ("recovery", circuit_to_recovery),
)
CIRCUITS = (EASED, LIFT_LEFT, RUN_LEFT, GONE)
LAST = {"lift": ("recovery", lift_to_recovery), "run": ("recovery", run_to_recovery)}


def climb_down(
    wish: Wish, rx: Prescription, works: Callable[[Prescription], bool]
) -> tuple[Prescription, tuple[Taken, ...]]:
    """The first rung on which a week works, less every step above it that turns out not to be needed.

    Below the last rung nothing is left to place, so there always is one.
    """

    def reaches(steps: Rungs) -> bool:
        relaxed = _applied(wish, rx, steps)
        return relaxed is not None and works(relaxed[0])

    taken = next(steps for steps in _climbs(wish, rx) if reaches(steps))
    of_last_kind = tuple(rung for rung in taken if rung[1] is taken[-1][1])
    if reaches(of_last_kind):  # usually the last step alone was missing, and it takes a question for each of the others
        taken = of_last_kind
    for index in reversed(range(len(taken))):
        fewer = taken[:index] + taken[index + 1 :]
        if reaches(fewer):
            taken = fewer
    return _applied(wish, rx, taken) or (rx, ())


def _climbs(wish: Wish, rx: Prescription) -> Iterator[Rungs]:
    """Ever longer ways down: step by step, then with ever more runs and lifts given up, the goal's own kind last."""
    taken: Rungs = ()
    for rung in _rungs(wish, rx):
        taken = (*taken, rung)
        yield taken
    yield from ((*taken, *ways) for ways in _circuit_ways(wish, rx))
    taken = (*taken, *(GONE,) * rx.circuits)
    bottom = _applied(wish, rx, taken)
    left = bottom[0] if bottom else rx
    for less in range(1, left.runs + left.lifts + 1):
        shares = [(lifts, less - lifts) for lifts in range(less + 1)]
        lifts_first = wants_fewer_lifts(wish.athlete, left.runs, left.lifts)
        for lifts, runs in reversed(shares) if lifts_first else shares:
            yield (*taken, *(LAST["lift"],) * lifts, *(LAST["run"],) * runs)


def _circuit_ways(wish: Wish, rx: Prescription) -> Iterator[Rungs]:
    """What may become of circuits: as few of them as can be give way, and become recovery last."""
    lift_goes = wants_fewer_lifts(wish.athlete, rx.runs + rx.circuits, rx.lifts + rx.circuits)
    kept = (EASED, RUN_LEFT, LIFT_LEFT) if lift_goes else (EASED, LIFT_LEFT, RUN_LEFT)
    for count in range(1, rx.circuits + 1):
        yield from combinations_with_replacement(kept, count)
    for count in range(rx.circuits):
        yield from ((*better, GONE) for better in combinations_with_replacement((*kept, GONE), count))


def _rungs(wish: Wish, rx: Prescription) -> Iterator[tuple[str, Step]]:
    """The ladder's steps as far as each applies to what the steps before it left."""
    for name, step in LADDER:
        while (relaxed := step(wish, rx)) is not None:
            yield name, step
            rx = relaxed[0]
            if step not in REPEATED:
                break


def _applied(wish: Wish, rx: Prescription, steps: Rungs) -> tuple[Prescription, tuple[Taken, ...]] | None:
    """The prescription after these steps and what was taken; None where one of them does not apply."""
    times: dict[tuple[str, Tell], list[tuple[Prescription, Prescription]]] = {}
    first = rx
    for name, step in steps:
        relaxed = step(wish, rx)
        if relaxed is None:
            return None
        times.setdefault((name, relaxed[1]), []).append((rx, relaxed[0]))
        rx = relaxed[0]
    taken = [Taken(name, tell, tuple(stages), first, rx) for (name, tell), stages in times.items()]
    return rx, (*taken, *given_up.with_circuits(wish.athlete, taken))


def _with_fewer_runs(rx: Prescription) -> Prescription:
    """One run fewer than named: an easy one is missing first, then a hard one, then the long one."""
    if rx.easy >= 0:
        return rx
    return replace(rx, hard=rx.hard - 1) if rx.hard else replace(rx, long=False, long_day=None)
