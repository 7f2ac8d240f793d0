"""The usual layout of an entry, in which gettext and nearly every editor write it.

Comments, the previous source, msgctxt, msgid, msgid_plural and the forms each begin a line, with one space before their
string; the strings have plain escapes only, and nothing stands after them. One regular expression recognises such an
entry as a whole, and its fields are read from its raw text when somebody asks for them. What has another layout is read
line by line (``lines.py``), with the same fields wherever both can read.
"""

import re
from collections.abc import Iterable
from typing import Final

from l10n_tool.catalogue.text import unescape

__all__ = ["BLANK", "MSGCTXT", "MSGID", "comment_fields", "find_entry", "is_obsolete", "rest_of", "text_of"]

#: What may stand at both ends of a line.
BLANK: Final = " \t\f\v\r"

_Texts = tuple[str, ...]
#: Comments, extracted comments, references and flags.
CommentFields = tuple[_Texts, _Texts, _Texts, _Texts]
#: The msgid, msgctxt and msgid_plural of a previous source.
PreviousFields = tuple[str, str | None, str | None]
#: The fields besides msgid and msgctxt: forms, msgid_plural, those of the comments, previous source.
Rest = tuple[_Texts, str | None, CommentFields, PreviousFields | None]

# A choice that turns out wrong fails at the next character, so the time is linear in what is looked at. Only single
# characters have quantifiers that give nothing back (``*+``): Python before 3.11.5 goes astray where groups have them.
_PIECE: Final = r'"[^"\\\n]*+(?:\\[abfnrtv\\"][^"\\\n]*+)*"'
# Nothing that comes next may go on with the entry, as a string or a form after an empty line would.
_NEXT: Final = r"\n*+(?:#(?!~)|#~(?:\|| msg(?:id|ctxt))|msg(?:id|ctxt)|\Z)"


def _string(mark: str) -> str:
    return rf"{_PIECE}(?:\n{mark}{_PIECE})*"


def _source(mark: str) -> str:
    """Return the pattern of a msgctxt, if there is one, and a msgid on lines that begin with this mark."""
    string = _string(mark)
    return rf"(?:{mark}msgctxt ({string})\n)?{mark}msgid ({string})\n"


def _entry(mark: str, old: str) -> re.Pattern[str]:
    """Return the pattern of an entry, with the empty lines before it, whose lines begin with these marks."""
    string = _string(mark)
    forms = rf"{mark}msgstr\[0\] {string}(?:\n{mark}msgstr\[[0-9]\] {string})*"
    return re.compile(
        r"\n*+((?:#(?![~|])[^\n]*+\n++)*)"
        rf"(?:{_source(old)}(?:{old}msgid_plural ({_string(old)})\n)?)?"
        rf"{_source(mark)}"
        rf"(?:{mark}msgid_plural ({string})\n({forms})|{mark}msgstr ({string}))"
        rf"(?:\n(?={_NEXT})|\Z)"
    )


_ACTIVE: Final = _entry("", r"#\| ")
_OBSOLETE: Final = _entry("#~ ", r"#~\| ")
_MARK: Final = re.compile(r"\n#[~|]+ ")
_FORM: Final = re.compile(r"(?:\A|\n)(?:#~ )?msgstr\[([0-9])\] ")

_REFERENCE: Final = re.compile(r"\u2068[^\u2069]*\u2069\S*|\S+")
_SPACE: Final = re.compile(r"\s")

#: The groups of a match that are strings of the entry's own.
MSGCTXT: Final = 5
MSGID: Final = 6
_FORMS: Final = 8
_ONLY_FORM: Final = 9


def find_entry(text: str, at: int) -> re.Match[str] | None:
    """Return the match of the entry whose text begins here, empty lines included, if it has the usual layout."""
    match = _ACTIVE.match(text, at) or _OBSOLETE.match(text, at)
    if match is None or match.lastindex == _ONLY_FORM or _in_order(match[_FORMS]):
        return match
    return None


def _in_order(forms: str) -> bool:
    return all(int(number) == at for at, number in enumerate(_FORM.findall(forms)))


def is_obsolete(match: re.Match[str]) -> bool:
    """Whether the entry found is an obsolete one."""
    return match.re is _OBSOLETE


def rest_of(raw: str, *, obsolete: bool) -> Rest:
    """Return the fields besides msgid and msgctxt of an entry in the usual layout, from its raw text."""
    match = (_OBSOLETE if obsolete else _ACTIVE).match(raw)
    if match is None:
        raise ValueError("not the usual layout")
    comments, old_context, old, old_plural, _, _, plural, forms, form = match.groups()
    lines = [line.strip(BLANK) for line in comments.split("\n") if line]
    previous = None if old is None else (text_of(old), _optional(old_context), _optional(old_plural))
    texts = (text_of(form),) if form is not None else tuple(map(text_of, _FORM.split(forms)[2::2]))
    return texts, _optional(plural), comment_fields(lines), previous


def _optional(string: str | None) -> str | None:
    return None if string is None else text_of(string)


def text_of(string: str) -> str:
    """Return the text of a string in one piece or several."""
    if "\n" in string:
        if "\n#" in string:
            string = _MARK.sub("\n", string)
        string = string.replace('"\n"', "")
    text = string[1:-1]
    return unescape(text) if "\\" in text else text


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
            flags += [flag for flag in map(str.strip, rest.split(",")) if flag]
        else:
            comments.append(line[1:].removeprefix(" "))
    return tuple(comments), tuple(extracted), tuple(references), tuple(dict.fromkeys(flags)) if flags else ()


def _references(line: str) -> list[str]:
    """Part a line of references; a name with spaces stands between U+2068 and U+2069, as gettext writes it."""
    end = line.rfind("\u2069")
    if end < 0 or "\u2068" not in line:
        return line.split()
    # What comes after the last end of a name is no name with spaces, whatever it begins with.
    space = _SPACE.search(line, end)
    end = space.start() if space else len(line)
    return _REFERENCE.findall(line[:end]) + line[end:].split()
