"""Django's `include` without its detours: a board includes some fifty parts.

It stands for Django's own in every template, reads the same and draws the same. The part is looked up at the first
drawing and then belongs to the template that includes it, as if it were written there; a changed file makes Django
forget both. Parts whose drawing keeps a state of its own, names known only when drawn, and a site that shows its errors
(`DEBUG`) are left to Django's.
"""

from typing import Any

from django.template import Library, Node, NodeList, Template
from django.template.base import Parser, Token
from django.template.context import Context
from django.template.defaulttags import CycleNode, IfChangedNode
from django.template.loader_tags import BlockNode, ExtendsNode, IncludeNode, do_include

register = Library()
STATEFUL = (BlockNode, CycleNode, ExtendsNode, IfChangedNode)


class Part(IncludeNode):
    """An include of one template, known by its name."""

    name: str
    kept: NodeList | None = None  # what the template holds, once it was drawn
    is_djangos = False  # it keeps a state of its own, or an error in it is to be shown with its lines

    def render(self, context: Context) -> Any:
        """What the template draws with the values that are around it and those it is given."""
        parts = self._look_up(context) if self.kept is None else self.kept
        if self.is_djangos:
            return super().render(context)
        if not self.extra_context:
            return parts.render(context)
        with context.push(**{name: value.resolve(context) for name, value in self.extra_context.items()}):
            return parts.render(context)

    def _look_up(self, context: Context) -> NodeList:
        including: Template = context.template  # type: ignore[assignment]  # there is one while something is drawn
        parts = including.engine.get_template(self.name).nodelist
        self.is_djangos = including.engine.debug or any(parts.get_nodes_by_type(kind) for kind in STATEFUL)
        self.kept = parts
        return parts


@register.tag("include")
def include(parser: Parser, token: Token) -> Node:
    """`{% include "part.html" with name=value %}`; see Django's."""
    node = do_include(parser, token)
    name = node.template.var
    if not isinstance(name, str) or node.isolated_context or node.template.filters:
        return node
    part = Part(node.template, extra_context=node.extra_context)
    part.name = name
    return part
