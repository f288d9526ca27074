"""A foreign table becomes tables of ours: what is told is written, what is doubtful asked, and nothing dropped."""

import contextlib
from datetime import date

import pytest

from bycn.loaders.foreign.grids import UnreadableFile
from bycn.loaders.foreign.recipe import FILE, BadRecipe
from bycn.loaders.selection import Selection
from bycn.loaders.tables import read_graph
from bycn.loaders.tables.table_types import KINDS
from tests.workbooks import WRITERS, Error, Link, Shown

TOWNS = """City,Twin town,Province,Country,Since
Orsha,Nanchang,Jiangxi,China,2012
Orsha,Enshi,Hubei,China,3 May 2016
Brest,Ashdod,,Israel,2011
Total,3,,,
* Source: the executive committee,,,,
"""


def kinds(result):
    return {(question.section, question.key) for question in result.questions.values()}


def test_a_list_of_twin_towns_becomes_twinnings_and_a_new_city_in_its_province(importing):
    result = importing.run(importing.put("towns.csv", TOWNS))
    assert importing.ties("twinned_with", "date", "status", "title") == {
        ("city/orsha", "city/nanchang", "2012", "signed", "Orsha twinned with Nanchang"),
        ("city/orsha", "city/enshi", "2016-05-03", "signed", "Orsha twinned with Enshi"),
    }
    assert importing.table("city") == [{"id": "city/enshi", "name": "Enshi", "country": "CN"}]
    assert importing.ties("located_in") == {("city/enshi", "CN-HB")}
    assert [row["id"] for row in importing.table("sources")] == ["towns"]
    assert [why for _, why in result.left_out] == [
        "'Total' is a sum of other rows",
        "'* Source: the executive committee' is a note",
        "it lies in Israel",
    ]
    assert not result.problems
    graph = read_graph(Selection((importing.folder,)))
    assert "towns/orsha-nanchang-2012" in graph.facts


def test_what_was_understood_is_shown_column_by_column(importing):
    result = importing.run(importing.put("towns.csv", TOWNS))
    told = {column: (means, first, second) for _, column, means, first, second, _ in result.understanding}
    assert told == {
        "City": ("party", "Orsha", "Orsha"),
        "Twin town": ("party", "Nanchang", "Enshi"),
        "Province": ("holder", "Jiangxi", "Hubei"),
        "Country": ("country", "China", "China"),
        "Since": ("date", "2012", "3 May 2016"),
    }


def test_the_same_answers_import_the_next_file_and_a_second_run_changes_nothing(importing):
    first = importing.put("may.csv", "Twin towns,Partner,Since\nOrsha,Nanchang,3/4/2012\nVitebsk,Charbin,2020\n")
    asked = importing.run(first)
    assert kinds(asked) == {("names", "Charbin"), ("dates", "Since")}
    assert asked.waiting == 2
    importing.answer(Charbin="city/harbin (Harbin, city)", Since="day first")
    assert not importing.run(first).questions
    before = {path.name: path.read_bytes() for path in importing.folder.iterdir()}
    importing.run(first)
    assert {path.name: path.read_bytes() for path in importing.folder.iterdir()} == before
    importing.run(importing.put("june.csv", "Twin towns,Partner,Since\nMinsk,Charbin,5/6/2021\n"))
    assert importing.ties("twinned_with", "date") == {
        ("city/orsha", "city/nanchang", "2012-04-03"),
        ("city/vitebsk", "city/harbin", "2020"),
        ("BY-HM", "city/harbin", "2021-06-05"),
    }


def test_a_twinning_that_ships_is_proposed_and_never_dropped(importing):
    shipped = next(
        fact
        for fact in read_graph(Selection()).facts.values()
        if fact.type == "TWINNED_WITH" and not fact.from_unnamed and not fact.to_unnamed
    )
    path = importing.put("towns.csv", f"City,Twin town,Since\n{shipped.from_},{shipped.to},{shipped.date}\n")
    [question] = importing.run(path).questions.values()
    assert question.section == "same_as"
    assert question.candidates == (shipped.id, "no")
    assert importing.ties("twinned_with") == {(shipped.from_, shipped.to)}
    importing.answer(**{question.key: shipped.id})
    importing.run(path)
    if "same_as" in KINDS["twinned_with"].columns:
        assert [row["same_as"] for row in importing.table("twinned_with")] == [shipped.id]
    importing.folder.joinpath(FILE).unlink()
    importing.run(path)
    importing.answer(**{question.key: "no"})
    assert not importing.run(path).questions
    assert len(importing.table("twinned_with")) == 1
    text = path.read_text(encoding="utf-8").replace(str(shipped.date), "1999")
    result = importing.run(importing.put("towns.csv", text))
    assert not result.questions
    assert any(shipped.id in remark and "both are kept" in remark for remark in result.remarks)


def test_a_misspelt_name_becomes_no_new_city(importing):
    result = importing.run(importing.put("towns.csv", "City,Twin town,Province\nOrsha,Nanchan,Jiangxi\n"))
    [question] = result.questions.values()
    assert question.candidates[0].startswith("city/nanchang")
    assert importing.table("city") == []
    assert result.waiting == 1
    importing.answer(Nanchan="new city in CN-JX")
    importing.run(importing.root / "towns.csv")
    assert [row["id"] for row in importing.table("city")] == ["city/nanchan"]


def test_a_name_in_another_script_is_kept_among_the_names_of_its_language(importing):
    path = importing.put("побратимы.csv", "Город;Побратим;Провинция\nОрша;Эньши;Хубэй\n", "cp1251")
    result = importing.run(path)
    assert kinds(result) == {("names", "Эньши")}
    importing.answer(Эньши="new city Enshi in CN-HB")
    importing.run(path)
    assert importing.table("city") == [{"id": "city/enshi", "name": "Enshi", "country": "CN", "names_ru": "Эньши"}]


def test_a_list_of_one_city_asks_for_the_other_party(importing):
    path = importing.put("twin-towns-of-orsha.csv", "City,Country,Since\nNanchang,China,2012\nBalashikha,Russia,2010\n")
    assert kinds(importing.run(path)) == {("import", "parties")}
    importing.answer(parties='["Orsha"]')
    importing.run(path)
    assert importing.ties("twinned_with", "date") == {("city/orsha", "city/nanchang", "2012")}


def test_merged_cells_are_asked_about(importing):
    path = importing.put("towns.csv", "City,Twin town,Since\nOrsha,Nanchang,2012\n,Harbin,2013\nMinsk,Harbin,2014\n")
    assert ("fill_down", "City") in kinds(importing.run(path))
    importing.answer(City="yes")
    importing.run(path)
    assert ("city/orsha", "city/harbin", "2013") in importing.ties("twinned_with", "date")


def test_an_agreement_of_several_parties_is_one_fact_for_each_pair(importing):
    text = "Date,Document,Parties,Value (USD million)\n2022-03,Agreement,Minsk Region and Grodno Region; Gansu,3.5\n"
    importing.run(importing.put("agreements.csv", text))
    rows = importing.table("agreement")
    assert {(row["from"], row["to"], row["amount"]) for row in rows} == {
        ("BY-MI", "CN-GS", "3500000"),
        ("BY-HR", "CN-GS", ""),
    }
    assert {row["document"] for row in rows} == {row["id"] for row in importing.table("documents")}
    assert [row["id"][-2:] for row in rows] == ["-1", "-2"]


@pytest.mark.parametrize(
    ("word", "ours"),
    [
        ("Memorandum of Understanding", "memorandum"),
        ("Меморандум о взаимопонимании", "memorandum"),
        ("Соглашение о сотрудничестве", "agreement"),
        ("Пратакол аб намерах", "letter of intent"),
        ("Дорожная карта", "roadmap"),
        ("谅解备忘录", "memorandum"),
        ("Accord de coopération", "agreement"),
    ],
)
def test_words_for_documents_fold_to_ours(importing, word, ours):
    importing.run(importing.put("list.csv", f"Document,Belarus,China,Status\n{word},BY-VI,CN-HL,подписан\n"))
    assert importing.ties("agreement", "instrument", "status") == {("BY-VI", "CN-HL", ours, "signed")}


def test_a_word_that_is_not_known_is_asked(importing):
    path = importing.put("list.csv", "Document,Belarus,China,Status\nPact,BY-VI,CN-HL,sealed\n")
    assert kinds(importing.run(path)) == {("words.instrument", "Pact"), ("words.status", "sealed")}
    importing.answer(Pact="agreement", sealed="signed")
    importing.run(path)
    assert importing.ties("agreement", "instrument", "status") == {("BY-VI", "CN-HL", "agreement", "signed")}


def test_addresses_become_sources_one_for_each(importing):
    text = "City,Twin town,Source\nOrsha,Nanchang,https://example.org/a\nMinsk,Harbin,https://example.org/b | https://example.org/a\n"
    importing.run(importing.put("towns.csv", text))
    told = {row["id"]: row.get("address") for row in importing.table("sources")}
    assert told == {
        "towns": "",
        "towns/example-org-a": "https://example.org/a",
        "towns/example-org-b": "https://example.org/b",
    }
    assert ("BY-HM", "city/harbin", "towns/example-org-b|towns/example-org-a") in importing.ties(
        "twinned_with", "sources"
    )


def test_what_no_column_of_ours_takes_stays_in_the_note(importing):
    importing.run(importing.put("towns.csv", "City,Twin town,Mayor then\nOrsha,Nanchang,A. B.\n"))
    assert [row["note"] for row in importing.table("twinned_with")] == ["Mayor then: A. B."]


@pytest.mark.parametrize("suffix", sorted(WRITERS))
def test_a_workbook_tells_what_it_hides(importing, suffix):
    rows = [
        ["Twin towns of Belarus"],
        [],
        ["City", "Twin town", "Since", "Source"],
        ["Orsha", "Nanchang", Shown(date(2012, 11, 1), "mm/yyyy"), Link("page", "https://example.org/a")],
        ["Minsk", Error("#REF!"), Shown(date(2012, 11, 5), "dd.mm.yyyy"), None],
        ["Polotsk", "Harbin", 45102, None],
    ]
    path = importing.put(f"list{suffix}", WRITERS[suffix]({"Cities": rows, "Other": [["x"], ["y"]]}))
    result = importing.run(path, sheet="cities")
    assert importing.ties("twinned_with", "date", "sources") == {
        ("city/orsha", "city/nanchang", "2012-11", "list/example-org-a")
    }
    assert [problem.file.rpartition("!")[2] for problem in result.problems] == ["B5", "C6"]
    with pytest.raises(UnreadableFile, match="no sheet 'towns'; it has Cities, Other"):
        importing.run(path, sheet="towns")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.json", '[{"city": "Orsha", "twin town": "Nanchang", "since": 2012}]'),
        ("a.jsonl", '{"city": "Orsha", "twin town": "Nanchang", "since": 2012}\n'),
        (
            "a.json",
            '{"meta": {"n": 1}, "data": {"rows": [{"city": "Orsha", "twin town": "Nanchang", "since": "2012"}]}}',
        ),
    ],
    ids=["list", "lines", "wrapped"],
)
def test_json_is_a_table_too(importing, name, text):
    importing.run(importing.put(name, text))
    assert importing.ties("twinned_with", "date") == {("city/orsha", "city/nanchang", "2012")}


def test_trade_in_columns_needs_the_currency_and_the_partner(importing):
    path = importing.put("trade.csv", "Год;Экспорт;Импорт\n2021;1 234,5;2000\n")
    asked = kinds(importing.run(path))
    assert asked == {("import", "parties"), ("defaults", "currency")}
    importing.answer(parties='["BY", "CN"]', currency="USD")
    importing.run(path)
    assert importing.ties("trade_flow", "measure", "amount", "date") == {
        ("BY", "CN", "export", "1234.5", "2021"),
        ("CN", "BY", "import", "2000", "2021"),
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[nothing]\n", "no section"),
        ("[import\n", "not TOML"),
        ('[import]\ntype = "FRIENDSHIP"\n', "FRIENDSHIP"),
        ('[columns]\nCity = "town"\n', "no such meaning"),
    ],
)
def test_a_recipe_that_cannot_be_used_is_told(importing, text, told):
    importing.folder.mkdir()
    (importing.folder / FILE).write_text(text, encoding="utf-8")
    with pytest.raises(BadRecipe, match=told):
        importing.run(importing.put("towns.csv", TOWNS))


@pytest.mark.parametrize("name", ["a.csv", "a.json", "a.jsonl", "a.xlsx", "a.xls", "a.ods", "a.pdf"])
@pytest.mark.parametrize(
    "content", [b"", b"\0\1\2", b"[1, 2]", b"\xff\xfe", b"{}"], ids=["none", "bytes", "list", "mark", "object"]
)
def test_what_is_no_table_is_told_and_nothing_is_written(importing, name, content):
    path = importing.put(name, content)
    with contextlib.suppress(UnreadableFile):
        importing.run(path)
        return
    assert not importing.folder.exists()


def test_rows_of_other_files_and_by_hand_stay(importing):
    importing.run(importing.put("towns.csv", TOWNS))
    with (importing.folder / "city.csv").open("a", encoding="utf-8", newline="") as file:
        file.write("city/mine,Mine,BY\r\n")
    importing.put("towns.csv", TOWNS.replace("Orsha,Nanchang,Jiangxi,China,2012\n", ""))
    importing.run(importing.root / "towns.csv")
    assert [row["id"] for row in importing.table("city")] == ["city/enshi", "city/mine"]
    assert importing.ties("located_in") == {("city/enshi", "CN-HB")}
    assert importing.ties("twinned_with") == {("city/orsha", "city/enshi")}


QUERIED = {
    "simple.csv": "city,cityLabel,sister,sisterLabel\n{0},Orsha,{1},Nanchang\n",
    "full.tsv": '?item\t?itemLabel\t?twin\t?twinLabel\n<{0}>\t"Orsha"@en\t<{1}>\t"Nanchang"@en\n',
    "french.csv": "ville,villeLabel,jumelle,jumelleLabel,paysLabel\n{0},Orcha,{1},Nanchang,Chine\n",
    "glued.tsv": "origincityLabel\torigincountry\tsistercityLabel\tdestination_countryLabel\n"
    "Orsha\tBelarus\tNanchang\tPeople's Republic of China\n",
    "property.csv": "item,itemLabel,twinned_administrative_body,twinned_administrative_bodyLabel\n"
    "{0},Orsha,{1},Nanchang\n",
    "bindings.json": '{{"head": {{"vars": ["city"]}}, "results": {{"bindings": [{{'
    '"city": {{"type": "uri", "value": "{0}"}}, "cityLabel": {{"xml:lang": "en", "value": "Orsha"}}, '
    '"sister": {{"type": "uri", "value": "{1}"}}, "sisterLabel": {{"xml:lang": "en", "value": "Nanchang"}}}}]}}}}',
}


@pytest.mark.parametrize("name", QUERIED)
def test_a_query_gives_names_beside_addresses_which_are_no_parties(importing, name):
    wikidata = "http://www.wikidata.org/entity/"
    result = importing.run(importing.put(name, QUERIED[name].format(f"{wikidata}Q154835", f"{wikidata}Q171943")))
    assert importing.ties("twinned_with") == {("city/orsha", "city/nanchang")}
    assert not result.problems
    assert not result.waiting


def test_a_header_of_two_lines_that_each_page_repeats_in_one_is_found_above_the_first_row(importing):
    text = (
        "Соглашения области\n\n№ п/п,Белорусская сторона,Китайская сторона,,Документ,,Примечание\n"
        ",,Город,Провинция,Вид,Дата подписания,\n"
        "1,Витебск,Харбин,Хэйлунцзян,Соглашение,04.01.2012,\n"
        "№ п/п,Белорусская сторона,Город,Провинция,Вид,Дата подписания,Примечание\n"
        "2,Орша,Циндао,Шаньдун,Протокол,25.06.2019,\n"
    )
    result = importing.run(importing.put("agreements.csv", text))
    assert importing.ties("agreement", "date") == {
        ("city/vitebsk", "city/harbin", "2012-01-04"),
        ("city/orsha", "city/qingdao", "2019-06-25"),
    }
    assert [why for _, why in result.left_out] == ["is above the header", "repeats the header"]
    assert not result.questions
    assert not result.problems


@pytest.mark.parametrize(
    "text",
    [
        "Twin towns,,Since\nBelarus,China,\nOrsha,Nanchang,2012\n",
        "Стороны,,Дата подписания\nГород,Город-побратим,\nОрша,Наньчан,2012\n",
        "Twin towns 2025\n\nCity,Twin town,Since\nOrsha,Nanchang,2012\n",
    ],
)
def test_a_header_may_be_merged_over_two_rows(importing, text):
    importing.run(importing.put("twin-towns.csv", text))
    assert importing.ties("twinned_with", "date") == {("city/orsha", "city/nanchang", "2012")}


@pytest.mark.parametrize(
    "text",
    [
        "Trade with China, USD million\nYear,Exports,Partner\n2021,1.5,China\n",
        "Год;Экспорт;;Страна-партнер\n;тыс. долл. США;т;\n2021;1500,0;7;Китай\n",
        "白俄罗斯对中国贸易（单位：万美元）\n年份,出口,伙伴国\n2021,150,China\n",
    ],
)
def test_sums_are_in_the_money_that_stands_above_them(importing, text):
    result = importing.run(importing.put("trade.csv", text))
    assert importing.ties("trade_flow", "amount", "currency") == {("BY", "CN", "1500000", "USD")}
    assert not result.questions


def test_a_deal_of_the_exchange_is_made_on_it_and_an_empty_note_is_none(importing):
    importing.run(importing.put("c.csv", "Seller,Buyer,Goods,Date,Notes\nBUTB,Gansu,sawn timber,2023,[1]\n"))
    (row,) = importing.table("contract")
    assert (row["venue"], row.get("note")) == ("exchange/butb", None)


def test_what_one_country_exports_to_another_is_trade_and_no_contract(importing):
    text = "Exporter,Importer,Product,Year,Value (USD thousand)\nBelarus,China,beef,2022,6\nChina,Belarus,beef,2022,7\n"
    result = importing.run(importing.put("figures.csv", text))
    assert importing.ties("trade_flow", "measure", "status", "amount") == {
        ("BY", "CN", "export", "completed", "6000"),
        ("CN", "BY", "import", "completed", "7000"),
    }
    assert not any(row.get("reporter") for row in importing.table("trade_flow"))
    assert not result.questions


def test_what_is_beside_a_sum_is_understood_or_told(importing):
    text = (
        "Seller,Buyer,Goods,Date,Amount,Quantity\n"
        "Belarus,China,sawn timber,2023,$1.2B,100 boxes\n"
        "Belarus,China,rapeseed oil,2023,5 million EUR a year,5 тонн/год\n"
        "Belarus,China,beef,2023,£3m,\\N\n"
    )
    result = importing.run(importing.put("contracts.csv", text))
    assert [(problem.line, problem.column) for problem in result.problems] == [(3, "Amount"), (3, "Quantity")]
    assert importing.ties("contract", "amount", "currency", "quantity", "unit") == {
        ("BY", "CN", "1200000000", "USD", "100", "boxes"),
        ("BY", "CN", "3000000", "GBP", "", ""),
    }


def test_a_sum_in_another_currency_than_its_column_says_is_told(importing):
    text = "Seller,Buyer,Goods,Date,Amount,Currency\nBelarus,China,beef,2023,5 million EUR,USD\n"
    (problem,) = importing.run(importing.put("contracts.csv", text)).problems
    assert (problem.column, "EUR" in problem.message, "USD" in problem.message) == ("Amount", True, True)


@pytest.mark.parametrize(("cell", "told"), [("1200 руб.", "roubles"), ("12 500 м³", "m3"), ("1 000 т", "in t:")])
def test_what_is_no_sum_in_the_money_of_its_column_is_told(importing, cell, told):
    text = f'Seller,Buyer,Goods,Date,"Amount, USD"\nBelarus,China,beef,2023,{cell}\n'
    (problem,) = importing.run(importing.put("contracts.csv", text)).problems
    assert (problem.column, told in problem.message) == ("Amount, USD", True)


def test_files_and_sheets_named_in_other_scripts_keep_their_rows_apart(importing):
    for name, city in (("友城", "Nanchang"), ("список", "Harbin")):
        text = f"City,Twin town,Since\nOrsha,{city},2012\n"
        importing.run(importing.put(f"{name}.csv", text))
    assert {end for _, end in importing.ties("twinned_with")} == {"city/nanchang", "city/harbin"}


def test_a_twinning_that_has_ended_is_ended(importing):
    text = "City,Twin town,Since,Ended\nOrsha,Nanchang,2012,2020\nPolotsk,Sanya,2015,\nBrest,Xi&#39;an,2015,2999\n"
    importing.run(importing.put("twins.csv", text))
    assert {(row[1], row[2]) for row in importing.ties("twinned_with", "status")} == {
        ("city/nanchang", "ended"),
        ("city/sanya", "signed"),
        ("city/xian", "signed"),
    }


def test_cells_are_read_as_one_sees_them(importing):
    text = (
        'Город,Побратим,Дата,Ссылка\nОр\u00adша,"Наньчан\n(Цзянси)",\u200e2012,"https://a.by/x_(y),https://b.by/z."\n'
    )
    importing.run(importing.put("побратимы.csv", text))
    assert importing.ties("twinned_with", "date") == {("city/orsha", "city/nanchang", "2012")}
    assert {row["address"] for row in importing.table("sources")[1:]} == {"https://a.by/x_(y)", "https://b.by/z"}


def test_a_title_tells_the_kind_of_document(importing):
    text = "Belarusian side,Chinese side,Title,Date\nBrest Region,Anhui,MoU on trade,2018\n"
    importing.run(importing.put("agreements.csv", text))
    assert importing.ties("agreement", "instrument") == {("BY-BR", "CN-AH", "memorandum")}


def test_a_date_in_brackets_behind_a_name_is_the_ties(importing):
    cell = "Nanchang, China (since 2012); Harbin (3 June 2015); Riga, Latvia (2001); Jinan (Shandong)"
    importing.run(importing.put("towns.csv", f'City,Twin towns\nOrsha,"{cell}"\n'))
    assert importing.ties("twinned_with", "date", "status", "id") == {
        ("city/orsha", "city/nanchang", "2012", "signed", "towns/orsha-nanchang-2012"),
        ("city/orsha", "city/harbin", "2015-06-03", "signed", "towns/orsha-harbin-2015-06-03"),
        ("city/orsha", "city/jinan", "", "in_force", "towns/orsha-jinan"),
    }


def test_a_date_in_brackets_is_kept_beside_the_one_of_the_row(importing):
    importing.run(importing.put("towns.csv", "City,Twin town,Since\nOrsha,Nanchang (2012),2014\n"))
    assert importing.ties("twinned_with", "date", "note") == {("city/orsha", "city/nanchang", "2014", "2012")}


def test_links_of_wikis_and_markdown_are_read_as_what_they_show(importing):
    towns = "City,Twin town,Source\n[[Orsha]],[[Nanchang|the city of Nanchang]],[page](https://example.org/a)\n"
    importing.run(importing.put("towns.csv", towns))
    assert importing.ties("twinned_with") == {("city/orsha", "city/nanchang")}
    assert "https://example.org/a" in [source.get("address") for source in importing.table("sources")]


def test_records_within_records_have_columns_of_their_own(importing):
    record = '{"type": "x", "properties": {"city": "Orsha", "twin": "Nanchang", "since": 2012}, "geometry": {}}'
    importing.run(importing.put("twins.json", f'{{"features": [{record}]}}'.replace('"type": "x", ', "")))
    assert importing.ties("twinned_with", "date") == {("city/orsha", "city/nanchang", "2012")}


@pytest.mark.parametrize("country", ["Pays-Bas", "Нідэрланды", "荷兰"])
def test_countries_elsewhere_are_known_in_every_language(importing, country):
    result = importing.run(importing.put("towns.csv", f"City,Twin town,Country\nOrsha,Somewhere,{country}\n"))
    assert (len(result.left_out), result.questions) == (1, {})


def test_one_column_of_sums_tells_how_the_others_are_written(importing):
    trade = 'Year,"Export, USD","Import, USD"\n2021,"12,345.6","2,000"\n'
    importing.run(importing.put("trade.csv", trade))
    importing.answer(parties='["BY", "CN"]')
    importing.run(importing.root / "trade.csv")
    assert {row["amount"] for row in importing.table("trade_flow")} == {"12345.6", "2000"}


def test_dates_that_tell_both_orders_are_asked_about_where_one_may_be_either(importing):
    text = "City,Twin town,Since\nOrsha,Nanchang,{}\nVitebsk,Harbin,25/06/2023\nMinsk,Beijing,06/25/2022\n"
    asked = importing.run(importing.put("twin-towns.csv", text.format("3/5/2016")))
    assert ("dates", "since") in asked.questions
    clear = importing.run(importing.put("twin-towns.csv", text.format("2016")))
    assert ("dates", "since") not in clear.questions
