"""Addresses of pages and feeds: which may be fetched, and which are the same."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urljoin, urlsplit

from courlan import clean_url, extract_domain
from yarl import URL

from bot.fetching.errors import FetchError

if TYPE_CHECKING:
    from bot.fetching.address_guard import Reach

MOST_CHARACTERS = 2000
_SCHEMES = frozenset({"http", "https"})
_NO_ARTICLE = frozenset({"", "amp", "rss", "print", "share"})
"""Query parameters without a value that tell how an article is shown, not which article."""

_OF_MANY = frozenset(
    {
        *("beehiiv.com", "bearblog.dev", "buttondown.email", "ghost.io", "hatenablog.com"),
        *("livejournal.com", "medium.com", "over-blog.com", "posthaven.com", "substack.com"),
        *("svbtle.com", "tumblr.com", "typepad.com", "wixsite.com", "wordpress.com", "write.as"),
        *("angelfire.com", "blog.hu", "canalblog.com", "dreamwidth.org", "fandom.com", "fc2.com"),
        *("free.fr", "glitch.me", "hashnode.dev", "jimdofree.com", "mataroa.blog", "micro.blog"),
        *("narod.ru", "neocities.org", "proboards.com", "skyrock.com", "squarespace.com"),
        *("strikingly.com", "surge.sh", "tistory.com", "tripod.com", "ucoz.ru", "weebly.com"),
        *("wikidot.com", "000webhostapp.com", "blogs.com", "business.site", "google.com"),
        *("jimdosite.com", "mystrikingly.com", "sharepoint.com"),
    }
)
"""Domains beneath which everybody may have a site, and which the list of public suffixes lacks."""


def checked_address(text: str, reach: Reach) -> URL:
    """Return a checked address that may be fetched.

    Args:
        text: What a user typed, or a page links or redirects to.
        reach: Where connections may lead; it says which ports.

    Raises:
        FetchError: It can't be the address of a page.
    """
    text = urldefrag(text.strip())[0]
    if len(text) > MOST_CHARACTERS:
        message = f"the address has over {MOST_CHARACTERS:,} characters"
        raise FetchError(message)
    try:
        address = URL(text)
        host, port = address.host, address.port
    except ValueError:
        host, port, address = None, None, URL()
    if address.scheme not in _SCHEMES or not host:
        message = "it is not the address of a page: give one that begins with https://"
        raise FetchError(message)
    if address.user or address.password:
        message = "the address has a user name or a password in it: leave them out"
        raise FetchError(message)
    if port not in reach.ports:
        message = "only the usual ports of web servers, 80 and 443, are allowed"
        raise FetchError(message)
    return address


def joined(base: URL, link: str, reach: Reach) -> URL:
    """Return where a link on a page leads.

    Raises:
        FetchError: It leads to an address that must not be fetched.
    """
    try:
        found = urljoin(str(base), link)
    except ValueError as error:
        message = "it leads to an address that can't be read"
        raise FetchError(message) from error
    return checked_address(found, reach)


def canonical_address(address: str) -> str:
    """Return an address without tracking parameters: the same for the same article."""
    cleaned = clean_url(address)
    if cleaned is None:
        return address
    if ";" in address and "%3B" not in address:
        # Some sites number their articles after one, and don't know it in another form.
        cleaned = cleaned.replace("%3B", ";")
    cleaned = _with_bare_query(cleaned, address)
    return cleaned if len(cleaned) <= MOST_CHARACTERS else address


def _with_bare_query(cleaned: str, address: str) -> str:
    """Return a cleaned address with the parts of the query that are no pairs, as in ``/?1234``."""
    try:
        parts, query = urlsplit(cleaned), urlsplit(address).query
    except ValueError:
        return cleaned
    bare = [part for part in query.split("&") if "=" not in part and part not in _NO_ARTICLE]
    if not bare:
        return cleaned
    return parts._replace(query="&".join(filter(None, [*bare, parts.query]))).geturl()


def address_of_article(fetched: str, named: str | None) -> str:
    """Return the address under which an article is known and cited.

    Args:
        fetched: Where it was fetched from.
        named: The canonical address that the page gives; it must be on the same site, as a page
            could otherwise pass for another site's, and must not be the site's front page, as some
            pages say by mistake.
    """
    if named and is_same_site(fetched, named) and _path(named):
        return canonical_address(named)
    return canonical_address(fetched)


def is_same_site(address: str, other: str) -> bool:
    """Return whether two addresses are of one site: the same domain that somebody registered."""
    return bool(_site(address)) and _site(address) == _site(other)


def host_of(address: str) -> str:
    """Return the name of an address's host as it is shown, or an empty text."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _path(address: str) -> str:
    """Return where on its site an address leads; empty for the site itself."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return parts.path.strip("/") + parts.query


def _site(address: str) -> str:
    try:
        parts = urlsplit(address)
        if parts.scheme not in _SCHEMES or not parts.hostname:
            return ""
        domain = extract_domain(address)
        return parts.netloc.lower() if not domain or domain in _OF_MANY else domain
    except ValueError:
        return ""
