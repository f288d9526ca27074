"""`bycn neighbours` for people: a line a neighbour, the nearest first, then those with most facts."""

from collections import Counter
from collections.abc import Sequence

from rich.text import Text

from bycn.answers import words
from bycn.answers.facts import both_ends, flat_fact, is_figure, what
from bycn.answers.page import Page
from bycn.answers.pairs import Fact, counts, firm
from bycn.answers.pieces import BOLD, DIM, FACT, PLAN, READ, joined, piece
from bycn.answers.printing import Asked, close, subject
from bycn.queries import fact_words

_MOST_KINDS = 3


def fill(page: Page, asked: Asked) -> None:
    """Add the answer."""
    found: dict[tuple[int, str, str], list[Fact]] = {}
    for row in asked.answer:
        key = (row["distance"], row["name"], row["id"])
        found.setdefault(key, []).append(flat_fact(asked.facts[row["fact"]]))
    every = [flat_fact(fact) for fact in asked.facts.values()]
    number = words.counted(len({key[1:] for key in found}), "neighbour")
    page.say(joined([subject(asked, inside=False), piece(f"{number}: {counts(every, signs=True)}")], " has "))
    far = max(distance for distance, _, _ in found)
    for distance in range(1, far + 1):
        near = [(key[1], facts) for key, facts in found.items() if key[0] == distance]
        near.sort(key=lambda one: (-firm(one[1]), -len(one[1]), one[0]))
        page.blank()
        if far > 1:
            page.say(piece(f"in {words.counted(distance, 'step')}", DIM))
        header = [piece(name, DIM) for name in ("neighbour", FACT, PLAN, "when", "what")]
        page.grid([_line(name, facts) for name, facts in near], header=header, right=(False, True, True, False, False))
    close(page, asked)


def _line(name: str, facts: Sequence[Fact]) -> tuple[Text, ...]:
    holding = firm(facts)
    numbers = [piece(number or "") for number in (holding, len(facts) - holding)]
    doubt = piece(READ if all(fact.get("certainty") == "read" for fact in facts) else "", DIM)
    said = joined([_kinds(name, facts), doubt])
    return (piece(name, BOLD), *numbers, piece(fact_words.since(facts)), said)


def _kinds(name: str, facts: Sequence[Fact]) -> Text:
    """What one fact says; of several, which kinds they are."""
    if len(facts) == 1:
        return _without_name(what(facts[0], *both_ends(facts[0])), name)
    kinds = Counter("figure" if is_figure(fact) else fact_words.kind_of(fact) for fact in facts)
    of_kinds = [kind if number == 1 else f"{number} × {kind}" for kind, number in kinds.most_common()]
    much = [amount for fact in facts if (amount := words.how_much(fact))]
    return piece(words.listed([*of_kinds, *much[:1]], _MOST_KINDS))


def _without_name(said: Text, name: str) -> Text:
    """What is said of a neighbour that is named next to it: "lies in Minsk"."""
    return said[len(name) + 1 :] if said.plain.startswith(f"{name} ") else said
