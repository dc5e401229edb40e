"""Several records in one text for an editor, each below a line that says which it is, and found again in what comes back."""

from collections.abc import Mapping, Sequence

from timeline.errors import InvalidData, shown
from timeline.store.write import Excerpt
from timeline.tuples import NamedTuple

_HEAD = "Each event stands below its own line, which stays. What is deleted here is not removed."


class Section(NamedTuple):
    """What stands of one record in the text, and how many lines are above it."""

    text: str
    above: int


def joined(excerpts: Sequence[Excerpt]) -> str:
    """The records' own lines, one below another; one alone as it stands in its file."""
    if len(excerpts) == 1:
        return excerpts[0].text
    head, *marks = _marks(excerpts)
    texts = (one.text.replace("\r\n", "\n").removesuffix("\n") for one in excerpts)
    return "".join([f"{head}\n", *(f"{mark}\n{text}\n" for mark, text in zip(marks, texts, strict=True))])


def parted(text: str, excerpts: Sequence[Excerpt]) -> Mapping[int, Section]:
    """What has become of the records, by their place among the excerpts; of one that was deleted, nothing.

    Refused is what stands above all of them, or twice.
    """
    if len(excerpts) == 1:
        return {0: Section(text, 0)}
    head, *marks = _marks(excerpts)
    places = {mark: at for at, mark in enumerate(marks)}
    lines = text.replace("\r\n", "\n").split("\n")
    found = [(number, places[line.strip()]) for number, line in enumerate(lines) if line.strip() in places]
    seen: set[int] = set()
    for number, at in found:
        if at in seen:
            raise InvalidData(
                f"line {number + 1}: this event stands here twice", hint="add one with: timeline add"
            )
        seen.add(at)
    ends = [number for number, _ in found] + [len(lines)]
    for number, line in enumerate(lines[: ends[0]]):
        if line.strip() not in ("", head):
            raise InvalidData(
                f"line {number + 1}: stands above all events", hint="add one with: timeline add"
            )
    sections = {
        at: Section("\n".join(lines[number + 1 : end]) + "\n" * (end < len(lines)), number + 1)
        for (number, at), end in zip(found, ends[1:], strict=True)
    }
    return {at: section for at, section in sections.items() if section.text.strip()}


def same(text: str, old: str) -> bool:
    """Whether a text is the old one, whatever its line ends are."""
    return text.replace("\r\n", "\n").removesuffix("\n") == old.replace("\r\n", "\n").removesuffix("\n")


def _marks(excerpts: Sequence[Excerpt]) -> list[str]:
    """The first line, and the one above each record: comments that are no line of any of the records."""
    lines = {line.strip() for one in excerpts for line in one.text.splitlines()}
    marks = [_HEAD]
    for number, one in enumerate(excerpts, start=1):
        marks.append(f"{number} of {len(excerpts)}: {shown(one.id)}, {one.place}")
    sign = "#"
    while any(f"{sign} {mark}" in lines for mark in marks):
        sign += "#"
    return [f"{sign} {mark}" for mark in marks]
