"""One browser for all tests of the page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import Browser, browser
from page_events import few, page_of


@pytest.fixture(scope="session")
def tab() -> Iterator[Browser]:
    with browser() as one:
        yield one


@pytest.fixture
def page(tab: Browser, tmp_path: Path) -> Browser:
    """The browser at the page of the few events."""
    tab.emulate()
    tab.open(page_of(few(), tmp_path / "page.html", title="A treaty"))
    return tab
