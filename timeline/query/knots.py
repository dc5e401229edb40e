"""Which of several things, each leading to others, lead to one another: the knots of a graph."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import TypeVar

Node = TypeVar("Node", bound=Hashable)


def knots(following: Mapping[Node, Sequence[Node]]) -> Iterator[list[Node]]:
    """Groups of nodes of which each leads to all others of its group, along a chain; most are one node alone.

    A group comes after those to which it leads (Tarjan 1972, without recursion, in one pass).

    >>> list(knots({"a": ["b"], "b": ["c"], "c": ["b", "d"]}))
    [['d'], ['b', 'c'], ['a']]
    """
    found: dict[Node, int] = {}
    low: dict[Node, int] = {}
    path: dict[Node, None] = {}  # the nodes whose knots are not told yet, in the order in which they were met
    for start in following:
        work = [] if start in found else [start]
        waiting: list[Iterator[Node]] = []
        while work:
            node = work[-1]
            if len(waiting) < len(work):
                found[node] = low[node] = len(found)
                path[node] = None
                waiting.append(iter(following.get(node, ())))
            for other in waiting[-1]:
                if other not in found:
                    work.append(other)
                    break
                if other in path:
                    low[node] = min(low[node], found[other])
            else:
                work.pop()
                waiting.pop()
                if work:
                    low[work[-1]] = min(low[work[-1]], low[node])
                if low[node] == found[node]:
                    knot: list[Node] = []
                    while not knot or knot[-1] != node:
                        knot.append(path.popitem()[0])
                    yield knot[::-1]
