"""What a typed question may call: procedures that only say what a database holds, and Cypher's own functions."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from bycn.queries.cypher_tokens import Token, dotted_name, word_set

PROCEDURES = word_set(
    """
    db.index.fulltext.querynodes db.index.fulltext.queryrelationships db.labels db.ping db.propertykeys
    db.relationshiptypes db.schema.nodetypeproperties db.schema.reltypeproperties db.schema.visualization
    dbms.components
    """
)
FUNCTIONS = word_set(
    """
    abs acos all allreduce allshortestpaths any asin atan atan2 avg btrim ceil char_length character_length coalesce
    collect cos cosh cot coth count date date.realtime date.statement date.transaction date.truncate datetime
    datetime.fromepoch datetime.fromepochmillis datetime.realtime datetime.statement datetime.transaction
    datetime.truncate degrees duration duration.between duration.indays duration.inmonths duration.inseconds e elementid
    endnode exists exp extract filter floor haversin head id isempty isnan keys labels last left length localdatetime
    localdatetime.realtime localdatetime.statement localdatetime.transaction localdatetime.truncate localtime
    localtime.realtime localtime.statement localtime.transaction localtime.truncate log log10 lower ltrim max min nodes
    none normalize nullif percentilecont percentiledisc pi point point.distance point.withinbbox properties radians rand
    randomuuid range reduce relationships replace reverse right round rtrim shortestpath sign sin single sinh size split
    sqrt startnode stdev stdevp substring sum tail tan tanh time time.realtime time.statement time.transaction
    time.truncate timestamp toboolean tobooleanlist tobooleanornull tofloat tofloatlist tofloatornull tointeger
    tointegerlist tointegerornull tolower tostring tostringlist tostringornull toupper trim type upper valuetype vector
    vector.similarity.cosine vector.similarity.euclidean vector_dimension_count vector_distance vector_norm
    """
)
_WORDS_BEFORE_A_BRACKET = word_set(
    """
    ACYCLIC ALL AND ANY AS ASC BY CALL CASE CONTAINS CREATE DELETE DESC DIFFERENT DISTINCT ELEMENTS ELSE EXISTS FILTER
    FOREACH GROUP GROUPS IN INSERT IS LIMIT MATCH MERGE NODES NONE NOT OFFSET ON OR PATH PATHS RELATIONSHIPS REPEATABLE
    RETURN SET SHORTEST SINGLE SKIP THEN TRAIL UNWIND WALK WHEN WHERE WITH XOR
    """
)


class Call(NamedTuple):
    """A call of something by its whole name."""

    kind: Literal["procedure", "function"]
    name: str

    @property
    def is_allowed(self) -> bool:
        """Whether a typed question may do that."""
        known = PROCEDURES if self.kind == "procedure" else FUNCTIONS
        return self.name.isascii() and self.name.lower() in known


def calls(found: list[Token]) -> Iterator[Call]:
    """What a query calls: each procedure behind a CALL, and each name before a bracket."""
    procedures = set()
    for place, token in enumerate(found):
        before = found[place - 1] if place else None
        if token.word == "CALL" and not (before and (before.text in (".", ":") or before.word == "AS")):
            last = place + 1
            while last + 2 < len(found) and found[last + 1].text == "." and found[last + 2].name:
                last += 2
            if last < len(found) and found[last].name:
                procedures.add(last)
                yield Call("procedure", dotted_name(found[place + 1 :], last - place - 1)[0])
        elif token.text == "(" and before and before.name and place - 1 not in procedures:
            name, first = dotted_name(found, place - 1)
            if not (before.word in _WORDS_BEFORE_A_BRACKET and first == place - 1) and not _is_hint(found, first):
                yield Call("function", name)


def _is_hint(found: list[Token], place: int) -> bool:
    # USING INDEX n:City(name)
    return place >= 3 and found[place - 1].text == ":" and found[place - 3].word in ("INDEX", "SEEK")
