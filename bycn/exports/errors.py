"""What hinders an export."""

from bycn.graph_model.errors import BycnError


class CantHold(BycnError):
    """A form of export can't hold something that the graph holds; the message names it."""
