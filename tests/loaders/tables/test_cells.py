"""What a cell may hold, and what is said of one that doesn't: the column, what is wrong, what would be right."""

import re
from decimal import Decimal

import pytest

from bycn.graph_model.dates import PartialDate
from tests.loaders.tables.conftest import row, rows

WRONG = [
    ("status", "signd", "did you mean 'signed'?"),
    ("certainty", "sure", "one of stated, read"),
    ("amount_qualifier", "circa", "one of exact, about"),
    ("date", "2023-13", "months run from 01 to 12"),
    ("date", "2023-02-29", "2023-02 has 28 days"),
    ("currency", "eur", "write EUR"),
    ("currency", "юаней", "write CNY"),
    ("currency", "руб", "write BYN or RUB"),
    ("sources", "mine/one; mine/two", "join them with |: mine/one|mine/two"),
    ("sources", "mine/one, mine/two", "join them with |: mine/one|mine/two"),
    ("sources", "mine/one、mine/two", "join them with |: mine/one|mine/two"),
    ("sources", "mine/one mine/two", "write mine/one-mine/two, or where these are several mine/one|mine/two"),
    ("currency", "юани", "write CNY"),
    ("currency", "бел. руб.", "write BYN"),
    ("currency", "Euro", "write EUR"),
    ("date", "Q2 2021", "write 2021-04/2021-06"),
    ("date", "III квартал 2021 г.", "write 2021-07/2021-09"),
    ("date", "2021年第四季度", "write 2021-10/2021-12"),
    ("date", "1-е полугодие 2021", "write 2021-01/2021-06"),
    ("date", "25/06/23", "'25/06/23' may be a day, a month or a year first; write it as 2023"),
    ("date", "6/25/23", "write 2023-06-25"),
    ("date", "2011/12", "'2011/12' may be a month or two years; write it as 2023"),
    ("date", "2016-20", "write 2016/2020"),
    ("date", "2016..2020", "write 2016/2020"),
    ("date", "с 2019 по 2021", "write 2019/2021"),
    ("date", "2019年至2021年", "write 2019/2021"),
    ("date", "25–27.06.2023", "write 2023-06-25/2023-06-27"),
    ("date", "25-27 июня 2023", "write 2023-06-25/2023-06-27"),
    ("date", "２０２３", "write 2023"),
    ("date", "в 2023 году", "write 2023"),
    ("date", "31.04.2023", "'31.04.2023' is read as 2023-04-31, which is no date"),
    ("date", "n/a", "leave the cell empty"),
    ("amount", "—", "leave the cell empty"),
    ("amount", "3 млн", "write 3000000"),
    ("amount", "$500", "write 500 and USD in currency"),
    ("amount", "свыше 3,5 млн долларов", "write 3500000, USD in currency, and over in amount_qualifier"),
    ("amount", "500+", "write 500 and over in amount_qualifier"),
    ("amount", "10–12", "write 10 and 12 in amount_max"),
    ("amount", ".5", "write 0.5"),
    ("amount", "1.234.567,5", "write 1234567.5"),
    ("amount", "(5)", "write digits"),
    ("amount", "1,5,6", "write digits"),
    ("amount", "5 bags", "write digits"),
    ("amount", "#N/D!", "an error of the spreadsheet"),
    ("note", "#DZIEL/0!", "an error of the spreadsheet"),
    ("currency", "рублей", "write BYN or RUB"),
    ("currency", "тенге", "write KZT"),
    ("status", "подписан", "did you mean 'signed'?"),
    ("amount_qualifier", "свыше", "did you mean 'over'?"),
    ("sources", "ouwn", "did you mean 'own'? If not, add it to sources.csv"),
    ("sources", "www.example.by/a.html", "is an address; give the page a row in sources.csv"),
    ("sources", "https://example.by/a, https://example.by/b", "give each page a row in sources.csv, and join the ids"),
    ("sources", "mine/one and mine/two", "join them with |: mine/one|mine/two"),
    ("sources", "mine/one / mine/two", "join them with |: mine/one|mine/two"),
    ("sources", "mine/one\\mine/two", "join them with |: mine/one|mine/two"),
    ("from", "Vitebsk; Minsk", "names 2 parties; write a row for each"),
    ("sources", "//example.by/page", "give the page a row in sources.csv"),
    ("date", "someday", "is not a date; write"),
    ("date", "19.02.2021", "'19.02.2021' is not a date as tables have it; write 2021-02-19"),
    ("date", "2021/2/19", "write 2021-02-19"),
    ("date", "19 February 2021", "write 2021-02-19"),
    ("date", "44246", "write 2021-02-19; a spreadsheet"),
    ("date", "Feb-21", "write 2021-02; a spreadsheet"),
    ("date", "февр.21", "write 2021-02; a spreadsheet"),
    ("date", "202102", "write 2021-02"),
    ("date", "2021-02-19T00:00:00", "write 2021-02-19"),
    ("date", "2021.0", "write 2021"),
    ("date", "2017–2022", "write 2017/2022"),
    ("date", "2017 / 2022", "write 2017/2022"),
    ("date", "/2022", "write ../2022"),
    ("date", "2022/", "write 2022/.."),
    ("date", "2021-XX", "write 2021"),
    ("date", "2021-02-00", "write 2021-02"),
    ("date", "2021?", "write 2021~"),
    ("date", "2021 г.", "write 2021"),
    ("date", "03/04/2021", "'03/04/2021' may be a day or a month first; write it as 2023"),
    ("date", "2023/2021", "ends before it starts; write the earlier date first"),
    ("valid", "../..", "open on both sides"),
    ("currency", "RMB", "write CNY"),
    ("currency", "Br", "write BYN"),
    ("currency", "XYZ", "write three letters"),
    ("amount", "2 000 000", "write 2000000"),
    ("amount", "2\u00a0000\u202f000", "write 2000000"),
    ("amount", "2,000,000", "write 2000000"),
    ("amount", "2,5", "write 2.5"),
    ("amount", "1.5E+09", "write 1500000000"),
    ("amount", "-5", "write digits"),
    ("amount", "NaN", "write digits"),
    ("amount", "1_000", "write 1000"),
    ("amount", "much", "write digits"),
    ("amount", "1234567890123456", "more digits than a database keeps"),
    ("growth", "102,2%", "write 1.022, or 2.022 where it is a rise by as much"),
    ("quantity", "5 %", "write 5 and % in unit"),
    ("currency", "￥", "write CNY"),
    ("currency", "港元", "write HKD"),
    ("currency", "млн долл. США", "write USD, and the number in full"),
    ("date", "2023-25-06", "write 2023-06-25"),
    ("date", "XX.06.2023", "write 2023-06"),
    ("date", "'2023", "write 2023"),
    ("date", "2023’", "write 2023"),
    ("date", "2019+", "write 2019/.."),
    ("date", "25.06.0023", "'25.06.0023' is not a date;"),
    ("sources", "<https://example.org/a>", "is an address; give the page a row"),
    ("sources", "https://example.org/a?x=1,2", "is an address; give the page a row"),
    ("sources", "http://a.example/, http://b.example/", "holds 2 addresses; give each page a row"),
    ("sources", "[1]", "with an id of its own, and write that here"),
    ("growth", "0", "above 0"),
    ("amount", "#REF!", "an error of the spreadsheet"),
    ("sources", "my list", "is not an id"),
    ("sources", "", "is empty"),
    ("title", "", "is empty"),
    ("id", "", "is empty"),
]
BESIDE = {
    "amount": {"currency": "USD"},
    "currency": {"amount": "5"},
    "quantity": {"unit": "t"},
    "amount_qualifier": {"amount": "5", "currency": "USD"},
}


@pytest.mark.parametrize(("column", "cell", "told"), WRONG, ids=[f"{c}={v}" for c, v, _ in WRONG])
def test_a_wrong_cell_is_told_with_its_remedy(tables, column, cell, told):
    table = row(**{**BESIDE.get(column, {}), column: cell})
    found = tables.put("cooperates_with.csv", table).problems()
    assert [p[1:3] for p in found] == [(2, column)]
    assert told in found[0][3]


def test_messages_hold_no_words_of_the_validator(tables):
    for column, cell, _ in WRONG:
        for *_, message in tables.put(
            "cooperates_with.csv", row(**{**BESIDE.get(column, {}), column: cell})
        ).problems():
            assert not any(word in message for word in ("pydantic", "Input should", "validation"))


def test_every_problem_of_every_row_and_file_is_told_at_once(tables):
    tables.put("cooperates_with.csv", rows({"status": "x", "date": "x"}, {"title": ""}, {"from": "city/nowhere"}))
    tables.put("contract.csv", row(id="own/9", currency="RMB", amount="1"))
    tables.put("company.csv", "id,name,country\ncompany/q,Q,QQ\n")
    assert [p[:3] for p in tables.problems()] == [
        ("company.csv", 2, "country"),
        ("contract.csv", 2, "currency"),
        ("cooperates_with.csv", 2, "date"),
        ("cooperates_with.csv", 2, "status"),
        ("cooperates_with.csv", 3, "title"),
        ("cooperates_with.csv", 4, "from"),
    ]


def test_a_wrong_row_is_not_said_to_lack_where_others_name_it(tables):
    tables.put("company.csv", "id,name,country\ncompany/q,Quartz,QQ\n")
    tables.put("cooperates_with.csv", rows({"from": "company/q"}, {"from": "Quartz"}))
    assert tables.problem()[:3] == ("company.csv", 2, "country")


def test_numbers_are_decimals_and_lists_are_split_at_the_bar(tables):
    table = row(amount="1234567.89", currency="USD", sources="own | other|", locator="c1:1|c1:2")
    fact = tables.put("cooperates_with.csv", table).read().facts["own/1"]
    assert fact.amount == Decimal("1234567.89")
    assert fact.sources == ("own", "other")
    assert fact.locator == ("c1:1", "c1:2")


def test_computed_columns_may_stand_and_are_computed_again(tables):
    plain = tables.put("cooperates_with.csv", row(date="2023-02")).read()
    told = row(date="2023-02", date_end="2023-03-01", plan="true", trait="figure", holds_from="1990-01-01")
    assert tables.put("cooperates_with.csv", told).read().facts == plain.facts


@pytest.mark.parametrize("column", ["goods", "sectors"])
def test_a_synonym_becomes_its_term_and_an_unknown_word_is_told(tables, column):
    tables.put(f"{column}.csv", "term,synonyms,note\nsawn timber,lumber|sawnwood,\nbeef,,\n")
    graph = tables.put("cooperates_with.csv", row(**{column: "Lumber|beef|sawnwood"})).read()
    assert getattr(graph.facts["own/1"], column) == ("sawn timber", "beef")
    _, _, told, message = tables.put("cooperates_with.csv", row(**{column: "beaf"})).problem()
    assert told == column
    assert "did you mean 'beef'?" in message


@pytest.mark.parametrize("cell", ["beef; sawn timber", "beef,lumber", "beef/lumber", "beef、lumber"])
def test_terms_joined_otherwise_are_told_as_they_are_joined(tables, cell):
    tables.put("goods.csv", "term,synonyms,note\nsawn timber,lumber|sawnwood,\nbeef,,\n")
    message = tables.put("cooperates_with.csv", row(goods=cell)).problem()[3]
    assert message.endswith("join several with |: beef|sawn timber")


@pytest.mark.parametrize("cell", ["\u200b2023", "2023\u200b", "\ufeff2023\u200e", "\u2060 2023 \u00ad"])
def test_what_cannot_be_seen_around_a_cell_is_no_part_of_it(tables, cell):
    assert str(tables.put("cooperates_with.csv", row(date=cell)).read().facts["own/1"].date) == "2023"


DECIMALS = "id;from;to;title;status;sources;growth;amount;currency\n{}own/9;city/vitebsk;CN-HL;T;signed;own;;{};USD\n"
GROWTH = "own/1;city/vitebsk;CN-HL;T;signed;own;1,548;;\n"


@pytest.mark.parametrize(("amount", "read"), [("0,125", "0.125"), ("1234,5", "1234.5"), ("7", "7")])
def test_among_semicolons_a_comma_is_the_decimal_sign(tables, amount, read):
    facts = tables.put("cooperates_with.csv", DECIMALS.format(GROWTH, amount)).read().facts
    assert (str(facts["own/1"].growth), str(facts["own/9"].amount)) == ("1.548", read)


@pytest.mark.parametrize("amount", ["2,000,000", "1,234.5", "2.5", "1.234,5"])
def test_where_another_number_of_the_table_speaks_against_it_it_is_asked(tables, amount):
    told = tables.put("cooperates_with.csv", DECIMALS.format(GROWTH, amount)).problems()
    assert (told[0][1:3], told[0][3]) == (
        (2, "growth"),
        "'1,548' is not a plain number; write 1.548 or 1548, whichever is meant",
    )


def test_without_a_list_of_terms_any_word_goes(tables):
    assert tables.put("cooperates_with.csv", row(goods="anything")).read().facts["own/1"].goods == ("anything",)


def test_a_synonym_of_two_terms_is_told(tables):
    tables.put("goods.csv", "term,synonyms\nbeef,meat\npork,meat\n")
    assert tables.problem()[:3] == ("goods.csv", 3, "synonyms")


@pytest.mark.parametrize(
    ("column", "cell", "remedy"),
    [
        ("date", "25.06.2023", "2023-06-25"),
        ("date", "2023/06/25", "2023-06-25"),
        ("date", "6/25/2023", "2023-06-25"),
        ("date", "2023-06-25T00:00:00", "2023-06-25"),
        ("date", "ноя.23", "2023-11"),
        ("date", "202306", "2023-06"),
        ("date", "2016–2020", "2016/2020"),
        ("date", "2016 / 2020", "2016/2020"),
        ("date", "2023.0", "2023"),
        ("growth", "0,125", "0.125"),
        ("growth", "1,5", "1.5"),
    ],
)
def test_the_remedy_is_the_cell_as_it_should_stand_and_is_accepted(tables, column, cell, remedy):
    message = tables.put("twinned_with.csv", row(**{column: cell})).problem()[3]
    assert f"; write {remedy}" in message
    assert f"'{cell}'" in message
    fact = tables.put("twinned_with.csv", row(**{column: remedy})).read().facts["own/1"]
    assert str(getattr(fact, column)) == remedy


@pytest.mark.parametrize(
    ("column", "cell", "told"),
    [
        ("growth", "1,548", "write 1.548 or 1548, whichever is meant"),
        ("date", "45102", "write 2023-06-25; a spreadsheet has turned it into this"),
        ("date", "3/4/2023", "'3/4/2023' may be a day or a month first"),
        ("date", "/2021", "'/2021' is not a date"),
        ("sources", "own; other", "join them with |: own|other"),
        ("sources", "own,other", "join them with |: own|other"),
        ("sources", "own other", "join them with |: own|other"),
        ("sources", "own / other", "join them with |: own|other"),
        ("sources", "https://example.org/a", "give the page a row in sources.csv"),
    ],
)
def test_what_may_mean_two_things_gets_no_wrong_advice(tables, column, cell, told):
    assert told in tables.put("twinned_with.csv", row(**{column: cell})).problem()[3]


@pytest.mark.parametrize("cell", [cell for column, cell, told in WRONG if column == "date" and "write 20" in told])
def test_the_date_that_a_message_tells_to_write_is_one(tables, cell):
    told = tables.put("cooperates_with.csv", row(date=cell)).problem()[3]
    meant = told.rpartition("; write ")[2] if "spreadsheet" not in told else told.split("write ")[1].split(";")[0]
    assert PartialDate.parse(meant).text == meant


ADVICE = (
    r"did you mean '([^']+)'",
    r"join (?:them|several) with \|: (\S+)$",
    r"write one of (\w+)",
    r"such as ([^ ,;]+)",
    r"write (\d[^ ,;]*|\.\.[^ ,;]*|[A-Z]{3}|[a-z]+[/-][a-z/-]+)(?= or |, or |, | and | \(|;|$)",
    r"write (2023)",
)
"""What a message tells to write, as it stands in one of its kinds."""
NO_ADVICE = {
    "is empty",
    "give the page a row",
    "give each page a row",
    "give the work a row",
    "months run from",
    "has 28 days",
    "leave the cell empty",
    "ends before it starts",
}
NO_ADVICE |= {
    "write a row for each",
    "which is no date",
    "may be a day",
    "may be a month",
    "write digits",
    "more digits than",
    "above 0",
}
"""What is said where nobody but the writer can know what to write."""


@pytest.mark.parametrize(("column", "cell"), [case[:2] for case in WRONG], ids=[f"{c}={v}" for c, v, _ in WRONG])
def test_what_a_message_tells_to_write_is_accepted(tables, column, cell):
    tables.put("sources.csv", "id,title\nmine/one,One\nmine/two,Two\nmine/one-mine/two,Three\nmy-list,Four\n")
    beside = BESIDE.get(column, {})
    message = tables.put("cooperates_with.csv", row(**beside, **{column: cell})).problem()[3]
    found = next((match[1] for form in ADVICE if (match := re.search(form, message))), None)
    if found is None:
        assert any(words in message for words in NO_ADVICE), message
        return
    others = {name: value for value, name in re.findall(r"(\w+) in (amount_\w+|currency)", message)}
    tables.put("cooperates_with.csv", row(**{**beside, **others, column: found})).read()


@pytest.mark.parametrize("code", ["BYR", "BYB", "UAH", "PLN", "SUR"])
def test_every_code_of_iso_4217_is_a_currency(tables, code):
    tables.put("cooperates_with.csv", row(amount="5", currency=code)).read()


def test_no_mistake_of_a_row_hides_another(tables):
    cells = {
        "from": "Atlantis",
        "date": "1.5.2020",
        "sources": "https://example.by",
        "status": "",
        "document": "document/x",
    }
    told = tables.put("cooperates_with.csv", row(**cells)).problems()
    assert sorted(problem[2] for problem in told) == ["date", "document", "from", "sources", "status"]


def test_what_follows_from_a_mistake_is_not_told(tables):
    told = tables.put("cooperates_with.csv", row(amount="five", currency="EUR", sources="my list")).problems()
    assert sorted(problem[2] for problem in told) == ["amount", "sources"]


def test_a_column_of_status_that_lacks_is_told_once_and_at_once(tables):
    table = "id,from,to,title,sources\nown/1,city/vitebsk,CN-HL,T,own\n,city/vitebsk,CN-HL,T,own\n"
    told = tables.put("twinned_with.csv", table).problems()
    assert [problem[1:3] for problem in told] == [(1, "status"), (3, "id")]


def test_the_end_of_a_fact_s_id_is_known(tables):
    flow = {"from": "BY", "to": "CN", "measure": "export", "amount": "5", "currency": "USD", "date": "2020"}
    tables.put("trade_flow.csv", rows(flow | {"id": "own/flow"}, flow | {"date": "2020-01", "part_of": "flow"}))
    assert "did you mean 'own/flow'?" in tables.problems()[0][3]


def test_a_country_by_name_gets_its_code(tables):
    tables.put("company.csv", "id,name,country\ncompany/q,Q,Беларусь\n")
    assert "did you mean 'BY'?" in tables.problem()[3]
