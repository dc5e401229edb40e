"""What a caller gives to the public functions: an argument of a wrong type is told in words, before anything is made of it."""

from collections.abc import Callable, Mapping
from functools import wraps
from inspect import Parameter, signature
from os import PathLike, fspath
from pathlib import Path
from typing import ParamSpec, TypeVar

from timeline.errors import UsageError, shown, wrong_type
from timeline.tuples import NamedTuple

P = ParamSpec("P")
T = TypeVar("T")


class Kind(NamedTuple):
    """The types that an annotation admits, and in words what to give."""

    types: tuple[type, ...]
    wanted: str


A_PATH = Kind((str, PathLike), 'a path: "data/events.yaml"')


def path_of(name: str, given: object) -> Path:
    """The path that a caller gives as an argument of that name; the system takes none with a NUL in it."""
    text = fspath(given) if isinstance(given, str | PathLike) else None
    if not isinstance(text, str):
        raise wrong_type(name, given, A_PATH.wanted)
    if "\0" in text:
        raise UsageError(f"{name}: {shown(text)} has a NUL in it", hint=f"give {A_PATH.wanted}")
    return Path(text)


def judged(kinds: Mapping[object, Kind]) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """A function that raises UsageError for an argument that is not of the kind of its annotation.

    The kinds are looked up as the function is defined: a public function with an annotation of no kind is a KeyError.
    Arguments that are missing or too many are Python's to tell.

    >>> @judged({str: Kind((str,), "text")})
    ... def shout(text: str) -> str:
    ...     return text.upper()
    >>> shout("fire"), shout(text="fire")
    ('FIRE', 'FIRE')
    >>> shout(3)
    Traceback (most recent call last):
      ...
    timeline.errors.UsageError: shout: text is the number 3
    """

    def judge(function: Callable[P, T]) -> Callable[P, T]:
        shape = signature(function)
        wanted = {name: kinds[one.annotation] for name, one in shape.parameters.items() if name not in _OWN}

        @wraps(function)
        def call(*args: P.args, **kwargs: P.kwargs) -> T:
            for name, value in shape.bind(*args, **kwargs).arguments.items():
                if name in wanted:
                    several = shape.parameters[name].kind is Parameter.VAR_POSITIONAL
                    for one in value if several else (value,):
                        if not isinstance(one, wanted[name].types):
                            raise wrong_type(f"{_called(function)}: {name}", one, wanted[name].wanted)
            return function(*args, **kwargs)

        return call

    return judge


_OWN = ("self", "cls")


def _called(function: Callable[..., object]) -> str:
    return str(function.__qualname__).removesuffix(".__init__").removeprefix("Collection.")
