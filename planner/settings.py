"""All settings, from the environment. Without any variable set: SQLite beside manage.py, mail on standard output.

docs/deployment.md lists the variables. A value that makes no sense stops the start, see planner/environment.py.
"""

from pathlib import Path
from typing import Any

import dj_database_url

from planner import environment, logs

BASE_DIR = Path(__file__).resolve().parent.parent

# --- who we are, and to whom we answer ---------------------------------------------------------------------------

DEBUG = environment.flag("DEBUG")
# Empty when neither variable nor file is there: commands that sign nothing still run, the web server refuses to.
SECRET_KEY = environment.secret("SECRET_KEY", BASE_DIR / ".secret-key")
ALLOWED_HOSTS = environment.words("ALLOWED_HOSTS", "localhost, 127.0.0.1, [::1]")
CSRF_TRUSTED_ORIGINS = environment.words("CSRF_TRUSTED_ORIGINS")

HTTPS = environment.flag("HTTPS")
# Where links in calendars lead: they are written when nobody asks, so no request can tell. http gets no links.
SITE_URL = environment.text("SITE_URL", f"https://{ALLOWED_HOSTS[0].lstrip('.*')}" if ALLOWED_HOSTS else "").rstrip("/")
SITE_URL_KNOWN = HTTPS or environment.text("SITE_URL") != ""  # else it is a guess, and the site may have no https
PROXIES = environment.number("TRUSTED_PROXIES", 0)  # how many proxies of ours stand in front
if PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    ALLAUTH_TRUSTED_PROXY_COUNT = PROXIES

ADMIN = environment.flag("ADMIN")  # Django's admin at /admin/, off unless asked for

# --- words -------------------------------------------------------------------------------------------------------

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = len(LANGUAGES) > 1  # with one language no message is looked up: every page is drawn sooner

# --- parts -------------------------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "planner",
    "accounts",
    "allauth",
    "allauth.account",
    "csp",
    "django_htmx",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    *(["django.contrib.admin"] if ADMIN else []),
]

MIDDLEWARE = [
    "planner.middleware.permanent_https",
    "django.middleware.security.SecurityMiddleware",
    "planner.middleware.feed_first",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # pages; it pads them at random, so that their length tells no secret
    "csp.middleware.CSPMiddleware",
    "planner.middleware.whole_session_keys",
    "django.contrib.sessions.middleware.SessionMiddleware",
    # Below feeds and static files, which say the same to everybody: no Vary: Accept-Language on them.
    *(["django.middleware.locale.LocaleMiddleware"] if USE_I18N else []),
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "accounts.middleware.guests_are_strangers",
    "planner.reader.told_their_way",
    "planner.middleware.LoginRequired",  # public views say so: @login_not_required
    "django.contrib.messages.middleware.MessageMiddleware",
    "planner.middleware.Deleted",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "planner.urls"
WSGI_APPLICATION = "planner.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            # Every template speaks: no {% load %} of these in each.
            "builtins": [
                "django.templatetags.i18n",
                "planner.templatetags.quick_board",
                "planner.templatetags.quick_drawings",
                "planner.templatetags.quick_i18n",
                "planner.templatetags.quick_include",
                "planner.templatetags.quick_url",
                "planner.templatetags.told",
            ],
        },
    },
]

# --- data --------------------------------------------------------------------------------------------------------

# Writers queue instead of failing: WAL lets readers read on, IMMEDIATE takes the write lock at BEGIN, where waiting
# is safe, and not in the middle of a transaction, where SQLite can only refuse.
SQLITE = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,  # seconds; SQLite lets waiting writers in by chance, so a patient one needs the time
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA mmap_size=134217728; PRAGMA cache_size=2000;"
    ),
}
POOL = {"min_size": 1, "max_size": 4, "timeout": 10}


def _database() -> dict[str, Any]:
    """DATABASE_URL as Django wants it: SQLite keeps its connection, PostgreSQL takes one from a pool."""
    try:
        database: dict[str, Any] = dict(dj_database_url.config(default=f"sqlite:///{BASE_DIR / 'tandem.sqlite3'}"))
    except ValueError as problem:
        raise environment.BadEnvironment(
            "DATABASE_URL", "takes sqlite:////path or postgres://user@host/name"
        ) from problem
    options = database.setdefault("OPTIONS", {})
    if database["ENGINE"] == "django.db.backends.sqlite3":
        options.update(SQLITE)
        database["CONN_MAX_AGE"] = None
    else:
        options["pool"] = POOL
        database["CONN_MAX_AGE"] = 0  # a pool and kept connections exclude each other
    return database


DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Rate limits are counted in the cache. With more than one web process they need a shared one: SHARED_CACHE=1 uses a
# table of the database, which `manage.py createcachetable` makes.
_BACKEND = "db.DatabaseCache" if environment.flag("SHARED_CACHE") else "locmem.LocMemCache"
CACHES = {"default": {"BACKEND": f"django.core.cache.backends.{_BACKEND}", "LOCATION": "cache"}}

FILE_UPLOAD_HANDLERS = ["planner.uploads.Bounded"]  # never on disk, never more than is read
CALENDARS_ON_LOOPBACK = False  # tests alone read people's calendars from this machine

# --- static files ------------------------------------------------------------------------------------------------

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
_STATIC = "django.contrib.staticfiles.storage.StaticFilesStorage" if DEBUG else "planner.assets.Assets"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": _STATIC},
}
WHITENOISE_USE_FINDERS = DEBUG

# --- accounts ----------------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
_VALIDATION = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {"NAME": f"{_VALIDATION}.UserAttributeSimilarityValidator", "OPTIONS": {"user_attributes": ["email"]}},
    {"NAME": f"{_VALIDATION}.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": f"{_VALIDATION}.CommonPasswordValidator"},
    {"NAME": f"{_VALIDATION}.NumericPasswordValidator"},
]

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/week/"
ACCOUNT_SIGNUP_REDIRECT_URL = "/goals/"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"

# Mail: printed on standard output unless EMAIL_URL names a server. Only then can an address be verified.
globals().update(environment.mail("EMAIL_URL"))
EMAIL_TIMEOUT = 10  # seconds; mail is sent within the request
DEFAULT_FROM_EMAIL = environment.text("DEFAULT_FROM_EMAIL", "Tandem <tandem@localhost>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
MAIL_WORKS = environment.text("EMAIL_URL") != ""

ACCOUNT_ADAPTER = "planner.entrance.Entrance"
ACCOUNT_FORMS = {"add_email": "accounts.forms.ChangeEmailForm"}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory" if MAIL_WORKS else "none"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = MAIL_WORKS
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = MAIL_WORKS
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True  # a session left open must not be enough to take the account over
ACCOUNT_SESSION_REMEMBER = True
# Beside allauth's own limits: trials begun, cards dropped and cards picked up on the front page, weeks shown beside the
# goals form, which take some 20 ms of the server each.
ACCOUNT_RATE_LIMITS = {
    "trial": "10/m/ip,60/h/ip",
    "sample": "90/m/ip",
    "sample_verdicts": "240/m/ip",
    "goals_preview": "240/m/ip",
}
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = MAIL_WORKS
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if HTTPS else "http"

# --- the browser -------------------------------------------------------------------------------------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "object-src": ["'none'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
    }
}
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]  # probes ask from inside, by http
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS

# --- time, logs --------------------------------------------------------------------------------------------------

TIME_ZONE = "UTC"
USE_TZ = True
FIRST_DAY_OF_WEEK = 1

LOGGING = logs.config(environment.choice("LOG_LEVEL", "INFO", ("DEBUG", "INFO", "WARNING", "ERROR")))
