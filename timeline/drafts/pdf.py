"""The text of a PDF, read by pypdf in a process of its own: no file can take more than its share of time and memory.

A few kilobytes can ask for gigabytes, or for a walk without end, wherever a reader has no limit for it. The system has.
"""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from timeline.drafts import pdf_pages
from timeline.registry import optional

PATIENCE = 20.0  # seconds for one file: 500 pages of text


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfText:
    """The text of a PDF as far as it was read, and why no farther; `""` where that is all of it."""

    text: str
    stopped: str = ""


def is_pdf(data: bytes) -> bool:
    """Whether these bytes begin as a PDF does."""
    return data[:1024].lstrip().startswith(b"%PDF-")


def pdf_text(data: bytes, name: str, *, patience: float = PATIENCE) -> PdfText:
    """The text of all pages, one below another; Unavailable without the library."""
    optional("pypdf", f"{name}: reading PDF needs pypdf", "pdf")
    # By its path, with nothing put in front of the library's own: it is no part of the package there.
    command = [sys.executable, "-P", str(Path(pdf_pages.__file__))]
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            command,
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=patience,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        return PdfText(text=_text(error.stdout), stopped=f"reading it takes longer than {patience:g} seconds")
    stopped = "" if done.returncode == 0 else pdf_pages.REASONS.get(done.returncode, pdf_pages.BROKEN)
    return PdfText(text=_text(done.stdout), stopped=stopped)


def _text(written: bytes | None) -> str:
    return (written or b"").decode(errors="replace")
