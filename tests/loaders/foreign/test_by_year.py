"""Tables of statistics with the years beside each other."""

import pytest

from bycn.loaders.selection import Selection
from bycn.loaders.tables import read_graph
from tests.workbooks import WRITERS

FLOWS = {
    ("BY-BR", "CN", "2021", "10500000"),
    ("BY-HO", "CN", "2021", "20500000"),
    ("BY-BR", "CN", "2022", "14000000"),
}
FORMS = {
    "in one name": """Область;Партнёр;Экспорт 2021, млн USD;Экспорт 2022, млн USD
Брестская;Китай;10,5;14,0
Гомельская;Китай;20,5;
""",
    "merged above": """Region;Partner;2021;;2022;
;;Export, USD million;Import, USD million;Export, USD million;Import, USD million
Brest Region;China;10,5;;14,0;
Gomel Region;China;20,5;;;
""",
    "below a title": """Exports, million USD
Вобласць;Партнёр;2021 год;2022 г.
Брэсцкая;Кітай;10,5;14,0
Гомельская;Кітай;20,5;
""",
    "in Chinese": """州;伙伴;2021年出口（百万美元）;2022年出口（百万美元）
布列斯特州;中国;10,5;14,0
戈梅利州;中国;20,5;
""",
}


@pytest.mark.parametrize("form", FORMS)
def test_each_year_becomes_rows_of_its_own(importing, form):
    path = importing.put("flows.csv", FORMS[form])
    for _ in range(2):  # the second time as import.toml says
        result = importing.run(path)
        assert (result.problems, result.questions) == ([], {})
        assert importing.ties("trade_flow", "date", "amount") == FLOWS
    assert [row["id"] for row in importing.table("sources")] == ["flows"]
    assert [remark for remark in result.remarks if "columns of 2021 to 2022" in remark]
    assert len(result.remarks) == len(set(result.remarks))


def test_a_problem_names_the_cell_as_it_stands_in_the_file(importing):
    rows = [["Region", "Partner", "Export 2021, USD", "Export 2022, USD"], ["Brest Region", "China", "10", "4x"]]
    result = importing.run(importing.put("flows.xlsx", WRITERS[".xlsx"]({"Trade": rows})))
    [problem] = result.problems
    assert "!Trade!D2" in str(problem)
    assert importing.ties("trade_flow", "date", "amount") == {("BY-BR", "CN", "2021", "10")}


def test_a_source_of_several_years_is_written_once(importing):
    rows = "Brest Region,China,10,20,https://example.org/a\nGomel Region,China,30,40,https://example.org/b\n"
    importing.run(importing.put("flows.csv", f"Region,Partner,Export 2021 (USD),Export 2022 (USD),Source\n{rows}"))
    assert len(importing.table("trade_flow")) == 4
    assert sorted(row["address"] for row in importing.table("sources") if row["address"]) == [
        "https://example.org/a",
        "https://example.org/b",
    ]
    read_graph(Selection((importing.folder,)))


def test_a_sum_of_all_rows_is_left_out_once(importing):
    table = "Region,Partner,Export 2021 (USD),Export 2022 (USD)\nBrest Region,China,10,20\nTotal,,10,20\n"
    result = importing.run(importing.put("flows.csv", table))
    assert [why for _, why in result.left_out] == ["'Total' is a sum of other rows"]


@pytest.mark.parametrize(
    "header",
    ["City,Twin town,Population 2010,Population 2020", "City,Twin town,Since,Residents 2010,Residents 2020"],
)
def test_years_that_are_no_periods_of_trade_make_no_rows(importing, header):
    cells = ["Orsha", "Nanchang", *["2012"] * (header.count(",") - 1)]
    importing.run(importing.put("twin towns.csv", f"{header}\n{','.join(cells)}\n"))
    assert len(importing.table("twinned_with")) == 1
