import pytest
from hypothesis import given
from hypothesis import strategies as st

from bycn.pictures import labels


@pytest.mark.parametrize("room", [30, 12])
@pytest.mark.parametrize(
    "name",
    [
        "Minsk",
        "Sports and Tourism Department of the Brest Regional Executive Committee",
        "维捷布斯克州" * 9,
        "x" * 10_000,
    ],
)
def test_a_label_is_short_lines_that_hold_the_whole_name(name, room):
    lines = labels.label_lines(name, room)
    assert all(len(line) <= room for line in lines)
    assert "".join(lines).replace(" ", "") == name.replace(" ", "")


def test_the_two_lines_of_a_label_are_about_even():
    assert labels.label_lines("Orsha City Hospital No. 2") == ["Orsha City Hospital No. 2"]
    assert labels.label_lines("Orsha City Hospital No. 2", 24) == ["Orsha City", "Hospital No. 2"]


@given(st.text(max_size=80))
def test_any_text_makes_a_label_without_control_characters(text):
    lines = labels.label_lines(text)
    assert lines
    assert all(char.isprintable() or char == "\u3000" for line in lines for char in line)


def test_a_word_that_is_too_long_is_broken_at_its_hyphen():
    lines = labels.label_lines("Regional Belarusian-Chinese forum", 14)
    assert lines == ["Regional", "Belarusian-", "Chinese forum"]
    assert labels.label_lines("Sino-Belarusian centre", 22) == ["Sino-Belarusian centre"]
