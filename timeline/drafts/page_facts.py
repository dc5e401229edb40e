"""What a file says of the article in it: in the front matter of Markdown, in JSON-LD, in its own name."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from timeline.dates.event_date import EventDate
from timeline.drafts.dateline_why import Where
from timeline.errors import DateError, InvalidData
from timeline.tuples import NamedTuple
from timeline.yaml_text import parse_records

_FENCE = r"(?s:---[ \t]*\n(.{0,8000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z))"
_NAMED = r"(?a:(?<!\d)(\d{4})([-_.]?)(\d\d)\2(\d\d)(?!\d))"
# The names of each fact, the surest first: those of static site generators, and of schema.org's NewsArticle.
_KEYS = {
    "title": ("title", "headline"),
    "author": ("author", "authors", "byline", "creator"),
    "publisher": ("publisher", "publication", "site", "source"),
    "url": ("url", "link", "canonical", "source_url", "mainentityofpage"),
    "published": ("datepublished", "published", "date", "pubdate", "publish_date", "publishdate"),
}


class Facts(NamedTuple):
    """Headline, author, publisher, address, and day of publication (a day number) with what told it."""

    title: str = ""
    author: str = ""
    publisher: str = ""
    url: str = ""
    published: int | None = None
    where: Where = "page"


NO_FACTS = Facts()


def front_matter(text: str) -> tuple[str, Facts]:
    """The text with spaces where its front matter stands, so that places in it stay, and what that says."""
    match = re.match(_FENCE, text) if text.startswith("---") else None
    if match is None:
        return text, NO_FACTS
    try:
        (parsed,) = parse_records(match[1])
    except (InvalidData, ValueError):  # a line of dashes over no mapping
        return text, NO_FACTS
    blank = re.sub(r"[^\n]", " ", match[0])
    return blank + text[match.end() :], _facts(parsed.record, "front matter")


def linked_data(scripts: Iterator[str]) -> Facts:
    """What the first article among a page's JSON-LD says."""
    import json  # noqa: PLC0415 - 1 ms, for pages

    for script in scripts:
        try:
            found = next(_articles(json.loads(script)), None)
        except (ValueError, RecursionError):
            continue
        if found is not None:
            return _facts(found, "page")
    return NO_FACTS


def day_in_name(name: str) -> int | None:
    """The day that the name of a file holds: `2023-02-10-tass.txt`, `tass_20230210.html`.

    >>> day_in_name("articles/20230210.txt"), day_in_name("2023-02-10/tass.txt")
    (19398, None)
    """
    last = name.replace("\\", "/").rpartition("/")[2]
    match = re.search(_NAMED, last) if any(map(str.isdigit, last)) else None
    return day_of("-".join(match.group(1, 3, 4))) if match else None


def day_of(stamp: str) -> int | None:
    """The day number of a time stamp in ISO's form, None for anything else."""
    try:
        return EventDate.parse(stamp[:10]).first_day if re.match(r"\d{4}-\d\d-\d\d", stamp) else None
    except DateError:
        return None


def _articles(value: Any) -> Iterator[dict[str, Any]]:
    """The objects in JSON-LD that say when they were published."""
    if isinstance(value, list):
        for item in value:
            yield from _articles(item)
    elif isinstance(value, dict):
        if "datePublished" in value:
            yield value
        yield from _articles(value.get("@graph", []))


def _facts(said: Mapping[str, Any], where: Where) -> Facts:
    by_name = {str(name).lower().replace("-", "_"): value for name, value in said.items()}
    told = {
        fact: next((text for name in names if (text := _text(by_name.get(name)))), "")
        for fact, names in _KEYS.items()
    }
    published = day_of(told.pop("published"))
    return Facts(**told, published=published, where=where)


def _text(value: Any) -> str:
    """A name, or the names of several; an object of JSON-LD is known by its name or address."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_text, value)))
    if isinstance(value, dict):
        return _text(value.get("name") or value.get("@id"))
    return " ".join(value.split()) if isinstance(value, str) else ""
