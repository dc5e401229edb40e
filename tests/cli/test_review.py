"""`timeline review`: each answer is in the file when the next draft is shown, and nothing else of the file has changed."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from commands import Run, answer

from timeline.store.read import read_events, read_records

DRAFTS = """\
# three drafts, and one that is none
- id: talks
  date: 2022-03   # too wide
  title: Talks end
  actors: [Russia, Japan]
  kind: talks
  status: draft
  sources:
    - publisher: AP
      date: 2022-03-22
      file: copies/ap.txt
      quote: It ended the talks on Monday
    - publisher: TASS
      quote: Nothing was said

- id: rally
  date: 2023-02-07
  title: Rally
  status: draft
  sources: [{url: "https://example.org/?a=1&b=2"}]
  after: [talks]

- id: treaty
  date: 1956
  title: Treaty
- id: visit
  date: 2021
  title: Visit
  status: draft
"""
COPY = "It rained. Ministers met. It ended the\ntalks on Monday. Japan protested. It snowed."


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A collection with three drafts, of which the earliest is the last."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "copies").mkdir()
    (tmp_path / "copies" / "ap.txt").write_text(COPY, encoding="utf-8")
    path = tmp_path / "events.yaml"
    path.write_text(DRAFTS, encoding="utf-8")
    return path


def statuses(path: Path) -> list[tuple[str, str]]:
    return [(event.id, event.status) for event in read_events([path])]


def test_accepting_vouches_and_rejecting_removes(
    run: Run, drafts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, "s", "a", "r")
    ran = run("review")
    assert ran.code == 0
    assert statuses(drafts) == [("talks", "reported"), ("treaty", ""), ("visit", "draft")]
    assert ran.err.endswith("1 accepted, 1 rejected, 1 draft left\n")
    kept, gone = (
        DRAFTS.replace("talks\n  status: draft", "talks\n  status: reported"),
        DRAFTS.index("- id: rally"),
    )
    assert drafts.read_text() == kept.replace(DRAFTS[gone : DRAFTS.index("\n- id: treaty")], "")


def test_the_dates_that_sources_give_stand_below_the_draft_s_own(
    run: Run, drafts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts.write_text(
        DRAFTS.replace("      quote: Nothing", "      event_date: 2022-04-01~\n      quote: Nothing")
    )
    answer(monkeypatch, "q")
    assert (
        "  date    Mar 2022\n          c. 1 Apr 2022 according to TASS\n  title   Talks end\n"
        in run("review", "id:talks").out
    )


def test_what_an_accepted_draft_becomes_can_be_said(
    run: Run, drafts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, "a", "q")
    assert run("review", "rally", "--status", "confirmed").code == 0
    assert dict(statuses(drafts))["rally"] == "confirmed"


def test_the_quote_is_shown_among_its_neighbours_where_a_copy_is_kept(
    run: Run, drafts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, "q")
    told = " ".join(run("review", "talks").out.split())
    assert "AP, 22 Mar 2022: Ministers met. [It ended the talks on Monday]. Japan protested. TASS" in told
    assert "TASS: “Nothing was said”" in told
    (drafts.parent / "copies" / "ap.txt").unlink()
    answer(monkeypatch, "q")
    assert "“It ended the talks on Monday”" in run("review", "talks").out


def test_a_draft_is_edited_date_first_and_saved_at_once(
    run: Run, drafts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, "e", "never", "21 March 2022", "Talks ended", "Japan", "Tokyo", "-")
    ran = run("review", "talks")
    assert 'date "never" is not understood' in ran.err
    record = read_records([drafts])[0]
    assert [record.get(name) for name in ("date", "title", "actors", "place", "kind", "status")] == [
        "2022-03-21", "Talks ended", ["Japan"], "Tokyo", None, "draft",
    ]  # fmt: skip
    assert "# too wide" in drafts.read_text()


def test_a_date_by_another_calendar_keeps_its_words(
    run: Run, drafts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, "e", "26 January 1855 O.S.", "", "", "", "")
    run("review", "treaty OR visit")
    record = read_records([drafts])[3]
    assert (record["date"], record["date_as_written"]) == ("1855-02-07", "26 January 1855 O.S.")


def test_one_goes_back_to_what_is_still_there(
    run: Run, drafts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, "a", "r", "b", "r", "b", "a")
    ran = run("review")
    assert statuses(drafts) == [("rally", "reported"), ("treaty", "")]
    assert ran.err.endswith("1 accepted, 2 rejected, 0 drafts left\n")


def test_drafts_come_in_the_order_that_is_asked_for(
    run: Run, drafts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for words, order in (
        ((), ["visit", "talks", "rally"]),
        (("--reverse",), ["rally", "talks", "visit"]),
        (("--order", "sources", "--reverse"), ["talks", "rally", "visit"]),
    ):
        answer(monkeypatch, "s", "s", "s")
        heads = [line.split() for line in run("review", *words).out.splitlines() if " of 3" in line]
        assert [head[3] for head in heads] == order
    assert drafts.read_text() == DRAFTS


@pytest.mark.usefixtures("drafts")
def test_what_is_no_draft_is_not_asked_about(run: Run) -> None:
    assert run("review", "treaty").err == "there is no draft to review\n"


class Typing:
    """A person at the keyboard, and another hand that works meanwhile; what it does stands among the answers."""

    def __init__(self, *answers: object) -> None:
        self.answers = iter(answers)

    def readline(self) -> str:
        for one in self.answers:
            if callable(one):
                one()
            else:
                return f"{one}\n"
        return ""


def test_what_another_hand_has_changed_is_shown_again_and_kept(
    run: Run, drafts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def change() -> None:
        drafts.write_text(DRAFTS.replace("Rally", "A rally"))

    monkeypatch.setattr(sys, "stdin", Typing("s", "a", change, "a", "a"))
    ran = run("review")
    assert '"rally" was changed by another program meanwhile' in ran.err
    assert "title   A rally" in ran.out
    assert statuses(drafts)[:2] == [("talks", "draft"), ("rally", "reported")]


def test_what_another_hand_has_taken_out_is_passed_by(
    run: Run, drafts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut() -> None:
        drafts.write_text(DRAFTS[: DRAFTS.index("- id: visit")])

    monkeypatch.setattr(sys, "stdin", Typing(cut, "r", "a"))
    ran = run("review")
    assert '"visit" was taken out by another program meanwhile' in ran.err
    assert statuses(drafts) == [("talks", "reported"), ("rally", "draft"), ("treaty", "")]


def test_an_answer_that_cannot_be_kept_is_asked_again(
    run: Run, drafts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts.write_text(
        "- {id: a, date: 2022, title: A, status: draft, place: &p Oslo}\n- {id: b, date: 2022, title: B, place: *p}\n"
    )
    answer(monkeypatch, "r", "s")
    ran = run("review")
    assert (ran.code, "without touching other records" in ran.err) == (0, True)


def waiting(process: "subprocess.Popen[bytes]", draft: int) -> Iterator[None]:
    """Until a command asks about a draft."""
    assert process.stderr is not None
    told = b""
    while f"{draft} of 3: ".encode() not in told:
        told += os.read(process.stderr.fileno(), 4096)
        yield


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_whatever_ends_it_loses_no_answer(drafts: Path, end: signal.Signals) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "timeline", "review"],
        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdin is not None
    for draft in (1, 2):
        for _ in waiting(process, draft):
            time.sleep(0.01)
        if draft == 1:
            process.stdin.write(b"a\n")
            process.stdin.flush()
    process.send_signal(end)
    process.communicate()
    assert statuses(drafts) == [("talks", "draft"), ("rally", "draft"), ("treaty", ""), ("visit", "reported")]
