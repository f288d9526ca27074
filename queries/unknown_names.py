"""Names in a question of one's own that nothing in the graph has: a label, a relationship type or a property.

Cypher takes them without a word, and answers with no rows.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from bycn.graph_model.entities import ENTITY_TYPES
from bycn.graph_model.evidence import Document, Source
from bycn.graph_model.facts import FACT_TYPES
from bycn.graph_model.fields import columns
from bycn.loaders.engine import Engine
from bycn.queries.cypher_tokens import Token, tokens
from bycn.queries.known_words import did_you_mean

_LABELS = ("Entity", "Source", "Document", *(cls.label for cls in ENTITY_TYPES.values()), *FACT_TYPES)
_PROPERTIES = sorted(
    {column.name for cls in (*ENTITY_TYPES.values(), *FACT_TYPES.values(), Source, Document) for column in columns(cls)}
)
_BEFORE_PATTERNS = ("MATCH", "WHERE", "AND", "OR", "XOR", "NOT", "EXISTS", "COUNT", "COLLECT")
_BEFORE_LABELS = (":", "|", "&", "!")


def unknown_names(engine: Engine, query: str) -> list[str]:
    """A remark for each name that nothing has, with what may have been meant."""
    found = tokens(query)
    labels = _missing(_labels(found), _LABELS, lambda name: _has_label(engine, name))
    properties = _missing(_properties(found), _PROPERTIES, lambda name: _has_property(engine, name))
    return [
        *(f"nothing here has the label or type '{name}'{did_you_mean(name, _LABELS)}" for name in labels),
        *(f"nothing here has the property '{name}'{did_you_mean(name, _PROPERTIES)}" for name in properties),
    ]


def _missing(names: Iterable[str], known: Sequence[str], is_there: Callable[[str], bool]) -> list[str]:
    return [name for name in dict.fromkeys(names) if name not in known and not is_there(name)]


def _labels(found: Sequence[Token]) -> Iterator[str]:
    """Names behind a colon outside maps, and those joined to such a one."""
    depth, in_labels = 0, False
    for before, token in pairwise(found):
        depth += (before.text == "{") - (before.text == "}")
        joins = before.kind == "sign" and before.text in _BEFORE_LABELS
        if token.name and joins and depth == 0 and (in_labels or before.text == ":"):
            in_labels = True
            yield token.name
        elif token.text not in _BEFORE_LABELS:
            in_labels = False


def _properties(found: Sequence[Token]) -> Iterator[str]:
    """Names behind the dot of a variable that a pattern binds."""
    bound = {
        token.name
        for place, (before, token) in enumerate(pairwise(found), 1)
        if before.text in ("(", "[") and token.name and not (place > 1 and _calls(found[place - 2]))
    }
    for place in range(2, len(found)):
        owner, dot, name = found[place - 2 : place + 1]
        if dot.text == "." and owner.name in bound and name.name:
            yield name.name


def _calls(token: Token) -> bool:
    """Whether a bracket behind it holds arguments."""
    return bool(token.name) and token.word not in _BEFORE_PATTERNS


def _has_label(engine: Engine, name: str) -> bool:
    quoted = _quoted(name)
    return any(
        engine.run(query)
        for query in (f"MATCH (n:{quoted}) RETURN 1 AS n LIMIT 1", f"MATCH ()-[r:{quoted}]->() RETURN 1 AS n LIMIT 1")
    )


def _has_property(engine: Engine, name: str) -> bool:
    """Whether something has it. A Neo4j, which may be large, isn't searched and says so by itself."""
    if engine.name == "neo4j":
        return True
    quoted = _quoted(name)
    parts = ("MATCH (n)", "MATCH ()-[n]->()")
    return any(engine.run(f"{part} WHERE n.{quoted} IS NOT NULL RETURN 1 AS n LIMIT 1") for part in parts)


def _quoted(name: str) -> str:
    return f"`{name.replace('`', '``')}`"
