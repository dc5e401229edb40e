"""Seals: every byte that changes is noticed, and who reads Parquet sees nothing of them."""

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.formats import sealed
from timeline.formats.sealed import as_written, seal


def parquet(rows: bytes, footer: bytes) -> bytes:
    """What stands where in a file of Parquet."""
    return b"PAR1" + rows + footer + len(footer).to_bytes(4, "little") + b"PAR1"


def under_seal(folder: Path, rows: bytes = b"rows" * 9, footer: bytes = b"footer") -> bytes:
    path = folder / "a.parquet"
    path.write_bytes(parquet(rows, footer))
    seal(path)
    return path.read_bytes()


def test_a_seal_stands_between_rows_and_footer_and_moves_neither(tmp_path: Path) -> None:
    data = under_seal(tmp_path, b"rows", b"footer")
    whole = parquet(b"rows", b"footer")
    assert data.startswith(whole[:8])
    assert data.endswith(whole[8:])
    assert as_written(io.BytesIO(data)) is True


def test_every_byte_that_changes_is_noticed(tmp_path: Path) -> None:
    data = under_seal(tmp_path)
    for at in range(len(data)):
        changed = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
        assert as_written(io.BytesIO(changed)) is not True, at
        assert as_written(io.BytesIO(data[:at])) is not True, at


def test_of_many_rows_only_the_footer_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = under_seal(tmp_path)
    monkeypatch.setattr(sealed, "MOST", 8)
    assert as_written(io.BytesIO(data[:5] + b"?" + data[6:])) is True
    assert as_written(io.BytesIO(data[:-10] + b"?" + data[-9:])) is False


@given(st.binary(max_size=60))
def test_what_has_no_seal_is_told_from_what_has_a_broken_one(data: bytes) -> None:
    assert as_written(io.BytesIO(data)) is None
    assert as_written(io.BytesIO(parquet(data, b"footer"))) is None
