"""Addresses of a Neo4j as people give them: which one is meant, and no password is ever repeated."""

import pytest

from bycn.loaders.engine import ConnectionFailed
from bycn.loaders.neo4j.address import Address, address_from
from bycn.loaders.neo4j.uri import checked


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        ("bolt://localhost:7687", "bolt://localhost:7687"),
        ("bolt://localhost", "bolt://localhost"),
        ("neo4j+s://x.databases.neo4j.io", "neo4j+s://x.databases.neo4j.io"),
        ("bolt+ssc://[::1]:7687", "bolt+ssc://[::1]:7687"),
        (" BOLT://localhost:7687/\n", "bolt://localhost:7687"),
        ("neo4j://core:7687?policy=eu", "neo4j://core:7687?policy=eu"),
    ],
)
def test_what_is_an_address(given, taken):
    assert checked(given) == taken


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("http://localhost:7474", "write bolt://localhost:7687"),
        ("HTTP://Graph.example:7474/browser/?x#y", "write bolt://Graph.example:7687"),
        ("http://[::1]:7474/", r"write bolt://\[::1\]:7687"),
        ("https://localhost:7473", r"write neo4j\+s://localhost:7687, or bolt://localhost:7687"),
        ("https://x.databases.neo4j.io/", r"write neo4j\+s://x.databases.neo4j.io$"),
        ("localhost", "no scheme; write bolt://localhost:7687"),
        ("localhost:7687", "no scheme; write bolt://localhost:7687"),
        ("localhost:7474", "no scheme; write bolt://localhost:7687"),
        ("127.0.0.1:7700", "no scheme; write bolt://127.0.0.1:7700"),
        ("//host:7687", "no scheme; write bolt://host:7687"),
        ("ftp://x", "'ftp://x' isn't the address of a Neo4j; write bolt://x:7687"),
        ("neo4js://x:7687", "write bolt://x:7687"),
        ("bolt://", "write bolt://HOST:7687"),
        ("bolt:x", "write bolt://HOST:7687"),
        ("bolt//x:7687", "write bolt://HOST:7687"),
        ("bolt://localhost:abc", "write bolt://HOST:7687"),
        ("bolt://localhost:70000", "write bolt://HOST:7687"),
        ("bolt://::1:7687", "write bolt://HOST:7687"),
        ("jdbc:neo4j:bolt://localhost:7687", "write bolt://HOST:7687"),
        ("bolt://host:7687?x=1", "write bolt://host:7687; .*database"),
        ("bolt://host:7687/cooperation", "ends after its port; write bolt://host:7687; .*names a database"),
        ("neo4j+s://host/db/?policy=eu", r"write neo4j\+s://host; .*names a database"),
    ],
)
def test_what_was_meant(given, meant):
    with pytest.raises(ConnectionFailed, match=meant):
        checked(given)


SECRETS = [
    "bolt://neo4j:s3cret@host:7687",
    "bolt://s3cret@host",
    "neo4j+s://neo4j:s3cret@host",
    "http://neo4j:s3cret@localhost:7474",
    "neo4j:s3cret@localhost:7687",
    "bolt://neo4j:s3%40cret@host",
    "bolt://neo4j:s3cret%40host",
    "bolt://neo4j%3As3cret%40host:7687",
    "bolt%3A%2F%2Fneo4j%3As3cret%2540host",
    "bolt://neo4j:a/s3cret@host",
    "bolt://neo4j:a s3cret@host",
    "bolt://neo4j:a#s3cret?b@host",
    "bolt://neo4j:s3cret＠host",
    "bolt://neo4j:s3cret",
    "neo4j:s3cret",
    "bolt://host:7687/?password=s3cret",
    "neo4j://host:7687?s3cret",
    "bolt://host:7687/s3cret",
    "ftp://host/s3cret",
    "http://host:7474/?password=s3cret#s3cret",
]


@pytest.mark.parametrize("given", SECRETS)
def test_no_password_is_repeated(given):
    for ask in (lambda: Address(given), lambda: address_from(environment={"NEO4J_URI": given})):
        with pytest.raises(ConnectionFailed) as raised:
            ask()
        assert "s3" not in str(raised.value)
        assert raised.value.__cause__ is None
        if "@" in given:
            assert "leave user and password out of the address" in str(raised.value)
            assert "NEO4J_PASSWORD" in str(raised.value)


def test_what_a_cluster_is_told_stands_in_no_message():
    assert str(Address("neo4j://host:7687?password=s3cret", database="d")) == "neo4j://host:7687, database d"


@pytest.mark.parametrize("what", ["uri", "user", "password", "database"])
def test_what_isnt_text(what):
    given = {"uri": "bolt://host"} | {what: "bolt://s3\udcc2"}
    with pytest.raises(ConnectionFailed, match=r"of the Neo4j isn't UTF-8") as raised:
        Address(**given)
    assert "s3" not in str(raised.value)


@pytest.mark.parametrize("name", ["system", "SYSTEM"])
def test_the_servers_own_database_is_no_place_for_a_graph(name):
    with pytest.raises(ConnectionFailed, match="no graph; leave database and NEO4J_DATABASE out"):
        address_from("bolt://host", environment={"NEO4J_DATABASE": name})
