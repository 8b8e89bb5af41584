"""Collected only where the `readers` group is installed: `make test-readers` does that and runs these tests."""

from importlib.util import find_spec

import pytest

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


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say who took part, who could not, and what installs those."""
    if MISSING:
        terminalreporter.write_line(f"readers: {', '.join(MISSING)} missing; `make test-readers` installs them")
        return
    from tests.readers.installed import ABSENT, READERS

    terminalreporter.write_line(f"readers: {len(READERS)} took part: {', '.join(READERS)}")
    if ABSENT:
        packages = " ".join(dict.fromkeys(word for program in ABSENT for word in program.install.split()))
        terminalreporter.write_line(f"readers: {', '.join(program.name for program in ABSENT)} took no part; on Debian")
        terminalreporter.write_line(f"readers: they need: apt-get install {packages}")
