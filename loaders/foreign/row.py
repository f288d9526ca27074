"""One row of a foreign table: what it states."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import product

from bycn.graph_model.dates import PartialDate
from bycn.graph_model.vocabulary import LIST_SEPARATOR, PLACES, SUPPLYING
from bycn.loaders.foreign.cells import line_of
from bycn.loaders.foreign.columns import Column
from bycn.loaders.foreign.evidence import addresses_in
from bycn.loaders.foreign.parties import LeftOut, Party, Waits
from bycn.loaders.foreign.recipe import Question
from bycn.loaders.foreign.row_sums import CellsWithSums, filled
from bycn.loaders.foreign.ties import Statement, Tie
from bycn.loaders.foreign.values import bare
from bycn.loaders.foreign.words import header_key, whole, within
from bycn.loaders.tables.spreadsheet_errors import is_error
from bycn.loaders.tables.table_types import KINDS

_OF_COLUMNS = ("status", "date", "instrument", "currency", "unit", "reporter")
"""Defaults of columns that the row reads by itself."""


class Row(CellsWithSums):
    """One row on its way to what it states."""

    def statement(self) -> Statement:
        """All that the row states. Raises LeftOut."""
        parties = self._parties()
        type_ = self._table.type
        statement = Statement(
            type=type_,
            line=self._line,
            parties=parties,
            date=self._date(),
            valid=self._dated("valid"),
            title=self._text("title"),
            instrument=self._instrument() if "instrument" in self._taken else "",
            goods=self._goods(),
            sources=self._sources(),
            note=self._note(),
            locator=self._text("locator").replace(LIST_SEPARATOR, "/"),
            shared=self._shared(),
        )
        told = self._word("status") or self._ended() or self._default("status")
        statement.status = told or _usual_status(type_, statement.date)
        if type_ == "TRADE_FLOW":
            statement.flow = self._word("flow", required=not (self._sells or self._flows_in_columns()))
            statement.reporter, statement.partner = self._trade_sides()
        sums = list(self._sums())  # whatever else is wrong, so that all of it is reported at once
        ties = self._ties(statement, sums) if not self.problems and not self.waits else ()
        statement.ties = [self._with_date(statement, tie, told) for tie in ties]
        if self._sells:
            statement.reporter = ""
        return statement

    def _ties(self, statement: Statement, sums: Sequence[tuple[str, dict[str, str]]]) -> Iterator[Tie]:
        if statement.type == "TRADE_FLOW":
            yield from self._flows(statement, sums)
            return
        amount = next((cells for role, cells in sums if role == "amount"), {})
        if statement.type == "CONTRACT":
            sides = [self._party_of(role) for role in ("seller", "buyer")]
            if all(sides):
                venue = next((id_ for id_ in sides if self._table.names.entity(id_)[0] == "exchange"), "")
                yield Tie(sides[0], sides[1], {**amount, **filled(venue=venue)})
            return
        yield from self._pairs(statement, amount)

    def _with_date(self, statement: Statement, tie: Tie, told: str) -> Tie:
        """A tie with the date in brackets behind a party, which stands in the note where the row has one of its own."""
        date = next((since for end in (tie.end, tie.start) if (since := self._table.names.since.get(end))), "")
        if not date or date == statement.date:
            return tie
        if statement.date:
            return tie._replace(cells={**tie.cells, "note": "; ".join(filter(None, (statement.note, date)))})
        return tie._replace(cells={"date": date, "status": told or _usual_status(statement.type, date), **tie.cells})

    def _pairs(self, statement: Statement, amount: dict[str, str]) -> Iterator[Tie]:
        """Each Belarusian party with each Chinese one; what belongs to both stands at the end left free."""
        entity = self._table.names.entity
        sides = {"BY": [], "CN": [], "XX": []}  # type: dict[str, list[str]]
        for id_ in statement.parties:
            sides[entity(id_)[2]].append(id_)
        starts, ends = sides["BY"], sides["CN"]
        if not starts:
            starts = sides["XX"]
        elif not ends:
            ends = sides["XX"]
        if not starts or not ends:
            missing = "Belarusian" if not starts else "Chinese"
            named = ", ".join(entity(id_)[1] for id_ in statement.parties) or "nobody"
            self._wrong(self._first("party", "parties"), f"names {named} and no {missing} party; write both sides")
            return
        for n, (start, end) in enumerate(product(starts, ends)):
            body = next((i for i in (start, end) if not self._is_place(i)), None)
            if body and statement.type == "TWINNED_WITH":
                self._wrong(
                    self._first("party", "parties"), f"'{entity(body)[1]}' is no place; places alone are twinned"
                )
                return
            yield Tie(start, end, amount if n == 0 else {})

    def _flows(self, statement: Statement, sums: Sequence[tuple[str, dict[str, str]]]) -> Iterator[Tie]:
        entity = self._table.names.entity
        reporter, partner = statement.reporter, statement.partner
        if not reporter or not partner:
            return
        both = {entity(reporter)[2], entity(partner)[2]}
        if both != {"BY", "CN"}:
            raise LeftOut(f"it isn't between Belarus and China, but {entity(reporter)[1]} and {entity(partner)[1]}")
        for role, cells in sums:
            flow = "export" if self._sells else statement.flow or role
            if flow == "turnover":
                start, end = (reporter, partner) if entity(reporter)[2] == "BY" else (partner, reporter)
                more = {"measure": "turnover", "direction": "both"}
            else:
                start, end = (reporter, partner) if flow == "export" else (partner, reporter)
                more = {"measure": "export" if entity(start)[2] == "BY" else "import"}
            valued = {"valuation": role} if role in ("cif", "fob") else {}
            told_by = {} if self._sells else {"reporter": entity(reporter)[2]}
            yield Tie(start, end, {**cells, **more, **valued, **told_by})

    def _parties(self) -> list[str]:
        found: list[str] = []
        columns = [column for column in self._columns if column.role in ("party", "parties", "seller", "buyer")]
        for column in columns:
            if not bare(self._cells[column.index]) or is_error(self._cells[column.index]):
                continue
            found += self._resolved(column)
        more = self._table.recipe.get("import", "parties") or []
        found += [self._table.names.resolve(Party(str(name), -1)) for name in more]
        if self._table.type not in SUPPLYING and not self.waits and len(set(found)) < 2:
            filled = [c for c in columns if bare(self._cells[c.index])]
            if len(columns) == 1 and len(filled) == 1 and columns[0].role == "party":
                question = "the table names one party in each row; which is the other?"
                self._ask(Question("import", "parties", f'{question} Write a list such as ["Vitebsk"]'))
            elif not columns and not found:
                question = 'no column names a party; say in [columns] which does, or write a list such as ["BY", "CN"]'
                self._ask(Question("import", "parties", question))
            elif not found or len(filled) < len(columns):
                empty = next((c for c in columns if c not in filled), columns[0] if columns else None)
                if empty and empty.index in self._table.gaps:
                    self.waits = True
                    return found
                self._wrong(empty, "is empty; name the party")
        return list(dict.fromkeys(found))

    def _resolved(self, column: Column) -> list[str]:
        names = self._table.names
        is_region = whole("columns", header_key(column.name)) == "holder"
        party = Party(self._cells[column.index], column.index, *self._beside(column), is_region)
        try:
            return names.several(party) if column.role in ("party", "parties") else [names.resolve(party)]
        except Waits:
            self.waits = True
            return []

    def _beside(self, column: Column) -> tuple[tuple[str, ...], str]:
        """The regions and the country that the row says to be a party's."""
        of_it = [c for c in self._columns if c.of == column.index and self._cells[c.index]]
        regions = tuple(self._cells[c.index] for c in of_it if c.role == "holder")
        return regions, next((self._cells[c.index] for c in of_it if c.role == "country"), "")

    def _party_of(self, role: str) -> str:
        column = self._first(role)
        return next(iter(self._resolved(column)), "") if column else ""

    @property
    def _sells(self) -> bool:
        """Whether the row says who exports and who imports, in which case it is no side's export or import alone."""
        return bool(self._first("seller") and self._first("buyer") and not self._first("flow"))

    def _trade_sides(self) -> tuple[str, str]:
        if self._sells:
            return self._party_of("seller"), self._party_of("buyer")
        sides = [self._party_of(role) for role in ("reporter", "partner")]
        others = self._parties()
        if self.waits:
            return "", ""
        if not sides[0]:
            reporter = self._default("reporter")
            sides[0] = (
                self._table.names.resolve(Party(reporter, -1))
                if reporter
                else next((i for i in others if self._table.names.entity(i)[2] == "BY"), "BY")
            )
        if not sides[1]:
            sides[1] = next((i for i in others if i != sides[0]), "")
        if not sides[1]:
            question = 'the table names no partner; write [import] parties as a list such as ["BY", "CN"]'
            self._ask(Question("import", "parties", question))
        return sides[0], sides[1]

    def _is_place(self, id_: str) -> bool:
        return self._table.names.entity(id_)[0] in PLACES

    def _ended(self) -> str:
        """The status of what has an end that has come; the end itself is in the note."""
        end = self._dated("end")
        return "ended" if end and PartialDate.parse(end).first <= date.today().isoformat() else ""

    def _instrument(self) -> str:
        """The kind of document; without a column of its own it is what the title says."""
        given = self._first("instrument") or self._default("instrument")
        named = None if given else within("instrument", self._text("title"))
        return named or self._word("instrument", required=self._table.type == "AGREEMENT")

    def _goods(self) -> str:
        goods = self._table.goods
        try:
            return goods.terms(self._text("goods"), self._text("code"))
        except Waits:
            self.waits = True
            return ""

    def _sources(self) -> str:
        named = self._of("source")
        links = self._table.grid.links
        cells = [(text, links.get((self._line, c.index), "")) for c, text in named or self._of("title")]
        texts = [text if addresses_in(text) or not link else link for text, link in cells if named or link]
        return LIST_SEPARATOR.join(self._table.evidence.ids(texts))

    def _note(self) -> str:
        more = self._of("sectors", "note", "number", "end")
        kept = [(c, text) for c, text in more if c.role != "number" and line_of(text) and not is_error(text)]
        return "; ".join(f"{column.name}: {line_of(text)}" for column, text in kept)

    def _shared(self) -> dict[str, str]:
        """What further defaults of the recipe say, such as the form of a project."""
        defaults = self._table.recipe.section("defaults")
        return {name: str(value) for name, value in defaults.items() if name in self._taken and name not in _OF_COLUMNS}

    @property
    def _taken(self) -> Mapping[str, object]:
        """The columns that facts of the table's type have."""
        return KINDS[self._table.type.lower()].columns

    def _flows_in_columns(self) -> bool:
        return any(column.role in ("export", "import", "turnover") for column in self._columns)


def _usual_status(type_: str, date: str) -> str:
    if type_ == "TRADE_FLOW":
        return "completed"
    return "signed" if date or type_ in ("AGREEMENT", "CONTRACT") else "in_force"
