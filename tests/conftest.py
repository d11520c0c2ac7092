"""The order of the tests: what takes longest comes first, so that no worker has it left when the others are done."""

import pytest

_FIRST = ("tests/windows/", "tests/browser/", "tests/hostile/")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Workers begin each at a stretch of its own and take the end of another's when theirs is done (worksteal).

    So a module's fixtures are made once, not in every worker.
    """
    rank = {folder: number for number, folder in enumerate(_FIRST)}
    items.sort(key=lambda item: next((rank[folder] for folder in _FIRST if item.nodeid.startswith(folder)), len(rank)))
