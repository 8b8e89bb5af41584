"""What a file to keep is sent from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Download:
    """A file as it is sent: its name, its type, its bytes."""

    name: str
    content_type: str
    content: bytes
