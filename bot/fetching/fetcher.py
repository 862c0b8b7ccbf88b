"""Fetch pages and feeds over the public Internet, safely and politely."""

from __future__ import annotations

import asyncio
import datetime as dt
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import aiohttp

from bot.fetching.address_guard import PUBLIC, DeniedAddressError, GuardedSockets
from bot.fetching.body import ACCEPT_ENCODING, read_body
from bot.fetching.connector import BoundedConnector
from bot.fetching.content_kind import ACCEPT, in_utf8, kind_of
from bot.fetching.errors import NOT_A_FEED, FetchError
from bot.fetching.freshness import fresh_seconds, retry_seconds
from bot.fetching.politeness import HostTurns
from bot.fetching.robots import EVERYTHING, MOST_BYTES, Robots
from bot.fetching.time_budget import TimeBudget
from bot.fetching.user_agent import AGENT, user_agent
from bot.fetching.web_address import checked_address, joined

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Collection

    from aiohttp.abc import AbstractResolver
    from yarl import URL

    from bot.fetching.address_guard import Reach
    from bot.fetching.content_kind import Kind

SECONDS = 15.0
"""The maximum seconds that fetching takes, redirects included; waiting for a turn doesn't count."""

MOST_REDIRECTS = 3
_LONGEST_VALIDATOR = 500
_MOST_CONNECTIONS = 20

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_NOT_MODIFIED = 304
_TOO_MANY, _UNAVAILABLE = 429, 503
_OK, _CLIENT_ERROR, _SERVER_ERROR = 200, 400, 500


@dataclass(frozen=True, slots=True)
class Validators:
    """The validators of a site's last response, for conditional requests."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """A response.

    Attributes:
        address: The final address, after redirects.
        kind: Its kind; ``None`` if it has not changed.
        content: The body, texts in UTF-8 where their encoding was declared.
        validators: The validators for the next request.
        fresh_seconds: For how many seconds the response stays fresh.
    """

    address: str
    kind: Kind | None
    content: bytes
    validators: Validators
    fresh_seconds: int = 0

    @property
    def unchanged(self) -> bool:
        """Whether the site says that nothing has changed."""
        return self.kind is None


class Fetcher:
    """Fetches user-supplied addresses. Close it if anything was fetched.

    Args:
        contact: The contact address in the user agent.
        reach: Where connections may lead.
        turns: Schedules the requests to each host.
        resolver: Resolves host names; the system's resolver if left out.
        seconds: The maximum seconds that one fetch takes.
        repository: The address of the bot's source repository, for the user agent.
    """

    def __init__(
        self,
        contact: str | None = None,
        reach: Reach = PUBLIC,
        turns: HostTurns | None = None,
        resolver: AbstractResolver | None = None,
        seconds: float = SECONDS,
        repository: str | None = None,
    ) -> None:
        self._reach = reach
        self._turns = turns or HostTurns()
        self._seconds = seconds
        self._resolver = resolver
        self._user_agent = user_agent(contact, repository)
        self._opened: aiohttp.ClientSession | None = None
        self._robots = Robots(AGENT, self._read_robots)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Close all connections."""
        if self._opened is not None:
            await self._opened.close()

    @property
    def _session(self) -> aiohttp.ClientSession:
        """The session; it is opened with the first request, within the event loop."""
        if self._opened is None:
            self._opened = aiohttp.ClientSession(
                connector=BoundedConnector(
                    socket_factory=GuardedSockets(self._reach),
                    resolver=self._resolver,
                    use_dns_cache=False,
                    force_close=True,
                    limit=_MOST_CONNECTIONS,
                ),
                cookie_jar=aiohttp.DummyCookieJar(),
                trust_env=False,
                auto_decompress=False,
                headers={
                    "User-Agent": self._user_agent,
                    "Accept-Encoding": ACCEPT_ENCODING,
                },
                timeout=aiohttp.ClientTimeout(total=None),
            )
        return self._opened

    async def fetch(
        self, address: str, wanted: Collection[Kind], known: Validators | None = None
    ) -> Fetched:
        """Fetch an address, unless it has not changed.

        Args:
            address: The address, as a user typed it or a feed gives it.
            wanted: The kinds of responses that are accepted.
            known: The validators of the last response.

        Raises:
            FetchError: It can't or must not be fetched, or is of another kind.
        """
        budget = TimeBudget(self._seconds)
        target = checked_address(address, self._reach)
        for _ in range(MOST_REDIRECTS + 1):
            await self._robots.check(target)
            async with self._asked(target, known, budget) as response:
                following = self._redirected(target, response)
                if following is not None:
                    target = following
                    continue
                return await _taken(response, target, wanted, known)
        message = f"it redirects more than {MOST_REDIRECTS} times"
        raise FetchError(message)

    @asynccontextmanager
    async def _asked(
        self, target: URL, known: Validators | None, budget: TimeBudget
    ) -> AsyncIterator[aiohttp.ClientResponse]:
        """Yield the response to one request, once it is its turn."""
        host = target.host or ""
        headers = {"Accept": ACCEPT}
        if known and known.etag:
            headers["If-None-Match"] = known.etag
        if known and known.last_modified:
            headers["If-Modified-Since"] = known.last_modified
        async with (
            self._turns.turn(host),
            _plain_errors(),
            budget.spent(),
            self._session.get(target, headers=headers, allow_redirects=False) as response,
        ):
            failure = _failure(response)
            if failure.retry_after:
                await self._turns.leave_alone(host, failure.retry_after, str(failure))
            yield response

    async def _read_robots(self, address: URL) -> str:
        """Return the text of a ``robots.txt``, for each status as RFC 9309 says.

        It waits for the host's turn like every other request.

        Raises:
            FetchError: The site can't be reached, so nothing on it may be read.
        """
        target, budget = address, TimeBudget(self._seconds)
        for _ in range(MOST_REDIRECTS + 1):
            async with self._asked(target, None, budget) as response:
                following = self._redirected(target, response)
                if following is not None:
                    target = following
                    continue
                if response.status >= _SERVER_ERROR or response.status == _TOO_MANY:
                    raise _failure(response)
                if response.status >= _CLIENT_ERROR or response.status in _REDIRECTS:
                    return EVERYTHING
                return await _rules_in(response)
        return EVERYTHING

    def _redirected(self, target: URL, response: aiohttp.ClientResponse) -> URL | None:
        """Return the target of a redirect; ``None`` if the response is no redirect.

        Raises:
            FetchError: It redirects to an address that must not be fetched.
        """
        location = response.headers.get("Location", "").strip()
        if response.status not in _REDIRECTS or not location:
            return None
        return joined(target, location, self._reach)


async def _taken(
    response: aiohttp.ClientResponse,
    target: URL,
    wanted: Collection[Kind],
    known: Validators | None,
) -> Fetched:
    """Return what a response holds.

    Raises:
        FetchError: It is an error, or not of a wanted kind.
    """
    headers = response.headers
    validators = Validators(_plain(headers.get("ETag")), _plain(headers.get("Last-Modified")))
    if response.status == _NOT_MODIFIED and known and known != Validators():
        return Fetched(str(target), None, b"", known, fresh_seconds(headers))
    if response.status != _OK:
        raise _failure(response)
    content = await read_body(response)
    content_type = headers.get("Content-Type", "")
    kind = kind_of(content_type, content)
    if kind not in wanted:
        raise FetchError(_NOT_WANTED[kind])
    if kind != "pdf":
        content = await asyncio.to_thread(in_utf8, content_type, content)
    return Fetched(str(target), kind, content, validators, fresh_seconds(headers))


async def _rules_in(response: aiohttp.ClientResponse) -> str:
    """Return the text of a ``robots.txt``; a long one is cut after its last whole line."""
    content = await read_body(response, MOST_BYTES, cut=True)
    if len(content) == MOST_BYTES:
        content = content[: content.rfind(b"\n") + 1]
    return content.decode("utf-8", "replace")


def _plain(header: str | None) -> str | None:
    """Return a header that can be kept and sent back, or ``None``."""
    fits = header is not None and len(header) <= _LONGEST_VALIDATOR and header.isprintable()
    return header if fits else None


_NOT_WANTED: dict[Kind, str] = {
    "page": NOT_A_FEED,
    "text": "it is a text, not a feed: add it as a link",
    "pdf": "it is a PDF, not a feed: add it as a link",
    "feed": "it is a feed, not a page: add it as a feed",
}


def _failure(response: aiohttp.ClientResponse) -> FetchError:
    retry = None
    if response.status in {_TOO_MANY, _UNAVAILABLE}:
        retry = retry_seconds(response.headers, dt.datetime.now(dt.UTC))
    said = _plain(response.reason) or ""
    return FetchError(f"the site answers {response.status} {said}".strip(), retry)


@asynccontextmanager
async def _plain_errors() -> AsyncIterator[None]:
    """Turn connection errors into a :class:`FetchError`."""
    try:
        yield
    except TimeoutError as error:
        message = "the site takes too long to answer"
        raise FetchError(message) from error
    except aiohttp.ClientConnectorError as error:
        if isinstance(error.os_error, DeniedAddressError):
            message = "it is not on the public Internet, and Footnote reads nothing else"
        else:
            message = "the site can't be reached: check the address"
        raise FetchError(message) from error
    except (aiohttp.ClientError, OSError, UnicodeError) as error:
        message = "the site can't be reached, or answers in a way that can't be read"
        raise FetchError(message) from error
