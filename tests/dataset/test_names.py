"""The names in the shipped tables: each finds its entity, in every kind of form, and none another."""

import re
from pathlib import Path

import pytest

from bycn.graph_model.names import AmbiguousName, UnknownName
from bycn.graph_model.vocabulary import CONTAINING
from bycn.loaders.tables.name_index import Directory

DOCUMENT = Path(__file__).parents[2] / "docs" / "names-conventions.md"
PLAIN = ("{}", "{}[1]", "the {}")
TELLING = ("{}'s", "{}, {country}", "{} ({country})", "OJSC {}", "{} Co., Ltd.", "г. {}", "{} Province")
FORMS = (*PLAIN, *TELLING)
"""Forms in which public lists write names; each may find nothing, but nothing else."""
COUNTRY = {"BY": "Belarus", "CN": "China", "XX": "China"}


@pytest.fixture(scope="module")
def directory(graph):
    holders = {}
    for fact in graph.facts.values():
        if fact.type in CONTAINING:
            holders[fact.from_] = min(holders.get(fact.from_, fact.to), fact.to)
    return Directory(graph.entities, holders)


@pytest.mark.parametrize("form", FORMS)
def test_no_form_of_a_name_finds_another_entity(graph, directory, form):
    wrong = []
    for entity in graph.entities.values():
        for name in entity.all_names:
            text = form.format(name, country=COUNTRY[entity.country])
            found = directory.meant(text)
            if form == "г. {}" and isinstance(found, str) and found.startswith("city/"):
                continue  # which says that the city is meant
            if found != entity.id and (isinstance(found, str) or form in PLAIN):
                wrong.append((text, entity.id, found))
    assert wrong == []


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Shanxi", "CN-SX"),
        ("Shaanxi", "CN-SN"),
        ("Hubei", "CN-HB"),
        ("Hebei", "CN-HE"),
        ("Minsk", "BY-HM"),
        ("Minsk Region", "BY-MI"),
        ("Mogilev", "city/mogilev"),
        ("Mogilev Region", "BY-MA"),
    ],
)
def test_places_that_look_alike_stay_apart_in_every_form(directory, name, id_):
    country = "Belarus" if id_.startswith(("BY", "city")) else "China"
    forms = (name, f"{name}, {country}", f"{name}[2]", f"{name} ({country})", f"the {name}")
    assert {directory.meant(form) for form in forms} == {id_}


def _examples():
    for line in DOCUMENT.read_text(encoding="utf-8").splitlines():
        if re.match(r"\| (?!kind|---)", line):
            _, written, meant = (cell.strip() for cell in line.strip("|").split("|"))
            forms, ids = written.split("; "), re.findall("`(.+?)`", meant)
            yield from zip(forms, ids if len(ids) > 1 else ids * len(forms), strict=True)


@pytest.mark.parametrize(("written", "meant"), list(_examples()))
def test_the_documented_kinds_of_form_are_read(directory, written, meant):
    assert directory.meant(written) == meant


def test_a_form_that_fits_two_names_neither(directory):
    found = directory.meant("Joint Institute BSU and DUT")
    assert isinstance(found, AmbiguousName)
    assert len(found.candidates) == 2


SHORT_NAMES_OF_TITLES = {
    "SUMEC": "company/sumec-international-trading",
    "Qiteng": "company/qiteng-robot",
    "Taomu": "company/taomu-suzhou",
    "Superchain": "company/xiamen-xiangyu-superchain",
    "Alcopack": "company/alkopak",
    "NDRC": "institution/cn-ndrc",
    "Hongdu TCM Hospital": "institution/hongdu-tcm-hospital",
    "5th CIIE": "event/ciie-2022",
    "6th CIIE": "event/ciie-2023",
    "Gomel Region Day": "event/gomel-region-day-2023",
    "Year of Regions": "event/year-of-regions-2023",
    "Years of Science": "event/years-of-science-2024-2025",
}


@pytest.mark.parametrize(("name", "id_"), SHORT_NAMES_OF_TITLES.items())
def test_short_names_that_titles_use_are_known(directory, name, id_):
    assert directory.meant(name) == id_


OTHER_THINGS = """
Belarusian State University of Transport; Belarusian State University of Culture; Belarusian State Academy of Arts
Brest State Medical University; Gomel State Technical University; Grodno State Agrarian University
Vitebsk State Technological University; Vitebsk State Academy of Veterinary Medicine; Qingdao Technological University
Northwest University; Beijing University of Technology; Harbin Medical University; Harbin Engineering University
Shandong University; Tianjin University; Chongqing University; Dalian University; Nanjing University
Confucius Institute at Polotsk State University; Embassy of Belarus in China; Embassy of Belarus in Beijing
Ministry of Agriculture of Belarus; Ministry of Economy of China; Academy of Sciences of China
China National Petroleum Corporation; Minsk Meat Processing Plant; Grodno Meat Processing Plant; Gomel Dairy Plant
7th CIIE; China International Import Expo 2024; Year of Regions 2024; Harbin Trade Fair 2024
Tianjin Week in Mogilev Region 2023; Great Stone, China; Brest, France; Suzhou, Anhui; Minsk Province
"""
"""Names of what no table holds, which differ in a word from what one does."""


@pytest.mark.parametrize("name", [name for line in OTHER_THINGS.split("\n") for name in line.split("; ") if name])
def test_what_is_not_in_the_tables_is_not_found(directory, name):
    assert isinstance(directory.meant(name), UnknownName)


@pytest.mark.parametrize("city", ["Brest", "Mogilev"])
def test_branches_of_the_chamber_are_named_by_one_pattern(graph, directory, city):
    branch = graph.entities[f"institution/belcci-{city.lower()}"]
    assert branch.name == f"BelCCI {city} Branch"
    full = "Belarusian Chamber of Commerce and Industry"
    assert {directory.meant(f"{city} Branch of {of}") for of in ("BelCCI", full, f"the {full}")} == {branch.id}
