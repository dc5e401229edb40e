"""Where code looks into words that are for people: those of an error, which a dependency may change, and our own reasons.

The words of an error may be told, which is: put into a text, in lower case or as they are, that is given to an error of
ours or to a note. Whatever else is done with them is looking into them. A reason may be put into any text and handed on;
comparing, cutting, searching or matching it is looking into it.
"""

import ast
from collections.abc import Iterator

# What hands out words: attributes of errors, and functions of them.
_WORDS = frozenset(
    ("args", "context", "hint", "message", "msg", "note", "problem", "reason", "said", "strerror")
)
_TEXTS = frozenset(("str", "repr", "format", "ascii"))
_TOLD = frozenset(("note", "refuse", "wrong", "Finding"))  # besides errors of ours
_KEPT = (ast.JoinedStr, ast.FormattedValue, ast.BoolOp, ast.IfExp, ast.NamedExpr)


def looked_into(source: str, ours: frozenset[str]) -> Iterator[int]:
    """The lines of a module on which the words of an error are looked into; `ours` are the names of our own errors."""
    tree = ast.parse(source)
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    for scope in ast.walk(tree):
        if isinstance(scope, ast.FunctionDef | ast.Module):
            inside = list(_own_nodes(scope))
            errors = _errors(scope, inside)
            words = [node for node in inside if _is_words(node, errors)]
            names: set[str] = set()
            while words:
                node = words.pop()
                found = _outcome(node, parents, ours)
                if isinstance(found, str) and found not in names:
                    names.add(found)
                    words += [
                        one
                        for one in inside
                        if isinstance(one, ast.Name) and one.id == found and isinstance(one.ctx, ast.Load)
                    ]
                elif found is False:
                    yield node.lineno  # type: ignore[attr-defined]  # an expression


def _own_nodes(scope: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a function, or of a module outside of its functions; a lambda is part of what it stands in."""
    for child in ast.iter_child_nodes(scope):
        yield child
        if not isinstance(child, ast.FunctionDef):
            yield from _own_nodes(child)


def _errors(scope: ast.AST, inside: list[ast.AST]) -> set[str]:
    """The names that stand for errors: those that are caught, and parameters of their types or names."""
    names = {node.name for node in inside if isinstance(node, ast.ExceptHandler) and node.name}
    if isinstance(scope, ast.FunctionDef):
        for one in (*scope.args.posonlyargs, *scope.args.args, *scope.args.kwonlyargs):
            kind = ast.unparse(one.annotation) if one.annotation else ""
            if one.arg in {"error", "exception", "stop"} or kind.endswith(("Error", "Exception")):
                names.add(one.arg)
    others = (node for node in inside if isinstance(node, ast.Assign) and isinstance(node.value, ast.Name))
    names |= {ast.unparse(node.targets[0]) for node in others if ast.unparse(node.value) in names}
    return names


def _is_words(node: ast.AST, errors: set[str]) -> bool:
    """Whether an expression is the words of an error, or the error as a text."""

    def is_error(value: ast.AST) -> bool:
        return isinstance(value, ast.Name) and value.id in errors

    if isinstance(node, ast.Attribute):
        return is_error(node.value) and (node.attr in _WORDS or node.attr.endswith("message"))
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return node.func.id in _TEXTS and any(map(is_error, node.args))
    return isinstance(node, ast.FormattedValue) and is_error(node.value)


def _outcome(node: ast.AST, parents: dict[ast.AST, ast.AST], ours: frozenset[str]) -> str | bool:
    """What becomes of words: whether they are told, or else the name that they get."""
    while True:
        child, node = node, parents[node]
        if isinstance(node, ast.Attribute) and node.attr in {"lower", "format_message"}:
            node = parents[node]  # the call
        elif isinstance(node, ast.Call) and child is not node.func:
            return getattr(node.func, "id", getattr(node.func, "attr", "")) in ours | _TOLD
        elif isinstance(node, ast.keyword):
            continue
        elif isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign):
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            return target.id if isinstance(target, ast.Name) else isinstance(target, ast.Attribute)
        elif isinstance(node, ast.IfExp) and child is node.test:
            return True  # whether there are any
        elif not isinstance(node, _KEPT):
            return isinstance(node, ast.If)


# Attributes, variables and parameters by these names hold prose, whatever they belong to.
_PROSE = frozenset(("reason", "message", "hint", "because"))
_LOOKS = frozenset(
    (
        "casefold",
        "count",
        "endswith",
        "find",
        "index",
        "isupper",
        "lower",
        "lstrip",
        "partition",
        "removeprefix",
    ),
) | {"removesuffix", "replace", "rfind", "rindex", "rpartition", "rsplit", "rstrip", "split", "splitlines"}
_LOOKS |= {"startswith", "strip", "translate", "upper"}
_SEARCHES = frozenset(("findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn"))


def prose_looked_into(source: str) -> Iterator[int]:
    """The lines of a module on which a reason or a message is compared, cut, searched or matched."""
    tree = ast.parse(source)
    for scope in ast.walk(tree):
        if isinstance(scope, ast.FunctionDef | ast.Module):
            inside = list(_own_nodes(scope))
            named = _PROSE | _prose_names(inside)
            for node in inside:
                if any(_is_prose(each, named) for each in _looked_at(node)):
                    yield node.lineno  # type: ignore[attr-defined]  # an expression


def _prose_names(inside: list[ast.AST]) -> set[str]:
    """The names that prose is given, alone or in a text."""
    names: set[str] = set()
    for node in inside:
        if isinstance(node, ast.Assign | ast.AnnAssign | ast.NamedExpr) and node.value is not None:
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            if isinstance(target, ast.Name) and _is_prose(node.value, _PROSE | names):
                names.add(target.id)
    return names


def _looked_at(node: ast.AST) -> Iterator[ast.AST]:
    """What an expression looks into, if it does."""
    if isinstance(node, ast.Compare) and not all(isinstance(each, ast.Is | ast.IsNot) for each in node.ops):
        for side in (node.left, *node.comparators):
            yield from side.elts if isinstance(side, ast.Tuple) else [side]
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        if node.func.attr in _LOOKS:
            yield node.func.value
        if node.func.attr in _SEARCHES:
            yield from node.args
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "len":
        yield from node.args
    elif isinstance(node, ast.Subscript):
        yield node.value
        if isinstance(node.ctx, ast.Load):
            yield node.slice
    elif isinstance(node, ast.Match):
        yield node.subject
    elif isinstance(node, ast.For | ast.comprehension):
        yield node.iter


def _is_prose(node: ast.AST, named: frozenset[str] | set[str]) -> bool:
    """Whether an expression is prose, or a text made of some."""
    if isinstance(node, ast.Attribute):
        return node.attr in _PROSE
    if isinstance(node, ast.Name):
        return node.id in named
    if isinstance(node, ast.JoinedStr | ast.BinOp | ast.BoolOp | ast.IfExp | ast.FormattedValue):
        return any(_is_prose(child, named) for child in ast.iter_child_nodes(node))
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and _is_prose(node.func.value, named)
    )
