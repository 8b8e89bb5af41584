"""The settings of the tests: the real ones under a known environment, whatever the caller's says.

Only DATABASE_URL is taken over, so that the same tests run on PostgreSQL.
"""

import atexit
import os
import shutil
import tempfile

for name in (
    "DEBUG",
    "HTTPS",
    "ADMIN",
    "SHARED_CACHE",
    "EMAIL_URL",
    "TRUSTED_PROXIES",
    "ALLOWED_HOSTS",
    "SITE_URL",
    "LOG_LEVEL",
):
    os.environ.pop(name, None)
os.environ["SECRET_KEY"] = "tests only"

from planner.settings import *  # noqa: E402, F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # argon2 is slow on purpose
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True  # no collected files are needed
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

# A file, as where the site runs: in memory the threads of a live server would share one connection and its transaction.
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":  # noqa: F405
    _FOLDER = tempfile.mkdtemp(prefix="tandem-")
    atexit.register(shutil.rmtree, _FOLDER, ignore_errors=True)
    DATABASES["default"]["TEST"] = {"NAME": f"{_FOLDER}/test.sqlite3"}  # noqa: F405
