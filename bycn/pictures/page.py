"""The picture as one HTML file: the network by pyvis, in a page of our own that asks nothing of anybody.

pyvis fills the template `page.html` with its nodes, edges and options; what else the page shows comes beside them, as
data. Only scripts and styles whose fingerprint stands in the page's security policy run.
"""

import base64
import hashlib
import json
import re
from pathlib import Path
from typing import Any

from bycn.graph_model.vocabulary import ENTITY_TYPE_NAMES, FACT_TYPE_NAMES, LANGUAGES, STATUSES
from bycn.loaders.engine import Record
from bycn.pictures import labels, style
from bycn.pictures.drawing import ARCS, Curve, Drawing, Label, Node, Tie, curve, dash, has_arrow, width
from bycn.terminal import escaped

FOLDER = Path(__file__).parent
OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "tooltipDelay": 3_600_000, "multiselect": False, "selectConnectedEdges": False},
    "nodes": {"borderWidth": 1, "font": {"size": 0}, "chosen": False},
    "edges": {
        "chosen": False,
        "color": {"inherit": False},
        "arrowStrikethrough": False,
        "font": {"size": 0},
        "selectionWidth": 0,
        "hoverWidth": 0,
    },
}
_TOLD_OF_SOURCES = ("number", "author", "title", "year", "outlet", "page", "address", "other_addresses")
_SMOOTH: dict[str, Any] = {
    "straight": False,
    "sweep": {"type": "cubicBezier", "forceDirection": "horizontal", "roundness": 0.5},
    "clockwise": {"type": "curvedCW"},
    "counterclockwise": {"type": "curvedCCW"},
}
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


def html(drawing: Drawing, credit: str) -> str:
    """The whole page."""
    import pyvis
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line", heading=drawing.subject.title)
    network.set_template_dir([str(FOLDER), str(Path(pyvis.__file__).parent / "templates")], "page.html")
    network.templateEnv.globals["picture"] = contents(drawing, credit)
    network.templateEnv.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    usual = "sweep" if drawing.layout == "two-sides" else "straight"
    network.set_options(json.dumps(OPTIONS | {"edges": OPTIONS["edges"] | {"smooth": _SMOOTH[usual]}}))
    for node in drawing.nodes:
        network.add_node(node.id, label=node.name, x=node.x, y=node.y, size=node.radius, **_look(node))
    by_id = {node.id: node for node in drawing.nodes}
    for tie in drawing.ties:
        course = curve(drawing.layout, by_id[tie.start], by_id[tie.end], beside=tie.beside)
        network.add_edge(tie.start, tie.end, **_course(tie, course))
    return _sealed(network.generate_html())


def _sealed(page: str) -> str:
    """The page with a policy that lets its own scripts and styles run and nothing else."""
    page = _SCRIPT.sub(lambda match: escaped(match[0]), page)
    scripts, styles = (
        " ".join(f"'sha256-{_fingerprint(text)}'" for text in pattern.findall(page)) for pattern in (_SCRIPT, _STYLE)
    )
    return page.replace("SCRIPTS", scripts, 1).replace("STYLES", styles, 1)


def _fingerprint(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _look(node: Node) -> dict[str, Any]:
    shape = style.SHAPES[node.type]
    ink = style.COUNTRIES[node.country].light
    return {
        "shape": style.HOLLOW.get(shape, shape),
        "color": {"background": "#ffffff", "border": ink} if shape in style.HOLLOW else ink,
    }


def _course(tie: Tie, course: Curve) -> dict[str, Any]:
    """A tie as pyvis takes it. With `directed` parallel edges are kept, so the arrow is told for each."""
    told: dict[str, Any] = {
        "width": tie.width,
        "arrows": "to" if tie.arrow else "",
        "color": style.LINES[tie.type].ink.light,
    }
    if tie.planned:
        told["planned"] = True
    if dash(tie):
        told["dashes"] = list(dash(tie))
    if course.kind in ARCS:  # the others are the options' own
        told["smooth"] = {**_SMOOTH[course.kind], "roundness": course.roundness}
    return told


def contents(drawing: Drawing, credit: str) -> dict[str, Any]:
    """All that the page shows beside the network itself."""
    subject = drawing.subject
    sources = sorted({source for fact in subject.facts for source in fact["properties"]["sources"]})
    cited = {source: place for place, source in enumerate(sources)}
    return {
        "title": subject.title,
        "subtitle": subject.subtitle,
        "credit": credit,
        "layout": drawing.layout,
        "entities": {node.id: _entity(node, subject.entities[node.id]) for node in drawing.nodes},
        "facts": [_fact(fact, cited) for fact in subject.facts],
        "evidence": {i: _evidence(told) for i, told in subject.evidence.items()},
        "cited": list(cited),
        "captions": [_label(caption) for caption in drawing.captions],
        "style": _style(),
    }


def _style() -> dict[str, Any]:
    """The looks, for the page's own script; entities' and facts' types in the order of the legend."""
    return {
        "fonts": style.FONTS,
        "countries": {
            code: {"name": style.COUNTRY_NAMES[code], **ink._asdict()} for code, ink in style.COUNTRIES.items()
        },
        "entities": {
            name: {
                "name": labels.kind(name),
                "shape": style.HOLLOW.get(style.SHAPES[name], style.SHAPES[name]),
                "hollow": style.SHAPES[name] in style.HOLLOW,
                "path": style.shape_path(style.SHAPES[name], 10),
            }
            for name in ENTITY_TYPE_NAMES
        },
        "facts": {
            name: {
                "name": labels.kind(name),
                **style.LINES[name].ink._asdict(),
                "dash": list(style.LINES[name].dash),
                "opacity": style.FAINT_OPACITY if style.LINES[name].faint else style.TIE_OPACITY,
                "faint": style.LINES[name].faint,
            }
            for name in FACT_TYPE_NAMES
        },
        "statuses": {name: labels.kind(name) for name in STATUSES} | {"": "No status told"},
        "planned": list(style.PLANNED_DASH),
        "ended": style.ENDED_OPACITY,
        "thin": style.THIN,
    }


def _entity(node: Node, told: Record) -> dict[str, Any]:
    label = node.label
    return _without_gaps(
        {
            "type": node.type,
            "country": node.country,
            "names": _without_gaps({name: told.get(f"names_{code}") for code, name in LANGUAGES.items()}),
            "aliases": told.get("aliases"),
            "what": told.get("kind"),
            "note": told.get("note"),
            "size": node.radius,
            "label": label and _label(label, node.name),
        }
    )


def _label(label: Label, name: str = "") -> dict[str, Any]:
    lines = None if label.lines == (name,) else list(label.lines)
    return _without_gaps({**label._asdict(), "lines": lines, "wide": label.ems}) | {"x": label.x, "y": label.y}


def _fact(fact: Record, cited: dict[str, int]) -> dict[str, Any]:
    told = fact["properties"]
    placed = (told.get("placed_from"), told.get("placed_to"))
    return _without_gaps(
        {
            "id": fact["id"],
            "type": fact["type"],
            "from": fact["start"],
            "to": fact["end"],
            "fromWords": told.get("from_unnamed"),
            "toWords": told.get("to_unnamed"),
            "title": told["title"],
            "status": told.get("status"),
            "years": [int(day[:4]) for day in placed] if all(placed) else None,
            "date": told.get("date"),
            "valid": told.get("valid"),
            "announced": told.get("announced"),
            "amount": labels.amount(told),
            "quantity": labels.quantity(told),
            "growth": labels.growth(told),
            "what": told.get("instrument") or told.get("form") or told.get("measure") or told.get("role"),
            "sectors": told.get("sectors"),
            "goods": told.get("goods"),
            "document": told.get("document"),
            "event": told.get("event"),
            "sources": [cited[source] for source in told["sources"]],
            "locator": told.get("locator"),
            "read": told.get("certainty") == "read",
            "note": told.get("note"),
            "width": width(fact) if width(fact) > style.THIN else None,
            "arrow": has_arrow(fact),
        }
    )


def _evidence(told: Record) -> dict[str, Any]:
    return _without_gaps({name: told.get(name) for name in _TOLD_OF_SOURCES})


def _without_gaps(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, False, [], {}, ())}
