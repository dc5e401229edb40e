"""A change of a large file, planned on the few records that it concerns: those it touches, and one to either side of each.

Where records stand apart, some of them one after another say by themselves what they say in the file. So they are a small
file, which is changed as any other (`timeline.store.planning`), and what is spliced into that is spliced into the large one.
"""

from bisect import bisect_right
from codecs import BOM_UTF8
from collections.abc import Iterator, Sequence

from timeline.store.change import Change, LargeFile, OpenFile, Planned
from timeline.store.planning import settled
from timeline.store.read import LineRecord
from timeline.store.splice import Splice
from timeline.store.style import SAMPLE, style_of


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
    return Planned(file.path, file.found, b"".join(_pieces(file.data, spans, texts, way.splices)))


def _runs(file: LargeFile, places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where records begin and end, those that follow each other as one."""
    first = 0
    for number in range(1, len(places) + 1):
        if number == len(places) or places[number] > places[number - 1] + 1:
            yield file.records.span(places[first], places[number - 1])
            first = number


def _pieces(
    data: bytes, spans: Sequence[tuple[int, int]], texts: Sequence[str], splices: Sequence[Splice]
) -> Iterator[bytes]:
    """The bytes with what is spliced into the texts that stand there spliced in."""
    first = [0]
    for text in texts:
        first.append(first[-1] + len(text))
    at = 0
    for start, end, new in sorted(splices, key=lambda one: one[:2]):
        which = min(bisect_right(first, start), len(texts)) - 1
        inside, text = start - first[which], texts[which]
        begin = spans[which][0] + len(text[:inside].encode())
        yield data[at:begin]
        yield new.encode()
        at = begin + len(text[inside : end - first[which]].encode())
    yield data[at:]
