"""Where a picture comes from: works, version, the data it shows and the command that makes it again."""

import hashlib
from typing import NamedTuple

import orjson

from bycn.citation import work_in_short
from bycn.graph_model.version import VERSION
from bycn.pictures.subject import Subject


class Provenance(NamedTuple):
    """What every figure carries."""

    attribution: str
    digest: str
    command: str = ""

    @property
    def in_one_line(self) -> str:
        """All of it in a line, for the file's own description."""
        again = f"; {self.command}" if self.command else ""
        return f"bycn {VERSION}; data {self.digest}{again}. {self.attribution}"

    def lines(self) -> list[str]:
        """What is at the foot of the figure."""
        return [self.attribution, f"Data {self.digest}{f'; drawn by: {self.command}' if self.command else ''}."]


def provenance_of(subject: Subject, command: str = "") -> Provenance:
    """Where the picture of a subject comes from. The digest is of all that the graph says about what is drawn."""
    whole = orjson.dumps([subject.entities, subject.facts], option=orjson.OPT_SORT_KEYS, default=str)
    return Provenance(subject.attribution, hashlib.blake2b(whole, digest_size=8).hexdigest(), command)


def caption(subject: Subject, sentence: str, provenance: Provenance) -> str:
    """The caption of a figure and its sources, as text to go with it."""
    sources = sorted({source for fact in subject.facts for source in fact["properties"]["sources"]})
    listed = [f"- {source}: {_source(subject, source)}" for source in sources]
    paragraphs = [
        f"{subject.title}. {subject.subtitle}. {sentence}.",
        provenance.in_one_line,
        "Sources\n" + "\n".join(listed),
    ]
    return "\n\n".join(paragraphs) + "\n"


def _source(subject: Subject, id_: str) -> str:
    properties = subject.evidence.get(id_, {})
    return ", ".join(filter(None, [work_in_short(properties), str(properties.get("address") or "")])) or id_
