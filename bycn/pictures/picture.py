"""A picture in a notebook: shown in a frame of its own, and saved as a page or drawing."""

from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from pathlib import Path

from bycn.atomic_write import write_lines
from bycn.pictures.drawing import Drawing
from bycn.pictures.forms import form_of, written
from bycn.queries.remarks import Remark

_FRAME = (
    '<iframe srcdoc="{page}" title="{title}" sandbox="allow-scripts allow-downloads" '
    'style="width:100%;height:{height}px;border:0"></iframe>'
)


@dataclass(frozen=True)
class Picture:
    """A network picture. `remarks` says what was left out of it."""

    drawing: Drawing
    remarks: list[Remark] = field(default_factory=list)
    height: int = 720

    @cached_property
    def html(self) -> str:
        """The whole page: one file that asks nothing of anybody."""
        return written(self.drawing, "html")

    @cached_property
    def svg(self) -> str:
        """The drawing alone."""
        return written(self.drawing, "svg")

    def save(self, path: str | Path, *, force: bool = False) -> None:
        """Write the page to a file named `.html`, the drawing to one named `.svg`.

        Raises:
            WrongEnding: the file is named otherwise.
            FileExists: the file is there and `force` isn't given.
            OSError: it can't be written.

        """
        write_lines([written(self.drawing, form_of(path))], str(path), force=force)

    def _repr_html_(self) -> str:
        frame = _FRAME.format(page=escape(self.html), title=escape(self.drawing.subject.title), height=self.height)
        return frame + "".join(f"<p>{escape(str(remark))}</p>" for remark in self.remarks)
