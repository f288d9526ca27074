"""What goes wrong with a Neo4j, each in one plain line with the remedy.

Codes: Neo4j documentation, "Neo4j status codes". What hinders a connection is a `ConnectionFailed`; what the database
refuses to do, once reached, is a `DatabaseRefused`; a question it can't take is a `QueryError`.
"""

import contextlib
import re
from collections.abc import Iterator, Mapping
from typing import TypeVar

from neo4j.exceptions import ClientError, ConfigurationError, DriverError, Neo4jError, UnsupportedServerProduct

from bycn.graph_model.errors import BycnError
from bycn.graph_model.messages import Advice
from bycn.loaders.engine import ConnectionFailed, QueryError, QueryTimeout
from bycn.loaders.neo4j.address import Address
from bycn.loaders.neo4j.uri import is_browser, with_scheme

_E = TypeVar("_E", bound=BaseException)
_ENDED = re.compile("EOF|reset by peer|defunct")
_PORTS = "Neo4j's port is 7687 (7474 is its Browser)"
_START_ONE = ("start one with `docker compose up -d --wait`, or name another with {} or NEO4J_URI", "uri")


class DatabaseRefused(BycnError):
    """The database was reached and refused to do what was asked; the message says the remedy."""


_TOO_LITTLE_MEMORY = Advice(
    "the database has too little memory for this",
    "load with a smaller {}, narrow a question by filters, or raise dbms.memory.transaction.total.max",
    "batch",
)
_NOT_RUNNING = (
    "the database {database} at {uri} is not running now; if it is starting, try again in a moment, "
    "else START DATABASE starts it"
)
_HINDERED: dict[str, str | Advice] = {
    "Security.CredentialsExpired": (
        "the first password of {user} at {uri} must be changed before anything else: in Neo4j Browser or cypher-shell, "
        "ALTER CURRENT USER SET PASSWORD FROM 'old' TO 'new' on the database system"
    ),
    "Security.AuthenticationRateLimit": "too many wrong passwords for {user} at {uri}; wait five seconds and try again",
    "Database.DatabaseNotFound": Advice(
        "there is no database {database} at {uri}", "SHOW DATABASES lists those there are, {} names one", "database"
    ),
    "General.DatabaseUnavailable": _NOT_RUNNING,
    "Database.DatabaseUnavailable": _NOT_RUNNING,
    "Request.NoThreadsAvailable": "the Neo4j at {uri} is busy, with no thread free; try again in a moment",
}
_REFUSED: dict[str, str | Advice] = {
    "Security.Forbidden": (
        "{user} may not do this at {uri}; loading needs the right to write and to create constraints (role admin or "
        "architect), asking questions the right to read"
    ),
    "General.ForbiddenOnReadOnlyDatabase": "the database {database} at {uri} is read-only; load into one that is not",
    "Database.AccessMode": "the database {database} at {uri} is read-only; load into one that is not",
    "General.WriteOnReadOnlyAccessDatabase": "the database {database} at {uri} is read-only; load into one that is not",
    "Cluster.NotALeader": (
        "{uri} is a replica that only reads; name the cluster with neo4j:// in place of bolt://, or its leader"
    ),
    "Schema.IndexAlreadyExists": "an index of your own is where a constraint of bycn belongs ({cause}); drop it",
    "Schema.ConstraintCreationFailed": (
        "a constraint can't be made because the database holds data of another origin under the same labels ({cause}); "
        "load into a database of its own"
    ),
    "Schema.ConstraintValidationFailed": (
        "something else wrote the same ids into the database during the load ({cause}); run the load again"
    ),
    "General.MemoryPoolOutOfMemoryError": _TOO_LITTLE_MEMORY,
    "General.TransactionOutOfMemoryError": _TOO_LITTLE_MEMORY,
}


@contextlib.contextmanager
def plain_errors(address: Address, *, connected: bool = True) -> Iterator[None]:
    """Turn what the driver raises inside into an error of bycn. `connected`: the database was reached before."""
    try:
        yield
    except Neo4jError as error:
        raise _of_the_database(error, address) from error
    except UnsupportedServerProduct as error:
        raise ConnectionFailed(Advice(f"what answers at {address.printable} is not a Neo4j", *_START_ONE)) from error
    except ConfigurationError as error:
        raise ConnectionFailed(Advice(f"Neo4j's driver can't use {address.printable}", *_START_ONE)) from error
    except (DriverError, OSError) as error:
        if said := next(_of_kind(Neo4jError, error), None):  # what the server said, before the driver failed at it
            raise _of_the_database(said, address) from error
        raise _of_the_way(error, address, connected=connected) from error
    except ValueError as error:  # a host or port that can't be looked up
        raise ConnectionFailed(Advice(f"no machine has the name in {address.printable}", *_START_ONE)) from error


def _of_the_database(error: Neo4jError, address: Address) -> BycnError:
    # Neo.ClientError.Security.Forbidden: whose fault it is varies over versions, so the last two parts decide.
    code = ".".join((error.code or "").split(".")[-2:])
    words = {
        "uri": address.printable,
        "user": address.user,
        "database": f"'{address.database}'" if address.database else "of this user",
        "cause": _in_one_line(error.message or str(error)),
    }
    if code in ("Security.Unauthorized", "Security.TokenExpired", "Security.AuthProviderFailed"):
        return ConnectionFailed(_login_remedy(address))
    if code in _HINDERED:
        return ConnectionFailed(_filled(_HINDERED[code], words))
    if code in _REFUSED:
        return DatabaseRefused(_filled(_REFUSED[code], words))
    if code.startswith("Transaction.TransactionTimedOut"):
        return QueryTimeout("the question took longer than it may and was stopped")
    if isinstance(error, ClientError):
        return QueryError(words["cause"])
    return DatabaseRefused(f"the database at {address.printable} failed ({error.code}): {words['cause']}")


def _filled(message: str | Advice, words: Mapping[str, str]) -> str | Advice:
    if isinstance(message, Advice):
        return Advice(message.problem.format_map(words), message.remedy, *message.arguments)
    return message.format_map(words)


def _login_remedy(address: Address) -> Advice:
    if address.password is None:
        return Advice(
            f"{address.printable} asks for a password and none is given",
            "set NEO4J_PASSWORD, or name a file that holds it with {}",
            "password_file",
        )
    return Advice(
        f"{address.printable} refuses the login of {address.user}: wrong user or password",
        "see NEO4J_USERNAME and NEO4J_PASSWORD, or {} and {}",
        "user",
        "password_file",
    )


def _of_the_way(error: Exception, address: Address, *, connected: bool) -> ConnectionFailed:
    chain = " ".join(f"{type(part).__name__} {part}" for part in _chain(error))
    place, secure = address.printable, "+s" in address.printable.partition("://")[0]
    if connected:
        return ConnectionFailed(
            f"the connection to {place} was lost; what was committed stays: run the command again once it is back"
        )
    if "CertVerification" in chain or "CERTIFICATE_VERIFY" in chain:
        return ConnectionFailed(
            f"the certificate of {place} is not one that this machine trusts; "
            f"if it is your own server, {with_scheme(address.printable, '+ssc')} accepts it"
        )
    if "DNS" in chain:
        return ConnectionFailed(Advice(f"no machine has the name in {place}", *_START_ONE))
    if "looks like HTTP" in chain or is_browser(place):
        return ConnectionFailed(f"no Neo4j answers questions at {place}; {_PORTS}")
    timed_out = any(_of_kind(TimeoutError, error))
    if secure and "SSL" in chain and not timed_out:
        busy = "is starting or busy (try again in a moment), or " if _ENDED.search(chain) else ""
        return ConnectionFailed(
            f"the Neo4j at {place} {busy}doesn't speak TLS; try {with_scheme(place, '')} without +s"
        )
    if timed_out or "handshake" in chain or _ENDED.search(chain):
        tls = "" if secure else f"; if it wants TLS, {with_scheme(place, '+s')}"
        return ConnectionFailed(
            f"what is at {place} didn't answer in time or ended the connection, as a Neo4j does that is starting or "
            f"busy: try again in a moment{tls}; {_PORTS}"
        )
    return ConnectionFailed(Advice(f"no Neo4j answers at {place}", *_START_ONE))


def _of_kind(kind: type[_E], error: BaseException) -> Iterator[_E]:
    return (part for part in _chain(error) if isinstance(part, kind))


def _chain(error: BaseException) -> Iterator[BaseException]:
    yield error
    inner = error.exceptions if isinstance(error, BaseExceptionGroup) else [error.__cause__]
    for cause in filter(None, inner):
        yield from _chain(cause)


def _in_one_line(text: str) -> str:
    return " ".join(text.split())
