"""Reduced decision diagrams over variables with many values: equal functions are one and the same number.

A node tests one variable; its edges carry sets of values as bit masks, so values that nothing tells apart share an
edge. Leaves are the small numbers 0 to 7: 0 and 1 for false and true, or ranks, of which the lowest wins.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

Node = int
Edges = tuple[tuple[int, Node], ...]
Masks = Sequence[int]
"""For each variable the values that are still possible, as a bit mask."""

LEAVES = 8
FALSE, TRUE = 0, 1
_REMEMBERED = 400_000


class Diagrams:
    """The nodes of many functions over the same variables, each node once."""

    def __init__(self) -> None:
        self._variable: list[int] = [1 << 30] * LEAVES
        self._edges: list[Edges] = [()] * LEAVES
        self._lowest: list[int] = list(range(LEAVES))
        self._highest: list[int] = list(range(LEAVES))
        self._nodes: dict[tuple[int, Edges], Node] = {}
        self._met: dict[tuple[Node, Node], Node] = {}
        self._joined: dict[tuple[Node, Node], Node] = {}

    def branch(self, variable: int, children: Mapping[Node, int]) -> Node:
        """Give the function that tests a variable and goes on to a child for each set of values."""
        if len(children) == 1:
            return next(iter(children))
        edges = tuple(sorted((mask, child) for child, mask in children.items()))
        key = (variable, edges)
        known = self._nodes.get(key)
        if known is not None:
            return known
        node = len(self._variable)
        self._nodes[key] = node
        self._variable.append(variable)
        self._edges.append(edges)
        self._lowest.append(min(self._lowest[child] for child in children))
        self._highest.append(max(self._highest[child] for child in children))
        return node

    def test(self, variable: int, mask: int, full: int) -> Node:
        """Give the function that is true when the variable has one of these values."""
        children: dict[Node, int] = {}
        if mask:
            children[TRUE] = mask
        if full & ~mask:
            children[FALSE] = full & ~mask
        return self.branch(variable, children)

    def meet(self, one: Node, other: Node) -> Node:
        """Give the lower of two functions everywhere: "and", or the worse rank."""
        if self._highest[one] <= self._lowest[other]:
            return one
        if self._highest[other] <= self._lowest[one]:
            return other
        return self._combine(one, other, self._met, self.meet)

    def join(self, one: Node, other: Node) -> Node:
        """Give the higher of two functions everywhere: "or"."""
        if self._lowest[one] >= self._highest[other]:
            return one
        if self._lowest[other] >= self._highest[one]:
            return other
        return self._combine(one, other, self._joined, self.join)

    def _combine(
        self, one: Node, other: Node, known: dict[tuple[Node, Node], Node], operation: Callable[[Node, Node], Node]
    ) -> Node:
        if one == other:
            return one
        key = (one, other) if one < other else (other, one)
        found = known.get(key)
        if found is not None:
            return found
        first, second = self._variable[one], self._variable[other]
        if first == second:
            children = self._crossed(self._edges[one], self._edges[other], operation)
        else:
            upper, lower = (one, other) if first < second else (other, one)
            children = _gathered((mask, operation(child, lower)) for mask, child in self._edges[upper])
        if len(known) > _REMEMBERED:
            known.clear()
        known[key] = node = self.branch(min(first, second), children)
        return node

    @staticmethod
    def _crossed(edges: Edges, others: Edges, operation: Callable[[Node, Node], Node]) -> dict[Node, int]:
        children: dict[Node, int] = {}
        for mask, child in edges:
            for other_mask, other_child in others:
                both = mask & other_mask
                if both:
                    node = operation(child, other_child)
                    children[node] = children.get(node, 0) | both
        return children

    def mapped(self, root: Node, leaves: Mapping[int, int]) -> Node:
        """Give the function with other leaves; those that are not named stay."""
        done: dict[Node, Node] = {}

        def walk(node: Node) -> Node:
            if node < LEAVES:
                return leaves.get(node, node)
            if node not in done:
                children = _gathered((mask, walk(child)) for mask, child in self._edges[node])
                done[node] = self.branch(self._variable[node], children)
            return done[node]

        return walk(root)

    def negated(self, root: Node) -> Node:
        """Give "not"."""
        return self.mapped(root, {FALSE: TRUE, TRUE: FALSE})

    def restricted(self, root: Node, allowed: Masks) -> Node:
        """Give the function where only the allowed values can occur; what they settle is no longer tested."""
        done: dict[Node, Node] = {}

        def walk(node: Node) -> Node:
            if node < LEAVES:
                return node
            if node not in done:
                variable = self._variable[node]
                mask = allowed[variable]
                left = [(edge & mask, child) for edge, child in self._edges[node] if edge & mask]
                if len(left) == 1:
                    done[node] = walk(left[0][1])
                else:
                    done[node] = self.branch(variable, _gathered((edge, walk(child)) for edge, child in left))
            return done[node]

        return walk(root)

    def for_all(self, root: Node, variables: frozenset[int]) -> Node:
        """Give the lowest value that the function can take over some variables: "for every value of them"."""
        done: dict[Node, Node] = {}

        def walk(node: Node) -> Node:
            if node < LEAVES:
                return node
            if node not in done:
                variable = self._variable[node]
                left = [(mask, walk(child)) for mask, child in self._edges[node]]
                if variable in variables:
                    lowest = left[0][1]
                    for _, child in left[1:]:
                        lowest = self.meet(lowest, child)
                    done[node] = lowest
                else:
                    done[node] = self.branch(variable, _gathered(left))
            return done[node]

        return walk(root)

    def reached(self, root: Node, allowed: Masks) -> set[int]:
        """Give the leaves that some choice of allowed values leads to."""
        leaves: set[int] = set()
        seen = {root}
        waiting = [root]
        while waiting:
            node = waiting.pop()
            if node < LEAVES:
                leaves.add(node)
                continue
            mask = allowed[self._variable[node]]
            for edge, child in self._edges[node]:
                if edge & mask and child not in seen:
                    seen.add(child)
                    waiting.append(child)
        return leaves

    def leaves(self, root: Node) -> set[int]:
        """Give the leaves under a node."""
        return {
            child for edges in self.tests(root).values() for one in edges for _, child in one if child < LEAVES
        } or {root}

    def tests(self, root: Node) -> dict[int, list[Edges]]:
        """Give the variables that the function depends on, each with the edges of the nodes that test it."""
        found: dict[int, list[Edges]] = {}
        seen: set[Node] = set()
        waiting = [root]
        while waiting:
            node = waiting.pop()
            if node < LEAVES or node in seen:
                continue
            seen.add(node)
            found.setdefault(self._variable[node], []).append(self._edges[node])
            waiting += [child for _, child in self._edges[node]]
        return found

    def top(self, node: Node) -> tuple[int, Edges]:
        """Give the variable that a node tests, and its edges."""
        return self._variable[node], self._edges[node]

    def lowest(self, node: Node) -> int:
        """Give the lowest leaf under a node."""
        return self._lowest[node]

    def highest(self, node: Node) -> int:
        """Give the highest leaf under a node."""
        return self._highest[node]

    def __len__(self) -> int:
        """Count the nodes, leaves apart."""
        return len(self._variable) - LEAVES


def _gathered(edges: Iterable[tuple[int, Node]]) -> dict[Node, int]:
    """Put the values that lead to the same child into one mask."""
    children: dict[Node, int] = {}
    for mask, child in edges:
        children[child] = children.get(child, 0) | mask
    return children
