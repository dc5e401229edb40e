"""Two versions of a list laid beside each other: which item stays, which becomes another, which goes."""

from collections.abc import Sequence

from timeline.record import Value


def matched(old: Sequence[Value], new: Sequence[Value]) -> list[tuple[int, int | None]]:
    """Each old item with the new one that it becomes, in order: itself where it stays, or what stands in its place."""
    longest = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for at in range(len(old) - 1, -1, -1):
        for there in range(len(new) - 1, -1, -1):
            same = old[at] == new[there]
            longest[at][there] = (
                longest[at + 1][there + 1] + 1
                if same
                else max(longest[at + 1][there], longest[at][there + 1])
            )
    found: list[tuple[int, int | None]] = []
    at = there = 0
    while at < len(old):
        if there < len(new) and old[at] == new[there]:
            found.append((at, there))
            at, there = at + 1, there + 1
        elif there < len(new) and longest[at + 1][there + 1] == longest[at][there]:
            found.append((at, there))  # neither stays: the one becomes the other
            at, there = at + 1, there + 1
        elif there >= len(new) or longest[at + 1][there] >= longest[at][there + 1]:
            found.append((at, None))
            at += 1
        else:
            there += 1
    return found
