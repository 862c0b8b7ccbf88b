"""Allow connections to public addresses only, wherever a name or a redirect leads."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

_IPV4_DENIED = tuple(
    IPv4Network(network)
    for network in (
        "0.0.0.0/8",  # this host
        "10.0.0.0/8",
        "100.64.0.0/10",  # carriers' own
        "127.0.0.0/8",
        "168.63.129.16/32",  # a cloud's services for its own machines
        "169.254.0.0/16",  # the link, and metadata of clouds
        "172.16.0.0/12",
        "192.0.0.0/24",  # protocol assignments
        "192.0.2.0/24",  # documentation
        "192.88.99.0/24",  # relays of 6to4
        "192.168.0.0/16",
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, and broadcast
    )
)
_IPV6_GLOBAL = IPv6Network("2000::/3")
_IPV6_DENIED = tuple(
    IPv6Network(network)
    for network in (
        "2001::/23",  # protocol assignments, Teredo and ORCHID among them
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4, which holds an IPv4 address
        "3fff::/20",  # documentation
    )
)


class DeniedAddressError(OSError):
    """A connection would lead to an address that isn't public."""

    def __init__(self) -> None:
        # The same text for all addresses, so that several such errors are reported as one.
        super().__init__("the address is not a public one")


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Return whether an address is on the public Internet and does not lead into another network.

    ``is_global`` is not enough: it lets multicast and several ranges that hold an IPv4 address
    pass, and which ones depends on the version of Python.
    """
    if isinstance(address, IPv4Address):
        return address.is_global and not any(address in network for network in _IPV4_DENIED)
    return (
        address in _IPV6_GLOBAL
        and address.is_global
        and not any(address in network for network in _IPV6_DENIED)
    )


@dataclass(frozen=True, slots=True)
class Reach:
    """Where connections may lead.

    Only tests pass other values than these; no setting changes them.

    Attributes:
        ports: The ports.
        networks: Networks that are allowed besides the public addresses.
    """

    ports: frozenset[int] = frozenset({80, 443})
    networks: tuple[IPv4Network | IPv6Network, ...] = ()

    def allows(self, address: str, port: int) -> bool:
        """Return whether a connection may be made.

        Args:
            address: An address in digits, as the connection is made to it.
            port: The port.
        """
        try:
            found = ip_address(address.partition("%")[0])
        except ValueError:
            return False
        return port in self.ports and (
            is_public(found) or any(found in network for network in self.networks)
        )


PUBLIC = Reach()
"""The public Internet's web servers."""


@dataclass(frozen=True, slots=True)
class GuardedSockets:
    """Creates the sockets of a connector, and checks the address that each will connect to.

    Nothing earlier in the process (other addresses of a name, changing DNS answers, redirects) can
    bypass it.

    Attributes:
        reach: Where they may connect to.
    """

    reach: Reach = PUBLIC

    def __call__(self, info: tuple[Any, Any, int, str, Sequence[Any]]) -> socket.socket:
        """Return a socket for an address as ``getaddrinfo`` returns it.

        Raises:
            DeniedAddressError: The address isn't a public one.
        """
        family, kind, protocol, _, address = info
        if family not in {socket.AF_INET, socket.AF_INET6} or not self.reach.allows(
            str(address[0]), int(address[1])
        ):
            raise DeniedAddressError
        return socket.socket(family, kind, protocol)
