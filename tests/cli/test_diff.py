"""A dry run's diff is one that `patch` would apply, and costs little however long the file is."""

from collections.abc import Sequence

import pytest
from counting import steps
from hypothesis import given
from hypothesis import strategies as st

from timeline.cli.diff import diff_lines, print_diff

texts = st.lists(st.sampled_from(("a", "b", "- x", "", "c\u2028d", " e")), max_size=30).map("\n".join)
changes = st.lists(
    st.tuples(st.integers(0, 400), st.integers(0, 3), st.lists(st.just("new"), max_size=3)), max_size=4
)


def patched(old: str, diff: Sequence[str]) -> str:
    """What `patch` makes of a text."""
    olds = old.split("\n")
    news: list[str] = []
    at, last = 0, ""
    final = old.endswith("\n") or not old
    for line in diff[2:]:
        if line.startswith("@@"):
            start, _, length = line.split()[1].lstrip("-").partition(",")
            first = int(start) - (length != "0")
            news += olds[at:first]
            at = first
        elif line.startswith("\\"):
            final = not last.startswith(("+", " "))
        else:
            if line[0] in " -":
                assert olds[at] == line[1:]
                at += 1
            if line[0] in " +":
                news.append(line[1:])
                final = True
        last = line
    rest = olds[at:]
    if rest and rest[-1] == "":
        rest.pop()
    elif rest:
        final = False
    news += rest
    return "\n".join(news) + ("\n" if final and news else "")


@given(texts, texts)
def test_a_diff_applied_to_the_old_text_gives_the_new(old: str, new: str) -> None:
    diff = list(diff_lines("e.yaml", old, new))
    assert (diff == []) == (old == new)
    assert patched(old, diff) == new


@given(changes)
def test_a_diff_of_a_long_text_shows_little_more_than_what_changes(
    edits: list[tuple[int, int, list[str]]],
) -> None:
    olds = [f"line {at}\n" for at in range(400)]
    news = olds[:]
    for at, taken, given_ in sorted(edits, reverse=True):
        news[at : at + taken] = [f"{text}\n" for text in given_]
    diff = list(diff_lines("e.yaml", "".join(olds), "".join(news)))
    assert patched("".join(olds), diff) == "".join(news)
    assert len(diff) <= 2 + sum(7 + taken + len(given_) + 1 for _, taken, given_ in edits)


def test_files_that_come_and_go_are_named_as_git_names_them() -> None:
    assert list(diff_lines("/a/e.yaml", "", "x\n")) == [
        "--- /dev/null",
        "+++ b/a/e.yaml",
        "@@ -0,0 +1 @@",
        "+x",
    ]
    assert list(diff_lines("e.yaml", "x", ""))[:3] == ["--- a/e.yaml", "+++ /dev/null", "@@ -1 +0,0 @@"]


def test_two_texts_without_a_common_line_are_one_change() -> None:
    old, new = "".join(f"a{at}\n" for at in range(2500)), "".join(f"b{at}\n" for at in range(2500))
    diff = list(diff_lines("e.yaml", old, new))
    assert len(diff) == 5003
    assert patched(old, diff) == new


def test_work_on_a_change_grows_with_the_file_and_not_faster() -> None:
    def compare(length: int) -> None:
        lines = [f"- id: e{at}\n  tags: [a]\n  kind: x\n" for at in range(length)]
        old = "".join(lines)
        lines[100], lines[length - 1_000] = "- id: new\n", "- id: other\n"
        assert len(list(diff_lines("e.yaml", old, "".join(lines)))) == 24

    assert steps(lambda: compare(50_000)) < 5.5 * steps(lambda: compare(10_000))


def test_what_a_file_holds_commands_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    print_diff([("e\x1b.yaml", "a\x1b[2J\u2028\n".encode(), b"\xff\r\n")])
    out = capsys.readouterr().out
    assert out == "--- a/e\\x1b.yaml\n+++ b/e\\x1b.yaml\n@@ -1 +1 @@\n-a\\x1b[2J\\u2028\n+\ufffd\n"
