"""Named tuples as `typing` makes them, at a sixth of what a class of its costs: a draft starts with sixty of them."""

import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Self

__all__ = ["NamedTuple"]

if TYPE_CHECKING or sys.version_info >= (
    3,
    14,
):  # where a class does not know its annotations until it is made
    from typing import NamedTuple
else:
    from collections import _tuplegetter
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

    new = tuple.__new__
    # By the number of fields, of most: to compile one takes 0.3 M instructions, in every command.
    _makers: dict[int, Callable[..., Any]] = {
        2: lambda cls, a, b: new(cls, (a, b)),
        3: lambda cls, a, b, c: new(cls, (a, b, c)),
        4: lambda cls, a, b, c, d: new(cls, (a, b, c, d)),
        5: lambda cls, a, b, c, d, e: new(cls, (a, b, c, d, e)),
        6: lambda cls, a, b, c, d, e, f: new(cls, (a, b, c, d, e, f)),
        7: lambda cls, a, b, c, d, e, f, g: new(cls, (a, b, c, d, e, f, g)),
        8: lambda cls, a, b, c, d, e, f, g, h: new(cls, (a, b, c, d, e, f, g, h)),
        9: lambda cls, a, b, c, d, e, f, g, h, i: new(cls, (a, b, c, d, e, f, g, h, i)),
        10: lambda cls, a, b, c, d, e, f, g, h, i, j: new(cls, (a, b, c, d, e, f, g, h, i, j)),
    }

    def _code(size: int) -> CodeType:
        """The code that makes a tuple of so many fields: with other names it is the same."""
        if size not in _makers:
            names = ", ".join(f"field{at}" for at in range(size))
            _makers[size] = eval(f"lambda cls, {names}: new(cls, ({names},))")  # noqa: S307
        return _makers[size].__code__

    class _NamedTuple(type):
        """Makes the class of a tuple of what another class says: its fields, their defaults, and what else is in it."""

        def __new__(cls, name: str, _bases: tuple[Any, ...], said: dict[str, Any]) -> type:
            fields = tuple(said.get("__annotations__", ()))
            defaults = {field: said[field] for field in fields if field in said}
            code = _code(len(fields)).replace(
                co_varnames=("cls", *fields), co_name="__new__", co_qualname=f"{name}.__new__"
            )
            makes = FunctionType(code, {"new": new}, "__new__", tuple(defaults.values()))
            getters = {field: _tuplegetter(at, None) for at, field in enumerate(fields)}
            own = {"_fields": fields, "_field_defaults": defaults, "__match_args__": fields, "__new__": makes}
            return type(name, (_Fields,), {"__slots__": (), **said, **getters, **own})

    NamedTuple = type.__new__(_NamedTuple, "NamedTuple", (), {})
