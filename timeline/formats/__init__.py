"""Other people's files: one module a format, one row here, and the endings of its files."""

from collections.abc import Iterable
from pathlib import PurePath

from timeline.errors import UsageError, shown
from timeline.formats.format import Format
from timeline.registry import Registry

FORMATS: Registry[Format] = Registry(
    "format",
    {  # in brackets whether it comes in and goes out, and is no text or a folder, which options of an export it reads, its files' endings
        "csv": "timeline.formats.csv:FORMAT [in,out,plain,bom,.csv]",
        "jsonl": "timeline.formats.jsonl:FORMAT [in,out,.jsonl,.ndjson]",
        "json": "timeline.formats.json:FORMAT [in,out,.json,<.geojson]",
        "yaml": "timeline.formats.yaml:FORMAT [in,out,.yaml,.yml]",
        "xlsx": "timeline.formats.workbook:XLSX [in,out,binary,title,.xlsx,<.xlsm,<.xlsb,<.xls]",
        "ods": "timeline.formats.workbook:ODS [in,.ods]",
        "parquet": "timeline.formats.parquet:FORMAT [out,binary,.parquet]",
        "md": "timeline.formats.md:FORMAT [out,.md]",
        "narrative": "timeline.formats.narrative:FORMAT [out,by,title,.md]",
        "ics": "timeline.formats.ics:FORMAT [in,out,.ics]",
        "timelinejs": "timeline.formats.timelinejs:FORMAT [in,out,by,title,.json]",
        "timelinejs-csv": "timeline.formats.timelinejs_csv:FORMAT [out,by,.csv]",
        "mermaid": "timeline.formats.mermaid:FORMAT [out,by,title,.mmd,.mermaid,.md]",
        "markwhen": "timeline.formats.markwhen:FORMAT [in,out,by,title,.mw,.md]",
        "geojson": "timeline.formats.geojson:FORMAT [out,.geojson,.json]",
        "notes": "timeline.formats.notes:FORMAT [in,out,folder]",
        "bibtex": "timeline.formats.bibtex:FORMAT [in,out,.bib]",
        "csl": "timeline.formats.csl:FORMAT [in,out,.csl,.json]",
        "html": "timeline.formats.html:FORMAT [out,by,title,no-summaries,.html]",
        "docx": "timeline.formats.pandoc:DOCX [out,binary,by,title,.docx]",
        "odt": "timeline.formats.pandoc:ODT [out,binary,by,title,.odt]",
        "pdf": "timeline.formats.pandoc:PDF [out,binary,by,title,.pdf]",
    },
)


def endings(name: str = "", way: str = "") -> tuple[str, ...]:
    """How the files of a format end, or those of all formats, that go one way, `in` or `out`; "<" marks what is only read.

    >>> endings("jsonl")
    ('.jsonl', '.ndjson')
    """
    signs = "." if way == "out" else ".<"
    words = (word for one in ([name] if name else going(way)) for word in FORMATS.words(one))
    return tuple(dict.fromkeys(word.removeprefix("<") for word in words if word[0] in signs))


def going(way: str = "") -> list[str]:
    """The names of the formats that can be read (`in`), or written (`out`)."""
    return [name for name in FORMATS if not way or way in FORMATS.words(name)]


def format_of(path: PurePath, way: str = "in") -> str:
    """The name of the first format that a file's ending says; CSV where it says none."""
    ending = path.suffix.lower()
    return next((name for name in going(way) if ending in endings(name)), "csv")


def check_way(name: str, way: str) -> None:
    """Refuse a format that there is not, or that does not go that way."""
    if name not in FORMATS:
        FORMATS.load(name)  # tells which there are
    if way not in FORMATS.words(name):
        if way == "in" and (reader := _reader_of(name)):
            raise UsageError(f"{name} is only written, and read as {reader}", hint=f"write -f {reader}")
        verb = "read" if way == "in" else "written"
        raise UsageError(f"{name} cannot be {verb}", hint=f"one of: {', '.join(going(way))}")


def _reader_of(name: str) -> str:
    """The format that reads the files of one that is only written, where its row says so; else nothing."""
    signs = {f"<{one}" for one in endings(name)}
    return next((one for one in going("in") if signs & {*FORMATS.words(one)}), "")


def check_options(name: str, options: Iterable[str]) -> None:
    """Refuse an option of an export that the format does not read, and name the first that does."""
    for option in (one.replace("_", "-") for one in options):
        if option not in FORMATS.words(name):
            other = next(one for one in FORMATS if option in FORMATS.words(one))
            raise UsageError(
                f"--{option} says nothing to the format {name}", hint=f"leave it out, or add -f {other}"
            )


def format_to_write(path: PurePath | None, asked: str = "") -> str:
    """The name of the format that is asked for, or that the ending of an output says; CSV where neither says any.

    UsageError where the ending says another format than the one that is asked for, or none that there is.
    """
    if asked:
        check_way(asked, "out")
    ending = path.suffix.lower() if path else ""
    if not path or not ending or (not endings(asked, "out") and ending not in endings("", "out")):
        return asked or "csv"
    if ending not in endings(asked, "out"):
        which = next((name for name in going("out") if ending in endings(name, "out")), "no format")
        hint = f"end it in {' or '.join(endings(asked, 'out'))}" if endings(asked, "out") else "name a folder"
        raise UsageError(
            f"{path}: {shown(path.suffix)} is the ending of {which}{f', not of {asked}' if asked else ''}",
            hint=f"{hint}, or leave out -f" if which in FORMATS else hint,
        )
    return asked or format_of(path, "out")
