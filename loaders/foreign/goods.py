"""The goods that a foreign table names, as terms of goods.csv: words, or codes of the Harmonized System."""

import re
from collections.abc import Callable, Iterator, Sequence

from bycn.graph_model.folding import fold, word_key
from bycn.graph_model.vocabulary import LIST_SEPARATOR
from bycn.loaders.foreign.parties import SKIP, LeftOut, Waits
from bycn.loaders.foreign.recipe import Question, Recipe
from bycn.loaders.near import near
from bycn.loaders.shipped_words import shipped_words

_ALL = frozenset(
    [
        "total",
        "ag0",
        "all",
        "all commodities",
        "all products",
        "all goods",
        "t",
        "0",
        "все товары",
        "усе тавары",
        "所有商品",
    ]
)
_BY_COMMA = re.compile(r"\s*[,，、]\s*")
_BY_SIGN = re.compile(r"\s*[;；|\n]\s*")
_NEW = "new "
_ANY_LEVEL = "all"


class Goods:
    """The goods of one table."""

    def __init__(self, recipe: Recipe, ask: Callable[[Question], None], codes: Sequence[str] = ()):
        self._recipe, self._ask = recipe, ask
        shipped = shipped_words("goods").items()
        self._terms = {fold(word): term for term, synonyms in shipped for word in (term, *synonyms)}
        self._new: dict[str, list[str]] = {}
        levels = sorted({len(code) for code in codes if code.isdecimal()})
        self._levels = [str(level) for level in levels]

    def terms(self, text: str, code: str) -> str:
        """The terms for what a row names, joined as a cell.

        Raises:
            Waits: it has been asked.
            LeftOut: its code is of another level than those taken.

        """
        if fold(code or text) in _ALL or not (code or text):
            return ""
        if code:
            return self._of_code(text, code)
        if term := self._known_term(text):
            return term
        parts = [part for piece in _BY_SIGN.split(text) for part in self._pieces(piece) if part]
        return LIST_SEPARATOR.join(dict.fromkeys(filter(None, map(self._term, parts))))

    def rows(self) -> Iterator[dict[str, str]]:
        """The rows of goods.csv for terms that are new."""
        for term, synonyms in self._new.items():
            yield {"term": term, "synonyms": LIST_SEPARATOR.join(dict.fromkeys(s for s in synonyms if s != term))}

    def level(self) -> str | None:
        """How many digits of codes are taken, where a table has several; None until that is answered."""
        if len(self._levels) < 2:
            return _ANY_LEVEL
        return str(level) if (level := self._recipe.get("import", "level")) else None

    def _of_code(self, text: str, code: str) -> str:
        if self.level() is None:
            question = (
                f"codes of {', '.join(self._levels)} digits cover the same goods more than once; which are taken?"
            )
            self._ask(Question("import", "level", question, (*self._levels, _ANY_LEVEL)))
            raise Waits
        if self.level() not in (_ANY_LEVEL, str(len(code))):
            raise LeftOut(f"its code doesn't have {self.level()} digits")
        name = re.sub(rf"^{re.escape(code)}\s*[-–:.]?\s*", "", text).replace(LIST_SEPARATOR, "/").strip()
        if term := self._known_term(f"HS {code}") or self._known_term(name):
            self._add(term, f"HS {code}", is_new=term in self._new)
            return term
        term = name or f"HS {code}"
        self._add(term, f"HS {code}", is_new=True)
        return term

    def _pieces(self, text: str) -> list[str]:
        pieces = _BY_COMMA.split(text)
        return pieces if len(pieces) > 1 and all(map(self._known_term, filter(None, pieces))) else [text]

    def _term(self, text: str) -> str:
        if term := self._known_term(text):
            return term
        answer = self._recipe.words("goods").get(word_key(text))
        if answer == SKIP:
            return ""
        if answer:
            term = self._known_term(answer)
            if not term and answer.startswith(_NEW):
                term = answer.removeprefix(_NEW)
                self._add(term, text, is_new=True)
            if term:
                return term
        close = dict.fromkeys(self._terms[key] for key in near(fold(text), self._terms, 3, cutoff=0.7))
        question = f"'{text}' is no term of goods.csv; name one, a new one, or skip"
        self._ask(Question("words.goods", text, question, (*close, f"{_NEW}ENGLISH TERM", SKIP)))
        raise Waits

    def _known_term(self, text: str) -> str | None:
        return self._terms.get(fold(text)) if text else None

    def _add(self, term: str, synonym: str, *, is_new: bool) -> None:
        if is_new:
            self._new.setdefault(term, []).append(synonym)
            self._terms.setdefault(fold(term), term)
            self._terms.setdefault(fold(synonym), term)
