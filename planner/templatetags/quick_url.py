"""Addresses without a search for each: `url` for views that take nothing, and those of a session and of a week.

They tell what Django's `url` tells. Its search takes twelve microseconds; a board has a dozen sessions and weeks, a
page as many links.
"""

from functools import cache
from uuid import UUID

from django.conf import settings
from django.template import Library, Node
from django.template.base import Parser, Token
from django.template.context import Context
from django.template.defaulttags import URLNode
from django.template.defaulttags import url as djangos
from django.urls import get_script_prefix, get_urlconf, reverse
from django.utils.safestring import SafeString

register = Library()
ANY, ANY_WEEK = UUID(int=0), "2000-W01"


def _place() -> tuple[str, str]:
    """Where the site is mounted, and what says its addresses."""
    return get_script_prefix(), get_urlconf() or settings.ROOT_URLCONF


class Address(URLNode):
    """The address of a view that takes nothing: searched for once."""

    def render(self, context: Context) -> SafeString:
        """The address as HTML has it."""
        kept: dict[tuple[str, str], SafeString] = self.__dict__.setdefault("kept", {})
        place = _place()
        if place not in kept:
            kept[place] = SafeString(super().render(context))
        return kept[place]


@register.tag
def url(parser: Parser, token: Token) -> Node:
    """`{% url "name" %}`; see Django's, which it is with arguments, a variable for a name or `as`."""
    node = djangos(parser, token)
    is_plain = not (node.args or node.kwargs or node.asvar) and isinstance(node.view_name.var, str)
    return Address(node.view_name, [], {}, None) if is_plain else node


@register.filter
def session_url(session_id: UUID) -> SafeString:
    """The address of a session."""
    return SafeString(f"{_before('session', ANY, _place())}{session_id}/")


@register.filter
def week_url(iso: str) -> SafeString:
    """The address of a week by its name, "2026-W49"."""
    return SafeString(f"{_before('week', ANY_WEEK, _place())}{iso}/")


@cache
def _before(name: str, last: object, place: tuple[str, str]) -> str:
    """What the addresses of that name begin with, up to what they end on."""
    return reverse(f"planner:{name}", place[1], args=[last]).removesuffix(f"{last}/")
