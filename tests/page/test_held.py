"""What the page is held to: it says and fetches nothing, no value is markup, everybody can use it, and it is small and fast."""

import os
import re
from pathlib import Path

import pytest
from browser import Browser
from outside import hostile_events
from page_driving import OPENED, search
from page_events import many, page_of

from timeline.formats import html


def test_nothing_is_said_asked_for_or_popped_up(page: Browser) -> None:
    for query in ("treaty", "zzz", ""):
        search(page, query)
        page.settled()
    page.run("document.querySelector('#end a').click()")
    page.until(OPENED)
    assert (page.said, page.requests, page.dialogs) == ([], [], [])


def test_no_value_is_markup(tab: Browser, tmp_path: Path) -> None:
    events = hostile_events()
    tab.emulate()
    tab.open(page_of(events, tmp_path / "page.html", title="</title><script>alert(1)</script>", by="actor"))
    count = "JSON.stringify([...document.querySelectorAll('body *')].reduce((all, one) => ({ ...all, [one.localName]: (all[one.localName] ?? 0) + 1 }), {}))"
    tags, attributes = set(), set()
    for event in events:
        shown = tab.run(f"showDialog(byId.get({event.id!r})); page.body.innerHTML.length")
        assert shown > 100
        tags |= {*tab.run("[...page.body.querySelectorAll('*')].map((one) => one.localName)")}
        attributes |= {
            *tab.run(
                "[...document.querySelectorAll('#_body *, #_list *')].flatMap((one) => one.getAttributeNames())"
            )
        }
        assert tab.run(
            "[...page.body.querySelectorAll('a')].every((one) => /^(https?:|#)/i.test(one.getAttribute('href')))"
        )
    assert tags <= {"p", "strong", "code", "dl", "div", "dt", "dd", "h3", "ol", "li", "ul", "blockquote", "a"}
    assert attributes <= {"href", "rel", "target", "id", "hidden", "class"}
    assert "script" not in tab.run(count).replace('"script":4', "").replace('"noscript"', "")
    titles = tab.run("[...document.querySelectorAll('#_list > ol > li > a')].length")
    assert titles == len(events)
    for by in ("actor", "tag", "kind", "place", ""):
        tab.run(f"page.by.value = {by!r}; search()")
        tab.settled()
    assert (tab.said, tab.requests, tab.dialogs) == ([], [], [])


def axe() -> str:
    path = next(
        (
            p
            for one in os.environ.get("NODE_PATH", "").split(":")
            if (p := Path(one, "axe-core/axe.min.js")).exists()
        ),
        None,
    )
    if path is None:
        pytest.skip("axe-core is in no folder of NODE_PATH")
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_no_violation(page: Browser, width: int, dark: bool) -> None:
    page.run(axe())
    check = "axe.run().then(({ violations }) => violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html}`)))"
    page.emulate(width=width, dark=dark)
    for script in ("", "search()", "showDialog(byId.get('end'))"):
        page.run(script)
        page.settled()
        assert page.run(check) == []


@pytest.mark.parametrize(("number", "runs"), [(8, 3), (2000, 3), (10_000, 5)])
def test_many_events_are_there_at_once_and_zoom_smoothly(
    tab: Browser, tmp_path: Path, number: int, runs: int
) -> None:
    path = page_of(many(number), tmp_path / "page.html")
    tab.emulate()
    ready, frames = [], []
    for _ in range(runs):
        tab.open(path)
        ready.append(tab.until("performance.getEntriesByName('ready')[0]?.startTime"))
        frames.append(tab.run("""(() => {
            const took = [];
            for (let step = 0; step < 80; step += 1) {
                const start = performance.now();
                picture.zoom(step < 40 ? 1.12 : 1 / 1.12, 600);
                picture.drawNow();
                picture.context.getImageData(0, 0, 1, 1);
                took.push(performance.now() - start);
            }
            return took.sort((one, other) => one - other)[75];
        })()"""))  # fmt: skip
    pieces = tab.run("[...document.querySelectorAll('#_list > ol')].map((list) => list.children.length)")
    assert pieces == ([number] if number <= 1000 else [100] * (number // 100))
    assert search(tab, '"matter 7"') == ["e7"]
    # The promise is 1.5 s and 25 ms; a machine of many others' tests gets three times that, in its best moment.
    assert min(ready) < 4500
    assert min(frames) < 75


def test_the_code_is_small() -> None:
    """At most 40 KB, comments and indentation aside."""
    folder = Path(__file__).parents[2] / "timeline" / "page"
    whole = "\n".join((folder / name).read_text(encoding="utf-8") for name in ("page.css", *html.SCRIPTS))
    code = re.sub(r"/\*.*?\*/", "", whole, flags=re.DOTALL)
    lines = [
        re.sub(r"^ +| // .*$", "", line) for line in code.splitlines() if not line.strip().startswith("//")
    ]
    assert len("\n".join(filter(None, lines)).encode()) <= 40 * 1024
