"""Other people's tools on our catalogues: each takes them, and our states are right afterwards.

A draft stays a draft whatever a tool does to flags, folds and comments; only a person's edit or approval makes it
publishable. An approval stands where source and text are what was approved, and nowhere else.
"""

import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Final

import polib
import pytest

from l10n_tool.catalogue import Catalogue, Entry, Previous, format_catalogue, merge_catalogue, parse_catalogue
from l10n_tool.catalogue.tidy import tidy_catalogue
from l10n_tool.gate import may_publish
from l10n_tool.provenance import State, approve, state, with_draft
from running import REPOSITORY

DAY: Final = date(2026, 11, 22)
#: As long as a name can be, so that the draft line is wrapped.
ENGINE: Final = "libretranslate/a-model-with-a-long-name-2026-11-22-q4-k-m"
SAMPLES: Final = sorted((REPOSITORY / "locales").glob("*/LC_MESSAGES/messages.po"))

FIELDS: Final = """\
Project-Id-Version: open-shelves 1
Report-Msgid-Bugs-To:
POT-Creation-Date: 2026-01-02 03:04+0000
PO-Revision-Date: 2026-01-02 03:04+0000
Last-Translator: Ann <ann@example.org>
Language-Team: French
Language: fr
MIME-Version: 1.0
Content-Type: text/plain; charset=UTF-8
Content-Transfer-Encoding: 8bit
Plural-Forms: nplurals=2; plural=n > 1;
X-Own: kept
"""
HEADER: Final = Entry("", (FIELDS,), comments=("French, by hand and by machine.",))
LONG: Final = "We thank everyone who signed the letter, and all who could not come because of the rain. " * 2
LONG_COMMENT: Final = (
    "A comment that is longer than any tool likes to leave on one line, and so it will be wrapped. " * 2
)


def _draft(entry: Entry, *forms: str) -> Entry:
    return with_draft(entry, forms, ENGINE, DAY)


def _approved(entry: Entry) -> Entry:
    return approve(entry, "fr-reviewer", DAY)


#: Every kind of entry, by what it is.
ENTRIES: Final[Mapping[str, Entry]] = {
    "draft": _draft(Entry("Draft me", extracted=("type: title",), references=("a.md", "b.md")), "Brouillon a relire"),
    "long draft": _draft(
        Entry(LONG.strip(), comments=(LONG_COMMENT.strip(), "", "  l10n is hard")),
        "Nous remercions toutes celles et ceux qui ont signé la lettre, et les autres."[:70] * 3,
    ),
    "plural draft": _draft(Entry("{n} book", ("", ""), msgid_plural="{n} books"), "{n} livre", "{n} livres"),
    "draft in context": _draft(Entry("Open", msgctxt="verb"), "Ouvrir"),
    "draft that a tool cleared": _draft(Entry("Cleared by a tool"), "Effacé par un outil").with_fuzzy(False),
    "draft that a person edited": _draft(Entry("Edited by a person"), "Edité par une machine")
    .with_fuzzy(False)
    .replace(msgstr=("Édité par une personne",)),
    "draft of an older source": _draft(Entry("The source as it was"), "La source d'avant").replace(
        msgid="The source as it is", previous=Previous("The source as it was")
    ),
    "approved draft": _approved(_draft(Entry("Approved draft"), "Brouillon approuvé")),
    "approved": _approved(Entry("A letter", ("Une lettre",), references=("a.md", "b.md"))),
    "approved in context": _approved(Entry("May", ("mai",), msgctxt="month")),
    "approved plural": _approved(Entry("{n} card", ("{n} carte", "{n} cartes"), msgid_plural="{n} cards")),
    "approved before an edit": _approved(Entry("Rain", ("Pluie",))).replace(msgstr=("La pluie",)),
    "approved and fuzzy": _approved(Entry("Sunday", ("Dimanche",))).with_fuzzy(True),
    "translated": Entry("Bring a book.", ("Apportez un livre.",)),
    "translated, flagged": Entry("100% wool", ("100 % laine",), flags=("no-c-format", "own-flag")),
    "stale": Entry("Come at nine.", ("Venez à huit heures.",), flags=("fuzzy",), previous=Previous("Come at eight.")),
    "untranslated": Entry("Nothing yet"),
    "approved, obsolete": _approved(Entry("Gone", ("Parti",))).replace(obsolete=True),
    "draft, obsolete": _draft(Entry("A draft that is gone"), "Brouillon parti").replace(
        obsolete=True, previous=Previous("A draft that was going")
    ),
}
NAMES: Final = {entry.msgid: name for name, entry in ENTRIES.items()}
STATES: Final = {
    "draft": State.DRAFT,
    "long draft": State.DRAFT,
    "plural draft": State.DRAFT,
    "draft in context": State.DRAFT,
    "draft that a tool cleared": State.DRAFT,
    "draft that a person edited": State.TRANSLATED,
    "draft of an older source": State.STALE,
    "approved draft": State.APPROVED,
    "approved": State.APPROVED,
    "approved in context": State.APPROVED,
    "approved plural": State.APPROVED,
    "approved before an edit": State.TRANSLATED,
    "approved and fuzzy": State.STALE,
    "translated": State.TRANSLATED,
    "translated, flagged": State.TRANSLATED,
    "stale": State.STALE,
    "untranslated": State.UNTRANSLATED,
    "approved, obsolete": State.APPROVED,
    "draft, obsolete": State.DRAFT,
}
CATALOGUE: Final = Catalogue((HEADER, *ENTRIES.values()), tail="\n# The end of the file.\n")
#: What a machine wrote and nobody approved, by its first form.
MACHINE: Final = frozenset(
    ENTRIES[name].msgstr[0]
    for name, found in STATES.items()
    if found is State.DRAFT or name == "draft of an older source"
)
APPROVED: Final = frozenset(
    (entry.msgctxt, entry.msgid, entry.msgstr)
    for name, entry in ENTRIES.items()
    if STATES[name] is State.APPROVED or name == "approved and fuzzy"
)
DRAFTS: Final = frozenset(name for name, found in STATES.items() if found is State.DRAFT)

#: Takes the catalogue and a template of the same sources, and writes the former anew.
Tool = Callable[[Path, Path], None]


def _gettext(program: str, *options: str) -> Tool:
    def run(po: Path, pot: Path) -> None:
        subprocess.run([program, *options, "-o", po, po], check=True, capture_output=True)

    return run


def _msgmerge(*options: str) -> Tool:
    def run(po: Path, pot: Path) -> None:
        command = ["msgmerge", "--quiet", "--update", "--backup=off", *options, str(po), str(pot)]
        subprocess.run(command, check=True, capture_output=True)

    return run


def _babel(po: Path, pot: Path) -> None:
    from babel.messages.pofile import read_po, write_po

    data = BytesIO()
    write_po(data, read_po(BytesIO(po.read_bytes())), include_previous=True)
    po.write_bytes(data.getvalue())


def _babel_update(po: Path, pot: Path) -> None:
    from babel.messages.pofile import read_po, write_po

    catalogue, data = read_po(BytesIO(po.read_bytes())), BytesIO()
    catalogue.update(read_po(BytesIO(pot.read_bytes())))
    write_po(data, catalogue)
    po.write_bytes(data.getvalue())


def _polib(po: Path, pot: Path) -> None:
    polib.pofile(str(po)).save(newline="\n")


def _polib_merge(po: Path, pot: Path) -> None:
    catalogue = polib.pofile(str(po))
    catalogue.merge(polib.pofile(str(pot)))
    catalogue.save(newline="\n")


def _toolkit(po: Path, pot: Path) -> None:
    from translate.storage import pypo

    po.write_bytes(bytes(pypo.pofile(BytesIO(po.read_bytes()))))


def _pot2po(po: Path, pot: Path) -> None:
    from translate.convert import pot2po

    data = BytesIO()
    pot2po.convertpot(BytesIO(pot.read_bytes()), data, BytesIO(po.read_bytes()))
    po.write_bytes(data.getvalue())


def _xliff_and_back(po: Path, pot: Path) -> None:
    from translate.convert import po2xliff, xliff2po

    xliff, data = BytesIO(), BytesIO()
    po2xliff.convertpo(BytesIO(po.read_bytes()), xliff, None)
    xliff2po.convertxliff(BytesIO(xliff.getvalue()), data, None)
    po.write_bytes(data.getvalue())


def _ours(po: Path, pot: Path) -> None:
    merged = merge_catalogue(parse_catalogue(po.read_bytes()), parse_catalogue(pot.read_bytes()))
    po.write_bytes(format_catalogue(merged.catalogue))


def _tidy(po: Path, pot: Path) -> None:
    po.write_bytes(format_catalogue(tidy_catalogue(parse_catalogue(po.read_bytes())).catalogue))


@dataclass(frozen=True)
class Expected:
    """What a tool does to our entries: which it takes out, and which states it rightly changes."""

    gone: frozenset[str] = frozenset()
    states: Mapping[str, State] = field(default_factory=dict)


KEEPS_ALL: Final = Expected()
_OBSOLETE: Final = frozenset({"approved, obsolete", "draft, obsolete"})
_FUZZY: Final = frozenset(name for name, entry in ENTRIES.items() if entry.fuzzy)
# Whoever clears the flag says that the text is right, but a draft needs more than that.
_CLEARED: Final = Expected(
    states={
        "draft of an older source": State.DRAFT,
        "stale": State.TRANSLATED,
        "approved and fuzzy": State.APPROVED,
    }
)
_MARKED: Final = Expected(
    states={name: State.STALE for name, found in STATES.items() if found in {State.APPROVED, State.TRANSLATED}}
)

TOOLS: Final[Mapping[str, tuple[Tool, Expected]]] = {
    "msgmerge": (_msgmerge(), KEEPS_ALL),
    "msgmerge --previous": (_msgmerge("--previous"), KEEPS_ALL),
    "msgmerge --no-wrap": (_msgmerge("--no-wrap"), KEEPS_ALL),
    "msgcat": (_gettext("msgcat"), KEEPS_ALL),
    "msgcat --no-wrap": (_gettext("msgcat", "--no-wrap"), KEEPS_ALL),
    "msgcat --width=20": (_gettext("msgcat", "--width=20"), KEEPS_ALL),
    "msgcat --sort-output": (_gettext("msgcat", "--sort-output"), KEEPS_ALL),
    "msguniq": (_gettext("msguniq"), KEEPS_ALL),
    "msgconv": (_gettext("msgconv", "--to-code=ISO-8859-1"), KEEPS_ALL),
    "msgattrib --clear-fuzzy": (_gettext("msgattrib", "--clear-fuzzy"), _CLEARED),
    "msgattrib --clear-fuzzy --clear-previous": (_gettext("msgattrib", "--clear-fuzzy", "--clear-previous"), _CLEARED),
    "msgattrib --set-fuzzy": (_gettext("msgattrib", "--set-fuzzy"), _MARKED),
    "msgattrib --no-obsolete": (_gettext("msgattrib", "--no-obsolete"), Expected(_OBSOLETE)),
    "msgattrib --translated": (_gettext("msgattrib", "--translated"), Expected(frozenset({"untranslated"}))),
    "msgattrib --no-fuzzy": (_gettext("msgattrib", "--no-fuzzy"), Expected(_FUZZY)),
    "msgattrib --set-obsolete": (_gettext("msgattrib", "--set-obsolete"), Expected(frozenset({"untranslated"}))),
    "msgattrib --clear-obsolete": (_gettext("msgattrib", "--clear-obsolete"), KEEPS_ALL),
    # It puts the source where there is no text, as somebody who writes English would.
    "msgen": (_gettext("msgen"), Expected(states={"untranslated": State.TRANSLATED})),
    "Babel": (_babel, KEEPS_ALL),
    "Babel's update": (_babel_update, KEEPS_ALL),
    "polib": (_polib, KEEPS_ALL),
    "polib's merge": (_polib_merge, KEEPS_ALL),
    "toolkit": (_toolkit, KEEPS_ALL),
    "pot2po": (_pot2po, KEEPS_ALL),
    # It loses the context, and drafts and approvals are of a text in its context.
    "po2xliff and xliff2po": (
        _xliff_and_back,
        Expected(states={"approved in context": State.TRANSLATED, "draft in context": State.STALE}),
    ),
    "update": (_ours, KEEPS_ALL),
    "tidy": (_tidy, KEEPS_ALL),
}
#: Those that bring the sources of a template in.
MERGES: Final = ("msgmerge", "msgmerge --previous", "Babel's update", "polib's merge", "pot2po", "update")

pytestmark = pytest.mark.usefixtures("msgmerge")


def _template(catalogue: Catalogue, changed: Callable[[str], str] = str) -> Catalogue:
    """Return a template of the same sources, or of what became of them."""
    entries = [
        Entry(
            changed(entry.msgid),
            ("",) * len(entry.msgstr),
            entry.msgctxt,
            entry.msgid_plural,
            extracted=entry.extracted,
            references=entry.references,
            flags=tuple(flag for flag in entry.flags if flag != "fuzzy"),
        )
        for entry in catalogue.messages
    ]
    header = catalogue.header
    assert header is not None
    return Catalogue((header.replace(comments=()), *entries))


def _run(tool: str, catalogue: Catalogue, folder: Path, changed: Callable[[str], str] = str) -> Catalogue:
    """Let a tool have a catalogue, and read what it leaves."""
    po, pot = folder / "fr.po", folder / "messages.pot"
    po.write_bytes(format_catalogue(catalogue))
    pot.write_bytes(format_catalogue(_template(catalogue, changed)))

    TOOLS[tool][0](po, pot)

    return parse_catalogue(po.read_bytes(), tool)


def _states(catalogue: Catalogue) -> dict[str, State]:
    return {NAMES[entry.msgid]: state(entry) for entry in catalogue.entries if not entry.is_header}


def _wrongly_published(catalogue: Catalogue) -> list[Entry]:
    """Return the entries that may be published although a machine wrote them and nobody approved them."""
    return [entry for entry in catalogue.entries if may_publish(entry) and entry.msgstr[0] in MACHINE]


def _wrongly_approved(catalogue: Catalogue) -> list[Entry]:
    return [
        entry
        for entry in catalogue.entries
        if state(entry) is State.APPROVED and (entry.msgctxt, entry.msgid, entry.msgstr) not in APPROVED
    ]


def test_the_entries_are_what_they_are_called() -> None:
    """Before any tool had them, and read from their bytes."""
    assert _states(CATALOGUE) == STATES
    assert parse_catalogue(format_catalogue(CATALOGUE)).entries == CATALOGUE.entries


@pytest.mark.parametrize("tool", TOOLS)
def test_a_tool_takes_our_catalogue_and_our_states_are_right_afterwards(tool: str, tmp_path: Path) -> None:
    """Every kind of entry, through every tool."""
    expected = TOOLS[tool][1]

    after = _run(tool, CATALOGUE, tmp_path)

    states = {**STATES, **expected.states}
    assert _states(after) == {name: found for name, found in states.items() if name not in expected.gone}
    assert _wrongly_published(after) == []
    assert _wrongly_approved(after) == []


@pytest.mark.parametrize("tool", [name for name, (_, expected) in TOOLS.items() if expected == KEEPS_ALL])
def test_the_states_of_the_sample_survive_a_tool(tool: str, tmp_path: Path) -> None:
    """Real catalogues, in eight languages."""
    assert len(SAMPLES) == 8
    for path in SAMPLES:
        before = parse_catalogue(path.read_bytes(), path.name)
        if tool == "msgconv":
            before = replace(before, entries=tuple(entry for entry in before.entries if _in_latin_1(entry)))

        after = _run(tool, before, tmp_path)

        assert {e.key: state(e) for e in after.messages} == {e.key: state(e) for e in before.messages}


def _in_latin_1(entry: Entry) -> bool:
    text = "".join((entry.msgid, *entry.msgstr, *entry.comments, *entry.extracted))
    return all(ord(character) < 256 for character in text)


@pytest.mark.parametrize(
    "tool", ["msgcat", "msgcat --no-wrap", "msgcat --width=20", "msguniq", "msgmerge --previous", "toolkit"]
)
def test_tidy_brings_back_what_a_tool_folded_otherwise(tool: str, tmp_path: Path) -> None:
    """To the byte, so that a commit after it shows the translator's work alone."""
    for path in SAMPLES:
        after = _run(tool, parse_catalogue(path.read_bytes()), tmp_path)

        assert format_catalogue(tidy_catalogue(after).catalogue) == path.read_bytes()


@pytest.mark.parametrize("clear", [False, True])
@pytest.mark.parametrize("tool", MERGES)
def test_text_that_a_merge_moves_to_another_source_is_neither_approved_nor_published(
    tool: str, clear: bool, tmp_path: Path
) -> None:
    """A word of every source changes; then, perhaps, somebody clears all fuzzy flags without reading."""
    after = _run(tool, CATALOGUE, tmp_path, lambda source: source + " today")

    if clear:
        (tmp_path / "fr.po").write_bytes(format_catalogue(after))
        TOOLS["msgattrib --clear-fuzzy"][0](tmp_path / "fr.po", tmp_path / "messages.pot")
        after = parse_catalogue((tmp_path / "fr.po").read_bytes())

    moved = [entry for entry in after.messages if any(entry.msgstr)]
    assert bool(moved) == (tool != "polib's merge")
    assert _wrongly_published(after) == []
    assert {state(entry) for entry in after.messages} & {State.APPROVED} == set()
    if not clear:
        assert {state(entry) for entry in moved} <= {State.STALE, State.DRAFT}


def _edited(po: Path, source: str, text: str, *, fuzzy: bool) -> Entry:
    """Let a person change one text in an editor, which clears the flag or leaves it; return the entry."""
    catalogue = polib.pofile(str(po))
    entry = catalogue.find(source)
    assert entry is not None
    entry.msgstr = text
    entry.flags = [flag for flag in entry.flags if flag != "fuzzy"] + ["fuzzy"] * fuzzy
    catalogue.save(newline="\n")
    return next(entry for entry in parse_catalogue(po.read_bytes()).messages if entry.msgid == source)


@pytest.mark.parametrize(
    ("name", "fuzzy", "expected"),
    [
        ("draft", False, State.TRANSLATED),
        ("draft", True, State.STALE),
        ("draft that a tool cleared", False, State.TRANSLATED),
        ("draft of an older source", False, State.TRANSLATED),
        ("approved draft", False, State.TRANSLATED),
        ("approved draft", True, State.STALE),
        ("approved", False, State.TRANSLATED),
        ("translated", False, State.TRANSLATED),
        ("stale", False, State.TRANSLATED),
    ],
)
def test_one_character_makes_it_a_persons_text(name: str, fuzzy: bool, expected: State, tmp_path: Path) -> None:
    """An edit voids draft and approval; the flag says whether the person is done."""
    before = ENTRIES[name]
    (tmp_path / "fr.po").write_bytes(format_catalogue(CATALOGUE))

    entry = _edited(tmp_path / "fr.po", before.msgid, before.msgstr[0] + "!", fuzzy=fuzzy)

    assert state(entry) is expected


@pytest.mark.parametrize("name", sorted(DRAFTS - {"draft, obsolete", "plural draft"}))
def test_an_editor_that_saves_a_draft_without_a_change_leaves_it_one(name: str, tmp_path: Path) -> None:
    """Clearing the flag alone says nothing about whether anybody read the text."""
    before = ENTRIES[name]
    (tmp_path / "fr.po").write_bytes(format_catalogue(CATALOGUE))

    entry = _edited(tmp_path / "fr.po", before.msgid, before.msgstr[0], fuzzy=False)

    assert state(entry) is State.DRAFT


@pytest.mark.parametrize("clear", [False, True])
def test_two_versions_that_msgcat_joins_are_not_published(clear: bool, tmp_path: Path) -> None:
    """It writes both texts into one, with marks between them: nobody has chosen yet, whatever the flag says."""
    one, other = tmp_path / "one.po", tmp_path / "other.po"
    texts = {
        entry.key: entry.replace(msgstr=tuple(f"{text} B" for text in entry.msgstr))
        for entry in CATALOGUE.messages
        if any(entry.msgstr)
    }
    one.write_bytes(format_catalogue(CATALOGUE))
    other.write_bytes(format_catalogue(CATALOGUE.map(texts)))

    joined = subprocess.run(["msgcat", one, other], check=True, capture_output=True).stdout

    one.write_bytes(joined)
    if clear:
        TOOLS["msgattrib --clear-fuzzy"][0](one, other)
    entries = [entry for entry in parse_catalogue(one.read_bytes()).messages if any(entry.msgstr)]
    assert len(entries) == len(texts)
    assert {state(entry) for entry in entries} == {State.STALE}
