"""Every example of the CommonMark specification, kept byte for byte and written anew."""

import json
import re
from pathlib import Path
from typing import Final

import pyromark
import pytest

from l10n_tool.document import Document
from l10n_tool.errors import FileError
from l10n_tool.markup import OPTIONS
from l10n_tool.sources._markdown_writer import rebuild
from l10n_tool.sources.markdown import MarkdownSource

SOURCE: Final = MarkdownSource()
DATA: Final = Path(__file__).parents[1] / "data" / "commonmark"
EXAMPLES: Final[list[dict[str, object]]] = json.loads((DATA / "examples.json").read_text(encoding="utf-8"))
EXCEPTIONS: Final[dict[str, str]] = json.loads((DATA / "exceptions.json").read_text(encoding="utf-8"))
#: The share of the examples that must be kept, in both ways.
_REQUIRED: Final = 0.995


def _texts(document: Document) -> dict[int, str]:
    return {index: block.text for index, block in enumerate(document.blocks)}


def _keeps_its_bytes(markdown: str) -> bool:
    try:
        document = SOURCE.read("a.md", markdown.encode())
    except FileError:
        return False
    return SOURCE.write(document, {}) == SOURCE.write(document, _texts(document)) == markdown.encode()


def _renders_the_same(markdown: str) -> bool:
    """Whether all texts, written anew in place of themselves, make the same page."""
    try:
        document = SOURCE.read("a.md", markdown.encode())
        data = rebuild(document, _texts(document))
    except FileError:
        return False
    return _html(data.decode()) == _html(markdown)


def _html(markdown: str) -> str:
    """The HTML with one space for any white space where HTML makes no difference, which is outside of pre."""
    parts = re.split(r"(<pre\b.*?</pre>)", pyromark.html(markdown, options=OPTIONS), flags=re.DOTALL)
    return "".join(part if part.startswith("<pre") else re.sub(r"\s+", " ", part) for part in parts)


def test_all_the_examples_are_there() -> None:
    """The specification numbers them without a gap."""
    assert [example["example"] for example in EXAMPLES] == list(range(1, 653))


@pytest.mark.parametrize("keeps", [_keeps_its_bytes, _renders_the_same], ids=["identity", "rebuild"])
def test_enough_of_the_examples_are_kept(keeps: object) -> None:
    """Half a percent is the most that may be lost, whatever the reasons."""
    assert callable(keeps)
    kept = sum(bool(keeps(example["markdown"])) for example in EXAMPLES)

    assert kept / len(EXAMPLES) >= _REQUIRED


def test_every_example_that_is_not_kept_is_listed_with_the_reason() -> None:
    """And none that is kept: the list is exact."""
    lost = {
        str(example["example"])
        for example in EXAMPLES
        if not (_keeps_its_bytes(str(example["markdown"])) and _renders_the_same(str(example["markdown"])))
    }

    assert lost == set(EXCEPTIONS)
    assert all(EXCEPTIONS.values())


def test_writing_anew_twice_is_writing_anew_once() -> None:
    """Escapes do not pile up: what was written once is written the same again."""
    for example in EXAMPLES:
        if str(example["example"]) in EXCEPTIONS:
            continue
        document = SOURCE.read("a.md", str(example["markdown"]).encode())
        once = SOURCE.read("a.md", rebuild(document, _texts(document)))

        assert rebuild(once, _texts(once)) == once.data, example["example"]
