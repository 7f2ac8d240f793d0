"""The settings of the checks: how much each counts, where it does not count, and how much has to be ready.

[tool.l10n-tool.checks]
names = "error"                       # or "warning", "info", "off"

[[tool.l10n-tool.checks.except]]
checks = ["doubled-words"]
locales = ["tr"]
msgid = ["*bye bye*"]
files = ["source/poems/*"]
severity = "off"
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from l10n_tool.checks.finding import Severity
from l10n_tool.checks.standard import OFF, Rule
from l10n_tool.errors import UsageError

__all__ = ["completeness_of", "rules_of"]

_EXCEPT: Final = "except"
_KEYS: Final = ("checks", "locales", "msgid", "files", "severity")
_ALL: Final = "*"

_Error = Callable[[str, str], UsageError]


def rules_of(values: object, locales: Sequence[str], error: _Error) -> tuple[Rule, ...]:
    """Return the rules of a table ``checks``, those of ``except`` last. ``error`` makes what is raised."""
    if not isinstance(values, dict):
        raise error("checks must be a table", 'Write a table checks, and names = "warning" in it.')
    rules = [Rule(_severity(v, error, n), frozenset({_check(n, error)})) for n, v in values.items() if n != _EXCEPT]
    exceptions = values.get(_EXCEPT, [])
    if not isinstance(exceptions, list) or not all(isinstance(item, dict) for item in exceptions):
        raise error("checks.except must be a list of tables", "Write [[tool.l10n-tool.checks.except]].")
    return (*rules, *(_exception(item, locales, error) for item in exceptions))


def _exception(item: Mapping[str, object], locales: Sequence[str], error: _Error) -> Rule:
    unknown = next((key for key in item if key not in _KEYS), None)
    if unknown is not None:
        raise error(f"checks.except: unknown setting {unknown!r}", f"Known: {', '.join(_KEYS)}.")
    if not any(key in item for key in _KEYS[:4]):
        raise error("checks.except names nothing that is excepted", f"Add one of: {', '.join(_KEYS[:4])}.")
    named = _texts(item, "locales", error)
    strange = next((locale for locale in named if locale not in locales), None)
    if strange is not None:
        raise error(f"checks.except: locales names {strange!r}, which the project does not", _known(locales))
    return Rule(
        severity=_severity(item.get("severity", OFF), error, "except: severity"),
        checks=frozenset(_check(name, error) for name in _texts(item, "checks", error)),
        locales=frozenset(named),
        msgids=_texts(item, "msgid", error),
        files=_texts(item, "files", error),
    )


def _known(locales: Sequence[str]) -> str:
    return f"Known: {', '.join(locales)}."


def _texts(item: Mapping[str, object], key: str, error: _Error) -> tuple[str, ...]:
    value = item.get(key)
    if value is None:
        return ()
    texts = [value] if isinstance(value, str) else value
    # An empty list would not be "none" but "all": it would switch off what nobody meant.
    if not isinstance(texts, list) or not texts or not all(isinstance(text, str) and text for text in texts):
        raise error(f"checks.except: {key} must be a list of texts", f'Write {key} = ["…"].')
    if any(len(re.findall(r"\*+", text)) > _MOST_STARS for text in texts):
        raise error(f"checks.except: {key} has more than {_MOST_STARS} * in a pattern", "Write two patterns.")
    return tuple(texts)


_MOST_STARS: Final = 8


def _check(name: str, error: _Error) -> str:
    from l10n_tool.checks import CHECKS

    if name not in CHECKS:
        from difflib import get_close_matches

        near = get_close_matches(name, CHECKS, n=1, cutoff=0.5)
        raise error(f"no check called {name!r}", f"Did you mean {near[0]!r}?" if near else "See l10n-tool explain.")
    return name


def _severity(value: object, error: _Error, name: str) -> Severity | None:
    if value == OFF:
        return None
    if isinstance(value, dict):
        raise error(
            f"checks.{name} is a table", "For some locales, add a table to checks.except, with locales and severity."
        )
    if not isinstance(value, str) or value not in set(Severity):
        raise error(f"checks.{name} is {value!r}", 'Write "error", "warning", "info" or "off".')
    return Severity(value)


def completeness_of(value: object, locales: Sequence[str], error: _Error) -> Mapping[str, float]:
    """Return how much of each locale has to be ready, in per cent, from ``complete = 90`` or a table by locale."""
    table = value if isinstance(value, dict) else {_ALL: value}
    return MappingProxyType(dict(_shares(table, locales, error)))


def _shares(table: Mapping[str, object], locales: Sequence[str], error: _Error) -> Iterator[tuple[str, float]]:
    for locale, share in table.items():
        if locale != _ALL and locale not in locales:
            raise error(f"complete names {locale!r}, which locales does not", _known(locales))
        if isinstance(share, bool) or not isinstance(share, int | float) or not 0 <= share <= 100:
            raise error(f"complete is {share!r}", "Write a number of per cent, such as complete = 95.")
        yield locale, float(share)
