"""The checks by name, in the order in which they are explained."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from l10n_tool.checks import (
    completeness,
    control_characters,
    document_structure,
    end_punctuation,
    format_strings,
    header,
    markup,
    max_length,
    newlines,
    numbers,
    placeholders,
    plurals,
    provenance,
    sentences,
    syntax,
    urls,
)
from l10n_tool.checks.model import Check

__all__ = ["CHECKS"]

CHECKS: Final[Mapping[str, Check]] = MappingProxyType({
    "po-syntax": syntax.CHECK,
    "header": header.CHECK,
    "plural-header": plurals.HEADER,
    "plural-count": plurals.COUNT,
    "format-strings": format_strings.CHECK,
    "placeholders": placeholders.CHECK,
    "markup": markup.MARKUP,
    "link-targets": markup.LINK_TARGETS,
    "tags": markup.TAGS,
    "unsafe-markup": markup.UNSAFE,
    "document-structure": document_structure.CHECK,
    "urls": urls.CHECK,
    "numbers": numbers.CHECK,
    "end-punctuation": end_punctuation.CHECK,
    "missing-sentence": sentences.CHECK,
    "newlines": newlines.CHECK,
    "max-length": max_length.CHECK,
    "control-characters": control_characters.CHECK,
    "completeness": completeness.CHECK,
    "provenance": provenance.CHECK,
})  # fmt: skip
