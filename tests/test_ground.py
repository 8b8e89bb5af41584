"""The ground: health, headers, https, log lines, and settings that fail loudly."""

import logging
import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import OperationalError, connection
from django.test import Client, RequestFactory, override_settings

from planner import environment, logs
from planner.views.health import healthz

ROOT = Path(__file__).resolve().parent.parent
LOG_IN = "/accounts/login/"


@pytest.fixture
def settings_under(monkeypatch):
    """The settings file read under the given variables, as a dictionary; variables of the machine do not count."""

    def read(**variables: str) -> dict:
        for name in ("DATABASE_URL", *variables):
            monkeypatch.delenv(name, raising=False)
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        return runpy.run_path(str(ROOT / "planner/settings.py"))

    return read


class TestHealth:
    @pytest.mark.django_db
    def test_a_stranger_hears_ok_and_gets_no_session(self, client):
        response = client.get("/healthz")
        assert (response.status_code, response.content, response["Content-Type"]) == (200, b"ok", "text/plain")
        assert not response.cookies
        assert "Cookie" not in response.get("Vary", "")
        assert not Session.objects.exists()

    def test_a_silent_database_is_a_503(self, monkeypatch):
        def silent():
            raise OperationalError("no route to the database at 10.0.0.7")

        monkeypatch.setattr(connection, "cursor", silent)
        response = healthz(RequestFactory().get("/healthz"))
        assert (response.status_code, response.content) == (503, b"database\n")

    @pytest.mark.django_db
    def test_it_takes_head_and_refuses_post(self, client):
        assert client.head("/healthz").status_code == 200
        assert client.post("/healthz").status_code == 405


@pytest.mark.django_db
class TestHeaders:
    def test_the_content_security_policy_is_strict(self, client):
        header = client.get(LOG_IN)["Content-Security-Policy"]
        assert dict(part.split(" ", 1) for part in header.split("; ")) == {
            "default-src": "'self'",
            "script-src": "'self'",
            "style-src": "'self'",
            "img-src": "'self' data:",
            "connect-src": "'self'",
            "manifest-src": "'self'",
            "form-action": "'self'",
            "object-src": "'none'",
            "frame-ancestors": "'none'",
            "base-uri": "'none'",
        }

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("X-Frame-Options", "DENY"),
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "same-origin"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
        ],
    )
    def test_the_usual_headers_are_there(self, client, name, value):
        assert client.get(LOG_IN)[name] == value

    def test_the_session_cookie_is_for_the_server_alone(self, client, user, password):
        client.post(LOG_IN, {"login": user.email, "password": password})
        cookie = client.cookies["sessionid"]
        assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")

    def test_another_host_name_is_refused(self, client):
        assert client.get(LOG_IN, headers={"host": "elsewhere.example"}).status_code == 400


class TestHttps:
    @pytest.fixture(autouse=True)
    def _https(self, settings):
        settings.SECURE_SSL_REDIRECT = True

    @pytest.mark.parametrize("method", ["get", "post"])
    def test_http_goes_to_the_same_path_by_308(self, client, method):
        response = getattr(client, method)("/feed/abc.ics?v=2")
        assert (response.status_code, response["Location"]) == (308, "https://testserver/feed/abc.ics?v=2")

    @pytest.mark.django_db
    def test_probes_may_stay_on_http(self, client):
        assert client.get("/healthz").status_code == 200

    @pytest.mark.django_db
    def test_https_is_answered(self, client):
        assert client.get(LOG_IN, secure=True).status_code == 200


class TestSettings:
    def test_the_switch_https_sets_all_that_belongs_to_it(self, settings_under):
        found = settings_under(HTTPS="1")
        names = ("SECURE_SSL_REDIRECT", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_HSTS_INCLUDE_SUBDOMAINS")
        assert all(found[name] is True for name in names)
        assert found["SECURE_HSTS_SECONDS"] == 365 * 24 * 3600

    def test_without_it_a_site_on_http_works(self, settings_under):
        found = settings_under(HTTPS="0")
        assert not found["SECURE_SSL_REDIRECT"]
        assert not found["SESSION_COOKIE_SECURE"]
        assert found["SECURE_HSTS_SECONDS"] == 0

    def test_sqlite_is_the_default_and_writers_queue(self, settings_under):
        database = settings_under()["DATABASES"]["default"]
        assert database["ENGINE"] == "django.db.backends.sqlite3"
        assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
        assert "journal_mode=WAL" in database["OPTIONS"]["init_command"]

    def test_one_variable_moves_to_postgresql_with_a_pool(self, settings_under):
        database = settings_under(DATABASE_URL="postgres://ada:pw@%2Frun%2Fpostgresql/tandem")["DATABASES"]["default"]
        assert (database["ENGINE"], database["HOST"]) == ("django.db.backends.postgresql", "/run/postgresql")
        assert (database["OPTIONS"]["pool"]["max_size"], database["CONN_MAX_AGE"]) == (4, 0)

    def test_mail_makes_addresses_verified_by_code(self, settings_under):
        found = settings_under(EMAIL_URL="smtp+tls://ada:p%40ss@mail.example.org")
        assert (found["ACCOUNT_EMAIL_VERIFICATION"], found["ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED"]) == (
            "mandatory",
            True,
        )
        server = [
            found[f"EMAIL_{name}"] for name in ("HOST", "PORT", "HOST_USER", "HOST_PASSWORD", "USE_TLS", "USE_SSL")
        ]
        assert server == ["mail.example.org", 587, "ada", "p@ss", True, False]

    def test_without_mail_nothing_waits_for_a_code(self, settings_under):
        found = settings_under(EMAIL_URL="")
        assert found["ACCOUNT_EMAIL_VERIFICATION"] == "none"
        assert found["EMAIL_BACKEND"].endswith("console.EmailBackend")

    def test_several_processes_share_a_cache_in_the_database(self, settings_under):
        backend = settings_under(SHARED_CACHE="1")["CACHES"]["default"]["BACKEND"]
        assert backend == "django.core.cache.backends.db.DatabaseCache"

    def test_debug_and_the_admin_are_off_unless_asked_for(self, settings_under):
        found = settings_under(DEBUG="", ADMIN="")
        assert not found["DEBUG"]
        assert "django.contrib.admin" not in found["INSTALLED_APPS"]
        assert "django.contrib.admin" in settings_under(ADMIN="yes")["INSTALLED_APPS"]

    def test_lists_lose_their_spaces(self, settings_under):
        assert settings_under(ALLOWED_HOSTS="a.example , b.example,")["ALLOWED_HOSTS"] == ["a.example", "b.example"]

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("DEBUG", "maybe"),
            ("HTTPS", "2"),
            ("TRUSTED_PROXIES", "-1"),
            ("LOG_LEVEL", "chatty"),
            ("DATABASE_URL", "nonsense"),
            ("DATABASE_URL", "oracle9://host/name"),
            ("EMAIL_URL", "mail.example.org"),
            ("EMAIL_URL", "smtp://mail.example.org:high"),
        ],
    )
    def test_a_bad_value_stops_the_start_and_names_the_variable(self, settings_under, name, value):
        with pytest.raises(environment.BadEnvironment, match=rf"^{name}: takes .*"):
            settings_under(**{name: value})

    @pytest.mark.parametrize("name", ["DATABASE_URL", "EMAIL_URL"])
    def test_a_password_in_a_bad_address_is_not_printed(self, settings_under, name):
        with pytest.raises(environment.BadEnvironment) as stop:
            settings_under(**{name: "what://ada:s3cr3t@host"})
        assert "s3cr3t" not in str(stop.value)


class TestSecretKey:
    def test_the_variable_wins_over_the_file(self, monkeypatch, tmp_path):
        (tmp_path / "key").write_text("from the file\n")
        monkeypatch.setenv("SOME_KEY", "from the variable")
        assert environment.secret("SOME_KEY", tmp_path / "key") == "from the variable"
        monkeypatch.delenv("SOME_KEY")
        assert environment.secret("SOME_KEY", tmp_path / "key") == "from the file"
        assert environment.secret("SOME_KEY", tmp_path / "none") == ""

    def test_the_web_server_refuses_to_start_without_one(self, tmp_path):
        program = "import planner.environment as e; e.secret = lambda *_: ''; import planner.wsgi"
        variables = {"PATH": os.environ["PATH"], "DATABASE_URL": "sqlite://:memory:"}
        done = subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, env=variables, capture_output=True, text=True, check=False
        )
        assert done.returncode != 0
        assert "SECRET_KEY" in done.stderr


class TestLogs:
    @pytest.mark.parametrize(
        ("line", "kept"),
        [
            ('"GET /feed/s3cr3t.ics HTTP/1.1" 200', '"GET /feed/[secret] HTTP/1.1" 200'),
            ("Not Found: /feed/s3cr3t.ics?v=2&x=1", "Not Found: /feed/[secret]?v=2&x=1"),
            ("cid=webcal%3A%2F%2Fhost%2Ffeed%2Fs3cr3t.ics&a=b", "cid=webcal%3A%2F%2Fhost%2Ffeed%2F[secret]&a=b"),
            (
                "Referer https://host/FEED/s3cr3t.ics twice /feed/s3cr3t",
                "Referer https://host/FEED/[secret] twice /feed/[secret]",
            ),
            ("GET /calendar/ feeds nobody", "GET /calendar/ feeds nobody"),
        ],
    )
    def test_no_line_holds_a_feed_token(self, line, kept):
        assert logs.redact(line) == kept

    def test_arguments_and_tracebacks_are_redacted_too(self):
        try:
            raise LookupError("/feed/s3cr3t.ics")
        except LookupError:
            info = sys.exc_info()
        record = logging.LogRecord("x", logging.ERROR, "f.py", 1, "asked %s", ("/feed/s3cr3t.ics",), info)
        text = logs.RedactingFormatter(logs.FORMAT).format(record)
        assert "Traceback" in text
        assert "s3cr3t" not in text

    @pytest.mark.parametrize("name", ["django.request", "django.server", "gunicorn.access", "gunicorn.error"])
    def test_every_logger_ends_in_the_redacting_handler(self, name):
        logger: logging.Logger | None = logging.getLogger(name)
        handlers = []
        while logger is not None:
            handlers += logger.handlers
            logger = logger.parent if logger.propagate else None
        ours = [handler for handler in handlers if "pytest" not in type(handler).__module__]
        assert ours
        assert all(isinstance(handler.formatter, logs.RedactingFormatter) for handler in ours)


class TestTheStartOfAWebProcess:
    def test_it_imports_the_pages_and_plans_the_front_page_before_anybody_comes(self):
        script = (
            "import runpy, sys, planner.wsgi; started = runpy.run_path('gunicorn.conf.py');"
            "assert 'planner.urls' not in sys.modules;"
            "started['post_worker_init'](None);"
            "from planner.queries import sample;"
            "print('planner.urls' in sys.modules, sample._planned.cache_info().currsize)"
        )
        environment = {**os.environ, "SECRET_KEY": "tests only", "DJANGO_SETTINGS_MODULE": "planner.settings"}
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-c", script],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.split() == ["True", "1"]


class TestPublicAndPrivate:
    @pytest.mark.django_db
    def test_an_unknown_address_is_a_404_for_a_stranger(self, client):
        assert client.get("/no/such/page/").status_code == 404

    @pytest.mark.django_db
    def test_a_csrf_failure_is_a_403(self):
        assert Client(enforce_csrf_checks=True).post(LOG_IN, {}).status_code == 403


def test_every_static_file_that_a_template_or_a_stylesheet_names_can_be_collected(tmp_path):
    storage = {"BACKEND": "planner.assets.Assets"}
    with override_settings(STATIC_ROOT=tmp_path, STORAGES={"staticfiles": storage}):
        call_command("collectstatic", verbosity=0, interactive=False)
    assert (tmp_path / "staticfiles.json").exists()
