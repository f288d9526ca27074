"""Where a picture comes from: works, version, the data it shows and the command that makes it again."""

import hashlib
from typing import NamedTuple

import orjson

from bycn.citation import credit_line, work_in_short
from bycn.pictures.look import Look
from bycn.pictures.recipe import to_file
from bycn.pictures.subject import Subject

_ENDS = ".?!。？！"


class Provenance(NamedTuple):
    """What every figure carries."""

    credit: str
    digest: str
    command: str = ""
    look: Look = Look()

    @property
    def in_a_line(self) -> str:
        """All of it in a line, for the file's own description."""
        return " ".join(self.lines())

    def lines(self) -> list[str]:
        """What stands at the foot of the figure. No stop follows the command, which is there to be copied."""
        say = self.look.say
        data = say("Data {}").format(self.digest)
        if not self.command:
            return [self.credit, say("{}.").format(data)]
        return [self.credit, f"{data}{self.look.mark('; ')}{say('drawn by: {}').format(self.command)}"]

    def of_file(self, form: str, dpi: int) -> "Provenance":
        """The same for a file of a form, which the command writes."""
        return self._replace(command=to_file(self.command, form, dpi))


def provenance_of(subject: Subject, look: Look, command: str = "") -> Provenance:
    """Where the picture of a subject comes from, in the first of its languages.

    The digest is of all that the graph says about what is drawn.
    """
    whole = orjson.dumps([subject.entities, subject.facts], option=orjson.OPT_SORT_KEYS, default=str)
    first = look.one_by_one[0]
    credit = credit_line(subject.cited, "Drawn", first.say)
    return Provenance(credit, hashlib.blake2b(whole, digest_size=8).hexdigest(), command, first)


def caption(subject: Subject, subtitle: str, sentence: str, provenance: Provenance) -> str:
    """The caption of a figure and its sources, as text to stand beside it."""
    sources = sorted({source for fact in subject.facts for source in fact["properties"]["sources"]})
    listed = [f"- {source}: {_source(subject, source)}" for source in sources]
    end = provenance.look.say("{}.")
    told = [text if text[-1] in _ENDS else end.format(text) for text in (subject.title, subtitle, sentence) if text]
    paragraphs = [
        " ".join(told),
        provenance.in_a_line,
        "\n".join([provenance.look.say("Sources"), *listed]),
    ]
    return "\n\n".join(paragraphs) + "\n"


def _source(subject: Subject, id_: str) -> str:
    node = subject.evidence.get(id_, {})
    return ", ".join(filter(None, [work_in_short(node), str(node.get("address") or "")])) or id_
