"""PNG and PDF of a picture, by libraries that may be missing."""

import sys
from io import BytesIO
from struct import unpack
from types import SimpleNamespace

import pytest
from paper_reading import marks_of, words_of
from view_drawing import event, shipped

from timeline.errors import ExitCode, Unavailable
from timeline.views.options import Shown, ViewOptions
from timeline.views.paper import raster
from timeline.views.paper.drawing import svg_pages
from timeline.views.paper.pen import Sheet


def _pages(sheet: Sheet) -> list[str]:
    return svg_pages("timeline", [Shown(one) for one in shipped()], ViewOptions(), sheet)


def test_a_png_has_three_dots_a_pixel_and_letters() -> None:
    pytest.importorskip("resvg_py", reason="resvg-py is not installed")
    (page,) = _pages(Sheet(width=400))
    data = raster.png(page)
    width, height = unpack(">II", data[16:24])
    assert (data[:8], width) == (b"\x89PNG\r\n\x1a\n", 1200)
    assert f'height="{height // 3}"' in page
    assert data == raster.png(page)
    assert data != raster.png(page.replace("<tspan", "<desc").replace("</tspan", "</desc"))


def test_a_pdf_has_all_pages_and_their_text() -> None:
    pytest.importorskip("cairosvg", reason="CairoSVG is not installed", exc_type=ImportError)
    pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed")
    pages = _pages(Sheet(height=500))
    data = raster.pdf(pages, pages)
    read = pypdf.PdfReader(BytesIO(data))
    assert len(read.pages) == len(pages) > 1
    text = " ".join(page.extract_text() for page in read.pages)
    assert "Zakharova" in text
    assert data == raster.pdf(pages, pages)


def test_a_link_of_a_pdf_covers_the_mark_and_the_title_of_its_event() -> None:
    pytest.importorskip("cairosvg", reason="CairoSVG is not installed", exc_type=ImportError)
    pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed")
    source = {"title": "x", "url": "https://example.org/x"}
    shown = [Shown(event("2018", "First")), Shown(event("2019", "Second", sources=[source]))]
    linked, bare = (
        svg_pages("timeline", shown, ViewOptions(), Sheet(links=links)) for links in (True, False)
    )
    page = pypdf.PdfReader(BytesIO(raster.pdf(bare, linked))).pages[0]
    (link,) = (one.get_object() for one in page["/Annots"])
    assert link["/A"]["/URI"] == "https://example.org/x"
    left, bottom, right, top = map(float, link["/Rect"])
    (title,) = (words for words in words_of(linked[0]) if words.text == "Second")
    (mark,) = (mark for mark in marks_of(linked[0]) if mark.data["first"] == "17897")
    high = float(page.mediabox.height) / 0.75
    for x, y in (*title.corners, (mark.left + 1, title.corners[0][1]), (mark.right - 1, title.corners[2][1])):
        assert left - 0.1 <= x * 0.75 <= right + 0.1
        assert bottom - 0.1 <= (high - y) * 0.75 <= top + 0.1


@pytest.mark.parametrize(
    ("missing", "message"),
    [
        ("resvg_py", "drawing a PNG needs resvg-py"),
        ("cairosvg", "drawing a PDF needs CairoSVG and the library cairo"),
        ("pypdf", "drawing a PDF needs pypdf"),
    ],
)
def test_a_missing_library_is_told_with_the_extra_that_has_it(
    monkeypatch: pytest.MonkeyPatch, missing: str, message: str
) -> None:
    monkeypatch.setitem(sys.modules, "cairosvg", SimpleNamespace())
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(Unavailable) as caught:
        raster.png("") if missing == "resvg_py" else raster.pdf([""], [""])
    assert caught.value.message == message
    assert caught.value.hint == 'pip install "timeline[pictures]"'
    assert caught.value.exit_code == ExitCode.UNAVAILABLE


def test_a_machine_without_fonts_is_told_and_gets_no_picture_without_letters() -> None:
    bare = SimpleNamespace(svg_to_bytes=lambda **_: b"the same")
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "resvg_py", bare)
        with pytest.raises(Unavailable, match="this machine has no font to draw letters with"):
            raster.png("<svg/>")
