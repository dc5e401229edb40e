"""The slides of TimelineJS as records: those of its third version (`events`), and of its first (`timeline.date`)."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from html.parser import HTMLParser

from timeline.errors import DateError, InvalidData
from timeline.formats.dated import joined, lasting
from timeline.formats.format import ReadOptions
from timeline.formats.kept import retold
from timeline.formats.links import web_address
from timeline.formats.stated import Stated
from timeline.record import Record, Value

RECORD = "timeline_record"
"""The key that keeps what our own export knows of an event beside what a slide shows."""

_TAKEN = {
    "start_date",
    "end_date",
    "display_date",
    "text",
    "media",
    "group",
    "tag",
    "location",
    "unique_id",
    RECORD,
}
_TAKEN_1 = {"startDate", "endDate", "headline", "text", "asset", "tag"}
_UNSEEN = {"autolink", "type"}
_PARTS = ("year", "month", "day", "hour", "minute", "second")
_BLOCKS = ("p", "br", "div", "li", "ul", "ol", "blockquote", "tr", "h1", "h2", "h3", "h4", "h5", "h6")
_number = re.compile(r"-?[0-9]{1,9}")

Written = Callable[[Record], Mapping[str, Value]]


def slides_name(value: Value) -> str:
    """Under which name the slides stand in a document of TimelineJS; "" where it is none.

    >>> slides_name({"events": [{"start_date": {"year": "602"}}]}), slides_name({"timeline": {"date": []}}), slides_name([])
    ('events', 'date', '')
    """
    if not isinstance(value, dict):
        return ""
    inner = value.get("timeline")
    if isinstance(inner, dict) and isinstance(inner.get("date"), list):
        return "date"
    slides = value.get("events")
    dated = isinstance(slides, list) and any(isinstance(one, dict) and "start_date" in one for one in slides)
    return "events" if dated else ""


def slides_of(value: Value) -> Sequence[Value]:
    """The slides of a document of either version."""
    inner = value.get("timeline") if isinstance(value, dict) else None
    found = (
        inner.get("date")
        if isinstance(inner, dict)
        else value.get("events")
        if isinstance(value, dict)
        else ()
    )
    return found if isinstance(found, list) else ()


def stated_slides(
    value: Value, lines: Sequence[int], options: ReadOptions, written: Written
) -> Iterator[Stated]:
    """The record of each slide, or what is wrong with it; what is not taken is told. `written` shows one that was kept."""
    left: Counter[str] = Counter()
    first = slides_name(value) == "date"
    for slide, line in zip(slides_of(value), lines, strict=True):
        if not isinstance(slide, dict):
            hint = 'a slide is an object with a "start_date"'
            yield line, InvalidData(f"{line}: no slide", hint=hint), False
            continue
        left.update({*slide} - (_TAKEN_1 if first else _TAKEN) - _UNSEEN)
        try:
            if (own := slide.get(RECORD)) and isinstance(own, dict):
                yield line, _own(own, slide, written), True
            else:
                yield line, _as_first_version(slide) if first else _record(slide), False
        except InvalidData as error:
            yield line, InvalidData(f"{line}: {error.message}", hint=error.hint), False
    if isinstance(value, dict) and isinstance(eras := value.get("eras"), list):
        left["eras"] = len(eras)
    if told := ", ".join(f"{number:,} {name}" for name, number in sorted(left.items()) if number):
        options.note(f"1: not taken: {told}")


def _own(record: Record, slide: Mapping[str, Value], written: Written) -> Record:
    """The record that was kept, with what the slide says now; its group may be anything that was asked for."""
    try:
        before = _record(written(record))
    except InvalidData:
        return _record(slide)
    shown, apart = _record(slide), {"tags", "imported"}
    return retold(
        record,
        {name: one for name, one in shown.items() if name not in apart},
        {name: one for name, one in before.items() if name not in apart},
    )


def _record(slide: Mapping[str, Value]) -> Record:
    text, start, media = _object(slide, "text"), _object(slide, "start_date"), _object(slide, "media")
    said = _dated(_date(start), _date(_object(slide, "end_date")))
    headline, _ = _plain(_text(text, "headline"))
    shown = _text(slide, "display_date") or _text(start, "display_date")
    where = _object(slide, "location")
    about: Record = {
        "date_as_written": " ".join(_plain(shown)[0].split()),
        "place": _text(where, "name"),
        "lat": _text(where, "lat"),
        "lon": _text(where, "lon") or _text(where, "lng"),
        "tags": [group] if (group := _text(slide, "group") or _text(slide, "tag")) else [],
        **_told(_text(text, "text"), media),
    }
    if name := _text(slide, "unique_id"):
        about["imported"] = {"from": "timelinejs", "id": name}
    return {**said, "title": " ".join(headline.split()), **{key: one for key, one in about.items() if one}}


def _as_first_version(slide: Mapping[str, Value]) -> Record:
    headline, _ = _plain(_text(slide, "headline"))
    said = _dated(_with_commas(_text(slide, "startDate")), _with_commas(_text(slide, "endDate")))
    asset = _object(slide, "asset")
    about: Record = {
        "tags": [tag] if (tag := _text(slide, "tag")) else [],
        **_told(_text(slide, "text"), {**asset, "url": _text(asset, "media")}),
    }
    return {**said, "title": " ".join(headline.split()), **{key: one for key, one in about.items() if one}}


def _told(html: str, media: Mapping[str, Value]) -> Record:
    """The words of a slide, and as sources what it shows and what it links to."""
    words, links = _plain(html)
    sources: list[Value] = []
    if address := web_address(_text(media, "url").strip()):
        caption, credit = (_plain(_text(media, name))[0] for name in ("caption", "credit"))
        shown: Record = {
            "title": " ".join(caption.split()),
            "publisher": " ".join(credit.split()),
            "url": address,
        }
        sources.append({name: text for name, text in shown.items() if text})
    seen = {address}
    for url, title in links:
        if url not in seen:
            sources.append({"title": title, "url": url} if title else {"url": url})
            seen.add(url)
    return {"summary": words, "sources": sources}


def _dated(start: str, end: str) -> Record:
    """A date and its end, as one where both are known by their numbers; else as they stand, for the reader of dates."""
    if not start:
        raise InvalidData("no date to begin with", hint='TimelineJS wants a "start_date" with a "year"')
    try:
        return {"date": lasting(start, end)}
    except DateError:
        return {"date": start, "end": end}


def _date(parts: Mapping[str, Value]) -> str:
    """A date of numbers in EDTF, one in other words as it stands: 44 BC is -44, and a month may have no day."""
    year, month, day, *clock = (_text(parts, name).strip() for name in _PARTS)
    if not all(_number.fullmatch(text) for text in (year, month or "1", day or "1")):
        return " ".join(text for text in (year, month, day) if text)
    number = int(year)
    era = number + 1 if number < 0 else number
    if abs(era) > 9999:
        return f"Y{era}"
    text = joined([f"{era:05}" if era < 0 else f"{era:04}", month, day]) if month or day else _four(era)
    if day and clock[0]:
        hour, minute, second = (one if one.isdecimal() else "0" for one in clock)
        text += f"T{hour:0>2}:{minute:0>2}:{second:0>2}"
    return text


def _four(year: int) -> str:
    return f"{'-' * (year < 0)}{abs(year):04}"


def _with_commas(text: str) -> str:
    """A date of the first version: `1963,8,9`, with a time of day behind it, or in other words."""
    parts = [part.strip() for part in text.split(",")]
    if not all(_number.fullmatch(part) for part in parts if part):
        return text.strip()
    return _date(dict(zip(_PARTS, parts, strict=False)))


def _object(value: Mapping[str, Value], name: str) -> Mapping[str, Value]:
    found = value.get(name)
    return found if isinstance(found, dict) else {}


def _text(value: Mapping[str, Value], name: str) -> str:
    found = value.get(name)
    return found if isinstance(found, str) else ""


class _Words(HTMLParser):
    """The words of HTML as a reader sees them, and its links."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.links: list[tuple[str, str]] = []
        self._unseen = 0
        self._link: tuple[str, int] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line, a link, or what nobody sees."""
        self._unseen += tag in ("script", "style")
        if tag in _BLOCKS:
            self.words.append("\n")
        if tag == "a" and (address := web_address(dict(attrs).get("href") or "")):
            self._link = address, len(self.words)

    def handle_endtag(self, tag: str) -> None:
        """End it."""
        self._unseen -= tag in ("script", "style") and self._unseen > 0
        if tag in _BLOCKS:
            self.words.append("\n")
        if tag == "a" and self._link:
            address, begin = self._link
            self.links.append((address, " ".join("".join(self.words[begin:]).split())))
            self._link = None

    def handle_data(self, data: str) -> None:
        """Words."""
        if not self._unseen:
            self.words.append(data)


def _plain(html: str) -> tuple[str, list[tuple[str, str]]]:
    """The words of a text that may have HTML in it, a line a paragraph, and the addresses and words of its links."""
    if "<" not in html and "&" not in html:
        return "\n".join(line for part in html.splitlines() if (line := " ".join(part.split()))), []
    reader = _Words()
    reader.feed(html)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.words).split("\n"))
    return "\n".join(line for line in lines if line), reader.links
