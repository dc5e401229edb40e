"""PNG and PDF of a picture, by libraries that may be missing."""

import sys
from io import BytesIO
from struct import unpack
from types import SimpleNamespace

import pytest
from view_drawing import shipped

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
    data = raster.pdf(pages)
    read = pypdf.PdfReader(BytesIO(data))
    assert len(read.pages) == len(pages) > 1
    text = " ".join(page.extract_text() for page in read.pages)
    assert "Zakharova" in text
    assert data == raster.pdf(pages)


@pytest.mark.parametrize(
    ("missing", "message"),
    [
        ("resvg_py", "drawing a PNG needs resvg-py"),
        ("cairosvg", "drawing a PDF needs CairoSVG and the library cairo"),
    ],
)
def test_a_missing_library_is_told_with_the_extra_that_has_it(
    monkeypatch: pytest.MonkeyPatch, missing: str, message: str
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(Unavailable) as caught:
        raster.png("") if missing == "resvg_py" else raster.pdf([""])
    assert caught.value.message == message
    assert caught.value.hint == 'pip install "timeline[pictures]"'
    assert caught.value.exit_code == ExitCode.UNAVAILABLE


def test_a_machine_without_fonts_is_told_and_gets_no_picture_without_letters() -> None:
    bare = SimpleNamespace(svg_to_bytes=lambda **_: b"the same")
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "resvg_py", bare)
        with pytest.raises(Unavailable, match="this machine has no font to draw letters with"):
            raster.png("<svg/>")
