"""``markup``, ``link-targets``, ``tags``, ``unsafe-markup``: what surrounds the words stays as it was written."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Final

from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, Remark, Subject, by_form, missing_and_extra
from l10n_tool.checks.urls import localised
from l10n_tool.facts.tokens import TAG
from l10n_tool.markup import skeleton
from l10n_tool.markup.elements import VOID

__all__ = ["LINK_TARGETS", "MARKUP", "TAGS", "UNSAFE"]

_TARGETS: Final = ("link to ", "image ")
_TIMES: Final = ("", "once", "twice")
#: Any of these may begin markup; a text without them has none.
_SIGNS: Final = re.compile(r"[*_`\[\]<>~!\\]|://")


def _markup(subject: Subject) -> Iterator[Remark]:
    if subject.markdown:
        yield from by_form(subject, _compare_markup)


def _compare_markup(source: str, text: str) -> list[Remark]:
    missing, extra = _difference(source, text, targets=False)
    message = missing_and_extra(_counted(missing), _counted(extra))
    return [Remark(message)] if message else []


def _link_targets(subject: Subject) -> Iterator[Remark]:
    if subject.markdown:
        yield from by_form(subject, lambda source, text: _compare_targets(source, text, subject))


def _compare_targets(source: str, text: str, subject: Subject) -> list[Remark]:
    missing, extra = _difference(source, text, targets=True)
    pairs = [(old, new) for old in missing for new in extra if localised(old, new, subject)]
    for old, new in pairs:
        missing.pop(old, None)
        extra.pop(new, None)
    remarks = [Remark(f"{old} became {new}", Severity.INFO) for old, new in pairs]
    message = missing_and_extra(_counted(missing), _counted(extra))
    return [*remarks, Remark(message)] if message else remarks


def _difference(source: str, text: str, *, targets: bool) -> tuple[Counter[str], Counter[str]]:
    if not _SIGNS.search(source) and not _SIGNS.search(text):
        return Counter(), Counter()
    one, other = (_part(skeleton(words), targets=targets) for words in (source, text))
    return one - other, other - one


def _part(whole: Mapping[str, int], *, targets: bool) -> Counter[str]:
    return Counter({item: count for item, count in whole.items() if item.startswith(_TARGETS) == targets})


def _counted(items: Mapping[str, int]) -> list[str]:
    return [f"{item} ({_times(count)})" if count > 1 else item for item, count in items.items()]


def _times(count: int) -> str:
    return _TIMES[count] if count < len(_TIMES) else f"{count} times"


def _tags(subject: Subject) -> Iterator[Remark]:
    if subject.html and not subject.markdown:
        yield from by_form(subject, _compare_html)
    elif not subject.markdown and "<" in subject.everything and any("<" in text for text in subject.sources):
        yield from by_form(subject, _compare_tags)


def _compare_html(source: str, text: str) -> list[Remark]:
    """Compare the tags of a page's text with all that stands in them; a page is not built with others."""
    wanted, found = Counter(_kept(source)), Counter(_kept(text))
    message = missing_and_extra(wanted - found, found - wanted)
    return [Remark(message, Severity.ERROR)] if message else []


def _kept(text: str) -> Iterator[str]:
    """Yield the tags of a page's text, and each element that must come back whole."""
    whole, start = "", 0
    for match in TAG.finditer(text):
        name = match[2].lower()
        if whole and match[1] and name == whole:
            yield text[start : match.end()]
            whole = ""
        elif not whole and not match[1] and (name == "code" or _NOT_TRANSLATED.search(match[3] or "")):
            whole, start = name, match.start()
        elif not whole:
            yield match[0]


_NOT_TRANSLATED: Final = re.compile(r"(?i)\stranslate\s?=\s?[\"']?no\b")


def _compare_tags(source: str, text: str) -> list[Remark]:
    wanted = _tag_names(source)
    if not wanted or not _well_formed(source):
        return []
    found = _tag_names(text)
    message = missing_and_extra(wanted - found, found - wanted)
    return [Remark(message)] if message else []


def _tag_names(text: str) -> Counter[str]:
    return Counter(f"<{match[1]}{match[2].lower()}>" for match in TAG.finditer(text))


def _well_formed(text: str) -> bool:
    """Whether each tag is closed in its place; <file> in a usage line is none, and says so by staying open."""
    open_tags: list[str] = []
    for match in TAG.finditer(text):
        name = match[2].lower()
        if match[1]:
            if not open_tags or open_tags.pop() != name:
                return False
        elif name not in VOID and not (match[3] or "").rstrip().endswith("/"):
            open_tags.append(name)
    return not open_tags


# OWASP, "Cross Site Scripting Prevention": what runs when a reader opens or clicks a page.
_UNSAFE: Final = {
    "a script link": re.compile(r"(?:java|vb|live)script:(?=\S)|\]\(\s*<?(?:java|vb|live)script:", re.IGNORECASE),
    "a data: link": re.compile(r"(?:\]\(\s*<?|[\"'=<]\s*|\]:\s*<?)data:(?=\S)", re.IGNORECASE),
    "a tag that runs or embeds": re.compile(
        r"<\s?/?(?:script|iframe|frame|object|embed|applet|base|meta|link|style|form|svg|math)\b",
        re.IGNORECASE,
    ),
    "a tag with an address": re.compile(
        r"<[A-Za-z][^<>]*?[\s/\"'](?:href|src|srcset|action|formaction|poster|background)\s?=", re.IGNORECASE
    ),
    "an event handler": re.compile(r"<[A-Za-z][^<>]*?[\s/\"'](on[a-z]{3,20})\s?=", re.IGNORECASE),
}
_IGNORED: Final = re.compile("[\x00-\x08\x0b-\x1f\u00ad\u200b-\u200f\u2060\ufeff]")
_INSIDE_SCHEME: Final = re.compile(
    r"(?i)\b(j\s?a\s?v\s?a|v\s?b)[\t\n]*(s[\t\n]*c[\t\n]*r[\t\n]*i[\t\n]*p[\t\n]*t[\t\n]*:)"
)


def _unsafe(subject: Subject) -> Iterator[Remark]:
    allowed: Counter[str] | None = None
    for form, text in enumerate(subject.entry.msgstr):
        found = _dangers(text)
        if not found:
            continue
        if allowed is None:
            allowed = max((_dangers(source) for source in subject.sources), key=Counter.total)
        added = found - allowed
        if added:
            yield Remark(f"{', '.join(added)} that the source lacks", form=form)


def _dangers(text: str) -> Counter[str]:
    """Count what is dangerous in a text, as a browser reads it: entities undone, invisible characters left out."""
    if "<" not in text and ":" not in text and "&" not in text:
        return _NOTHING
    seen = _IGNORED.sub("", unescape(text) if "&" in text else text)
    seen = _INSIDE_SCHEME.sub(lambda match: "".join(match[0].split()), seen)
    found = {what: len(places) for what, pattern in _UNSAFE.items() if (places := pattern.findall(seen))}
    return Counter(found) if found else _NOTHING


_NOTHING: Final[Counter[str]] = Counter()


MARKUP: Final = Check(
    name="markup",
    severity=Severity.ERROR,
    summary="Emphasis, code, tags, footnotes and line breaks of a Markdown text are kept.",
    explanation=(
        "A Markdown text holds bold, emphasis, code, HTML tags, footnotes and hard line breaks besides its words. The "
        "translation needs the same ones, as often, in any order: otherwise the structure of the document changes. "
        "Put in what is missing, and take away what is too much; a * or _ that is meant as itself is written \\* or "
        "\\_."
    ),
    of_entry=_markup,
)

LINK_TARGETS: Final = Check(
    name="link-targets",
    severity=Severity.ERROR,
    summary="The links and images of a Markdown text lead where the source's lead.",
    explanation=(
        "Translate what stands in [ ], never what stands in ( ): a changed address sends readers elsewhere. The same "
        "site in the reader's language (en.wikipedia.org and de.wikipedia.org, /en/ and /de/) is told as info only."
    ),
    of_entry=_link_targets,
)

TAGS: Final = Check(
    name="tags",
    severity=Severity.WARNING,
    summary="The tags of a text with HTML or XML are kept.",
    explanation=(
        "Where the source has well-formed tags such as `<b>…</b>` or `<a href=…>…</a>`, the translation needs the same "
        "ones, by name and as often. Put each tag around the words that stand for the source's. A word in angle "
        "brackets that is no tag, as in a usage line, is not looked at. In a text of an HTML page the attributes and "
        'the content of `<code>` and of `translate="no"` count too, and a difference is an error.'
    ),
    of_entry=_tags,
)

UNSAFE: Final = Check(
    name="unsafe-markup",
    severity=Severity.ERROR,
    summary=(
        "The translation brings in no script, event handler, frame, tag with an address, or javascript: or data: link."
    ),
    explanation=(
        "A translation is text from outside: a script tag, an on… attribute, a frame, or a link to javascript: or "
        "data: that the source lacks would run in the reader's browser, and a link or picture that it lacks would "
        "lead or call elsewhere. Take it away, and ask who wrote it."
    ),
    of_entry=_unsafe,
)
