"""The form of what a load writes belongs to a schema number: another form without another number would be misread."""

import json
from pathlib import Path

from bycn.graph_model.entities import ENTITY_TYPES
from bycn.graph_model.evidence import Document, Source
from bycn.graph_model.facts import FACT_TYPES
from bycn.graph_model.fields import columns
from bycn.graph_model.joined_rows import joined
from bycn.graph_model.version import SCHEMA
from tests.engines import whole
from tests.made_up import Embedded, entity, fact

WRITTEN = Path(__file__).with_name("written_form.json")
REMEDY = (
    f"raise SCHEMA in graph_model/version.py, delete {WRITTEN.name}, run this test again, and commit what it writes"
)
PLACES = [entity("BY", names_be="Беларусь"), entity("CN", "CN"), entity("BY-VI", aliases="Vitsebsk|Witebsk")]
TYPES = [
    entity(f"{type_}/a", **({"kind": "a kind"} if type_ == "event" else {}))
    for type_ in ENTITY_TYPES
    if type_ not in ("country", "oblast", "province")
]
EVIDENCE = [
    Source(
        id="first", title="A work", year=2021, author="Somebody", other_addresses="https://a.example|https://b.example"
    ),
    Source(id="first/fn-1", number=1, title="A footnote", year=2020),
    Source(id="second", title="Another work", year=2022, date="2022-05-03"),
    Document(id="document/d", title="A document", instrument="protocol", date="2023"),
]
BOTH_SAY = {"status": "signed", "measure": "export", "currency": "USD"}
STATED_TWICE = joined(
    fact(
        "first/1", "TRADE_FLOW", "BY-VI", "CN", sources="first/fn-1|first", date="2022", amount="5", goods="beef|flax",
        amount_qualifier="over", locator="c1:5", part_of="first/2", topics="investment", **BOTH_SAY,
    ),
    fact(
        "second/1", "TRADE_FLOW", "BY-VI", "CN", sources="second", date="2022-05", valid="2022/2023", amount="5",
        amount_max="7.5", announced="2021-03", growth="1.548", note="why", certainty="read", same_as="first/1",
        **BOTH_SAY,
    ),
)  # fmt: skip
FACTS = [
    STATED_TWICE,
    fact("first/2", "TRADE_FLOW", "BY", "CN", date="2022", amount="50", **BOTH_SAY),
    fact("first/3", "TRADE_FLOW", "BY", "CN", date="2022", disagrees_with="first/1", sources="second", **BOTH_SAY),
    fact(
        "first/4",
        "AGREEMENT",
        "BY",
        "CN",
        document="document/d",
        event="event/a",
        date="2023-02",
        sectors="trade|sport",
    ),
    *(fact(f"first/{type_}", type_, "BY-VI", "CN", to_unnamed="two companies") for type_ in FACT_TYPES),
]


def written_form(folder):
    """What a database holds after a load of records that have every kind of property."""
    with Embedded([*PLACES, *TYPES, *EVIDENCE, *FACTS], folder) as engine:
        nodes, facts = whole(engine)
    types = {
        cls.__name__: [column.name for column in columns(cls)]
        for cls in (*ENTITY_TYPES.values(), *FACT_TYPES.values(), Source, Document)
    }
    return {"nodes": nodes, "facts": facts, "columns": types}


def test_what_a_load_writes_is_the_form_of_its_schema_number(tmp_path):
    found = written_form(tmp_path / "database")
    if not WRITTEN.exists():
        WRITTEN.write_text(
            json.dumps({"schema": SCHEMA, **found}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )
    kept = json.loads(WRITTEN.read_text(encoding="utf-8"))
    assert kept.pop("schema") == SCHEMA, REMEDY
    assert found == kept, REMEDY
