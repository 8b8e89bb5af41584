"""A vocabulary's enumeration as the choices of a column."""

from enum import StrEnum


def choices(terms: type[StrEnum]) -> list[tuple[str, str]]:
    """Value and readable value of each term, in the vocabulary's order."""
    return [(term.value, term.value.replace("_", " ")) for term in terms]
