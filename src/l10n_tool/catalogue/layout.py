"""The usual layout of an entry, in which gettext and nearly every editor write it.

Comments, the previous source, msgctxt, msgid, msgid_plural and the forms each begin a line, with one space before their
string; the strings have plain escapes only, and nothing stands after them. One regular expression recognises such an
entry as a whole, and its fields are read from the match when somebody asks for them. What has another layout is read
line by line (``lines.py``), with the same fields wherever both can read.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from l10n_tool.catalogue.text import unescape

__all__ = [
    "BLANK", "COMMENTS", "MSGCTXT", "MSGID", "ONLY_FORM", "PLURAL", "active_pattern", "comment_fields", "comments_of",
    "find_entries", "flags_of", "key_of", "previous_of", "text_inside", "text_of", "texts_of",
]  # fmt: skip

#: What may stand at both ends of a line.
BLANK: Final = " \t\f\v\r"

_Texts = tuple[str, ...]
#: Comments, extracted comments, references and flags.
CommentFields = tuple[_Texts, _Texts, _Texts, _Texts]
#: The msgid, msgctxt and msgid_plural of a previous source.
PreviousFields = tuple[str, str | None, str | None]

#: The groups of a match. Strings stand there without the quotation marks around them, the forms of a plural with all.
COMMENTS: Final = 1
_OLD_CONTEXT: Final = 2
_OLD: Final = 3
_OLD_PLURAL: Final = 4
MSGCTXT: Final = 5
MSGID: Final = 6
PLURAL: Final = 7
_FORMS: Final = 8
ONLY_FORM: Final = 9

# A choice that turns out wrong fails at the next character, so the time is linear in what is looked at. Only single
# characters have quantifiers that give nothing back (``*+``): Python before 3.11.5 goes astray where groups have them.
_PLAIN: Final = r'[^"\\\n]*+'
_ESCAPE: Final = r'\\[abfnrtv\\"]'
# Nothing that comes next may go on with the entry, as a string or a form after an empty line would.
_NEXT: Final = r"\n*+(?:#(?!~)|#~(?:\|| msg(?:id|ctxt))|msg(?:id|ctxt)|\Z)"


def _inside(mark: str) -> str:
    """Return the pattern of what stands between the first and the last quotation mark of a string."""
    return rf'{_PLAIN}(?:(?:{_ESCAPE}|"\n{mark}"){_PLAIN})*'


def _source(mark: str) -> str:
    """Return the pattern of a msgctxt, if there is one, and a msgid on lines that begin with this mark."""
    inside = _inside(mark)
    return rf'(?:{mark}msgctxt "({inside})"\n)?{mark}msgid "({inside})"\n'


def _entry(mark: str, old: str) -> re.Pattern[str]:
    """Return the pattern of an entry, with the empty lines before it, whose lines begin with these marks.

    Where no entry stands it matches the empty text, so that a search ends there.
    """
    inside = _inside(mark)
    forms = rf'{mark}msgstr\[0\] "{inside}"(?:\n{mark}msgstr\[[0-9]\] "{inside}")*'
    return re.compile(
        r"(?:\n*+((?:#(?![~|])[^\n]*+\n++)*)"
        rf'(?:{_source(old)}(?:{old}msgid_plural "({_inside(old)})"\n)?)?'
        rf"{_source(mark)}"
        rf'(?:{mark}msgid_plural "({inside})"\n({forms})|{mark}msgstr "({inside})")'
        rf"(?:\n(?={_NEXT})|\Z))?"
    )


@cache
def active_pattern() -> re.Pattern[str]:
    """Return the pattern of the entries that are not obsolete."""
    return _entry("", r"#\| ")


@cache
def _obsolete_pattern() -> re.Pattern[str]:
    return _entry("#~ ", r"#~\| ")


def find_entries(text: str, at: int = 0) -> Iterator[re.Match[str]]:
    """Yield the match of each entry from here on, one right after another, up to the first in another layout."""
    missed = False
    while at < len(text):
        found, pattern = None, _obsolete_pattern() if missed else active_pattern()
        for match in pattern.finditer(text, at):
            if match.lastindex != ONLY_FORM and not _in_order(match[_FORMS]):
                break
            yield match
            found = match
        if found is None and missed:
            return
        at, missed = found.end() if found else at, not missed


def _in_order(forms: str | None) -> bool:
    return forms is not None and all(int(number) == at for at, number in enumerate(_numbers().findall(forms)))


@cache
def _numbers() -> re.Pattern[str]:
    """Return the pattern of what stands before the string of each form of a plural."""
    return re.compile(r"(?:\A|\n)(?:#~ )?msgstr\[([0-9])\] ")


def key_of(match: re.Match[str]) -> tuple[str | None, str]:
    """Return what tells an entry from the others: its msgctxt and its msgid."""
    context, msgid = match.group(MSGCTXT, MSGID)
    if "\\" in msgid or "\n" in msgid:
        msgid = text_inside(msgid)
    return (context if context is None else text_inside(context)), msgid


def texts_of(match: re.Match[str]) -> tuple[_Texts, str | None]:
    """Return the forms of an entry, and its msgid_plural."""
    plural, forms, form = match.group(PLURAL, _FORMS, ONLY_FORM)
    if form is not None:
        return (text_inside(form),), None
    return tuple(text_of(string) for string in _numbers().split(forms)[2::2]), text_inside(plural)


def previous_of(match: re.Match[str]) -> PreviousFields | None:
    """Return the previous source of an entry."""
    context, old, plural = match.group(_OLD_CONTEXT, _OLD, _OLD_PLURAL)
    return None if old is None else (text_inside(old), _optional(context), _optional(plural))


def comments_of(match: re.Match[str]) -> CommentFields:
    """Return the comments, extracted comments, references and flags of an entry."""
    lines = match[COMMENTS]
    return comment_fields(line.strip(BLANK) for line in lines.split("\n") if line) if lines else ((), (), (), ())


def flags_of(match: re.Match[str]) -> _Texts:
    """Return the flags of an entry, which most have none of."""
    return comments_of(match)[3] if "#," in match[COMMENTS] else ()


def _optional(string: str | None) -> str | None:
    return None if string is None else text_inside(string)


def text_of(string: str) -> str:
    """Return the text of a string in one piece or several, in quotation marks."""
    return text_inside(string[1:-1])


def text_inside(string: str) -> str:
    """Return the text of a string in one piece or several, of which the first and the last quotation mark are off."""
    if "\n" in string:
        string = string.replace('"\n"', "")
        if "\n" in string:
            string = re.sub(r'"\n#[~|]+ "', "", string)
    return unescape(string) if "\\" in string else string


def comment_fields(lines: Iterable[str]) -> CommentFields:
    """Sort the comment lines of an entry by their kind."""
    comments: list[str] = []
    extracted: list[str] = []
    references: list[str] = []
    flags: list[str] = []
    for line in lines:
        kind, rest = line[1:2], line[2:]
        if kind == ".":
            extracted.append(rest.removeprefix(" "))
        elif kind == ":":
            references += _references(rest.strip())
        elif kind == ",":
            # gettext takes spaces between flags for commas; a range is a flag of two words.
            flags += re.findall(r"range:[\s,]++[^\s,]++|[^\s,]++", rest)
        else:
            comments.append(line[1:].removeprefix(" "))
    return tuple(comments), tuple(extracted), tuple(references), tuple(dict.fromkeys(flags)) if flags else ()


def _references(line: str) -> list[str]:
    """Part a line of references; a name with spaces stands between U+2068 and U+2069, as gettext writes it."""
    end = line.rfind("\u2069")
    if end < 0 or "\u2068" not in line:
        return line.split()
    # What comes after the last end of a name is no name with spaces, whatever it begins with.
    space = re.compile(r"\s").search(line, end)
    end = space.start() if space else len(line)
    return re.findall(r"\u2068[^\u2068\u2069]*\u2069\S*|\S+", line[:end]) + line[end:].split()
