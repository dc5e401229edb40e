"""What holds for every picture made for paper, whatever it shows."""

import re
from typing import Literal

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from paper_reading import SVG, axis_of, marks_of, overlapping, root_of, words_of
from strategies import edtf_texts
from view_drawing import event, in_order, shipped

from timeline.dates.event_date import EventDate
from timeline.errors import UsageError
from timeline.model import Event
from timeline.views.axis import Stretch
from timeline.views.lane_plan import plan_lanes
from timeline.views.options import Shown, ViewOptions
from timeline.views.paper.drawing import PAPER, svg_pages
from timeline.views.paper.lane_marks import NARROWEST
from timeline.views.paper.letters import width
from timeline.views.paper.pen import Sheet
from timeline.views.paper.scale import CELL

ODD = (
    "<script>alert(1)</script>",
    "]]></text><a href='javascript:x'>",
    '" onload="x',
    "&amp; &lt;",
    "a\x1b[2Jb\u202ec\x00\ud800\ufffe",
    "\u0301 begins with an accent",
    "条約" * 40,
    "🕊️" * 20,
    "معاهدة السلام",
    "w" * 300,
    "  spaces   inside  ",
)
_WORDS = st.lists(
    st.sampled_from(
        ["treaty", "of", "Shimoda", "illegal occupation", "w" * 60, "条約交渉", "Soglasheniye", "—", "(1855)"]
    ),
    min_size=1,
    max_size=14,
).map(" ".join)
_NAMES = st.sampled_from(
    [
        "Japan",
        "Russia",
        "Black Sea Economic Cooperation Organization",
        "x" * 50,
        "日本",
        "EU",
        "Maria Zakharova",
    ]
)
_SOURCES = st.builds(
    lambda name, date, rival: {"publisher": name} | ({"date": "2023-02-10"} if date else {}) | rival,
    _NAMES,
    st.booleans(),
    st.one_of(st.just({}), st.just({}), edtf_texts().map(lambda text: {"event_date": text})),
)
_EVENTS = st.builds(
    event,
    edtf_texts(),
    _WORDS,
    actors=st.lists(_NAMES, max_size=3),
    kind=st.sampled_from(["", "talks", "statement of a ministry"]),
    tags=st.lists(st.sampled_from(["peace-treaty", "two words"]), max_size=2),
    status=st.sampled_from(["", "draft", "disputed"]),
    sources=st.lists(_SOURCES, max_size=2),
)
SHEETS = (
    Sheet(),
    Sheet(title="T & <t>", caption="c" * 200, dark=True, width=480),
    Sheet(height=600, links=False),
)


def _pages(view: str, events_: list[Event], sheet: Sheet = SHEETS[0], **options: object) -> list[str]:
    shown = [Shown(one) for one in events_]
    try:
        return svg_pages(view, shown, ViewOptions(today=19417, **options), sheet)  # type: ignore[arg-type]
    except UsageError:  # an axis or buckets that nothing fits
        return []


@pytest.mark.parametrize("view", PAPER)
@settings(max_examples=25, deadline=None, phases=(Phase.generate,))  # to shrink a page takes minutes
@given(many=st.lists(_EVENTS, max_size=12), sheet=st.sampled_from(SHEETS))
def test_no_two_texts_overlap_and_none_leaves_the_page(view: str, many: list[Event], sheet: Sheet) -> None:
    for page in _pages(view, in_order(many), sheet):
        words = words_of(page)
        assert overlapping(words) == []
        right, bottom = (float(root_of(page).attrib[side]) for side in ("width", "height"))
        for one in words:
            for x, y in one.corners:
                assert -0.1 <= x <= right + 0.1, one.text
                assert -0.1 <= y <= bottom + 0.1, one.text


@pytest.mark.parametrize("view", PAPER)
@pytest.mark.parametrize("sheet", SHEETS)
def test_a_picture_is_the_same_every_time(view: str, sheet: Sheet) -> None:
    assert _pages(view, shipped(), sheet) == _pages(view, shipped(), sheet)


@pytest.mark.parametrize("view", PAPER)
def test_nothing_that_an_event_says_becomes_an_element_or_an_attribute(view: str) -> None:
    said = {"actors": ["actor"], "place": "place", "kind": "kind", "tags": ["tag"], "id": "id"}
    plain = [event(year, "title", **said) for year in ("2018", "2020")]
    pages = _pages(view, plain, Sheet(title="title", caption="caption"))
    allowed = {(one.tag, *sorted(one.attrib)) for page in pages for one in root_of(page).iter()}
    for text in ODD:
        odd = [
            Event(
                date=EventDate(year),
                title=text,
                id=text,
                actors=(text,),
                place=text,
                kind=text,
                tags=(text,),
                summary=text,
            )
            for year in ("2018", "2020")
        ]
        for page in _pages(view, odd, Sheet(title=text, caption=text)):
            for element in root_of(page).iter():
                assert (element.tag, *sorted(element.attrib)) in allowed
            assert page.isprintable() or set(re.findall(r"[^\x20-\x7e]", page)) <= {
                "\n",
                *filter(str.isprintable, page),
            }


@pytest.mark.parametrize("view", PAPER)
def test_a_picture_needs_nothing_from_elsewhere_and_says_what_it_is(view: str) -> None:
    (page,) = _pages(view, shipped(), Sheet(title="The talks", caption="As told."))
    assert re.findall(r"https?://[^\s\"]+", page) == ["http://www.w3.org/2000/svg"]
    assert not {"style", "script", "image", "use", "foreignObject"} & {
        element.tag.removeprefix(SVG) for element in root_of(page).iter()
    }
    root = root_of(page)
    assert (root[0].text, root.get("role")) == ("The talks", "img")
    assert root[1].text == "8 events, c. 1945 to 10 Feb 2023. As told."


def test_only_addresses_of_the_web_become_links_and_a_picture_with_links_is_no_image() -> None:
    events_ = [
        event("2018", "one", sources=[{"title": "x", "url": "javascript:alert(1)"}]),
        event("2019", "two", sources=[{"title": "y", "url": 'https://example.org/"a b'}]),
    ]
    for view in ("timeline", "lanes"):
        (page,) = _pages(view, events_)
        root = root_of(page)
        links = {one.get("href") for one in root.iter(f"{SVG}a")}
        assert links == {"https://example.org/%22a%20b"}
        assert root.get("role") == "group"
        (page,) = _pages(view, events_, Sheet(links=False))
        assert root_of(page).get("role") == "img"
        assert not list(root_of(page).iter(f"{SVG}a"))


@settings(max_examples=60, deadline=None)
@given(st.lists(edtf_texts(), min_size=1, max_size=8), st.sampled_from(["broken", "linear"]))
def test_the_days_of_every_mark_are_those_of_its_event_and_where_the_axis_has_them(
    texts: list[str], scale: Literal["broken", "linear"]
) -> None:
    found = in_order([Event(date=EventDate(text), title=text, id=f"e{at}") for at, text in enumerate(texts)])
    for page in _pages("lanes", found, by="kind", scale=scale):
        marks, lines = marks_of(page), axis_of(page)
        named = {day for mark in marks for day in mark.data.values()}
        assert {
            str(day) for one in found for day in (one.date.first_day, one.date.last_day) if day is not None
        } <= named
        options = ViewOptions(today=19417, by="kind", scale=scale)
        axis = plan_lanes([Shown(one) for one in found], options).axis(
            round((lines[-1][1] - lines[0][0]) / CELL)
        )
        drawn = list(zip(axis.stretches, lines, strict=True))
        for mark in marks:
            if mark.data["first"] and mark.data["last"]:
                left = _place(drawn, int(mark.data["first"]), 0)
                right = _place(drawn, int(mark.data["last"]), 1)
                wide = right - left >= NARROWEST and mark.data["first"] != mark.data["last"]
                assert (mark.left + mark.right) / 2 == pytest.approx((left + right) / 2, abs=1)
                if wide:
                    assert mark.left == pytest.approx(left, abs=1)
                    assert mark.right == pytest.approx(right, abs=1)


def _place(drawn: list[tuple[Stretch, tuple[float, float]]], day: int, later: int) -> float:
    """Where a day begins, or `later` ends, by the line of its stretch as it is drawn."""
    (found,) = (one for one in drawn if one[0].first <= day <= one[0].last)
    stretch, (left, right) = found
    return left + (day - stretch.first + later) * (right - left) / stretch.days


def test_on_a_linear_axis_a_mark_stands_to_a_pixel_where_its_day_is() -> None:
    texts = ("2000-01-01", "2001-03-17", "2004-07", "2005-01/2006-12-31", "2009-12-31")
    found = [Event(date=EventDate(text), title="t", kind="k") for text in texts]
    (page,) = _pages("lanes", found, by="kind", scale="linear", labels="none")
    marks = sorted(marks_of(page), key=lambda mark: int(mark.data["first"]))
    middles = [(int(mark.data["first"]) + int(mark.data["last"]) + 1) / 2 for mark in marks]
    places = [(mark.left + mark.right) / 2 for mark in marks]
    pixels = (places[-1] - places[0]) / (middles[-1] - middles[0])
    for middle, place in zip(middles, places, strict=True):
        assert place == pytest.approx(places[0] + (middle - middles[0]) * pixels, abs=1)
    lasting = next(mark for mark in marks if mark.right - mark.left > 40)
    days = int(lasting.data["last"]) - int(lasting.data["first"]) + 1
    assert lasting.right - lasting.left == pytest.approx(days * pixels, abs=1)


@pytest.mark.parametrize("view", ["timeline", "lanes"])
def test_every_title_is_whole_on_some_page(view: str) -> None:
    events_ = [event(f"20{at:02}-01-01", f"number {at} " + "word " * 30, kind="k") for at in range(20)]
    pages = _pages(view, events_, Sheet(height=500), by="kind")
    assert len(pages) > 1
    told = " ".join(words.text for page in pages for words in words_of(page))
    for one in events_:
        assert " ".join(one.title.split()) in told


def test_a_page_is_no_higher_than_asked_and_says_which_it_is() -> None:
    events_ = [event(f"{1900 + at}", f"event {at}") for at in range(60)]
    pages = _pages("timeline", events_, Sheet(height=700))
    for at, page in enumerate(pages, 1):
        assert float(root_of(page).attrib["height"]) <= 700
        assert f"page {at} of {len(pages)}" in page
    assert len(_pages("timeline", events_)) == 1


def test_letters_are_never_taken_for_narrower_than_arial_has_them() -> None:
    # Advances of Arial, in thousandths of the size.
    arial = {"a": 556, "m": 833, "W": 944, "i": 222, " ": 278, "0": 556, "é": 556, "Ж": 923, "—": 1000}
    for letter, advance in arial.items():
        assert width(letter, 1000) >= advance


def test_a_lane_of_a_source_has_the_dates_that_the_source_gives() -> None:
    sources = [{"publisher": "Handbook"}, {"publisher": "Gazette", "event_date": "1855-01-26"}]
    (page,) = _pages("lanes", [event("1855-02-07", "The treaty is signed", sources=sources)], by="source")
    days = [(mark.data["first"], mark.data["last"]) for mark in marks_of(page)]
    own, given = (str(EventDate(text).first_day) for text in ("1855-02-07", "1855-01-26"))
    assert days == [(own, own), (given, given)]
    (page,) = _pages("lanes", [event("1855-02-07", "The treaty is signed", sources=sources)], by="kind")
    assert len(marks_of(page)) == 2


def test_a_day_is_a_point_however_wide_the_axis_has_it() -> None:
    found = [event("2018-01-01", "First"), event("2019-05-06~", "Second")]
    (page,) = _pages("lanes", found, by="kind")
    assert axis_of(page)[0][1] - axis_of(page)[0][0] > 200  # one day has all of its stretch
    for mark in marks_of(page):
        assert mark.right - mark.left == pytest.approx(9)
