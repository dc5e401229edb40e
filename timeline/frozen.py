"""Frozen values that every command makes, as `dataclass` makes them but for the ten functions that it compiles for each: a tenth of its time."""

from typing import TYPE_CHECKING

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    import dataclasses
    from collections.abc import Callable
    from itertools import repeat
    from operator import attrgetter
    from typing import Any, NoReturn

    _put = object.__setattr__

    def dataclass(*, frozen: bool, slots: bool, kw_only: bool) -> Callable[[type], type]:
        """`dataclasses.dataclass` of values that are frozen, have slots, and are made by name."""
        if not (frozen and slots and kw_only):
            raise TypeError("others are made by dataclasses")
        return _made

    def _made(cls: type) -> type:
        cls = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True, kw_only=True)(cls)
        fields, missing = dataclasses.fields(cls), dataclasses.MISSING
        cls._defaults = {one.name: one.default for one in fields}
        cls._needed = {name for name, value in cls._defaults.items() if value is missing}
        cls._makers = {one.name: one.default_factory for one in fields if one.default_factory is not missing}
        cls._compared = staticmethod(attrgetter(*(one.name for one in fields if one.compare)))
        for name in _METHODS:
            setattr(cls, name, vars(_Value)[name])
        return cls

    class _Value:
        """What each value can do, by what its class keeps of its fields."""

        def __init__(self, **given: Any) -> None:
            if not self._needed <= given.keys():
                given = {name: make() for name, make in self._makers.items()} | given
                if lacking := self._needed - given.keys():
                    raise TypeError(f"{type(self).__name__}.__init__() lacks the arguments {sorted(lacking)}")
            values = self._defaults | given
            if len(values) > len(self._defaults):
                other = next(name for name in given if name not in self._defaults)
                raise TypeError(f"{type(self).__name__}.__init__() got an unexpected argument {other!r}")
            for _ in map(_put, repeat(self), values, values.values()):  # in two thirds of the time of calls
                pass

        def __eq__(self, other: object) -> bool:
            return (
                self._compared(self) == self._compared(other) if type(other) is type(self) else NotImplemented
            )

        def __hash__(self) -> int:
            return hash(self._compared(self))

        def __repr__(self) -> str:
            said = ", ".join(f"{name}={getattr(self, name)!r}" for name in self._defaults)
            return f"{type(self).__qualname__}({said})"

        def __setattr__(self, name: str, _value: object) -> NoReturn:
            raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")

        def __delattr__(self, name: str) -> NoReturn:
            raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")

        def __getstate__(self) -> list[Any]:
            return [getattr(self, name) for name in self._defaults]

        def __setstate__(self, state: list[Any]) -> None:
            for name, value in zip(self._defaults, state, strict=True):
                _put(self, name, value)

    _METHODS = (
        *("__init__", "__eq__", "__hash__", "__repr__"),
        *("__setattr__", "__delattr__", "__getstate__", "__setstate__"),
    )
