"""The options of an engine, as its table in the settings holds them."""

from collections.abc import Mapping
from math import isfinite

from l10n_tool.errors import UnknownNameError, UsageError

__all__ = ["known_only", "number", "text"]


def known_only(engine: str, options: Mapping[str, object], *known: str) -> None:
    """Raise UnknownNameError for an option that the engine does not have."""
    for name in options:
        if name not in known:
            raise UnknownNameError(f"option of the engine {engine}", name, list(known) or ["none"])


def text(options: Mapping[str, object], name: str, default: str) -> str:
    """Return an option that is a text."""
    value = options.get(name, default)
    if not isinstance(value, str) or not value:
        raise UsageError(f"{name} must be a text that is not empty")
    return value


def number(options: Mapping[str, object], name: str, default: float) -> float:
    """Return an option that is a number above zero: of seconds, as a rule."""
    value = options.get(name, default)
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value) or value <= 0:
        raise UsageError(f"{name} must be a number above zero")
    return float(value)
