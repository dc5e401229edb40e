"""What the shell offers while a person types: commands, options, and their values, each sort from where it is known."""

from collections.abc import Iterable, Sequence
from typing import Any

from timeline.cli.completing import TYPED
from timeline.cli.roles import Role, roles
from timeline.cli.shell_words import in_bash, typed
from timeline.cli.shells import SCRIPTS
from timeline.folding import fold
from timeline.tuples import NamedTuple


class Offer(NamedTuple):
    """Words to go on with, each with what it means or "". `follows` is the first line that a script reads."""

    follows: str
    words: list[tuple[str, str]]


NOTHING = Offer("words", [])
FILES = Offer("files", [])


def reply(shell: str, given: Sequence[str], root: Any, encoding: str) -> str:
    """The lines that answer what a shell has sent: see `timeline.cli.shells`.

    bash sends the line up to the cursor, the command as it was typed, and the part of the last word that it will
    replace; zsh and fish send the words after the command, the last one with its quotes. A value that the encoding of
    the terminal lacks cannot be typed there either.
    """
    if shell == "bash":
        line, name, replaced = given
        whole = typed(line, shell)
        words = whole.words[whole.words.index(name) + 1 :] if name in whole.words else []
        offer = offered(words, whole.value, root)
        offer = offer._replace(words=_rests(offer.words, whole.raw, replaced))
    else:
        offer = offered(given[:-1], typed(given[-1], shell).value, root)
        if shell == "fish" and given[-1][:1] not in (
            "\\",
            "'",
            '"',
        ):  # it leaves a ~ as it is, and then reads a home
            offer = offer._replace(words=[one for one in offer.words if not one[0].startswith("~")])
    lines = [f"{word}\t{meaning}" if meaning and shell != "bash" else word for word, meaning in offer.words]
    lines = [line for line in lines if line.encode(encoding, "replace").decode(encoding) == line]
    return "".join(f"{line}\n" for line in (offer.follows, *lines))


def _rests(words: Sequence[tuple[str, str]], raw: str, replaced: str) -> list[tuple[str, str]]:
    """What bash puts in the place of the part of a word that it replaces: that behind a quotation mark or a colon."""
    if not raw.endswith(replaced):
        return []
    before = typed(raw[: len(raw) - len(replaced)], "bash")
    found = []
    for word, _ in words:
        if word.startswith(before.value):
            found.append((in_bash(word[len(before.value) :], before.quote), ""))
    return found


def offered(words: Sequence[str], value: str, root: Any) -> Offer:
    """The words that may stand where a person has typed `value`, behind these words."""
    at = next((at for at, word in enumerate(words) if not word.startswith("-")), len(words))
    if words[-1:] in (["--install-completion"], ["--show-completion"]):
        return _matching(value, ((name, "") for name in SCRIPTS))
    if at == len(words):
        if value.startswith("-"):
            return _options(root.make_context("timeline", ["--help"], resilient_parsing=True), value)
        return _matching(value, ((name, one.get_short_help_str(80)) for name, one in root.commands.items()))
    if words[at] not in root.commands:
        return NOTHING
    given = list(words[at + 1 :])
    ctx = root.commands[words[at]].make_context(words[at], [*given], resilient_parsing=True)
    params = ctx.command.params
    *before, (role, param) = roles(params, [*given, value])
    if role is Role.OPTION and "=" in value:
        flag, _, value = value.partition("=")
        *_, (role, param) = roles(params, [flag, value])
        return _of(param, ctx, value, f"{flag}=") if role is Role.VALUE else NOTHING
    arguments = [one for one in params if one.param_type_name == "argument"]
    if role is Role.OPTION:
        asks = ":" in value and any(one.metavar == "QUERY" for one in arguments)
        return _of(arguments[-1], ctx, value) if asks else _options(ctx, value)
    if role is Role.ARGUMENT:
        place = sum(one is Role.ARGUMENT for one, _ in before)
        param = next((one for at, one in enumerate(arguments) if one.nargs == -1 or at == place), None)
    return _of(param, ctx, value)


def _options(ctx: Any, value: str) -> Offer:
    options = (
        one for one in ctx.command.get_params(ctx) if one.param_type_name == "option" and not one.hidden
    )
    return _matching(value, ((flag, one.help or "") for one in options for flag in one.opts))


def _of(param: Any, ctx: Any, value: str, head: str = "") -> Offer:
    """The values of an option or an argument, with `head` before each."""
    if param is None:
        return NOTHING
    if param.type.name == "path":
        return FILES
    ctx.meta[TYPED] = value
    words = [one.value for one in param.shell_complete(ctx, "")]
    if param.metavar == "QUERY":  # is matched already: what is typed may lack the quotation marks
        follows = "open" if words and all(word.endswith(":") for word in words) else "words"
        return Offer(follows, [(head + word, "") for word in words])
    offer = _matching(value, ((word, "") for word in words))
    if param.metavar == "OTHER" and not offer.words:  # a revision, or a path
        return FILES
    return offer._replace(words=[(head + word, "") for word, _ in offer.words])


def _matching(value: str, words: Iterable[tuple[str, str]]) -> Offer:
    """Those of the words that begin with what is typed; case and accents do not count, as in a query."""
    begins = fold(value)
    return Offer("words", [(word, meaning) for word, meaning in words if fold(word).startswith(begins)])
