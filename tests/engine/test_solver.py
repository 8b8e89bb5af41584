"""The search is exact: held against trying everything, on weeks small enough to try everything."""

from collections import Counter
from dataclasses import replace
from functools import cache
from random import Random

import pytest

from planner.engine.bound import Problem
from planner.engine.contents import REST, Content
from planner.engine.domain import Context, Week
from planner.engine.evaluate import chain_start, evaluate
from planner.engine.forms import Option
from planner.engine.notation import read_week
from planner.engine.places import with_ids
from planner.engine.planning import plan_week
from planner.engine.rules.shapes import Case, Totals
from planner.engine.solver import Search
from planner.engine.tables import UNIT, Tables, neighbours_of
from planner.engine.vocabulary import Goal, Kind, Modality, Order, Policy
from tests.engine.weeks import around, athlete, evenings

POOL = ("E", "H", "L", "M", "F", "U", "Lo", "U!", "Lo!", "C", "X", "E+F", "E+U", "E+Lo", "H+U", "H+F", "E, U", "H, Lo")
NEIGHBOURS = ("Sun H", "Sat L | Sun F", "Sun Lo", "Fri E+F(LF) | Sun X", "Mon H | Tue F", "Mon E+U(RF)", "Mon -")
SEEDS = range(40)
CLOCKS = ("07:00", "18:00", "19:30")


def options_of(texts, days, starts):
    """Each text as a content that may lie on each of these days at any of the starts; the stock that asks for all."""
    counts = Counter(texts)
    found = {day: [Option.of(REST, ())] for day in range(7)}
    stock = 0
    for place, (text, count) in enumerate(counts.items()):
        stock += count << (4 * place)
        for order in "RF", "LF":
            if "+" not in text and order == "LF":
                continue
            marked = f"{text}({order})" if "+" in text else text
            content = Content(marked, 1 << (4 * place), Kind.COMBINED if "+" in text else None)
            for day in days:
                for clock in starts:
                    timed = marked if "," in marked else f"{clock} {marked}"
                    sessions = read_week(f"Mon {timed}").sessions
                    placed = tuple(s.moved(day, s.start) for s in sessions)
                    found[day].append(Option.of(content, placed))
                    if "," in marked:
                        break
    return tuple(tuple(options) for options in found.values()), stock


def problem_of(who, texts, days, starts=("18:00",), context=None):
    """A search problem of exactly these sessions."""
    context = context or Context()
    options, stock = options_of(texts, days, starts)
    sessions = [s for text in texts for s in read_week(f"Mon {text}").sessions]
    before, after = neighbours_of(context.before, "before "), neighbours_of(context.after, "after ")
    known = frozenset(o.content for o in (*before, *after) if o.form.sessions)
    tables = Tables(Case(who, context, Totals.of(sessions)), known)
    return Problem(tables, options, stock, Week(), before, after, chain_start(context), sessions_from=0)


def weeks_of(problem, day=0, taken=0, chosen=()):
    """Every week the options allow that places the whole stock."""
    if day == 7:
        if taken == problem.stock:
            sessions = (s for day, option in enumerate(chosen) for s in option.on(day))
            yield Week.of(list(with_ids(tuple(replace(s, id="") for s in sessions))))
        return
    for option in problem.options[day]:
        if fits(problem.stock, taken + option.content.takes):
            yield from weeks_of(problem, day + 1, taken + option.content.takes, (*chosen, option))


def fits(stock, taken):
    """Whether no digit of what is taken is above that of the stock."""
    return all(taken >> place & 15 <= stock >> place & 15 for place in range(0, 40, 4))


def best_by_trying(who, problem, context):
    """The lowest score of all valid weeks, by the rules alone; None where none is valid."""
    scores = [found.score for week in weeks_of(problem) if (found := evaluate(who, week, context)).valid]
    return min(scores, default=None)


def random_case(seed):
    """A small case: three to five texts on four to five days, some goal, school, starts and neighbours."""
    rng = Random(seed)
    policy = rng.choice(list(Policy))
    who = athlete(
        rng.choice(list(Goal)),
        rng.choice(("intermediate", "advanced")),
        order_policy=policy,
        my_order=rng.choice(list(Order)),
        likes_less=rng.choice(list(Modality)),
    )
    texts = [rng.choice(POOL) for _ in range(rng.choice((3, 3, 4, 4, 5)))]
    days = sorted(rng.sample(range(7), rng.choice((4, 5))))
    starts = rng.sample(CLOCKS, rng.choice((1, 2))) if len(texts) == 3 else [rng.choice(CLOCKS)]
    before, after = (rng.choice((None, *NEIGHBOURS)) for _ in range(2))
    return who, texts, days, starts, around(before, after)


@cache
def tried(seed):
    """A random case, its problem, and the best of trying everything."""
    who, texts, days, starts, context = random_case(seed)
    problem = problem_of(who, texts, days, starts, context)
    return who, context, problem, best_by_trying(who, problem, context)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_search_finds_what_trying_everything_finds(seed):
    who, context, problem, best = tried(seed)
    solution = Search(problem).solve()
    assert (solution is None) is (best is None)
    if solution is not None:
        assert solution.proven
        assert solution.cost // UNIT == 2 * best
        week = Week.of(list(with_ids(tuple(replace(s, id="") for s in solution.sessions))))
        found = evaluate(who, week, context)
        assert (found.valid, found.score) == (True, best)


def test_the_random_cases_are_worth_trying():
    bests = [tried(seed)[-1] for seed in SEEDS]
    solved = [best for best in bests if best is not None]
    assert len(solved) >= 20
    assert sum(best > 0 for best in solved) >= 12
    assert None in bests


def test_a_search_that_runs_out_of_nodes_proves_nothing():
    who = athlete("endurance")
    problem = problem_of(who, ["E", "H", "L", "F"], range(5), CLOCKS)
    assert Search(problem, budget=50_000).solve().proven
    cut = Search(problem, budget=1)
    solution = cut.solve()
    assert solution is None or not solution.proven
    assert cut.nodes <= 2


def test_ties_fall_to_the_tidier_option():
    tidy, untidy = (read_week(f"Mon {clock} E").sessions for clock in ("18:00", "07:00"))
    content = Content("E", 1)
    options = ((Option.of(content, untidy, 5), Option.of(content, tidy, 2), Option.of(REST, ())),) + (
        (Option.of(REST, ()),),
    ) * 6
    who = athlete(lifts_per_week=0)
    tables = Tables(Case(who, Context(), Totals.of(tidy)))
    assert Search(Problem(tables, options, 1, Week(), sessions_from=0)).solve().sessions == tidy


def test_nothing_to_place_is_an_empty_week():
    solution = Search(problem_of(athlete(lifts_per_week=0), [], range(7))).solve()
    below_the_health_minimum = 2 * UNIT  # a low cost of 1; costs count in halves
    assert (solution.sessions, solution.cost, solution.proven) == ((), below_the_health_minimum, True)


def test_more_sessions_than_days_have_no_week():
    assert Search(problem_of(athlete(), ["E", "U", "Lo"], [1, 2])).solve() is None


# the same through the planner's front door


def placings(week, days, start):
    """Every way to lay the week's sessions on these days, one a day, combined ones in either order."""
    blank = [replace(s, day=0, start=start, id="") for s in week.sessions]
    contents = Counter(replace(s, order=None) for s in blank)

    def lay(day, left):
        if day == len(days):
            if not sum(left.values()):
                yield ()
            return
        if len(days) - day > sum(left.values()):
            yield from lay(day + 1, left)
        for content in [c for c, count in left.items() if count]:
            rest = left - Counter([content])
            for order in tuple(Order) if content.kind is Kind.COMBINED else (None,):
                placed = replace(content, day=days[day], order=order)
                yield from ((placed, *more) for more in lay(day + 1, rest))

    for sessions in lay(0, contents):
        yield Week.of(list(with_ids(sessions)))


def planned_case(seed):
    rng = Random(seed)
    goal = rng.choice([Goal.STRENGTH, Goal.MUSCLE, Goal.FAT_LOSS, Goal.GENERAL])  # no rule on hours to gain by
    days = "".join(str(day) for day in sorted(rng.sample(range(7), rng.choice((3, 4, 4, 5)))))
    policy = rng.choice([Policy.ALTERNATE, Policy.ALTERNATE, Policy.PRIORITY_FIRST, Policy.FINISH_WITH_FOCUS])
    level = rng.choice(("beginner", "intermediate", "advanced"))
    context = around(rng.choice((None, *NEIGHBOURS)), rng.choice((None, *NEIGHBOURS)))
    return (
        athlete(goal, level, availability=evenings(days, "18:00-20:30"), order_policy=policy),
        [int(d) for d in days],
        context,
    )


@pytest.mark.parametrize("seed", range(40))
def test_a_plan_called_optimal_cannot_be_laid_out_better(seed):
    who, days, context = planned_case(seed)
    planned = plan_week(who, context=context)
    assert planned.evaluation.valid
    found = (evaluate(who, week, context) for week in placings(planned.week, days, 18 * 60))
    best = min(f.score for f in found if f.valid)
    assert best <= planned.evaluation.score
    assert best == planned.evaluation.score or not planned.optimal


def test_most_small_plans_are_called_optimal():
    called = [plan_week(who, context=context).optimal for who, _, context in map(planned_case, range(40))]
    assert sum(called) >= 30


LEFT_OUT = 1_000 * UNIT  # more than any of these weeks' scores


def test_what_finds_no_place_is_left_out_where_that_is_allowed():
    problem = problem_of(athlete("endurance"), ["H", "L", "H"], (0, 1, 2))  # key runs stand apart: room for two
    strict = Search(problem)
    assert strict.solve() is None
    solution = strict.leaving_out(LEFT_OUT).solve()
    assert solution.cost // LEFT_OUT == 1
    assert len(solution.sessions) == 2


@pytest.mark.parametrize("texts", [["H", "L", "H"], ["E", "H", "F"], ["E", "E+U", "F"]])
def test_leaving_out_prices_nothing_anew_and_answers_as_if_it_did(texts):
    problem = problem_of(athlete("endurance"), texts, (0, 1, 2), CLOCKS)
    strict = Search(problem)
    strict.solve()
    again = strict.leaving_out(LEFT_OUT)
    assert again.bound.days is strict.bound.days
    assert again.solve() == Search(replace(problem, leave_out_cost=LEFT_OUT)).solve()


def test_costs_of_days_in_a_row_are_laid_out_as_they_are_asked_for_one_by_one():
    who, texts, days, starts, context = random_case(3)
    problem = problem_of(who, texts, days, starts, context)
    options = [option for day in problem.options for option in day][:40]
    expected = [[problem.tables.adjacent(first, second) for second in options] for first in options]
    assert problem.tables.matrix(options) == expected
    assert problem_of(who, texts, days, starts, context).tables.matrix(options) == expected
