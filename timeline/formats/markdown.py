"""Text as Markdown shows it, and never obeys it: CommonMark, GitHub's, and pandoc's."""

import re

from timeline.errors import harmless
from timeline.formats.links import web_address

# What begins markup within a line in any of the three, and what makes a link or a picture of ":" and "www.".
_markup = re.compile(r"[\\`*_{}\[\]<>#|~$^@&]|:(?=[/\w+])|(?<=www)\.")
# What begins a block, and ends the number of an item: "12.", "(a)".
_block = re.compile(r"(?P<before>\(?[0-9a-zA-Z]{1,9}(?=[.)]))?(?=[-+=:%.)(])")


def inline(text: str) -> str:
    r"""The text on one line, every sign that could be markup behind a backslash.

    >>> print(inline("*a*\n<b> https://x 15:00"))
    \*a\* \<b\> https\://x 15\:00
    """
    return _markup.sub(lambda match: "\\" + match[0], harmless(" ".join(text.split())))


def guarded(line: str) -> str:
    r"""A line of Markdown which begins neither a list nor anything else.

    >>> print(guarded("- a"), guarded("1. FC Köln"), guarded("a.m."))
    \- a 1\. FC Köln a\.m.
    """
    found = _block.match(line)
    return f"{line[: found.end()]}\\{line[found.end() :]}" if found else line


def linked(text: str, address: str) -> str:
    """The text as a link, if the address is one of the web."""
    web = web_address(address).replace("&", "&amp;")
    return f"[{inline(text)}]({web})" if web else inline(text)
