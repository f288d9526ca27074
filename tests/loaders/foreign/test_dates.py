"""Dates as people write them: read where one reading alone is possible, refused where there are two."""

import pytest

from bycn.loaders.foreign.dates import DAY_FIRST, MONTH_FIRST, YEAR_FIRST, day_order, month_of, read_date
from bycn.loaders.foreign.values import Unclear


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


@pytest.mark.parametrize("month", ["13", "III", "3-1", "someday"])
def test_what_is_no_month_is_no_year_either(month):
    with pytest.raises(Unclear):
        month_of("2023", month)


def test_the_column_tells_whether_day_or_month_stands_first():
    assert day_order(["3/4/2023", "25/4/2023"]) == DAY_FIRST
    assert day_order(["3/4/2023", "4/25/2023"]) == MONTH_FIRST
    assert day_order(["3/4/2023", "4/25/2023", "25/4/2023"]) is None
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
