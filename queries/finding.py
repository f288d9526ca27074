"""Finding a canned question by the words that people use."""

from collections.abc import Iterable
from math import prod

from bycn.graph_model.folding import fold
from bycn.queries.answers import Answer
from bycn.queries.library import Library
from bycn.queries.question import Question

COLUMNS = ("name", "title", "question")
_SAME = (
    "sister twin twinned twinning brother friendship partner-city",
    "deal contract purchase",
    "document agreement memorandum treaty protocol roadmap",
    "trade flow export import turnover",
    "good goods timber wood beef milk flax potash fertilizer product commodity",
    "exchange butb bucse broker",
    "student university college institute education",
    "confucius institute classroom",
    "park zone great-stone resident",
    "investment project venture",
    "event visit forum delegation exhibition fair",
    "footnote source reference evidence",
    "region oblast province",
    "town city place",
    "path way link connected",
    "sector field branch industry",
    "plan planned intention",
    "doubtful uncertain garbled",
    "total sum",
    "company firm enterprise",
)
"""Words that are looked for alike."""
_LIKE = {word: group.split() for group in _SAME for word in group.split()}
_WEIGHTS = (8, 4, 2, 1)
_SHORTEST_STEM = 4


def find(library: Library, words: str) -> Answer:
    """The questions whose title, subject, question or columns have the words, or words like them; the nearest first."""
    asked = list(dict.fromkeys(key for word in words.split() if (key := fold(word))))
    scored = [(_score(question, asked), question) for question in library]
    found = sorted(
        ((score, question) for score, question in scored if score), key=lambda pair: (-pair[0], pair[1].name)
    )
    rows = [(question.name, question.header.title, question.header.question) for _, question in found]
    return Answer(COLUMNS, rows, library.remarks)


def _score(question: Question, asked: Iterable[str]) -> int:
    """How near a question is: every word counts where it weighs most, and one that occurs nowhere rules it out."""
    header = question.header
    columns = " ".join(f"{column.name} {column.meaning}" for column in header.columns)
    places = [_stems(text) for text in (header.title, question.name, header.question, columns)]
    return prod(_weight(word, places) for word in asked)


def _weight(word: str, places: list[set[str]]) -> int:
    exact = next((weight * 2 for weight, stems in zip(_WEIGHTS, places, strict=True) if _stem(word) in stems), 0)
    alike = {_stem(other) for other in _LIKE.get(_singular(word), ())}
    return exact or next((weight for weight, stems in zip(_WEIGHTS, places, strict=True) if alike & stems), 0)


def _stems(text: str) -> set[str]:
    return {_stem(word) for word in fold(text).replace("/", " ").replace("_", " ").split()}


def _singular(word: str) -> str:
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")


def _stem(word: str) -> str:
    """A word without its ending, so that "twinned" finds "twins"."""
    stem = _singular(fold(word))
    for ending in ("ning", "ing", "ned", "ed"):
        if stem.endswith(ending) and len(stem) - len(ending) >= _SHORTEST_STEM:
            return stem.removesuffix(ending)
    return stem
