"""Random questions to ask of both engines: for the same seed the same ones."""

import random

LABELS = ("Entity", "City", "Province", "University", "Company")
TYPES = ("", ":LOCATED_IN", ":AGREEMENT|TWINNED_WITH", ":COOPERATES_WITH")
PROPERTIES = ("id", "name", "country", "type")


def over_aggregates(chance, depth):
    """A random expression that may hold aggregates, in the places that Neo4j allows."""
    if depth == 0:
        return chance.choice(["count(*)", "size(collect(n.name))", "50", "1", "count(DISTINCT n.country)"])
    one, two = (over_aggregates(chance, depth - 1) for _ in "ab")
    truth = chance.choice(
        [f"{one} > {two}", f"{one} = {two}", f"{one} <= 3", f"{two} IS NOT NULL", f"{one} IN [{two}]"]
    )
    if chance.random() < 0.4:
        truth = chance.choice(
            [f"({truth} AND {one} < 9)", f"NOT {truth}", f"({truth}) XOR true", f"({truth}) OR false"]
        )
    return chance.choice(
        [
            f"({one} + {two})",
            f"CASE WHEN {truth} THEN {one} ELSE {two} END",
            f"coalesce({one}, {two})",
            f"[{one}, {two}][0]",
            f"{{a: {one}, b: {two}}}['a']",
            f"toInteger({one})",
            f"size([x IN [{one}, 2] WHERE x > 1 AND x IS NOT NULL | x])",
            f"reduce(s = {one}, x IN [{two}] | s + x)",
            f"abs(-{one})",
            f"size(toString({truth}))",
        ]
    )


class Clauses:
    """Random questions over patterns and clauses, each with an answer that has an order."""

    def __init__(self, seed: int):
        self.chance = random.Random(seed)

    def question(self) -> str:
        self.nodes, self.facts, self.values = ["a"], list[str](), list[str]()
        parts = [self.chance.choice(["MATCH (a:City {country: 'BY'})", "MATCH (a:University)", "MATCH (a:Province)"])]
        parts += [self.clause() for _ in range(self.chance.randint(1, 4))]
        return f"{' '.join(parts)} {self.returned()}"

    def clause(self) -> str:
        kind = self.chance.choice(
            ["match", "match", "optional", "where", "with", "unwind", "with where", "exists", "call"]
        )
        if kind == "unwind":
            self.values.append(f"v{len(self.values)}")
            given = self.chance.choice([f"{self.node()}.inside", "['BY', 'CN']", f"[{self.asked()}]"])
            return f"UNWIND {given} AS {self.values[-1]}"
        if kind in ("match", "optional"):
            start, fact, end = self.node(), f"r{len(self.facts)}", f"n{len(self.nodes)}"
            arrows = self.chance.choice([("-", "-"), ("-", "->"), ("<-", "-")])
            label = self.chance.choice(LABELS)
            wanted = f" {{id: {self.chance.choice(self.values)}}}" if self.values and self.chance.random() < 0.5 else ""
            self.nodes.append(end)
            self.facts.append(fact)
            types = self.chance.choice(TYPES)
            pattern = f"({start}){arrows[0]}[{fact}{types}]{arrows[1]}({end}:{label}{wanted})"
            where = f" WHERE {self.condition()}" if self.chance.random() < 0.6 else ""
            return f"{'OPTIONAL ' if kind == 'optional' else ''}MATCH {pattern}{where}"
        if kind == "exists":
            return f"WITH * WHERE EXISTS {{ MATCH ({self.node()})-[q]-(m) WHERE m.country = {self.asked()} }}"
        if kind == "call":
            node, self.values = self.node(), [*self.values, f"v{len(self.values)}"]
            return f"CALL ({node}) {{ MATCH ({node})--(m) RETURN count(m) AS {self.values[-1]} }}"
        if kind == "with":
            return "WITH DISTINCT *"
        return f"WITH * WHERE {self.condition()}"

    def node(self) -> str:
        return self.chance.choice(self.nodes)

    def asked(self) -> str:
        ways = [f"{self.node()}.{self.chance.choice(PROPERTIES)}", "'BY'", f"coalesce({self.node()}.kind, 'none')"]
        if self.facts:
            fact = self.chance.choice(self.facts)
            ways += [f"{fact}.status", f"type({fact})", f"startNode({fact}).country", f"endNode({fact}).id"]
        return self.chance.choice([*ways, *self.values])

    def condition(self) -> str:
        one, two = self.asked(), self.asked()
        plain = [
            f"{one} = {two}",
            f"{one} <> {two}",
            f"{one} IS NULL",
            f"{two} IN {self.node()}.inside",
            f"NOT {one} = {two}",
        ]
        first = self.chance.choice(plain)
        return self.chance.choice([first, first, f"({first} OR {one} = 'BY')", f"{first} AND {two} IS NOT NULL"])

    def returned(self) -> str:
        shown = self.asked()
        return self.chance.choice(
            [
                "RETURN count(*) AS x",
                f"RETURN {shown} AS k, count(*) AS x ORDER BY k, x",
                f"RETURN {shown} AS k, count(DISTINCT {self.node()}) AS x ORDER BY x DESC, k",
                f"RETURN DISTINCT {shown} AS x, a.id AS k ORDER BY k, x SKIP 1 LIMIT 5",
            ]
        )


STARTS = (
    "MATCH (n:City {country: 'BY'})",
    "MATCH (n:Province)",
    "MATCH (n:Oblast)-[r]-(m:Province)",
    "MATCH (n:University {country: 'BY'})-[r:AGREEMENT]-(m:Entity)",
    "MATCH (n:University {country: 'BY'}) OPTIONAL MATCH (n)-[r:INDICATOR]->(m)",
    "MATCH (n:City {country: 'CN'}) OPTIONAL MATCH (n)-[r:TWINNED_WITH]-(m)",
)
VALUE_TYPES = (
    *("BOOLEAN", "INTEGER", "FLOAT", "STRING", "STRING NOT NULL", "DATE", "ZONED DATETIME", "MAP", "NODE"),
    *("RELATIONSHIP", "LIST<STRING>", "LIST<STRING NOT NULL>", "LIST<ANY>", "ANY", "NULL", "NOTHING"),
)
ELEMENT_TESTS = ("IS NOT NULL", "IS NULL", "= n.id", "<> n.id", "IS :: STRING", "IS NOT :: INTEGER", "IN n.inside")


class Expressions:
    """Random CASE, list comprehensions, predicates over lists and on types, in every clause that takes them."""

    def __init__(self, seed: int):
        self.chance = random.Random(seed)

    def question(self) -> str:
        start = self.chance.choice(STARTS)
        self.names = ["n", "r", "m"] if "[r" in start else ["n"]
        self.values, self.loops = list[str](), 0
        parts = [start, *(self.clause(first=i == 0) for i in range(self.chance.randint(0, 2)))]
        return f"{' '.join(parts)} {self.returned()}"

    def clause(self, *, first: bool) -> str:
        kind = self.chance.choice(["where", "unwind", "with", "with where"])
        if kind == "where":
            return f"{'' if first else 'WITH * '}WHERE {self.truth(2)}"
        name = f"v{len(self.values)}"
        text = f"UNWIND {self.list_(2)} AS {name}" if kind == "unwind" else f"WITH *, {self.value(2)} AS {name}"
        self.values.append(name)
        return f"{text} WHERE {self.truth(1)}" if kind == "with where" else text

    def returned(self) -> str:
        shown = self.chance.choice([self.value, self.value, self.value, self.list_, self.truth])(3)
        keys = ", ".join(f"{name}.id AS k{i}" for i, name in enumerate(self.names))
        order = ", ".join(f"k{i}" for i in range(len(self.names)))
        return self.chance.choice(
            [
                f"RETURN {shown} AS x, {keys} ORDER BY {order}, x",
                f"RETURN {keys} ORDER BY {self.value(2)}{self.chance.choice(['', ' DESC'])}, {order} LIMIT 20",
                f"WITH {shown} AS x, count(*) AS c RETURN x, c ORDER BY c, x",
                f"RETURN {shown} AS x, count(*) AS c ORDER BY c, x",
                f"RETURN count(CASE WHEN {self.truth(2)} THEN 1 END) AS x",
            ]
        )

    def value(self, depth: int) -> str:
        name = self.chance.choice(self.names)
        properties = ("id", "name", "country", "kind", "status", "amount", "plan", "first_level")
        plain = [*(f"{name}.{one}" for one in properties), f"size({name}.inside)", "null", "'BY'", "1", "true"]
        if depth <= 0:
            return self.chance.choice([*plain, *self.values])
        one, list_, truth = self.value(depth - 1), self.list_(depth - 1), self.truth(depth - 1)
        return self.chance.choice(
            [
                self.chance.choice([*plain, *self.values]),
                self.case(depth),
                f"({self.case(depth)})",
                f"CASE WHEN {truth} THEN 1 ELSE 0 END + 1",
                f"coalesce({one}, {self.value(depth - 1)})",
                f"head({list_})",
                f"{list_}[{self.chance.choice(['0', '-1', '1'])}]",
                f"size({list_})",
                f"toString({truth})",
                f"{{a: {one}}}.a",
                f"reduce(s = 0, y IN {list_} | s + CASE WHEN y IS NULL THEN 1 ELSE 2 END)",
            ]
        )

    def case(self, depth: int) -> str:
        def value() -> str:
            return self.value(depth - 1)

        other = self.chance.choice(["", f" ELSE {value()}"])
        if self.chance.random() < 0.5:
            whens = [f"WHEN {self.truth(depth - 1)} THEN {value()}" for _ in range(self.chance.randint(1, 2))]
            return f"CASE {' '.join(whens)}{other} END"
        tests = ("IS NULL", "IS NOT NULL", "> 'M'", "STARTS WITH 'B'", "IS :: STRING")
        compared = (self.chance.choice([value(), f"{value()}, {value()}", *tests]) for _ in range(2))
        return f"CASE {value()} {' '.join(f'WHEN {one} THEN {value()}' for one in compared)}{other} END"

    def list_(self, depth: int) -> str:
        name = self.chance.choice(self.names)
        if depth <= 0:
            lists = [f"{name}.{one}" for one in ("inside", "sectors", "sources", "names_ru")]
            return self.chance.choice([*lists, "[]", "[1, 2, null]", f"[{self.value(0)}, {self.value(0)}]"])
        over, element = self.list_(depth - 1), f"x{self.loops}"
        self.loops += 1
        self.values.append(element)
        kept = [f" WHERE {self.truth(depth - 1)}", f" WHERE {element} {self.chance.choice(ELEMENT_TESTS)}"]
        made = [f" | {element}", f" | {self.value(depth - 1)}", f" | {self.list_(depth - 1)}"]
        self.values.remove(element)
        loop = f"[{element} IN {over}{self.chance.choice(['', *kept])}{self.chance.choice(['', *made])}]"
        either = f"CASE WHEN {self.truth(depth - 1)} THEN {self.list_(depth - 1)} ELSE [] END"
        return self.chance.choice([loop, loop, f"({self.list_(0)} + {self.list_(depth - 1)})", either])

    def truth(self, depth: int) -> str:
        one, two, list_ = self.value(depth - 1), self.value(depth - 1), self.list_(depth - 1)
        type_ = self.chance.choice(VALUE_TYPES)
        plain = [f"{one} = {two}", f"{one} <> {two}", f"{one} < {two}", f"{one} IS NULL", f"{one} IN {list_}"]
        typed = [f"{one} IS :: {type_}", f"{one} IS NOT :: {type_}", f"{list_} IS TYPED {type_}", f"{two} :: {type_}"]
        first = self.chance.choice([*plain, *typed])
        if depth <= 0:
            return first
        self.loops += 1
        loop = self.chance.choice(["any", "all", "none", "single"])
        return self.chance.choice(
            [
                *(first, first, f"NOT ({first})", f"({first}) XOR {self.truth(depth - 1)}"),
                *(f"({first} OR {self.truth(depth - 1)})", f"{first} AND {self.truth(depth - 1)}"),
                f"{loop}(y{self.loops} IN {list_} WHERE y{self.loops} {self.chance.choice(ELEMENT_TESTS)})",
            ]
        )
