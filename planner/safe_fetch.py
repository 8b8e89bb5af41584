"""Fetches what stands at an address that a stranger gave, and nothing that only this machine or its network can reach.

A name is resolved once, every address it has must be public, and the connection goes to the very address that was
looked at, so no second answer of a name server can change it. Each redirect starts anew. Size, time and the number of
redirects are bounded; proxies of the environment are not asked. Nothing that is raised or logged here holds the
address, which is a secret. No Django.
"""

import socket
import ssl
import threading
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPException
from queue import Empty, SimpleQueue
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError
from urllib3.response import BaseHTTPResponse

from planner.engine.speech import gettext_noop
from planner.fetch_limits import Deadline, FetchError
from planner.public_addresses import is_loopback, is_public

MOST_BYTES = 5 * 1024 * 1024
MOST_REDIRECTS = 5
MOST_ADDRESSES = 4  # of a name that are tried in turn
LONGEST_ADDRESS = 2_000
SECONDS = 15.0  # for all of it
READ_SECONDS = 8.0  # that a server may be silent
CHUNK = 65_536
REDIRECTS = {301, 302, 303, 307, 308}
PORTS = {"https": 443, "http": 80}
LONGEST_VALIDATOR = 200
SIGNS = "%/:@!$&'()*+,;=?~[]|"  # that stay as they are in a path; letters of other scripts are percent-encoded

Resolve = Callable[[str, int], list[str]]


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server said of the copy that is kept, so that it can answer that nothing changed."""

    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class Fetched:
    """The answer: bytes with their validators, or None for `body` where nothing changed."""

    body: bytes | None
    validators: Validators


@dataclass(frozen=True, slots=True)
class Reach:
    """Where a fetch may go. `loopback` is for tests alone: then http and any port are allowed, on this machine only."""

    loopback: bool = False
    trust: ssl.SSLContext | None = None  # the certificates that count; None: those of the system


PUBLIC = Reach()


def resolved(host: str, port: int) -> list[str]:
    """The addresses of a name, as its system resolver gives them. Raises OSError where there are none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def fetch(
    address: str,
    known: Validators = Validators(),  # frozen
    *,
    reach: Reach = PUBLIC,
    resolve: Resolve = resolved,
    seconds: float = SECONDS,
) -> Fetched:
    """What stands at an address, by https; `known` are the validators of the copy that is kept. Raises FetchError."""
    deadline = Deadline(seconds)
    target = checked(address, reach)
    for _ in range(MOST_REDIRECTS + 1):
        with _answer(target, known, reach, resolve, deadline) as answer:
            if answer.status not in REDIRECTS:
                fetched = _read(answer, known)
                deadline.check()  # an answer that was cut off then looks whole
                return fetched
            target = _redirected(target, answer.headers.get("Location", ""), reach)
    raise FetchError(TOO_FAR.format(number=MOST_REDIRECTS))


def checked(address: str, reach: Reach = PUBLIC) -> SplitResult:
    """An address taken apart, webcal as https. Raises FetchError with what about it cannot be."""
    plain = address.strip()
    if len(plain) > LONGEST_ADDRESS or not plain.isprintable() or " " in plain or "\\" in plain:
        raise FetchError(
            gettext_noop("That is no address: it holds spaces or signs that none has, or it is far too long.")
        )
    try:
        parts = urlsplit(plain)
        scheme = {"webcal": "https", "webcals": "https"}.get(parts.scheme, parts.scheme)
        host, port = (parts.hostname or "").rstrip(".").encode("idna").decode(), parts.port
    except ValueError:
        raise FetchError(
            gettext_noop("That is no address. It begins with https:// and the name of a server.")
        ) from None
    if scheme != "https" and not (reach.loopback and scheme == "http"):
        raise FetchError(gettext_noop("Only addresses that begin with https:// or webcal:// are read."))
    if "@" in parts.netloc:
        raise FetchError(
            gettext_noop("There is a name or a password in the address. Use the calendar's secret address instead.")
        )
    if not host or (port not in (None, PORTS[scheme]) and not reach.loopback):
        raise FetchError(gettext_noop("The address names no server, or a port of its own. Only port 443 is read."))
    place = f"[{host}]" if ":" in host else host
    netloc = place if port in (None, PORTS[scheme]) else f"{place}:{port}"
    return SplitResult(scheme, netloc, quote(parts.path or "/", SIGNS), quote(parts.query, SIGNS), "")


def _redirected(target: SplitResult, location: str, reach: Reach) -> SplitResult:
    """Where an answer leads on to. Raises FetchError where nobody should follow."""
    if not location:
        raise FetchError(gettext_noop("The calendar's server leads on without saying where."))
    try:
        following = checked(urljoin(urlunsplit(target), location), reach)
    except ValueError:
        raise FetchError(gettext_noop("The address leads on to something that is no address.")) from None
    if (target.scheme, following.scheme) == ("https", "http"):
        raise FetchError(gettext_noop("The address leads on from https to http, where anybody could read along."))
    return following


def _addresses(target: SplitResult, reach: Reach, resolve: Resolve, deadline: Deadline) -> list[str]:
    """The addresses of a target's server, all of them fit to be asked. Raises FetchError."""
    found: SimpleQueue[list[str] | None] = SimpleQueue()
    host, port = target.hostname or "", target.port or PORTS[target.scheme]

    def look_up() -> None:
        try:
            found.put(resolve(host, port))
        except (OSError, ValueError):
            found.put(None)

    threading.Thread(target=look_up, daemon=True).start()  # a name server may be silent for longer than we wait
    try:
        addresses = found.get(timeout=deadline.left)
    except Empty:
        raise FetchError(gettext_noop("The calendar's server could not be found in time.")) from None
    if not addresses:
        raise FetchError(gettext_noop("There is no server of that name."))
    safe = target.scheme == "https"
    if not all((safe and is_public(one)) or (reach.loopback and is_loopback(one)) for one in addresses):
        raise FetchError(gettext_noop("The address leads into a private network. Only public servers are read."))
    return addresses[:MOST_ADDRESSES]


@contextmanager
def _answer(
    target: SplitResult, known: Validators, reach: Reach, resolve: Resolve, deadline: Deadline
) -> Iterator[BaseHTTPResponse]:
    """The answer of a target's server while it is read. Raises FetchError, also for what goes wrong in reading it."""
    addresses = _addresses(target, reach, resolve, deadline)
    problem: Exception | None = None
    try:
        connection = _connected(target, addresses, reach, deadline)
        try:
            with deadline.over(connection.sock):
                path = urlunsplit(("", "", target.path, target.query, ""))
                connection.request("GET", path, headers=_headers(target, known), preload_content=False)
                answer = connection.getresponse()
                with closing(answer):
                    yield answer
        finally:
            connection.close()
    except (OSError, HTTPError, HTTPException, ValueError) as found:
        problem = found
    if problem is not None:  # raised out here, so that no traceback of it leads to the problem, which holds the address
        deadline.check()
        raise _told(problem)


def _told(problem: Exception) -> FetchError:
    """What went wrong, in words."""
    text = gettext_noop("The calendar's server could not be reached, or its answer broke off.")
    if isinstance(problem, TimeoutError) or "timed out" in str(problem).lower():
        text = gettext_noop("The calendar's server takes too long to answer.")
    if isinstance(problem, ssl.SSLError) or "certificate" in str(problem).lower():
        text = gettext_noop("The calendar's server has no valid certificate, so nobody knows who answers there.")
    return FetchError(text)


def _connected(target: SplitResult, addresses: list[str], reach: Reach, deadline: Deadline) -> HTTPConnection:
    """A connection to the first address that takes one; certificates are held against the name."""
    host, port = target.hostname or "", target.port or PORTS[target.scheme]
    for number, address in enumerate(addresses):
        timeout = min(READ_SECONDS, deadline.left / (len(addresses) - number))
        if target.scheme == "http":
            connection = HTTPConnection(address, port, timeout=timeout)
        else:
            trust = reach.trust or ssl.create_default_context()
            connection = HTTPSConnection(address, port, timeout=timeout, server_hostname=host, ssl_context=trust)
        try:
            connection.connect()
        except (OSError, HTTPError):
            connection.close()
            if number + 1 == len(addresses):
                raise
        else:
            return connection
    raise FetchError(gettext_noop("There is no server of that name."))


def _headers(target: SplitResult, known: Validators) -> dict[str, str]:
    asked = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    return {
        "Host": target.netloc,
        "User-Agent": "Tandem (busy times)",
        "Accept": "text/calendar, */*;q=0.1",
        "Accept-Encoding": "gzip",
        "Connection": "close",
        **{name: value for name, value in asked.items() if value},
    }


def _read(answer: BaseHTTPResponse, known: Validators) -> Fetched:
    """The body of an answer that leads nowhere else. Raises FetchError for a refusal and for too much."""
    if answer.status == 304 and known != Validators():
        return Fetched(None, known)
    if answer.status != 200:
        raise FetchError(_refusal(answer.status))
    body = bytearray()
    for chunk in answer.stream(CHUNK, decode_content=False):
        body += chunk
        if len(body) > MOST_BYTES:
            raise FetchError(TOO_LARGE)
    return Fetched(_unpacked(bytes(body), answer.headers.get("Content-Encoding", "")), _validators(answer))


TOO_FAR = gettext_noop("The address leads on more than {number} times.")
REFUSED = gettext_noop("The calendar's server asks for a log-in, or refuses ({number}). Use the secret address.")
NOT_THERE = gettext_noop("There is no calendar at this address, or no longer ({number}).")
TROUBLE = gettext_noop("The calendar's server has trouble ({number}).")
TOO_LARGE = gettext_noop("The calendar is larger than 5 MB.")


def _refusal(status: int) -> str:
    if status in (401, 403):
        return REFUSED.format(number=status)
    if status in (404, 410):
        return NOT_THERE.format(number=status)
    return TROUBLE.format(number=status)


def _unpacked(body: bytes, encoding: str) -> bytes:
    """The body without its compression, never more of it than the limit. Raises FetchError."""
    name = encoding.strip().lower()
    if name in ("", "identity"):
        return body
    if name not in ("gzip", "x-gzip"):
        raise FetchError(gettext_noop("The answer is packed in a way that was not asked for."))
    unpacker = zlib.decompressobj(31)
    try:
        plain = unpacker.decompress(body, MOST_BYTES + 1)
    except zlib.error:
        raise FetchError(gettext_noop("The answer is packed and cannot be unpacked: it is damaged.")) from None
    if len(plain) > MOST_BYTES:
        raise FetchError(TOO_LARGE)
    if not unpacker.eof or unpacker.unused_data:
        raise FetchError(gettext_noop("The answer is packed and cannot be unpacked: it is damaged."))
    return plain


def _validators(answer: BaseHTTPResponse) -> Validators:
    """What the server says of this copy; anything that no server says is left out."""
    found = (answer.headers.get(name, "").strip() for name in ("ETag", "Last-Modified"))
    return Validators(*(value if len(value) <= LONGEST_VALIDATOR and _is_plain(value) else "" for value in found))


def _is_plain(value: str) -> bool:
    return value.isascii() and value.isprintable()
