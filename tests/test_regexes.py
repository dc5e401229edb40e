"""Every regular expression of the tree takes steps in proportion to the text, wherever it is tried."""

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from regex_steps import sharing

import timeline
from timeline.drafts.dateline import FORMS

ROOT = Path(__file__).resolve().parents[1]
FUNCTIONS = {"compile", "match", "fullmatch", "search", "findall", "finditer", "split", "sub", "subn"}


def ours(value: object) -> bool:
    module = getattr(value, "__module__", None) or type(value).__module__
    return str(module).partition(".")[0] == "timeline"


def patterns(value: Any, seen: dict[int, object]) -> Iterator[re.Pattern[str]]:
    """The compiled patterns that a module, a class, a table or a value of ours holds, however deep."""
    if id(value) in seen:
        return
    seen[id(value)] = value  # which keeps its id from being given anew
    if isinstance(value, re.Pattern):
        yield value
    else:
        inside: list[object] = []
        if isinstance(value, dict):
            inside = [*value, *value.values()]
        elif isinstance(value, list | tuple | set | frozenset):
            inside = [*value]
        elif ours(value):
            names = [name for kind in type(value).__mro__ for name in vars(kind).get("__slots__", ())]
            inside = [*getattr(value, "__dict__", {}).values(), *(getattr(value, one, None) for one in names)]
        for one in inside:
            yield from patterns(one, seen)


def text_of(fits: re.Pattern[Any]) -> str:
    return fits.pattern if isinstance(fits.pattern, str) else fits.pattern.decode("latin-1")


def compiled() -> Iterator[tuple[str, int]]:
    """The patterns that modules hold."""
    seen: dict[int, object] = {}
    for found in pkgutil.walk_packages(timeline.__path__, "timeline."):
        if found.name.endswith("__main__"):
            continue
        for value in vars(importlib.import_module(found.name)).values():
            kept = hasattr(value, "cache_info") and ours(value) and not inspect.signature(value).parameters
            for one in patterns(value() if kept else value, seen):
                yield text_of(one), one.flags


def written() -> Iterator[tuple[str, int]]:
    """The patterns that are written where they are used."""
    for path in (ROOT / "timeline").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and isinstance(node.func, ast.Attribute):
                called, pattern = node.func, node.args[0]
                if called.attr in FUNCTIONS and ast.unparse(called.value) == "re":
                    if isinstance(pattern, ast.Constant):
                        yield str(pattern.value), 0
                    elif isinstance(pattern, ast.JoinedStr):  # what is put in is one character like another
                        parts = (
                            one.value if isinstance(one, ast.Constant) else "~" for one in pattern.values
                        )
                        yield "".join(map(str, parts)), 0


# Quadratic, of texts that are cut before: to 200 characters, in `timeline.dates.mistakes`.
SHORT = {"Y.*-[0-9-]+"}
PATTERNS = sorted({*compiled(), *written(), *((form.behind, re.MULTILINE) for form in FORMS)})


def test_the_patterns_are_found() -> None:
    sources = {source for source, _ in PATTERNS}
    assert len(sources) > 150
    for held in ("timeline.said.tokens:_TOKEN", "timeline.drafts.nesting:_tag", "timeline.store.edit:_COLON"):
        module, name = held.split(":")
        assert getattr(importlib.import_module(module), name).pattern in sources


@pytest.mark.parametrize(("source", "flags"), PATTERNS, ids=[source[:40] for source, _ in PATTERNS])
def test_no_pattern_tries_again_what_it_has_read(source: str, flags: int) -> None:
    found = sharing(re.compile(source, flags))
    assert bool(found) == (source in SHORT)
    assert not any(one.nests for one in found)


@pytest.mark.parametrize(
    ("pattern", "nests"),
    [
        *((one, True) for one in (r"(a+)+b", r"(a*)*b", r"(?:\w+\s*)*x", r"(?:a?a)*b", r"(?:a|aa)*b")),
        *(
            (one, True)
            for one in (
                r"(?:[^<]+|<b>)*x",
                r"(?:(?:ab)+)*c",
                r"(?:a{1,2})*b",
                r"(?:#.*|\s)*x",
                r"(?:#.*(?!a)|\s)*x",
                r"(?:#.*(?!.*x)|\s)*x",
            )
        ),
        *((one, False) for one in (r"\w+\s*\w+", r".*foo.*x", r"\d+\d+x", r"\s*,?\s*x", r"(?:\n *)* *x")),
    ],
)
def test_what_costs_more_is_seen(pattern: str, nests: bool) -> None:
    assert nests in {one.nests for one in sharing(re.compile(pattern))}


@pytest.mark.parametrize(
    "pattern",
    [
        *(r"\d+-\d+", r"(?:\.\w+)*x", r'"(?:[^"\\]|\\.)*"', r"(?:\w+ )*x", r"[a-z]+\d+", r"(?:,\s*\d+)*x"),
        *(
            r"(?:\s|\w)*x",
            r"(?:ab+)*c",
            r"(?: *\n)* *x",
            r"(?:#.*(?!.)|\s)*x",
            r"-*(?!-)[-a]*x",
            r"[a-z]+(?:\.[a-z]*)*!",
        ),
    ],
)
def test_what_is_parted_is_not(pattern: str) -> None:
    assert sharing(re.compile(pattern)) == []
