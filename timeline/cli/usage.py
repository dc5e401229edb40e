"""A mistake that the option parser found, in words of ours: made of what it names, never of what it says."""

from collections.abc import Container, Mapping, Sequence
from typing import Any

import typer

from timeline.cli.commands import COMMANDS, command
from timeline.cli.words import refusal
from timeline.errors import UsageError, harmless, shown


def usage_error(error: Any, words: Sequence[str], root: Any, unsaid: Container[str]) -> UsageError:
    """The mistake in these words at the prompt; `root` is the command that has all others.

    Where the option nearest to a misspelt one is among the `unsaid`, none is offered.
    """
    name = next((word for word in words if word != "--"), "")
    name = name if name in COMMANDS else ""
    see = f"see timeline {name} --help" if name else "see timeline --help"
    parameters = (command(name) if name else root).params
    if hasattr(error, "possibilities"):
        options = [one for parameter in parameters for one in parameter.opts]
        option, near = error.option_name, error.possibilities or ()
        hint = _meant(option, near, options, unsaid) or _searched(option, name) or see
        return UsageError(f"no such option: {harmless(option)}", hint=hint)
    if hasattr(error, "option_name"):
        takes = any(not one.is_flag for one in parameters if error.option_name in one.opts)
        wrong = "requires an argument" if takes else "does not take a value"
        return UsageError(f"option {shown(error.option_name)} {wrong}", hint=see)
    if not name:
        return UsageError("no command is named", hint=see)
    values, further, _ = error.ctx.command.make_parser(error.ctx).parse_args(words[words.index(name) + 1 :])
    if isinstance(error, typer.BadParameter):
        return _wrong_value(error, values, see)
    return UsageError(f"more arguments than it takes: {', '.join(map(shown, further))}", hint=see)


def _meant(option: str, near: Sequence[str], options: Sequence[str], unsaid: Container[str]) -> str:
    """What may be meant by an option that there is not, as a hint; "" where nothing is known."""
    begun = [one for one in options if one.startswith(f"{option}-")] if near else []
    if begun:  # --source-title and its like, of --source
        return f"one of: {', '.join(begun)}"
    return f"did you mean {near[0]}?" if near and near[0] not in unsaid else ""


def _searched(option: str, name: str) -> str:
    """The hint that a word which begins with one dash is an option, too."""
    if option.startswith("--"):
        return ""
    way = "quote the query, as in 'talks -tag:rally'" if name in ("show", "export") else ""
    return f'a word that begins with "-" is an option; {way or "put -- before it where it is none"}'


def _wrong_value(error: Any, values: Mapping[str, Any], see: str) -> UsageError:
    """What is wrong with a value; the error does not hand it out, but it is among those that were parsed."""
    parameter = error.param
    if hasattr(error, "param_type"):  # there is none
        missing = f"argument {shown(parameter.metavar)}"
        if parameter.param_type_name == "option":
            missing = f"option {parameter.opts[0]} {parameter.metavar}"
        return UsageError(f"missing {missing}", hint=see)
    value, _ = parameter.consume_value(error.ctx, values)
    # What its type does not refuse, a callback of ours does.
    wrong = refusal(value, parameter.type) or error.message
    return UsageError(f"invalid value for {' / '.join(map(shown, parameter.opts))}: {wrong}", hint=see)
