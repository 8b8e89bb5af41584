"""How many sessions of which kind a week holds: the table by goal, level and days, and the default minutes.

The cells and minutes are those of training-science section 12, written there as run-only . lift-only . combined .
recovery, `hN` hard runs, `L` a long run.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from planner.engine.vocabulary import Goal, Intensity, Kind, Level

B, I, A = Level.BEGINNER, Level.INTERMEDIATE, Level.ADVANCED  # noqa: E741 - the table's own letters


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the composition table."""

    run_only: int
    lift_only: int
    combined: int
    recovery: int
    hard: int
    long: bool

    @property
    def runs(self) -> int:
        """Sessions with running in them."""
        return self.run_only + self.combined

    @property
    def lifts(self) -> int:
        """Sessions with lifting in them."""
        return self.lift_only + self.combined


_TABLE = """
endurance B | 1.0.1.0 h0 L | 1.0.2.0 h0 L | 2.1.1.0 h1 L | 2.1.1.1 h1 L | 3.2.0.1 h1 L | 3.2.0.2 h1 L
endurance I | 1.0.1.0 h1 L | 1.0.2.0 h1 L | 2.0.2.0 h1 L | 3.0.2.0 h2 L | 4.0.2.0 h2 L | 4.0.2.1 h2 L
endurance A | 1.0.1.0 h1 L | 1.0.2.0 h1 L | 2.0.2.0 h2 L | 3.0.2.0 h2 L | 4.0.2.0 h2 L | 4.0.2.1 h2 L
speed B     | 1.0.1.0 h1   | 1.0.2.0 h1   | 2.1.1.0 h1   | 2.1.1.1 h1 L | 3.2.0.1 h1 L | 3.2.0.2 h1 L
speed I     | 1.0.1.0 h1   | 1.0.2.0 h1 L | 2.0.2.0 h2 L | 3.0.2.0 h2 L | 4.0.2.0 h2 L | 4.0.2.1 h2 L
speed A     | 1.0.1.0 h1   | 1.0.2.0 h2 L | 2.0.2.0 h2 L | 3.0.2.0 h2 L | 4.0.2.0 h2 L | 4.0.2.1 h2 L
strength B  | 0.0.2.0 h0   | 0.1.2.0 h0   | 1.2.1.0 h0   | 2.3.0.0 h0   | 2.3.0.1 h0   | 2.3.0.2 h0
strength I  | 0.0.2.0 h0   | 0.1.2.0 h0   | 0.2.2.0 h0   | 1.2.2.0 h1   | 1.2.2.1 h1   | 1.2.2.2 h1
strength A  | 0.0.2.0 h0   | 0.1.2.0 h0   | 0.2.2.0 h0   | 1.2.2.0 h1   | 1.3.2.0 h1   | 1.3.2.1 h1
muscle B    | 0.0.2.0 h0   | 0.1.2.0 h0   | 1.2.1.0 h0   | 2.3.0.0 h0   | 2.3.0.1 h0   | 2.3.0.2 h0
muscle I    | 0.0.2.0 h0   | 0.1.2.0 h0   | 0.2.2.0 h0   | 1.2.2.0 h0   | 1.3.2.0 h1   | 1.3.2.1 h1
muscle A    | 0.0.2.0 h0   | 0.1.2.0 h0   | 0.2.2.0 h0   | 0.3.2.0 h0   | 1.3.2.0 h1   | 1.3.2.1 h1
fat_loss B  | 0.0.2.0 h0   | 0.0.3.0 h0   | 0.0.3.1 h0   | 1.1.2.1 h0   | 1.1.2.2 h1   | 1.1.2.3 h1
fat_loss I  | 0.0.2.0 h0   | 0.0.3.0 h1   | 0.0.4.0 h1   | 0.0.5.0 h1   | 0.0.5.1 h1   | 0.0.5.2 h1
fat_loss A  | 0.0.2.0 h1   | 0.0.3.0 h1   | 0.0.4.0 h1   | 0.0.5.0 h2   | 0.0.6.0 h2   | 0.0.6.1 h2
general B   | 0.0.2.0 h0   | 1.1.1.0 h0   | 2.1.1.0 h0   | 2.1.1.1 h1   | 3.2.0.1 h1 L | 3.2.0.2 h1 L
general I   | 0.0.2.0 h0   | 1.0.2.0 h1   | 1.1.2.0 h1   | 2.1.2.0 h1 L | 2.1.2.1 h1 L | 2.1.2.2 h1 L
general A   | 0.0.2.0 h1   | 0.0.3.0 h1   | 1.1.2.0 h1 L | 2.1.2.0 h1 L | 2.2.2.0 h2 L | 2.2.2.1 h2 L
"""
_CELL = re.compile(r"(\d)\.(\d)\.(\d)\.(\d) h(\d)( L)?")
_ONE_DAY = {goal: Cell(0, 0, 1, 0, 0, False) for goal in Goal}


def _read_table(table: str) -> dict[tuple[Goal, Level, int], Cell]:
    letters = {"B": B, "I": I, "A": A}
    cells = {}
    for line in table.strip().splitlines():
        head, *columns = line.split("|")
        goal, letter = head.split()
        for days, column in enumerate(columns, start=2):
            match = _CELL.fullmatch(column.strip())
            assert match, column  # noqa: S101 - a typing error in the table above
            run_only, lift_only, combined, recovery, hard = map(int, match.groups()[:5])
            cell = Cell(run_only, lift_only, combined, recovery, hard, long=match[6] is not None)
            cells[Goal(goal), letters[letter], days] = cell
    return cells


CELLS: Mapping[tuple[Goal, Level, int], Cell] = _read_table(_TABLE)


def cell_for(goal: Goal, level: Level, days: int) -> Cell:
    """The cell for 1 to 7 training days; one day holds one combined session."""
    return _ONE_DAY[goal] if days == 1 else CELLS[goal, level, days]


RUN_MINUTES: Mapping[Intensity, Mapping[Level, int]] = {
    Intensity.EASY: {B: 30, I: 40, A: 50},
    Intensity.MODERATE: {B: 30, I: 40, A: 50},
    Intensity.HARD: {B: 30, I: 45, A: 60},
}
LONG_RUN_MINUTES: Mapping[Goal, Mapping[Level, int]] = {
    Goal.ENDURANCE: {B: 50, I: 80, A: 100},
    Goal.SPEED: {B: 40, I: 70, A: 80},
}
LONG_RUN_MINUTES_ELSE = {B: 45, I: 60, A: 75}
LIFT_MINUTES = {B: 40, I: 50, A: 60}
COMBINED_MINUTES: Mapping[Goal, Mapping[Level, tuple[int, int]]] = {
    **{key: {B: (25, 20), I: (35, 30), A: (45, 35)} for key in (Goal.ENDURANCE, Goal.SPEED)},
    **{key: {B: (15, 35), I: (20, 45), A: (25, 55)} for key in (Goal.STRENGTH, Goal.MUSCLE)},
    **{key: {B: (20, 25), I: (25, 30), A: (30, 35)} for key in (Goal.FAT_LOSS, Goal.GENERAL)},
}
CIRCUIT_MINUTES = {B: 30, I: 40, A: 45}
RECOVERY_MINUTES = 30
SHORTEST_HARD_RUN = 25  # ten to warm up, five to cool down, ten of work


def run_minutes(goal: Goal, level: Level, kind: Kind, intensity: Intensity) -> int:
    """Default minutes of a run or of a combined session's run part, warm-up and cool-down inside."""
    if kind is Kind.COMBINED:
        return COMBINED_MINUTES[goal][level][0]
    if intensity is Intensity.LONG:
        return LONG_RUN_MINUTES.get(goal, LONG_RUN_MINUTES_ELSE)[level]
    return RUN_MINUTES[intensity][level]


@dataclass(frozen=True, slots=True)
class Volume:
    """Full minutes of a week's runs and lifts by kind, the share of a lift's usual working sets, and the most of them.

    `combined` is the run, `combined_lift` the lift of a combined session. `light` lifts are lifted lightly. `circuit`
    is None where circuits have their usual minutes.
    """

    easy: int
    hard: int
    long: int
    combined: int
    lift: int
    combined_lift: int
    sets: float = 1.0
    most_sets: int | None = None
    light: bool = False
    circuit: int | None = None

    def run(self, kind: Kind, intensity: Intensity) -> int:
        """Minutes of a run on its own, or of the run of a combined session; steady runs are as long as easy ones."""
        if kind is Kind.COMBINED:
            return self.combined
        return {Intensity.HARD: self.hard, Intensity.LONG: self.long}.get(intensity, self.easy)


def usual_volume(goal: Goal, run_level: Level, lift_level: Level) -> Volume:
    """The default minutes of the table's sessions."""
    return Volume(
        easy=run_minutes(goal, run_level, Kind.RUN_ONLY, Intensity.EASY),
        hard=run_minutes(goal, run_level, Kind.RUN_ONLY, Intensity.HARD),
        long=run_minutes(goal, run_level, Kind.RUN_ONLY, Intensity.LONG),
        combined=run_minutes(goal, run_level, Kind.COMBINED, Intensity.EASY),
        lift=lift_minutes(goal, lift_level, Kind.LIFT_ONLY),
        combined_lift=lift_minutes(goal, lift_level, Kind.COMBINED),
    )


def lift_minutes(goal: Goal, level: Level, kind: Kind) -> int:
    """Default minutes of a lift or of a combined session's lift part."""
    return COMBINED_MINUTES[goal][level][1] if kind is Kind.COMBINED else LIFT_MINUTES[level]
