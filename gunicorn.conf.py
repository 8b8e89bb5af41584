"""The web server: threads, log lines without feed tokens, and a start that keeps no visitor waiting.

WEB_CONCURRENCY sets the processes (see SHARED_CACHE).
"""

from importlib import import_module

from django.conf import settings

from planner import logs

worker_class = "gthread"
threads = 4
secure_scheme_headers: dict[str, str] = {}  # TRUSTED_PROXIES alone decides whom to believe
control_socket_disable = True  # two servers of one user would overwrite each other's
# The path of a request stays in the access log, the token in it does not: every line passes our formatter.
logconfig_dict = logs.config("INFO")


def post_worker_init(worker: object) -> None:
    """Import the pages and plan the front page's week: the first visitor of a process would wait half a second."""
    import_module(settings.ROOT_URLCONF)
    import_module("planner.queries.sample").as_made()
