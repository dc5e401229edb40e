"""A change of a large file, planned on the few records that it concerns: those it touches, and one to either side of each.

Where records stand apart, some of them one after another say by themselves what they say in the file. So they are a small
file, which is changed as any other (`timeline.store.planning`), and what is spliced into that is spliced into the large one.
"""

from bisect import bisect_right
from codecs import BOM_UTF8
from collections.abc import Iterator, Sequence
from itertools import accumulate
from operator import itemgetter

from timeline.store.change import Change, LargeFile, OpenFile, Planned
from timeline.store.planning import settled
from timeline.store.read import LineRecord
from timeline.store.sides import sides
from timeline.store.splice import Splice
from timeline.store.style import SAMPLE, style_of

WHOLE = 1 << 22  # bytes of a file of which the journal keeps all, to show what else has changed in it


def plan_large(file: LargeFile, change: Change) -> Planned:
    """The new bytes of a large file, of which no record is rewritten and into which none is brought."""
    records = file.records
    touched = {*change.edited, *change.removed}
    near = {at + by for at in touched for by in (-1, 0, 1)} | ({len(records) - 1} if change.new else set())
    places = sorted(near.intersection(range(len(records))))
    start = len(BOM_UTF8) if file.data.startswith(BOM_UTF8) else 0
    spans = [(start, records.starts[0]), *_runs(file, places)]
    texts = [file.data[start:end].decode() for start, end in spans]
    now = {at: number for number, at in enumerate(places)}
    small = OpenFile(
        file.path,
        b"",
        file.state,
        "",
        "".join(texts),
        [LineRecord(records.record(at), 0) for at in places],
        apart=True,
    )
    part = Change(
        added=change.added,
        edited={now[at]: record for at, record in change.edited.items()},
        removed=frozenset(now[at] for at in change.removed),
        above=change.above,
    )
    head = file.data[start : records.span(0, min(SAMPLE, len(records) - 1))[1]].decode()
    way = settled(small, part, style_of(head))
    assert way is not None  # it is a list
    pieces = [*_pieces(spans, texts, way.splices)]
    if not pieces:
        return Planned(file.path, file.found, file.data)
    first, last = pieces[0][0], pieces[-1][1]
    at, between = first, []
    for begin, end, new in pieces:
        between += [file.data[at:begin], new]
        at = end
    new = b"".join(between)
    if len(file.data) < WHOLE:
        return Planned(file.path, file.found, file.data[:first] + new + file.data[last:])
    return Planned(file.path, file.found, cut=sides(file.data, first, new, len(file.data) - last))


def _runs(file: LargeFile, places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where records begin and end, those that follow each other as one."""
    first = 0
    for number in range(1, len(places) + 1):
        if number == len(places) or places[number] > places[number - 1] + 1:
            yield file.records.span(places[first], places[number - 1])
            first = number


def _pieces(
    spans: Sequence[tuple[int, int]], texts: Sequence[str], splices: Sequence[Splice]
) -> Iterator[tuple[int, int, bytes]]:
    """Which bytes of the file, in order, become what, by what is spliced into the texts that stand there."""
    firsts = [*accumulate(map(len, texts), initial=0)]
    for start, end, new in sorted(splices, key=itemgetter(0, 1)):
        which = min(bisect_right(firsts, start), len(texts)) - 1
        inside, text = start - firsts[which], texts[which]
        begin = spans[which][0] + len(text[:inside].encode())
        yield begin, begin + len(text[inside : end - firsts[which]].encode()), new.encode()
