"""Frozen values that every command makes, as `dataclass` makes them but for the ten functions that it compiles for each: a tenth of its time."""

from typing import TYPE_CHECKING

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    import dataclasses
    from collections.abc import Callable
    from functools import partial
    from itertools import repeat
    from operator import attrgetter
    from typing import Any, NoReturn

    _put = object.__setattr__

    def dataclass(*, frozen: bool, slots: bool, kw_only: bool = False) -> Callable[[type], type]:
        """`dataclasses.dataclass` of values that are frozen and have slots."""
        if not (frozen and slots):
            raise TypeError("others are made by dataclasses")
        return partial(_made, kw_only=kw_only)

    def _made(cls: type, *, kw_only: bool) -> type:
        own = vars(cls).keys()  # what a class says itself stays
        cls = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(cls)
        fields, missing = dataclasses.fields(cls), dataclasses.MISSING
        cls._defaults = {one.name: one.default for one in fields}
        cls._makers = {one.name: one.default_factory for one in fields if one.default_factory is not missing}
        cls._needed = {
            one.name for one in fields if one.default is missing and (one.init or one.name in cls._makers)
        }
        cls._closed = {one.name for one in fields if not one.init}
        cls._places = tuple(one.name for one in fields if one.init and not one.kw_only)
        cls._told = tuple(one.name for one in fields if one.repr)
        compared = [one.name for one in fields if one.compare]
        cls._compared = staticmethod(attrgetter(*compared) if compared else _nothing)
        for name in _METHODS:
            if name not in own:
                setattr(cls, name, vars(_Value)[name])
        return cls

    def _nothing(_value: Any) -> tuple[()]:
        return ()

    class _Value:
        """What each value can do, by what its class keeps of its fields."""

        def __init__(self, *placed: Any, **given: Any) -> None:
            if placed:
                given = self._named(placed, given)
            if self._closed and not self._closed.isdisjoint(given):
                raise TypeError(f"{type(self).__name__}.__init__() makes itself one of {sorted(given)}")
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
            if hasattr(self, "__post_init__"):
                self.__post_init__()

        def _named(self, placed: tuple[Any, ...], given: dict[str, Any]) -> dict[str, Any]:
            named = dict(zip(self._places, placed, strict=False))
            if len(placed) > len(self._places) or not given.keys().isdisjoint(named):
                raise TypeError(f"{type(self).__name__}.__init__() takes each of {self._places} once")
            return named | given

        def __eq__(self, other: object) -> bool:
            return (
                self._compared(self) == self._compared(other) if type(other) is type(self) else NotImplemented
            )

        def __hash__(self) -> int:
            return hash(self._compared(self))

        def __repr__(self) -> str:
            said = ", ".join(f"{name}={getattr(self, name)!r}" for name in self._told)
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
        *("__init__", "_named", "__eq__", "__hash__", "__repr__"),
        *("__setattr__", "__delattr__", "__getstate__", "__setstate__"),
    )
