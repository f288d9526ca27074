"""Reading CSV as spreadsheets and people write it, and every way in which a file can be broken."""

import pytest

from bycn.loaders.selection import passed_over
from tests.loaders.tables.conftest import row, rows

GOOD = row()


def fact_of(tables):
    return tables.read().facts["own/1"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"], ids=["comma", "semicolon", "tab"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "byte order mark"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_any_delimiter_and_line_end_reads_the_same(tables, delimiter, mark, end):
    text = GOOD.replace(",", delimiter).replace("\n", end)
    assert fact_of(tables.put("twinned_with.csv", mark + text)).title == "A fact"


def test_the_separator_line_of_excel_is_no_row_and_counts_as_a_line(tables):
    assert fact_of(tables.put("twinned_with.csv", "sep=;\r\n" + GOOD.replace(",", ";"))).to == "CN-HL"
    bad = row(status="signd").replace(",", ";")
    assert tables.put("twinned_with.csv", "sep=;\r\n" + bad).problem()[1] == 3


def test_a_tsv_file_is_a_table_too(tables):
    assert fact_of(tables.put("twinned_with.tsv", GOOD.replace(",", "\t"))).from_ == "city/vitebsk"


def test_commas_in_the_text_of_a_semicolon_table_are_text(tables):
    text = (
        row(title="one, two, three, four, five, six, seven")
        .replace('","', '";"')
        .replace("from,to,title", "from;to;title")
    )
    text = text.replace("id,from", "id;from").replace("title,status,sources", "title;status;sources")
    assert fact_of(tables.put("twinned_with.csv", text)).title.startswith("one, two")


def test_empty_rows_are_passed_over_and_lines_still_counted(tables):
    head, line = row(status="signd").splitlines()
    text = f"{head}\n\n,,,,,\n{line}\n\n"
    assert tables.put("twinned_with.csv", text).problem()[:3] == ("twinned_with.csv", 4, "status")


def test_a_line_break_in_a_cell_is_a_blank_and_the_row_is_told_by_its_first_line(tables):
    head, line = row(title="two\nlines", status="signd").split("\n", 1)
    broken = tables.put("twinned_with.csv", f"{head}\n{line}")
    assert broken.problem()[1] == 2
    assert fact_of(tables.put("twinned_with.csv", row(title="two\r\n lines"))).title == "two lines"


def test_a_quote_within_a_cell_is_written_twice(tables):
    assert fact_of(tables.put("twinned_with.csv", row(title='a ""great"" stone'))).title == 'a "great" stone'


def test_empty_cells_are_missing_values(tables):
    fact = fact_of(tables.put("twinned_with.csv", row(note=" ", date="", goods="")))
    assert (fact.note, fact.date, fact.goods) == (None, None, ())


def test_cells_beyond_the_header_may_be_empty(tables):
    head, line = GOOD.splitlines()
    assert fact_of(tables.put("twinned_with.csv", f"{head}\n{line},,,\n"))


@pytest.mark.parametrize(
    ("encoding", "name", "title"),
    [("cp1251", "Windows-1251", "Соглашение о сотрудничестве"), ("gb18030", "GB 18030", "维捷布斯克州友好协议书")],
)
def test_bytes_that_are_not_utf8_are_one_problem_that_names_what_they_are(tables, encoding, name, title):
    two = rows(*({"title": f"{title} {i}", "from": "Витебск"} for i in range(5))).encode(encoding)
    file, line, _, message = tables.put("twinned_with.csv", two).problem()
    assert (file, line) == ("twinned_with.csv", 2)
    assert f"looks like {name}: save it as UTF-8" in message


def test_a_header_without_a_known_column_is_parted_all_the_same(tables):
    tables.put("twinned_with.csv", "City;Twin;Since\nVitebsk;Harbin;2012\nMinsk;Harbin;2015;more\n")
    told = tables.problems()
    assert [problem[2] for problem in told[:-1] if "no such column" in problem[3]] == ["City", "Since", "Twin"]
    assert "4 cells where the header names 3" in told[-1][3]


@pytest.mark.parametrize("mark", ["\ufeff\ufeff", "\u200b", "\ufeff\u200b"], ids=["two marks", "no width", "both"])
def test_invisible_signs_beside_a_columns_name_are_passed_over(tables, mark):
    assert fact_of(tables.put("twinned_with.csv", mark + GOOD)).title == "A fact"


@pytest.mark.parametrize(
    "error", ["#REF!", "#ССЫЛКА!", "#Н/Д", "#ЗНАЧ!", "#NOM?", "#DIV/0!", "#ДЕЛ/0!", "Err:502", "#¡REF!"]
)
@pytest.mark.parametrize("column", ["title", "note", "from", "status", "id"])
def test_an_error_of_a_spreadsheet_is_told_in_every_column_and_once(tables, error, column):
    file, line, told, message = tables.put("twinned_with.csv", row(**{column: error})).problem()
    assert (file, line, told) == ("twinned_with.csv", 2, column)
    assert f"'{error}' is an error of the spreadsheet" in message


@pytest.mark.parametrize("column", ["title", "from", "note"])
@pytest.mark.parametrize("nothing", ["NULL", "\\N"])
def test_what_databases_write_for_nothing_is_told(tables, nothing, column):
    _, _, where, message = tables.put("twinned_with.csv", row(**{column: nothing})).problem()
    assert (where, message) == (
        column,
        f"'{nothing}' is how databases write that there is nothing; leave the cell empty",
    )


def test_an_error_of_a_spreadsheet_hides_nothing_else(tables):
    tables.put("twinned_with.csv", row(title="#REF!", date="25.06.2023", status="done", to="Nowhere", sources="none"))
    tables.put("company.csv", "id,name,country\ncompany/q,#NAME?,XY\n")
    found = sorted(column for _, _, column, _ in tables.problems())
    assert found == ["country", "date", "name", "sources", "status", "title", "to"]


def test_utf16_as_excel_writes_unicode_text_is_told(tables):
    _, line, _, message = tables.put("twinned_with.csv", GOOD.encode("utf-16")).problem()
    assert line == 1
    assert "UTF-16; save it as UTF-8" in message


def test_a_nul_is_told_with_its_line(tables):
    file, line, _, message = tables.put("twinned_with.csv", row(title="a\0b")).problem()
    assert (file, line) == ("twinned_with.csv", 2)
    assert "a NUL is here; remove it" in message


def test_a_control_character_is_told(tables):
    assert "U+001B" in tables.put("twinned_with.csv", row(title="a\x1b[31m")).problem()[3]


def test_an_unclosed_quote_is_told_at_the_row_where_it_opens(tables):
    head, line = GOOD.splitlines()
    text = f"{head}\n{line}\n{line.replace('own/1', 'own/2')[:-1]}\nx,y\nz\n"
    file, line, _, message = tables.put("twinned_with.csv", text).problem()
    assert (file, line) == ("twinned_with.csv", 3)
    assert "quotation marks don't match" in message


def test_text_behind_a_closed_quote_is_told(tables):
    assert "quotation marks" in tables.put("twinned_with.csv", GOOD.replace('"A fact"', '"A" fact')).problem()[3]


def test_a_row_with_too_many_cells_is_told(tables):
    head, line = GOOD.splitlines()
    _, number, _, message = tables.put("twinned_with.csv", f"{head}\n{line},more\n").problem()
    assert number == 2
    assert "where the header names 6" in message


def test_cells_missing_at_the_end_of_a_row_are_empty(tables):
    head, line = GOOD.splitlines()
    fact = fact_of(tables.put("twinned_with.csv", f"{head},date,locator,note\n{line},2021\n"))
    assert (fact.date.text, fact.locator, fact.note) == ("2021", (), None)


def test_a_column_that_stands_twice_is_told(tables):
    head, line = GOOD.splitlines()
    assert tables.put("twinned_with.csv", f"{head},title\n{line},again\n").problem()[1:] == (
        1,
        "title",
        "the column is there twice; keep one",
    )


def test_capitals_in_a_columns_name_make_no_difference(tables):
    head, line = GOOD.splitlines()
    assert fact_of(tables.put("twinned_with.csv", f"{head.title().replace('Id', 'ID', 1)}\n{line}\n"))


def test_an_unknown_column_is_told_with_the_one_it_looks_like(tables):
    _, line, column, message = tables.put("twinned_with.csv", row(certanty="stated")).problem()
    assert (line, column) == (1, "certanty")
    assert "did you mean 'certainty'?" in message


def test_a_missing_required_column_is_told_once_and_not_for_each_row(tables):
    two = rows({"title": None}, {"title": None})
    _, line, column, message = tables.put("twinned_with.csv", two).problem()
    assert (line, column) == (1, "title")
    assert "the column is missing; add it" in message


def test_a_column_without_a_name_is_told_by_its_filled_cells_alone(tables):
    head, line = GOOD.splitlines()
    assert fact_of(tables.put("twinned_with.csv", f"{head},\n{line},\n"))


def test_an_empty_file_is_told(tables):
    assert "the table is empty" in tables.put("twinned_with.csv", "").problem()[3]


def test_a_header_alone_is_a_table_without_rows(tables):
    assert "own/1" not in tables.put("twinned_with.csv", GOOD.splitlines()[0]).read().facts


def test_a_header_that_stands_there_again_is_one_problem(tables):
    _, line, _, message = tables.put("twinned_with.csv", GOOD + GOOD.splitlines()[0] + "\n").problem()
    assert (line, "the header stands here again" in message) == (3, True)


def test_a_file_whose_name_is_no_type_is_told_with_the_nearest(tables):
    message = tables.put("twined_with.csv", GOOD).problem()[3]
    assert "did you mean twinned_with" in message


def test_a_type_column_says_what_each_row_is(tables):
    text = rows({"type": "TWINNED_WITH"}, {"type": "cooperates_with"})
    graph = tables.put("mine.csv", text).read()
    assert [graph.facts[f"own/{n}"].type for n in (1, 2)] == ["TWINNED_WITH", "COOPERATES_WITH"]


@pytest.mark.parametrize(
    ("type_", "told"),
    [("", "say what the row is"), ("TWINED_WITH", "did you mean twinned_with")],
    ids=["empty", "unknown"],
)
def test_a_row_of_a_mixed_table_must_say_its_type(tables, type_, told):
    _, line, column, message = tables.put("mine.csv", row(type=type_)).problem()
    assert (line, column) == (2, "type")
    assert told in message


def test_a_type_that_contradicts_the_files_name_is_told(tables):
    assert tables.put("contract.csv", row(type="AGREEMENT")).problem()[2] == "type"


def test_a_column_of_another_type_must_stay_empty_in_a_mixed_table(tables):
    _, _, column, message = tables.put("mine.csv", row(type="TWINNED_WITH", role="broker")).problem()
    assert column == "role"
    assert "has no such column" in message


def test_a_path_that_is_not_there_is_told_beside_other_problems(tables, tmp_path):
    from bycn.graph_model.errors import DataError
    from bycn.loaders.selection import Selection
    from bycn.loaders.tables import read_graph

    tables.put("twinned_with.csv", row(status="signd"))
    with pytest.raises(DataError) as caught:
        read_graph(Selection((tables.ground, tmp_path / "nowhere", tables.own), only_own=True))
    assert {p.column for p in caught.value.problems} == {"-", "status"}


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16"])
def test_utf_16_is_one_problem_with_a_mark_or_without(tables, encoding):
    told = tables.put("cooperates_with.csv", row(title="Сотрудничество").encode(encoding)).problem()
    assert "the file is UTF-16; save it as UTF-8" in told[3]


def test_a_pipe_between_cells_is_told_once(tables):
    told = tables.put("cooperates_with.csv", "id|from|to|title\nown/1|BY|CN|T\n").problem()
    assert told[1:] == (1, "-", "cells are separated by | here; save it with commas, semicolons or tabs")


def test_a_table_with_columns_of_its_own_is_shown_the_way_in(tables):
    told = tables.put("cooperates_with.csv", "Ville;Jumelage;Depuis\nOrcha;Nanchang;2012\n").problems()
    foreign = [(place, message) for _, _, place, message in told if "no such column" in message]
    assert [place for place, _ in foreign] == ["Depuis", "Jumelage", "Ville"]
    assert all("bycn import" in message for _, message in foreign)


def test_what_is_not_read_is_named(tmp_path):
    for name in ("city.csv", "twinned_with.csv.txt", "agreement.xls", "README.md", "example/city.csv", "more/city.csv"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert [path.name for path in passed_over(tmp_path)] == ["agreement.xls", "more", "twinned_with.csv.txt"]
