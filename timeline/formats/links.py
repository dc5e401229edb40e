"""Addresses that a file may make a link of: those of the web, and nothing that a program would run."""

import re
from urllib.parse import quote

_web = re.compile(r"https?://[^\s/]", re.IGNORECASE)
_RESERVED = "%:/?#@!$&+,;=~"  # of RFC 3986, 2.2, without what ends a quotation or is markup in Markdown


def web_address(text: str) -> str:
    """The address, in characters of RFC 3986 alone; "" where the text is no address of the web.

    >>> web_address("https://example.org/é (1)"), web_address("javascript:alert(1)")
    ('https://example.org/%C3%A9%20%281%29', '')
    """
    return quote(text, safe=_RESERVED) if _web.match(text) else ""
