"""Text that would do harm if it were taken for more than text: shown, and inert."""

import re
from xml.etree import ElementTree as ET

from bycn.pictures import page, svg
from bycn.pictures.layout import lay_out
from bycn.pictures.provenance import Provenance

from .conftest import entity, fact, subject
from .png import pixels

SVG = "{http://www.w3.org/2000/svg}"
RIGHT_TO_LEFT = "\u202egnp.exe\u200f"
PAYLOADS = [
    "<script>window.ran = 1</script>",
    '"><img src=x onerror="window.ran = 1">',
    "</script><script>window.ran = 1</script>",
    '<a href="javascript:window.ran=1">href</a>',
    "javascript:window.ran=1",
    "<svg/onload=window.ran=1>",
    "{{ 7 * 7 }}${window.ran = 1}",
    "]]><!--",
    f"line\u2028separator\u2029 {RIGHT_TO_LEFT} \x00\x1b[31m\x7f\ufffe",
    "&lt;&amp;&#60;",
    "long " * 2_000,
]


def hostile():
    entities, facts, evidence = [], [], {}
    kinds = ("city", "company", "event")
    for i, text in enumerate(PAYLOADS):
        names = {f"names_{code}": [text] for code in ("be", "ru", "zh", "fr")}
        entities.append(
            entity(
                f"{kinds[i % 3]}/{i}",
                text,
                ("BY", "CN")[i % 2],
                aliases=[text, text[::-1]],
                note=text,
                kind=text,
                **names,
            )
        )
        evidence[f"source {i} {text}"] = {
            "id": f"source {i} {text}",
            "number": i,
            "author": text,
            "title": text,
            "outlet": text,
            "page": text,
            "address": text,
            "other_addresses": [f"javascript:{text}", f"data:text/html,{text}", f"https://example.org/{text}"],
        }
    ids = [e["id"] for e in entities]
    for i, text in [*enumerate(PAYLOADS), *enumerate(PAYLOADS)]:  # each twice: parallel facts
        unnamed = {"from_unnamed": text, "to_unnamed": text}
        facts.append(
            fact(
                f"fact {len(facts)} {text}", ids[i], ids[(i + 1) % len(ids)], "CONTRACT", status="signed", date=text,
                valid=text, announced=text, **(unnamed if len(facts) % 2 else {}), currency=text, amount=10**i,
                amount_qualifier="over", quantity=i, unit=text, growth_text=text, note=text,
                sectors=[text], goods=[text], locator=[text],
                sources=[f"source {i} {text}"], document=f"source {i} {text}", title=text, certainty="read",
            )
        )  # fmt: skip
    return {
        "entities": entities,
        "facts": facts,
        "evidence": evidence,
        "title": PAYLOADS[0] + PAYLOADS[3],
        "subtitle": PAYLOADS[1],
    }


def hostile_subject():
    told = hostile()
    return subject(told.pop("entities"), told.pop("facts"), **told)


def test_hostile_text_is_shown_as_text_and_runs_nothing(tab, tmp_path):
    path = tmp_path / "hostile.html"
    path.write_text(
        page.html(lay_out(hostile_subject(), "two-sides"), Provenance(PAYLOADS[2], PAYLOADS[3], PAYLOADS[4])),
        encoding="utf-8",
    )
    tab.open(path)
    assert tab.page.locator("h1").inner_text() == PAYLOADS[0] + PAYLOADS[3]
    for entity_id in tab.ask("bycn.nodes.getIds()"):
        tab.ask("id => bycn.network.focus(id, {scale: 1})", entity_id)  # what is small is clicked on when it's near
        spot = tab.ask("id => bycn.network.canvasToDOM(bycn.network.getPositions([id])[id])", entity_id)
        tab.page.mouse.move(spot["x"], spot["y"] + tab.page.locator("#network").bounding_box()["y"])
        tab.ask(
            "id => bycn.network.body.emitter.emit('hoverNode', {node: id, pointer: {DOM: {x: 9, y: 9}}})", entity_id
        )
        tab.click_on(entity_id)
        assert tab.page.locator("#panel li.fact").count() in (1, 2)
        place, _, words = entity_id.split("/", 1)[1].partition(": ")
        told = words or PAYLOADS[int(place)]
        if told not in PAYLOADS[-3:]:
            assert told.strip() in tab.page.locator("#panel h2").inner_text()
    for pair in tab.ask("bycn.edges.getIds()"):
        tab.ask("id => bycn.network.body.emitter.emit('hoverEdge', {edge: id, pointer: {DOM: {x: 9, y: 9}}})", pair)
    for text in PAYLOADS[:8]:
        tab.page.fill("#search", text)
        assert tab.page.locator("#hits li").count() >= 1
    tab.page.locator("#facts summary").click()
    tab.page.locator("#table tbody tr").first.wait_for()
    for address in tab.page.locator("a[href]").evaluate_all("links => links.map(link => link.getAttribute('href'))"):
        assert address == "#facts" or address.startswith("https://example.org/")
    assert tab.page.locator("body img, body iframe, body object, #panel script, #table script").count() == 0
    ET.fromstring(tab.saved("#svg"))
    pixels(tab.saved("#png"))
    assert tab.ask("window.ran") is None
    assert [url for url in tab.requests if not url.startswith(("data:image/svg+xml", "blob:"))] == [path.as_uri()]
    assert tab.complaints == []


def test_even_markup_that_got_in_would_not_run(tab, whole):
    tab.open(whole)
    tab.ask("""() => { const box = document.createElement('div'); document.body.append(box);
      box.innerHTML = '<img src=x onerror="window.ran = 1"><iframe src="https://example.org"></iframe>';
      const script = document.createElement('script'); script.textContent = 'window.ran = 1'; box.append(script); }""")
    tab.page.wait_for_timeout(300)
    assert tab.ask("window.ran") is None
    assert any("Content Security Policy" in complaint for complaint in tab.complaints)


def test_the_still_drawing_of_hostile_text_is_sound_and_inert(tab, tmp_path):
    text = svg.svg(lay_out(hostile_subject(), "two-sides"), Provenance(PAYLOADS[1], "0"))
    root = ET.fromstring(text)
    assert {e.tag.removeprefix(SVG) for e in root.iter()} <= {
        "svg",
        "title",
        "desc",
        "rect",
        "g",
        "path",
        "text",
        "line",
        "circle",
    }
    assert not [name for e in root.iter() for name in e.attrib if name.startswith("on") or "href" in name]
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200e\u200f]", text)
    path = tmp_path / "hostile.svg"
    path.write_text(text, encoding="utf-8")
    tab.page.goto(path.as_uri())
    tab.page.wait_for_timeout(200)
    assert tab.ask("window.ran") is None
    assert tab.requests == [path.as_uri()]
