"""A foreign table → rows of ours, questions where it can't be decided, and problems at their cells."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from bycn.graph_model.errors import Problem
from bycn.graph_model.folding import fold
from bycn.graph_model.graph import Graph
from bycn.graph_model.vocabulary import FACT_TYPE_NAMES
from bycn.loaders.foreign.by_year import by_year
from bycn.loaders.foreign.cells import Context
from bycn.loaders.foreign.columns import ROLES, Column, understood
from bycn.loaders.foreign.dates import DAY_FIRST, DAYS, MONTH_FIRST, YEAR_FIRST, YEARS, day_order, first_of_january
from bycn.loaders.foreign.evidence import Evidence
from bycn.loaders.foreign.goods import Goods
from bycn.loaders.foreign.grids import Grid
from bycn.loaders.foreign.imported import TYPES, Imported
from bycn.loaders.foreign.newcomers import Newcomers
from bycn.loaders.foreign.parties import SKIP, LeftOut, Names, Waits
from bycn.loaders.foreign.recipe import BadRecipe, Question, Recipe, known_headers, shipped_for
from bycn.loaders.foreign.row import Row
from bycn.loaders.foreign.row_sums import MONEY, SUMS
from bycn.loaders.foreign.shape import Shaped, shaped
from bycn.loaders.foreign.sums import COMMA, POINT, currency_in, decimal_sign
from bycn.loaders.foreign.ties import Made, Statement, ties_of
from bycn.loaders.foreign.told_again import Twinnings
from bycn.loaders.foreign.words import header_key, within

_SAMPLES = 3
_MOST_PLACES = 10
"""Up to so many cells are named in one remark, the others are counted."""
_YES = re.compile(r"y|yes|да|так|oui|是|true|1", re.IGNORECASE)


class TableImport:
    """The import of one table."""

    def __init__(self, table: Shaped, prefix: str, newcomers: Newcomers, recipe: Recipe, result: Imported):
        self._table, grid = table, table.grid
        shipped = shipped_for(self._table.header)
        self.recipe, self._is_shipped = recipe.over(shipped), bool(shipped.title)
        graph, self._given = newcomers.graph, recipe
        self._grid, self._prefix, self._result = grid, prefix, result
        self._names = Names(graph, self.recipe, result.ask, newcomers, prefix)
        self._twinnings = Twinnings(graph, prefix)
        try:
            self._columns = understood(self._table, self.recipe, self._names)
        except ValueError as error:
            raise BadRecipe(str(error)) from error
        self._type = self._type_of_rows()
        self._names.is_of_places = self._type == "TWINNED_WITH"
        codes = [code for c in self._columns if c.role == "code" for code in self._table.column(c.index)]
        self._context = Context(
            grid,
            self.recipe,
            self._type,
            self._columns,
            self._names,
            Evidence(prefix, Path(grid.file.split("!")[0]), self.recipe, graph),
            Goods(self.recipe, result.ask, codes),
            result.ask,
            self._caption(),
            {c.index: self._order(c) for c in self._columns if c.role in ("date", "valid", "end")},
            {c.index: self._sign(c) for c in self._columns if c.role in SUMS},
        )

    def check_form(self, first: "TableImport") -> None:
        """See that one `import.toml` can say what this table means, and the first one of the run.

        Raises:
            BadRecipe: the two are of different forms.

        """
        forms = [table.recipe.title if table._is_shipped else table._type for table in (first, self)]
        if not self._grid.is_one_of_several and all(forms) and forms[0] != forms[1]:
            files = [f"{table._grid.file} ({form})" for table, form in zip((first, self), forms, strict=True)]
            remedy = (
                "one import.toml is for tables of one form; import each into a folder of its own, and ask them together"
            )
            raise BadRecipe(f"{' and '.join(files)} are of two forms: {remedy}")
        own = str(self._given.get("import", "type") or "")
        if own and self._type and not self._is_shipped and (seems := self._type_by_header()) not in ("", own):
            looks = f"looks like {seems}, but is read as {own}, as import.toml says"
            self._result.remarks.append(f"{self._grid.file} {looks}; a table of another form needs a folder of its own")

    def run(self) -> None:
        """Read all rows into the result."""
        self._report()
        statements: list[Statement] = []
        if self._type:
            statements = [row for line, cells in self._filled_down() if (row := self._row(line, cells))]
        for made in ties_of(statements, self._prefix, self._names.entity):
            self._report_repeated(made)
            self._result.add(self._type.lower(), made.cells)
            if made.document:
                self._result.add("documents", made.document)
        for stem, cells in self._new_rows():
            self._result.add_once(stem, cells)

    def _report_repeated(self, made: Made) -> None:
        """Report rows that state the same, and propose the shipped fact that a twinning may be."""
        cells = made.cells
        if len(made.lines) > 1:
            addresses = ", ".join(map(self._grid.address, made.lines[:_MOST_PLACES]))
            more = f" and {left:,} more" if (left := len(made.lines) - _MOST_PLACES) > 0 else ""
            written = f"written once as {cells['id']}: {addresses}{more}"
            self._result.remarks.append(f"listed {len(made.lines):,} times, {written}")
        for told in self._twinnings.settle(cells, self.recipe) if self._type == "TWINNED_WITH" else ():
            if isinstance(told, Question):
                self._result.ask(told)
            else:
                self._result.remarks.append(told)

    def _caption(self) -> str:
        """The line above the table that says in which money its sums are, "USD million", with a remark."""
        caption = next(filter(currency_in, self._table.above), "")
        if caption and any(c.role in MONEY for c in self._columns):
            self._result.remark(f"{self._grid.file}: sums are read as '{caption}' above the table says")
            return caption
        return ""

    # What was understood

    def _report(self) -> None:
        result, shown = self._result, self._grid.file
        for remark in self._grid.remarks:
            result.remark(remark)
        result.problems += [self._problem(line, message) for line, message in self._table.broken]
        result.left_out += [(self._grid.address(line), why) for line, why in self._table.left_out]
        columns = dict(self.recipe.answers.get("columns", {}))
        others = [column for column in self._columns if column.found_by == "others"]
        told = {(file, name) for file, name, *_ in result.understanding}
        for column in (c for c in self._columns if c.name and c not in others and (shown, c.name) not in told):
            samples = [cell.replace("\n", " ") for cell in self._table.column(column.index)[:_SAMPLES]]
            means = column.role if column.found_by else f"{column.role} (not understood)"
            result.understanding.append((shown, column.name, means, *[*samples, "", "", ""][:_SAMPLES]))  # type: ignore[arg-type]
            columns.setdefault(column.name, column.role)
        self.recipe.answers["columns"] = columns
        if others:
            names = ", ".join(column.name for column in others[:_SAMPLES])
            more = f" and {len(others) - _SAMPLES} more" if len(others) > _SAMPLES else ""
            result.remark(f"{shown}: further columns are {ROLES[others[0].role]}: {names}{more}")
        if self._type:
            section, key = ("types", self._grid.name) if self._grid.is_one_of_several else ("import", "type")
            if not self.recipe.get("import", "type"):
                self.recipe.answers.setdefault(section, {})[key] = self._type

    def _problem(self, line: int, message: str) -> Problem:
        return Problem(self._grid.address(line) if self._grid.in_cells else self._grid.file, line, "-", message)

    def _type_of_rows(self) -> str:
        section, key = ("types", self._grid.name) if self._grid.is_one_of_several else ("import", "type")
        offered = (*TYPES, SKIP) if section == "types" else TYPES
        if type_ := self.recipe.get(section, key) or self.recipe.get("import", "type"):
            if type_ not in offered:
                raise BadRecipe(f'[{section}] "{key}" = "{type_}": rows may become {", ".join(offered)}')
            if type_ == SKIP:
                lines = (line for line, _ in self._table.rows)
                self._result.left_out += [(self._grid.address(n), "its sheet is to be skipped") for n in lines]
                return ""
            return str(type_)
        if type_ := self._type_by_header():
            return type_
        self._result.ask(Question(section, key, "what are the rows?", offered, len(self._table.rows)))
        self._result.waiting += len(self._table.rows)
        return ""

    def _type_by_header(self) -> str:
        """What the rows seem to be, by their columns and by what is above them; empty where nothing tells."""
        roles = {column.role for column in self._columns}
        if roles & {"flow", "reporter", "cif", "fob", "export", "import", "turnover"}:
            return "TRADE_FLOW"
        texts = (*map(header_key, self._table.header), *self._table.above, self._grid.name, Path(self._grid.file).stem)
        named = {type_ for text in texts if (type_ := within("types", text))}
        if {"seller", "buyer"} <= roles:
            return "TRADE_FLOW" if "CONTRACT" not in named and self._countries_sell() else "CONTRACT"
        if "TWINNED_WITH" in named:
            return "TWINNED_WITH"
        if "instrument" in roles:
            return "AGREEMENT"
        return named.pop() if len(named) == 1 else ""

    def _countries_sell(self) -> bool:
        """Whether all who sell and buy are countries: that is trade, and no contract."""
        sides = [column.index for column in self._columns if column.role in ("seller", "buyer")]
        cells = {cell for index in sides for cell in self._table.column(index)}
        return bool(cells) and all(map(self._names.is_country, cells))

    def _order(self, column: Column) -> str | None:
        if order := self.recipe.get("dates", column.name):
            return str(order)
        cells = self._table.column(column.index)
        precise = column.role == "end" or any(c.role == "precision" for c in self._columns)
        if (sample := first_of_january(cells)) and not precise:
            question = f"does '{sample}' mean the day, or the year?"
            self._result.ask(Question("dates", column.name, question, (YEARS, DAYS)))
            return None
        order = day_order(cells)
        if order is None:
            sample = next((cell for cell in cells if day_order([cell]) is None), None)
            if sample is None:  # each of them has one reading
                return DAY_FIRST
            short = re.fullmatch(r"(\D*\d{1,2}){3}\D*", sample)
            offered = (DAY_FIRST, MONTH_FIRST, *([YEAR_FIRST] if short else []))
            self._result.ask(Question("dates", column.name, f"what comes first in '{sample}'?", offered))
        return order

    def _sign(self, column: Column) -> str | None:
        if told := self.recipe.get("numbers", column.name):
            return str(told)
        cells = self._table.column(column.index)
        sign = self._sign_of(cells)
        if sign is None:  # one who writes 12,345.6 in one column writes thousands so in the others
            sums = (c for c in self._columns if c.role in SUMS)
            sign = self._sign_of([cell for column in sums for cell in self._table.column(column.index)])
        if sign is None:
            sample = next(cell for cell in cells if re.search(r"\d[,.]\d{3}", cell))
            question = f"does '{sample}' have decimals or thousands?"
            mark = "," if "," in sample else "."
            offered = (COMMA, POINT) if mark == "," else (POINT, COMMA)
            self._result.ask(Question("numbers", column.name, question, offered))
        return sign

    def _sign_of(self, cells: list[str]) -> str | None:
        return decimal_sign(cells, comma_table=self._grid.comma_table, real_numbers=self._grid.real_numbers)

    # Rows

    def _filled_down(self) -> Iterator[tuple[int, list[str]]]:
        """The rows, with the cell above in empty cells where somebody said so."""
        filling = []
        for column in self._columns:
            if column.role not in ("party", "seller", "buyer", "holder", "country", "year"):
                continue
            answer = self.recipe.get("fill_down", column.name)
            if answer is None and column.role in ("party", "year") and (gaps := self._gaps(column)):
                question = "{} empty; {} mean the cell above, as where cells are merged?"
                question = question.format(
                    *(("1 cell is", "does it") if gaps == 1 else (f"{gaps} cells are", "do they"))
                )
                self._context.gaps.add(column.index)
                self._result.ask(Question("fill_down", column.name, question, ("yes", "no")))
            elif answer and _YES.fullmatch(str(answer)):
                filling.append(column.index)
        above: dict[int, str] = {}
        for line, cells in self._table.rows:
            filled = [above.get(n, "") if n in filling and not cell else cell for n, cell in enumerate(cells)]
            above = {n: filled[n] for n in filling}
            yield line, filled

    def _gaps(self, column: Column) -> int:
        roles = ("month", "date") if column.role == "year" else ("party",)
        others = [c.index for c in self._columns if c.role in roles and c is not column]
        first = next((n for n, (_, cells) in enumerate(self._table.rows) if cells[column.index]), None)
        rows = self._table.rows[first:] if first == 0 else []
        return sum(not cells[column.index] and any(cells[i] for i in others) for _, cells in rows)

    def _row(self, line: int, cells: list[str]) -> Statement | None:
        """What a row states, None where it states nothing, waits, or has a problem: each is noted."""
        if why := self._unwanted(cells):
            self._result.left_out.append((self._grid.address(line), why))
            return None
        row = Row(self._context, line, cells)
        self._names.elsewhere.clear()
        self._names.since.clear()
        try:
            statement = row.statement()
        except LeftOut as left:
            self._result.left_out.append((self._grid.address(line), str(left)))
            return None
        except Waits:
            self._result.waiting += 1
            return None
        self._result.left_out += [(self._grid.address(line), why) for why in self._names.elsewhere]
        if row.problems:
            self._result.problems += row.problems
        elif row.waits:
            self._result.waiting += 1
        return statement if not row.problems and not row.waits else None

    def _unwanted(self, cells: list[str]) -> str | None:
        for name, allowed in self.recipe.section("keep").items():
            column = next((c for c in self._columns if fold(c.name) == fold(name)), None)
            values = list(map(str, allowed if isinstance(allowed, list) else [allowed]))
            if column and fold(cells[column.index]) not in map(fold, values):
                return f"{column.name} is not {' or '.join(filter(None, values))}"
        return None

    def _new_rows(self) -> Iterator[tuple[str, dict[str, str]]]:
        """The rows beside the facts: sources and new words for goods."""
        for cells in self._context.evidence.rows():
            yield "sources", cells
        for cells in self._context.goods.rows():
            yield "goods", cells


def import_tables(grids: Iterable[tuple[Grid, str]], graph: Graph, recipe: Recipe) -> Imported:
    """Read foreign tables, each with the prefix of its ids, into rows of ours.

    Raises:
        BadRecipe: the recipe says what can't be.

    """
    assert set(TYPES) <= set(FACT_TYPE_NAMES)
    result, newcomers = Imported(recipe), Newcomers(graph)
    first: TableImport | None = None
    known = known_headers() | {fold(name) for name in recipe.section("columns")}
    for shape, prefix in ((shape, prefix) for grid, prefix in grids for shape in by_year(shaped(grid, known))):
        table = TableImport(shape, prefix, newcomers, recipe, result)
        first = first or table
        table.check_form(first)
        table.run()
        result.recipe = table.recipe.over(result.recipe)
    for stem, cells in newcomers.rows():
        result.add(stem, cells)
    for id_, new in newcomers.made.items():
        result.remarks.append(f"new: {id_} ({new.cells['name']}), which lies in {new.holder}")
    return result
