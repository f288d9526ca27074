import pytest
from hypothesis import given
from hypothesis import strategies as st

from bycn.pictures import labels


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"amount": 5_000_000, "amount_qualifier": "over", "currency": "USD"}, "over USD 5,000,000"),
        ({"amount": 5_000_000, "amount_qualifier": "exact", "currency": "CNY"}, "CNY 5,000,000"),
        ({"amount": 1.5, "amount_max": 2, "amount_qualifier": "at_least", "currency": "BYN"}, "at least BYN 1.5–2"),
        ({"amount": None}, None),
    ],
)
def test_an_amount_keeps_its_qualifier_and_currency(told, said):
    assert labels.amount(told) == said


def test_a_quantity_has_its_unit_behind_it():
    assert labels.quantity({"quantity": 300, "quantity_qualifier": "about", "unit": "t"}) == "about 300 t"


def test_growth_is_told_in_the_words_of_the_source_where_there_are_any():
    assert labels.growth({"growth": 1.15, "growth_text": "almost +15 %"}) == "almost +15 %"
    assert labels.growth({"growth": 2.7, "growth_qualifier": "about"}) == "to about 2.7 times"
    assert labels.growth({}) is None


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
