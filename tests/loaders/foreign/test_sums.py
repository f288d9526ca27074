"""Numbers and sums as people write them: read where one reading alone is possible, refused where there are two."""

from decimal import Decimal

import pytest

from bycn.loaders.foreign.sums import COMMA, POINT, currency_in, decimal_sign, factor_in, read_sum, sign_in
from bycn.loaders.foreign.values import Unclear


@pytest.mark.parametrize(
    ("text", "sign", "told"),
    [
        ("1 234,5", COMMA, ("1234.5", None, None)),
        ("1,234.56", POINT, ("1234.56", None, None)),
        ("over $3.5 million", POINT, ("3500000", None, "over")),
        ("10–12 тыс. тонн", COMMA, ("10000", "12000", None)),
        ("свыше 2 млрд долл. США", COMMA, ("2000000000", None, "over")),
        ("500万美元", POINT, ("5000000", None, None)),
        ("~1,200", POINT, ("1200", None, "about")),
        ("не менее 7*", COMMA, ("7", None, "at_least")),
        ("1’234’567", POINT, ("1234567", None, None)),
        (".5", POINT, ("0.5", None, None)),
        ("500+", POINT, ("500", None, "over")),
        ("1E+06", POINT, ("1000000", None, "about")),
        ("１２３", POINT, ("123", None, None)),
        ("$1.2B", POINT, ("1200000000", None, None)),
        ("€5 Mio.", COMMA, ("5000000", None, None)),
        ("USD mln 5.2", POINT, ("5200000", None, None)),
        ("1.2万亿元", POINT, ("1200000000000", None, None)),
        ("5億元", POINT, ("500000000", None, None)),
        ("3亿多元", POINT, ("300000000", None, "over")),
        (">= 10", POINT, ("10", None, "at_least")),
        ("от 10 до 12 млн руб.", COMMA, ("10000000", "12000000", None)),
        ("5 м3", POINT, ("5", None, None)),
    ],
)
def test_a_sum_keeps_its_words(text, sign, told):
    found = read_sum(text, sign)
    assert (f"{found.value:f}", found.top and f"{found.top:f}", found.qualifier) == told


@pytest.mark.parametrize(
    ("text", "strange"),
    [
        ("5 млн долл. США", ""),
        ("5 MUSD", "musd"),
        ("5 BYR", ""),
        ("5 тонн/год", "год"),
        ("₿5", "₿"),
        ("100 boxes", "boxes"),
        ("about $3 million", ""),
    ],
)
def test_no_word_beside_a_number_is_passed_over(text, strange):
    assert read_sum(text, POINT).strange == strange


def test_a_scale_in_the_cell_goes_before_that_of_the_header():
    assert read_sum("5 млн", COMMA, Decimal(1000)).value == 5_000_000
    assert read_sum("5", COMMA, Decimal(1000)).value == 5_000


def test_a_real_number_beside_texts_with_a_comma_has_a_point():
    assert (sign_in("12.5", COMMA), sign_in("12,5", COMMA), sign_in("1.234", COMMA)) == (POINT, COMMA, None)
    assert decimal_sign(["1,234", "12.5"], comma_table=False, real_numbers=True) is None


@pytest.mark.parametrize("text", ["12%", "-5", "–5", "1 234-", "n/a", "1 and 2 and 3", "abc", "5 per 7"])
def test_what_is_no_sum_is_refused(text):
    with pytest.raises(Unclear):
        read_sum(text, POINT)


@pytest.mark.parametrize(
    ("cells", "comma_table", "sign"),
    [
        (["1,548", "0,125"], False, COMMA),
        (["1,548", "2,125"], False, None),
        (["1,548"], True, COMMA),
        (["1,548.5"], True, POINT),
        (["1.548,5"], False, COMMA),
        (["1.548"], False, None),
        (["1.54"], False, POINT),
        (["1,234,567"], False, POINT),
        (["1.234.567"], False, COMMA),
        (["1 234 567"], False, POINT),
    ],
)
def test_the_column_tells_what_a_comma_means(cells, comma_table, sign):
    assert decimal_sign(cells, comma_table=comma_table) == sign


def test_in_a_file_of_real_numbers_a_point_is_a_point():
    assert decimal_sign(["1.548"], comma_table=False, real_numbers=True) == POINT


def test_headers_tell_currency_and_scale():
    assert (currency_in("Сумма, тыс. долл. США"), factor_in("Сумма, тыс. долл. США")) == ("USD", 1000)
    assert (currency_in("Amount (EUR million)"), factor_in("Amount (EUR million)")) == ("EUR", 1_000_000)
    assert (currency_in("金额（万美元）"), factor_in("金额（万美元）")) == ("USD", 10_000)
    assert (currency_in("Amount"), factor_in("Amount")) == (None, 1)


@pytest.mark.parametrize(("text", "sign", "value"), [("$1.5m", COMMA, "1500000"), ("1,5 млн", POINT, "1500000")])
def test_a_number_of_another_kind_than_its_column_is_read_where_it_can_be_one_alone(text, sign, value):
    assert str(read_sum(text, sign).value) == value
