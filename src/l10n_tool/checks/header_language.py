"""``header-language``: the header names the language of the catalogue as gettext does, and it is that of its place."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, Remark, Whole
from l10n_tool.errors import UsageError
from l10n_tool.languages import language_of, language_of_path, validate_locale

__all__ = ["CHECK"]

_FIELD: Final = "Language"
_TEAM: Final = "Language-Team"
#: The parts of a header that is filled in. Where all are missing, somebody wants to do without.
_FILLED_IN: Final = frozenset({"PO-Revision-Date", "Last-Translator", _TEAM})
_INITIAL: Final = frozenset({"LANGUAGE", "LL"})
#: Codes of their own that CLDR counts among a larger language.
_PART_OF_ANOTHER: Final = frozenset({
    "als", "arb", "ayr", "azj", "cmn", "ekk", "gom", "gug", "hbs", "ike", "khk", "kmr", "knn", "lvs", "npi", "ory",
    "pbu", "pes", "plt", "pnb", "prs", "quz", "sh", "swh", "tw", "uzn", "vro", "ydd", "yue", "zsm", "zyb",
})  # fmt: skip
_FOLDER: Final = "LC_MESSAGES"
#: Codes that are used for one another (the macrolanguage and the one that nearly everybody writes).
_SAME: Final = {"no": "nb"}
_SCRIPTS: Final = {"zh": {"CN": "Hans", "SG": "Hans", "MY": "Hans", "TW": "Hant", "HK": "Hant", "MO": "Hant"}}
_MODIFIER_SCRIPTS: Final = {"latin": "Latn", "cyrillic": "Cyrl", "arabic": "Arab", "devanagari": "Deva"}
_PARTS: Final = re.compile(r"([a-z]{2,3})(?:_([A-Z][a-z]{3}))?(?:_([A-Z]{2}))?(?:@(\w+))?")
#: Where Transifex names the language of a team.
_TEAM_CODE: Final = re.compile(r"/language/([A-Za-z_@]{2,20})/")
_TEAM_NAME: Final = re.compile(r"[^\W\d_][^\d()<>\[\]{}@/:;,]{1,40}")
_TEAM_WORDS: Final = re.compile(r"\b(?:language|translation|translators?|l10n|i18n|localization|team|of|the)\b")


def _header_language(whole: Whole) -> Iterator[Remark]:
    header = whole.catalogue.header
    if header is None or not header.msgstr or whole.file.endswith(".pot"):
        return
    fields = whole.catalogue.headers
    code = fields.get(_FIELD, "")
    if not code or code in _INITIAL:
        if _FILLED_IN & fields.keys():
            write = f"; write Language: {whole.locale}" if _is_code(whole.locale) else ""
            yield Remark(f"Language is {'missing' if not code else 'not filled in'}{write}", Severity.INFO, header)
        return
    remark = _of_code(code) or _of_place(code, whole) or _of_team(code, fields.get(_TEAM, ""))
    if remark:
        yield Remark(*remark, header)


_Problem = tuple[str, Severity] | None


def _of_code(code: str) -> _Problem:
    """Tell of a code that gettext or CLDR does not know; one that is only rare is no more than info."""
    try:
        validate_locale(code)
    except UsageError as error:
        rare = _PARTS.fullmatch(code) is not None
        alias = _alias(code)
        if alias and code not in _PART_OF_ANOTHER:
            return f"Language is {code!r}; write {alias}", Severity.WARNING
        remedy = f". {error.remedy}" if error.remedy else ""
        return f"Language: {error.message}{remedy}", Severity.INFO if rare else Severity.WARNING
    match = _PARTS.fullmatch(code)
    if match and match[3] and not _is_territory(match[3]):
        return f"Language is {code!r}, and there is no territory {match[3]}", Severity.WARNING
    return None


def _alias(code: str) -> str:
    """Return the code that stands for another one or for the English name of a language; empty if none does."""
    from babel.core import get_global

    return str(get_global("language_aliases").get(code) or _names().get(code.lower(), ""))


def _is_territory(code: str) -> bool:
    from babel.core import get_global

    return code in get_global("territory_languages") or code in get_global("territory_aliases")


def _is_code(code: str) -> bool:
    try:
        validate_locale(code)
    except UsageError:
        return False
    return True


def _of_place(code: str, whole: Whole) -> _Problem:
    """Tell of a language that the settings, the folder or the name of the file contradict."""
    if whole.locale and not _agree(code, whole.locale):
        return f"Language is {code}, and the catalogue is that of {whole.locale}; mend the one or the other", _WARNING
    place = _place(whole.file)
    if place and not _agree(code, place):
        return f"Language is {code}, and the file lies in the place of {place}; mend the one or the other", _WARNING
    return None


_WARNING: Final = Severity.WARNING


def _place(file: str) -> str:
    """Return the locale by whose name a file or its folder goes; empty if neither is surely one."""
    parts = file.replace("\\", "/").split("/")
    if _FOLDER in parts[1:]:
        at = len(parts) - 1 - parts[::-1].index(_FOLDER)
        return language_of_path([parts[at - 1] + "."])
    name = parts[-1].rpartition(".")[0]
    return language_of_path([f"{name}."]) if len(parts) > 1 else ""


def _agree(one: str, other: str) -> bool:
    """Whether two codes may mean the same: what only one of them says is no contradiction."""
    if one == other:
        return True
    these, those = _parts(one), _parts(other)
    if these is None or those is None:
        return True
    return all(this == that or not (this and that) for this, that in zip(these, those, strict=True))


def _parts(code: str) -> tuple[str, str, str] | None:
    """Return the language, the script and the territory of a code, by their usual names; None of what is no code."""
    from babel.core import get_global

    match = _PARTS.fullmatch(code)
    if not match:
        return None
    language, script, territory, modifier = (part or "" for part in match.groups())
    alias = language_of(str(get_global("language_aliases").get(language, language)))
    script = script or _MODIFIER_SCRIPTS.get(modifier) or _SCRIPTS.get(language, {}).get(territory, "")
    return _SAME.get(alias, alias), script, territory


def _of_team(code: str, team: str) -> _Problem:
    """Tell of a team that has another language by its name: the header may be that of another catalogue."""
    if not team or team in _INITIAL:
        return None
    match = _TEAM_CODE.search(team)
    theirs = match[1] if match else _language_named(team)
    language = _parts(language_of(code))
    other = _parts(language_of(theirs)) if theirs else None
    if language is None or other is None or language[0] == other[0]:
        return None
    return f"Language is {code}, and Language-Team speaks of {other[0]}; mend the one or the other", Severity.INFO


def _language_named(team: str) -> str:
    match = _TEAM_NAME.match(team)
    name = " ".join(_TEAM_WORDS.sub(" ", match[0].lower()).split()) if match else ""
    return _names().get(name, "")


@cache  # CLDR's names do not change while a program runs.
def _names() -> dict[str, str]:
    from babel import Locale

    return {name.lower(): code for code, name in Locale("en").languages.items()}


CHECK: Final = Check(
    name="header-language",
    severity=Severity.WARNING,
    summary="The header's Language is a code of gettext, and that of the catalogue's place.",
    explanation=(
        "Programs and editors take plural rules, dictionaries and the name of the MO file from the Language field. "
        "Write it as gettext does: de, pt_BR, zh_Hans, sr@latin; not German, pt-BR, deu or de_DE.UTF-8. Where it "
        "differs from the locale of the settings, or from the folder or the name of the file (de/LC_MESSAGES/x.po, "
        "de.po), one of them was copied from another catalogue, and the translations may have been, too: look at "
        "them before you correct the field. A code that CLDR does not know, a field that is missing and a team that "
        "has another language are info."
    ),
    of_catalogue=_header_language,
)
