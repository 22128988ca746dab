from tests.broadcasts.sending.conftest import desk

__all__ = ["desk"]
