"""Which addresses are public: one of each special range, and the neighbours of their ends."""

import pytest

from planner.public_addresses import is_loopback, is_public

PRIVATE = [
    *("0.0.0.0", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.255.254"),
    *("169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.88.99.1", "192.168.1.1"),
    *("198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1"),
    *("255.255.255.255", "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "fec0::1", "ff02::1"),
    *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1"),
    *("64:ff9b:1::1", "2002:7f00:1::", "2002:808:808::", "2001::1", "2001:0:4136:e378::", "2001:db8::1", "3fff::1"),
    *("100::1", "5f00::1", "4000::1", "2000::1%eth0", "", "localhost", "127.1", "0x7f.1", "1.2.3.4/8"),
]
PUBLIC = [
    *("1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255"),
    *("128.0.0.1", "172.15.255.255", "172.32.0.0", "198.17.255.255", "198.20.0.0", "223.255.255.255"),
    *("2606:4700::1111", "2a00:1450:4001::1", "2001:4860:4860::8888", "64:ff9b::808:808"),
]


@pytest.mark.parametrize("address", PRIVATE)
def test_what_only_some_reach_is_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_what_anybody_reaches_is(address):
    assert is_public(address)


@pytest.mark.parametrize(("address", "own"), [("127.0.0.1", True), ("::1", True), ("10.0.0.1", False), ("x", False)])
def test_loopback(address, own):
    assert is_loopback(address) is own
