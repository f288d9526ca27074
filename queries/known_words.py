"""The sectors and goods that facts name."""

from collections.abc import Iterable
from typing import Literal

from bycn.graph_model.names import fold, suggest
from bycn.loaders.cypher_files import statement
from bycn.loaders.engine import Engine
from bycn.queries.errors import WrongParameter


def known_term(engine: Engine, kind: Literal["sector", "good"], word: str) -> str:
    """A sector or good as the facts spell it.

    Raises:
        WrongParameter: no fact names it; the message lists terms that look like it.

    """
    terms: dict[str, str] = {fold(r["term"]): r["term"] for r in engine.run(statement(f"names/{kind}s"))}
    if (found := terms.get(fold(word))) is None:
        raise WrongParameter(f"no fact has the {kind} '{word}'{near(word, terms.values())}")
    return found


def near(word: str, known: Iterable[str]) -> str:
    """The end of a message that says what a word may have been meant as, empty where nothing looks like it."""
    alike = suggest(word, known)
    return f"; did you mean {', '.join(alike)}?" if alike else ""
