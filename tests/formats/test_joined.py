"""Lists as texts: a name stands in the text of those lists that have it, and in no other, whatever letters it has."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.formats.joined import NOBODY, joined, names_of, standing

duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed")
LISTS = st.lists(st.text(st.sampled_from("ab01\x1e\x1f; \\'é"), max_size=4), max_size=4)


@settings(max_examples=50, deadline=None)
@given(st.lists(LISTS, min_size=1, max_size=8), st.data())
def test_the_names_of_a_list_are_found_in_its_text_and_come_out_of_it(
    lists: list[list[str]], data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from([name for names in lists for name in names] or ["a"]))
    with duckdb.connect() as connection:
        made = f"SELECT names, {joined('names')} FROM (SELECT unnest(?::VARCHAR[][]) AS names)"
        for names, text in connection.execute(made, [lists]).fetchall():
            assert names_of(text) == names
            assert (standing(name) in text) == (name in names)
            assert (text == NOBODY) == (not names)
