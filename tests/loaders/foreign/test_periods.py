"""Statistics of months beside those of years: each figure has its period, and none is counted twice."""

import pytest

from bycn.loaders.foreign.dates import month_of, read_date
from bycn.loaders.foreign.values import Unclear
from bycn.loaders.selection import Selection
from bycn.loaders.tables import read_graph

BOTH = '[import]\nparties = ["BY", "CN"]\n'


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("January to June 2023", "2023-01/2023-06"),
        ("с января по июнь 2023 года", "2023-01/2023-06"),
        ("за январь–июнь 2023 г.", "2023-01/2023-06"),
        ("2023 г. (январь-июнь)", "2023-01/2023-06"),
        ("janvier à juin 2023", "2023-01/2023-06"),
        ("2023, Jan–Jun", "2023-01/2023-06"),
        ("01-06.2023", "2023-01/2023-06"),
        ("01.2023-06.2023", "2023-01/2023-06"),
        ("202301-202306", "2023-01/2023-06"),
        ("2023 (9 месяцев)", "2023-01/2023-09"),
        ("first six months of 2023", "2023-01/2023-06"),
        ("за 6 месяцев 2023 г.", "2023-01/2023-06"),
        ("I quarter 2023", "2023-01/2023-03"),
        ("2023 II quarter", "2023-04/2023-06"),
        ("другі квартал 2023 г.", "2023-04/2023-06"),
        ("premier trimestre 2023", "2023-01/2023-03"),
        ("T3 2023", "2023-07/2023-09"),
        ("4Q23", "2023-10/2023-12"),
        ("2023年一季度", "2023-01/2023-03"),
        ("whole year 2023", "2023"),
        ("2023 (whole year)", "2023"),
        ("за весь 2023 год", "2023"),
        ("2023 г. всего", "2023"),
        ("увесь 2023 год", "2023"),
        ("année 2023", "2023"),
        ("2023年全年", "2023"),
        ("2023M06", "2023-06"),
    ],
)
def test_a_period_has_one_reading(text, date):
    assert read_date(text) == date


@pytest.mark.parametrize("text", ["2023.01-06", "2023/01-06", "2023 01-06", "III 2023", "2023 total cost"])
def test_what_may_be_a_day_or_months_is_refused(text):
    with pytest.raises(Unclear):
        read_date(text)


@pytest.mark.parametrize(
    ("cell", "date"),
    [
        ("whole year", "2023"),
        ("весь год", "2023"),
        ("Итого за год", "2023"),
        ("увесь год", "2023"),
        ("année entière", "2023"),
        ("全年", "2023"),
        ("", "2023"),
        ("I quarter", "2023-01/2023-03"),
        ("上半年", "2023-01/2023-06"),
        ("01-06", "2023-01/2023-06"),
        ("VI", "2023-06"),
        ("25 июня", "2023-06-25"),
        ("25.06", "2023-06-25"),
    ],
)
def test_a_cell_beside_its_year(cell, date):
    assert month_of("2023", cell) == date


def flows(importing, name, text, answers=BOTH):
    importing.folder.mkdir(exist_ok=True)
    (importing.folder / "import.toml").write_text(answers, encoding="utf-8")
    result = importing.run(importing.put(name, text))
    assert not result.problems
    assert not result.questions
    return {
        row["date"]: (row["amount"], len(list(filter(None, row.get("part_of", "").split("|")))))
        for row in importing.table("trade_flow")
    }


TABLES = {
    "one column": "Период;Экспорт, млн долл.\n2023;1800\nянварь–июнь 2023;800,5\nI квартал 2023;400\n01.2023;100\n",
    "two columns": 'Year,Month,"Export, USD million"\n'
    "2023,whole year,1800\n2023,January–June,800.5\n2023,I quarter,400\n2023,1,100\n",
    "empty for the year": 'Year,Period,"Export, USD million"\n'
    "2023,,1800\n2023,Jan-Jun,800.5\n2023,Q1,400\n2023,January,100\n",
    "Chinese": "年份,月份,出口额（百万美元）\n2023,全年,1800\n2023,上半年,800.5\n2023,一季度,400\n2023,1月,100\n",
    "merged years": "Год;Месяц;Экспорт, млн долл.\n2023;весь год;1800\n;январь–июнь;800,5\n;I кв.;400\n;январь;100\n",
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(TABLES))
def test_months_quarters_and_years_lie_in_one_another(importing, name):
    answers = f'{BOTH}[fill_down]\n"Год" = "yes"\n'
    assert flows(importing, "trade.csv", TABLES[name], answers) == {
        "2023": ("1800000000", 0),
        "2023-01/2023-06": ("800500000", 1),
        "2023-01/2023-03": ("400000000", 2),
        "2023-01": ("100000000", 3),
    }
    graph = read_graph(Selection((importing.folder,)))
    own = [fact for fact in graph.facts.values() if fact.id.startswith("trade/")]
    assert [str(fact.date) for fact in own if not any(p.startswith("trade/") for p in fact.part_of)] == ["2023"]


def test_years_that_stand_once_for_their_months_are_asked_about(importing):
    result = importing.run(importing.put("trade.csv", TABLES["merged years"]))
    assert ("fill_down", "Год") in {(q.section, q.key) for q in result.questions.values()}
    assert result.waiting == 4
    assert not result.problems


def test_a_column_of_months_that_name_their_year_is_one_of_dates(importing):
    text = "Месяц;Экспорт, млн долл.\nянварь 2023;5,5\nфевраль 2023;6\n2023;90\n"
    assert flows(importing, "trade.csv", text) == {
        "2023-01": ("5500000", 1),
        "2023-02": ("6000000", 1),
        "2023": ("90000000", 0),
    }
