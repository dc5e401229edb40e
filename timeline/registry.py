"""Names that stand for things in other modules, imported when asked for and not before."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from importlib import import_module
from typing import Any, Generic, TypeVar, cast

from timeline.errors import Unavailable, UsageError, shown

T = TypeVar("T")


def optional(module: str, missing: str, extra: str) -> Any:
    """A module that an extra of the package brings; Unavailable, with what is `missing` and what installs it, without it.

    It may be there, and what it stands on not: cairosvg without cairo raises OSError.
    """
    try:
        return import_module(module)
    except (ImportError, OSError):
        raise Unavailable(missing, hint=f'pip install "timeline[{extra}]"') from None


class Registry(Mapping[str, str], Generic[T]):
    """A table of names whose rows are `module:attribute [word,word]`, as in a package's entry points.

    Reading the table imports nothing; `load` imports one row. The words in brackets, if any, say what the row can do
    before it is imported. `what` names a row in an error message.
    """

    def __init__(self, what: str, rows: Mapping[str, str]) -> None:
        self._what = what
        self._rows = dict(rows)

    def __getitem__(self, name: str) -> str:
        return self._rows[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def words(self, name: str) -> tuple[str, ...]:
        """The words in brackets behind a row; none for a name that has no row."""
        inside = self._rows.get(name, "").partition("[")[2].rstrip("]")
        return tuple(word.strip() for word in inside.split(",") if word.strip())

    def load(self, name: str) -> T:
        """The thing that `name` stands for; UsageError, with the nearest name, when there is none."""
        if name not in self._rows:
            # Letters that change places come first: "cvs" is nearer to "csv" than to "ics".
            near = sorted(get_close_matches(name, self._rows), key=lambda row: sorted(row) != sorted(name))
            hint = f'did you mean "{near[0]}"?' if near else f"one of: {', '.join(self._rows)}"
            raise UsageError(f"{self._what} {shown(name)} is not known", hint=hint)
        module, _, attribute = self._rows[name].partition(" [")[0].partition(":")
        return cast("T", getattr(import_module(module), attribute))
