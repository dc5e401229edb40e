"""Pictures as PNG and PDF, from their SVG, by libraries that only those install who want them.

PNG is drawn by resvg: 3 MB, 1 ms to import, and a letter that one font lacks is taken from another. It writes no PDF:
that is drawn by CairoSVG (0.18 s to import), with text that can be searched, and the letters of one font.
Its links are added by pypdf, which joins the pages.
"""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from timeline.errors import Unavailable
from timeline.registry import optional
from timeline.views.paper.links import links_of
from timeline.views.paper.pen import FONT

_ZOOM = 3  # of a picture of 96 dots an inch: 288, as printers want
_POINT = 0.75  # points of a pixel
_EXTRA = "pictures"
# In the families of a picture: what a system calls its serif may not be installed.
_LETTER = f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text y="9" font-family="{FONT}">{{}}</text></svg>'


def png(svg: str) -> bytes:
    """A page as PNG. Unavailable where the library is missing, or the machine has no font."""
    resvg = optional("resvg_py", "drawing a PNG needs resvg-py", _EXTRA)
    if not _has_fonts(resvg):
        raise Unavailable(
            "this machine has no font to draw letters with", hint="install one, such as DejaVu Sans"
        )
    return bytes(resvg.svg_to_bytes(svg_string=svg, zoom=_ZOOM))


def pdf(pages: Sequence[str], linked: Sequence[str]) -> bytes:
    """All pages as one PDF, with the links of the events on the `linked` ones. Unavailable where a library is missing."""
    cairo = optional("cairosvg", "drawing a PDF needs CairoSVG and the library cairo", _EXTRA)
    pypdf = optional("pypdf", "drawing a PDF needs pypdf", _EXTRA)
    link = optional("pypdf.annotations", "drawing a PDF needs pypdf", _EXTRA).Link
    joined = pypdf.PdfWriter()
    for number, (page, links) in enumerate(zip(pages, linked, strict=True)):
        joined.append(BytesIO(cairo.svg2pdf(bytestring=page.encode())))
        high = float(joined.pages[number].mediabox.height)
        for address, (left, top, right, bottom) in links_of(links):
            box = left * _POINT, high - bottom * _POINT, right * _POINT, high - top * _POINT
            joined.add_annotation(number, link(rect=box, url=address, border=[0, 0, 0]))
    joined.metadata = None  # the time is no part of a picture
    out = BytesIO()
    joined.write(out)
    return out.getvalue()


def _has_fonts(resvg: Any) -> bool:
    return bool(
        resvg.svg_to_bytes(svg_string=_LETTER.format("M"))
        != resvg.svg_to_bytes(svg_string=_LETTER.format(""))
    )
