"""The site's own settings, with the empty view beside its addresses: for a server in a process of its own."""

from planner.settings import *  # noqa: F403

ROOT_URLCONF = "tests.benchmarks.urls"
