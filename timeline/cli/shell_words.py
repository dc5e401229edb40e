"""Words as a shell reads and writes them: what has been typed so far, and how a value goes on from there.

Nothing here is a shell: what is typed is only unquoted, never expanded.
"""

import re

from timeline.tuples import NamedTuple

_ENDS = {"bash": " \t\n;|&()<>", "zsh": "", "fish": ""}  # zsh and fish give one word
_COMMAND_ENDS = ";|&(\n"
# What a backslash takes the meaning from, inside quotes; outside it does so from every character.
_ESCAPED = {
    ("bash", '"'): '\\"$`\n',
    ("zsh", '"'): '\\"$`!\n',
    ("fish", '"'): '\\"$\n',
    ("fish", "'"): "\\'",
}
_special = re.compile(r"[^\w@%+=:,./-]")


class Typed(NamedTuple):
    """A command line up to the cursor: its words before the one that is being typed, and that one.

    `raw` is it with its quotes, `value` without them; `quote` is the quotation mark that is still open.
    """

    words: list[str]
    raw: str
    value: str
    quote: str


def typed(line: str, shell: str) -> Typed:
    r"""What a person has typed so far, in `bash`, `zsh` or `fish`.

    >>> typed(r"cd x; timeline show --place Kuril\ Is", "bash")
    Typed(words=['timeline', 'show', '--place'], raw='Kuril\\ Is', value='Kuril Is', quote='')
    >>> typed("show 'it", "bash")
    Typed(words=['show'], raw="'it", value='it', quote="'")
    """
    words: list[str] = []
    value, quote, start, begun = "", "", 0, False
    at = 0
    while at < len(line):
        char = line[at]
        at += 1
        if not quote and char in _ENDS[shell]:
            if begun:
                words.append(value)
            if char in _COMMAND_ENDS:
                words = []
            value, start, begun = "", at, False
            continue
        begun = True
        if char == "\\" and (not quote or line[at : at + 1] in _ESCAPED.get((shell, quote), "")):
            value += line[at : at + 1]  # at the end of the line: nothing yet
            at += 1
        elif not quote and char in "'\"":
            quote = char
        elif char == quote:
            quote = ""
        else:
            value += char
    return Typed(words, line[start:], value, quote)


def in_bash(value: str, quote: str) -> str:
    r"""The value as bash reads it behind an open quotation mark, or behind none.

    Readline closes the quotation, but takes a mark at the beginning for the one that is there, and one at the end for
    the one that closes: so those stand twice.

    >>> print(in_bash("it's $5", ""), in_bash("it's $5", "'"), in_bash("it's $5!", '"'))
    it\'s\ \$5 it'\''s $5 it's \$5"\!""
    """
    if not quote:
        return _special.sub(r"\\\g<0>", value)
    if quote == "'":
        text = value.replace("'", r"'\''")
    else:  # in which a backslash before a ! stays, and the ! is obeyed without it
        text = re.sub(r'[\\"$`]', r"\\\g<0>", value).replace("!", r'"\!"')
    return quote * text.startswith(quote) + text + quote * text.endswith(quote)
