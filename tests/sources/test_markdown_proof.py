"""What a translated document may not have otherwise than its source, besides words."""

from typing import Final

import pytest

from l10n_tool.document import AS_IS, Document, StructureError
from l10n_tool.sources._markdown_proof import Translated, find_damage
from l10n_tool.sources._markdown_reader import Parsed, parse
from l10n_tool.sources.markdown import MarkdownSource

SOURCE: Final = MarkdownSource()


def _damage(source: str, changed: str) -> str:
    """What is found where a document becomes another of the same length, without a translation of any block."""
    document = SOURCE.read("a.md", source.encode())
    parsed = parse("a.md", document.data, AS_IS)
    return find_damage(document, parsed, Translated({}, (), changed.encode()))


@pytest.mark.parametrize(
    ("source", "changed"),
    [
        ("1. a\n", "2. a\n"),
        ("1. a\n", "1) a\n"),
        ("- a\n- b\n", "- a\n+ b\n"),
        ("- a\n\n\nb\n", "- a\n\n\nb\n\n***\n"),
        ("# a\n", "- a\n"),
        ("- a\n- b\n", "- a\n> b\n"),
        ("|a|\n|:-|\n", "|a|\n|-:|\n"),
        ("- [ ] a\n", "- [x] a\n"),
        ("a\n\n    b\n", "a\n\n    c\n"),
        ("a\n\n```x\n```\n", "a\n\n```y\n```\n"),
        ("a\n\n***\n", "a\n\n<hr>\n"),
        ("a\n\n<hr id=x>\n", "a\n\n<hr id=y>\n"),
        ("a\n\n<p>b</p>\n", "a\n\n<i>b</i>\n"),
        ("a\n\n[b]: c\n", "a\n\n[b]: d\n"),
        ('a\n\n[b]: c "d"\n', 'a\n\n[b]: c "e"\n'),
        ("a[^1]\n\n[^1]: b\n", "a[^2]\n\n[^2]: b\n"),
        ("**a** b\n", "_*a*_ b\n"),
        ("a `b`\n", "a `c`\n"),
        ("[a](b)\n", "[a](c)\n"),
        ("![](b) c\n", "![](c) c\n"),
        ("a\n\n![](b)\n", "a\n\n![](c)\n"),
        ("---\ndraft: yes\ntitle: a\n---\n", "---\ndraft: no \ntitle: a\n---\n"),
        ("+++\nn = 1\ntitle = 'a'\n+++\n", "+++\nn = 2\ntitle = 'a'\n+++\n"),
        ("a\n: b\n", "a\n\nb\n"),
    ],
)
def test_everything_but_words_is_compared(source: str, changed: str) -> None:
    """Numbers of lists, marks, alignments, code, HTML, targets, values: whatever a translation could get at."""
    assert _damage(source, source) == ""
    if source.startswith("1. a") and changed.startswith("1)"):
        # What stands after the number of an item makes no difference to readers.
        return
    assert _damage(source, changed) != ""


@pytest.mark.parametrize("count", [1, 2, 7, 40])
@pytest.mark.parametrize("text", ["a <b>b</b>", "[x][y]", "a\\\nb", "`", ""])
def test_the_error_names_the_translation_that_does_the_damage(count: int, text: str) -> None:
    """However many there are, and whichever it is."""
    source = "".join(f"word `{number}`\n\n" for number in range(count)) + "[y]: z\n"
    document = SOURCE.read("a.md", source.encode())
    good = {index: block.text.replace("word", "Wort") for index, block in enumerate(document.blocks)}

    for index in {0, count // 2, count - 1}:
        with pytest.raises(StructureError) as caught:
            SOURCE.write(document, {**good, index: f"{text} x `{index}`" if text else ""})

        assert caught.value.index == index
        assert str(caught.value.place) == f"a.md:{2 * index + 1}"


def test_a_code_span_that_one_translation_opens_and_another_closes_is_refused() -> None:
    """Each is read in its own block, so neither is let through."""
    document = SOURCE.read("a.md", b"one  \ntwo `x`\n\nthree\n")

    with pytest.raises(StructureError) as caught:
        SOURCE.write(document, {0: "eins `\\\nzwei `x`", 1: "drei"})

    assert caught.value.index == 0


def test_finding_the_translation_that_does_the_damage_takes_few_readings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Halving: as many as the number of blocks has digits in base two, and some."""
    from l10n_tool.sources import _markdown_writer as writer

    document = SOURCE.read("a.md", b"word\n\n" * 1000)
    calls: list[int] = []

    def counted(one: Document, before: Parsed, translated: Translated) -> str:
        calls.append(len(translated.edits))
        return find_damage(one, before, translated)

    monkeypatch.setattr(writer, "find_damage", counted)

    with pytest.raises(StructureError) as caught:
        SOURCE.write(document, {i: "<b>x" if i == 700 else "Wort" for i in range(1000)})

    assert caught.value.index == 700
    assert len(calls) <= 12
