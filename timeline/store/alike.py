"""How far two texts are alike, from where they begin and from where they end. One by one, that would be 80 ms a megabyte."""

from collections.abc import Callable
from typing import TypeVar

Text = TypeVar("Text", str, bytes)


def alike_above(one: Text, other: Text) -> int:
    """How many characters two texts begin with alike.

    >>> alike_above("abcd", "abd")
    2
    """
    return _most(min(len(one), len(other)), lambda alike, more: one[alike:more] == other[alike:more])


def alike_below(one: Text, other: Text, above: int = 0) -> int:
    """How many characters they end with alike, of those behind the ones `above`.

    >>> alike_below("abab", "ab"), alike_below("abab", "ab", 2)
    (2, 0)
    """
    end, other_end = len(one), len(other)
    return _most(
        min(end, other_end) - above,
        lambda alike, more: one[end - more : end - alike] == other[other_end - more : other_end - alike],
    )


def _most(end: int, agree: Callable[[int, int], bool]) -> int:
    """Up to which number all agree."""
    alike = 0
    while alike < end:
        middle = (alike + end + 1) // 2
        if agree(alike, middle):
            alike = middle
        else:
            end = middle - 1
    return alike
