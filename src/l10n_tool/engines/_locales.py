"""Locales in the codes of services that tell languages apart by less than gettext does."""

from dataclasses import dataclass

from l10n_tool.errors import UsageError
from l10n_tool.languages import Language

__all__ = ["LocaleParts", "parts_of", "usual_script"]


@dataclass(frozen=True, slots=True)
class LocaleParts:
    """What a locale says: language, script (empty for the usual one), territory."""

    language: str
    script: str
    territory: str


def parts_of(locale: str) -> LocaleParts:
    """Return the parts of a locale in gettext's form; the usual script of its language counts as none."""
    language, *rest = Language(locale).tag.split("-")
    script = next((part for part in rest if len(part) == 4 and part.isalpha()), "")
    territory = next((part for part in rest if len(part) in {2, 3} and part.upper() == part), "")
    return LocaleParts(language, "" if script == usual_script(language) else script, territory)


def usual_script(language: str) -> str:
    """Return the script that CLDR thinks a language is written in, such as ``Latn``; empty where it does not know."""
    from babel.core import get_global

    likely = get_global("likely_subtags").get(language, "").split("_")
    return likely[1] if len(likely) > 1 else ""


def refuse(service: str, locale: str, why: str) -> UsageError:
    """Return the error for a locale that a service cannot write."""
    return UsageError(f"{service} cannot draft for {locale}: {why}", remedy="Take another engine for this locale.")
