"""As of, between: on which days a fact holds, and by which it is found, by the rule as it is written."""

import pytest

from bycn.graph_model.periods import holding_period, placing_period
from bycn.graph_model.vocabulary import FACT_TRAITS, PLANS, STATUSES
from tests.made_up import fact

ALWAYS = ("0000-01-01", "9999-12-31")
MOMENTARY = ("CONTRACT", "TRADE_FLOW", "TOOK_PART_IN", "INDICATOR")
STRUCTURE = ("MEMBER_OF", "PART_OF", "LOCATED_IN")
LASTING = ("TWINNED_WITH", "AGREEMENT", "ACCREDITED_AT", "JOINT_PROJECT", "COOPERATES_WITH")


def one(type_, **more):
    return fact("f", type_, "company/a", "company/b", **more)


def test_every_type_is_of_one_of_three_kinds():
    assert sorted((*MOMENTARY, *STRUCTURE, *LASTING)) == sorted(FACT_TRAITS)


@pytest.mark.parametrize("type_", [*LASTING, *STRUCTURE])
@pytest.mark.parametrize(
    ("date", "valid", "holds"),
    [
        ("2023", None, ("2023-01-01", "9999-12-31")),
        ("2023-06-25", None, ("2023-06-25", "9999-12-31")),
        ("2019/..", None, ("2019-01-01", "9999-12-31")),
        ("2016/2020", None, ("2016-01-01", "9999-12-31")),  # signed then, and nothing says that it ended
        ("../2021", None, ("2021-12-31", "9999-12-31")),
        ("2015~", None, ("2015-01-01", "9999-12-31")),
        (None, "2016/2020", ("2016-01-01", "2020-12-31")),
        (None, "../2020", ("2020-12-31", "2020-12-31")),
        (None, "2023-03/..", ("2023-03-01", "9999-12-31")),
        ("2023-11", "2023/2025", ("2023-11-01", "2025-12-31")),  # not before it was signed
        ("2022-11", "2023/2025", ("2023-01-01", "2025-12-31")),  # not before it begins
        ("../2023-05", "2023/2025", ("2023-05-31", "2025-12-31")),
        ("2019", "../2021", ("2019-01-01", "2021-12-31")),
    ],
)
def test_what_lasts_holds_from_its_date_on_and_while_it_is_valid(type_, date, valid, holds):
    assert holding_period(one(type_, date=date, valid=valid)) == holds


@pytest.mark.parametrize("type_", MOMENTARY)
@pytest.mark.parametrize(
    ("date", "valid", "holds"),
    [
        ("2022", None, ("2022-01-01", "2022-12-31")),
        ("2023-01/2023-06", None, ("2023-01-01", "2023-06-30")),
        ("../2023-10", None, ("2023-10-31", "2023-10-31")),
        ("2024-06/..", None, ("2024-06-01", "9999-12-31")),
        ("2024-08", "2024/2026", ("2024-08-01", "2024-08-31")),
        (None, "2024/2026", None),
    ],
)
def test_what_is_momentary_holds_while_its_date_lasts(type_, date, valid, holds):
    assert holding_period(one(type_, date=date, valid=valid)) == holds


@pytest.mark.parametrize("type_", FACT_TRAITS)
def test_without_a_time_structure_alone_holds(type_):
    assert holding_period(one(type_)) == (ALWAYS if type_ in STRUCTURE else None)


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("type_", FACT_TRAITS)
def test_plans_never_hold_and_all_else_does(type_, status):
    planned = one(type_, status=status, date="2023", valid="2023/2025")
    assert (holding_period(planned) is None) == (status in PLANS)
    assert placing_period(planned) == ("2023-01-01", "2023-12-31")


@pytest.mark.parametrize("type_", FACT_TRAITS)
@pytest.mark.parametrize(
    ("date", "valid", "announced", "placed"),
    [
        ("2023-02", "2024/2025", "2021", ("2023-02-01", "2023-02-28")),
        (None, "2024/2025", "2021", ("2024-01-01", "2025-12-31")),
        (None, None, "2021", ("2021-01-01", "2021-12-31")),
        (None, None, None, None),
        ("../2021", None, None, ("2021-12-31", "2021-12-31")),
        (None, "../2021", None, ("2021-12-31", "2021-12-31")),
        ("2019/..", None, None, ("2019-01-01", "9999-12-31")),
    ],
)
def test_what_is_found_between_two_days_goes_by_date_then_validity_then_announcement(
    type_, date, valid, announced, placed
):
    assert placing_period(one(type_, date=date, valid=valid, announced=announced)) == placed
