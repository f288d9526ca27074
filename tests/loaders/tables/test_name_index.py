"""Parties by name: any known name, id or former id stands for the id; what is unclear is told."""

import pytest

from tests.loaders.tables.conftest import row


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("city/vitebsk", "city/vitebsk"),
        ("Vitebsk", "city/vitebsk"),
        ("vitebsk city", "city/vitebsk"),
        ("ВИТЕБСК", "city/vitebsk"),
        ("Witebsk", "city/vitebsk"),
        ("city/vitebsk-old", "city/vitebsk"),
        ("Vitebsk Region", "BY-VI"),
        ("Витебская область", "BY-VI"),
        ("Minsk", "BY-HM"),
        ("Minsk Region", "BY-MI"),
    ],
)
def test_a_party_may_be_given_by_any_name(tables, written, meant):
    fact = tables.put("twinned_with.csv", row(**{"from": written})).read().facts["own/1"]
    assert fact.from_ == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Shanxi", "CN-SX"),
        ("Shaanxi", "CN-SN"),
        ("Hubei", "CN-HB"),
        ("Hebei", "CN-HE"),
        ("山西", "CN-SX"),
        ("陕西", "CN-SN"),
    ],
)
def test_provinces_that_look_alike_never_meet(tables, written, meant):
    assert tables.put("twinned_with.csv", row(to=written)).read().facts["own/1"].to == meant


def test_a_city_goes_before_the_province_of_the_same_name_that_holds_it(tables):
    assert tables.put("twinned_with.csv", row(to="Jilin")).read().facts["own/1"].to == "city/jilin"


def test_venue_and_event_may_be_given_by_name(tables):
    table = row(**{"from": "Alpha", "to": "Zeta", "venue": "BUTB", "event": "the fair"})
    fact = tables.put("contract.csv", table).read().facts["own/1"]
    assert (fact.venue, fact.event) == ("exchange/butb", "event/fair")


def test_an_unknown_name_is_told_with_names_like_it(tables):
    _, line, column, message = tables.put("twinned_with.csv", row(to="Heilongjang")).problem()
    assert (line, column) == (2, "to")
    assert "did you mean Heilongjiang?" in message


def test_an_ambiguous_name_is_told_with_its_candidates(tables):
    tables.put("company.csv", "id,name,country,aliases\ncompany/c,Gamma,CN,Twin\ncompany/d,Delta,CN,Twin\n")
    tables.put("distinct.csv", "name,ids\nTwin,company/c|company/d\n")
    _, _, column, message = tables.put("cooperates_with.csv", row(to="twin")).problem()
    assert column == "to"
    assert "company/c" in message
    assert "company/d" in message


def test_names_are_found_whatever_the_order_of_the_files(tables):
    tables.put("agreement.csv", row(**{"from": "Newcomer", "instrument": "memorandum"}))
    tables.put("university.csv", "id,name,country\nuniversity/new,Newcomer,BY\n")
    assert tables.read().facts["own/1"].from_ == "university/new"


def test_two_entities_share_a_name_only_where_it_is_declared(tables):
    tables.put("company.csv", "id,name,country\ncompany/c,ALPHA,CN\n")
    file, line, column, message = tables.problem()
    assert (file, line, column) == ("company.csv", 2, "name")
    assert "company/a" in message
    assert "distinct.csv" in message
    assert tables.put("distinct.csv", "name,ids\nAlpha,company/a|company/c\n").read()


def test_a_declared_name_must_name_entities_that_are_there(tables):
    assert tables.put("distinct.csv", "name,ids\nAlpha,company/a|company/none\n").problem()[:3] == (
        "distinct.csv",
        2,
        "ids",
    )
