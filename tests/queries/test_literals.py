"""Cypher literals mean what they stand for, on the engine that reads them."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bycn.queries.literals import literal, param_lines

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.text(st.characters(codec="utf-8", exclude_characters="\x00"))
)


@given(value=SCALARS | st.lists(st.text(st.sampled_from("\\'u0027\n\r\"`$ä中"), min_size=1), min_size=1))
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_literal_is_read_back_as_the_value(engine, value):
    assert engine.run(f"RETURN {literal(value)} AS value ORDER BY value") == [{"value": value}]


def test_the_lines_that_set_parameters():
    values = {"entity": "O'Hara \\u0041", "limit": 3, "sectors": ["a", "b"], "from": None, "direct": False, "x": 1.5}
    assert param_lines(values) == [
        ":param entity => 'O\\'Hara \\\\' + 'u0041';",
        ":param limit => 3;",
        ":param sectors => ['a', 'b'];",
        ":param from => null;",
        ":param direct => false;",
        ":param x => 1.5;",
    ]


def test_what_has_no_literal():
    with pytest.raises(TypeError, match="object has no Cypher literal"):
        literal(object())
