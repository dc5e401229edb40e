"""What the hints of refused dates may offer: every digit that was typed, the same meaning, no year from today."""

import re

from hypothesis import given
from hypothesis import strategies as st

from timeline.dates.calendar import days_from_civil
from timeline.errors import DateError
from timeline.said.reading import read_date

TODAY = days_from_civil(2023, 2, 10)
CENTURIES_ON = TODAY + 146097  # a Friday too
# Examples of what can be typed; they say nothing of the text at hand.
EXAMPLES = ("write it like ", "write the date as ", "write 15:00 or 3 pm", "write the year: Y-170000")

small, years = st.integers(0, 40), st.integers(900, 2100)
months, weekdays = st.sampled_from(["May", "Sept.", "February"]), st.sampled_from(["Monday", "Fri"])
_STRAY = (
    "early late c. circa probably before after since until from to between and or of in week last first half century"
    " BC AD O.S. then x d s th ~ ? / - – . , ; ( ) : pm ago days spring Q3 H2 May Friday soon  5 60 1945"
    " vers avant depuis le du au jusqu'en et ou début mi fin moitié siècle trimestre Noël av. J.-C. années nuit bientôt"
)
stray = st.sampled_from(_STRAY.split())
cores = st.one_of(
    st.builds("{} {} {}".format, small, months, st.one_of(small, years)),
    st.builds("{} {}, {}".format, months, small, years),
    st.builds("{} {} {} {}".format, weekdays, small, months, years),
    st.builds("{}{}{}".format, years, st.sampled_from("/-."), small),
    st.builds("{:02}{}{}".format, small, st.sampled_from("/-."), years),
    st.builds("{}/{}/{}".format, small, small, st.one_of(small, years)),
    st.builds("{}{}".format, st.one_of(small, years), st.sampled_from(["s", "'s", "x", "ish"])),
    st.builds("{}-{}-{}".format, years, months, small),
    st.builds("{} {}".format, st.sampled_from(["next", "last", "this"]), weekdays),
    st.builds("?-{}".format, years),
    st.builds("{} {} {}".format, small, st.sampled_from(["mai", "févr.", "août"]), st.one_of(small, years)),
    st.builds("le {}/{}/{}".format, small, small, st.one_of(small, years)),
    st.builds("les années {}".format, st.one_of(small, years)),
    st.builds(
        "{} {}".format, st.sampled_from(["mardi", "mars", "été"]), st.sampled_from(["prochain", "dernier"])
    ),
)
_RUSSIAN = "около вероятно до после с по между и или в на начало конец половина век Рождество скоро ? / – . ( ) 5 1945"
russian = st.one_of(
    st.sampled_from(_RUSSIAN.split()),
    st.builds("{} {} {}".format, small, st.sampled_from(["мая", "сент."]), st.one_of(small, years)),
    st.builds("{} {}".format, years, st.sampled_from(["г.", "год", "гг.", "года до н. э."])),
    st.builds("{}-{}".format, st.one_of(small, years), st.sampled_from(["е", "е годы", "го", "х гг."])),
    st.builds("{}.{}.{} г.".format, small, small, st.one_of(small, years)),
    st.builds("{} {}".format, st.sampled_from(["следующая", "эта"]), st.sampled_from(["пятница", "весна"])),
)


def phrases_of(words: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Some words in a row, most of them with a space behind."""
    gaps = st.sampled_from([" ", " ", ""])
    return st.lists(st.tuples(words, gaps), min_size=1, max_size=5).map(
        lambda pieces: "".join(word + gap for word, gap in pieces)
    )


phrases = phrases_of(st.one_of(cores, cores, stray)) | phrases_of(russian)


def offered(error: DateError) -> list[str]:
    """The dates that a hint tells to write in place of the text."""
    hint = error.hint or ""
    if hint.startswith(EXAMPLES) or "or AD" in hint:
        return []
    told = re.search("write (.+)", hint)
    return [each.strip('"') for each in told[1].split(" or ")] if told and re.search("[0-9]", told[1]) else []


def holds(pattern: str, group: str) -> bool:
    """Whether the digits of a date, of which some are unknown, end in those that were typed."""
    group = group.lstrip("0") or "0"
    return re.fullmatch(pattern[-len(group) :], group) is not None


def refusal(text: str, today: int) -> DateError | None:
    """What is said of a text that cannot be read on that day."""
    try:
        read_date(text, today=today)
    except DateError as error:
        return error
    return None


@given(phrases)
def test_a_hint_offers_no_date_that_loses_a_digit_or_needs_today(text: str) -> None:
    error = refusal(text, TODAY)
    if error is None:
        return
    assert error.hint
    culprit = re.match('date "(.*?)" ', error.message)
    groups = re.findall("[0-9]+", culprit[1] if culprit else text)
    for date in offered(error):
        kept = [group.replace("X", ".") for group in re.findall("[0-9X]+", date)]
        assert all(any(holds(one, group) for one in kept) for group in groups), (text, error.hint)
        assert refusal(date, TODAY) is None, (text, error.hint)
        if groups:  # "next Friday" has none: it is told from today, and shown so
            again = refusal(text, CENTURIES_ON)
            assert again is None or again.hint == error.hint, (text, error.hint)
