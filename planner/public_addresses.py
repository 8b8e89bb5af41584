"""Which network addresses belong to the public internet. Told by our own lists, so that no Python release changes it.

Source: the IANA special-purpose address registries, IPv4 and IPv6, of 2025.
"""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

NOT_PUBLIC_4 = [
    IPv4Network(network)
    for network in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # shared by a provider's customers
        "127.0.0.0/8",  # loopback
        "169.254.0.0/16",  # link-local, and clouds' metadata
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocol assignments
        "192.0.2.0/24",  # documentation
        "192.31.196.0/24",  # AS112
        "192.52.193.0/24",  # AMT
        "192.88.99.0/24",  # 6to4 relays
        "192.168.0.0/16",  # private
        "192.175.48.0/24",  # AS112
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, and broadcast
    )
]
PUBLIC_6 = IPv6Network("2000::/3")  # all that is given out; loopback, private, link-local, multicast lie outside
NOT_PUBLIC_6 = [
    IPv6Network(network)
    for network in (
        "2001::/23",  # protocol assignments, Teredo among them
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4: leads to any IPv4 address
        "2620:4f:8000::/48",  # AS112
        "3fff::/20",  # documentation
    )
]
NAT64 = IPv6Network("64:ff9b::/96")  # the last 32 bits are an IPv4 address, and it is what counts


def is_public(address: str) -> bool:
    """Whether anybody on the internet reaches the same machine by it; what is no address is not public.

    IPv4 inside IPv6 (`::ffff:0:0/96`) is never public: no server is listed so, and it would reach what its IPv4 does.
    """
    found = _parsed(address)
    if isinstance(found, IPv6Address):
        if found in NAT64:
            return _is_public_4(IPv4Address(int(found) & 0xFFFFFFFF))
        return found.scope_id is None and found in PUBLIC_6 and not any(found in one for one in NOT_PUBLIC_6)
    return found is not None and _is_public_4(found)


def is_loopback(address: str) -> bool:
    """Whether it is this machine."""
    found = _parsed(address)
    return found is not None and found.is_loopback


def _is_public_4(address: IPv4Address) -> bool:
    return not any(address in network for network in NOT_PUBLIC_4)


def _parsed(address: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(address)
    except ValueError:
        return None
