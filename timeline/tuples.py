"""Named tuples as `typing` makes them, at a sixth of what a class of its costs: a draft starts with sixty of them."""

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Self

__all__ = ["NamedTuple"]

if TYPE_CHECKING or sys.version_info >= (
    3,
    14,
):  # where a class does not know its annotations until it is made
    from typing import NamedTuple
else:
    from collections import _tuplegetter
    from functools import cache
    from types import CodeType, FunctionType

    class _Fields(tuple):
        """What every named tuple can do: `typing` sets it anew on each class, which takes longer than all the rest."""

        __slots__ = ()

        @classmethod
        def _make(cls, values: Iterable[Any]) -> Self:
            return cls(*values)

        def _replace(self, **changes: Any) -> Self:
            made = self._make(map(changes.pop, self._fields, self))
            if changes:
                raise ValueError(f"there are no such fields: {list(changes)}")
            return made

        def _asdict(self) -> dict[str, Any]:
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self) -> str:
            said = ", ".join(f"{name}={value!r}" for name, value in self._asdict().items())
            return f"{type(self).__name__}({said})"

        def __getnewargs__(self) -> tuple[Any, ...]:
            return tuple(self)

    @cache
    def _code(size: int) -> CodeType:
        """The code that makes a tuple of so many fields: compiled once, for with other names it is the same."""
        names = ", ".join(f"field{at}" for at in range(size))
        return eval(f"lambda cls, {names}: new(cls, ({names},))").__code__  # noqa: S307

    class _NamedTuple(type):
        """Makes the class of a tuple of what another class says: its fields, their defaults, and what else is in it."""

        def __new__(cls, name: str, _bases: tuple[Any, ...], said: dict[str, Any]) -> type:
            fields = tuple(said.get("__annotations__", ()))
            defaults = {field: said[field] for field in fields if field in said}
            code = _code(len(fields)).replace(
                co_varnames=("cls", *fields), co_name="__new__", co_qualname=f"{name}.__new__"
            )
            new = FunctionType(code, {"new": tuple.__new__}, "__new__", tuple(defaults.values()))
            getters = {field: _tuplegetter(at, None) for at, field in enumerate(fields)}
            own = {"_fields": fields, "_field_defaults": defaults, "__match_args__": fields, "__new__": new}
            return type(name, (_Fields,), {"__slots__": (), **said, **getters, **own})

    NamedTuple = type.__new__(_NamedTuple, "NamedTuple", (), {})
