"""The real Neo4j Community server, run from its own jars: started, stopped and killed at will, its data kept."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

POM = Path(__file__).with_name("pom.xml")
BROWSER = "org.neo4j.client:neo4j-browser:5.24.0"
STARTED, PATIENCE_SECONDS = "Started.", 300
QUICK_START = ("-Xmx1g", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:ReservedCodeCacheSize=240m")
"""Options of the Java machine for a server that lives a few minutes; its own room for compiled code is soon full."""
_CONF = """\
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
server.directories.data={home}/data
server.directories.logs={home}/logs
server.memory.pagecache.size=128m
dbms.usage_report.enabled=false
dbms.cypher.min_replan_interval=1h
internal.server.bolt.thread_pool_shutdown_wait_time=0s
"""


class NoServer(Exception):
    """No Neo4j can be had here."""


def jars_folder(version: str) -> Path:
    """The folder with the server's jars, fetched by Maven when they aren't there yet; it lies outside the checkout."""
    return _fetched(f"neo4j-{version}", f"-Dneo4j.version={version}", "dependency:copy-dependencies")


def browser_folder() -> Path:
    """The folder with the jar of Neo4j Browser, which a server serves that finds it among its own."""
    return _fetched(BROWSER.split(":", 1)[1].replace(":", "-"), f"-Dartifact={BROWSER}", "dependency:copy")


def _fetched(name: str, *arguments: str) -> Path:
    """A folder of jars that Maven copies, once."""
    cache = Path(os.environ.get("BYCN_TEST_CACHE", Path.home() / ".cache" / "bycn-tests"))
    folder = cache / name
    if folder.is_dir():
        return folder
    if not shutil.which("mvn"):
        raise NoServer("no NEO4J_URI, no Docker with a Neo4j image, and no Maven to fetch the server's jars")
    draft = Path(tempfile.mkdtemp(prefix=f"{name}-", dir=_made(cache)))
    fetched = subprocess.run(
        ["mvn", "-q", "-B", "-f", str(POM), *arguments, f"-DoutputDirectory={draft}"], capture_output=True, text=True
    )
    if fetched.returncode:
        shutil.rmtree(draft)
        raise NoServer(f"Maven can't fetch {name}: {fetched.stdout[-500:]}")
    try:
        draft.rename(folder)
    except OSError:  # another run was faster
        shutil.rmtree(draft)
    return folder


def java_for(version: str) -> str:
    """A Java new enough for this Neo4j: 17 for 5.26, 21 for what came after."""
    needed = 17 if version.startswith("5.") else 21
    homes = [os.environ.get("JAVA_HOME", ""), *map(str, Path("/usr/lib/jvm").glob("*"))]
    for java in [shutil.which("java"), *(f"{home}/bin/java" for home in homes if home)]:
        if java and Path(java).exists() and _java_version(java) >= needed:
            return java
    raise NoServer(f"no Java {needed} or later for Neo4j {version}")


def _entry_point(jars: Path) -> str:
    return "org.neo4j.server." + ("CommunityEntryPoint" if list(jars.glob("neo4j-5.*.jar")) else "Neo4jCommunity")


def _java_version(java: str) -> int:
    told = subprocess.run([java, "-version"], capture_output=True, text=True).stderr
    match = re.search(r'version "(\d+)', told)
    return int(match[1]) if match else 0


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class JarServer:
    """A server with a data folder of its own. `kill` is a kill -9; `start` again finds the same data."""

    def __init__(
        self,
        jars: Path,
        java: str,
        password: str,
        options: tuple[str, ...] = QUICK_START,
        more_jars: Path | None = None,
    ):
        self.home = Path(tempfile.mkdtemp(prefix="bycn-neo4j-"))
        self.port = free_port()
        self.uri = f"bolt://127.0.0.1:{self.port}"
        self.password = password
        self._command = [
            *(java, *options, "-cp", os.pathsep.join(f"{folder}/*" for folder in (jars, more_jars) if folder)),
            _entry_point(jars),
            *(f"--home-dir={self.home}", f"--config-dir={self.home}/conf", "--console-mode"),
        ]
        _made(self.home / "conf").joinpath("neo4j.conf").write_text(_CONF.format(port=self.port, home=self.home))
        self._process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        """Start the server and wait until it takes connections."""
        log = (self.home / "console.log").open("w+")
        self._process = subprocess.Popen(self._command, stdout=log, stderr=subprocess.STDOUT, text=True)
        deadline = time.monotonic() + PATIENCE_SECONDS
        while STARTED not in (text := (self.home / "console.log").read_text()):
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise NoServer(f"Neo4j didn't start: {' '.join(text[-500:].split())}")
            time.sleep(0.1)

    def stop(self) -> None:
        """Shut it down in order."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        self._end(signal.SIGKILL)

    def _end(self, how: signal.Signals) -> None:
        if self._process and self._process.poll() is None:
            self._process.send_signal(how)
            self._process.wait(30)

    def set_password(self) -> None:
        """Change the first password, which Neo4j demands."""
        from neo4j import GraphDatabase

        with GraphDatabase.driver(self.uri, auth=("neo4j", "neo4j")) as driver:
            driver.execute_query(
                "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $new", {"new": self.password}, database_="system"
            )

    def configure(self, settings: str) -> None:
        """Add lines to the configuration, or put them in the place of others; they hold from the next start."""
        path = self.home / "conf" / "neo4j.conf"
        lines = dict(line.split("=", 1) for line in (path.read_text() + settings).splitlines())
        path.write_text("".join(f"{name}={value}\n" for name, value in lines.items()))

    def most_memory(self) -> int:
        """The most memory that it ever held, in bytes. Linux alone says so."""
        status = Path(f"/proc/{self._process.pid}/status").read_text() if self._process else ""
        found = re.search(r"VmHWM:\s+(\d+) kB", status)
        return int(found[1]) * 1024 if found else 0

    def __enter__(self) -> JarServer:
        try:
            self.start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *exc: object) -> None:
        self._end(signal.SIGKILL)  # nobody needs its data any more
        shutil.rmtree(self.home, ignore_errors=True)
