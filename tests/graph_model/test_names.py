"""Names: which spellings are one name, and what a name means among several entities."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bycn.graph_model.folding import fold
from bycn.graph_model.names import AmbiguousName, Candidate, choose, find, readings, says_city, shortened, suggest

NAMES = st.text(max_size=30)


def candidate(id_, type_, name, *, holders=(), exact=True):
    return Candidate(id_, type_, name, "CN", holders, "", exact)


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


PLACES = {
    "CN": ("country", "CN", (), ["China"]),
    "CN-HL": ("province", "CN", (), ["Heilongjiang", "Хэйлунцзян", "黑龙江", "黑龙江省"]),
    "CN-JL": ("province", "CN", (), ["Jilin"]),
    "city/jilin": ("city", "CN", ("CN-JL",), ["Jilin"]),
    "CN-SX": ("province", "CN", (), ["Shanxi"]),
    "CN-SN": ("province", "CN", (), ["Shaanxi"]),
    "CN-SH": ("province", "CN", (), ["Shanghai", "город Шанхай", "上海", "上海市"]),
    "city/harbin": ("city", "CN", ("CN-HL",), ["Harbin", "哈尔滨"]),
    "city/xian": ("city", "CN", ("CN-SN",), ["Xi'an"]),
    "BY-HM": ("city", "BY", (), ["Minsk", "Минск"]),
    "BY-MI": ("oblast", "BY", (), ["Minsk Region", "Минская область"]),
    "BY-BR": ("oblast", "BY", (), ["Brest Region", "Брестская область", "Брэсцкая вобласць"]),
    "city/orsha": ("city", "BY", ("BY-VI",), ["Orsha"]),
    "district/bereza": ("district", "BY", ("BY-BR",), ["Bereza District", "Берёзовский район"]),
    "company/naftan": ("company", "BY", ("BY-VI",), ["Naftan", "ОАО «Нафтан»"]),
    "company/huawei": ("company", "CN", (), ["Huawei", "华为技术有限公司"]),
    "company/orsha": ("company", "BY", (), ["Orsha Flax Mill OJSC"]),
    "university/gsu": ("university", "BY", (), ["Francisk Skorina Gomel State University", "ГГУ"]),
    "institution/economy": ("institution", "BY", (), ["Ministry of Economy of Belarus"]),
    "institution/health-by": ("institution", "BY", (), ["Ministry of Health of Belarus"]),
    "institution/health-cn": ("institution", "CN", (), ["Ministry of Health of China"]),
    "institution/embassy": ("institution", "CN", ("BY-HM",), ["Embassy of China in Belarus"]),
    "institution/centre": ("institution", "XX", (), ["Belarus–China Centre for Research"]),
    "institution/bsu-dut": ("institution", "XX", (), ["BSU–DUT Joint Institute"]),
    "institution/dut-bsu": ("institution", "XX", (), ["DUT–BSU Joint Institute"]),
}


def lookup(key, other):
    for id_, (type_, country, holders, names) in PLACES.items():
        keys = {fold(id_), *map(fold, names)} | {k for name in names for k in shortened(name, type_, country)}
        if keys & {key, other}:
            yield Candidate(id_, type_, names[0], country, holders, "", key in (fold(names[0]), fold(id_)))


def meant(text):
    match = find(text, lookup)
    return match and match.id


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("the Heilongjiang", "CN-HL"),
        ("Harbin[1]", "city/harbin"),
        ("Harbin [note 2]", "city/harbin"),
        ("Harbin²", "city/harbin"),
        ("Orsha city", "city/orsha"),
        ("the city of Orsha", "city/orsha"),
        ("la ville d’Orsha", "city/orsha"),
        ("г.Минск", "BY-HM"),
        ("г. Шанхай", "CN-SH"),
        ("上海市", "CN-SH"),
        ("哈尔滨市", "city/harbin"),
        ("Heilongjiang Prov.", "CN-HL"),
        ("province du Heilongjiang", "CN-HL"),
        ("провинция Хэйлунцзян", "CN-HL"),
        ("Минская обл", "BY-MI"),
        ("Region of Minsk", "BY-MI"),
        ("Берёзовский р-н", "district/bereza"),
        ("Minsk reg.", "BY-MI"),
        ("Bereza Distr.", "district/bereza"),
        ("Берёзовский р-н Брестской обл.", "district/bereza"),
        ("Берёзовский район, Брэсцкай вобласці", "district/bereza"),
        ("Harbin, P.R. China", "city/harbin"),
        ("Harbin (People's Republic of China)", "city/harbin"),
        ("Harbin, Heilongjiang Province, China", "city/harbin"),
        ("Harbin (黑龙江)", "city/harbin"),
        ("Harbin / 哈尔滨", "city/harbin"),
        ("黑龙江省哈尔滨市", "city/harbin"),
        ("Heilongjiang, Harbin", "city/harbin"),
        ("КНР, провинция Хэйлунцзян, г. 哈尔滨", "city/harbin"),
        ("Хэйлунцзян, Harbin, Китай", "city/harbin"),
        ("黑龙江 哈尔滨", "city/harbin"),
        ("Heilongjiang 黑龙江", "CN-HL"),
        ("黑龙江Heilongjiang", "CN-HL"),
        ("Хэйлунцзян Heilongjiang", "CN-HL"),
        ("Minsk Минск", "BY-HM"),
        ("УО «ГГУ»", "university/gsu"),
        ("Учреждение образования «ГГУ»", "university/gsu"),
        ("Xi'an (Shaanxi)", "city/xian"),
        ("Jilin", "city/jilin"),
        ("Jilin, China", "city/jilin"),
        ("Jilin Province", "CN-JL"),
        ("Naftan JSC", "company/naftan"),
        ("AAT «Naftan»", "company/naftan"),
        ("Open Joint Stock Company 'Naftan', Belarus", "company/naftan"),
        ("Huawei Co., Ltd.", "company/huawei"),
        ("华为技术股份有限公司", "company/huawei"),
        ("Orsha Flax Mill", "company/orsha"),
        ("Gomel State University named after Francisk Skorina", "university/gsu"),
        ("Belarusian Ministry of Economy", "institution/economy"),
        ("Ministry of Economy of the Republic of Belarus", "institution/economy"),
        ("Ministry of Economy", "institution/economy"),
        ("Chinese Embassy in the Republic of Belarus", "institution/embassy"),
        ("China-Belarus Research Center", "institution/centre"),
        ("Sino-Belarusian Centre for the Research", "institution/centre"),
        ("DUT-BSU Joint Institute", "institution/dut-bsu"),
    ],
)
def test_kinds_of_form_make_no_difference(text, id_):
    assert meant(text) == id_


@pytest.mark.parametrize(
    "text",
    [
        "Harbin, Belarus",
        "Harbin, Shanxi",
        "Xi'an, Shanxi",
        "Brest, France",
        "Harbin (ice city)",
        "Heilongjiang city",
        "Harbin Province",
        "Minsk Province",
        "OJSC Minsk",
        "г. Минск Минской области",
        "Берёзовский р-н Минской обл.",
        "Ministry of Economy of China",
        "Embassy of Belarus in China",
        "Embassy",
        "Bereza",
        "State University",
        "Lanzhou",
        "Co., Ltd.",
        "China, Belarus",
        "Shanxi, Harbin",
        "Minsk 哈尔滨",
        "УО «Нафтан»",
        "[1]",
        "、",
    ],
)
def test_what_is_told_of_kind_and_place_must_hold(text):
    assert meant(text) is None


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Ministry of Health", ["institution/health-by", "institution/health-cn"]),
        ("Joint Institute of DUT and BSU", ["institution/bsu-dut", "institution/dut-bsu"]),
    ],
)
def test_a_shortened_form_of_two_names_neither(text, ids):
    with pytest.raises(AmbiguousName) as caught:
        meant(text)
    assert [c.id for c in caught.value.candidates] == ids


@pytest.mark.parametrize("text", ["Vitebsk city", "город Витебск", "г. Витебск", "ville d'Orsha", "哈尔滨市"])
def test_a_word_for_city_is_read_as_such(text):
    assert says_city(text)


@pytest.mark.parametrize("text", ["Vitebsk", "City", "Minsk City Executive Committee", "Vitebsk, Belarus"])
def test_other_words_are_no_word_for_city(text):
    assert not says_city(text)


@pytest.mark.parametrize("text", ["la BUTB", "Le BUTB", "the  BUTB", "l'BUTB", "L’BUTB"])
def test_a_name_is_tried_without_its_article_too(text):
    assert [reading.key for reading in readings(text)][:2] == [fold(text), "butb"]


@pytest.mark.parametrize("text", ["Lanzhou", "Lepel", "Theatre", "La", "l'"])
def test_what_only_looks_like_an_article_stays(text):
    assert next(readings(text)).key == fold(text)


def test_an_established_name_goes_before_an_alias():
    one, other = candidate("a", "company", "A"), candidate("b", "company", "B", exact=False)
    assert choose("a", [other, one]).id == "a"


def test_a_city_goes_before_the_place_of_the_same_name_that_holds_it():
    city, holder = candidate("city/jilin", "city", "Jilin", holders=("CN-JL",)), candidate("CN-JL", "province", "Jilin")
    assert choose("jilin", [holder, city]).id == "city/jilin"


def test_a_city_does_not_go_before_a_place_that_does_not_hold_it():
    city, other = candidate("city/x", "city", "X", holders=("CN-JL",)), candidate("CN-HL", "province", "X")
    with pytest.raises(AmbiguousName) as caught:
        choose("x", [city, other])
    assert [c.id for c in caught.value.candidates] == ["CN-HL", "city/x"]


def test_nothing_is_meant_where_nobody_has_the_name():
    assert choose("x", []) is None


NAMES_KNOWN = ["Shanxi", "Shaanxi", "Minsk", "Anhui", "Anhwei", "Taiwan", "China", "Harbin", "Guangxi", "SUMEC Trading"]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Shanxy", "Shanxi"),
        ("Shaanxy", "Shaanxi"),
        ("Harbin (ice city)", "Harbin"),
        ("Habrin, China", "Harbin"),
        ("Harbin, Shanxi", "Harbin"),
        ("SUMEC", "SUMEC Trading"),
        ("the city of Anhuy (without its districts)", "Anhui"),
    ],
)
def test_what_is_near_is_suggested(text, first):
    assert suggest(text, NAMES_KNOWN)[0] == first


@pytest.mark.parametrize("text", ["Lanzhou", "Taiyuan", "Guiyang", "Kunming", "Lanzhou, China"])
def test_what_is_not_near_is_not_suggested(text):
    assert suggest(text, NAMES_KNOWN) == []
