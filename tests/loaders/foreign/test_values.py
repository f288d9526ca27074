"""Dates and sums as people write them: read where one reading alone is possible, refused where there are two."""

from decimal import Decimal

import pytest

from bycn.loaders.foreign.values import (
    COMMA,
    DAY_FIRST,
    MONTH_FIRST,
    POINT,
    YEAR_FIRST,
    Unclear,
    currency_in,
    day_order,
    decimal_sign,
    factor_in,
    month_of,
    read_date,
    read_sum,
    sign_in,
)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2023", "2023"),
        ("2023-06", "2023-06"),
        ("../2021", "../2021"),
        ("25.06.2023", "2023-06-25"),
        ("2023-06-25T00:00:00", "2023-06-25"),
        ("+2012-01-04T00:00:00Z", "2012-01-04"),
        ("202306", "2023-06"),
        ("20230625", "2023-06-25"),
        ("6/25/2023", "2023-06-25"),
        ("06/2023", "2023-06"),
        ("Nov-23", "2023-11"),
        ("ноя.23", "2023-11"),
        ("ноябрь 2023 г.", "2023-11"),
        ("25 июня 2023 года", "2023-06-25"),
        ("12 ліпеня 2020", "2020-07-12"),
        ("1er mars 2015", "2015-03-01"),
        ("January 4, 2012", "2012-01-04"),
        ("2023年6月25日", "2023-06-25"),
        ("2016–2020", "2016/2020"),
        ("2011–present", "2011/.."),
        ("с 2011 г.", "2011"),
        ("2011[3]", "2011"),
        ("2012*", "2012"),
        ("2016-20", "2016/2020"),
        ("2016..2020", "2016/2020"),
        ("с 2019 по 2021", "2019/2021"),
        ("2019年至2021年", "2019/2021"),
        ("25–27.06.2023", "2023-06-25/2023-06-27"),
        ("25-27 июня 2023 г.", "2023-06-25/2023-06-27"),
        ("２０２３年", "2023"),
        ("в 2023 году", "2023"),
        ("6/25/23", "2023-06-25"),
        ("25.06.23", "2023-06-25"),
        ("до 2025 г.", "../2025"),
        ("until 25.06.2023", "../2023-06-25"),
        ("2011 –", "2011/.."),
        ("ca. 2012", "2012~"),
        ("около 2012 г.", "2012~"),
        ("2023-W25", "2023-06-19/2023-06-25"),
        ("2023-W25-3", "2023-06-21"),
        ("3Q2023", "2023-07/2023-09"),
        ("2023 г., III кв.", "2023-07/2023-09"),
        ("первое полугодие 2023 г.", "2023-01/2023-06"),
        ("2023年下半年", "2023-07/2023-12"),
        ("январь–июнь 2023 г.", "2023-01/2023-06"),
        ("9 months 2023", "2023-01/2023-09"),
        ("1-я половина 2023 года", "2023-01/2023-06"),
        ("二〇二三年十二月二十五日", "2023-12-25"),
        ("2023年十月份", "2023-10"),
        ("2023年1-6月", "2023-01/2023-06"),
        ("«25» июня 2023 г.", "2023-06-25"),
        ("le 25 juin 2023", "2023-06-25"),
        ("25. Dezember 2023", "2023-12-25"),
        ("1 października 2023 r.", "2023-10-01"),
        ("2023-Jun-25", "2023-06-25"),
        ("2023 январь", "2023-01"),
    ],
)
def test_a_date_has_one_reading(text, date):
    assert read_date(text) == date


@pytest.mark.parametrize(
    "text", ["45102", "foo", "31.02.2020", "2020/13", "12/2020/5", "Foo-23", "1,5", "2020–2010", "2011/12", "2023-W60"]
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(Unclear, match=text.replace("/", ".")):
        read_date(text)


@pytest.mark.parametrize(
    ("month", "date"),
    [
        ("3", "2023-03"),
        ("03.0", "2023-03"),
        ("ліпеня", "2023-07"),
        ("янв.", "2023-01"),
        ("12月份", "2023-12"),
        ("十一月", "2023-11"),
        ("一至三月", "2023-01/2023-03"),
        ("январь–март", "2023-01/2023-03"),
        ("II кв.", "2023-04/2023-06"),
        ("2023-05", "2023-05"),
        ("52", "2023"),
        ("—", "2023"),
    ],
)
def test_a_month_beside_its_year(month, date):
    assert month_of("2023", month) == date


@pytest.mark.parametrize("month", ["13", "III", "1-3", "someday"])
def test_what_is_no_month_is_no_year_either(month):
    with pytest.raises(Unclear):
        month_of("2023", month)


def test_the_column_tells_whether_day_or_month_stands_first():
    assert day_order(["3/4/2023", "25/4/2023"]) == DAY_FIRST
    assert day_order(["3/4/2023", "4/25/2023"]) == MONTH_FIRST
    assert day_order(["3/4/2023", "25.04.2023"]) is None
    assert day_order(["4/4/2023", "03.04.2023"]) == DAY_FIRST
    assert day_order(["03.04.23"]) is None
    assert day_order(["since 3/4/2016", "3/4/2016 – 5/6/2018"]) is None
    assert day_order(["3/4/23", "4/25/23"]) == MONTH_FIRST
    assert read_date("23.06.25", YEAR_FIRST) == "2023-06-25"
    with pytest.raises(Unclear, match="day, a month or a year first"):
        read_date("23.06.25", None)
    assert read_date("3/4/2023", MONTH_FIRST) == "2023-03-04"
    with pytest.raises(Unclear, match="day or a month first"):
        read_date("3/4/2023", None)


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


@pytest.mark.parametrize("text", ["12%", "-5", "n/a", "1 and 2 and 3", "abc", "5 per 7"])
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
