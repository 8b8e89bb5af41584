"""The web server: threads, and log lines without feed tokens. WEB_CONCURRENCY sets the processes (see SHARED_CACHE)."""

from planner import logs

worker_class = "gthread"
threads = 4
secure_scheme_headers: dict[str, str] = {}  # TRUSTED_PROXIES alone decides whom to believe
control_socket_disable = True  # two servers of one user would overwrite each other's
# The path of a request stays in the access log, the token in it does not: every line passes our formatter.
logconfig_dict = logs.config("INFO")
