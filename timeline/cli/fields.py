"""The fields of an event as options, for the commands that write one."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from timeline.cli.options import EMPTY, Clock, text_option
from timeline.cli.typed import typed, typed_date
from timeline.errors import UsageError, shown
from timeline.record import LIST_FIELDS, Record
from timeline.tuples import NamedTuple

# The option of a list field is the singular of its name, except where the contract spells it as the field.
LIST_OPTIONS = {"actors": "actor", "tags": "tag", "after": "after", "before": "before", "related": "related"}
TEXT_OPTIONS = ("summary", "place", "lat", "lon", "place_precision", "kind", "status")
SOURCE_OPTIONS = ("title", "publisher", "author", "date", "url", "quote", "at", "file")


class Fields(NamedTuple):
    """What is known of an event; an absent option is None or empty."""

    date: Annotated[str | None, text_option("DATE", "When: EDTF or words, as precisely as is known.")] = None
    summary: Annotated[str | None, text_option("TEXT", "A few sentences.")] = None
    actor: Annotated[list[str], text_option("NAME", "Who takes part. May be repeated.", "actors")] = EMPTY
    place: Annotated[str | None, text_option("NAME", "Where.", "places")] = None
    lat: Annotated[str | None, text_option("DEGREES", "Its latitude, from -90 to 90.")] = None
    lon: Annotated[str | None, text_option("DEGREES", "Its longitude, from -180 to 180.")] = None
    place_precision: Annotated[
        str | None, text_option("WORD", "How exactly that is where: exact, city, region or country.")
    ] = None
    kind: Annotated[str | None, text_option("KIND", "A plain word, or scheme:code.", "kinds")] = None
    tag: Annotated[list[str], text_option("TAG", "A keyword. May be repeated.", "tags")] = EMPTY
    status: Annotated[
        str | None, text_option("STATUS", "draft, reported, confirmed or disputed.", "statuses")
    ] = None
    source_title: Annotated[str | None, text_option("TEXT", "The source's title.")] = None
    source_publisher: Annotated[str | None, text_option("NAME", "Who published it.")] = None
    source_author: Annotated[str | None, text_option("NAME", "Who wrote it.")] = None
    source_date: Annotated[str | None, text_option("DATE", "When it was published.")] = None
    source_url: Annotated[str | None, text_option("URL", "Where it can be read.")] = None
    source_quote: Annotated[str | None, text_option("TEXT", "The words that support the event.")] = None
    source_at: Annotated[str | None, text_option("TEXT", "Where in the source: p. 3, para 12.")] = None
    source_file: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="A copy of it that you keep; its SHA-256 is written too.",
            path_type=str,
            readable=False,
            show_default=False,
        ),
    ] = None
    after: Annotated[list[str], text_option("ID", "An event this one is known to follow.", "ids")] = EMPTY
    before: Annotated[list[str], text_option("ID", "An event this one is known to precede.", "ids")] = EMPTY
    related: Annotated[list[str], text_option("ID", "An event this one refers to.", "ids")] = EMPTY
    field: Annotated[
        list[str], text_option("NAME=VALUE", "A field that has no option of its own. May be repeated.")
    ] = EMPTY

    def record(self, clock: Clock) -> Record:
        """The given fields as a record without its sources, dates read as a person types them; DateError as it comes.

        An empty option gives an empty field: `edit` takes it out, `add` leaves it out. A list takes no empty item.
        Blanks around a text are not part of it.
        """
        record: Record = {}
        if self.date is not None:
            understood = typed(self.date, clock)
            record["date"] = understood.edtf
            if understood.as_written:
                record["date_as_written"] = understood.as_written
        for name in TEXT_OPTIONS:
            if (text := getattr(self, name)) is not None:
                record[name] = text.strip()
        for name in LIST_FIELDS:
            if items := getattr(self, LIST_OPTIONS[name]):
                record[name] = list(trimmed(items, LIST_OPTIONS[name]))
        return record | self._further()

    def source(self, clock: Clock, collection: Path) -> Record:
        """What is said of a source in a collection, and nothing where nothing is."""
        source: Record = {}
        for name in SOURCE_OPTIONS:
            if (text := getattr(self, f"source_{name}")) is None:
                continue
            if name == "file":
                source |= _copy(text, collection)
            else:
                text = text.strip()
                source[name] = typed_date(text, clock) if name == "date" and text else text
        return source

    def _further(self) -> Record:
        """The fields that have no option."""
        further: Record = {}
        for given in self.field:
            name, sign, value = given.partition("=")
            name = name.strip()
            if not sign or not name:
                raise UsageError(
                    f"--field {shown(given)} is not NAME=VALUE", hint='write it like --field archive="RGVA 7"'
                )
            if name in {"id", "date", "title", "sources", *TEXT_OPTIONS, *LIST_FIELDS}:
                option = LIST_OPTIONS.get(name, name).replace("_", "-")
                ways = {
                    "title": "the words of add, or edit --title",
                    "sources": "--source-title, --source-url …",
                }
                raise UsageError(
                    f"--field {shown(name)}: this field has its own option",
                    hint=f"use {ways.get(name, f'--{option}')}",
                )
            if name in further:
                raise UsageError(f"--field {shown(name)} is given twice", hint="give one of them")
            further[name] = value.strip()
        return further


def _copy(file: str, collection: Path) -> Record:
    """What is said of a kept copy."""
    from timeline.store.copies import kept  # noqa: PLC0415 - hashlib: 2 ms, for those who keep one

    return kept(file, collection)


def trimmed(items: Sequence[str], option: str) -> Iterator[str]:
    """The names given for a list, without the blanks around them; a list takes no empty one."""
    for item in items:
        if not item.strip():
            raise UsageError(f"--{option} is empty", hint="name somebody or something")
        yield item.strip()
