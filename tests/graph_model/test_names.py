"""Names: which spellings are one name, and what a name means among several entities."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bycn.graph_model.names import AmbiguousName, Candidate, choose, fold, readings, suggest

NAMES = st.text(max_size=30)


def candidate(id_, type_, name, *, parent_id="", exact=True):
    return Candidate(id_, type_, name, parent_id, parent_id, exact)


@pytest.mark.parametrize(
    "forms",
    [
        ("Могилёв", "могилев", "МОГИЛЕВ"),
        ("Xi'an", "Xi’an", "XIAN", "Xiʼan"),
        ("Saint-Étienne", "saint etienne", "SAINT  ETIENNE"),
        ("Łódź", "lodz"),
        ("Ǿresund", "øresund", "Öresund"),
        ("Ürümqi", "urumqi"),
        ("Брэсцкая вобласць", "БРЭСЦКАЯ  ВОБЛАСЦЬ"),
        ("Ｍｉｎｓｋ", "minsk"),
    ],
    ids=lambda forms: forms[0],
)
def test_case_accents_and_punctuation_make_no_difference(forms):
    assert len({fold(form) for form in forms}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Shanxi", "Shaanxi"),
        ("Hubei", "Hebei"),
        ("Minsk", "Minsk Region"),
        ("край", "краи"),
        ("Быхаў", "Быхау"),
        ("山西", "陕西"),
    ],
)
def test_letters_make_a_difference(one, other):
    assert fold(one) != fold(other)


@given(NAMES)
def test_folding_twice_changes_nothing(name):
    assert fold(fold(name)) == fold(name)


@given(NAMES)
def test_composed_and_decomposed_forms_are_one_name(name):
    assert fold(unicodedata.normalize("NFC", name)) == fold(unicodedata.normalize("NFD", name))


@given(st.text(st.characters(max_codepoint=127), max_size=20))
def test_plain_letters_fold_as_all_others_do(name):
    assert fold(f"{name} ё") == f"{fold(name)} е".strip()


@given(st.text(st.characters(categories=["Lu", "Ll"], max_codepoint=0x24F), min_size=1, max_size=10))
def test_a_folded_name_holds_no_blanks_at_its_ends_and_no_accents(name):
    key = fold(f" {name} ")
    assert key == key.strip()
    assert not any(unicodedata.category(char) == "Mn" for char in unicodedata.normalize("NFD", key))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Vitebsk city", "vitebsk"),
        ("город Витебск", "витебск"),
        ("city Vitebsk", "vitebsk"),
        ("ville de Vitebsk", "vitebsk"),
        ("la ville d'Orsha", "orsha"),
        ("the city of Xi'an", "xian"),
    ],
)
def test_a_word_for_city_is_read_as_such(text, name):
    assert readings(text)[0] == (fold(text), None)
    assert readings(text)[-1] == (name, "city")


@pytest.mark.parametrize("text", ["la BUTB", "Le BUTB", "the  BUTB", "l'BUTB", "L’BUTB"])
def test_a_name_is_tried_without_its_article_too(text):
    assert readings(text) == [(fold(text), None), ("butb", None)]


@pytest.mark.parametrize("text", ["Lanzhou", "Lepel", "Theatre", "La", "l'"])
def test_what_only_looks_like_an_article_stays(text):
    assert readings(text) == [(fold(text), None)]


def test_a_city_sign_is_read_as_such():
    assert readings("哈尔滨市") == [("哈尔滨市", None), ("哈尔滨", "city")]


def test_an_established_name_goes_before_an_alias():
    one, other = candidate("a", "company", "A"), candidate("b", "company", "B", exact=False)
    assert choose("a", [other, one]).id == "a"


def test_a_city_goes_before_the_place_of_the_same_name_that_holds_it():
    city, holder = candidate("city/jilin", "city", "Jilin", parent_id="CN-JL"), candidate("CN-JL", "province", "Jilin")
    assert choose("jilin", [holder, city]).id == "city/jilin"


def test_a_city_does_not_go_before_a_place_that_does_not_hold_it():
    city, other = candidate("city/x", "city", "X", parent_id="CN-JL"), candidate("CN-HL", "province", "X")
    with pytest.raises(AmbiguousName) as caught:
        choose("x", [city, other])
    assert [c.id for c in caught.value.candidates] == ["CN-HL", "city/x"]


def test_nothing_is_meant_where_nobody_has_the_name():
    assert choose("x", []) is None


def test_a_suggestion_is_no_match():
    assert suggest("Shanxy", ["Shanxi", "Shaanxi", "Minsk"])[:2] == ["Shanxi", "Shaanxi"]
