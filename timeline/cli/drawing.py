"""How a picture is asked for: the options of drawing, and where the picture goes."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, cast

import typer

from timeline.cli.completing import completed
from timeline.cli.options import Choice, NoPager, path_option, text_option
from timeline.cli.screen import draw, is_piped, wants_ascii
from timeline.cli.settings import asked
from timeline.errors import UsageError, shown
from timeline.tuples import NamedTuple
from timeline.views import COUNTING, VIEWS, check_read
from timeline.views.options import WORDS, Shown, ViewOptions

if TYPE_CHECKING:
    from timeline.config import Config
    from timeline.naming import Names
    from timeline.query.company import Bunch, Company
    from timeline.views.drawn import View


def _readers(option: str) -> str:
    """The views that read an option, as help names them."""
    return ", ".join(name for name in VIEWS if option in VIEWS.words(name)).capitalize()


class Drawing(NamedTuple):
    """How the picture is drawn, and where it goes."""

    view: Annotated[
        str,
        typer.Option(metavar="VIEW", autocompletion=completed("views"), help=f"One of {', '.join(VIEWS)}."),
    ] = "timeline"
    by: Annotated[
        str,
        text_option(
            "FIELD",
            f"{_readers('by')}: by actor, tag, kind, place, source, status, file or any other field; a matrix by two: kind,actor.",
            "lanes",
        ),
    ] = ""
    top: Annotated[
        int | None,
        typer.Option(
            metavar="N", min=1, show_default=False, help=f"{_readers('top')}: the N that have most events."
        ),
    ] = None
    labels: Annotated[
        str,
        text_option(
            "WHICH",
            f"{_readers('labels')}: fit, titles as far as they fit; all, numbers with a key below; or none.",
            "labels",
        ),
    ] = ""
    columns: Annotated[
        str, text_option("NAMES", f"{_readers('columns')}: date,title,kind and any other field.", "columns")
    ] = ""
    per: Annotated[
        str,
        text_option("PERIOD", f"{_readers('per')}: day, week, month, quarter, year or decade.", "periods"),
    ] = ""
    scale: Annotated[
        str,
        text_option("SCALE", f"{_readers('scale')}: broken, with long silences cut, or linear.", "scales"),
    ] = ""
    gaps: Annotated[
        int | None,
        typer.Option(
            metavar="N", min=1, show_default=False, help="List the N longest silences: --view gaps."
        ),
    ] = None
    diff: Annotated[
        str | None,
        text_option(
            "OTHER",
            "Only what OTHER lacks or tells differently: a file, a folder, or a revision in git, as HEAD~1.",
            "revisions",
        ),
    ] = None
    context: Annotated[
        int,
        typer.Option(
            metavar="N", min=0, show_default=False, help="Also draw the N neighbours of each event."
        ),
    ] = 0
    output: Annotated[
        Path | None, path_option("FILE", "Write FILE.svg, .png, .pdf, .html or .txt.", "--output", "-o")
    ] = None
    title: Annotated[str, text_option("TEXT", "Above the picture in a file.")] = ""
    caption: Annotated[str, text_option("TEXT", "Below the title of the picture in a file.")] = ""
    dark: Annotated[bool, typer.Option("--dark", help="A picture in a file: light on dark.")] = False
    width: Annotated[
        int | None,
        typer.Option(metavar="N", min=40, max=1000, show_default=False, help="Draw N columns wide."),
    ] = None
    ascii_: Annotated[bool, typer.Option("--ascii", help="Draw with ASCII characters only.")] = False
    no_color: Annotated[bool, typer.Option("--no-color", help="Draw without colour.")] = False
    no_pager: NoPager = False

    def placed(self, inputs: Iterable[Path]) -> "Drawing":
        """The drawing with its file judged: no input, and named like a picture; standard output is no file."""
        if self.output is None:
            self._check_words(text=True)
            return self
        # Only for those who write a file: 12 ms.
        from timeline.cli.destination import destination  # noqa: PLC0415
        from timeline.store.output import check_collection, is_stream  # noqa: PLC0415
        from timeline.views.picture import ending  # noqa: PLC0415

        output = destination(self.output, self._read(inputs))
        text = output is None or is_stream(output)
        if output is not None and not text:
            text = ending(str(output)) == ".txt"
            check_collection(output)
        self._check_words(text=text)
        return self._replace(output=output)

    def _read(self, inputs: Iterable[Path]) -> list[Path]:
        return [*inputs, *([Path(self.diff)] if self.diff else [])]

    def _check_words(self, *, text: bool) -> None:
        """Refuse words that only a picture in a file shows."""
        for name in ("title", "caption"):
            if text and getattr(self, name):
                raise UsageError(
                    f"--{name} says nothing to what is drawn as text",
                    hint="add -o FILE.svg, .png, .pdf or .html",
                )

    def compared(self, choice: Choice) -> str | None:
        """The collection or revision to compare with, if any; UsageError where only ours would be told as of a day."""
        if self.diff is not None and choice.as_of:
            raise UsageError(
                "--diff compares what files say now, and --as-of what was known", hint="give one of the two"
            )
        return self.diff

    @property
    def drawn(self) -> str:
        """The view: the one asked for, or that of the longest silences."""
        return "gaps" if self.gaps is not None and self.view == "timeline" else self.view

    def bunches(self, events: "Company", names: "Names | None") -> "Iterable[Bunch]":
        """The events in bunches, of a picture that counts them; none where it draws each."""
        if self.output is not None or self.context:
            return ()
        if self.drawn == "lanes" and self.labels != "all":
            return events.in_lanes(self.by or "actor", self.top, names)
        if self.drawn not in COUNTING:
            return ()
        # What names lanes is for views that have them: 1 ms.
        from timeline.query.lanes import fields_of  # noqa: PLC0415

        by = self.by or ("actor" if self.drawn == "matrix" else "")
        return events.bunches((*COUNTING[self.drawn], *(fields_of(by) if by else ())))

    def view_options(self, choice: Choice, today: int, settings: "Config | None" = None) -> ViewOptions:
        """What a view is told."""
        names = ("by", "top", "labels", "columns", "per", "scale", "gaps")
        check_read(self.drawn, asked({name: getattr(self, name) for name in names}, settings))
        for name, words in WORDS.items():
            value = getattr(self, name)
            if value and value not in words:
                raise UsageError(f"{name} {shown(value)} is not known", hint=f"one of: {', '.join(words)}")
        return ViewOptions(
            by=self.by or None,
            per=self.per or None,
            columns=tuple(name for part in self.columns.split(",") if (name := part.strip())),
            top=self.top,
            labels=cast("Literal['fit', 'all', 'none']", self.labels or "fit"),
            scale="linear" if self.scale == "linear" else "broken",
            gaps=10 if self.gaps is None else self.gaps,
            today=today,
            ascii=self.ascii_ or (self.output is None and wants_ascii()),
            unbroken=self.output is None and self.width is None and is_piped(),
            ordered_by=choice.order,
            reversed=choice.reverse,
            names=settings.names if settings else None,
        )

    def put(
        self, view: "View", events: Sequence[Shown], options: ViewOptions, inputs: Iterable[Path]
    ) -> None:
        """Draw the events on the terminal, or write their picture to the file, and to none of the inputs."""
        if self.output is None:
            picture = view(events, options)
            draw(picture, width=self.width, no_color=self.no_color, pager=not self.no_pager)
            return
        # Only for those who write a file: 12 ms and more.
        from timeline.store.output import is_stream, write_output  # noqa: PLC0415
        from timeline.views.picture import DEFAULT_COLUMNS, ending, plain, size  # noqa: PLC0415

        if is_stream(self.output) or ending(str(self.output)) == ".txt":
            words = plain(view(events, options), self.width or DEFAULT_COLUMNS)
            write_output(self.output, [words.encode()])
            return
        from timeline.cli.picturing import write_picture  # noqa: PLC0415
        from timeline.views.paper.pen import Sheet  # noqa: PLC0415

        width, height = size(self.width)
        sheet = Sheet(title=self.title, caption=self.caption, dark=self.dark, width=width, height=height)
        write_picture(self.drawn, events, options, sheet, self.output, self._read(inputs))
