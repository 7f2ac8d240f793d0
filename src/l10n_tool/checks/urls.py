"""``urls``: web and e-mail addresses in the text are those of the source."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from l10n_tool.checks.finding import Severity
from l10n_tool.checks.model import Check, Remark, Subject, by_form, missing_and_extra
from l10n_tool.facts.tokens import EMAIL, URL

__all__ = ["CHECK", "localised"]

_LINK_TARGET: Final = re.compile(r"\]\([^\s()]*(?:\([^\s()]*\)[^\s()]*)?|<(?:https?|ftp|mailto):[^\s<>]*>")
_TAIL: Final = ".,;:!?'*_~…\u200b\u200e\u200f\ufeff"
_PARTS: Final = re.compile(r"[./?&=#]+")


def _urls(subject: Subject) -> Iterable[Remark]:
    texts = subject.everything
    if "://" not in texts and "@" not in texts and "www." not in texts:
        return ()
    return by_form(subject, lambda source, text: _compare(source, text, subject))


def _compare(source: str, text: str, subject: Subject) -> list[Remark]:
    if subject.markdown:
        # link-targets compares the addresses of links.
        source, text = _LINK_TARGET.sub("]", source), _LINK_TARGET.sub("]", text)
    wanted, found = _addresses(source), _addresses(text)
    # Letters of the translation may touch an address where a script has no spaces, so it is looked for as it is.
    missing = [address for address in wanted if address not in text]
    extra = [address for address in found if not _begins_with(address, wanted)]
    return list(_remarks(missing, extra, subject))


def _remarks(missing: list[str], extra: list[str], subject: Subject) -> Iterator[Remark]:
    for old in list(missing):
        new = next((new for new in extra if localised(old, new, subject)), None)
        if new is not None:
            missing.remove(old)
            extra.remove(new)
            yield Remark(f"{old} became {new}", Severity.INFO)
    message = missing_and_extra(missing, extra)
    if message:
        yield Remark(message, Severity.ERROR if missing and extra else None)


def _begins_with(address: str, wanted: Iterable[str]) -> bool:
    return any((address.startswith(one) and not address[len(one) :][:1].isascii()) or address == one for one in wanted)


def _addresses(text: str) -> dict[str, None]:
    """Return the addresses of a text in order, without the punctuation that ends a sentence."""
    found = dict.fromkeys(_trimmed(match[0]) for match in URL.finditer(text)) if "://" in text or "www." in text else {}
    if "@" in text:
        found |= dict.fromkeys(match[0].rstrip(_TAIL) for match in EMAIL.finditer(text))
    found.pop("", None)
    return found


def _trimmed(address: str) -> str:
    # Each turn takes one character away, and an address opens as many brackets as it closes.
    closing = address.count(")") - address.count("(")
    end = len(address)
    while end and (address[end - 1] in _TAIL or address[end - 1] in "]}" or (address[end - 1] == ")" and closing > 0)):
        closing -= address[end - 1] == ")"
        end -= 1
    # What is left of "http://" alone names no place.
    return "" if address[:end].endswith(("//", "http", "https")) else address[:end]


def localised(old: str, new: str, subject: Subject) -> bool:
    """Whether two addresses differ only where one names the source language and the other the target's."""
    ours, theirs = _PARTS.split(old), _PARTS.split(new)
    codes = _codes(subject.locale)
    sources = _codes(subject.source_locale)
    if len(ours) == len(theirs):
        pairs = [pair for pair in zip(ours, theirs, strict=True) if pair[0] != pair[1]]
        return bool(pairs) and all(a.lower() in sources and b.lower() in codes for a, b in pairs)
    # A site may have the source language at its root: example.org/a and example.org/de/a.
    return [part for part in ours if part.lower() not in sources] == [p for p in theirs if p.lower() not in codes]


def _codes(locale: str) -> frozenset[str]:
    """Return the ways in which an address names a language: pt-br, pt_br, pt."""
    code = locale.split("@", maxsplit=1)[0].lower()
    return frozenset({code, code.replace("_", "-"), code.split("_")[0]})


CHECK: Final = Check(
    name="urls",
    severity=Severity.WARNING,
    summary="Web and e-mail addresses in the text are those of the source.",
    explanation=(
        "An address that is missing, or that the source lacks, is a warning; one that another replaced is an error, "
        "because readers are sent elsewhere. Copy it from the source. The same site in the reader's language "
        "(en.wikipedia.org and de.wikipedia.org, /en/ and /de/) is told as info only."
    ),
    of_entry=_urls,
)
