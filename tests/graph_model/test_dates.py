"""Partial dates: forms, bounds, and what is refused. Oracle for closed forms: the `edtf` package."""

import pytest
from edtf import parse_edtf
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bycn.graph_model.dates import PartialDate

DAYS = st.dates().map(str)
MONTHS = DAYS.map(lambda day: day[:7])
YEARS = DAYS.map(lambda day: day[:4])
POINTS = st.one_of(YEARS, MONTHS, DAYS)

at_leisure = settings(deadline=None, max_examples=50)
"""The oracle takes its time."""


def oracle(text):
    date = parse_edtf(text)
    first, last = date.lower_strict(), date.upper_strict()
    return tuple(f"{day.tm_year:04}-{day.tm_mon:02}-{day.tm_mday:02}" for day in (first, last))


@at_leisure
@given(POINTS)
def test_a_point_has_the_bounds_that_edtf_gives(text):
    date = PartialDate.parse(text)
    assert (date.start, date.end) == oracle(text)


@at_leisure
@given(POINTS, POINTS)
def test_a_closed_period_has_the_bounds_that_edtf_gives(one, other):
    assume(PartialDate.parse(one).start <= PartialDate.parse(other).end)
    date = PartialDate.parse(f"{one}/{other}")
    assert (date.start, date.end) == (oracle(one)[0], oracle(other)[1])


@given(POINTS)
def test_approximate_dates_have_the_bounds_of_exact_ones_and_say_so(text):
    about, exact = PartialDate.parse(f"{text}~"), PartialDate.parse(text)
    assert (about.start, about.end) == (exact.start, exact.end)
    assert about.is_approximate
    assert not exact.is_approximate


@given(POINTS)
def test_open_periods_have_one_bound(text):
    point = PartialDate.parse(text)
    assert PartialDate.parse(f"../{text}").start is None
    assert PartialDate.parse(f"../{text}").end == point.end
    assert PartialDate.parse(f"{text}/..").start == point.start
    assert PartialDate.parse(f"{text}/..").end is None


@given(POINTS, POINTS)
def test_a_reversed_period_is_refused(one, other):
    assume(PartialDate.parse(one).start > PartialDate.parse(other).end)
    with pytest.raises(ValueError, match="ends before it starts"):
        PartialDate.parse(f"{one}/{other}")


@given(st.text(alphabet="0123456789-/.~ XuT", max_size=12))
def test_any_text_is_a_date_with_ordered_bounds_or_refused_in_words(text):
    try:
        date = PartialDate.parse(text)
    except ValueError as refusal:
        wrong, remedy = str(refusal).split("; ", 1)
        told = wrong and remedy
    else:
        told = date.first <= date.last and str(date) == text
    assert told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2023-02-29", "2023-02 has 28 days"),
        ("2023-04-31", "2023-04 has 30 days"),
        ("2023-00", "no such month"),
        ("2023-13-01", "no such month"),
        ("0000", "is not a date"),
        ("23", "is not a date"),
        ("2023-6", "is not a date"),
        ("25.06.2023", "is not a date"),
        ("2023-06-25T10:00", "is not a date"),
        ("٢٠٢٣", "is not a date"),
        ("", "is not a date"),
        ("../..", "open on both sides"),
        ("2023/", "is not a date"),
    ],
)
def test_what_is_no_date_is_refused_with_the_reason(text, told):
    with pytest.raises(ValueError, match=told):
        PartialDate.parse(text)


@pytest.mark.parametrize(
    ("one", "other", "overlap", "within"),
    [
        ("2023-06", "2023", True, True),
        ("2023", "2023-06", True, False),
        ("2023-01/2023-06", "2023-06-30/2023-12", True, False),
        ("2022", "2023", False, False),
        ("../2021", "2019/..", True, False),
        ("2020", "2019/..", True, True),
        ("2018", "2019/..", False, False),
    ],
)
def test_periods_overlap_or_lie_within(one, other, overlap, within):
    first, second = PartialDate.parse(one), PartialDate.parse(other)
    assert first.overlaps(second) is second.overlaps(first) is overlap
    assert first.lies_within(second) is within
