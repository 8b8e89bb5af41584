"""`make run`: secret, migrations, static files and the demo athlete where they are out of date, then the web server."""

import argparse
import io
import os
import secrets
import socket
import sys
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"


def main() -> None:
    """Prepare what is missing, say where the site is and become the web server."""
    port = _port()
    _refuse_taken(port)
    write_secret(ROOT / ".secret-key")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "planner.settings")
    django.setup()
    _migrate()
    _collect_static()
    print(welcome(_demo(), port), flush=True)
    connection.close()
    os.chdir(ROOT)
    os.execv(sys.executable, [sys.executable, "-m", "gunicorn", "--bind", f"{HOST}:{port}", "planner.wsgi"])


def _port() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8000)
    return int(parser.parse_args().port)


def _refuse_taken(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as problem:
            message = f"Port {port} cannot be used ({problem.strerror}). Try: make run PORT={port + 1}"
            raise SystemExit(message) from problem


def write_secret(file: Path) -> None:
    """Write a random SECRET_KEY that only the owner may read, unless one is there or in the environment."""
    if os.environ.get("SECRET_KEY") or file.exists():
        return
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as out:
        out.write(secrets.token_urlsafe(50) + "\n")


def _migrate() -> None:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        print("Preparing the database ...", flush=True)
        call_command("migrate", verbosity=0, interactive=False)


def _collect_static() -> None:
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    if settings.DEBUG or not outdated(manifest, [ROOT / "static", ROOT / "requirements.txt"]):
        return
    print("Collecting static files ...", flush=True)
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)


def outdated(made: Path, sources: list[Path]) -> bool:
    """Whether the file `made` is missing or older than a source, or than any file or folder in it."""
    if not made.exists():
        return True
    inside = (path for source in sources for path in (source, *source.rglob("*")))
    return max(path.stat().st_mtime for path in inside) > made.stat().st_mtime


def _demo() -> dict[str, str]:
    out = io.StringIO()
    call_command("demo", stdout=out)
    return dict(line.split(": ", 1) for line in out.getvalue().splitlines() if ": " in line)


def welcome(demo: dict[str, str], port: int) -> str:
    """What the person at the terminal needs: the address, the demo log-in and its calendar feed."""
    site = f"http://{HOST}:{port}"
    return f"""
Tandem      {site}/
Demo log-in {site}/accounts/login/
  email     {demo["email"]}
  password  {demo["password"]}
Demo feed   {site}{demo["feed"]}
Stop with Ctrl-C.
"""


if __name__ == "__main__":
    main()
