"""The entry point for an asynchronous server; the views are synchronous, so planner.wsgi is the quicker one."""

import os

from django.conf import settings
from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "planner.settings")

application = get_asgi_application()
settings.SECRET_KEY  # noqa: B018 - without a key, refuse to start here and not at the first log-in
