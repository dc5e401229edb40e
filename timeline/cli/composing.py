"""A command made of a function whose parameters may be bundles of options."""

import inspect
from collections.abc import Callable
from functools import wraps
from typing import Any, get_type_hints


def composed(*, example: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Make a command of a function: each parameter that is a bundle, a named tuple of defaults, becomes its options, in order.

    Typer reads a function's signature, and knows no bundles; so the command shows it a longer one.
    """

    def compose(function: Callable[..., None]) -> Callable[..., None]:
        hints = get_type_hints(function, include_extras=True)
        bundles: dict[str, Any] = {}
        parameters = []
        for name, parameter in inspect.signature(function).parameters.items():
            if hasattr(hints[name], "_fields"):
                bundles[name] = hints[name]
                inner = get_type_hints(hints[name], include_extras=True)
                parameters += [
                    inspect.Parameter(name, parameter.KEYWORD_ONLY, default=default, annotation=inner[name])
                    for name, default in hints[name]._field_defaults.items()
                ]
            else:
                parameters.append(parameter.replace(annotation=hints[name], kind=parameter.KEYWORD_ONLY))

        @wraps(function)
        def command(**given: Any) -> None:
            values = {
                name: bundle(**{field: given.pop(field) for field in bundle._fields})
                for name, bundle in bundles.items()
            }
            function(**given, **values)

        command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        command.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
        command.example = f"Example:\n  {example}"  # type: ignore[attr-defined]
        return command

    return compose
