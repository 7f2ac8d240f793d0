"""Asking a translation service on the web, with the care that a free service and a text of others need.

Every request has a time-out and an end; an answer has a greatest size; nothing is followed to another host; what is
worth trying again is tried three times at most. No message holds the text or the address it was sent to.
"""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Final
from urllib.parse import SplitResult, urljoin, urlsplit

import requests
import urllib3

from l10n_tool.drafting import Rejected
from l10n_tool.errors import ServiceError, UsageError

__all__ = ["Answer", "Web", "checked_url"]

_TRIES: Final = 3
_LONGEST_PAUSE: Final = 20.0
_REDIRECTS: Final = 3
_LARGEST_ANSWER: Final = 1_000_000
_CHUNK: Final = 65_536
_WORTH_ANOTHER_TRY: Final = frozenset({408, 429, 500, 502, 503, 504})
_TOO_LONG: Final = frozenset({413, 414, 431})
# An answer comes as it is: what is not packed cannot unpack into more than was read.
_HEADERS: Final = {"Accept-Encoding": "identity"}


@dataclass(frozen=True, slots=True)
class Answer:
    """A service's answer with status 200, as far as deep-translator looks at one."""

    text: str
    status_code: int = 200

    def json(self) -> Any:
        """Return the answer read as JSON; raises ValueError."""
        return json.loads(self.text)

    def close(self) -> None:
        """Do nothing: the answer has been read."""


@dataclass(frozen=True, slots=True)
class _Trouble:
    """Why there is no answer; ``pause`` is how many seconds the service wants to be left alone."""

    reason: str
    again: bool = True
    pause: float = 0.0
    too_long: bool = False


class Web:
    """Connections to one service, called ``name`` in messages.

    ``seconds`` is how long one request may take; ``pause`` is the wait before the second try, doubled for the third.
    """

    def __init__(self, name: str, seconds: float, pause: float) -> None:
        self._name, self._seconds, self._pause = name, seconds, pause
        self._session = requests.Session()

    def get(self, url: str, params: Mapping[str, str]) -> Answer:
        """Return the answer of status 200.

        Raises Rejected for a text that is too long for the service, and ServiceError for any other trouble.
        """
        trouble = _Trouble("")
        for attempt in range(_TRIES):
            outcome = self._once(url, params)
            if isinstance(outcome, Answer):
                return outcome
            trouble = outcome
            wait = max(self._pause * 2**attempt, trouble.pause)
            if not trouble.again or wait > _LONGEST_PAUSE or attempt == _TRIES - 1:
                break
            time.sleep(wait)
        raise self._failure(trouble)

    def _failure(self, trouble: _Trouble) -> Exception:
        if trouble.too_long:
            return Rejected(f"It is too long for {self._name}.")
        wait = f" in {trouble.pause:.0f} seconds" if trouble.pause else " later"
        return ServiceError(f"{self._name} {trouble.reason}", remedy=f"Try again{wait}, or take another engine.")

    def _once(self, url: str, params: Mapping[str, str]) -> Answer | _Trouble:
        end = time.monotonic() + self._seconds
        try:
            return self._follow(url, params, end)
        except (requests.Timeout, urllib3.exceptions.TimeoutError):
            return _Trouble(f"did not answer within {self._seconds:g} seconds")
        except requests.exceptions.SSLError:
            return _Trouble("has no valid certificate", again=False)
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError):
            # The exception's own words hold the address, and the address holds the text.
            return _Trouble("cannot be reached, or broke off its answer")

    def _follow(self, url: str, params: Mapping[str, str], end: float) -> Answer | _Trouble:
        asked: Mapping[str, str] | None = params
        for _ in range(_REDIRECTS + 1):
            with self._session.get(
                url, params=asked, headers=_HEADERS, timeout=self._seconds, stream=True, allow_redirects=False
            ) as response:
                if not response.is_redirect:
                    return self._read(response, end)
                after = urljoin(response.url, response.headers["Location"])
            if _origin(after) != _origin(url):
                return _Trouble(
                    "turned us away to another host, as services do that get too many requests", again=False
                )
            url, asked = after, None
        return _Trouble("sent us round in a circle", again=False)

    def _read(self, response: requests.Response, end: float) -> Answer | _Trouble:
        status = response.status_code
        if status in _TOO_LONG:
            return _Trouble("", again=False, too_long=True)
        if status != HTTPStatus.OK:
            asks = (
                "asks for fewer requests"
                if status == HTTPStatus.TOO_MANY_REQUESTS
                else f"answered with status {status}"
            )
            return _Trouble(asks, again=status in _WORTH_ANOTHER_TRY, pause=_retry_after(response))
        body = bytearray()
        while chunk := response.raw.read1(_CHUNK, decode_content=False):
            body += chunk
            if len(body) > _LARGEST_ANSWER:
                return _Trouble("gave an answer without end", again=False)
            if time.monotonic() > end:
                return _Trouble(f"did not answer within {self._seconds:g} seconds")
        return _decoded(bytes(body))

    def close(self) -> None:
        """Close the connections."""
        self._session.close()


def _decoded(body: bytes) -> Answer | _Trouble:
    try:
        return Answer(body.decode("utf-8"))
    except UnicodeDecodeError:
        return _Trouble("gave an answer that is not in UTF-8", again=False)


def _retry_after(response: requests.Response) -> float:
    value = response.headers.get("Retry-After", "")
    return float(value) if value.isascii() and value.isdecimal() and len(value) < 7 else 0.0


def _origin(url: str) -> tuple[str, str, int | None]:
    parts = urlsplit(url)
    return parts.scheme, parts.hostname or "", _port(parts)


def _port(parts: SplitResult) -> int | None:
    return parts.port or {"http": 80, "https": 443}.get(parts.scheme)


def checked_url(url: str) -> str:
    """Give back an address that a request may go to. Raises UsageError."""
    try:
        parts = urlsplit(url)
        fit = parts.scheme in {"http", "https"} and parts.hostname and _port(parts) and not parts.username
    except ValueError:
        fit = False
    if not fit:
        raise UsageError("url must be an http or https address without a name and password in it")
    return url
