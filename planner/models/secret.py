"""The secrets that stand in addresses and let programs in."""

import secrets

TOKEN_BYTES = 32


def new_token() -> str:
    """A secret of 256 bits in 43 characters that need no quoting in an address."""
    return secrets.token_urlsafe(TOKEN_BYTES)
