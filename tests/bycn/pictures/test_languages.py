"""The page around a picture speaks the picture's language, whatever is opened, chosen or filtered."""

import re
from typing import get_args

import pytest

from bycn.graph_model.vocabulary import Form, Instrument, Role
from bycn.pictures import labels, page, translations
from bycn.pictures.layout import lay_out
from bycn.pictures.look import Look
from bycn.pictures.provenance import Provenance

from .conftest import entity, fact, subject

CODES = [code for code in translations.LANGUAGES if code != "en"]
SAID = re.compile(r"""\bsay\(["'](.+?)["'](?:,|\))""")
SAME = {
    "be": {", ", "; "}, "ru": {", ", "; "},
    "fr": {", ", "Date", "Source", "p. {}", "{} mm", "Programme", "Plan", "Centre", "Document", "Association"},
}  # fmt: skip
"""What a language writes as English does."""
NAMED = {
    "names_zh": ["甲市", "甲城"], "names_ru": ["Первый"], "names_be": ["Першы"], "names_fr": ["É"], "aliases": ["甲"]
}  # fmt: skip
ENTITIES = [
    entity("city/1", "1", **NAMED, note="注"),
    entity("city/2", "2", country="CN", names_zh=["乙市"]),
    entity("event/3", "3", country="XX", names_zh=["会"]),
]
TOLD = {
    "locator": ["c1:65"],
    "certainty": "read",
    "note": "注",
    "document": "book/d",
    "instrument": "memorandum",
    "event": "event/3",
}
FACTS = [
    fact("1", "city/1", "city/2", title="一", date="2023-11", valid="2023/2025", status="signed", **TOLD),
    *(fact(f"1-{n}", "city/1", "city/2", title="二", announced="2023-05", status="planned") for n in range(6)),
    fact("3", "city/1", "event/3", "TOOK_PART_IN", title="三", placed_from="2020-01-01", placed_to="2020-12-31"),
]
FOOTNOTE = {"id": "book/fn-1", "number": 1, "title": "注", "page": 5, "address": "1", "other_addresses": ["2", "3"]}
REGIONS = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">
<g class="head"><text y="1" font-size="1">题</text></g><g class="credit"></g></svg>"""
OPEN_TO_ALL = """() => {
  const texts = [document.title];
  const seen = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (seen.nextNode()) {
    if (!seen.currentNode.parentElement.closest("script, style, noscript, #still")) texts.push(seen.currentNode.data);
  }
  for (const part of document.querySelectorAll("body *")) {
    for (const name of ["aria-label", "title", "placeholder"]) texts.push(part.getAttribute(name) ?? "");
  }
  return texts.join(" | ");
}"""
"""All that the page says, to eyes and to ears."""


@pytest.fixture
def opened(tab, tmp_path):
    """A page whose data holds no letter of ours, so that those found are the page's own."""

    def open_in(*codes):
        told = {"evidence": {"book/fn-1": FOOTNOTE, "book/d": {"id": "book/d", "title": "文"}}}
        drawing = lay_out(subject(ENTITIES, FACTS, title="题", subtitle="副题", **told), look=Look(codes))
        path = tmp_path / "page.html"
        source = Provenance("署名", "0123", look=drawing.look.one_by_one[0])
        path.write_text(page.html(drawing, source, (REGIONS, "副题")), encoding="utf-8")
        tab.open(path)
        return tab

    return open_in


def states(tab):
    """What the page says one after another, as somebody uses all that it has."""
    yield tab.ask(OPEN_TO_ALL)
    tab.page.click("#back")
    tab.page.click("#theme")
    tab.page.locator("#facts summary").press("Enter")
    tab.page.locator("#table tbody tr").first.wait_for()
    yield tab.ask(OPEN_TO_ALL)
    tab.click_on("city/1")
    tab.page.locator("#panel li").first.wait_for()
    yield tab.ask(OPEN_TO_ALL)
    tab.page.keyboard.press("Escape")
    for strand in tab.ask("bycn.strands().map(s => s.id)"):
        tab.ask("id => bycn.network.body.emitter.emit('hoverEdge', {edge: id, pointer: {DOM: {x: 1, y: 1}}})", strand)
        yield tab.ask(OPEN_TO_ALL)
    tab.page.fill("#search", "9")
    yield tab.ask(OPEN_TO_ALL)
    tab.page.fill("#search", "")
    tab.page.fill("#year-from", "2020")
    tab.page.fill("#year-to", "2010")
    yield tab.ask(OPEN_TO_ALL)
    tab.page.click("#reset")
    for kind in tab.page.locator("[data-key^='fact '] input").all():
        kind.uncheck()
    yield tab.ask(OPEN_TO_ALL)


def test_no_english_word_of_the_page_is_left_in_chinese(opened):
    tab = opened("zh")
    assert tab.ask("document.documentElement.lang") == "zh"
    told = list(states(tab))
    assert "全部实体" in told[0]
    assert "来源未明确说明" in told[2]
    for text in told:
        own = re.sub(r"(city|event|book)/\S*|\bbycn\b|PNG|SVG|CSV", "", text)
        assert re.findall(r"[A-Za-z]{2,}", own) == []


def test_of_two_languages_the_pages_own_words_are_in_the_first(opened):
    told = " ".join(states(opened("ru", "zh")))
    for word in ("Сбросить", "Тёмная тема", "Светлая тема", "По регионам", "Все участники", "Закрыть", "8 фактов"):
        assert word in told
    assert not {"重置", "深色", "关闭", "按地区"} & {*re.findall(r"\w+", told)}


@pytest.mark.parametrize("code", CODES)
def test_what_a_fact_is_more_exactly_is_told_in_the_language(code):
    terms = {labels.term(word) for kind in (Instrument, Form, Role) for word in get_args(kind)}
    assert {word for word in terms if translations.said(word, code) == word} <= SAME.get(code, set())


@pytest.mark.parametrize("code", CODES)
def test_every_word_of_the_page_is_known_in_every_language(code):
    texts = [(page.FOLDER / name).read_text("utf-8") for name in ("page.html", "page.js")]
    words = {word for text in texts for word in SAID.findall(text)}
    assert len(words) > 40
    assert {word for word in words if translations.said(word, code) == word} == words & SAME.get(code, set())
    for word in words:
        assert translations.said(word, code).count("{}") == word.count("{}"), word
