"""Blocks to segments, segments to a template."""

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

from l10n_tool.catalogue import Entry, format_catalogue, parse_catalogue
from l10n_tool.segments import Segment, segment_document, template_of
from l10n_tool.sources import source_of

Run = Callable[..., "CompletedProcess[bytes]"]


def _segments(**documents: str) -> list[Segment]:
    found: list[Segment] = []
    for name, text in documents.items():
        source = source_of("a.md")
        found += segment_document(source.read(f"source/{name}.md", text.encode()))
    return found


def test_every_block_is_a_segment_in_order() -> None:
    """With its kind, its section and its place."""
    assert _segments(a="# H\n\np\n\n- i\n") == [
        Segment("H", 0, "heading 1", "", "source/a.md"),
        Segment("p", 1, "paragraph", "H", "source/a.md"),
        Segment("i", 2, "list item", "H", "source/a.md"),
    ]


def test_putting_each_segment_back_gives_the_document(root: Path) -> None:
    """The sample message, byte for byte."""
    path = root / "source" / "campaign-message.md"
    source = source_of(path.name)
    document = source.read(path.name, path.read_bytes())

    texts = {segment.index: segment.text for segment in segment_document(document)}

    assert len(texts) == len(document.blocks)
    assert source.write(document, texts) == path.read_bytes()


def test_the_same_text_is_one_entry_with_two_references() -> None:
    """Identity is the text; kinds and sections are told once each, in order."""
    template = template_of(_segments(a="# H\n\np\n", b="# H\n\n- p\n\np\n"), {})

    assert list(template.messages) == [
        Entry("H", extracted=("type: heading 1",), references=("source/a.md", "source/b.md")),
        Entry(
            "p", extracted=("type: paragraph", "type: list item", "in: H"), references=("source/a.md", "source/b.md")
        ),
    ]


def test_a_context_parts_entries_of_the_same_text() -> None:
    """A short ambiguous text in two contexts is two messages."""
    segments = [Segment("May", 0, "paragraph", "", "a.md"), Segment("May", 1, "paragraph", "", "a.md", "month")]

    assert [entry.key for entry in template_of(segments, {}).messages] == [(None, "May"), ("month", "May")]


def test_the_same_segments_give_the_same_bytes() -> None:
    """Nothing in a template changes from run to run."""
    segments = _segments(a="# H\n\np\n", b="q\n")
    headers = {"Project-Id-Version": "x", "Content-Type": "text/plain; charset=UTF-8"}

    assert format_catalogue(template_of(segments, headers)) == format_catalogue(template_of(segments, headers))


def test_msgfmt_and_our_reader_take_the_template(msgfmt: Run, tmp_path: Path) -> None:
    """Also with names that hold spaces, which gettext marks by isolates."""
    segments = [
        Segment('A "quoted" \\ text', 0, "paragraph", "In a\tsection", "source/two words.md"),
        Segment("Hard\\\nbreak", 1, "list item", "", "source/a.md"),
    ]
    template = template_of(segments, {"Content-Type": "text/plain; charset=UTF-8", "Language": "en"})
    data = format_catalogue(template)
    (tmp_path / "messages.pot").write_bytes(data)

    compiled = msgfmt("-o", "/dev/null", tmp_path / "messages.pot")

    assert compiled.returncode == 0, compiled.stderr.decode()
    assert parse_catalogue(data).entries == template.entries
    assert template.entries[1].references == ("\u2068source/two words.md\u2069",)
