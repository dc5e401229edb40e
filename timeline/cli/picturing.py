"""A picture in files: one, or one for each of its pages."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from timeline.cli.words import note
from timeline.errors import UsageError
from timeline.store.output import check_collection, check_inputs, write_output
from timeline.views.options import Shown, ViewOptions
from timeline.views.paper.drawing import PAPER, svg_pages
from timeline.views.paper.page import html_page
from timeline.views.paper.pen import Sheet
from timeline.views.paper.raster import pdf, png
from timeline.views.picture import ending, page_names


def write_picture(
    view: str, shown: Sequence[Shown], options: ViewOptions, sheet: Sheet, path: Path, inputs: Iterable[Path]
) -> None:
    """Write a picture; of several pages the first has the name asked for. Nothing that is read is replaced."""
    end = ending(str(path))
    if end == ".html":
        write_output(path, [html_page(view, shown, options, sheet).encode()])
        return
    if view not in PAPER:
        raise UsageError(
            f"the view {view} has no picture for paper",
            hint="end the file in .html or .txt, or --view timeline",
        )
    pages = svg_pages(view, shown, options, sheet)
    # A PNG has no links, and what draws a PDF takes them for texts.
    bare = pages if end == ".svg" else svg_pages(view, shown, options, replace(sheet, links=False))
    if end == ".pdf":
        write_output(path, [pdf(bare, pages)])
        return
    files = page_names(path, len(pages))
    for file in files[1:]:
        check_inputs(file, inputs)
        check_collection(file)
    made = [png(page) if end == ".png" else page.encode() for page in bare]
    for file, data in zip(files, made, strict=True):
        write_output(file, [data])
    if len(files) > 1:
        note(f"{path}: {len(files)} pages, the last in {files[-1].name}")
