"""The canned questions answer, and what is asked wrongly is told with what would be right."""

import contextlib
import csv
import re
from pathlib import Path

import pytest

from bycn.graph_model.dates import PartialDate
from bycn.graph_model.names import UnknownName, WrongType
from bycn.graph_model.vocabulary import FACT_TRAITS
from bycn.loaders.cypher_files import CYPHER
from bycn.loaders.selection import DATASETS
from bycn.queries.errors import BadQuestion, UnknownQuestion, UnknownTerm, WrongParameter
from bycn.queries.filters import Filters
from bycn.queries.library import DRAWN, SUBJECTS, Library, ask, bound
from bycn.queries.resolving import resolve
from tests.queries.test_headers import SOUND

NAMES = [
    path.relative_to(CYPHER).with_suffix("").as_posix()
    for subject in SUBJECTS
    for path in sorted((CYPHER / subject).glob("*.cypher"))
]
ASKED = [name for name in NAMES if not name.startswith(DRAWN)]
A_CHOICE = 6
"""So many types at the most are named for what they are, not for being all that tie."""
NASTY = ["'", '"', "\\", "`", "' OR 1=1 //", "}) RETURN 1 //", "$place", "\\u0027", "a\nb", "*/ x /*", "  ", "%", "Ω"]


def test_the_library_is_large_and_every_folder_is_a_subject(library):
    assert library.names() == NAMES
    assert len(ASKED) >= 50
    assert 6 <= len(NAMES) - len(ASKED) <= 10
    assert all(library.names(subject) for subject in SUBJECTS)


@pytest.mark.parametrize("name", NAMES)
def test_a_pattern_that_names_what_ties_names_all_of_it(name, library):
    ties = [name for name, trait in FACT_TRAITS.items() if trait == "tie"]
    patterns = [re.split(r"\s*\|", named) for named in re.findall(r"\[\w*:([A-Z_|\s]+)", library.find(name).text)]
    assert [named for named in patterns if len(named) > A_CHOICE] in ([], [ties], [sorted(FACT_TRAITS)])


def order_of(text: str) -> list[str]:
    return re.split(r",\s*(?![^(]*\))", text.rsplit("ORDER BY ", 1)[1].split("LIMIT")[0].strip())


def cell(row: dict, term: str):
    column, _, part = re.sub(r" (DESC|ASC)$", "", term).partition(".")
    return row[column].get(part) if part else row[column]


@pytest.mark.parametrize("name", ASKED)
def test_every_question_answers_with_its_defaults_in_total_order(engine, library, name):
    question = library.find(name)
    answer = ask(engine, name, library=library)
    assert answer.rows
    assert answer.columns == tuple(column.name for column in question.header.columns)
    everything = {"limit": 1_000_000} if any(p.name == "limit" for p in question.header.parameters) else {}
    keys = [
        [cell(row, term) for term in order_of(question.text) if re.match(r"\w+", term)[0] in row]
        for row in ask(engine, name, everything, library=library)
    ]
    assert len({repr(key) for key in keys}) == len(keys), "rows that nothing orders"


@pytest.mark.parametrize("name", [n for n in ASKED if "$limit" in (CYPHER / f"{n}.cypher").read_text(encoding="utf-8")])
def test_a_limit_cuts_and_says_so(engine, library, name):
    whole = ask(engine, name, {"limit": 1_000_000}, library=library)
    cut = ask(engine, name, {"limit": 1}, library=library)
    assert cut.rows == whole.rows[:1]
    assert any("cut at 1 row" in str(remark) for remark in cut.remarks)
    assert not any("cut" in str(remark) for remark in whole.remarks)


ENTITY_PARAMETERS = [
    (question.name, parameter.name)
    for question in Library.shipped()
    for parameter in question.header.parameters
    if parameter.type == "entity" and not question.name.startswith(DRAWN)
]


@pytest.mark.parametrize(("name", "parameter"), ENTITY_PARAMETERS)
def test_entities_unknown_or_without_facts(engine, name, parameter):
    with pytest.raises(UnknownName, match="nothing here is named 'Atlantis of the North'"):
        ask(engine, name, {parameter: "Atlantis of the North"})
    with contextlib.suppress(WrongType):  # known, and tied to nobody; or no university, no exchange
        assert set(ask(engine, name, {parameter: "Tibet"}).columns)


@pytest.mark.parametrize("value", NASTY)
@pytest.mark.parametrize(
    ("name", "parameter"),
    [
        ("overview/find_entities", "text"),
        ("overview/find_facts", "text"),
        ("evidence/facts_of_source", "source"),
        ("connections/provinces_of_place", "place"),
        ("trade/of_good", "good"),
        ("events/calendar", "year"),
        ("time/timeline", "on"),
        ("connections/connections", "to"),
        ("connections/hubs", "limit"),
        ("connections/connections", "direct"),
    ],
)
def test_cypher_and_quotes_are_values_like_others(engine, name, parameter, value):
    # They find nothing or are refused as values; a query that they broke would raise another error.
    with contextlib.suppress(WrongParameter, UnknownName, UnknownTerm):
        assert ask(engine, name, {parameter: value}).columns


def test_a_value_that_would_end_a_string_finds_only_itself(engine):
    assert not ask(engine, "overview/find_facts", {"text": "' OR true //"}).rows


@pytest.mark.parametrize(
    ("name", "given", "told"),
    [
        ("time/new_in_year", {"year": "20x3"}, "'20x3' is not a year; write four digits such as 2023"),
        ("time/new_in_year", {"year": 23}, "is not a year"),
        ("time/new_in_year", {"year": True}, "is not a year"),
        ("time/new_in_year", {"year": None}, "year: a value is needed"),
        ("time/new_in_year", {"yaer": 2023}, "no parameter 'yaer'; did you mean year?; it takes year, limit"),
        ("time/timeline", {"on": "2023-02-30"}, "on: '2023-02-30' is not in the calendar; 2023-02 has 28 days"),
        ("time/timeline", {"on": "soon"}, "on: 'soon' is not a date; write 2023"),
        ("connections/connections", {"to": "provinse"}, "not an entity type; did you mean province?"),
        ("connections/connections", {"direct": "perhaps"}, "neither true nor false"),
        ("connections/hubs", {"limit": "-1"}, "limit: '-1' is not a whole number"),
        ("connections/hubs", {"limit": "many"}, "limit: 'many' is not a whole number"),
        ("overview/find_entities", {"text": "--"}, "text: '--' holds no letter or digit"),
        ("connections/possible_partners", {"similar": 0}, "similar: 0 is out of bounds; write 1 to 30"),
    ],
)
def test_wrong_parameters_are_told_with_what_is_expected(engine, name, given, told):
    with pytest.raises(WrongParameter) as refused:
        ask(engine, name, given)
    assert told in str(refused.value)


@pytest.mark.parametrize(
    ("name", "given", "told"),
    [
        ("trade/of_good", {"good": "saw timber"}, "no fact has the good 'saw timber'; did you mean sawn timber"),
        ("agreements/of_instrument", {"instrument": "roadmp"}, "the instrument 'roadmp'; did you mean roadmap"),
        ("trade/volumes", {"unit": "barrel"}, "no fact has the unit 'barrel'"),
        ("evidence/at_locator", {"locator": "c2:999"}, "no fact has the locator 'c2:999'; there are c2:"),
    ],
)
def test_terms_that_no_fact_names_are_told_with_some_that_exist(engine, name, given, told):
    with pytest.raises(UnknownTerm, match=re.escape(told)):
        ask(engine, name, given)


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("fn-161", "zalesskij-2024/fn-16"),
        ("fn-9999", "zalesskij-2024/fn-"),
        ("p-1766", "pages/p-176"),
        ("p-99999", "pages/p-"),
        ("zaless", "zalesskij-2024"),
    ],
)
def test_footnotes_and_pages_are_suggested_as_works_are(engine, source, told):
    with pytest.raises(UnknownName, match=f"did you mean .*{told}"):
        ask(engine, "evidence/facts_of_source", {"source": source})


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("twinnings/of_plaec", "did you mean twinnings/of_place"),
        ("of_place", "more than one question 'of_place'; name one of twinnings/of_place, investment/of_place"),
        ("xyzzy", "no question 'xyzzy'; queries list names them"),
        ("", "no question ''"),
    ],
)
def test_unknown_questions(engine, name, told):
    with pytest.raises(UnknownQuestion) as refused:
        ask(engine, name)
    assert told in str(refused.value)


def test_the_last_part_of_a_name_is_enough_where_it_is_alone(engine):
    assert ask(engine, "many-party") == ask(engine, "agreements/many_party")


def test_filters_narrow_and_are_refused_where_there_are_no_facts(engine):
    signed = ask(engine, "agreements/of_party", {"entity": "Brest"}, filters=Filters(only_signed=True))
    assert 0 < len(signed) < len(ask(engine, "agreements/of_party", {"entity": "Brest"}))
    with pytest.raises(WrongParameter, match=r"^events/calendar takes no filters$"):
        ask(engine, "events/calendar", filters=Filters(only_signed=True))


@pytest.mark.parametrize(
    ("name", "parameter", "words"),
    [
        ("trade/of_good", "good", ("sawn timber", "lumber", "піламатэрыялы", "пиломатериалы", "锯材", "bois scié")),
        ("connections/in_sector", "sector", ("education", "адукацыя", "образование", "教育", "éducation")),
        ("agreements/of_instrument", "instrument", ("roadmap", "Roadmaps")),
        ("trade/volumes", "unit", ("m3", "m³", "cubic metres", "куб. м")),
        ("evidence/at_locator", "locator", ("c2:19", " C2:19")),
    ],
)
def test_terms_are_known_in_five_languages_and_as_people_write_them(engine, name, parameter, words):
    answers = [ask(engine, name, {parameter: word}).rows for word in words]
    assert answers[0]
    assert all(answer == answers[0] for answer in answers)


def test_every_shipped_term_has_a_word_in_each_language():
    for table in (*DATASETS.glob("*/goods.csv"), *DATASETS.glob("*/sectors.csv")):
        with table.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                synonyms = row["synonyms"]
                assert re.search(r"(?i)[а-яё]", synonyms), row
                assert re.search(r"[\u4e00-\u9fff]", synonyms), row
                assert len(synonyms.split("|")) > 2, row


def test_names_in_any_language_and_widening(engine):
    widened = ask(engine, "twinnings/of_place", {"entity": "Витебск"})
    assert widened.rows == ask(engine, "twinnings/of_place", {"entity": "BY-VI"}).rows
    assert "Vitebsk is taken as Vitebsk Region" in str(widened.remarks[0])
    city = ask(engine, "twinnings/of_place", {"entity": "维捷布斯克"}, exact=True)
    assert city.rows == ask(engine, "twinnings/of_place", {"entity": "city/vitebsk"}).rows
    assert 0 < len(city) < len(widened)
    assert not city.remarks


def test_a_parameter_that_does_not_widen_takes_the_city(engine):
    assert ask(engine, "overview/entity", {"entity": "Vitebsk"}).to_dicts()[0]["id"] == "city/vitebsk"


def test_dates_outside_of_everything(engine):
    assert not ask(engine, "time/new_in_year", {"year": 1700}).rows
    assert not ask(engine, "agreements/running_on", {"on": "1700"}).rows
    assert ask(engine, "time/timeline", {"on": PartialDate.parse("2023-06")}) == ask(
        engine, "time/timeline", {"on": "2023-06"}
    )


def test_what_a_question_for_the_browser_is_told(engine):
    with pytest.raises(WrongParameter, match="for Neo4j Browser"):
        ask(engine, "browser/twinnings")


def test_the_parameters_of_a_question_for_pasting(engine, library):
    _, values, _, _ = bound(
        engine, library.find("time/timeline"), {"entity": "Vitebsk", "on": "2023-06"}, filters=Filters()
    )
    assert values["entity"] == "BY-VI"
    assert (values["on_from"], values["on_to"]) == ("2023-06-01", "2023-06-30")


def own(folder: Path, name: str = "mine/twins.cypher", text: str = SOUND) -> Library:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return Library(folder)


def test_questions_of_ones_own_join_under_the_same_rules(engine, tmp_path):
    library = own(tmp_path)
    assert "mine/twins" in library.names()
    assert ask(engine, "mine/twins", {"place": "BY-VI"}, library=library).columns == ("name", "fact")
    with pytest.raises(BadQuestion, match="LIMIT"):
        ask(engine, "mine/twins", library=own(tmp_path, text=SOUND.replace("LIMIT $limit", "")))


def test_the_environment_names_the_folder_too(tmp_path, monkeypatch):
    own(tmp_path)
    monkeypatch.setenv("BYCN_QUERIES", str(tmp_path))
    assert "mine/twins" in Library().names()


def test_a_file_of_any_name_is_a_question_and_its_lists_are_lists(engine, tmp_path):
    text = "// Places\nMATCH (n:City) WHERE n.id IN $ids AND n.country = $land RETURN n.name AS name ORDER BY name"
    for name in ("PLACES.CYPHER", "mes villes.v2.cypher", "Тема/мои-города.cypher"):
        library = own(tmp_path, name, text)
        given = {"ids": "city/vitebsk|city/orsha|city/harbin", "land": "BY"}
        asked = name.rpartition(".")[0]
        assert ask(engine, asked, given, library=library).rows == [("Orsha",), ("Vitebsk",)]
        assert ask(engine, asked, given | {"ids": "city/orsha"}, library=library).rows == [("Orsha",)]


def test_a_question_in_the_old_form_is_told_the_new_one_and_nothing_else(tmp_path):
    old = SOUND.replace("MATCH (p", "// Filters\nMATCH (p").replace("/* filters r */", "AND $types IS NULL")
    with pytest.raises(BadQuestion) as refused:
        own(tmp_path, text=old).find("mine/twins")
    [told] = str(refused.value).splitlines()
    assert "write /* filters r */ after a condition" in told


def test_a_folder_without_questions_or_with_a_shipped_name(tmp_path):
    with pytest.raises(BadQuestion, match="no questions here"):
        Library(tmp_path / "nowhere")
    [told] = own(tmp_path, "twinnings/all.cypher").remarks
    assert "is shipped; name yours otherwise" in str(told)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("twinnings/of_place", "place", "entity"),
        ("trade/of_party", "party", "entity"),
        ("connections/chains", "end", "second"),
    ],
)
def test_an_old_name_of_a_parameter_is_told_the_new_one(engine, name, old, new):
    with pytest.raises(WrongParameter, match=f"'{old}' is called '{new}' now"):
        ask(engine, name, {old: "Vitebsk"})


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("evidence/footnotes_most_used", "evidence/facts_by_source"),
        ("as_of", "time/timeline with on="),
        ("trade/by-period", "trade/of_party with alone=true"),
        ("connections/places_of_province", "connections/connections with to=oblast"),
        ("connections/all_paths", "is connections/chains now"),
        ("shortest_paths", "is connections/chains now"),
        ("connections/neighbourhood", "is connections/neighbours now"),
        ("reach", "is connections/neighbours now"),
    ],
)
def test_an_old_name_of_a_question_is_told_the_new_one(engine, old, new):
    with pytest.raises(UnknownQuestion) as refused:
        ask(engine, old)
    assert new in str(refused.value)


@pytest.mark.parametrize("name", ASKED)
def test_no_default_limit_cuts_the_shipped_answer(engine, library, name):
    assert not any("cut at" in str(remark) for remark in ask(engine, name, library=library).remarks)


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("evidence/facts_of_source", {"source": "fn-16"}),
        ("evidence/facts_of_source", {"source": "16"}),
        ("evidence/sources_of_fact", {"fact": "c1-089"}),
        ("evidence/sources_of_fact", {"fact": "zalesskij-2024/c1-089"}),
        ("connections/places_without_ties", {"country": "Китай"}),
    ],
)
def test_sources_facts_and_countries_are_known_by_short_ids_and_names(engine, name, given):
    assert ask(engine, name, given).rows


@pytest.mark.parametrize(
    ("name", "given", "told"),
    [
        ("evidence/facts_of_source", {"source": "fm-16"}, "did you mean zalesskij-2024/fn-16"),
        ("evidence/sources_of_fact", {"fact": "c1-0899"}, "did you mean zalesskij-2024/c1-089"),
        ("connections/places_without_ties", {"country": "Japan"}, "nothing here is named 'Japan'"),
        ("connections/places_without_ties", {"country": "Vitebsk"}, "'Vitebsk' is Vitebsk, a city; name a country"),
        ("universities/partners_of", {"entity": "Huawei"}, "'Huawei' is Huawei, a company; name a university"),
    ],
)
def test_a_slip_is_never_answered_with_none(engine, name, given, told):
    with pytest.raises(UnknownName, match=re.escape(told)):
        ask(engine, name, given)


def test_of_two_entities_of_a_name_the_one_of_the_type_asked_for_is_meant(engine):
    assert resolve(engine, "Jilin", ["province"]).id == "CN-JL"


@pytest.mark.parametrize("limit", [0, 1_000_000_001])
def test_no_question_takes_a_limit_of_nothing_or_beyond_its_bounds(engine, limit):
    with pytest.raises(WrongParameter, match=f"limit: {limit:,} is out of bounds; write 1 to 1,000,000,000"):
        ask(engine, "twinnings/all", {"limit": limit})


def test_every_limit_has_bounds(library):
    limits = [p for q in library.readable(library.names()) for p in q.header.parameters if p.type == "integer"]
    assert [p for p in limits if p.least is None or p.most is None] == []


def test_a_number_out_of_bounds_is_told_them(engine, tmp_path):
    text = SOUND.replace("$limit (integer) = 10", "$limit (integer 1..8) = 3")
    with pytest.raises(WrongParameter, match="limit: 9 is out of bounds; write 1 to 8"):
        ask(engine, "mine/twins", {"limit": 9}, library=own(tmp_path, text=text))
