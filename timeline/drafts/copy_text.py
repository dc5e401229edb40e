"""The text of a kept copy in which a quote may stand: of plain text, Markdown, HTML and PDF."""

import re
from dataclasses import dataclass

from timeline.drafts.pages import read_page, whole_text
from timeline.drafts.pdf import is_pdf, pdf_text
from timeline.drafts.quoting import Searched
from timeline.errors import InvalidData

LARGEST = 64 << 20  # bytes of a PDF, which are pictures mostly
_LARGEST_TEXT = 16 << 20  # bytes of any other file: HTML that is made to be slow takes 20 s
_MARKDOWN = (".md", ".markdown")
_LAID_OUT = (".mht", ".mhtml", ".eml", ".rtf")  # text, but not as one reads it
_link = re.compile(r"!?\[([^\[\]]{0,300})\]\([^()\s]{0,2000}\)")
_mark = re.compile(r"^[ \t]{0,3}(?:>[> ]*|#{1,6} )|[*_`]{1,3}|\\([^\w\s])", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyText:
    """The texts in one of which a quote should stand, the likeliest first, and why that cannot be told of all of the copy."""

    texts: tuple[Searched, ...] = ()
    stopped: str = ""


def copy_text(data: bytes | None, name: str) -> CopyText:
    """The text of a copy with these bytes, None where there are too many; Unavailable where reading it takes an extra.

    A page is its article, and then everything on it: what is quoted may be the headline, or a caption.
    """
    pdf = data is not None and is_pdf(data)
    if data is None or (len(data) > _LARGEST_TEXT and not pdf):
        return CopyText(stopped="it is too large")
    if name.lower().endswith(_LAID_OUT):
        return CopyText(stopped="such files are not read: keep it as HTML, text or PDF")
    if pdf:
        read = pdf_text(data, name)
        texts, stopped = [read.text], read.stopped
    else:
        try:
            texts, stopped = [read_page(data, name).text, whole_text(data, name)], ""
        except InvalidData:
            return CopyText(stopped="it is no text, nor PDF")
    if name.lower().endswith(_MARKDOWN):
        texts.append(_unmarked(texts[-1]))
    if not stopped and not any(text.strip() for text in texts):
        stopped = "there is no text in it"
    return CopyText(texts=tuple(map(Searched, texts)), stopped=stopped)


def _unmarked(text: str) -> str:
    """Markdown without its marks."""
    return _mark.sub(r"\1", _link.sub(r"\1", text))
