import pytest

from tests.engines import engine_with_dataset


@pytest.fixture(scope="module")
def engine(request):
    with engine_with_dataset("embedded", request) as engine:
        yield engine
