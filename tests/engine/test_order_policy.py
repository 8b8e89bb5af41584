"""The schools on run/lift order: the whole table of the training science, section 11."""

import pytest

from planner.engine.notation import read_week
from planner.engine.order_policy import EITHER, SCHOOLS, Pairing, orders_for, orders_of, row_for, rulings
from planner.engine.rules.order import SESSION_ORDER
from planner.engine.vocabulary import Goal, Modality, Order, Policy
from tests.engine.weeks import athlete, keeps

RF, LF = Order.RUN_FIRST, Order.LIFT_FIRST
RACING, LIFTING, OTHER = ("endurance", "speed"), ("strength", "muscle"), ("fat_loss", "general")
COLUMNS = {  # pairings by column of the table; {} takes the order
    "upper, easy": ("U+E{}", "U+M{}", "F?+E{}", "Lo?+E{}"),
    "upper, key": ("U+H{}", "U+L{}", "F?+H{}"),
    "lower, easy": ("Lo+E{}", "Lo+M{}", "Lo!+E{}"),
    "full, easy": ("F+E{}", "F+M{}", "F!+E{}"),
    "legs, key": ("Lo+H{}", "Lo+L{}", "F+H{}", "F+L{}", "F!+H{}"),
}
TABLE = {
    "priority_first endurance": ("either", "RF", "either RF", "either RF", "RF"),
    "priority_first speed": ("either RF", "RF", "either RF", "either RF", "RF"),
    "priority_first strength": ("LF", "LF", "LF", "LF", "apart"),
    "priority_first muscle": ("either LF", "either", "LF", "LF", "apart"),
    "priority_first fat_loss": ("either RF", "RF", "either LF", "either", "RF"),
    "priority_first general": ("either RF", "RF", "either LF", "either", "RF"),
    **{f"alternate {goal}": ("either", "RF", "either", "either", "RF") for goal in Goal},
    **{f"finish_with_focus {goal}": ("LF", "LF", "LF easy", "LF easy", "apart") for goal in RACING},
    **{f"finish_with_focus {goal}": ("RF short", "RF", "RF short", "RF short", "apart") for goal in LIFTING},
    **{f"finish_with_focus {goal}": ("either", "RF", "either", "either", "RF") for goal in OTHER},
    **{f"least_liked_first {goal} run": ("RF", "RF", "RF", "RF", "RF") for goal in Goal},
    **{f"least_liked_first {goal} lift": ("LF", "RF", "LF", "LF", "RF") for goal in Goal},
    **{f"my_order {goal} run_first": ("RF", "RF", "RF", "RF", "RF") for goal in Goal},
    **{f"my_order {goal} lift_first": ("LF", "apart", "LF", "LF", "apart") for goal in Goal},
}
ALLOWED = {"either": {RF, LF}, "RF": {RF}, "LF": {LF}, "apart": set()}
CELLS = [
    pytest.param(who, pairings, word, id=f"{who}: {column}")
    for who, row in TABLE.items()
    for (column, pairings), word in zip(COLUMNS.items(), row, strict=True)
]


def person(who):
    """The athlete of a row: school, goal, and the answer that two of the schools ask for."""
    policy, goal, *answer = who.split()
    fields = {"order_policy": Policy(policy)}
    if policy == Policy.LEAST_LIKED_FIRST:
        fields["likes_less"] = Modality(answer[0])
    elif policy == Policy.MY_ORDER:
        fields["my_order"] = Order(answer[0])
    return athlete(goal, **fields)


def allowed_for(word, pairing):
    """The orders a cell of the table allows for a pairing, its limits on the run included."""
    name, _, limit = word.partition(" ")
    too_fast = limit in ("easy", "short") and "+M" in pairing
    return set() if too_fast else ALLOWED[name]


def kept_orders(who, pairing):
    """The orders in which rule 13 lets the pairing stand."""
    return {
        order
        for mark, order in (("(RF)", RF), ("(LF)", LF))
        if keeps(SESSION_ORDER, f"Mon {pairing.format(mark)}", who)
    }


@pytest.mark.parametrize(("who", "pairings", "word"), CELLS)
def test_a_cell_of_the_table_allows_these_orders_and_no_other(who, pairings, word):
    short = [pairing.replace("+E", "+E20").replace("+M", "+M20") for pairing in pairings]
    assert {p: kept_orders(person(who), p) for p in short} == {p: allowed_for(word, p) for p in short}


@pytest.mark.parametrize(("who", "pairings", "word"), CELLS)
def test_a_cell_of_the_table_prefers_this_order(who, pairings, word):
    wanted = {"either RF": RF, "either LF": LF}.get(word)
    for pairing in pairings:
        session = read_week(f"Mon {pairing.format('(RF)')}").sessions[0]
        assert orders_for(person(who), session.run, session.lift).preferred is wanted


@pytest.mark.parametrize(("who", "pairings", "word"), CELLS)
def test_the_rulings_of_a_school_tell_every_cell_of_its_table(who, pairings, word):
    policy, goal, *answer = who.split()
    (ruling,) = [one for one in rulings(policy) if goal in one.goals and [one.answer] == (answer or [None])]
    assert ruling.row == row_for(person(who))
    session = read_week(f"Mon {pairings[0].format('(RF)')}").sessions[0]
    column = Pairing(list(COLUMNS.values()).index(pairings))
    assert ruling.row[column] == orders_for(person(who), session.run, session.lift)


@pytest.mark.parametrize("policy", Policy)
def test_goals_of_the_same_row_stand_together(policy):
    keys = [(one.answer, one.row) for one in rulings(policy)]
    assert len(set(keys)) == len(keys)
    by_answer = {
        answer: [g for one in rulings(policy) if one.answer == answer for g in one.goals] for answer, _ in keys
    }
    assert all(sorted(goals) == sorted(Goal) for goals in by_answer.values())


@pytest.mark.parametrize("pairing", ["U+E21(RF)", "Lo+E21(RF)", "F+E21(RF)"])
def test_a_run_before_the_focus_on_strength_takes_twenty_minutes(pairing):
    who = person("finish_with_focus strength")
    assert not keeps(SESSION_ORDER, f"Mon {pairing}", who)
    assert keeps(SESSION_ORDER, f"Mon {pairing.replace('21', '20')}", who)


@pytest.mark.parametrize("text", ["E", "F", "C", "X"])
def test_a_session_of_one_part_is_free(text):
    session = read_week(f"Mon {text}").sessions[0]
    assert orders_of(person("priority_first strength"), session) is EITHER


def test_alternating_is_the_promise_of_one_school():
    assert [policy for policy, school in SCHOOLS.items() if school.alternates] == [Policy.ALTERNATE]


@pytest.mark.parametrize("policy", Policy)
def test_every_school_says_what_speaks_for_it_and_against_it(policy):
    school = SCHOOLS[policy]
    assert school.policy is policy
    assert all((school.title, school.confidence, school.source))
    for sentence in (school.sentence, school.against):
        assert sentence.endswith(".")
        assert "!" not in sentence
