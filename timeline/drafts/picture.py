"""A drafted article as people see it: its sentences with the expressions of time marked, and the proposals beneath."""

from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, Group, RenderableType
from rich.text import Text

from timeline.dates.wording import wording
from timeline.drafts.drawn import Proposal
from timeline.drafts.mention import Mention
from timeline.drafts.proposals import Drafted
from timeline.drafts.sentences import sentences
from timeline.errors import harmless


def picture(drafted: Drafted, *, everything: bool = False) -> RenderableType:
    """The article's dated sentences with their proposals; with `everything` also what dates no event, and why."""
    parts: list[RenderableType] = [_Indented(_head(drafted), 0)]
    number = 0
    for start, end in sentences(drafted.text):
        inside = [m for m in drafted.mentions if start <= m.start < end]
        here = [p for p in drafted.proposals if start <= p.start < end]
        if not inside and not here:
            continue
        parts += [Text(), _Indented(_marked(drafted.text, start, end, inside), 0)]
        for proposal in here:
            number += 1
            parts.append(proposed(proposal, number, indent=2))
        if everything:
            unused = {id(m) for m in drafted.unused}
            parts += [_Indented(_unused(m), 2) for m in inside if id(m) in unused]
    if not number:
        parts += [Text(), Text("no event is proposed")]
    return Group(*parts)


def _head(drafted: Drafted) -> Text:
    line = drafted.setup.dateline
    head = Text(harmless(drafted.title), style="bold")
    if drafted.title:
        head.append("\n")
    day = line.day.edtf if line.day else "none"
    where = ", ".join(harmless(part) for part in (line.place, line.publisher) if part)
    head.append(f"dateline: {day}{f', {where}' if where else ''} ({harmless(line.reason)})", style="dim")
    if drafted.setup.narrative:
        head.append("\nread as a narrative: each date leans on the one told before it", style="dim")
    return head


def _marked(text: str, start: int, end: int, mentions: list[Mention]) -> Text:
    """The sentence with each expression in brackets, so that no colour is needed to see it."""
    out, position = Text(), start
    for mention in mentions:
        out.append(_flat(text[position : mention.start]))
        out.append(f"[{_flat(mention.text)}]", style="bold cyan" if mention.edtf else "dim")
        position = mention.end
    out.append(_flat(text[position:end]))
    return out


def _flat(text: str) -> str:
    lines = text.replace("\n", " ")
    return harmless(lines)


@dataclass(frozen=True, slots=True)
class _Indented:
    """A text some columns in; rich's own padding would fill its lines with spaces."""

    text: Text
    indent: int

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[RenderableType]:
        for line in self.text.wrap(console, max(options.max_width - self.indent, 20)):
            line.rstrip()
            yield Text(" " * self.indent) + line


def proposed(proposal: Proposal, number: int, *, indent: int = 0) -> RenderableType:
    """One proposal: its date and title, who and where, and why it is proposed."""
    event = proposal.event
    head = Text(f"{number}. ")
    head.append(str(event.date), style="bold")
    said = wording(event.date)
    if said != str(event.date):
        head.append(f" ({said})", style="dim")
    head.append(f"  {harmless(event.title)}")
    facts = [harmless(part) for part in (", ".join(event.actors), event.place, event.kind) if part]
    rest = [Text(" · ".join(facts), style="dim")] if facts else []
    rest.append(Text(f"because: {harmless(proposal.reason)}", style="dim"))
    return Group(_Indented(head, indent), *(_Indented(line, indent + 5) for line in rest))


def _unused(mention: Mention) -> Text:
    meant = f"{mention.type} {mention.value}" + (f" {mention.mod}" if mention.mod else "")
    return Text(f"-  {harmless(mention.text)}: {meant}, no event ({harmless(mention.reason)})", style="dim")
