"""A project whose entries are sentences, and one that switches."""

from pathlib import Path

import pytest

from l10n_tool.catalogue import Entry, format_catalogue, parse_catalogue
from l10n_tool.provenance import State, state
from running import Cli

MESSAGE = """# A card for every child

We ask for two things. A library card costs nothing! Will you help?

> Dr. Example reads **every day. She never stops.** Nor do we.

The team\\
The library
"""
SETTINGS = 'locales = ["de", "ja"]\nsources = ["source/*.md"]\nsegmentation = "{}"\n'
SENTENCES = [
    "A card for every child",
    "We ask for two things.",
    "A library card costs nothing!",
    "Will you help?",
    "Dr. Example reads **every day. She never stops.**",
    "Nor do we.",
    "The team",
    "The library",
]
GERMAN = {
    "We ask for two things. A library card costs nothing! Will you help?": (
        "Wir bitten um zwei Dinge. Ein Ausweis kostet nichts! Helfen Sie?"
    ),
    "A card for every child": "Ein Ausweis für jedes Kind",
}


@pytest.fixture
def project(tmp_path: Path, cli: Cli) -> Path:
    """Return a project of one message, with entries by the sentence."""
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "message.md").write_text(MESSAGE, encoding="utf-8")
    _switch(tmp_path, "sentence")
    return tmp_path


def _switch(root: Path, mode: str) -> None:
    (root / "l10n-tool.toml").write_text(SETTINGS.format(mode), encoding="utf-8")


def _po(root: Path, locale: str) -> Path:
    return root / "locales" / locale / "LC_MESSAGES" / "messages.po"


def _entries(root: Path, locale: str) -> list[Entry]:
    return list(parse_catalogue(_po(root, locale).read_bytes(), "messages.po").messages)


def _translate(root: Path, locale: str, texts: dict[str, str]) -> None:
    path = _po(root, locale)
    catalogue = parse_catalogue(path.read_bytes(), path.name)
    changed = {e.key: e.replace(msgstr=(texts[e.msgid],)) for e in catalogue.messages if e.msgid in texts}
    path.write_bytes(format_catalogue(catalogue.map(changed)))


def test_each_sentence_is_an_entry(project: Path, cli: Cli) -> None:
    """An abbreviation ends none, a pair of marks is not torn, and lines of a signature are entries."""
    cli(project, "extract")

    template = parse_catalogue((project / "locales" / "messages.pot").read_bytes(), "messages.pot")

    assert [entry.msgid for entry in template.messages] == SENTENCES


@pytest.mark.parametrize(
    ("locale", "end", "expected"),
    [
        ("de", " x", "We ask for two things. x A library card costs nothing! x Will you help? x"),
        ("ja", "。", "We ask for two things.。A library card costs nothing!。Will you help?。"),
    ],
)
def test_sentences_are_joined_as_the_language_joins_them(
    locale: str, end: str, expected: str, project: Path, cli: Cli
) -> None:
    """With a space, or with none; line breaks stay."""
    cli(project, "extract")
    cli(project, "init", locale)
    _translate(project, locale, {text: text + end for text in SENTENCES})

    result = cli(project, "build", locale)

    written = (project / "build" / locale / "message.md").read_text(encoding="utf-8")
    assert result.exit_code == 0, result.output
    assert expected in written
    assert f"The team{end}\\\nThe library{end}\n" in written


@pytest.mark.parametrize("locale", ["de", "ja"])
def test_sentences_translated_by_themselves_give_the_source(locale: str, project: Path, cli: Cli) -> None:
    """Byte for byte, also in a language that joins in another way."""
    cli(project, "extract")
    cli(project, "init", locale)
    _translate(project, locale, {text: text for text in SENTENCES})

    cli(project, "build", locale)

    assert (project / "build" / locale / "message.md").read_text(encoding="utf-8") == MESSAGE


def test_a_block_without_one_of_its_sentences_is_not_published(project: Path, cli: Cli) -> None:
    """It is held back, and the sentence that is missing is named, no other."""
    cli(project, "extract")
    cli(project, "init", "de")
    _translate(project, "de", {text: f"{text} x" for text in SENTENCES if text != "Will you help?"})

    held = cli(project, "build", "de")
    cli(project, "build", "de", "--incomplete", "source")

    assert held.exit_code == 1
    assert held.stdout.count("untranslated") == 2
    assert "Will you help?" in held.stdout
    written = (project / "build" / "de" / "message.md").read_text(encoding="utf-8")
    assert "\nWe ask for two things. A library card costs nothing! Will you help?\n" in written


def test_a_switch_carries_translations_over_and_back(project: Path, cli: Cli) -> None:
    """Where sentences align one to one; the way back gives the blocks as they were, approvals and all."""
    _switch(project, "block")
    cli(project, "extract")
    cli(project, "init", "de", "ja")
    _translate(project, "de", GERMAN)
    cli(project, "approve", "de", "--by", "de-reviewer", "--all")
    before = _po(project, "de").read_bytes()

    _switch(project, "sentence")
    cli(project, "extract")
    cli(project, "update")
    there = {entry.msgid: (entry.msgstr[0], state(entry)) for entry in _entries(project, "de")}
    _switch(project, "block")
    cli(project, "extract")
    cli(project, "update")

    assert there["Will you help?"] == ("Helfen Sie?", State.TRANSLATED)
    assert there["A card for every child"] == ("Ein Ausweis für jedes Kind", State.APPROVED)
    assert there["The team"] == ("", State.UNTRANSLATED)
    assert {e.key: e for e in _entries(project, "de")} == {
        e.key: e for e in parse_catalogue(before, "messages.po").messages
    }


def test_a_draft_that_is_carried_over_is_a_draft(project: Path, cli: Cli) -> None:
    """Nobody has read it yet."""
    _switch(project, "block")
    cli(project, "extract")
    cli(project, "init", "de")
    cli(project, "draft", "de", "--engine", "pseudo")
    _switch(project, "sentence")
    cli(project, "extract")

    cli(project, "update", "de")

    found = {state(entry) for entry in _entries(project, "de") if entry.msgstr[0]}
    assert State.DRAFT in found
    assert found <= {State.DRAFT, State.STALE}
    assert cli(project, "build", "de").exit_code == 1


def test_an_update_after_a_switch_changes_nothing_twice(project: Path, cli: Cli) -> None:
    """No noise."""
    _switch(project, "block")
    cli(project, "extract")
    cli(project, "init", "de", "ja")
    _translate(project, "de", GERMAN)
    _switch(project, "sentence")
    cli(project, "extract")
    cli(project, "update")

    again = cli(project, "update", "--check")

    assert again.exit_code == 0, again.stdout


def test_a_group_may_have_its_own_segmentation(project: Path, cli: Cli) -> None:
    """Sentences for one, blocks for the other."""
    settings = (
        'locales = ["de"]\nsegmentation = "sentence"\n'
        'sources = ["source/*.md", { files = ["notes/*.md"], segmentation = "block", domain = "notes" }]\n'
    )
    (project / "l10n-tool.toml").write_text(settings, encoding="utf-8")
    (project / "notes").mkdir()
    (project / "notes" / "a.md").write_text("One. Two.\n", encoding="utf-8")

    cli(project, "extract")

    template = parse_catalogue((project / "locales" / "notes.pot").read_bytes(), "notes.pot")
    assert [entry.msgid for entry in template.messages] == ["One. Two."]


def test_spaces_that_the_target_has_not_are_kept_where_nothing_is_translated(tmp_path: Path, cli: Cli) -> None:
    """A Chinese source with a space between its sentences: Japanese would join them without."""
    text = "我们读书。 我们去图书馆。\n"
    (tmp_path / "source").mkdir()
    (tmp_path / "l10n-tool.toml").write_text(
        'source-locale = "zh"\nlocales = ["ja"]\nsegmentation = "sentence"\nsources = ["source/*.md"]\n'
    )
    (tmp_path / "source" / "message.md").write_text(text, encoding="utf-8")
    cli(tmp_path, "extract")
    cli(tmp_path, "init", "ja")
    _translate(tmp_path, "ja", {sentence: sentence for sentence in text.split()})

    cli(tmp_path, "build")

    assert (tmp_path / "build" / "ja" / "message.md").read_text(encoding="utf-8") == text


def test_a_block_that_does_not_align_is_kept(project: Path, cli: Cli) -> None:
    """One sentence of it may borrow its text as stale; the block's own entry stays, to come back as it was."""
    whole = "We ask for two things that every library in the country can give. Thanks."
    (project / "source" / "message.md").write_text(f"{whole}\n", encoding="utf-8")
    _switch(project, "block")
    cli(project, "extract")
    cli(project, "init", "de", "ja")
    _translate(project, "de", {whole: "Wir bitten um zwei Dinge, die jede Bibliothek geben kann, und danken."})
    _switch(project, "sentence")
    cli(project, "extract")

    cli(project, "update")

    catalogue = parse_catalogue(_po(project, "de").read_bytes(), "messages.po")
    assert [entry.msgid for entry in catalogue.obsolete] == [whole]
    assert {state(entry) for entry in catalogue.messages} <= {State.STALE, State.UNTRANSLATED}
