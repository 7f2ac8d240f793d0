"""deep-translator, made fit for use: its only user in this package.

As it is, it has no time-outs, mixes up the answers of threads that share an instance, gives None and empty texts for
answers, and puts the text into its exceptions. So there is an instance per call; requests go through ``Web``; and an
answer that cannot be used becomes Rejected, or ServiceError where it is the third in a row.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, Final
from urllib.parse import quote

from l10n_tool.drafting import Rejected, Scheme
from l10n_tool.engines._base import Closing
from l10n_tool.engines._options import known_only, number, text
from l10n_tool.engines._web import Answer, Web, checked_url
from l10n_tool.errors import ServiceError

__all__ = ["DeepTranslator", "codes_of", "connect", "translator"]

_MOST_UNUSABLE: Final = 3
_SECONDS: Final = 15.0
_PAUSE: Final = 1.0
#: The longest text in an address, in bytes as it is sent; servers take about 16,000.
_LONGEST_IN_ADDRESS: Final = 15_000


class _Requests:
    """What stands for ``requests`` in a module of deep-translator.

    Each of our translators carries its ``Web`` as its proxies, the one thing that it hands to every request; whoever
    else uses the module gets requests itself.
    """

    def __init__(self, original: Any) -> None:
        self._original = original

    def get(self, url: str, params: Mapping[str, str] | None = None, proxies: object = None) -> Answer:
        """Send a request through the translator's own connections."""
        if isinstance(proxies, Web):
            return proxies.get(url, params or {})
        answer: Answer = self._original.get(url, params=params, proxies=proxies)
        return answer

    def __getattr__(self, name: str) -> Any:
        return getattr(self._original, name)


def translator(module: str, name: str) -> Callable[..., Any]:
    """Return a class of deep-translator's whose requests go through the ``Web`` that it gets as ``proxies``."""
    found: Any = import_module(f"deep_translator.{module}")
    if not isinstance(found.requests, _Requests):
        found.requests = _Requests(found.requests)
    made: Callable[..., Any] = getattr(found, name)
    return made


def connect(engine: str, service: str, options: Mapping[str, object]) -> tuple[Web, str]:
    """Return the connections that an engine's options ask for, and the address that stands for the service's own.

    ``service`` is its name in messages. Raises UsageError for an option that it does not have.
    """
    known_only(engine, options, "url", "timeout", "pause")
    url = checked_url(text(options, "url", "")) if "url" in options else ""
    return Web(service, number(options, "timeout", _SECONDS), number(options, "pause", _PAUSE)), url


def codes_of(table: str) -> frozenset[str]:
    """Return the language codes of one of deep-translator's tables."""
    return frozenset(getattr(import_module("deep_translator.constants"), table).values())


class DeepTranslator(Closing):
    """A service behind deep-translator; ``make`` gives a translator for one text, ``url`` stands for its address."""

    local = False
    markup = (Scheme.BRACES, Scheme.UNDERSCORES, Scheme.TAGS)

    def __init__(self, name: str, limit: int, make: Callable[[], Any], web: Web, url: str = "") -> None:
        self.name, self.limit = name, limit
        self._make, self._web, self._url = make, web, url
        self._unusable = 0

    def translate(self, text: str) -> str:
        """Return the service's answer."""
        if len(quote(text)) > _LONGEST_IN_ADDRESS:
            raise Rejected(f"It is too long for {self.name}.")
        answer = self._answer(text)
        if not isinstance(answer, str) or not answer.strip():
            self._unusable += 1
            if self._unusable < _MOST_UNUSABLE:
                raise Rejected(f"{self.name} gave no translation of it.")
            remedy = "Its page may have changed, or it turns us away: try again later, or take another engine."
            raise ServiceError(f"{self.name} gave no translation {_MOST_UNUSABLE} times in a row", remedy=remedy)
        self._unusable = 0
        return answer

    def _answer(self, text: str) -> object:
        """Return what deep-translator makes of the service's answer, None where it fails on it."""
        from deep_translator.exceptions import BaseError, RequestError, TooManyRequests

        translator_ = self._make()
        if self._url:
            translator_._base_url = self._url  # noqa: SLF001 - it has no other way of taking an address
        try:
            answer: object = translator_.translate(text)
        except (BaseError, RequestError, TooManyRequests, ValueError, LookupError, AttributeError, TypeError):
            return None
        except StopIteration:  # MyMemory's answer without a match
            return None
        return answer

    def close(self) -> None:
        """Close the connections."""
        self._web.close()
