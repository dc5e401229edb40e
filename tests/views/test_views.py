"""Laws that every view keeps, whatever the events say."""

import re
from collections.abc import Sequence
from typing import Any

import pytest
from event_strategies import events as some_events
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from view_drawing import console, drawn, event, every_form, in_order, shipped

from timeline.errors import CONTROL_CHARACTERS, UsageError
from timeline.model import Event, Source
from timeline.views import VIEWS
from timeline.views.options import Shown, ViewOptions

HOSTILE = (
    "\x1b[2J\x1b]0;title\x07 [bold red]markup[/] \u202eright to left\u2066 \x9b31m tab\t bell\a \u2028 line \ufeff end",
    "条約調印に関する日露両政府の共同声明について、外務省報道官が定例会見で述べた",
    "e\u0301\u0302\u0303 combining \u200b zero \u200d width 👩‍👩‍👧 family 🇯🇵 flag ❤️ heart",
    "one" * 90,
)
_COLOURS = re.compile(r"\x1b\[[\d;]*m|\x1b\]8;[^\x1b]*\x1b\\")  # and the links of OSC 8
views = pytest.mark.parametrize("view", VIEWS)


def _options(view: str) -> dict[str, Any]:
    return {"per": "decade"} if view == "density" else {}


def _drawn_or_refused(view: str, events: Sequence[Event], width: int, **options: Any) -> str:
    """The picture, or nothing where the view refuses, in words, to draw one."""
    try:
        return drawn(view, events, width, **options)
    except UsageError as error:
        return "" if error.message and error.hint else "refused without a way out"


@views
@settings(deadline=None)
@given(events=some_events(), width=st.integers(40, 130), ascii_only=st.booleans(), order=st.booleans())
def test_no_line_is_wider_than_asked(
    view: str, events: list[Event], width: int, *, ascii_only: bool, order: bool
) -> None:
    options: dict[str, Any] = {
        "ordered_by": "date" if order else "title",
        "ascii": ascii_only,
        **_options(view),
    }
    text = _drawn_or_refused(view, in_order(events) if order else events, width, **options)
    assert text != "refused without a way out"
    for line in text.split("\n"):
        assert cell_len(line) <= width, line
    assert not re.search(f"[{CONTROL_CHARACTERS}]", text.replace("\n", ""))
    if ascii_only:
        assert text.isascii()


@views
@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("width", [40, 60, 100])
def test_hostile_text_is_drawn_harmlessly(view: str, text: str, width: int) -> None:
    fields = {"actors": [text, text], "place": text, "tags": [text], "kind": text, "summary": text, "x": text}
    source = {
        "title": text,
        "publisher": text,
        "quote": text,
        "url": f"https://example.org/{text}",
        "y": text,
    }
    events = [event(date, text, **fields, sources=[source, source]) for date in ("2018", "2018-03/2019")]
    picture = drawn(view, events, width)
    assert max(map(cell_len, picture.split("\n"))) <= width
    assert not re.search(f"[{CONTROL_CHARACTERS}]", picture.replace("\n", ""))
    coloured = drawn(view, events, width, colour=True, links=True)
    assert "\x1b[2J" not in coloured
    assert "\u202e" not in coloured
    assert not re.search(f"[{CONTROL_CHARACTERS}]", _COLOURS.sub("", coloured).replace("\n", ""))


# Spaces and joiners without width, variation selectors, blank letters, lone accents, controls; and what is seen, between them.
unseen = st.text(
    "\u200b\u200c\u200d\u2060\ufe0f\u3164\u2800\u00ad\u0301\u20dd\x00\x1b\t\r\ufffe\ud800 \u3000a条👩",
    max_size=5,
)


@views
@settings(deadline=None, max_examples=50)
@given(data=st.data(), width=st.sampled_from((40, 100)), colour=st.booleans(), ascii_only=st.booleans())
def test_text_that_cannot_be_seen_is_drawn_as_well(
    view: str, data: st.DataObject, width: int, *, colour: bool, ascii_only: bool
) -> None:
    some = st.lists(unseen.filter(bool), max_size=3).map(tuple)
    drawn_of = st.builds(
        Event,
        title=unseen.filter(str.strip),
        **dict.fromkeys(("summary", "place", "kind"), unseen),
        **dict.fromkeys(("actors", "tags", "after", "related"), some),
        date=st.sampled_from([one.date for one in every_form()]),
        sources=st.lists(
            st.builds(Source, title=unseen, publisher=unseen, quote=unseen, url=unseen), max_size=2
        ),
        extra=st.dictionaries(unseen, unseen, max_size=1),
    )
    events = in_order(data.draw(st.lists(drawn_of, min_size=1, max_size=4)))
    text = _drawn_or_refused(
        view, events, width, colour=colour, links=colour, ascii=ascii_only, **_options(view)
    )
    assert text != "refused without a way out"
    for line in _COLOURS.sub("", text).split("\n"):
        assert cell_len(line) <= width, line


@views
def test_colour_adds_nothing_but_colour(view: str) -> None:
    events = in_order([*shipped(), *(one for one in every_form() if one.date.text != "Y-17E7")])
    coloured = drawn(view, events, 90, colour=True, **_options(view))
    assert "\x1b[" in coloured
    lines = [line.rstrip() for line in _COLOURS.sub("", coloured).split("\n")]
    assert lines == drawn(view, events, 90, **_options(view)).split("\n")


@views
def test_no_escape_codes_without_colour(view: str) -> None:
    assert "\x1b" not in drawn(view, shipped(), 100)
    screen = console(100, colour=True, no_color=True)
    with screen.capture() as captured:
        screen.print(VIEWS.load(view)([Shown(one) for one in shipped()], ViewOptions(links=True)), end="")
    assert "\x1b" not in captured.get()


@views
def test_cropping_changes_nothing(view: str) -> None:
    screen = console(70)
    with screen.capture() as captured:
        screen.print(VIEWS.load(view)([Shown(one) for one in shipped()], ViewOptions()), end="")
    assert captured.get() == drawn(view, shipped(), 70)


@views
def test_nothing_is_drawn_of_nothing(view: str) -> None:
    assert drawn(view, []) == ""


@views
@pytest.mark.parametrize(
    "dates",
    [
        ["2018-03-21"],
        ["-5000-01-01", "5000-01-01"],
        ["Y-99999999999", "Y99999999999"],
        ["2018/..", "../2019", "../..", "/2017", "2016/"],
        ["[..2017]", "[2019..]"],
        ["2018-03-21"] * 10_000,
    ],
    ids=["one", "far apart", "very far apart", "open intervals", "open sets", "one day"],
)
def test_extremes_are_drawn(view: str, dates: list[str]) -> None:
    picture = _drawn_or_refused(view, in_order(map(event, dates)), 80)
    assert picture.strip() or view in ("density", "lanes")
    assert max(map(cell_len, picture.split("\n"))) <= 80


by_field = pytest.mark.parametrize("view", [name for name in VIEWS if "by" in VIEWS.words(name)])


@by_field
def test_a_field_that_no_event_has_is_refused_in_words(view: str) -> None:
    with pytest.raises(UsageError, match='no event here has the field "colour"'):
        drawn(view, shipped(), by="colour")


@by_field
def test_a_field_of_the_users_own_makes_lanes(view: str) -> None:
    events = [event(str(year), box={"no": f"B{year % 4}"}) for year in range(2015, 2022, 2)]
    events += [event("2018", box=[{"no": "B0"}, {"no": "B2"}]), event("2030")]
    picture = drawn(view, in_order(events), 140, by="box.no", gaps=99)
    names = {name for name in ("B0", "B1", "B2", "B3", "(no box.no)") if name in picture}
    assert names == ({"B1", "B3"} if view == "gaps" else {"B0", "B1", "B2", "B3", "(no box.no)"})


@views
@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_an_encoding_gets_only_what_it_has(view: str, encoding: str) -> None:
    events = [event("2018-03", "São Tomé — 条約 “quoted”", actors=["Łódź"])]
    screen = console(80)
    options = screen.options.update(width=80)
    options.encoding = encoding
    shown = [Shown(one) for one in events]
    text = "".join(segment.text for segment in screen.render(VIEWS.load(view)(shown, ViewOptions()), options))
    text.encode(encoding)
    assert max(map(cell_len, text.split("\n"))) <= 80


@settings(deadline=None)
@given(events=some_events(max_size=8), backwards=st.booleans())
@example(events=every_form(), backwards=False)
@example(events=every_form(), backwards=True)
def test_timeline_draws_every_event_once(events: list[Event], *, backwards: bool) -> None:
    ordered = in_order(events)[:: -1 if backwards else 1]
    titled = [Event(date=one.date, title=f"Title-{number}.") for number, one in enumerate(ordered)]
    text = drawn("timeline", titled, 160, reversed=backwards)
    places = [re.findall(rf" Title-{number}\.(?!”)", text) for number in range(len(titled))]
    assert all(len(found) == 1 for found in places)
