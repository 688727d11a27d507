from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from ssw_tui.advice.diagram import FALSE, TRUE, Diagrams, Node

SIZES = (3, 2, 4)
FULL = [(1 << size) - 1 for size in SIZES]
POINTS = list(product(*(range(size) for size in SIZES)))
Table = tuple[int, ...]
"""The value of a function at each point."""

TABLES = st.lists(st.integers(0, 1), min_size=len(POINTS), max_size=len(POINTS)).map(tuple)
RANKS = st.lists(st.integers(0, 5), min_size=len(POINTS), max_size=len(POINTS)).map(tuple)
MASKS = st.tuples(*(st.integers(1, full) for full in FULL))


def built(diagrams: Diagrams, table: Table) -> Node:
    """Build a function from its values, the last variable first."""
    return _below(diagrams, dict(zip(POINTS, table, strict=True)), ())


def _below(diagrams: Diagrams, values: Mapping[tuple[int, ...], int], known: tuple[int, ...]) -> Node:
    place = len(known)
    if place == len(SIZES):
        return values[known]
    children: dict[Node, int] = {}
    for value in range(SIZES[place]):
        child = _below(diagrams, values, (*known, value))
        children[child] = children.get(child, 0) | 1 << value
    return diagrams.branch(place, children)


def value(diagrams: Diagrams, node: Node, point: Sequence[int]) -> int:
    (leaf,) = diagrams.reached(node, [1 << one for one in point])
    return leaf


def table_of(diagrams: Diagrams, node: Node) -> Table:
    return tuple(value(diagrams, node, point) for point in POINTS)


def depends_on(table: Table, place: int) -> bool:
    values = dict(zip(POINTS, table, strict=True))
    return any(
        values[point] != values[(*point[:place], other, *point[place + 1 :])]
        for point in POINTS
        for other in range(SIZES[place])
    )


@given(RANKS)
def test_a_diagram_is_its_function_and_tests_no_variable_in_vain(table: Table) -> None:
    diagrams = Diagrams()

    node = built(diagrams, table)

    assert table_of(diagrams, node) == table
    assert diagrams.leaves(node) == set(table)
    assert set(diagrams.tests(node)) == {place for place in range(len(SIZES)) if depends_on(table, place)}


@given(TABLES, TABLES)
def test_equal_functions_are_the_same_node_however_they_come_about(one: Table, other: Table) -> None:
    diagrams = Diagrams()
    first, second = built(diagrams, one), built(diagrams, other)

    both = diagrams.meet(first, second)
    any_of = diagrams.join(first, second)

    assert both == built(diagrams, tuple(map(min, one, other)))
    assert any_of == built(diagrams, tuple(map(max, one, other)))
    negations = diagrams.meet(diagrams.negated(first), diagrams.negated(second))
    assert diagrams.negated(negations) == any_of
    assert diagrams.negated(diagrams.negated(first)) == first


@given(RANKS, RANKS)
def test_the_lower_and_the_higher_of_two_ranks(one: Table, other: Table) -> None:
    diagrams = Diagrams()
    first, second = built(diagrams, one), built(diagrams, other)

    assert table_of(diagrams, diagrams.meet(first, second)) == tuple(map(min, one, other))
    assert table_of(diagrams, diagrams.join(first, second)) == tuple(map(max, one, other))
    assert diagrams.meet(first, second) == diagrams.meet(second, first)


@given(RANKS, MASKS)
def test_restricted_to_some_values_only_what_is_left_is_tested(table: Table, masks: tuple[int, ...]) -> None:
    diagrams = Diagrams()
    node = built(diagrams, table)
    inside = [point for point in POINTS if all(mask >> one & 1 for mask, one in zip(masks, point, strict=True))]

    restricted = diagrams.restricted(node, masks)

    assert all(value(diagrams, restricted, point) == value(diagrams, node, point) for point in inside)
    assert diagrams.reached(node, masks) == {value(diagrams, node, point) for point in inside}
    for place in diagrams.tests(restricted):
        others: dict[tuple[int, ...], set[int]] = {}
        for point in inside:
            others.setdefault((*point[:place], *point[place + 1 :]), set()).add(value(diagrams, node, point))
        assert any(len(values) > 1 for values in others.values())


@settings(max_examples=50)
@given(RANKS, st.sets(st.integers(0, len(SIZES) - 1)))
def test_for_all_gives_the_lowest_over_the_variables(table: Table, places: set[int]) -> None:
    diagrams = Diagrams()
    values = dict(zip(POINTS, table, strict=True))

    lowest = diagrams.for_all(built(diagrams, table), frozenset(places))

    for point in POINTS:
        same = [other for other in POINTS if all(other[p] == point[p] for p in range(len(SIZES)) if p not in places)]
        assert value(diagrams, lowest, point) == min(values[other] for other in same)


@given(RANKS)
def test_bounds_are_the_lowest_and_the_highest_leaf(table: Table) -> None:
    diagrams = Diagrams()
    node = built(diagrams, table)

    assert (diagrams.lowest(node), diagrams.highest(node)) == (min(table), max(table))


@given(TABLES)
def test_other_leaves(table: Table) -> None:
    diagrams = Diagrams()

    mapped = diagrams.mapped(built(diagrams, table), {TRUE: 2, FALSE: 5})

    assert table_of(diagrams, mapped) == tuple(2 if one else 5 for one in table)


def test_a_test_on_no_value_or_on_all_is_no_test() -> None:
    diagrams = Diagrams()

    assert diagrams.test(0, 0, FULL[0]) == FALSE
    assert diagrams.test(0, FULL[0], FULL[0]) == TRUE
    assert len(diagrams) == 0


def test_many_functions_share_their_nodes() -> None:
    diagrams = Diagrams()
    join: Callable[[Node, Node], Node] = diagrams.join
    parts = [diagrams.meet(diagrams.test(0, 1 << n, FULL[0]), diagrams.test(2, 1 << n, FULL[2])) for n in range(3)]

    whole = reduce(join, parts)

    assert whole == reduce(join, reversed(parts))
    assert diagrams.top(whole)[0] == 0
