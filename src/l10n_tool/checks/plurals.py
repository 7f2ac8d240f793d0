"""``plural-header`` and ``plural-count``: the Plural-Forms header, and forms that agree with it.

The rules are those of CLDR, "Language Plural Rules", and of the gettext manual, "Plural forms". A header is parsed,
never evaluated as code.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from l10n_tool.catalogue import Entry, PluralForms, cldr_plural_forms
from l10n_tool.catalogue.plurals import PluralFormsError, parse_plural_forms
from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, Remark, Whole
from l10n_tool.errors import UsageError
from l10n_tool.languages import plural_rule

__all__ = ["COUNT", "HEADER"]

#: Languages that CLDR gives one form; of others without a rule it may just know nothing.
_ONE_FORM: Final = frozenset(["bo", "dz", "id", "ja", "jv", "ko", "lo", "ms", "my", "su", "th", "vi", "yue", "zh"])

#: Numbers of forms that gettext's table (plural-table.c), its manual or long custom give a language besides CLDR's.
_CUSTOMARY: Final = {
    **dict.fromkeys(["az", "fa", "hu", "hy", "ka", "kk", "ky", "tr", "tt", "ug", "uz", "udm"], (1, 2)),
    **dict.fromkeys(["tg", "tk", "ku", "ckb", "sah", "bm", "wo"], (1, 2)),
    **dict.fromkeys(["ru", "uk", "be", "sr", "hr", "bs", "sh", "pl", "cs", "sk", "lt", "mt"], (3, 4)),
    **dict.fromkeys(["fr", "es", "it", "pt", "ca"], (2, 3)),
    "br": (2, 5), "cy": (2, 4), "ga": (3, 5), "gd": (3, 4), "he": (2, 4), "mk": (2, 3), "lv": (2, 3), "ro": (3,),
    "gv": (4,), "kw": (4, 6), "ar": (6,), "sl": (4,), "mn": (2,), "fil": (2,), "tl": (2,), "si": (2,), "is": (2,),
}  # fmt: skip

#: Expressions of gettext's table that put the forms in another order than CLDR does.
_CUSTOMARY_ORDER: Final = {
    "lv": ("nplurals=3; plural=n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2;",),
    "mk": ("nplurals=2; plural=n%10==1 ? 0 : 1;",),
    "is": ("nplurals=2; plural=n%10!=1 || n%100==11;",),
}  # fmt: skip
_SHOWN: Final = range(200)
#: What gettext looks for in the header.
_FIELD: Final = "Plural-Forms"
_NAMES: Final = ("nplurals=", "plural=")


def _header(whole: Whole) -> Iterator[Remark]:
    plural = next((entry for entry in whole.catalogue.messages if entry.msgid_plural is not None), None)
    for message, severity in _problems(whole, plural):
        yield Remark(message, severity, whole.catalogue.header or plural)


def _problems(whole: Whole, plural: Entry | None) -> Iterator[tuple[str, Severity]]:
    lines = _lines(whole.catalogue.header)
    text = next((line.partition(":")[2] for line in lines if _is_field(line)), "")
    problem = _unusable(lines, text, plural)
    if problem:
        # Without plural entries msgfmt looks at a header only where it finds both of its parts.
        matters = plural is not None or all(name in "\n".join(lines) for name in _NAMES)
        yield (
            f"{problem}; {_remedy(whole.locale, len(plural.msgstr) if plural else 0)}",
            Severity.ERROR if matters else Severity.WARNING,
        )
        return
    contradiction = _contradiction(whole.plural, whole.locale) if whole.plural and plural is not None else None
    if contradiction:
        yield contradiction


def _lines(header: Entry | None) -> list[str]:
    return header.msgstr[0].split("\n") if header and header.msgstr else []


def _is_field(line: str) -> bool:
    return _name_of(line) == _FIELD


def _name_of(line: str) -> str:
    return line.partition(":")[0].strip()


def _unusable(lines: Sequence[str], text: str, plural: Entry | None) -> str:
    stray = _stray(lines)
    other = next((name for name in map(_name_of, lines) if name.lower() == _FIELD.lower() and name != _FIELD), "")
    if stray and other:
        return f"the field is called {other}, and has to be written {_FIELD}"
    if stray:
        return f"gettext takes {stray} from where it first stands in the header, and that is outside of Plural-Forms"
    if not text.strip():
        return "there are plural entries, but no Plural-Forms header" if plural is not None else ""
    if _is_template(text):
        return "Plural-Forms still has its initial value"
    why = _why(text)
    return f"Plural-Forms cannot be used: {why}" if why else ""


def _stray(lines: Sequence[str]) -> str:
    """Return the name that gettext, which looks for these letters anywhere, finds outside of the Plural-Forms field."""
    field = next((at for at, line in enumerate(lines) if _is_field(line)), -1)
    first = {name: next((at for at, line in enumerate(lines) if name in line), field) for name in _NAMES}
    return next((name for name in _NAMES if first[name] != field), "")


def _remedy(locale: str, count: int) -> str:
    """Say what to write: CLDR's header, unless the entries have another number of forms."""
    language = locale.split("@", maxsplit=1)[0].split("_", maxsplit=1)[0]
    try:
        forms = cldr_plural_forms(locale) if _known(language) else None
    except UsageError:
        forms = None
    if forms is None or count not in {0, forms.count}:
        return f"write Plural-Forms: nplurals={max(count, 2)}; plural= and an expression for that many forms"
    return f"write Plural-Forms: {forms}"


def _why(text: str) -> str:
    try:
        parse_plural_forms(text)
    except PluralFormsError as error:
        return str(error)
    return ""


def _is_template(text: str) -> bool:
    return "INTEGER" in text or "EXPRESSION" in text


def _contradiction(forms: PluralForms, locale: str) -> tuple[str, Severity] | None:
    language = locale.split("@", maxsplit=1)[0].split("_", maxsplit=1)[0]
    if not _known(language):
        return None
    try:
        cldr = cldr_plural_forms(locale)
    except UsageError:
        return None
    if cldr.count == 1 and language not in _ONE_FORM:
        return None
    if forms.count != cldr.count:
        return _of_count(forms, cldr, locale, language)
    return _of_order(forms, cldr, language)


def _known(language: str) -> bool:
    from babel import localedata

    return bool(language) and localedata.exists(language)


def _of_count(forms: PluralForms, cldr: PluralForms, locale: str, language: str) -> tuple[str, Severity] | None:
    # CLDR's form for fractions is never reached by an integer, but servers such as Transifex keep a place for it.
    with_fractions = len(plural_rule(locale).tags | {"other"})
    if forms.count in {with_fractions, *_CUSTOMARY.get(language, ())}:
        return None
    return (
        f"Plural-Forms has {_forms(forms.count)}, but {language} has {_forms(cldr.count)}: {cldr}",
        Severity.ERROR,
    )


def _of_order(forms: PluralForms, cldr: PluralForms, language: str) -> tuple[str, Severity] | None:
    known = [cldr, *map(parse_plural_forms, _CUSTOMARY_ORDER.get(language, ()))]
    if any(_same(forms, other) for other in known if other.count == forms.count):
        return None
    n = next(n for n in _SHOWN if forms.index(n) != cldr.index(n))
    message = f"Plural-Forms takes form {forms.index(n)} for n = {n}, CLDR form {cldr.index(n)}: {cldr}"
    # Of two forms it is usually 0 that is doubtful, and custom differs; of more a form of another count is used.
    return message, Severity.INFO if forms.count <= 2 else Severity.WARNING


def _same(one: PluralForms, other: PluralForms) -> bool:
    return all(one.index(n) == other.index(n) for n in _SHOWN)


def _count(whole: Whole) -> Iterator[Remark]:
    if whole.plural is None:
        return
    due = whole.plural.count
    wrong: dict[int, list[Entry]] = {}
    for entry in whole.catalogue.messages:
        if entry.msgid_plural is not None and any(entry.msgstr) and len(entry.msgstr) != due:
            wrong.setdefault(len(entry.msgstr), []).append(entry)
    for count, entries in wrong.items():
        more = f" ({len(entries)} entries)" if len(entries) > 1 else ""
        yield Remark(f"{_forms(count)} where the Plural-Forms header asks for {due}{more}", entry=entries[0])
    yield from _partial(whole)


def _partial(whole: Whole) -> Iterator[Remark]:
    """Tell of entries of which a form is empty: msgfmt takes them, and a reader sees nothing."""
    for entry in whole.catalogue.messages:
        if entry.msgid_plural == "":
            yield Remark("msgid_plural is empty; give it a text in the sources", Severity.WARNING, entry)
    found = [
        entry
        for entry in whole.catalogue.messages
        if entry.msgid_plural is not None and any(entry.msgstr) and not entry.fuzzy and not entry.complete
    ]
    if found:
        more = f" ({len(found)} entries)" if len(found) > 1 else ""
        form = found[0].msgstr.index("")
        yield Remark(f"msgstr[{form}] is empty, and others are not{more}", Severity.WARNING, found[0], form)


def _forms(count: int) -> str:
    return "1 form" if count == 1 else f"{count} forms"


HEADER: Final = Check(
    name="plural-header",
    severity=Severity.ERROR,
    summary="The Plural-Forms header can be read and fits the language.",
    explanation=(
        "gettext chooses the plural form of a message by this header. It has to be there when there are plural "
        "entries, has to be an expression that gettext understands, and must not contradict both CLDR and gettext's "
        "own table: Arabic with two forms would show a wrong word for most numbers. Take the header that the finding "
        "gives, and translate the forms that are new."
    ),
    of_catalogue=_header,
)

COUNT: Final = Check(
    name="plural-count",
    severity=Severity.ERROR,
    summary="A plural entry has as many forms as the header says.",
    explanation=(
        "msgfmt -c refuses an entry with fewer or more forms than nplurals in the Plural-Forms header. Add the forms "
        "that are missing, numbered from msgstr[0], or remove those that are too much. A form that is left empty, "
        "where others are not, is shown as nothing; that is a warning. Both are told once per catalogue."
    ),
    of_catalogue=_count,
)
