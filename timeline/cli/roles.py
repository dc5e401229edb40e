"""What each word after a command is: an option, the value of an option, or an argument."""

from collections.abc import Iterator, Sequence
from enum import Enum, auto
from typing import Any


class Role(Enum):
    """What a word at the prompt is."""

    OPTION = auto()
    VALUE = auto()
    ARGUMENT = auto()
    DASHES = auto()  # the `--` behind which every word is an argument


def roles(params: Sequence[Any], words: Sequence[str]) -> Iterator[tuple[Role, Any]]:
    """The role of each word, and of a value the parameter whose it is."""
    taking = {
        flag: param
        for param in params
        if param.param_type_name == "option" and not param.is_flag
        for flag in param.opts
    }
    waiting, only_arguments = None, False
    for word in words:
        if waiting is not None:
            yield Role.VALUE, waiting
            waiting = None
        elif only_arguments or not word.startswith("-") or word == "-":
            yield Role.ARGUMENT, None
        elif word == "--":
            only_arguments = True
            yield Role.DASHES, None
        else:
            yield Role.OPTION, None
            waiting = taking.get(word)  # with a "=" it has its value already
