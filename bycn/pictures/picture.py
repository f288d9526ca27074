"""A picture in a notebook: shown in a frame of its own, and saved as a page or drawing."""

from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from pathlib import Path

from bycn.files import write_lines
from bycn.pictures import credit, page, svg
from bycn.pictures.drawing import Drawing

_FRAME = (
    '<iframe srcdoc="{page}" title="{title}" sandbox="allow-scripts allow-downloads" '
    'style="width:100%;height:{height}px;border:0"></iframe>'
)


@dataclass(frozen=True)
class Picture:
    """A network picture. `remarks` says what was left out of it."""

    drawing: Drawing
    remarks: list[str] = field(default_factory=list)
    height: int = 720

    @cached_property
    def html(self) -> str:
        """The whole page: one file that asks nothing of anybody."""
        return page.html(self.drawing, credit.line(self.drawing.subject))

    @cached_property
    def svg(self) -> str:
        """The drawing alone."""
        return svg.svg(self.drawing, credit.line(self.drawing.subject))

    def save(self, path: str | Path, *, force: bool = False) -> None:
        """Write the drawing to a file named `.svg`, the page to any other.

        Raises:
            FileExists: the file is there and `force` isn't given.
            OSError: it can't be written.

        """
        text = self.svg if Path(path).suffix.lower() == ".svg" else self.html
        write_lines([text], str(path), force=force)

    def _repr_html_(self) -> str:
        frame = _FRAME.format(page=escape(self.html), title=escape(self.drawing.subject.title), height=self.height)
        return frame + "".join(f"<p>{escape(remark)}</p>" for remark in self.remarks)
