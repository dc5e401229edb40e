"""The page, driven in a real browser: what is drawn, opened, walked through, linked to and printed."""

from pathlib import Path

import pytest
from browser import Browser
from page_driving import OPENED, SHOWN, search
from page_events import few, many, page_of


def test_chips_show_and_hide_by_status(page: Browser) -> None:
    chips = page.run("[...page.chips.children].map((chip) => chip.textContent)")
    assert chips == ["reported 5", "disputed 1", "confirmed 1", "draft 1"]
    page.run("page.chips.children[0].click()")
    assert page.run(SHOWN) == ["occupation", "end", "patrols"]


def test_every_day_stands_where_the_axis_has_it(page: Browser) -> None:
    for year, month, day, number in [
        (-43, 3, 15, -735160),
        (1970, 1, 1, 0),
        (2023, 2, 10, 19398),
        (0, 2, 29, -719469),
    ]:
        assert page.run(f"Calendar.days({year}, {month}, {day})") == number
        assert page.run(f"JSON.stringify(Calendar.civil({number}))") == f"[{year},{month},{day}]"
    assert page.run("Calendar.civil(Calendar.days(170000002, 12, 31))") == [170000002, 12, 31]
    assert page.run("[-43, 44, 2018, 170000002].map((year) => Calendar.yearName(year))") == [
        "44 BC",
        "AD 44",
        "2018",
        "170,000,002",
    ]
    for share in (0, 0.3, 1):
        scale = f"(picture.least + {share} * (picture.greatest - picture.least))"
        same = f"""inTime.filter((event) => event.day > -1e6 && event.day < 1e6).every((event) => {{
            const place = picture.axis.place(event.day);
            const again = picture.axis.placeAt(Axis.pixels(place, {scale}) + {scale} / 2, {scale});
            return Math.floor(picture.axis.stretches[again.breaks].first + again.days - picture.axis.stretches[again.breaks].before) === event.day;
        }})"""
        assert page.run(same) is True


def test_long_silences_are_cut(page: Browser) -> None:
    assert len(page.run("picture.axis.stretches")) > 4
    page.run("page.cut.click()")
    assert len(page.run("picture.axis.stretches")) == 1


def test_doubt_is_hollow_pale_or_dashed_and_rivals_are_hollow(page: Browser) -> None:
    search(page, "date:1850..2023")
    pieces = "byId.get('{}').pieces.map((piece) => [piece.ink, Boolean(piece.doubt), piece.rival])"
    assert page.run(pieces.format("treaty")) == [[0, False, False], [0, False, True]]
    assert page.run(pieces.format("occupation")) == [[1, True, False]]
    assert page.run(pieces.format("talks")) == [[1, True, False], [2, False, False]]
    assert page.run("byId.get('patrols').pieces.at(-1).last") is None
    paint = """((id, piece) => {
        const item = picture.layout.items.find((one) => one.event.id === id), { from, to } = item.event.pieces[piece];
        const x = picture.gutter - picture.offset + (Axis.pixels(from, picture.scale) + Axis.pixels(to, picture.scale)) / 2;
        const [r, g, b] = picture.context.getImageData(Math.round(x), Math.round(42 + item.y), 1, 1).data;
        return r + g + b;
    })"""
    page.settled()
    day, rival = (page.run(f"{paint}('treaty', {number})") for number in (0, 1))
    assert rival == 765  # paper
    assert day < 400  # ink


def test_lanes_are_by_actor_under_one_name(page: Browser) -> None:
    for name in ("input", "change"):
        page.run(f"page.by.value = 'actor'; page.by.dispatchEvent(new Event('{name}', {{ bubbles: true }}))")
    lanes = page.run("picture.lanes.map((lane) => [lane.name, lane.events.length])")
    assert lanes == [
        ["Japan", 4],
        ["Russia", 3],
        ["Foreign Ministry", 1],
        ["Soviet Union", 1],
        ["(no actor)", 2],
    ]
    assert page.run("location.hash") == "#by=actor"
    colours = page.run("picture.layout.items.map((item) => item.event.colour(item.lane))")
    assert len(set(colours)) == len(lanes)


def test_labels_at_the_right_edge_stand_before_their_marks(tab: Browser, tmp_path: Path) -> None:
    for width in (1280, 390):
        tab.emulate(width=width)
        tab.open(page_of(many(8), tmp_path / "page.html"))
        last = tab.run(
            "(({ x0, labelAt, label }) => [x0, labelAt, label])(picture.layout.items.find((item) => item.event === inTime.at(-1)))"
        )
        x0, at, label = last
        assert at + label <= x0
        assert label > 60


def test_an_event_opens_with_all_that_is_known(page: Browser) -> None:
    page.run("document.querySelector('#end a').click()")
    assert page.until(OPENED) == "Ministry ends the talks"
    assert page.run("location.hash") == "#end"
    words = page.run("page.body.innerText")
    for said in ("21 Mar 2022", "2022-03-21", "It names sanctions.", "And Côte d'Ivoire.", "Russia, Foreign Ministry", "Moscow", "confirmed",
                 "no further round", "The Herald", "p. 3", "c. 1950 – 21 Mar 2022: Talks on a peace treaty"):  # fmt: skip
        assert said in words
    links = page.run(
        "[...page.body.querySelectorAll('a')].map((link) => [link.textContent, link.getAttribute('href')])"
    )
    assert links == [
        ["c. 1950 – 21 Mar 2022: Talks on a peace treaty", "#talks"],
        ["Talks end", "https://example.org/talks"],
        ["archived copy", "https://archive.example.org/talks"],
    ]
    page.run("page.body.querySelector('a').click()")
    assert (
        page.until("location.hash === '#talks' && document.getElementById('_title').textContent")
        == "Talks on a peace treaty"
    )
    assert "Before" in page.run("page.body.innerText")
    page.key("Escape")
    assert not page.run(OPENED)
    page.run("document.querySelector('#treaty a').click()")
    page.until(OPENED)
    assert "26 Jan 1855 (A letter)" in page.run("page.body.innerText")


def test_a_mark_is_opened_by_a_click_and_by_keys(page: Browser) -> None:
    search(page, "date:1850..2023")
    page.settled()
    x, y = page.run("""(() => {
        const item = picture.layout.items.find((one) => one.event.id === 'treaty'), box = page.canvas.getBoundingClientRect();
        return [box.x + item.x0 + 5 - picture.offset, box.y + 42 + item.y];
    })()""")
    page.click(x, y)
    assert page.until(OPENED) == "Treaty of Shimoda"
    page.key("ArrowRight")
    assert (
        page.until("document.getElementById('_title').textContent !== 'Treaty of Shimoda' && location.hash")
        == "#occupation"
    )
    page.key("Escape")
    page.run("page.canvas.focus()")
    page.key("Home")
    assert page.run("page.now.textContent") == "7 Feb 1855: Treaty of Shimoda"
    page.key("End", "ArrowLeft")
    assert page.run("picture.chosen.id") == "end"
    page.key("Enter")
    assert page.until(OPENED) == "Ministry ends the talks"


def test_zoom_keeps_what_is_under_the_pointer(page: Browser) -> None:
    search(page, "since:1945 -id:sun")
    page.settled()
    left, top = page.run("(({ x, y }) => [x, y])(page.canvas.getBoundingClientRect())")
    before = page.run("picture.axis.placeAt(picture.offset + 500, picture.scale).days")
    page.mouse("Wheel", left + 500, top + 60, deltaX=0, deltaY=-400, modifiers=2)
    page.until("picture.scale > picture.least * 1.5")
    assert page.run("picture.axis.placeAt(picture.offset + 500, picture.scale).days") == pytest.approx(
        before, rel=1e-3
    )
    offset = page.run("picture.offset")
    page.mouse("Pressed", left + 500, top + 100, button="left", clickCount=1)
    for x in (480, 460, 440):
        page.mouse("Moved", left + x, top + 100, button="left", buttons=1)
    page.mouse("Released", left + 440, top + 100, button="left", clickCount=1)
    assert page.run("picture.offset") == pytest.approx(offset + 60, abs=1)
    page.run("page.all.click()")
    assert page.run("picture.scale === picture.least") is True


def test_two_fingers_zoom(page: Browser) -> None:
    search(page, "since:1945 -id:sun")
    left, top = page.run("(({ x, y }) => [x, y])(page.canvas.getBoundingClientRect())")

    def touch(kind: str, *across: int) -> None:
        points = [{"x": left + x, "y": top + 80, "id": number} for number, x in enumerate(across)]
        page.ask("Input.dispatchTouchEvent", type=kind, touchPoints=points)

    page.ask("Emulation.setTouchEmulationEnabled", enabled=True, maxTouchPoints=2)
    touch("touchStart", 400, 500)
    for step in (20, 40, 60, 80):
        touch("touchMove", 400 - step, 500 + step)
    touch("touchEnd")
    page.ask("Emulation.setTouchEmulationEnabled", enabled=False)
    assert page.run("picture.scale / picture.least") > 1.8


def test_a_link_leads_to_an_event_and_to_a_search(tab: Browser, tmp_path: Path) -> None:
    tab.emulate()
    path = page_of(few(), tmp_path / "page.html")
    tab.open(path, "#end")
    assert tab.until(OPENED) == "Ministry ends the talks"
    assert tab.run("picture.chosen.id") == "end"
    tab.open(path, "#q=actor%3AJapan&by=tag")
    assert tab.run(SHOWN) == ["treaty", "talks", "month", "patrols"]
    assert tab.run("page.by.value") == "tag"
    tab.open(path, "#nobody")
    assert not tab.run(OPENED)
    assert tab.said == []


def test_dark_is_the_system_s(page: Browser) -> None:
    seen = []
    for dark in (False, True):
        page.emulate(dark=dark)
        page.settled()
        pixel = page.run("[...picture.context.getImageData(3, 60, 1, 1).data].slice(0, 3)")
        seen.append((pixel[0] > 128, page.run("getComputedStyle(document.body).backgroundColor")))
    assert seen == [(True, "rgb(255, 255, 255)"), (False, "rgb(20, 23, 26)")]


def test_without_scripts_the_list_says_everything(tab: Browser, tmp_path: Path) -> None:
    tab.emulate()
    tab.ask("Emulation.setScriptExecutionDisabled", value=True)
    try:
        tab.open(page_of(few(), tmp_path / "page.html", title="A treaty"))
        words = tab.text()
    finally:
        tab.ask("Emulation.setScriptExecutionDisabled", value=False)
    for said in (
        "A treaty",
        "Ministry ends the talks",
        "It names sanctions.",
        "no further round",
        "15 Mar 44 BC",
        "archived copy",
    ):
        assert said in words
    assert "Search" not in words
    assert "Lanes by kind" in words  # the picture
    assert tab.said == []


def test_paper_has_the_picture_and_what_is_found_with_its_sources(page: Browser) -> None:
    page.emulate(dark=True)
    page.ask("Emulation.setEmulatedMedia", media="print")
    try:
        page.run("dispatchEvent(new Event('beforeprint'))")
        assert page.run("document.querySelector('.still svg').checkVisibility()") is True
        assert (
            page.run(
                "['canvas', '.tools', '#_chips'].map((one) => document.querySelector(one).checkVisibility())"
            )
            == [False] * 3
        )
        words = page.run("document.querySelector('#end').innerText")
        assert "It names sanctions." in words
        assert "no further round" in words
        assert page.run("getComputedStyle(document.documentElement).getPropertyValue('--paper')") == "#fff"
        page.run("dispatchEvent(new Event('afterprint'))")
        assert page.run("document.querySelectorAll('.printed').length") == 0
        assert search(page, "talks") == ["talks", "end"]
        assert (
            page.run("document.querySelector('.still svg').checkVisibility()") is False
        )  # it shows all events
    finally:
        page.emulate()
    assert page.printed().startswith(b"%PDF")
    assert page.said == []
