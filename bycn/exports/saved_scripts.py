"""The canned questions as files for Neo4j Browser: one script each, and a style that captions nodes by name."""

from pathlib import Path

from bycn.graph_model.entities import ENTITY_TYPES
from bycn.graph_model.vocabulary import ENTITY_TYPE_NAMES
from bycn.loaders.engine import Engine
from bycn.queries.library import Library, bound
from bycn.queries.literals import one_paste

STYLE = "browser.grass"
_COLOURS = {
    "country": "#4c5a67",
    "oblast": "#2f6f9f",
    "province": "#c8622c",
    "city": "#5b9bd5",
    "district": "#8fb8de",
    "university": "#7a5ea8",
    "company": "#3f8f5f",
    "exchange": "#1f7a7a",
    "economic_zone": "#8a8f2f",
    "institution": "#a8577e",
    "event": "#b08a2e",
}


def write(engine: Engine, library: Library, folder: Path) -> None:
    """Write every question with its defaults in place to a file named after it, and the style next to them."""
    for question in library:
        if any(parameter.type == "any" and parameter.default == "null" for parameter in question.header.parameters):
            continue  # it has no defaults to fill in
        text, values, _, names = bound(engine, question, {})
        file = folder / f"{question.name.replace('/', '-')}.cypher"
        file.write_text(f"{one_paste(text, values, names)}\n", encoding="utf-8", newline="\n")
    (folder / STYLE).write_text(style(), encoding="utf-8", newline="\n")


def style() -> str:
    """The style: a colour for each label, names as captions, types on relationships."""
    node = 'node {\n  diameter: 50px;\n  color: #a5abb6;\n  font-size: 10px;\n  caption: "{name}";\n}\n'
    tie = 'relationship {\n  color: #a5abb6;\n  shaft-width: 1px;\n  font-size: 8px;\n  caption: "<type>";\n}\n'
    return node + "".join(map(_rule, ENTITY_TYPE_NAMES)) + tie


def _rule(entity_type: str) -> str:
    colour = f"  color: {_COLOURS[entity_type]};\n  text-color-internal: #ffffff;\n"
    return f'node.{ENTITY_TYPES[entity_type].label} {{\n{colour}  caption: "{{name}}";\n}}\n'
