"""The rows of a table, column by column as the documentation says, without any engine: what those that we write are held against."""

from typing import Any

from timeline.folding import fold
from timeline.formats.csv import COLUMNS, cells_of
from timeline.formats.parquet_table import AFTER_ALL, BEFORE_ALL, BETWEEN, LISTS, NEVER, ORDER
from timeline.model import Event
from timeline.query.claims import date_given


def table_row(event: Event) -> dict[str, Any]:
    """What an event has in each of the columns."""
    row: dict[str, Any] = dict(zip(COLUMNS, cells_of(event), strict=True))
    row |= {name: list(getattr(event, name)) for name in LISTS}
    date, dates = event.date, [source.date for source in event.sources if source.date is not None]
    row |= {"earliest_day": earliest(date.first_day), "latest_day": latest(date.last_day)}
    row |= zip(ORDER, date.sort_key, strict=True)
    row["source_count"] = len(event.sources)
    row["published_earliest"] = min((earliest(one.first_day) for one in dates), default=NEVER)
    row["published_latest"] = min((latest(one.last_day) for one in dates), default=NEVER)
    row["rivals"] = bool(event.rival_dates)
    row["leans"] = bool(event.after or event.before)
    row["vouched"] = any(date_given(event, source) is not None for source in event.sources)
    row["folded_title"], row["folded_summary"] = fold(event.title), fold(event.summary)
    row["folded_place"], row["folded_kind"] = fold(event.place), fold(event.kind)
    row["folded_actors"] = [*map(fold, event.actors)]
    quotes = (fold(source.quote) for source in event.sources)
    rest = (*row["folded_actors"], row["folded_place"], *map(fold, event.tags), row["folded_kind"], *quotes)
    row["folded_rest"] = BETWEEN.join(text.replace(BETWEEN, " ") for text in rest)
    for name in LISTS:
        escaped = (one.replace("\x1e", "\x1e0").replace("\x1f", "\x1e1") for one in row[name])
        row[f"joined_{name}"] = "\x1f".join(["", *escaped, ""])
    return row


def earliest(day: int | None) -> int:
    """The first day of a date."""
    return BEFORE_ALL if day is None else day


def latest(day: int | None) -> int:
    """The last day of a date."""
    return AFTER_ALL if day is None else day
