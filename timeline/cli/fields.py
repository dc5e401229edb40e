"""The fields of an event as options, for the commands that write one."""

from dataclasses import dataclass
from typing import Annotated

from timeline.cli.options import EMPTY, Clock, text_option
from timeline.cli.typed import typed_date
from timeline.errors import UsageError
from timeline.model import LIST_FIELDS, Record

# The option of a list field is the singular of its name, except where the contract spells it as the field.
LIST_OPTIONS = {"actors": "actor", "tags": "tag", "after": "after", "before": "before", "related": "related"}
SOURCE_OPTIONS = ("title", "publisher", "author", "date", "url", "quote")


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class Fields:
    """What is known of an event; an absent option is None or empty."""

    date: Annotated[str | None, text_option("DATE", "When: EDTF or English, as precisely as is known.")] = (
        None
    )
    summary: Annotated[str | None, text_option("TEXT", "A few sentences.")] = None
    actor: Annotated[list[str], text_option("NAME", "Who takes part. May be repeated.", "actors")] = EMPTY
    place: Annotated[str | None, text_option("NAME", "Where.", "places")] = None
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
    after: Annotated[list[str], text_option("ID", "An event this one is known to follow.", "ids")] = EMPTY
    before: Annotated[list[str], text_option("ID", "An event this one is known to precede.", "ids")] = EMPTY
    related: Annotated[list[str], text_option("ID", "An event this one refers to.", "ids")] = EMPTY

    def record(self, clock: Clock) -> Record:
        """The given fields as a record, dates read as a person types them; DateError as it comes.

        An empty option gives an empty field: `edit` takes it out, `add` leaves it out. A list takes no empty item.
        """
        record: Record = {}
        if self.date is not None:
            record["date"] = typed_date(self.date, clock)
        for name in ("summary", "place", "kind", "status"):
            if (text := getattr(self, name)) is not None:
                record[name] = text if text.strip() else ""
        for name in LIST_FIELDS:
            if items := getattr(self, LIST_OPTIONS[name]):
                if not all(item.strip() for item in items):
                    raise UsageError(f"--{LIST_OPTIONS[name]} is empty", hint="name somebody or something")
                record[name] = list(items)
        source: Record = {}
        for name in SOURCE_OPTIONS:
            if text := getattr(self, f"source_{name}"):
                source[name] = typed_date(text, clock) if name == "date" else text
        if source:
            record["sources"] = [source]
        return record
