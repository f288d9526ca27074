"""Where a picture comes from: works, version, the data it shows and the command that makes it again."""

import hashlib
from typing import NamedTuple

import orjson

from bycn.citation import work_in_short
from bycn.graph_model.version import VERSION
from bycn.pictures.subject import Subject


class Provenance(NamedTuple):
    """What every figure carries."""

    credit: str
    digest: str
    command: str = ""

    @property
    def told(self) -> str:
        """All of it in a line, for the file's own description."""
        again = f"; {self.command}" if self.command else ""
        return f"bycn {VERSION}; data {self.digest}{again}. {self.credit}"

    def lines(self) -> list[str]:
        """What stands at the foot of the figure."""
        return [self.credit, f"Data {self.digest}{f'; drawn by: {self.command}' if self.command else ''}."]


def provenance_of(subject: Subject, command: str = "") -> Provenance:
    """Where the picture of a subject comes from. The digest is of all that the graph says about what is drawn."""
    whole = orjson.dumps([subject.entities, subject.facts], option=orjson.OPT_SORT_KEYS, default=str)
    return Provenance(subject.credit, hashlib.blake2b(whole, digest_size=8).hexdigest(), command)


def caption(subject: Subject, sentence: str, provenance: Provenance) -> str:
    """The caption of a figure and its sources, as text to stand beside it."""
    sources = sorted({source for fact in subject.facts for source in fact["properties"]["sources"]})
    listed = [f"- {source}: {_source(subject, source)}" for source in sources]
    paragraphs = [f"{subject.title}. {subject.subtitle}. {sentence}.", provenance.told, "Sources\n" + "\n".join(listed)]
    return "\n\n".join(paragraphs) + "\n"


def _source(subject: Subject, id_: str) -> str:
    told = subject.evidence.get(id_, {})
    return ", ".join(filter(None, [work_in_short(told), str(told.get("address") or "")])) or id_
