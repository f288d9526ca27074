"""Workbooks of several sheets, and columns of oblasts and provinces."""

import pytest

from tests.workbooks import WRITERS

SHEETS = {
    "Cities": [["City", "Twin town", "Since"], ["Orsha", "Nanchang", "2012"]],
    "Notes": [["Compiled in 2024"], ["From the pages of the cities"], ["Ask Anna for more"]],
    "Trade": [["Year", "Export, USD million", "Partner"], ["2020", "12", "China"]],
}


def kinds(result):
    return {(question.section, question.key) for question in result.questions.values()}


@pytest.mark.parametrize("suffix", sorted(WRITERS))
def test_sheets_that_nobody_named_are_told_with_their_lines(importing, suffix):
    path = importing.put(f"list{suffix}", WRITERS[suffix](SHEETS))
    result = importing.run(path, sheet="Cities")
    assert any("other sheets aren't read: Notes (3 lines), Trade (2 lines)" in remark for remark in result.remarks)
    assert importing.ties("twinned_with") == {("city/orsha", "city/nanchang")}


def test_each_sheet_has_a_type_of_its_own_and_may_be_skipped(importing):
    path = importing.put("list.xlsx", WRITERS[".xlsx"](SHEETS))
    assert kinds(importing.run(path)) == {("types", "Notes")}
    importing.answer(Notes="skip")
    result = importing.run(path)
    assert not result.questions
    assert [why for _, why in result.left_out] == ["its sheet is to be skipped"] * 2
    assert importing.ties("twinned_with") == {("city/orsha", "city/nanchang")}
    assert importing.ties("trade_flow", "amount") == {("BY", "CN", "12000000")}


def test_a_table_that_names_no_party_is_asked_for_them_once(importing):
    path = importing.put("twin towns.csv", "Remark,Since\nfirst,2012\nsecond,2013\n")
    result = importing.run(path)
    assert kinds(result) == {("import", "parties")}
    assert not result.problems


REGIONS = {
    "en": "Oblast,City,Province,Twin town\nVitebsk,Orsha,Hubei,Enshi\nMinsk,Borisov,Jiangxi,Nanchang\n",
    "ru": "Город;Область;Город-побратим;Провинция\nОрша;Витебская;Enshi;Хубэй\nBorisov;Минская обл.;Наньчан;Цзянси\n",
    "be": "Вобласць;Горад;Горад-пабрацім;Правінцыя\n"
    "Віцебская;Орша;Enshi;Hubei\nМінская вобласць;Borisov;Nanchang;Jiangxi\n",
    "fr": "Ville;Région;Ville jumelée;Province\n"
    "Orsha;région de Vitebsk;Enshi;Hubei\nBorisov;région de Minsk;Nanchang;Jiangxi\n",
    "zh": "州,城市,省,友好城市\n维捷布斯克州,奥尔沙,湖北,Enshi\n明斯克州,Borisov,江西省,南昌\n",
}


@pytest.mark.parametrize("language", sorted(REGIONS))
def test_a_column_of_oblasts_places_the_city_beside_it_in_any_language(importing, language):
    assert not importing.run(importing.put("twin cities.csv", REGIONS[language])).questions
    assert importing.ties("twinned_with") == {("city/orsha", "city/enshi"), ("city/borisov", "city/nanchang")}
    assert importing.ties("located_in") == {("city/enshi", "CN-HB"), ("city/borisov", "BY-MI")}


def test_a_namesake_in_another_province_is_asked_about_by_province(importing):
    path = importing.put(
        "towns.csv",
        "City,Twin town,Province\nOrsha,Suzhou,Jiangsu\n"
        "Minsk,Suzhou,Anhui\nBrest,Fuzhou,Fujian\nOrsha,Fuzhou,Jiangxi\n",
    )
    result = importing.run(path)
    assert kinds(result) == {("names", "Suzhou, Anhui"), ("names", "Fuzhou"), ("names", "Fuzhou, Jiangxi")}
    assert importing.ties("twinned_with") == {("city/orsha", "city/suzhou")}
    for question in result.questions.values():
        new = next(candidate for candidate in question.candidates if candidate.startswith("new city"))
        importing.answer(**{question.key: new})
    result = importing.run(path)
    assert not result.questions
    assert not result.problems

    assert {(row["from"], row["to"]) for row in importing.table("located_in")} == {
        ("city/suzhou-2", "CN-AH"),
        ("city/fuzhou", "CN-FJ"),
        ("city/fuzhou-2", "CN-JX"),
    }
    assert ("BY-HM", "city/suzhou-2") in importing.ties("twinned_with")
    before = importing.ties("twinned_with")
    assert not importing.run(path).problems
    assert importing.ties("twinned_with") == before


def test_oblasts_that_are_twinned_themselves_are_parties_by_their_adjectives_too(importing):
    path = importing.put("побратимы.csv", "Область;Провинция\nВитебская;Хубэй\nМогилев;Цзянси\nг. Минск;Хубэй\n")
    assert not {key for section, key in kinds(importing.run(path)) if section != "same_as"}
    assert importing.ties("twinned_with") == {("BY-VI", "CN-HB"), ("BY-MA", "CN-JX"), ("BY-HM", "CN-HB")}


def test_a_base_with_keys_coordinates_and_codes_names_its_parties_alone(importing):
    text = (
        "ville_A_id,ville_B_id,ville_A_nom,ville_B_nom,ville_A_lon,ville_B_lat,ville_A_pays,ville_B_pays\n"
        "Q1,Q2,Orsha,Nanchang,30.4,28.7,BY,CN\nQ3,Q4,Brest,Brest,23.7,48.4,BY,FR\nQ5,Q6,London,Paris,-0.1,48.9,GB,FR\n"
    )
    result = importing.run(importing.put("jumelages.csv", text))
    assert not result.questions
    assert importing.ties("twinned_with") == {("city/orsha", "city/nanchang")}
    assert {why for _, why in result.left_out} == {"it lies in FR", "it lies in GB"}
