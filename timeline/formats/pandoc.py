"""Documents for a word processor, and PDF: the narrative, set by pandoc where that is installed."""

import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from timeline.errors import Unavailable, shown
from timeline.formats.format import Format, WriteOptions, Writer
from timeline.formats.narrative import CARRIES
from timeline.formats.narrative import write as narrative
from timeline.model import Event

# Nothing that the narrative does not write is read: no TeX, no HTML, no metadata, and quotation marks stay as they are.
_READ = (
    "markdown-smart-raw_tex-raw_html-raw_attribute-tex_math_dollars-yaml_metadata_block-citations-example_lists"
    "-fancy_lists-implicit_figures-latex_macros-auto_identifiers"
)
# What makes a PDF, those first that have a letter for every script.
_ENGINES = ("weasyprint", "typst", "wkhtmltopdf", "lualatex", "xelatex", "tectonic", "pdflatex")
_INSTALL = "install pandoc, which Debian and Homebrew have by that name: https://pandoc.org/installing.html"


def _writer(ending: str) -> Writer:
    """A writer of files that end so."""

    def write(events: Iterable[Event], options: WriteOptions) -> Iterator[bytes]:
        """The file, in one piece."""
        program = shutil.which("pandoc")
        if program is None:
            raise Unavailable(f"{ending} is made by pandoc, which is not installed", hint=_INSTALL)
        text = "".join(narrative(events, options))
        failures = []
        for engine in _engines(ending):
            # A file and not a pipe: an engine for PDF wants a folder of its own for what it makes on the way.
            with TemporaryDirectory() as folder:
                made = Path(folder, f"out.{ending}")
                words = [program, "--from", _READ, "--standalone", "--metadata", "pagetitle=Timeline"]
                done = subprocess.run(  # noqa: S603 - no shell, and no word of the user's
                    [*words, *engine, "--output", str(made)],
                    input=text.encode(),
                    capture_output=True,
                    cwd=folder,
                    check=False,
                )
                if done.returncode == 0 and made.exists():
                    yield made.read_bytes()
                    return
                failures += done.stderr.decode(errors="replace").strip().splitlines()[:1]
        raise Unavailable(f"pandoc made no {ending}: {shown('; '.join(failures))}", hint="add -f narrative")

    return write


def _engines(ending: str) -> list[list[str]]:
    """The words by which pandoc is told what makes a PDF, each of what is installed in turn."""
    if ending != "pdf":
        return [[]]
    found = [[f"--pdf-engine={name}"] for name in _ENGINES if shutil.which(name)]
    if not found:
        raise Unavailable(
            "pdf is made by a program that pandoc calls, and none is installed",
            hint=f"install one of {', '.join(_ENGINES)}",
        )
    return found


DOCX = Format(write=_writer("docx"), carries=CARRIES)
ODT = Format(write=_writer("odt"), carries=CARRIES)
PDF = Format(write=_writer("pdf"), carries=CARRIES)
