"""``header``: the header entry is there, at the top, and its Content-Type tells the truth."""

import re
from collections.abc import Iterator
from typing import Final

from l10n_tool.catalogue import Entry
from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, Remark, Whole
from l10n_tool.errors import UsageError

__all__ = ["CHECK"]

#: gettext takes the charset from any other writing, too; i18nspector and others do not.
_CONTENT_TYPE: Final = re.compile(r"text/plain; charset=([^\s;]+)")
#: gettext takes the charset from the first such place in the header, whatever field it is in.
_CHARSET: Final = re.compile(r"charset=([A-Za-z0-9_.:+-]+)")
_WRITE: Final = "write Content-Type: text/plain; charset=UTF-8"

#: The charsets that gettext's manual calls portable ("Filling in the Header Entry").
_PORTABLE: Final = frozenset({
    "ascii", "us-ascii", "koi8-r", "koi8-u", "koi8-t", "cp850", "cp866", "cp874", "cp932", "cp949", "cp950", "gb2312",
    "euc-jp", "euc-kr", "euc-tw", "big5", "big5-hkscs", "gbk", "gb18030", "shift_jis", "johab", "tis-620", "viscii",
    "georgian-ps", "utf-8", *(f"cp125{digit}" for digit in range(9)),
    *(f"iso-8859-{part}" for part in (1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 14, 15)),
})  # fmt: skip
#: What msgcat puts between texts that differ, and version control between two versions.
_CONFLICT: Final = re.compile(r"^#-#-#-#-#|^(?:<{7}|>{7})(?: |$)", re.MULTILINE)
#: What is never part of a header: control characters, and what a wrong charset leaves of a letter.
_UNUSUAL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffd]")


def _header(whole: Whole) -> Iterator[Remark]:
    header = whole.catalogue.header
    if header is None:
        first = next(iter(whole.catalogue.entries), None)
        yield Remark(f'there is no header entry: put a msgid "" at the top, and {_WRITE} in its msgstr', entry=first)
        return
    for message, severity in _problems(whole, header):
        yield Remark(message, severity, header)


def _problems(whole: Whole, header: Entry) -> Iterator[tuple[str, Severity]]:
    if not any(header.msgstr):
        yield f"the header is empty; {_WRITE}", Severity.ERROR
        return
    yield from _of_content_type(whole, header.msgstr[0])
    yield from _of_entry(whole, header)
    if whole.catalogue.bom:
        message = "the file begins with a byte order mark, which msgfmt refuses; save it without"
        yield message, Severity.ERROR
    if header.fuzzy and _translated(whole):
        yield "the header is marked fuzzy", Severity.INFO


def _translated(whole: Whole) -> bool:
    return any(any(entry.msgstr) for entry in whole.catalogue.messages)


def _of_content_type(whole: Whole, text: str) -> Iterator[tuple[str, Severity]]:
    content_type = whole.catalogue.headers.get("Content-Type", "")
    match = _CONTENT_TYPE.fullmatch(content_type)
    if not match:
        what = f"is {content_type!r}" if content_type else "is missing"
        yield f"Content-Type {what}; {_WRITE}", Severity.WARNING
    elif match[1] == "CHARSET" and _translated(whole):
        yield f"Content-Type still has its initial value; {_WRITE}", Severity.ERROR
    found, used = _CHARSET.search(text), whole.catalogue.charset
    if found and found[1].lower() not in {used.lower(), "charset"}:
        message = f"gettext reads the file as {found[1]}, its first charset=, and Content-Type says {used}"
        yield f"{message}; leave one of them", Severity.ERROR
    elif not found and used.lower() != "utf-8":
        yield f"gettext finds no charset= in the header of this file in {used}; {_WRITE}, in UTF-8", Severity.ERROR
    elif used.lower() != "utf-8":
        yield from _of_charset(used, whole.locale)


def _of_charset(charset: str, locale: str) -> Iterator[tuple[str, Severity]]:
    if charset.lower() not in _PORTABLE:
        yield f"not every tool of gettext knows the charset {charset}; save the file as UTF-8", Severity.WARNING
    lacking = _lacking(charset, locale)
    if lacking:
        letters = " ".join(lacking)
        yield f"{charset} lacks letters of the language, such as {letters}; save the file as UTF-8", Severity.WARNING


def _lacking(charset: str, locale: str) -> list[str]:
    """Return letters of the language's own names of months and days (CLDR) that a charset has not, up to five."""
    from babel import Locale, UnknownLocaleError

    try:
        known = Locale.parse(locale.partition("@")[0])
    except (UnknownLocaleError, UsageError, ValueError):
        return []
    words = "".join([*known.months["format"]["wide"].values(), *known.days["format"]["wide"].values()])
    letters = sorted({letter for letter in words if letter.isalpha()})
    return [letter for letter in letters if not _has(charset, letter)][:5]


def _has(charset: str, letter: str) -> bool:
    try:
        letter.encode(charset)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _of_entry(whole: Whole, header: Entry) -> Iterator[tuple[str, Severity]]:
    """Yield what is wrong with the header as an entry of its file."""
    text = header.msgstr[0]
    if header is not whole.catalogue.entries[0]:
        yield "the header is not the first entry; move it to the top, where programs look for it", Severity.WARNING
    if header.msgid_plural is not None:
        yield 'the header has a msgid_plural; the source is a plural of "", which means the header', Severity.ERROR
    if header.references:
        message = 'the header has references: the sources translate "", and get the header; remove that from them'
        yield message, Severity.WARNING
    if _CONFLICT.search(text):
        yield "the header holds two versions with a conflict marker between them; keep one", Severity.ERROR
    unusual = sorted(set(_UNUSUAL.findall(text)))
    if unusual:
        names = ", ".join(f"U+{ord(character):04X}" for character in unusual)
        yield f"the header has characters that nobody types: {names}; remove them", Severity.WARNING


CHECK: Final = Check(
    name="header",
    severity=Severity.ERROR,
    summary="The catalogue has a header at its top, with a Content-Type that names the charset.",
    explanation=(
        "The header is the entry with an empty msgid at the top of the file. gettext takes from it how the bytes are "
        "to be read and how plural forms are chosen. Write Content-Type: text/plain; charset=UTF-8 in it, save the "
        "file as UTF-8 without a byte order mark, and remove a fuzzy flag once the fields are filled in. A conflict "
        "marker (#-#-#-#-#) is left where msgcat joined two files: keep one version of the fields. A header with "
        'references or a plural belongs to a message of the sources that has an empty text: never translate "".'
    ),
    of_catalogue=_header,
)
