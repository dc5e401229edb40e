"""What the shell offers while a person types: commands, options, and what the collection and the tables have."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from os import environ
from pathlib import Path
from typing import Any

from timeline.cli.collection import named
from timeline.cli.completing import TYPED
from timeline.cli.mapped import preset_names
from timeline.cli.query_completion import query_words
from timeline.cli.roles import Role, roles
from timeline.cli.settings import config
from timeline.cli.shell_words import in_bash, typed
from timeline.cli.shells import SCRIPTS
from timeline.cli.topics import TOPICS
from timeline.config import Config
from timeline.errors import TimelineError, harmless
from timeline.folding import fold
from timeline.formats import going
from timeline.naming import Named, Names
from timeline.query.lanes import LANES
from timeline.query.own import own_fields
from timeline.query.select import ORDERS
from timeline.record import STATUSES, Record, Value
from timeline.store.read import read_records
from timeline.store.revision import named_revisions
from timeline.tuples import NamedTuple
from timeline.upkeep.fields import items_of
from timeline.upkeep.renaming import FIELDS
from timeline.views import VIEWS
from timeline.views.buckets import PERIODS
from timeline.views.columns import COLUMNS
from timeline.views.options import WORDS


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


def ids(ctx: Any) -> list[str]:
    """The ids of the collection."""
    return _values(ctx, lambda record: [record.get("id", "")])


def actors(ctx: Any) -> list[str]:
    """Every actor of the collection, and every name of one that `timeline.toml` names."""
    return _values(ctx, lambda record: items_of(record.get("actors", [])), lambda names: names.actors)


def tags(ctx: Any) -> list[str]:
    """Every tag of the collection."""
    return _values(ctx, lambda record: items_of(record.get("tags", [])))


def kinds(ctx: Any) -> list[str]:
    """Every kind of the collection."""
    return _values(ctx, lambda record: [record.get("kind", "")])


def places(ctx: Any) -> list[str]:
    """Every place of the collection, and every name of one that `timeline.toml` names."""
    return _values(ctx, lambda record: [record.get("place", "")], lambda names: names.places)


def renamable(_ctx: Any) -> list[str]:
    """What can be renamed."""
    return list(FIELDS)


def names(ctx: Any) -> list[str]:
    """The names that can be renamed, of what is typed before."""
    field = FIELDS.get(ctx.params.get("what") or "", "")
    return _values(ctx, lambda record: items_of(record.get(field, "")))


def revisions(ctx: Any) -> list[str]:
    """The branches and tags of the repository that the collection is in; none where there is no collection."""
    try:
        collection, *_ = _collections(ctx)
        return [name for name in named_revisions(collection, environ) if name == harmless(name)]
    except (TimelineError, OSError):
        return []


def statuses(_ctx: Any) -> list[str]:
    """The words a status can be."""
    return list(STATUSES)


def orders(_ctx: Any) -> list[str]:
    """The keys by which events can be ordered."""
    return list(ORDERS)


def formats(ctx: Any) -> list[str]:
    """The names of the formats that the command can read, or write."""
    return going("in" if ctx.info_name == "import" else "out")


def presets(_ctx: Any) -> list[str]:
    """The names of the presets."""
    return preset_names()


def views(_ctx: Any) -> list[str]:
    """The names of the views."""
    return list(VIEWS)


def lanes(ctx: Any) -> list[str]:
    """What lanes can be made of, fields of the user's own as well, behind the one that is typed."""
    before, comma, _ = ctx.meta[TYPED].rpartition(",")
    return [f"{before}{comma}{name}" for name in (*LANES, *_own(ctx))]


def columns(ctx: Any) -> list[str]:
    """The columns a table can have, behind those that are typed."""
    before, comma, _ = ctx.meta[TYPED].rpartition(",")
    return [f"{before}{comma}{name}" for name in COLUMNS]


def periods(_ctx: Any) -> list[str]:
    """What density can be counted per."""
    return list(PERIODS)


def scales(_ctx: Any) -> list[str]:
    """The scales of lanes."""
    return list(WORDS["scale"])


def labels(_ctx: Any) -> list[str]:
    """What may stand beside the marks of lanes."""
    return list(WORDS["labels"])


def topics(_ctx: Any) -> list[str]:
    """What there is help about."""
    return list(TOPICS)


def queries(ctx: Any) -> list[str]:
    """Queries that go on from the one that is typed: fields, their values, and the saved ones."""
    values: dict[str, Callable[[Any], list[str]]] = {
        "id": ids,
        "actor": actors,
        "place": places,
        "kind": kinds,
        "tag": tags,
        "status": statuses,
    }
    return query_words(
        ctx.meta[TYPED],
        {name: partial(of, ctx) for name, of in values.items()},
        partial(_saved, ctx),
        partial(_own, ctx),
    )


def _collections(ctx: Any) -> list[Path]:
    """The collections that are named on the line, or the nearest one."""
    return named([Path(path) for path in ctx.params.get("data") or ()])


def _config(ctx: Any) -> Config:
    """What the `timeline.toml` of the collections says; nothing, quietly, when it cannot be read."""
    try:
        return config(_collections(ctx)) or Config()
    except (TimelineError, OSError):
        return Config()


def _own(ctx: Any) -> list[str]:
    """The fields of the user's own in the collection."""
    return _values(ctx, lambda record: own_fields([record]))


def _saved(ctx: Any) -> list[str]:
    """The names of the saved queries."""
    return list(_config(ctx).queries)


def _values(
    ctx: Any,
    values: Callable[[Record], Iterable[Value]],
    named: Callable[[Names], Iterable[Named]] = lambda _: (),
) -> list[str]:
    """The different values among the collection's records, and other names; nothing, quietly, when it cannot be read.

    One with a control character is never offered: a terminal would obey it.
    """
    try:
        records = read_records(_collections(ctx))
    except (TimelineError, OSError):
        return []
    found = {value for record in records for value in values(record) if isinstance(value, str) and value}
    found |= {text for one in named(_config(ctx).names) for text in one.spellings}
    return sorted(value for value in found if value == harmless(value))
