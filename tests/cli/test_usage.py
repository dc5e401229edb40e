"""What the option parser finds wrong is told in words of ours, from what its errors name."""

from pathlib import Path
from typing import Any

import pytest
import typer
from commands import Run
from hypothesis import given
from hypothesis import strategies as st

from timeline.cli.commands import COMMANDS, command
from timeline.cli.words import refusal


def options(name: str) -> list[Any]:
    return [one for one in command(name).params if one.param_type_name == "option"]


JUDGING = [
    one for name in COMMANDS for one in options(name) if one.type.name not in ("str", "path", "boolean")
]
values = st.one_of(
    st.text(max_size=8),
    st.integers(-20, 10_000).map(str),
    st.floats(-2, 2).map(str),
    st.sampled_from(("text", "github", "1e3", "٣", "1_000", " 7 ", "9" * 5_000)),
)


@given(st.sampled_from(JUDGING), values)
def test_what_is_refused_is_what_the_parser_refuses(option: Any, value: str) -> None:
    try:
        option.type.convert(value, option, None)
    except typer.BadParameter:
        assert refusal(value, option.type)
    else:
        assert not refusal(value, option.type)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_tells_whether_it_takes_a_value(name: str, run: Run, events: Path) -> None:
    for option in options(name):
        for written in option.opts:
            if not option.is_flag:
                told = f'option "{written}" requires an argument'
                words = [name, written]
            elif written.startswith("--"):
                told = f'option "{written}" does not take a value'
                words = [name, f"{written}=x"]
            else:
                continue
            ran = run(*words)
            assert (ran.code, ran.err) == (2, f"{told}\n  hint: see timeline {name} --help\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["show", "--help=x"], 'option "--help" does not take a value'),
        (["--version=3"], 'option "--version" does not take a value'),
        (["--", "show", "--first", "x"], 'invalid value for "--first": "x" is not a whole number'),
        (
            ["show", "x", "--first=1", "--width", "1e3"],
            'invalid value for "--width": "1e3" is not a whole number',
        ),
        (["show", "--first", "'"], 'invalid value for "--first": "\'" is not a whole number'),
        (["show", "--century", "9901"], 'invalid value for "--century": 9901 is not between 0 and 9900'),
        (["check", "--wait", "-0.5"], 'invalid value for "--wait": -0.5 is less than 0'),
        (["init", "a", "b", "it's"], 'more arguments than it takes: "b", "it\'s"'),
        (["show", "--a\x1b[2J"], "no such option: --a\\x1b[2J"),
        (["import"], 'missing argument "FILE..."'),
    ],
)
def test_the_culprit_is_quoted_as_it_was_typed(words: list[str], told: str, run: Run, events: Path) -> None:
    ran = run(*words)
    assert (ran.code, ran.out, ran.err.partition("\n")[0]) == (2, "", told)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ["edit", "--where", "around:2022-04-10", "--status", "confirmed", "--dry-run"],
            "+  status: confirmed",
        ),
        (["remove", "--where", "around:2022-04-10", "--dry-run"], '-  title: "Talks end"'),
        (
            ["move", "--where", "around:2022-04-10", "--to", "other.yaml", "--dry-run", "--force"],
            '-  title: "Talks end"',
        ),
        (["import", "rows.csv", "--where", "around:2022-04-10", "--dry-run"], "title: Visit"),
    ],
)
def test_how_far_around_reaches_can_be_said_wherever_a_query_can(
    run: Run, events: Path, words: list[str], told: str
) -> None:
    (events.parent.parent / "rows.csv").write_text("date,title\n2022-03-21,Visit\n", encoding="utf-8")
    assert [told in run(*words, "--within", far).out for far in ("1w", "30d", "1m")] == [False, True, True]
    ran = run(
        *words[:1], *(["rows.csv"] if words[0] == "import" else ["second"]), *words[3:], "--within", "1w"
    )
    assert (ran.code, ran.err.partition("\n")[0]) == (2, "--within says nothing without around:")


def test_a_review_of_what_is_around_reaches_as_far(run: Run, events: Path) -> None:
    events.write_text("- {id: a, date: 2022-03-21, title: Talks, status: draft}\n", encoding="utf-8")
    assert "there is no draft" in run("review", "around:2022-04-10", "--within", "1w").err
    assert "Talks" in run("review", "around:2022-04-10", "--within", "1m").out
