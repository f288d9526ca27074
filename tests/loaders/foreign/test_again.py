"""A second run of an import, of the same file or the next: what is known by then stays, and nothing comes twice."""

import pytest

from bycn.loaders.foreign.recipe import FILE, BadRecipe
from bycn.loaders.selection import Selection
from bycn.loaders.tables import read_graph
from tests.workbooks import WRITERS

LIST = """City,Twin town,Province,Since,Source
Orsha,Nanchan,Jiangxi,2012,https://example.org/a
Orsha,Enshi,Hubei,2016,https://example.org/b
Minsk,Harbin,,2017,A report
"""


def contents(importing):
    return {path.name: path.read_bytes() for path in importing.folder.iterdir()}


def first_run(importing, name="may.csv"):
    path = importing.put(name, LIST)
    importing.run(path)
    importing.answer(Nanchan="new city in CN-JX")
    assert not importing.run(path).problems
    return path


def test_the_same_file_gives_the_same_tables_with_their_sources_and_new_cities(importing):
    path = first_run(importing)
    before = contents(importing)
    assert not importing.run(path).problems
    assert contents(importing) == before
    assert [row["id"] for row in importing.table("city")] == ["city/enshi", "city/nanchan"]
    assert {row.get("address") for row in importing.table("sources")} == {
        "",
        "https://example.org/a",
        "https://example.org/b",
    }


def test_the_next_file_names_the_same_cities_and_addresses(importing):
    first_run(importing)
    result = importing.run(importing.put("june.csv", LIST.replace("2012", "2013")))
    assert not result.problems
    assert [row["id"] for row in importing.table("city")] == ["city/enshi", "city/nanchan"]
    assert len(importing.table("located_in")) == 2
    rows = {row["id"]: row["sources"] for row in importing.table("twinned_with")}
    assert rows["june/orsha-nanchan-2013"] == rows["may/orsha-nanchan-2012"] == "may/example-org-a"


def test_an_address_stays_while_rows_of_another_file_rest_on_it(importing):
    path = first_run(importing)
    importing.run(importing.put("june.csv", LIST))
    path.write_text(LIST.replace("https://example.org/a", "https://example.org/c/a"), encoding="utf-8")
    assert not importing.run(path).problems
    told = {row["id"]: row["address"] for row in importing.table("sources")}
    assert told["may/example-org-a"] == "https://example.org/a"
    assert told["may/example-org-a-2"] == "https://example.org/c/a"
    graph = read_graph(Selection((importing.folder,)))
    assert graph.facts["june/orsha-nanchan-2012"].sources == ("may/example-org-a",)
    assert graph.facts["may/orsha-nanchan-2012"].sources == ("may/example-org-a-2",)


def test_what_somebody_wrote_into_a_source_stays_and_what_the_answers_say_now_holds(importing):
    path = first_run(importing)
    sources = importing.folder / "sources.csv"
    text = sources.read_text(encoding="utf-8-sig")
    sources.write_text(
        text.replace("may,Table may.csv,", "may,The list of May,https://example.org/list"), encoding="utf-8"
    )
    importing.run(path)
    assert importing.table("sources")[0] == {
        "id": "may",
        "title": "The list of May",
        "address": "https://example.org/list",
    }
    answers = importing.folder / FILE
    answers.write_text(f'{answers.read_text(encoding="utf-8")}\n[source]\ntitle = "Twins"\n', encoding="utf-8")
    importing.run(path)
    assert importing.table("sources")[0]["title"] == "Twins"


def test_two_tables_of_one_run_make_a_new_city_once_and_namesakes_apart(importing):
    first = importing.put("a.csv", "City,Twin town,Province\nOrsha,Enshi,Hubei\n")
    second = importing.put("b.csv", "City,Twin town,Province\nMinsk,Enshi,Hubei\nMinsk,Enshi,Jiangxi\n")
    result = importing.run(first, second)
    assert not result.problems
    assert importing.ties("located_in") == {("city/enshi", "CN-HB"), ("city/enshi-2", "CN-JX")}
    assert importing.ties("twinned_with") == {
        ("city/orsha", "city/enshi"),
        ("BY-HM", "city/enshi"),
        ("BY-HM", "city/enshi-2"),
    }
    before = contents(importing)
    assert not importing.run(first, second).problems
    assert contents(importing) == before


def test_files_of_one_name_are_kept_apart(importing):
    (importing.root / "old").mkdir()
    text = "City,Twin town\nOrsha,{}\n"
    paths = [importing.put(name, text.format(to)) for name, to in (("towns.csv", "Harbin"), ("old/towns.csv", "Wuhan"))]
    assert importing.run(*paths).facts == 2
    assert {row["id"].partition("/")[0] for row in importing.table("twinned_with")} == {"towns", "towns-2"}


@pytest.mark.parametrize("suffix", sorted(WRITERS))
def test_rows_that_a_sheet_has_no_longer_go(importing, suffix):
    header = ["City", "Twin town"]
    sheets = {"One": [header, ["Orsha", "Harbin"]], "Two": [header, ["Minsk", "Harbin"]]}
    path = importing.put(f"list{suffix}", WRITERS[suffix](sheets))
    importing.run(path)
    sheets["Two"][1][1] = "Wuhan"
    path.write_bytes(WRITERS[suffix](sheets))
    importing.run(path)
    assert importing.ties("twinned_with") == {("city/orsha", "city/harbin"), ("BY-HM", "city/wuhan")}


def test_a_source_that_is_known_by_author_and_year_is_the_known_one(importing):
    path = importing.put("towns.csv", "City,Twin town,Source\nOrsha,Nanchang,Zalesskij 2024\nMinsk,Wuhan,A report\n")
    assert not importing.run(path).problems
    assert importing.ties("twinned_with", "sources") == {
        ("city/orsha", "city/nanchang", "zalesskij-2024"),
        ("BY-HM", "city/wuhan", "towns/a-report"),
    }


def test_tables_of_two_forms_need_two_folders(importing):
    towns = importing.put("towns.csv", "City,Twin town\nOrsha,Harbin\n")
    trade = importing.put("trade.csv", 'Year,"Export, USD million"\n2023,5\n')
    with pytest.raises(BadRecipe, match="two forms"):
        importing.run(towns, trade)
    assert not importing.folder.exists()
    importing.run(towns)
    result = importing.run(trade)
    assert any("looks like TRADE_FLOW, but is read as TWINNED_WITH" in remark for remark in result.remarks)
    assert not any("looks like" in remark for remark in importing.run(towns).remarks)


def test_what_somebody_noted_in_import_toml_stays_there_and_questions_go_once_answered(importing):
    table = importing.put("t.csv", "City,Twin town\nOrsha,Nanchang\nOrsha,Nowheretown\nMinsk,Elsewheretown\n")
    importing.run(table)
    recipe = importing.folder / "import.toml"
    noted = recipe.read_text(encoding="utf-8").replace("[names]", "# asked Olga on 3 May\n[names]", 1)
    noted = noted.replace('"Nowheretown" = "?"', '# it is a suburb\n"Nowheretown" = "Nanchang" # says the mayor')
    question = "# nothing here is named 'Elsewheretown'"
    noted = noted.replace(question, f"# still # open\n{question}")
    recipe.write_text(f"# mine\n{noted}# the end\n", encoding="utf-8")
    importing.run(table)
    once = recipe.read_text(encoding="utf-8")
    importing.run(table)
    assert recipe.read_text(encoding="utf-8") == once
    for comment in ("asked Olga on 3 May", "it is a suburb", "says the mayor", "still # open", "mine", "the end"):
        assert once.count(f"# {comment}") == 1, comment
    assert "'Nowheretown'" not in once
    assert once.count(question) == 1
    assert '# it is a suburb\n"Nowheretown" = "Nanchang" # says the mayor\n' in once
    assert f"# still # open\n{question}\n" in once
