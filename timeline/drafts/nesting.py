"""How deep the elements of a page may lie: a parser of HTML looks through all that are open at every tag it meets.

So a page of a megabyte of `<div>` would take minutes. Browsers keep 512 levels and put what lies deeper beside one
another; so do we, before the page is parsed: what is left costs a bounded number of steps a tag.
"""

import re
from collections import Counter

DEEPEST = 512  # levels, as in Blink

_tag = re.compile(
    r"<!--|<(/?)([a-zA-Z][^\s/<>]*(?![^\s/<>]))[^<>]*>?"
)  # each piece stops at the next: one pass over the text
_raw = frozenset(("script", "style", "textarea", "title", "noscript", "iframe", "xmp"))  # no tags within
# Elements that hold nothing, or that the next of their kind ends.
_flat = frozenset(
    ["br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "source", "track", "wbr", "param", "p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "thead", "tbody", "tfoot", "rt", "rp", "html", "head", "body"]
)  # fmt: skip


def flattened(html: str, blocks: frozenset[str], deepest: int = DEEPEST) -> str:
    """The page without the tags beyond the deepest level; where one of a block stood, a line breaks.

    >>> flattened("<div>a<div>b<b>c</b></div>d</div>", frozenset(["div"]), 1)
    '<div>a<br>bc<br>d</div>'
    """
    standing: list[str] = []
    count: Counter[str] = Counter()
    kept: list[str] = []
    done = place = 0
    while match := _tag.search(html, place):
        place = match.end()
        closing, name = match[1], (match[2] or "").lower()
        if not name:
            place = _after(html, "-->", place)
        elif name in _raw and not closing:
            place = _after(html, f"</{name}", place)
        elif name not in _flat and (not closing or count[name]):
            depth = len(standing) + 1
            if closing:
                while standing[-1] != name:
                    count[standing.pop()] -= 1
                depth = len(standing)
                standing.pop()
            else:
                standing.append(name)
            count[name] += -1 if closing else 1
            if depth > deepest:
                kept += [html[done : match.start()], "<br>" if name in blocks else ""]
                done = place
    return "".join(kept) + html[done:]


def _after(html: str, mark: str, place: int) -> int:
    """The place after the mark, whatever its case; the end of the page without one."""
    found = re.compile(re.escape(mark), re.IGNORECASE).search(html, place)
    return found.end() if found else len(html)
