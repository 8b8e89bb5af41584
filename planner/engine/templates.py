"""Sessions before they have a day: kinds with their parts, minutes cut to what a window, a limit or a rule allows."""

from dataclasses import dataclass, replace
from functools import cached_property

from planner.engine import composition, limits
from planner.engine.composition import SHORTEST_HARD_RUN, Volume, usual_volume
from planner.engine.domain import Athlete, Context, Lift, Recovery, Run, Session
from planner.engine.order_policy import orders_for
from planner.engine.prescription import Prescription, lift_effort
from planner.engine.rules.availability import least_warm_up
from planner.engine.run_room import run_room
from planner.engine.vocabulary import Activity, Effort, Goal, Intensity, Kind, Order, Region
from planner.engine.workouts import sets_of


def cut(minutes: int, limit: int, least: int) -> int | None:
    """Minutes within the limit, in full fives where cut; None where less than `least` would be left."""
    if minutes <= limit:
        return minutes
    if limit < least:
        return None
    return max(limit - limit % limits.FIVES, least)


@dataclass(frozen=True)
class Templates:
    """Builds the sessions of one athlete's prescription; `limit` arguments are the minutes a window leaves."""

    athlete: Athlete
    context: Context
    rx: Prescription

    @cached_property
    def ceiling(self) -> int:
        """Minutes no session may pass: the athlete's wish and the day's limit by level."""
        day = limits.DAY_CEILING[self.athlete.level]
        return min(self.athlete.max_session_minutes or day, day)

    def day_limit(self, intensity: Intensity | None) -> int:
        """Minutes that a day may hold of such a run, or of anything else: a marathon's long run has its own limit."""
        if intensity is Intensity.LONG and limits.longest_run_minutes(self.athlete) > limits.RUN_MINUTES[1]:
            return limits.longest_run_minutes(self.athlete)
        return limits.DAY_CEILING[self.athlete.level]

    @cached_property
    def volume(self) -> Volume:
        """The full minutes of this week's sessions."""
        athlete = self.athlete
        return self.rx.volume or usual_volume(athlete.goal, athlete.run_level, athlete.lift_level)

    @cached_property
    def run_cap(self) -> int:
        """The longest run that is no jump, in full fives where a run can be so short."""
        cap = min(limits.longest_run_cap(self.athlete, self.context), limits.longest_run_minutes(self.athlete))
        return max(cap - cap % limits.FIVES, min(cap, limits.RUN_MINUTES[0]))

    @cached_property
    def lengths(self) -> tuple[int, int]:
        """What the prescription has to do with the minutes of a long run; no other session's depend on it."""
        return self.long_run_room, self.longest_other_run

    def run(self, intensity: Intensity, limit: int) -> Session | None:
        """A run on its own."""
        full = self.volume.run(Kind.RUN_ONLY, intensity)
        if intensity is Intensity.LONG:
            full = min(full, self.long_run_room)
        full = min(full, self.run_cap)
        least = self.shortest(intensity)
        most = min(limit, self.day_limit(intensity), self.athlete.max_session_minutes or limit)
        minutes = cut(full, most, min(full, least)) if full >= limits.RUN_MINUTES[0] else None
        if minutes is None or minutes < least:
            return None
        return self._session(Kind.RUN_ONLY, run=Run(intensity, minutes))

    def shortest(self, intensity: Intensity) -> int:
        """The fewest minutes that still are such a run; a long run is no shorter than the week's other runs."""
        if intensity is Intensity.LONG:
            return self.longest_other_run
        return SHORTEST_HARD_RUN if intensity is Intensity.HARD else limits.RUN_MINUTES[0]

    @cached_property
    def longest_other_run(self) -> int:
        """Minutes of the longest run of the week that is not the long one."""
        kinds = [(Kind.COMBINED, Intensity.EASY)] if self.rx.combined else []
        kinds += [(Kind.RUN_ONLY, Intensity.HARD)] if self.rx.hard else []
        kinds += [(Kind.RUN_ONLY, Intensity.EASY)] if self.rx.run_only - self.rx.long > 0 else []
        full = (self._full_run(kind, intensity) for kind, intensity in kinds)
        return max(full, default=limits.RUN_MINUTES[0])

    @cached_property
    def long_run_room(self) -> int:
        """The most minutes the long run may have beside the week's other runs, at their fewest."""
        share = limits.long_run_share(self.rx.runs)
        if share >= 1:
            return limits.RUN_MINUTES[1]
        hard = 0 if self.rx.combined else self.rx.hard  # one beside a lift may be shorter than an easy one
        fewest = {
            "combined": self._full_run(Kind.COMBINED, Intensity.EASY),
            "easy": self._full_run(Kind.RUN_ONLY, Intensity.EASY),
            "hard": self._full_run(Kind.RUN_ONLY, Intensity.HARD),
        }
        others = run_room(self.athlete, replace(self.rx, long=True), self.volume, hard).held(fewest)
        room = int(share / (1 - share) * others + 1e-9)
        return room - room % limits.FIVES

    def _full_run(self, kind: Kind, intensity: Intensity) -> int:
        return min(self.volume.run(kind, intensity), self.run_cap, self.ceiling)

    def lift(self, region: Region, limit: int) -> Session | None:
        """A lift on its own."""
        minutes = cut(self.volume.lift, min(limit, self.ceiling), limits.LIFT_MINUTES[0])
        return None if minutes is None else self._session(Kind.LIFT_ONLY, lift=self._lift(region, minutes))

    def combined(self, intensity: Intensity, region: Region, order: Order, limit: int) -> Session | None:
        """Run and lift in one session, both parts scaled where the time is short."""
        parts = self._combined_parts(intensity, region, min(limit, self.ceiling))
        if parts is None:
            return None
        run, lift = parts
        if order not in orders_for(self.athlete, run, lift).allowed:
            return None
        return self._session(Kind.COMBINED, order=order, run=run, lift=lift)

    def double(self, intensity: Intensity, region: Region) -> tuple[Session, Session] | None:
        """The parts of a combined session as two sessions of a day, run and lift."""
        key = (intensity, region)
        if key not in self._doubles:
            parts = self._combined_parts(intensity, region, self.ceiling)
            self._doubles[key] = parts and (
                self._session(Kind.RUN_ONLY, run=parts[0]),
                self._session(Kind.LIFT_ONLY, lift=parts[1]),
            )
        return self._doubles[key]

    @cached_property
    def _doubles(self) -> dict[tuple[Intensity, Region], tuple[Session, Session] | None]:
        """Each is asked for twice, for its run and for its lift."""
        return {}

    def _combined_parts(self, intensity: Intensity, region: Region, limit: int) -> tuple[Run, Lift] | None:
        limit = min(limit, limits.COMBINED_CEILING[self.athlete.level])
        run, lift = self.volume.run(Kind.COMBINED, intensity), self.volume.combined_lift
        longest = orders_for(self.athlete, Run(intensity, run), self._lift(region, lift)).longest_run
        run = min(run, self.run_cap, longest or run)
        shortest_run = SHORTEST_HARD_RUN if intensity is Intensity.HARD else limits.RUN_MINUTES[0]
        if run + lift > limit:
            scaled = run * limit // (run + lift)
            run = min(run, max(scaled - scaled % limits.FIVES, shortest_run))
            lift = min(lift, limit - run)
        if run < shortest_run or lift < limits.LIFT_MINUTES[0]:
            return None
        return Run(intensity, run), self._lift(region, lift)

    @cached_property
    def lift_lengths(self) -> tuple[int, ...]:
        """Minutes from the start of a session to the end of its lift, for each kind that lifts."""
        lifts = {self.volume.lift, self.volume.combined_lift}
        run = self._full_run(Kind.COMBINED, Intensity.EASY)
        return tuple(sorted(min(m, self.ceiling) for m in lifts | {m + run for m in lifts}))

    def circuit(self, limit: int) -> Session | None:
        """Run and lift in rounds; the halves are told apart for the records only."""
        full = self.volume.circuit or composition.CIRCUIT_MINUTES[self.athlete.level]
        minutes = cut(full, min(limit, self.ceiling), min(full, SHORTEST_HARD_RUN))
        if minutes is None:
            return None
        run = min(minutes // 2, self.run_cap)
        lift = Lift(Region.FULL, Effort.MODERATE, minutes - run)
        return self._session(Kind.CIRCUIT, run=Run(Intensity.MODERATE, run), lift=lift)

    def recovery(self, limit: int) -> Session | None:
        """An easy half hour: a walk where fat loss is the goal or running has yet to begin, else yoga."""
        minutes = cut(composition.RECOVERY_MINUTES, min(limit, self.ceiling), limits.RECOVERY_MINUTES[0])
        if minutes is None:
            return None
        walks = self.athlete.goal is Goal.FAT_LOSS or self.run_cap < limits.RUN_MINUTES[0]
        activity = Activity.WALK if walks else Activity.YOGA
        activity = activity if minutes >= 20 else Activity.STRETCHING
        return self._session(Kind.RECOVERY, recovery=Recovery(activity, minutes))

    def _lift(self, region: Region, minutes: int) -> Lift:
        effort = Effort.LIGHT if self.volume.light else lift_effort(self.athlete, region)
        return Lift(region, effort, minutes)

    def _session(
        self,
        kind: Kind,
        *,
        order: Order | None = None,
        run: Run | None = None,
        lift: Lift | None = None,
        recovery: Recovery | None = None,
    ) -> Session:
        warm_up = least_warm_up(kind, run, lift)
        session = Session("", 0, 0, kind, order, run, lift, recovery, warm_up, limits.COOL_DOWN)
        if lift is None or kind is Kind.CIRCUIT:
            return session
        key = (kind, order, run, lift)
        lift = self._sets[key] = self._sets.get(key) or self._with_sets(session, lift)
        return Session("", 0, 0, kind, order, run, lift, recovery, warm_up, limits.COOL_DOWN)

    @cached_property
    def _sets(self) -> dict[tuple[Kind, Order | None, Run | None, Lift], Lift]:
        """Lifts with their working sets, by what they stand in: the halves of doubles come again and again."""
        return {}

    def _with_sets(self, session: Session, lift: Lift) -> Lift:
        """The lift with its working sets: as many as it holds, in a lighter week at most its share of the usual."""
        sets, share = self._sets_of(session), self.volume.sets
        if share < 1:
            usual = usual_volume(self.athlete.goal, self.athlete.run_level, self.athlete.lift_level)
            minutes = usual.combined_lift if session.run else usual.lift
            whole = replace(session, lift=replace(lift, minutes=max(minutes, lift.minutes)))
            sets = min(sets, self._sets_of(whole, share), self.volume.most_sets or sets)
        return Lift(lift.region, lift.effort, lift.minutes, sets)

    def _sets_of(self, session: Session, share: float = 1.0) -> int:
        context = self.context
        year = context.start.year if context.start else None
        return sets_of(self.athlete, session, year=year, plan_week=context.plan_week, share=share)


def with_warm_up(session: Session) -> Session:
    """The session with the warm-up its work needs: ten minutes before hard work, else five."""
    minutes = least_warm_up(session.kind, session.run, session.lift)
    return replace(session, warm_up=minutes, cool_down=limits.COOL_DOWN)
