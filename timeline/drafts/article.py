"""An article read for its expressions of time: dateline first, then everything that leans on it."""

from collections.abc import Iterable, Iterator

from timeline.dates.periods import Period
from timeline.drafts.dateline import read_dateline
from timeline.drafts.dateline_why import Given, Undated, Where
from timeline.drafts.dateline_year import Dateline, dated_by
from timeline.drafts.languages import by_letters, language_of
from timeline.drafts.mention import Mention
from timeline.drafts.narrative import narrates
from timeline.drafts.tagger import tag
from timeline.errors import UsageError, shown
from timeline.said.chart import Chart
from timeline.said.running import opening_of
from timeline.said.story import USUAL, Habits
from timeline.said.values import Fields
from timeline.tuples import NamedTuple


class Setup(NamedTuple):
    """How a text will be read: its dateline, whether it narrates, its language, and how its dates are written.

    `opening` is the chart of its first stretch, in which dateline and style were found: the text is read from there again.
    It takes 60 bytes a character.
    """

    dateline: Dateline
    narrative: bool
    language: str = "en"
    habits: Habits = USUAL
    opening: Chart | None = None


def set_up(  # noqa: PLR0913 - a reader may override each thing the text says of itself
    text: str,
    *,
    today: int | None,
    dateline: int | None = None,
    narrative: bool | None = None,
    published: int | None = None,
    where: Where = "page",
    language: str | None = None,
    habits: Habits = USUAL,
) -> Setup:
    """The text's dateline, style and language; `dateline` (a day number), `narrative` and `language` override what it says.

    `published`, a day that its page gives or what else `where` names, dates a text that does not date itself; `habits` are those
    of its dates.
    """
    language = language or language_of(text) or by_letters(text)
    opening = opening_of(text, language)
    sample = opening.text
    found = tuple(
        tag(sample, dateline=None, narrative=False, language=language, habits=habits, opening=opening)
    )
    read = read_dateline(sample, found, today=today, language=language)
    told = narrates(found, this_year=Period("day", today).year if today is not None else None)
    history = read.day is None and not read.ambiguous and told
    if published is not None and (read.day is None or read.inferred) and not (history and where == "name"):
        read = dated_by(read, published, where)
    if dateline is not None:
        given = Period("day", dateline)
        printed = read.day.value if read.day else "-".join(f"{part:02d}" for part in read.month_day or ())
        other = read.month_day is not None and read.day != given
        read = read._replace(day=given, why=Given(instead_of=printed if other else ""))
    if narrative is None:
        narrative = history and read.day is None
    return Setup(dateline=read, narrative=narrative, language=language, habits=habits, opening=opening)


def mentions(
    text: str,
    *,
    today: int | None = None,
    dateline: int | None = None,
    narrative: bool | None = None,
    language: str | None = None,
) -> tuple[Mention, ...]:
    """Every expression of time in the text, understood.

    >>> [(m.text, m.edtf) for m in mentions("KYIV, May 6, 2021. He has ruled since 2018, he said on Tuesday.")]
    [('May 6, 2021', '2021-05-06'), ('2018', '2018/..'), ('Tuesday', '2021-05-04')]
    """
    return tuple(
        read_mentions(
            text, set_up(text, today=today, dateline=dateline, narrative=narrative, language=language)
        )
    )


def read_mentions(text: str, setup: Setup) -> Iterator[Mention]:
    """The text's expressions of time, one after another, in a set-up known already."""
    line = setup.dateline
    for mention in tag(
        text,
        dateline=line.day,
        narrative=setup.narrative,
        leaning=not line.ambiguous,
        language=setup.language,
        habits=setup.habits,
        opening=setup.opening,
    ):
        its_own = line.day is not None and line.end and mention.start <= line.start < mention.end
        if its_own and line.day is not None and isinstance(mention.said, Fields) and mention.said.yearless:
            yield mention._replace(
                value=line.day.value,
                edtf=line.day.edtf,
                anchor=None,
                period=line.day,
                reason=line.reason,
            )
        else:
            yield mention


def check_anchored(name: str, setup: Setup, mentions: Iterable[Mention]) -> None:
    """Refuse a text, with its name, in which an expression needs a dateline that it does not give; a narrative needs none."""
    for mention in mentions:
        if mention.needs_anchor and not setup.narrative:
            line = setup.dateline
            given = "none" if isinstance(line.why, Undated) else f"no sure one: {line.reason}"
            raise UsageError(
                f"{name}: {shown(mention.text)} needs a dateline, and there is {given}",
                hint=f"give the day it was written: --dateline {line.offered or '2023-02-10'}",
            )
