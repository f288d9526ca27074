"""A picture in a notebook: shown in a frame of its own, and saved as a page, a drawing, or for print."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from bycn.atomic_write import write_bytes
from bycn.graph_model.messages import Spelling, Worded
from bycn.graph_model.vocabulary import LANGUAGES
from bycn.pictures import printing, regions_svg, svg
from bycn.pictures.drawing import Drawing
from bycn.pictures.fonts import FAMILIES
from bycn.pictures.forms import form_of
from bycn.pictures.provenance import Provenance, caption, provenance_of
from bycn.pictures.regions import Regions
from bycn.pictures.sentence import sentence
from bycn.pictures.style import FONTS
from bycn.queries.remarks import Remark

if TYPE_CHECKING:
    from pyvis.network import Network

_FRAME = (
    '<iframe srcdoc="{page}" title="{title}" sandbox="allow-scripts allow-downloads" '
    'style="width:100%;height:{height}px;border:0"></iframe>'
)


@dataclass(frozen=True)
class TypeTooSmall(Worded):
    """In the width that was asked for the smallest type is smaller than journals allow."""

    LEAST: ClassVar = 7.0
    points: float
    millimetres: float

    def in_words(self, spelled: Spelling) -> str:
        """How small it is, and what would be better."""
        return (
            f"at {self.millimetres:g} mm the smallest type is {self.points:.1f} pt, less than {self.LEAST:g}: "
            + _larger_or_less(spelled)
        )


@dataclass(frozen=True)
class TooTall(Worded):
    """In the width that was asked for the figure is taller than a page."""

    MOST: ClassVar = 277.0
    """The height of A4 without its margins, in millimetres."""
    tall: float
    millimetres: float

    def in_words(self, spelled: Spelling) -> str:
        """How tall it is, and what would be better."""
        return (
            f"at {self.millimetres:g} mm the figure is {self.tall:.0f} mm tall, more than a page has: "
            + _larger_or_less(spelled)
        )


def _larger_or_less(spelled: Spelling) -> str:
    return f"give a larger {spelled('width')}, or filter by {spelled('type')} to draw less"


@dataclass(frozen=True)
class InAnotherLanguage(Worded):
    """Of what is drawn, some have no name in a language that was asked for."""

    language: str
    count: int
    drawn: int
    instead: str

    def in_words(self, spelled: Spelling) -> str:
        """How many, and what they are called instead."""
        have, are = ("has", "is") if self.count == 1 else ("have", "are")
        drawn = f"{self.count:,} of {self.drawn:,} entities" if self.drawn > 1 else "the entity"
        return f"{drawn} drawn {have} no {self.language} name in the data and {are} named in {self.instead}"


@dataclass(frozen=True)
class Picture:
    """A network picture. `remarks` says what was left out of it; `regions` is the whole by regions."""

    drawing: Drawing
    remarks: list[Remark] = field(default_factory=list)
    height: int = 720
    regions: Regions | None = None
    command: str = ""

    @cached_property
    def html(self) -> str:
        """The whole page: one file that asks nothing of anybody."""
        from bycn.pictures import page

        regions = (self.svg, self.regions.subtitle) if self.regions else None
        return page.html(self.drawing, self._from("html"), regions, self._from("svg"))

    @cached_property
    def svg(self) -> str:
        """The drawing alone."""
        return self._svg(FONTS, self._from("svg"))

    @property
    def caption(self) -> str:
        """What to write under the figure, and the list of its sources."""
        return self.caption_of("svg")

    def caption_of(self, form: str, dpi: int = printing.DPI) -> str:
        """The caption beside a figure of a form, with the command that writes both."""
        subject, command = self.drawing.subject, self.command and f"{self.command} --caption"
        source = self._provenance._replace(command=command).of_file(form, dpi)
        if self.regions:
            return caption(subject, self.regions.subtitle, self.regions.sentence(), source)
        return caption(subject, subject.subtitle, sentence(self.drawing), source)

    def unnamed(self) -> list[Remark]:
        """How many of what it shows have no name in a language that was asked for."""
        subject, codes = self.drawing.subject, self.drawing.look.languages
        shown = [subject.places[i] for i in self.regions.names] if self.regions else list(subject.entities.values())
        instead = "English" if len(codes) == 1 else "another language"
        missing = {code: sum(not entity.get(f"names_{code}") for entity in shown) for code in codes if code != "en"}
        return [
            InAnotherLanguage(LANGUAGES[code], count, len(shown), instead) for code, count in missing.items() if count
        ]

    def misfits(self) -> list[Remark]:
        """What of it doesn't fit into the width in print that was asked for."""
        millimetres = self.drawing.look.millimetres
        if millimetres is None:
            return []
        shape = re.search(r'viewBox="\S+ \S+ (\S+) (\S+)"', self.svg)
        assert shape
        wide, tall = map(float, shape.groups())
        smallest = min(map(float, re.findall(r'font-size="([\d.]+)"', self.svg)))
        points = smallest * millimetres / wide * 72 / 25.4
        small = [TypeTooSmall(points, millimetres)] if round(points, 1) < TypeTooSmall.LEAST else []
        tall *= millimetres / wide
        return [*small, *([TooTall(tall, millimetres)] if tall > TooTall.MOST else [])]

    def to_pyvis(self) -> "Network":
        """The network as pyvis has it, to change and show by pyvis's own means."""
        from bycn.pictures import page

        return page.network(self.drawing)

    def written(self, form: str, *, dpi: int = printing.DPI) -> bytes:
        """The picture in a form: `html`, `svg`, `png` or `pdf`.

        Raises:
            NoPrinter: PNG or PDF is asked for without typst.
            NoGlyph: a character that is printed is in no font.

        """
        if form in ("html", "svg"):
            return str(getattr(self, form)).encode()
        source = self._from(form, dpi)
        drawn = self._svg(FAMILIES, source)
        return printing.printed(drawn, "pdf" if form == "pdf" else "png", dpi=dpi, source=source.in_a_line)

    def save(self, path: str | Path, *, force: bool = False, dpi: int = printing.DPI) -> None:
        """Write the picture to a file, whose ending says the form: `.html`, `.svg`, `.png` (in `dpi`) or `.pdf`.

        Raises:
            WrongEnding: the file is named otherwise.
            FileExists: the file is there and `force` isn't given.
            MissingFolder, OSError: it can't be written.
            NoPrinter, NoGlyph: as `written`.

        """
        write_bytes(self.written(form_of(path), dpi=dpi), str(path), force=force)

    def _svg(self, fonts: str, source: Provenance) -> str:
        if self.regions:
            return regions_svg.svg(self.regions, self.drawing, source, fonts)
        return svg.svg(self.drawing, source, fonts)

    def _from(self, form: str, dpi: int = printing.DPI) -> Provenance:
        return self._provenance.of_file(form, dpi)

    @cached_property
    def _provenance(self) -> Provenance:
        return provenance_of(self.drawing.subject, self.drawing.look, self.command)

    def __repr__(self) -> str:
        subject = self.drawing.subject
        return f"<bycn picture, {subject.title}: {len(self.drawing.nodes):,} entities, {len(subject.facts):,} facts>"

    def _repr_html_(self) -> str:
        frame = _FRAME.format(page=escape(self.html), title=escape(self.drawing.subject.title), height=self.height)
        return frame + "".join(f"<p>{escape(str(remark))}</p>" for remark in self.remarks)

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return {"text/plain": repr(self), "text/html": self._repr_html_(), "image/svg+xml": self.svg}
