"""Words in the reader's language: tables that speak when asked, and answers that are kept for each language."""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache, wraps
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from django.utils.translation import get_language
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

    Words = StrOrPromise
else:
    Words = str  # or a lazy message, which is told when it is read

Term = TypeVar("Term")
Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


class Told(Mapping[Term, str]):
    """Words by what they stand for, each told in the reader's language at the moment it is asked for."""

    def __init__(self, messages: Mapping[Term, str]) -> None:
        self._messages = messages

    def __getitem__(self, term: Term) -> str:
        """The word for a term."""
        return _(self._messages[term])

    def __iter__(self) -> Iterator[Term]:
        """The terms in their order."""
        return iter(self._messages)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._messages)


def kept_by_language(most: int | None = None) -> Callable[[Callable[Asked, Answer]], Callable[Asked, Answer]]:
    """Keep the answers of a function that tells words: up to `most` of them, those of each language on their own."""

    def decorate(function: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
        kept: Any = lru_cache(maxsize=most)(lambda language, *asked, **named: function(*asked, **named))

        @wraps(function)
        def told(*asked: Asked.args, **named: Asked.kwargs) -> Answer:
            answer: Answer = kept(get_language(), *asked, **named)
            return answer

        told.__dict__["cache_info"] = kept.cache_info
        return told

    return decorate
