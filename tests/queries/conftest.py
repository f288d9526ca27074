import os

import pytest

from bycn.loaders.embedded.database import EmbeddedEngine
from bycn.queries.library import Library


@pytest.fixture(scope="session")
def engine(tmp_path_factory):
    """The embedded engine with the whole dataset, in a cache of the tests' own."""
    with pytest.MonkeyPatch.context() as patch:
        if "BYCN_CACHE" not in os.environ:
            patch.setenv("BYCN_CACHE", str(tmp_path_factory.mktemp("cache")))
        with EmbeddedEngine() as engine:
            yield engine


@pytest.fixture(scope="session")
def library():
    """The shipped questions, whatever BYCN_QUERIES says."""
    return Library.shipped()
