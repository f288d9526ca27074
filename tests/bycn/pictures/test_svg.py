from xml.etree import ElementTree as ET

import pytest

from bycn.pictures import svg
from bycn.pictures.layout import lay_out
from bycn.pictures.look import look_of
from bycn.pictures.provenance import Provenance

from .conftest import FROM, entity, fact, subject

NS = {"s": "http://www.w3.org/2000/svg"}
TEXT = f"{{{NS['s']}}}text"


def drawn(*records, look=None, provenance=FROM, layout="two-sides", **told):
    root = ET.fromstring(svg.svg(lay_out(subject(*records, **told), layout, look), provenance))
    return root, [text.text or "" for text in root.iter(TEXT)]


def entries(root):
    return [text.text for text in root.find("s:g[@class='legend']", NS).iter(TEXT)]


TWO = [entity("city/a"), entity("company/b", country="CN")]


def test_every_entity_is_drawn_and_text_stays_text():
    entities = [
        entity("city/vitebsk", "Витебск"),
        entity("city/harbin", "哈尔滨", "CN"),
        entity("city/x", "Xi'an & <co>", "CN"),
    ]
    root, texts = drawn(entities, [fact("a", "city/vitebsk", "city/harbin")])
    assert {node.get("data-id") for node in root.findall("s:g/s:g[@class='node']", NS)} == {e["id"] for e in entities}
    assert {"Витебск", "哈尔滨", "Xi'an & <co>", "A title", "a subtitle", "a credit"} <= set(texts)
    assert all(name in root.get("font-family") for name in ("Noto Sans", "Noto Sans CJK SC", "sans-serif"))


def test_names_and_their_halos_are_two_texts_which_every_program_draws():
    root, _ = drawn(TWO, [fact("1", "city/a", "company/b")])
    assert "paint-order" not in ET.tostring(root, encoding="unicode")
    halos, names = (
        sorted(t.text for g in root.findall(f"s:g[@class='{kind}']", NS) for t in g.iter(TEXT))
        for kind in ("halos", "names")
    )
    assert halos == names
    assert {"city/a", "company/b"} <= set(names)


def test_the_legend_counts_what_is_drawn_and_nothing_else():
    root, _ = drawn(TWO, [fact("1", "city/a", "company/b", "CONTRACT", status="planned")])
    assert entries(root) == ["Contract 0 + 1 planned", "Belarus 1", "China 1", "City 1", "Company 1"]
    both = [
        fact("1", "city/a", "company/b", "CONTRACT", status="planned"),
        fact("2", "city/a", "company/b", "CONTRACT"),
    ]
    assert entries(drawn(TWO, both)[0])[0] == "Contract 1 + 1 planned"
    root, _ = drawn(TWO, [fact("2", "city/a", "company/b", "TRADE_FLOW", measure="import")])
    assert entries(root)[0] == "Import 1"
    assert not [line for line in root.iter() if line.get("stroke-dasharray")]


def test_widths_have_a_key_of_four_numbers_where_an_amount_is_drawn_and_only_there():
    told = {"amount": 20_000_000, "currency": "USD"}
    facts = [fact("1", "city/a", "company/b", **told), fact("2", "company/b", "city/a", "CONTRACT")]
    root, _ = drawn(TWO, facts)
    key = ["500,000", "1 m", "5 m", "20 m"]
    assert entries(root)[-6:] == ["Width: largest amount, USD, root scale", "200,000", *key[1:], "no amount given"]
    samples = [float(line.get("stroke-width")) for line in root.findall(".//s:g[@data-width]/s:line", NS)]
    assert samples[3] == pytest.approx(14 * 96 / 72, abs=0.01)
    assert samples[2] / samples[3] == pytest.approx(0.5, abs=0.01)
    assert not any("Width" in text for text in entries(drawn(TWO, facts[1:])[0]))


def test_a_small_amount_is_no_missing_one():
    told = {"currency": "USD", "type_": "CONTRACT"}
    facts = [fact("1", "city/a", "company/b", amount=1, **told), fact("2", "company/b", "city/a", amount=10**9, **told)]
    assert not any("no amount" in entry for entry in entries(drawn(TWO, facts)[0]))


def test_amounts_in_other_currencies_have_no_width_and_the_subtitle_says_so():
    facts = [
        fact("1", "city/a", "company/b", amount=10, currency="USD"),
        fact("2", "city/a", "company/b", "JOINT_PROJECT", amount=10**12, currency="CNY"),
        fact("3", "city/a", "company/b", "TWINNED_WITH", amount=5, currency="USD"),
    ]
    root, texts = drawn(TWO, facts)
    assert any("Width by amount in USD; not shown by width: CNY" in text for text in texts)
    assert entries(root)[-1] == "no amount in USD"
    widths = {g.get("data-type"): float(g[0].get("stroke-width")) for g in root.findall(".//s:g[@class='strand']", NS)}
    assert widths["JOINT_PROJECT"] < 1 < widths["TWINNED_WITH"] < widths["AGREEMENT"]


def test_amounts_by_both_countries_statistics_are_told_apart_in_the_subtitle():
    told = {"type_": "TRADE_FLOW", "amount": 10, "currency": "USD", "measure": "export"}
    by_both = [fact(by, "city/a", "company/b", reporter=by, **told) for by in ("BY", "CN")]
    said = "Amounts by Belarusian and by Chinese statistics"
    assert said in " ".join(drawn(TWO, by_both)[1])
    assert said not in " ".join(drawn(TWO, by_both[:1])[1])


def test_nothing_runs_out_of_the_drawing():
    entities = [entity(f"city/c{i}", f"A rather long name of city {i}", "BY" if i % 2 else "CN") for i in range(60)]
    root, _ = drawn(entities, [fact(f"f{i}", f"city/c{i}", f"city/c{i + 1}") for i in range(59)])
    left, top, wide, tall = map(float, root.get("viewBox").split())
    for text in root.iter(TEXT):
        if text.get("text-anchor"):
            assert left < float(text.get("x")) < left + wide
            assert top < float(text.get("y")) < top + tall


def test_the_credit_is_written_whole_with_digest_and_command():
    works = "; ".join(f"Work {n}" for n in range(80))
    root, _ = drawn([entity("city/a")], [], provenance=Provenance(works, "a1b2", "bycn draw Orsha --exact"))
    _, top, _, tall = map(float, root.get("viewBox").split())
    lines = root.findall("s:g[@class='credit']/s:text", NS)
    assert " ".join(line.text for line in lines) == f"{works} Data a1b2; drawn by: bycn draw Orsha --exact"
    assert max(float(line.get("y")) for line in lines) < top + tall
    assert "bycn draw Orsha --exact" in root.find("s:desc", NS).text


def test_what_has_ended_is_faint_and_told_in_the_legend():
    root, _ = drawn(
        TWO, [fact("2", "city/a", "company/b", status="ended"), fact("3", "city/a", "company/b", "CONTRACT")]
    )
    ended, other = root.findall(".//s:path[@class='line']", NS)
    assert float(ended.get("stroke-opacity")) < float(other.get("stroke-opacity")) / 2
    assert "Ended" in entries(root)


@pytest.mark.parametrize("code", ["be", "ru", "zh", "fr"])
def test_names_and_legend_speak_the_language_asked_for(code):
    told = {f"names_{one}": [f"name in {one}"] for one in ("be", "ru", "zh", "fr")}
    records = [entity("city/a", "English", **told), entity("city/b", "Only English", "CN")]
    look = look_of(code, None, "root", is_grey=False)
    root, texts = drawn(records, [fact("1", "city/a", "city/b")], look=look)
    assert f"name in {code}" in texts
    assert "Only English" in texts
    assert not any("Agreement" in entry or "Belarus" in entry for entry in entries(root))


def test_two_languages_stand_side_by_side():
    records = [entity("city/a", "Vitebsk", names_zh=["维捷布斯克"])]
    _, texts = drawn(records, [], look=look_of("en,zh", None, "root", is_grey=False))
    assert "Vitebsk · 维捷布斯克" in texts


@pytest.mark.parametrize("millimetres", [85, 170])
@pytest.mark.parametrize("layout", ["two-sides", "path"])
def test_a_width_in_print_is_kept_with_type_of_seven_points(millimetres, layout):
    names = ("Vitebsk", "Vitebsk Regional Executive Committee", "Novopolotsk", "Chongqing University of Technology")
    entities = [entity(f"city/{n}", name, "BY" if n % 2 else "CN") for n, name in enumerate(names)]
    facts = [fact(str(n), "city/0", f"city/{n}") for n in (1, 3)] + [fact("x", "city/2", "city/1")]
    root, _ = drawn(entities, facts, look=look_of("en", millimetres, "root", is_grey=False), layout=layout)
    assert root.get("width") == f"{millimetres}mm"
    scale = millimetres / 25.4 * 72 / float(root.get("viewBox").split()[2])
    sizes = [float(one.get("font-size")) for one in root.iter() if one.get("font-size")]
    assert min(size * scale for size in sizes if size < 12 or layout) >= 7.0


def test_no_name_is_cut_for_print():
    long = "Traditional Chinese Medicine Centre of the Minsk Regional Clinical Hospital named after somebody"
    root, texts = drawn([entity("institution/a", long)], [], look=look_of("en", 85, "root", is_grey=False))
    names = root.findall("s:g[@class='names']/s:g[@data-name]/s:text", NS)
    assert " ".join(line.text for line in names) == long
    assert not any("…" in text for text in texts)


@pytest.mark.parametrize("millimetres", [85, 180])
def test_a_name_that_has_no_room_stands_in_a_key_under_a_number(millimetres):
    entities = [entity(f"city/{n}", f"Municipal city {n} of somewhere", ("BY", "CN")[n % 2]) for n in range(150)]
    facts = [fact(str(n), f"city/{n % 2}", f"city/{n}") for n in range(2, 150)]
    root, _ = drawn(entities, facts, look=look_of("en", millimetres, "root", is_grey=False), layout="force")
    beside = {g.get("data-name"): " ".join(t.text for t in g) for g in root.findall("s:g[@class='names']/s:g", NS)}
    key = {g.get("data-numbered"): " ".join(t.text for t in g) for g in root.findall(".//s:g[@data-numbered]", NS)}
    assert len(key) > 3
    for one in entities:
        number = beside[one["id"]]
        assert number == one["name"] or (number.isdecimal() and key[one["id"]] == f"{number} {one['name']}")
    assert sorted(int(line.split()[0]) for line in key.values()) == list(range(1, len(key) + 1))
    scale = millimetres / 25.4 * 72 / float(root.get("viewBox").split()[2])
    assert min(float(one.get("font-size")) for one in root.iter() if one.get("font-size")) * scale >= 7


def test_in_grey_countries_and_types_keep_apart():
    kinds = ("AGREEMENT", "TWINNED_WITH", "JOINT_PROJECT", "COOPERATES_WITH", "CONTRACT")
    facts = [fact(kind, "city/a", "company/b", kind) for kind in kinds]
    root, _ = drawn(TWO, facts, look=look_of("en", None, "root", is_grey=True))
    inks = [
        one.get(name) for one in root.iter() for name in ("fill", "stroke") if (one.get(name) or "").startswith("#")
    ]
    drawn_things = root.findall(".//s:path[@class='line']", NS)
    assert len({line.get("stroke") for line in drawn_things}) == len(kinds)
    for line in drawn_things:
        assert len({line.get("stroke")[i : i + 2] for i in (1, 3, 5)}) == 1
    assert len({node[0].get("fill") for node in root.findall(".//s:g[@class='node']", NS)}) == 2
    letters = {g.get("data-kind"): g[-1].text[0] for g in root.findall(".//s:g[@class='legend']/s:g[@data-kind]", NS)}
    written = sorted(t.text for t in root.findall("s:g[@class='names']/s:g[@data-count]/s:text", NS))
    assert written == sorted(letters.values())
    assert inks
