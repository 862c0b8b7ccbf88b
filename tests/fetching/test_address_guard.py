"""Every range that is not the public Internet, through the connector that connects."""

from __future__ import annotations

from ipaddress import ip_address

import pytest

from bot.fetching.address_guard import is_public
from bot.fetching.content_kind import PAGES
from bot.fetching.errors import FetchError
from bot.fetching.fetcher import Fetcher
from tests.web import Names, no_waiting, open_fetcher, open_web, redirect

DENIED = (
    "0.0.0.0",  # noqa: S104 - nothing is bound
    "0.1.2.3",
    "10.0.0.1",
    "100.64.0.1",
    "127.0.0.1",
    "127.8.9.10",
    "168.63.129.16",
    "169.254.169.254",
    "169.254.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.8",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.0.1",
    "198.18.0.1",
    "198.19.255.255",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.255.255.255",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::7f00:1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "64:ff9b::7f00:1",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:10::1",
    "2001:20::1",
    "2001:db8::1",
    "2002:7f00:1::1",
    "3fff::1",
    "4000::1",
    "5f00::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fec0::1",
    "ff02::1",
)
NAMED_OTHERWISE = (
    *("2130706433", "0x7f000001", "127.1", "0177.0.0.1", "localhost", "localhost.", "0", "0x7f.1"),
    *("127。0。0。1", "１２７.0.0.1", "①②⑦.⓪.⓪.①", "127%2e0.0.1", "[::ffff:7f00:1]"),
    *("[0:0:0:0:0:ffff:127.0.0.1]", "[::1%25lo]", "[::]", "[::127.0.0.1]"),
)
PUBLIC = ("8.8.8.8", "93.184.215.14", "1.1.1.1", "2606:4700:4700::1111", "2a00:1450:4001::200e")


def literal(address: str) -> str:
    return f"[{address}]" if ":" in address else address


@pytest.mark.parametrize("address", DENIED)
async def test_no_connection_is_made_to_an_address_that_is_not_public(address: str) -> None:
    async with Fetcher(turns=no_waiting(), resolver=Names({"news.example": [address]})) as fetcher:
        for host in (literal(address), "news.example"):
            with pytest.raises(FetchError, match="public Internet"):
                await fetcher.fetch(f"http://{host}/", PAGES)


@pytest.mark.parametrize("host", NAMED_OTHERWISE)
async def test_however_this_machine_is_written_it_is_not_reached(host: str) -> None:
    async with Fetcher(turns=no_waiting()) as fetcher:
        with pytest.raises(FetchError):
            await fetcher.fetch(f"http://{host}/", PAGES)


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are_let_pass(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize("address", [*sorted({*DENIED} - {"127.0.0.1"}), "name.example", ""])
async def test_no_redirect_leads_there(address: str) -> None:
    async with open_web() as small:
        small.pages["/"] = redirect(f"http://{literal(address)}/latest/meta-data")
        async with open_fetcher(small, Names({"name.example": ["127.0.0.2"]})) as fetcher:
            with pytest.raises(FetchError):
                await fetcher.fetch(small.address(), PAGES)
        assert small.count("/") == 1


async def test_a_server_on_this_machine_is_not_even_connected_to() -> None:
    async with open_web() as small:
        names = Names({"both.example": ["127.0.0.1", "::1"]})
        async with Fetcher(turns=no_waiting(), resolver=names) as fetcher:
            for host in ("127.0.0.1", "both.example"):
                with pytest.raises(FetchError):
                    await fetcher.fetch(f"http://{host}/", PAGES)
        assert small.connections == 0


async def test_a_name_that_comes_to_mean_another_address_is_looked_at_anew() -> None:
    async with open_web() as small:
        small.pages["/"] = (200, {"Content-Type": "text/plain"}, b"The bridge is open again.")
        names = Names({"news.example": ["127.0.0.1"]})
        async with open_fetcher(small, names) as fetcher:
            address = small.address(host="news.example")
            assert (await fetcher.fetch(address, PAGES)).kind == "text"
            names.known["news.example"] = ["169.254.169.254"]
            with pytest.raises(FetchError, match="public Internet"):
                await fetcher.fetch(address, PAGES)


async def test_of_a_name_with_both_kinds_of_addresses_only_the_allowed_are_used() -> None:
    async with open_web() as small:
        small.pages["/"] = (200, {"Content-Type": "text/plain"}, b"The bridge is open again.")
        names = Names({"both.example": ["10.0.0.1", "fe80::1", "127.0.0.1"]})
        async with open_fetcher(small, names) as fetcher:
            fetched = await fetcher.fetch(small.address(host="both.example"), PAGES)
        assert fetched.kind == "text"
