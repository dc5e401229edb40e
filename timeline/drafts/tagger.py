"""The tagger: every expression of time in a text, as the drafts ask for it."""

from collections.abc import Iterator

from timeline.dates.periods import Period
from timeline.drafts.mention import Mention
from timeline.said.chart import Chart
from timeline.said.running import expressions
from timeline.said.story import USUAL, Habits, Story
from timeline.said.why import because


def tag(  # noqa: PLR0913 - a text is read by all that is told of it
    text: str,
    *,
    dateline: Period | None,
    narrative: bool,
    leaning: bool = True,
    language: str = "en",
    habits: Habits = USUAL,
    opening: Chart | None = None,
) -> Iterator[Mention]:
    """Every expression of time in the text, in order; `leaning` lets news without a dateline lean on a full date.

    `habits` are those of its dates, `opening` is the chart of its first stretch, where there is one.
    """
    story = Story(dateline=dateline, narrative=narrative, leaning=leaning, habits=habits)
    for found in expressions(text, language, story, opening):
        reading = found.reading
        yield Mention(
            start=found.start,
            end=found.end,
            text=text[found.start : found.end],
            type=reading.timex.type,
            value=reading.timex.value,
            mod=reading.timex.mod,
            edtf=reading.edtf,
            anchor=reading.anchor.value if reading.anchor else None,
            reason=because(reading.whys),
            said=reading.said,
            period=reading.period,
            tense=reading.tense,
            whys=reading.whys,
        )
