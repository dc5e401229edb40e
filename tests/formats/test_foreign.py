"""Whatever a file holds, each of its rows is an event or a mistake with its place and a hint."""

import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline.errors import InvalidData
from timeline.formats import FORMATS, going
from timeline.formats.foreign import Reading, read_file
from timeline.formats.format import ReadOptions
from timeline.formats.text import opened
from timeline.said.reading import read_date

TOKENS = [
    *(
        b"date",
        b"title",
        b"id",
        b"actors",
        b"sources",
        b"source",
        b"extra",
        b"lat",
        b"Year",
        b"earliest",
        b"x",
    ),
    *(
        b",",
        b";",
        b"\t",
        b"|",
        b'"',
        b"\n",
        b"\r",
        b"\r\n",
        b"sep=;\n",
        b" ",
        b"\\",
        b"'",
        b"=1",
        b"\0",
        b"\xe2\x80\xa8",
    ),
    *(
        b"2022",
        b"c. 1950",
        b"7 Feb",
        b"2022-13",
        b"91",
        b"a\n",
        b"date,title\n",
        b"date;title;source\n",
        b'"a\nb"',
    ),
    *(
        b"\xff",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"[{",
        b"{}",
        b"[]",
        b'{"date":"2022","title":"x"',
        b"}",
        b"null",
        b"\\ud800",
    ),
]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(TOKENS), max_size=30).map(b"".join))
@pytest.mark.parametrize("name", going("in"))
def test_any_bytes_are_events_or_mistakes(tmp_path: Path, name: str, data: bytes) -> None:
    file = tmp_path / "file"
    file.write_bytes(data)
    options = ReadOptions(date=lambda text: read_date(text, today=19398))
    reading = Reading()
    read_file(file, FORMATS.load(name), options, reading)
    assert all(error.message.startswith(f"{file}:") and error.hint for error in reading.wrong)
    assert reading.rows == len(reading.events) + reading.bad
    lines = [event.origin.line for event in reading.events if event.origin]
    assert lines == sorted(set(lines))
    assert all(1 <= line <= data.count(b"\n") + data.count(b"\r") + 1 for line in lines)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(st.sampled_from("aé\r\n"), max_size=30),
    st.text(st.sampled_from("aé\r\n"), max_size=9),
    st.sampled_from([1, 2, 3, 1 << 20]),
)
def test_a_byte_of_no_encoding_is_found_with_its_line(
    monkeypatch: pytest.MonkeyPatch, before: str, after: str, chunk: int
) -> None:
    monkeypatch.setattr("timeline.formats.text._CHUNK", chunk)
    data = f"éé{before}".encode() + b"\xff" + after.encode()
    with pytest.raises(InvalidData) as caught, opened(io.BytesIO(data), ReadOptions()):
        pass
    lines = f"{before}.".replace("\r\n", "\n").replace("\r", "\n").count("\n")
    assert caught.value.message == f"{lines + 1}: byte 0xff is not UTF-8"
