"""Whether a source's quote still stands in the archived article, and still dates the event."""

from collections.abc import Mapping

from timeline.dates.event_date import EventDate
from timeline.drafts.article import read_mentions, set_up
from timeline.drafts.mention import Mention
from timeline.drafts.quoting import Searched
from timeline.errors import shown
from timeline.model import Event, Source
from timeline.record import Problem

NOT_FOUND = "E501"
OTHER_DATE = "E502"


def quote_problems(
    event: Event, articles: Mapping[str, Searched], *, today: int | None
) -> tuple[Problem, ...]:
    """What is wrong with an event's quotes: found in no article, or dating the event otherwise than it says.

    `articles` are the archived texts by name.
    """
    problems = []
    for number, source in enumerate(event.sources):
        if not source.quote:
            continue
        field = ("sources", number, "quote")
        found = [
            (article.text, at)
            for article in articles.values()
            if (at := article.find(source.quote)) is not None
        ]
        if not found:
            problems.append(
                Problem(
                    code=NOT_FOUND,
                    field=field,
                    message=f"quote {shown(source.quote)} stands in no archived article",
                    hint="archive the article, or correct the quote",
                )
            )
            continue
        dates = [dates_in(text, at, source, today=today) for text, at in found]
        wanted = source.event_date or event.date
        if all(told and not any(_agrees(wanted, mention) for mention in told) for told in dates):
            told = dates[0][0]
            problems.append(
                Problem(
                    code=OTHER_DATE,
                    field=field,
                    message=f"quote {shown(source.quote)} dates the event {told.edtf} ({shown(told.text)}: {told.reason}), the record {wanted}",
                    hint="correct the date, or give the source's own as its event_date",
                )
            )
    return tuple(problems)


def dates_in(text: str, at: tuple[int, int], source: Source, *, today: int | None) -> list[Mention]:
    """The dated expressions inside a stretch of the text, read as the whole article is read; the source's date is its dateline."""
    dateline = (
        source.date.first_day
        if source.date is not None and source.date.first_day == source.date.last_day
        else None
    )
    setup = set_up(text, today=today, dateline=dateline)
    return [
        m
        for m in read_mentions(text, setup)
        if m.edtf and m.type in ("DATE", "TIME") and at[0] <= m.start and m.end <= at[1]
    ]


def _agrees(wanted: EventDate, mention: Mention) -> bool:
    """Whether the record's date can be what the expression means."""
    told = EventDate.parse(mention.edtf or "")
    return wanted == told or wanted.possibly_during(told.first_day, told.last_day)
