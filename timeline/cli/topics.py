"""What there is help about: the pages of the documentation, and in one of them a section a command."""

import re
from pathlib import Path

from timeline.cli.commands import COMMANDS
from timeline.errors import UsageError, shown
from timeline.query.spelling import nearest

# In the order of reading; each is the file docs/NAME.md, whose first line is its title.
PAGES = (
    *("tutorial", "how-to", "commands", "query", "dates", "formats", "config", "checks", "files", "scale"),
    *("python", "architecture"),
)
TOPICS = (*PAGES, *COMMANDS)

_PACKAGE = Path(__file__).resolve().parents[1]


def page_about(topic: str) -> str:
    """The page of that name, or the section about that command; UsageError, with the nearest topic."""
    if topic in PAGES:
        return _page(topic)
    if topic not in COMMANDS:
        raise UsageError(f"there is no help about {shown(topic)}", hint=nearest(topic, TOPICS))
    _, _, rest = _page("commands").partition(f"\n## timeline {topic}\n")
    section, _, _ = rest.partition("\n## ")
    return f"# timeline {topic}\n{section}"


def contents() -> str:
    """The topics, each with its title."""
    titles = {name: re.sub("^# ", "", _page(name).partition("\n")[0]) for name in PAGES}
    titles |= {name: told for name, (_, told) in COMMANDS.items()}
    rows = "".join(f"| `{name}` | {title} |\n" for name, title in titles.items())
    return f"# timeline help TOPIC\n\n| topic | what it is about |\n|---|---|\n{rows}"


def _page(name: str) -> str:
    """The text of a page: within the package where that is installed, beside it where it is worked on."""
    installed = _PACKAGE / "docs" / f"{name}.md"
    path = installed if installed.exists() else _PACKAGE.parent / "docs" / f"{name}.md"
    return path.read_text(encoding="utf-8")
