"""A whole text read in a language: every word is said of the date, or the part that is not understood is named."""

from timeline.errors import DateError, shown
from timeline.said.chart import Chart
from timeline.said.converted import converted
from timeline.said.languages import LANGUAGES, languages_of
from timeline.said.policies import Standpoint
from timeline.said.settle import Settled, settle


def read_phrase(text: str, at: Standpoint, language: str | None, examples: str) -> Settled:
    """What a text says in the language, or in the first that has words for all of it. DateError shows the `examples`."""
    reach = 0
    for name in (language,) if language else languages_of(text):
        chart = Chart(LANGUAGES.load(name), text)
        value = chart.whole("text")
        if value is not None:
            return settle(value, at)
        reach = max(reach, chart.tokens[chart.reach].start if chart.reach < len(chart.tokens) else 0)
    # Here, and not above: dateutil takes 40 ms to import.
    from timeline.said.complete import complete_date  # noqa: PLC0415

    known = complete_date(text, at.order)
    if known is not None:
        edtf, whys = converted(known, at.calendar) if at.calendar else (known, ())
        return Settled(edtf=edtf, whys=whys)
    culprit = f": {shown(text[reach:])}" if reach else ""
    raise DateError(f"date {shown(text)} is not understood{culprit}", hint=examples)
