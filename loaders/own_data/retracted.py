"""What became of a shipped fact that tables of one's own take out."""

from bycn.graph_model.ids import is_meant
from bycn.graph_model.names import UnknownName
from bycn.loaders.selection import Selection
from bycn.loaders.tables.merging import superseding, takes_out
from bycn.loaders.tables.reading import rows_of_facts


class Retracted(UnknownName):
    """The fact of this id is taken out by a row of one's own."""

    def __init__(self, fact: str, by: str, place: str):
        super().__init__(fact)
        self.args = (f"{fact} is retracted by {by} ({place}); without your own tables it is shown",)


def tell_retracted(selection: Selection, name: str) -> None:
    """Say which row takes out the fact that a text means, in whole or by its end, if one does.

    Raises:
        Retracted: one does.

    """
    for fact, row in superseding(rows_of_facts(selection)).items():
        if takes_out(row) and is_meant(fact, name):
            raise Retracted(fact, row.id, row.location)
