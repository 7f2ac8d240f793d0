"""Locale codes, in gettext's form and in BCP 47, and what CLDR knows about a language, through Babel.

A locale is written as gettext writes it: ``pt_BR``, ``zh_Hans``, ``sr@latin`` (gettext manual, "Locale Names").
On the web side it is a BCP 47 tag: ``pt-BR``, ``zh-Hans``, ``sr-Latn``. Babel is imported where it is used,
because it costs a third of a command's start.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from l10n_tool.errors import UsageError

if TYPE_CHECKING:
    from datetime import date, datetime

    from babel import Locale
    from babel.plural import PluralRule

__all__ = [
    "Language", "language", "language_of", "language_of_header", "language_of_path", "plural_rule", "validate_locale",
]  # fmt: skip

_CODE: Final = (
    r"(?P<language>[a-z]{2,3})(?:_(?P<script>[A-Z][a-z]{3}))?(?:_(?P<territory>[A-Z]{2}|[0-9]{3}))?"
    r"(?:@(?P<modifier>[a-z0-9]{1,8}))?"
)

# gettext writes a script or a variant as a modifier; BCP 47 has subtags for them (RFC 5646, section 2.2).
_MODIFIER_SCRIPTS: Final = {
    "arabic": "Arab", "cyrillic": "Cyrl", "devanagari": "Deva", "latin": "Latn", "mongolian": "Mong",
}  # fmt: skip
_MODIFIER_VARIANTS: Final = {"valencia": "valencia", "tarask": "tarask", "ijekavian": "ijekavsk"}

# The scripts of languages that CLDR names but has no data for (Unicode, Script_Metadata: RTL).
_RIGHT_TO_LEFT: Final = frozenset({"Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"})

# The pseudo-locales of CLDR, which Babel does not carry: accented English and mirrored Arabic.
_PSEUDO: Final = {"en_XA": "Pseudo (accented)", "ar_XB": "Pseudo (mirrored)"}


def _match(code: str) -> re.Match[str] | None:
    return re.fullmatch(_CODE, code)


def validate_locale(code: str) -> str:
    """Give ``code`` back if it is a locale in gettext's form and CLDR knows its language.

    A code that passes holds letters, digits, ``_`` and ``@`` only, so it can stand in a path as it is.
    """
    match = _match(code)
    if not match:
        raise UsageError(f"{code!r} is not a locale", remedy=f"Write it as gettext does{_nearest(code)}.")
    if not _known(match["language"]):
        raise UsageError(f"CLDR knows no language {match['language']!r}", remedy=_known_remedy(code))
    return code


def _nearest(code: str) -> str:
    """Return a hint such as ", for example pt_BR", made from a code in another notation where it can be."""
    parts = re.split(r"[-_]", code)
    guess = "_".join([parts[0].lower(), *(_cased(part) for part in parts[1:])])
    return f", for example {guess}" if _match(guess) else ", for example pt_BR, zh_Hans or sr@latin"


def _cased(subtag: str) -> str:
    return subtag.title() if len(subtag) == 4 else subtag.upper()


def _known(code: str) -> bool:
    from babel.core import get_global

    return _exists(code) or code in get_global("likely_subtags")


def _exists(code: str) -> bool:
    from babel import localedata

    return localedata.exists(code)


def _known_remedy(code: str) -> str:
    from difflib import get_close_matches

    from babel import localedata

    near = get_close_matches(code, localedata.locale_identifiers(), n=3)
    return f"Did you mean {' or '.join(near)}?" if near else "Look the code up at https://cldr.unicode.org."


class Language(NamedTuple):
    """A locale of a project; ``code`` is in gettext's form and valid."""

    code: str

    @property
    def tag(self) -> str:
        """The BCP 47 tag, as ``lang`` and ``hreflang`` want it."""
        language_, script, territory, modifier = _parts(self.code)
        script = script or _MODIFIER_SCRIPTS.get(modifier, "")
        subtags = [language_, script, territory, _MODIFIER_VARIANTS.get(modifier, "")]
        return "-".join(subtag for subtag in subtags if subtag)

    @property
    def direction(self) -> str:
        """``ltr`` or ``rtl`` (CLDR, layout orientation)."""
        locale = _locale(self.code)
        if locale.language == _parts(self.code)[0]:
            return locale.text_direction
        return "rtl" if _likely_script(self.code) in _RIGHT_TO_LEFT else "ltr"

    @property
    def own_name(self) -> str:
        """The language's name in itself, with a capital as a list of languages wants it."""
        if self.code in _PSEUDO:
            return _PSEUDO[self.code]
        locale = _locale(self.code)
        name = locale.get_display_name(locale) or self.code
        return name[:1].upper() + name[1:]

    @property
    def english_name(self) -> str:
        """The language's name in English."""
        return _PSEUDO.get(self.code) or _locale(self.code).get_display_name("en") or self.code

    def date(self, value: "date") -> str:
        """Return a day in the locale's long form, with its own digits and calendar words."""
        from babel.dates import format_date

        return format_date(value, "long", _locale(self.code))

    def datetime(self, value: "datetime") -> str:
        """Return a day in the long form with the time in the short one, in the time zone it was written in."""
        from babel.dates import format_time

        return f"{self.date(value.date())}, {format_time(value.time(), 'short', locale=_locale(self.code))}"

    def number(self, value: float) -> str:
        """Return a number with the locale's grouping and digits."""
        from babel.numbers import format_decimal

        return format_decimal(value, locale=_locale(self.code), numbering_system="default")


def language(code: str) -> Language:
    """Return the language of a valid locale code."""
    return Language(validate_locale(code))


@lru_cache(maxsize=1024)  # It is asked of every text.
def language_of(locale: str) -> str:
    """Return the language of a locale, without script, territory and modifier."""
    return locale.partition("_")[0].partition("@")[0]


def language_of_header(header: str) -> str:
    """Return a header's Language if it is a code, else an empty text."""
    # Most codes are a language alone, which takes no expression to see.
    plain = len(header) in {2, 3} and header.isascii() and header.isalpha() and header.islower()
    return header if plain or _match(header) else ""


def language_of_path(parts: Sequence[str], header: str = "") -> str:
    """Guess a catalogue's locale: its header's Language, else the folder or file name that looks like one.

    Returns an empty text where nothing does. For catalogues of other projects: it validates nothing.
    """
    if _match(header):
        return header
    names = [parts[-1].rpartition(".")[0], *reversed(parts[:-1])] if parts else []
    for name in names:
        match = _match(name.replace("-", "_"))
        if match and _exists(match["language"]):
            return match[0]
    return header


def plural_rule(code: str) -> "PluralRule":
    """Return CLDR's plural rule for a locale, or for its language where the locale has none of its own."""
    return _locale(code).plural_form


def _parts(code: str) -> tuple[str, str, str, str]:
    match = _match(code)
    if match is None:
        raise UsageError(f"{code!r} is not a locale")
    return match["language"], match["script"] or "", match["territory"] or "", match["modifier"] or ""


def _likely_script(code: str) -> str:
    from babel.core import get_global

    language_, script, _, modifier = _parts(code)
    likely = str(get_global("likely_subtags").get(language_, ""))
    return script or _MODIFIER_SCRIPTS.get(modifier) or next((p for p in likely.split("_") if len(p) == 4), "")


def _locale(code: str) -> "Locale":
    """Return Babel's locale, or the nearest one it has data for."""
    from babel import Locale, UnknownLocaleError

    language_, script, territory, modifier = _parts(code)
    script = script or _MODIFIER_SCRIPTS.get(modifier, "")
    for subtags in (
        (language_, script, territory),
        (language_, script),
        (language_, territory),
        (language_,),
    ):
        name = "_".join(subtag for subtag in subtags if subtag)
        try:
            return Locale.parse(name, resolve_likely_subtags=False)
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en")
