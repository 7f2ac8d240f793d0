"""The language that a file states of itself: whether it is the source's, and how to state another one."""

import re
from typing import Final

from l10n_tool.languages import Language

__all__ = ["names_language", "spelt_like"]

_TAG: Final = re.compile(r"([A-Za-z]{2,3})(?:[-_@][A-Za-z0-9]{1,8})*")


def names_language(value: str, locale: str) -> bool:
    """Whether a value is a tag of the locale's language, in gettext's form or in BCP 47, of any region."""
    match = _TAG.fullmatch(value.strip())
    return match is not None and match[1].lower() == Language(locale).tag.partition("-")[0].lower()


def spelt_like(value: str, target: Language) -> str:
    """Return the target's tag, with underscores where the value that it replaces has them."""
    return target.tag.replace("-", "_") if "_" in value else target.tag
