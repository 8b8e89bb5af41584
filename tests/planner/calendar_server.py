"""A server on this machine that answers as calendars' servers do, and as hostile ones would."""

import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

PEM = Path(__file__).with_name("calendar_test.pem")  # key and certificate of calendar.test, for tests alone


def calendar(*events: str, head: str = "") -> bytes:
    """A calendar of these events, whose lines are given without BEGIN and END."""
    parts = "".join(f"BEGIN:VEVENT\r\n{event.strip()}\r\nEND:VEVENT\r\n" for event in events)
    text = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//A calendar//EN\r\n{head}{parts}END:VCALENDAR\r\n"
    return text.replace("\r\n", "\n").replace("\n", "\r\n").encode()


def event(start: str, end: str, *lines: str, uid: str = "a@example.org") -> str:
    """An event from and until moments such as 20261202T180000Z; a title that must never be kept is in it."""
    return "\n".join([f"UID:{uid}", "SUMMARY:Surgery of Ada", f"DTSTART:{start}", f"DTEND:{end}", *lines])


@dataclass
class Server:
    """What it answers, and what it was asked: `answer` writes to the request's handler."""

    answer: Callable[[Any], None]
    port: int = 0
    asked: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    peers: list[str] = field(default_factory=list)

    def url(self, path: str = "/secret.ics", scheme: str = "http", host: str = "127.0.0.1") -> str:
        """An address on it."""
        return f"{scheme}://{host}:{self.port}{path}"

    def serve(self, body: bytes, status: int = 200, **headers: str) -> None:
        """Answer this from now on; `Content_Type` stands for Content-Type."""
        self.answer = lambda handler: send(handler, body, status, **headers)


def send(handler: Any, body: bytes, status: int = 200, **headers: str) -> None:
    """One whole answer."""
    handler.send_response(status)
    for name, value in {"Content_Length": str(len(body)), **headers}.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(body)


def redirect(location: str, status: int = 302) -> Callable[[Any], None]:
    """An answer that leads on."""
    return lambda handler: send(handler, b"", status, Location=location)


def drip(part: bytes, *, before_head: bool = False) -> Callable[[Any], None]:
    """An answer whose head or body comes by a few bytes at a time, without an end."""

    def answer(handler: Any) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n" if before_head else b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            handler.wfile.write(part)
            handler.wfile.flush()
            time.sleep(0.02)

    return answer


@contextmanager
def running(*, tls: bool = False) -> Iterator[Server]:
    """The server, until the end of the block. It answers an empty calendar at first."""
    state = Server(lambda handler: send(handler, calendar()))

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # the library's name
            state.asked.append(dict(self.headers))
            state.paths.append(self.path)
            state.peers.append(self.connection.getpeername()[0])
            try:
                state.answer(self)
            except OSError:
                self.close_connection = True  # the client hung up

        def log_message(self, *args: Any) -> None:
            """Say nothing."""

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *args: Any) -> None:
            """A client that refuses a certificate is what some tests are about."""

    server = Quiet(("127.0.0.1", 0), Handler)
    if tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(PEM)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    state.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
