"""Collected only where the `readers` group is installed: `make test-readers` does that and runs these tests."""

from collections.abc import Iterator
from importlib.util import find_spec

import pytest

from tests.readers.programs import NODE_FOLDER, NODE_READERS

PACKAGES = ("ical", "khal", "vdirsyncer")
MISSING = [name for name in PACKAGES if find_spec(name) is None]
collect_ignore_glob = ["test_*.py"] if MISSING else []


def pytest_configure(config: pytest.Config) -> None:
    """Name the marker."""
    config.addinivalue_line("markers", "readers: needs calendar programs of the readers group")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything in this folder."""
    for item in items:
        if "tests/readers/" in item.path.as_posix():
            item.add_marker(pytest.mark.readers)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> Iterator[None] | None:
    """Say what could not take part."""
    if MISSING:
        terminalreporter.write_line(f"readers: {', '.join(MISSING)} missing; `make test-readers` installs them")
    elif not NODE_READERS:
        terminalreporter.write_line(f"readers: no JavaScript readers in {NODE_FOLDER}; they need node and npm")
    return None
