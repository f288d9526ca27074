"""Titles and subtitles as phrases, which each of a picture's languages words in its own way."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bycn.loaders.engine import Record
from bycn.pictures import labels
from bycn.pictures.dates import in_each_language
from bycn.pictures.look import Look
from bycn.pictures.translations import side_by_side
from bycn.queries.filters import NO_FILTERS, Filters


class Phrase(NamedTuple):
    """A sentence with gaps: for the names of entities (`{0}`, `{1}`, or `{names}` for all of them) and for values."""

    english: str
    entities: Sequence[str] = ()
    values: Mapping[str, object] = {}

    def said(self, look: Look, records: Mapping[str, Record]) -> str:
        """The sentence in the one language of a look."""
        names = [look.name(records[i]) if i in records else i for i in self.entities]
        joined = look.mark(" and ").join(names)
        values = {name: look.number(one) if isinstance(one, int) else one for name, one in self.values.items()}
        return look.say(self.english).format(*names, names=joined, **values)


def in_each(
    phrases: Sequence[Phrase | str],
    look: Look,
    records: Mapping[str, Record],
    filters: Filters = NO_FILTERS,
    measure: str | None = None,
) -> str:
    """Some phrases, and the filters, in each language of a look. What is text already stays as it is."""
    sentences = []
    for one in look.one_by_one:
        said = [phrase if isinstance(phrase, str) else phrase.said(one, records) for phrase in phrases]
        sentence = one.mark(". ").join(filter(None, said))
        narrowed = one.mark("; ").join(_filters(filters, measure, one))
        if not sentence or sentence.endswith("?"):  # what narrows a question begins a sentence of its own
            sentences.append(" ".join(filter(None, [sentence, narrowed[:1].upper() + narrowed[1:]])))
        else:
            sentences.append(one.mark("; ").join(filter(None, [sentence, narrowed])))
    return side_by_side(sentences)


def _filters(filters: Filters, measure: str | None, look: Look) -> list[str]:
    def said(date: object) -> str:
        return in_each_language(str(date), look)

    def names(types: Sequence[str]) -> list[str]:
        return [look.say(labels.term(type_)).lower() for type_ in types]

    def sources(works: tuple[str, ...]) -> list[str]:
        return [look.mark(" and ").join(filters.cite(works, look.say))] if works else []

    listed = {
        "only {}": names((measure,) if measure else filters.types),
        "without {}": names(filters.exclude),
        "status {}": names(filters.statuses),
        "sector {}": filters.sectors,
        "from {}": sources(filters.works),
        "not from {}": sources(filters.without_works),
        "as of {}": [said(filters.as_of)] if filters.as_of else [],
    }
    phrases = [look.say(phrase).format(look.mark(", ").join(values)) for phrase, values in listed.items() if values]
    if filters.only_signed:
        phrases.append(look.say("without plans"))
    if filters.between:
        first, _, last = filters.between.text.partition("/")
        phrases.append(look.say("between {} and {}").format(said(first), said(last or first)))
    return phrases
