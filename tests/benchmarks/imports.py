"""S2: importing the planner against importing CP-SAT, each in a fresh interpreter, less the interpreter itself."""

import os
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from statistics import median

from tests.benchmarks.rounds import Comparison, Row, at_most

ROUNDS = 7


def start(program: str) -> float:
    """Run a program in a fresh interpreter; its processor time in milliseconds."""
    before = os.times()
    subprocess.run([sys.executable, "-c", program], check=True)
    after = os.times()
    return 1000 * (after.children_user + after.children_system - before.children_user - before.children_system)


def figures() -> Iterator[Row]:
    """One row; without OR-Tools the planner's own milliseconds."""
    has_ortools = find_spec("ortools") is not None
    programs = ["pass", "import planner.engine"] + ["from ortools.sat.python import cp_model"] * has_ortools
    for program in programs:
        start(program)
    rounds = [[start(program) for program in programs] for _ in range(ROUNDS)]
    ours = median(times[1] - times[0] for times in rounds)
    what = "import planner.engine over importing CP-SAT"
    if not has_ortools:
        yield Row("S2", what, "at most 0.3 x", f"{ours:.0f} ms; CP-SAT needs the oracle group")
        return
    theirs = median(times[2] - times[0] for times in rounds)
    ratio = median((times[1] - times[0]) / (times[2] - times[0]) for times in rounds)
    yield at_most("S2", what, 0.3, Comparison(ours, theirs, ratio))
