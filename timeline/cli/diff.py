"""What a writing command would write, as a unified diff."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from timeline.errors import harmless

_CONTEXT = 3  # lines above and below a change
_FARTHEST = 2_000  # lines that a change takes and gives, together; beyond, all that follows is one change
_NOTHING = "/dev/null"
_Change = tuple[int, int, int, int]  # lines of the old text, and those of the new that take their place


def print_diff(changes: Iterable[tuple[str, bytes, bytes]]) -> None:
    """Print each planned change, a path with its old and its new bytes, as `diff -u` would."""
    for path, old, new in changes:
        for line in diff_lines(path, old.decode(errors="replace"), new.decode(errors="replace")):
            print(harmless(line))  # noqa: T201 - the diff is what a dry run prints


def diff_lines(path: str, old: str, new: str) -> Iterator[str]:
    r"""The lines of a unified diff, without line ends; none where nothing changes.

    >>> print("\n".join(diff_lines("e.yaml", "a\nb\n", "a\nc")))
    --- a/e.yaml
    +++ b/e.yaml
    @@ -1,2 +1,2 @@
     a
    -b
    +c
    \ No newline at end of file
    """
    name = path.lstrip("/")
    olds, news = _lines(old), _lines(new)
    for at, hunk in enumerate(_hunks(list(_changes(olds, news)))):
        if not at:
            yield f"--- {f'a/{name}' if old else _NOTHING}"
            yield f"+++ {f'b/{name}' if new else _NOTHING}"
        above = min(_CONTEXT, hunk[0][0])
        start, new_start = hunk[0][0] - above, hunk[0][2] - above
        below = min(_CONTEXT, len(olds) - hunk[-1][1])
        end, new_end = hunk[-1][1] + below, hunk[-1][3] + below
        yield f"@@ -{_range(start, end)} +{_range(new_start, new_end)} @@"
        for a, b, c, d in hunk:
            yield from _signed(" ", olds[start:a])
            yield from _signed("-", olds[a:b])
            yield from _signed("+", news[c:d])
            start = b
        yield from _signed(" ", olds[start:end])


def _changes(olds: Sequence[str], news: Sequence[str]) -> Iterator[_Change]:
    """What differs, in order. difflib alone would take 7 minutes for one change among 900,000 lines."""
    at = new_at = 0
    while at < len(olds) or new_at < len(news):
        if at < len(olds) and new_at < len(news) and olds[at] == news[new_at]:
            at, new_at = at + 1, new_at + 1
            continue
        end, new_end = _met_again(olds, news, at, new_at)
        matcher = SequenceMatcher(None, olds[at:end], news[new_at:new_end], autojunk=end - at > _FARTHEST)
        for tag, a, b, c, d in matcher.get_opcodes():
            if tag != "equal":
                yield at + a, at + b, new_at + c, new_at + d
        at, new_at = end, new_end


def _met_again(olds: Sequence[str], news: Sequence[str], at: int, new_at: int) -> tuple[int, int]:
    """The nearest lines from which the two texts go on alike for three lines, or to their ends."""
    for apart in range(1, _FARTHEST + 1):
        for taken in range(apart + 1):
            end, new_end = at + taken, new_at + apart - taken
            if end > len(olds) or new_end > len(news):
                continue
            ahead, new_ahead = olds[end : end + _CONTEXT], news[new_end : new_end + _CONTEXT]
            if ahead == new_ahead and (ahead or (end == len(olds) and new_end == len(news))):
                return end, new_end
    return len(olds), len(news)


def _hunks(changes: Sequence[_Change]) -> Iterator[list[_Change]]:
    """The changes in groups whose lines of context touch."""
    hunk: list[_Change] = []
    for change in changes:
        if hunk and change[0] - hunk[-1][1] > 2 * _CONTEXT:
            yield hunk
            hunk = []
        hunk.append(change)
    if hunk:
        yield hunk


def _lines(text: str) -> list[str]:
    """The lines of a text, each with its line end, as YAML's editors count them: U+2028 ends none."""
    lines = [line + "\n" for line in text.split("\n")]
    lines[-1] = lines[-1].removesuffix("\n")
    return lines if lines[-1] else lines[:-1]


def _range(start: int, stop: int) -> str:
    """How a hunk says which lines it shows: an empty one is named after the line before it."""
    length = stop - start
    beginning = start + 1 if length else start
    return str(beginning) if length == 1 else f"{beginning},{length}"


def _signed(sign: str, lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        yield sign + line.removesuffix("\n").removesuffix("\r")
        if not line.endswith("\n"):
            yield "\\ No newline at end of file"
