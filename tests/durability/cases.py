"""The commands that change files, and the project that each of them begins with."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from durability.shim import read_tree
from durability.trials import Trials
from l10n_tool.catalogue import Entry, format_catalogue, parse_catalogue
from l10n_tool.cli.commands import COMMANDS

__all__ = ["CASES", "PO", "Case", "prepared"]

PO: Final = "locales/{}/LC_MESSAGES/messages.po"
LOCALES: Final = ("fr", "ja", "pt_BR")

SETTINGS: Final = 'locales = ["fr", "ja", "pt_BR"]\nsources = ["source/*.md"]\n'
LETTER: Final = "# A letter\n\nWe thank **everyone** who came.\n\n- Bring a book.\n- Bring a friend.\n\nSee you soon.\n"
LATER: Final = (
    "# A letter\n\nWe thank **everyone** who came today.\n\n- Bring a book.\n- Bring a cake.\n\nUntil then.\n"
)
PAGE: Final = "# The library\n\nIt is open on Mondays.\n\nThe roof is mended.\n"
FOREIGN: Final = '#: source/letter.md:12 source/page.md:3\nmsgid "Bring "\n"a rug."\nmsgstr "Foreign."\n'


@dataclass(frozen=True, slots=True)
class Case:
    """A command, and the step that its project has come to.

    ``ends`` is its exit code, ``repeats`` that of the same command once more. ``step`` is 1 where it is killed at every
    point, more where it only does again what others do.
    """

    command: tuple[str, ...]
    begins: Callable[[Trials, Path], None]
    repeats: int = 0
    ends: int = 0
    step: int = 1


def prepared(case: Case, trials: Trials, root: Path) -> dict[str, str]:
    """Return the files that a case begins with."""
    root.mkdir(parents=True)
    case.begins(trials, root)
    return read_tree(str(root))


def _must(trials: Trials, root: Path, *command: str, code: int = 0) -> None:
    outcome = trials.run(root, command)
    assert outcome.code == code, f"{command}: {outcome.out}{outcome.err}"


def _sources(_: Trials, root: Path) -> None:
    (root / "source").mkdir()
    (root / "l10n-tool.toml").write_text(SETTINGS)
    (root / "source" / "letter.md").write_text(LETTER)
    (root / "source" / "page.md").write_text(PAGE)
    (root / "capture.txt").write_text("A headline\n\n" + "We met in the library on Monday and talked for hours. " * 8)


def _template(trials: Trials, root: Path) -> None:
    _sources(trials, root)
    _must(trials, root, "extract")


def _translated(trials: Trials, root: Path) -> None:
    """Everything translated by people, with all that a PO file can hold besides; outputs of it are there."""
    _template(trials, root)
    _must(trials, root, "init", *LOCALES)
    for locale in LOCALES:
        path = root / PO.format(locale)
        path.write_bytes(_filled(path.read_bytes(), locale))
    _must(trials, root, "compile")
    _must(trials, root, "build")


def _filled(data: bytes, locale: str) -> bytes:
    catalogue = parse_catalogue(data, locale)
    texts = {
        entry.key: entry.replace(msgstr=(f"{entry.msgid} ({locale})",), comments=(f"read in {locale}",))
        for entry in catalogue.messages
    }
    gone = Entry("Gone.", (f"Parti ({locale}).",), comments=("kept for later",), obsolete=True)
    more = catalogue.map(texts).with_headers({"X-Editor": "by hand"})
    return format_catalogue(replace(more, entries=(*more.entries, gone))) + b"\n# The end.\n"


def _edited(trials: Trials, root: Path) -> None:
    """As translated, and a source changed since."""
    _translated(trials, root)
    (root / "source" / "letter.md").write_text(LATER)


def _extracted(trials: Trials, root: Path) -> None:
    _edited(trials, root)
    _must(trials, root, "extract")


def _updated(trials: Trials, root: Path) -> None:
    """As extracted, with blanks to fill; another domain of memory knows some of them."""
    _extracted(trials, root)
    _must(trials, root, "update")
    for locale in LOCALES:
        path = root / PO.format(locale)
        catalogue = parse_catalogue(path.read_bytes(), locale)
        blank = {e.key: e.replace(msgstr=("",), flags=(), previous=None) for e in list(catalogue.messages)[:1]}
        path.write_bytes(format_catalogue(catalogue.map(blank)))


def _remembered(trials: Trials, root: Path) -> None:
    """As updated, with a catalogue beside each that knows what is blank."""
    _translated(trials, root)
    for locale in LOCALES:
        path = root / PO.format(locale)
        data = path.read_bytes()
        path.with_name("older.po").write_bytes(data)
        catalogue = parse_catalogue(data, locale)
        blank = {entry.key: entry.replace(msgstr=("",)) for entry in list(catalogue.messages)[::2]}
        path.write_bytes(format_catalogue(catalogue.map(blank)))


def _drafted(trials: Trials, root: Path) -> None:
    _updated(trials, root)
    _must(trials, root, "draft", "--engine", "pseudo")


def _reviewed(trials: Trials, root: Path) -> None:
    """Approved in one locale and not in the others, whose pages may not stay."""
    _drafted(trials, root)
    _must(trials, root, "approve", "fr", "--by", "reader", "--all", "--despite-findings")
    path = root / PO.format("fr")
    catalogue = parse_catalogue(path.read_bytes(), "fr")
    path.write_bytes(format_catalogue(catalogue.map({e.key: e.with_fuzzy(False) for e in catalogue.messages})))


def _built_elsewhere(trials: Trials, root: Path) -> None:
    """Outputs in a folder beside a person's file, of texts that changed, and some that may not be published."""
    _translated(trials, root)
    (root / "site").mkdir()
    (root / "site" / "index.html").write_text("<html>mine</html>\n")
    _must(trials, root, "build", "-o", "site")
    french, japanese = (root / PO.format(locale) for locale in ("fr", "ja"))
    french.write_bytes(french.read_bytes().replace(b"Bring a book. (fr)", b"Apportez un livre."))
    japanese.write_bytes(japanese.read_bytes().replace(b'msgstr "See you soon. (ja)"', b'msgstr ""'))


def _foreign(trials: Trials, root: Path) -> None:
    """As translated, in a form that other tools write."""
    _translated(trials, root)
    for locale in LOCALES:
        path = root / PO.format(locale)
        path.write_bytes(path.read_bytes().replace(b"#: source/", b"#: source/x.md:7 source/") + FOREIGN.encode())


def _two_sides(trials: Trials, root: Path) -> None:
    """As translated, with the sides of a merge in three files."""
    _translated(trials, root)
    theirs = (root / PO.format("fr")).read_bytes()
    base = theirs.replace(b"See you soon. (fr)", b"")
    (root / "base.po").write_bytes(base)
    (root / "ours.po").write_bytes(base.replace(b"Bring a book. (fr)", b"Apportez un livre."))
    (root / "theirs.po").write_bytes(theirs)


_EVERY: Final[Mapping[str, Case]] = {
    "import": Case(("import", "capture.txt", "-o", "source/met.md"), _translated),
    "extract": Case(("extract",), _edited),
    "init": Case(("init", "fr"), _template, repeats=2),
    "update": Case(("update",), _extracted),
    "draft": Case(("draft", "--engine", "pseudo"), _updated),
    "draft memory": Case(("draft", "--engine", "memory"), _remembered),
    "approve": Case(("approve", "--by", "reader", "--all", "--despite-findings"), _drafted),
    "compile": Case(("compile",), _reviewed),
    "build": Case(("build",), _reviewed, ends=1, repeats=1),
    "build elsewhere": Case(("build", "-o", "site"), _built_elsewhere, ends=1, repeats=1),
    "run": Case(("run",), _edited, ends=1, repeats=1, step=4),
    "tidy": Case(("tidy",), _foreign),
    "merge": Case(("merge", "base.po", "ours.po", "theirs.po"), _two_sides),
}
#: By name, those whose command there is.
CASES: Final[Mapping[str, Case]] = {name: case for name, case in _EVERY.items() if case.command[0] in COMMANDS}
