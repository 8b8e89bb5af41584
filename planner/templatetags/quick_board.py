"""What a board writes many times over, made once or quickly: the fields that each form carries, ids, spans of hours."""

from datetime import date
from html import escape
from uuid import UUID

from django.template import Library
from django.template.context import Context
from django.template.defaulttags import CsrfTokenNode
from django.utils.safestring import SafeString

from planner.templatetags.told import hour

register = Library()


@register.simple_tag(takes_context=True)
def hidden_fields(context: Context, version: int) -> SafeString:
    """What every form of a week carries, the token against forgery and the version: made once, written by each."""
    return SafeString(f'{CsrfTokenNode().render(context)}<input type="hidden" name="version" value="{version:d}">')


@register.filter
def key(value: UUID | date) -> SafeString:
    """An id or a date as attributes have it, which holds nothing that would have to be escaped."""
    return SafeString(value)


@register.filter
def spans(hours: tuple[str, ...]) -> SafeString:
    """Spans of a day as screens hold them, each on the reader's clock."""
    return SafeString("".join(f'<span class="window">{escape(hour(one))}</span> ' for one in hours))
