"""Django's `translate` and `blocktranslate` without their detours: a board has hundreds of messages.

They stand for Django's own in every template, read the same and tell the same. Messages that are more than a text and
its named places (counted ones, those with a context or a percent sign, those kept in a variable) are left to Django's.
"""

from collections.abc import Mapping

from django.template import Library, Node
from django.template.base import FilterExpression, Parser, Token, render_value_in_context
from django.template.context import Context
from django.templatetags import i18n
from django.utils.translation import gettext

register = Library()


class Text(Node):
    """A message without places."""

    def __init__(self, message: str) -> None:
        self.message = message

    def render_annotated(self, context: Context) -> str:
        """The message in the reader's language; nothing in it can fail that would have to be annotated."""
        return gettext(self.message)


class Message(Node):
    """A message with named places, and what fills each."""

    def __init__(self, message: str, places: Mapping[str, FilterExpression]) -> None:
        self.message, self.places = message, tuple(places.items())

    def render(self, context: Context) -> str:
        """The message in the reader's language, filled."""
        filled = {name: render_value_in_context(value.resolve(context), context) for name, value in self.places}
        return gettext(self.message) % filled


@register.tag("translate")
def translate(parser: Parser, token: Token) -> Node:
    """`{% translate "A text" %}`; see Django's."""
    node = i18n.do_translate(parser, token)
    told = node.filter_expression
    is_plain = not (node.noop or node.asvar or node.message_context or told.filters)
    text = getattr(told.var, "literal", None)  # None where a variable is translated
    return Text(text) if is_plain and isinstance(text, str) and "%" not in text else node


@register.tag("blocktranslate")
def blocktranslate(parser: Parser, token: Token) -> Node:
    """`{% blocktranslate with name=value %}A text of {{ name }}{% endblocktranslate %}`; see Django's."""
    node = i18n.do_block_translate(parser, token)
    if node.countervar or node.plural or node.asvar or node.message_context:
        return node
    message, names = node.render_token_list(node.singular)
    places = {name: node.extra_context.get(name) or parser.compile_filter(name) for name in names}
    return Message(message, places)
