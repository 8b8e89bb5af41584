"""The clock that a fetch is held against, and how a fetch says that it failed. No Django."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from planner.engine.speech import gettext_noop


class FetchError(Exception):
    """Why an address could not be read, in a sentence for its owner that repeats nothing of it."""


class Deadline:
    """The moment at which a fetch must be over."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    @property
    def left(self) -> float:
        """Seconds that remain; raises FetchError where none do."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise FetchError(gettext_noop("The calendar's server takes too long to answer."))
        return left

    def check(self) -> None:
        """Raise FetchError where time is up."""
        _ = self.left

    @contextmanager
    def over(self, sock: socket.socket) -> Iterator[None]:
        """End the connection when time is up, so that a server that drips its answer holds nobody."""
        alarm = threading.Timer(self.left, _shut, [sock])
        alarm.daemon = True
        alarm.start()
        try:
            yield
        finally:
            alarm.cancel()


def _shut(sock: socket.socket) -> None:
    with suppress(OSError):  # it is closed already
        socket.socket.shutdown(sock, socket.SHUT_RDWR)
