"""What a text holds besides words and must not be taken for prose: placeholders, URLs, tags, code.

Every expression here is linear: none begins where it could have begun before, and none backs off over a run.
"""

import re
from collections import Counter
from typing import Final

__all__ = ["EMAIL", "FORMAT_FLAG", "TAG", "URL", "placeholders", "without_code"]

#: The flags that say how a program reads a text (gettext manual, "Entries with Format Strings").
FORMAT_FLAG: Final = re.compile(r"(?!no-)(?:possible-)?[a-z-]+-format")

URL: Final = re.compile(
    r"(?:(?:https?|ftp)://|(?<![\w./@-])www\.(?=\w))[^\s<>\"'`\\|^“”«»„‘’‚()\[\]{}，。、；：！？（）「」『』《》【】]"
    r"[^\s<>\"`\\|^“”«»„‘’‚，。、；：！？（）「」『』《》【】]*",
    re.IGNORECASE,
)
EMAIL: Final = re.compile(r"(?<![A-Za-z0-9_.+%@-])[A-Za-z0-9_.+-]++@[A-Za-z0-9-]++(?:\.[A-Za-z0-9-]++)+")
TAG: Final = re.compile(r"<(/?)([A-Za-z][\w:.-]*)(\s[^<>]*|/)?>")
_ENTITY: Final = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_CODE: Final = re.compile(r"(`{1,3})[^`]+\1")
_LINK_TARGET: Final = re.compile(r"\]\([^\s()]*(?:\([^\s()]*\)[^\s()]*)?|\]\[[^\[\]]*\]|\[\^[^\[\]]*\]")

_CONVERSION: Final = r"[-+#0']*+[0-9*]*+(?:\.[0-9*]++)?(?:hh|h|ll|l|L|q|j|z|t)?[diouxXeEfFgGcrsaAp@]"
# A percent sign that follows a digit, or that a space or another letter follows, is one of prose. Each branch begins
# with its sign, so that the search passes over what is none; what may not stand before it is looked at after that.
_PLACEHOLDER: Final = re.compile(
    rf"""
      \{{\{{[^{{}}\n]*\}}\}} | \{{%[^%{{}}\n]*%\}}                      # Jinja, Handlebars
    | \$\{{[\w.:-]+\}}                                                  # shells, JavaScript
    | %\([^()%\s]*\)(?:{_CONVERSION})?                                  # Python, named
    | %[0-9]{{1,2}}\$[-+\#0']*+[0-9]*+(?:\.[0-9]++)?(?:hh|h|ll|l)?[a-zA-Z@]   # C, numbered
    | %\{{\w+\}}                                                        # Ruby
    | \{{\s*\w+\s*,\s*(?:plural|select|selectordinal|number|date|time)\b    # ICU
    | \{{(?:[A-Za-z_]\w*|[0-9]{{1,2}})?(?:\.\w+|\[\w+\])*(?:![rsa])?(?::[^{{}}\s]*)?\}}   # Python, C#
    | %(?<![0-9%\w]%)[A-Za-z_]\w*%(?!\w)                                # Windows, Drupal
    | %(?<![0-9٠-٩۰-۹]%)(?:s|{_CONVERSION}(?![A-Za-z0-9]))               # C, Python, in order
    """,
    re.VERBOSE,
)
_NUMBERED: Final = re.compile(r"%([0-9]{1,2})\$")
_ICU: Final = re.compile(r"\{\s*(\w+)\s*,\s*(\w+)")


def placeholders(text: str, *, printf: bool = True) -> Counter[str]:
    """Count the placeholders of a text in one notation: ``%1$s`` for the first ``%s``, no spaces inside braces.

    Without ``printf`` those with a percent sign are left out.
    """
    if "%" not in text and "{" not in text:
        return Counter()
    found = [match[0] for match in _PLACEHOLDER.finditer(text)]
    icu = any(_ICU.match(item) for item in found)
    if icu:
        # Inside ICU's branches braces hold prose.
        found = [item for item in found if _ICU.match(item)]
    if not printf:
        found = [item for item in found if item[0] != "%"]
    return Counter(_one_notation(found))


def _one_notation(found: list[str]) -> list[str]:
    items, position = [], 0
    for item in found:
        if item.startswith("%") and not item.startswith(("%(", "%{")) and not item.endswith("%"):
            if not _NUMBERED.match(item):
                position += 1
                item = f"%{position}${item[1:]}"  # noqa: PLW2901 - the same placeholder, written in full
            items.append(item)
        elif match := _ICU.match(item):
            items.append(f"{{{match[1]}, {match[2]}}}")
        else:
            items.append("".join(item.split()))
    return items


def without_code(text: str) -> str:
    """Return the prose of a text, as long as the text: code, addresses, tags, entities and placeholders are spaces.

    Where something stood that a reader sees, U+FFFC stands among the spaces.
    """
    if "`" in text:
        text = _CODE.sub(_something, text)
    if "](" in text or "][" in text or "[^" in text:
        text = _LINK_TARGET.sub(_target, text)
    if "://" in text or (("w." in text or "W." in text) and "www." in text.lower()):
        text = URL.sub(_something, text)
    if "@" in text:
        text = EMAIL.sub(_something, text)
    if "<" in text:
        text = TAG.sub(_nothing, text)
    if "&" in text:
        text = _ENTITY.sub(_nothing, text)
    if "%" in text or "{" in text:
        text = _PLACEHOLDER.sub(_something, text)
    return text


def _something(match: re.Match[str]) -> str:
    return "\ufffc".center(match.end() - match.start())


def _nothing(match: re.Match[str]) -> str:
    return " " * (match.end() - match.start())


def _target(match: re.Match[str]) -> str:
    return "]" + " " * (match.end() - match.start() - 1)
