from tests.bycn.conftest import _cache, bycn

__all__ = ["_cache", "bycn"]
