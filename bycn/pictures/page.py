"""The picture as one HTML file: the network by pyvis, in a page of our own that asks nothing of anybody.

pyvis fills the template `page.html` with its nodes, edges and options; what else the page shows comes beside them, as
data. Only scripts and styles whose fingerprint stands in the page's security policy run.
"""

import base64
import hashlib
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bycn.graph_model.vocabulary import FACT_TRAITS, LANGUAGES, PLANS, STATUSES
from bycn.loaders.engine import Record
from bycn.pictures import counts, labels, style, translations
from bycn.pictures.dates import in_each_language
from bycn.pictures.drawing import Drawing, Label, Node
from bycn.pictures.legend import WITHIN, thinnest, widths
from bycn.pictures.look import Look
from bycn.pictures.provenance import Provenance
from bycn.pictures.strands import Strand, has_arrow, is_plan, line_type
from bycn.pictures.svg import bounds, svg
from bycn.queries import amounts
from bycn.safe_text import clean, escaped

if TYPE_CHECKING:
    from pyvis.network import Network

FOLDER = Path(__file__).parent
OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "tooltipDelay": 3_600_000, "multiselect": False, "selectConnectedEdges": False},
    "nodes": {"borderWidth": 1, "font": {"size": 0}, "chosen": False},
    "edges": {"chosen": False, "font": {"size": 0}, "smooth": False, "selectionWidth": 0, "hoverWidth": 0},
}
_FURTHER = ("instrument", "form", "role")
"""What says more than the type of a fact."""
_OF_SOURCES = ("number", "author", "title", "year", "outlet", "page", "address", "other_addresses")
_COUNTED = {"fact": "fact", "plan": "dashed plan"}
_COUNTED_IN_ALL = {"fact": "fact in all", "entity": "entity"}
_SAID = re.compile(r'\bsay\("([^"]+)"')
"""A word that the page's script says."""
_SHAPES_OF_VIS = {"pentagon": "dot"}
_ANY_SCRIPT = re.compile(r"(<script\b.*?</script>)", re.DOTALL)
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


def html(
    drawing: Drawing, provenance: Provenance, regions: tuple[str, str] | None = None, saved: Provenance | None = None
) -> str:
    """The whole page; `regions` is the drawing of regions that it opens with, and its subtitle.

    `saved` is where the drawing comes from that the page saves.
    """
    import pyvis

    made = network(drawing)
    made.set_template_dir([str(FOLDER), str(Path(pyvis.__file__).parent / "templates")], "page.html")
    made.templateEnv.globals["picture"] = contents(drawing, provenance, regions, saved or provenance)
    made.templateEnv.globals["say"] = drawing.look.one_by_one[0].say
    made.templateEnv.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    made.set_options(json.dumps(OPTIONS))
    return _sealed(made.generate_html())


def network(drawing: Drawing) -> "Network":
    """The picture as pyvis has it: every entity in its place, and every strand an edge. Physics is off."""
    from pyvis.network import Network

    made = Network(directed=True, cdn_resources="in_line", heading=drawing.subject.title)
    made.toggle_physics(status=False)
    for node in drawing.nodes:
        spot = {"x": node.x, "y": node.y, "size": node.radius, "gate": node.gate}
        made.add_node(node.id, label=node.name, **spot, **_look(node, drawing))
    places = {fact["id"]: i for i, fact in enumerate(drawing.subject.facts)}
    for number, strand in enumerate(drawing.strands):
        made.add_edge(strand.start, strand.end, id=number, **_line(strand, places))
    return made


def _sealed(page: str) -> str:
    """The page with a policy that lets its own scripts and styles run and nothing else."""
    parts = _ANY_SCRIPT.split(page)  # a script, data or code, is every other one
    page = "".join(escaped(part) if i % 2 else clean(part) for i, part in enumerate(parts))
    scripts, styles = (
        " ".join(f"'sha256-{_fingerprint(text)}'" for text in pattern.findall(page)) for pattern in (_SCRIPT, _STYLE)
    )
    return page.replace("SCRIPTS", scripts, 1).replace("STYLES", styles, 1)


def _fingerprint(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _look(node: Node, drawing: Drawing) -> dict[str, Any]:
    shape = style.SHAPES[node.type]
    ink = drawing.colours[node.key].light
    standard = style.HOLLOW.get(shape, shape)
    return {
        "shape": _SHAPES_OF_VIS.get(standard, standard),
        "color": {"background": "#ffffff", "border": ink} if shape in style.HOLLOW else ink,
    }


def _line(strand: Strand, places: dict[str, int]) -> dict[str, Any]:
    """A strand as pyvis takes it. With `directed` parallel edges are kept, so the arrow is given for each."""
    curve = {"type": "curvedCW" if strand.offset > 0 else "curvedCCW", "roundness": min(0.5, abs(strand.offset) / 50)}
    return {
        "width": strand.width,
        "arrows": "to" if strand.arrow else "",
        "arrow": strand.arrow,
        "color": style.LINES[strand.line_type].ink.light,
        "dashes": list(strand.dash) if strand.dash else False,
        "kind": strand.line_type,
        "plan": strand.planned,
        "facts": [places[fact] for fact in strand.facts],
        "offset": strand.offset,
        "at": strand.count_at,
        **({"smooth": curve} if strand.offset else {}),
    }


def contents(
    drawing: Drawing, provenance: Provenance, regions: tuple[str, str] | None, saved: Provenance
) -> dict[str, Any]:
    """All that the page shows beside the network itself."""
    subject = drawing.subject
    sources = sorted({source for fact in subject.facts for source in fact["properties"]["sources"]})
    cited = {source: i for i, source in enumerate(sources)}
    box = bounds(drawing)
    first = drawing.look.one_by_one[0]
    return {
        "language": first.languages[0],
        "title": subject.title,
        "subtitle": subject.subtitle,
        "credit": " ".join(provenance.lines()),
        "layout": drawing.layout,
        "entities": {node.id: _entity(node, drawing) for node in drawing.nodes},
        "facts": [_fact(fact, cited, drawing) for fact in subject.facts],
        "evidence": {i: _evidence(node) for i, node in subject.evidence.items()},
        "cited": list(cited),
        "captions": [_label(caption) for caption in drawing.captions],
        "sides": drawing.sides,
        "within": drawing.within,
        "style": _style(drawing),
        "words": {word: first.say(word) for word in _SAID.findall((FOLDER / "page.js").read_text("utf-8"))},
        "counted": {name: translations.forms_of(what, first.languages[0]) for name, what in _COUNTED_IN_ALL.items()},
        "thousands": first.number(1000)[1],
        "withoutBlanks": translations.WITHOUT_BLANKS,
        "reading": " ".join(_reading(drawing, look) for look in drawing.look.one_by_one),
        "still": svg(drawing, saved),
        "box": [round(edge, 1) for edge in box],
        "regions": regions and regions[0],
        "regionsSubtitle": regions and regions[1],
        "regionNames": {i: drawing.look.name(entity) for i, entity in subject.places.items()},
    }


def _reading(drawing: Drawing, look: Look) -> str:
    """What the lines mean, of those that are drawn."""
    strands, scale, say = drawing.strands, drawing.scale, look.say
    key = look.mark(", ").join(labels.short(amount, look) for amount in scale.key()) if scale.unit else ""
    sentences = [
        (scale.unit, f"{widths(scale, look)} ({key}{look.mark(', ')}{thinnest(scale, look)})"),
        (scale.others, say("not shown by width: {}").format(look.mark(", ").join(scale.others))),
        (any(s.planned for s in strands), say("Dashed: planned, proposed or negotiated")),
        (any(s.ended for s in strands), say("Faint: ended")),
        (drawing.within, say(WITHIN)),
        (any(len(s.facts) > 1 for s in strands), say("A number on a line counts its facts")),
        (any(n.type == style.UNNAMED for n in drawing.nodes), say("A ring is a party that the source doesn't name")),
        (drawing.nodes, say("Node size: {}").format(say(drawing.sized_by))),
    ]
    return " ".join(f"{sentence[:1].upper()}{sentence[1:]}." for there, sentence in sentences if there)


def _style(drawing: Drawing) -> dict[str, Any]:
    """The looks, for the page's own script; entities' and facts' types in the order of the legend."""
    look = drawing.look
    return {
        "fonts": style.FONTS,
        "countries": {key: {"name": look.key(key), **ink._asdict()} for key, ink in drawing.colours.items()},
        "entities": {
            name: {
                "name": look.say(labels.term(name)),
                "hollow": shape in style.HOLLOW,
                "path": style.shape_path(shape, 10),
            }
            for name, shape in style.SHAPES.items()
        },
        "facts": {
            kind: {
                "name": look.say(labels.term(kind)),
                **line.ink._asdict(),
                "opacity": style.FAINT_OPACITY if line.faint else style.TIE_OPACITY,
                "faint": line.faint,
            }
            for kind, line in style.LINES.items()
        },
        "statuses": {name: look.say(labels.term(name)) for name in STATUSES} | {"": look.say("No status given")},
        "filters": {phrase: look.say(phrase) for phrase in ("years {}", "dated facts only", "without {}")}
        | {"changed": look.say("then filtered or moved on the page")},
        "plans": PLANS,
        "dash": style.DASH,
        "dots": style.DOTS,
        "edged": style.EDGED,
        "edge": style.EDGE,
        "count": counts.rules(look),
        "ended": style.ENDED_OPACITY,
        "thin": drawing.scale.width(None),
        "counted": [
            {"language": code, "and": translations.said(" and ", code)}
            | {name: translations.forms_of(what, code) for name, what in _COUNTED.items()}
            for code in look.languages
        ],
    }


def _entity(node: Node, drawing: Drawing) -> dict[str, Any]:
    entity, label = drawing.subject.entities[node.id], node.label
    region = drawing.subject.regions.get(node.id)
    return _without_gaps(
        {
            "type": node.type,
            "country": node.country,
            "group": node.group,
            "region": region and region.id,
            "names": _names(entity, drawing.look),
            "aliases": entity.get("aliases"),
            "what": entity.get("kind") or entity.get("within"),
            "note": entity.get("note"),
            "label": None if node.number or not label else _label(label, node.name),
        }
    )


def _names(entity: Record, look: Look) -> dict[str, list[str]]:
    """The names in each language, called as in the first of the picture's; the English one where it isn't drawn."""
    english = {"English": [entity["name"]]} if entity["name"] not in look.name(entity) else {}
    named = english | {name: entity.get(f"names_{code}") for code, name in LANGUAGES.items()}
    return {look.one_by_one[0].say(language): names for language, names in named.items() if names}


def _label(label: Label, name: str = "") -> dict[str, Any]:
    lines = None if label.lines == (name,) else list(label.lines)
    return _without_gaps({**label._asdict(), "lines": lines, "wide": label.ems}) | {"x": label.x, "y": label.y}


def _fact(fact: Record, cited: dict[str, int], drawing: Drawing) -> dict[str, Any]:
    look, scale, properties = drawing.look, drawing.scale, fact["properties"]
    amount = scale.amount(fact)
    placed = (properties.get("placed_from"), properties.get("placed_to"))
    return _without_gaps(
        {
            "id": fact["id"],
            "kind": line_type(fact),
            "plan": is_plan(fact),
            "tie": FACT_TRAITS[fact["type"]] == "tie",
            "from": fact["start"],
            "to": fact["end"],
            "fromWords": properties.get("from_unnamed"),
            "toWords": properties.get("to_unnamed"),
            "title": properties["title"],
            "status": properties.get("status"),
            "years": [int(day[:4]) for day in placed] if all(placed) else None,
            "date": properties.get("date"),
            "when": in_each_language(properties.get("date"), look),
            "valid": in_each_language(properties.get("valid"), look),
            "announced": in_each_language(properties.get("announced"), look, reported=True),
            "amount": amounts.measured(properties, "amount", "currency") or None,
            "quantity": amounts.measured(properties, "quantity", "unit") or None,
            "growth": amounts.growth(properties) or None,
            "what": _further(fact, look),
            "sectors": properties.get("sectors"),
            "goods": properties.get("goods"),
            "document": properties.get("document"),
            "event": properties.get("event"),
            "sources": [cited[source] for source in properties["sources"]],
            "locator": properties.get("locator"),
            "read": properties.get("certainty") == "read",
            "note": properties.get("note"),
            "sum": properties.get("amount"),
            "currency": properties.get("currency"),
            "wide": amount is not None,
            "width": scale.width(amount),
            "arrow": has_arrow(fact),
        }
    )


def _further(fact: Record, look: Look) -> str | None:
    """What a fact is more exactly: not the measure of trade, which is its kind; that of a count as the table has it."""
    properties = fact["properties"]
    if word := next(filter(None, map(properties.get, _FURTHER)), None):
        return look.say(labels.term(word)).lower()
    return properties.get("measure") if line_type(fact) == fact["type"] else None


def _evidence(node: Record) -> dict[str, Any]:
    return _without_gaps({name: node.get(name) for name in _OF_SOURCES})


def _without_gaps(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, False, "", [], {}, ())}
