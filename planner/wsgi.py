"""The web server's entry point."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "planner.settings")

application = get_wsgi_application()
settings.SECRET_KEY  # noqa: B018 - without a key, refuse to start here and not at the first log-in
