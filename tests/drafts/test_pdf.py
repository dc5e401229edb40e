"""A PDF is read as far as it can be, whatever is wrong with it, and takes no more than its share of the machine."""

import sys

import pytest
from pdfs import bomb, pdf

from timeline.drafts import pdf_pages
from timeline.drafts.pdf import pdf_text
from timeline.errors import Unavailable

pytest.importorskip("pypdf", reason="pypdf is not installed")

TWO = pdf(["The minis-", "ter spoke."], ["He left."])


def test_the_pages_are_read_one_below_another() -> None:
    read = pdf_text(TWO, "a.pdf")
    assert (read.text.split(), read.stopped) == (["The", "minis-", "ter", "spoke.", "He", "left."], "")


@pytest.mark.parametrize("data", [TWO[:300], b"%PDF-1.7", TWO.replace(b"[4 0 R", b"[2 0 R")])
def test_what_is_broken_is_said_and_never_raised(data: bytes) -> None:
    assert pdf_text(data, "a.pdf").stopped in {pdf_pages.BROKEN, pdf_pages.REASONS[pdf_pages.DAMAGED]}


def test_a_page_that_is_broken_hides_no_other() -> None:
    broken = TWO.replace(b"<< /Length", b"<< /Filter /None /Length", 1)
    read = pdf_text(broken, "a.pdf")
    assert (read.text.split(), read.stopped) == (["He", "left."], pdf_pages.REASONS[pdf_pages.DAMAGED])


def test_no_file_takes_more_memory_than_its_share() -> None:
    read = pdf_text(bomb(1_200), "a.pdf")
    assert read.text.strip() == ""
    assert read.stopped


def test_no_file_takes_more_time_than_its_share() -> None:
    assert pdf_text(TWO, "a.pdf", patience=0.001).stopped == "reading it takes longer than 0.001 seconds"


def test_a_missing_library_is_told_with_the_extra_that_has_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(Unavailable) as caught:
        pdf_text(TWO, "a.pdf")
    assert (caught.value.message, caught.value.hint) == (
        "a.pdf: reading PDF needs pypdf",
        'pip install "timeline[pdf]"',
    )
