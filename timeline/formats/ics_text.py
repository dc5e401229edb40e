"""The text of calendars (RFC 5545, 3.1): content lines, unfolded, and the components that they make, each with its line."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

EVENT = "VEVENT"
RECORD = "X-TIMELINE-RECORD"
"""The property that keeps what our own export knows of an event beside what a calendar shows."""

_ZONE = "VTIMEZONE"
_edge = re.compile(r"(BEGIN|END)[ \t]*:[ \t]*([^\s:;]{1,80})", re.IGNORECASE)
_escaped = re.compile(r"\\(.)", re.DOTALL)


@dataclass(slots=True, kw_only=True)
class Component:
    """One event, or what else stands in a calendar: its own content lines, and whether it ends.

    What stands within it, an alarm for one, is left out.
    """

    name: str
    line: int
    lines: list[str] = field(default_factory=list)
    ended: bool = False

    @property
    def text(self) -> str:
        """The component by itself, as a parser reads it."""
        return "\r\n".join([f"BEGIN:{self.name}", *self.lines, f"END:{self.name}", ""])


@dataclass(slots=True, kw_only=True)
class CalendarText:
    """What a file of calendars holds: events, time zones with all their parts, the zone that its UTC times are shown in.

    `others` counts by name what is no event, and `begun` says whether there is any component at all.
    """

    events: list[Component] = field(default_factory=list)
    zones: list[str] = field(default_factory=list)
    zone: str = ""
    others: dict[str, int] = field(default_factory=dict)
    begun: bool = False


def components(lines: Iterable[str]) -> CalendarText:
    """The components of a file: every event by itself, however broken its neighbours are."""
    found = CalendarText()
    inner: list[str] = []  # what stands within the component at hand
    at_hand: Component | None = None
    for line, text in unfolded(lines):
        edge = _edge.fullmatch(text.strip())
        sign, name = (edge[1].upper(), edge[2].upper()) if edge else ("", "")
        if sign == "BEGIN" and name == EVENT:  # an event is never within another: the one before has no end
            found.begun, inner = True, []
            at_hand = Component(name=EVENT, line=line)
            found.events.append(at_hand)
        elif at_hand is None:
            found.begun |= sign == "BEGIN"
            if sign == "BEGIN" and name != "VCALENDAR":
                at_hand = Component(name=name, line=line)
            elif text.upper().startswith("X-WR-TIMEZONE:"):
                found.zone = unescaped(text.partition(":")[2].strip())
        elif sign == "END" and not inner and name in (at_hand.name, "VCALENDAR"):
            at_hand.ended = name == at_hand.name
            _put(found, at_hand)
            at_hand = None
        elif sign == "BEGIN":
            inner.append(name)
            _within(at_hand, text)
        elif sign == "END" and name in inner:
            del inner[inner.index(name) :]
            _within(at_hand, text)
        elif at_hand.name == _ZONE or not inner:
            at_hand.lines.append(text)
    return found


def _within(component: Component, edge: str) -> None:
    if component.name == _ZONE:  # whose parts say when summer begins
        component.lines.append(edge)


def _put(found: CalendarText, component: Component) -> None:
    if component.name == _ZONE:
        found.zones.append(component.text)
    elif component.name != EVENT:
        found.others[component.name] = found.others.get(component.name, 0) + 1


def unfolded(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """The content lines of a text, each with the line on which it begins; blank ones are passed over."""
    parts: list[str] = []
    begun = 0
    for number, line in enumerate(lines, 1):
        text = line.rstrip("\r\n")
        if text[:1] in (" ", "\t") and parts:
            parts.append(text[1:])
            continue
        if parts:
            yield begun, "".join(parts)
        parts, begun = ([text] if text.strip() else []), number
    if parts:
        yield begun, "".join(parts)


def unescaped(text: str) -> str:
    r"""A TEXT value (3.3.11) as it is meant.

    >>> unescaped("a\\;b\\nc")
    'a;b\nc'
    """
    return _escaped.sub(lambda match: "\n" if match[1] in "nN" else match[1], text)
