"""How soon the exported page is ready, and how long its frames take while it is zoomed, beside vis-timeline of npm.

    NODE_PATH=.../node_modules python benchmarks/page.py [--runs 5]

In a Chromium without a head, of 1,280 by 900 pixels. Ready is when the first picture has been drawn, from the start of the
navigation; a frame is the time from one to the next while every one of 60 zooms a little further in or out, the 95th of 100.
"""

import argparse
import os
import statistics
import sys
import tempfile
from collections.abc import Sequence
from json import dumps
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from browser import Browser, browser
from page_events import many, page_of

NUMBERS = (8, 2000, 10_000)
FRAMES = """new Promise((done) => {
    const took = [];
    let before = performance.now(), step = 0;
    requestAnimationFrame(function frame() {
        const now = performance.now();
        if (step > 0) took.push(now - before);
        before = now;
        if (step === 60) return done(took.sort((one, other) => one - other)[57]);
        ZOOM(step < 30);
        step += 1;
        requestAnimationFrame(frame);
    });
})"""
OURS = "((closer) => picture.zoom(closer ? 1.12 : 1 / 1.12, 600))"
THEIRS = "((closer) => closer ? timeline.zoomIn(0.12, { animation: false }) : timeline.zoomOut(0.12, { animation: false }))"
PAGE = """<!DOCTYPE html><meta charset="utf-8"><title>vis-timeline</title>
<link rel="stylesheet" href="{style}"><div id="here"></div><script src="{script}"></script>
<script>
const timeline = new vis.Timeline(document.getElementById("here"), new vis.DataSet({items}), {{ height: "600px" }});
timeline.on("changed", () => performance.getEntriesByName("ready").length || requestAnimationFrame(() => performance.mark("ready")));
</script>
"""


def rival(number: int, path: Path, package: Path) -> Path:
    """A page of vis-timeline with the same events."""
    items = [
        {"id": at, "content": event.title, "start": f"{event.date.text}-01"[:10]}
        for at, event in enumerate(many(number))
    ]
    style = (package / "styles/vis-timeline-graph2d.min.css").as_uri()
    script = (package / "standalone/umd/vis-timeline-graph2d.min.js").as_uri()
    path.write_text(PAGE.format(style=style, script=script, items=dumps(items)), encoding="utf-8")
    return path


def measured(tab: Browser, path: Path, zoom: str, runs: int) -> tuple[float, float]:
    """The medians of when it was ready and of the slow frames, in milliseconds."""
    ready, frames = [], []
    for _ in range(runs):
        tab.open(path)
        ready.append(tab.until("performance.getEntriesByName('ready')[0]?.startTime", 120))
        tab.settled()
        frames.append(tab.run(FRAMES.replace("ZOOM", zoom)))
    return statistics.median(ready), statistics.median(frames)


def compare(runs: int, package: Path | None, numbers: Sequence[int] = NUMBERS) -> None:
    """Print a line a number of events and page."""
    with tempfile.TemporaryDirectory() as folder, browser() as tab:
        tab.emulate()
        for number in numbers:
            pages = {"timeline": (page_of(many(number), Path(folder, "ours.html")), OURS)}
            if package:
                pages["vis-timeline"] = rival(number, Path(folder, "theirs.html"), package), THEIRS
            for name, (path, zoom) in pages.items():
                ready, frame = measured(tab, path, zoom, runs)
                print(
                    f"{number:6} events  {name:12}  ready {ready:7.0f} ms   frames {frame:7.1f} ms",
                    flush=True,
                )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--events", type=int, nargs="*", default=NUMBERS)
    given = options.parse_args()
    folders = [Path(one, "vis-timeline") for one in os.environ.get("NODE_PATH", "").split(":") if one]
    compare(given.runs, next((one for one in folders if one.exists()), None), given.events)


if __name__ == "__main__":
    main()
