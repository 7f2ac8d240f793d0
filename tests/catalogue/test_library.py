"""Catalogues for other programs: small, documented, typed, and what the README shows runs."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Final

import pytest

import l10n_tool
from l10n_tool import catalogue as library
from l10n_tool import catalogue_files
from l10n_tool.catalogue import Asked, Catalogue, CatalogueError, Entry, format_catalogue, parse_catalogue
from l10n_tool.catalogue_files import edit_catalogue, read_catalogue
from l10n_tool.errors import FileError
from running import REPOSITORY

DATA: Final = REPOSITORY / "tests" / "data"
_SECTION: Final = re.compile(r"## As a library\n.*?```python\n(.*?)```\n\n```text\n(.*?)```", re.DOTALL)


def _shown() -> tuple[str, str]:
    """Return the program that the README shows, and what it prints."""
    found = _SECTION.search((REPOSITORY / "README.md").read_text("utf-8"))
    assert found
    return found[1], found[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with the files that the program works on, and the program."""
    for name in ("fr.po", "app.pot"):
        shutil.copy(DATA / "foreign" / name, tmp_path)
    (tmp_path / "program.py").write_text(_shown()[0], "utf-8")
    return tmp_path


def _run(folder: Path, *command: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, *command], cwd=folder, capture_output=True, encoding="utf-8", check=False, timeout=300
    )


def test_the_program_of_the_readme_runs(folder: Path) -> None:
    """It prints what the page says, and the file is as it says."""
    result = _run(folder, "-X", "utf8", "program.py")

    french = read_catalogue(folder / "fr.po")
    assert result.stderr == ""
    assert result.stdout == _shown()[1]
    assert [entry.msgid for entry in french.messages if entry.fuzzy] == ["Search the whole catalogue"]
    assert "ouvrages" in next(entry for entry in french.messages if entry.msgid_plural).msgstr[1]


def test_the_program_of_the_readme_is_typed(folder: Path) -> None:
    """A strict type checker sees the types of the package through its marker."""
    result = _run(folder, "-m", "mypy", "--strict", "--follow-imports=silent", "--cache-dir=.cache", "program.py")

    assert result.stdout == "Success: no issues found in 1 source file\n"
    assert (Path(l10n_tool.__file__).parent / "py.typed").is_file()


def test_a_type_checker_sees_a_slip_in_what_is_replaced(folder: Path) -> None:
    """A field that no entry has, and a text where a tuple of texts belongs."""
    slips = 'entry.replace(msgst=("x",))\nentry.replace(msgstr="x")\nentry.replace(msgstr=("x",), previous=None)\n'
    (folder / "slips.py").write_text(f"from l10n_tool.catalogue import Entry\n\nentry = Entry('a')\n{slips}", "utf-8")

    result = _run(folder, "-m", "mypy", "--strict", "--follow-imports=silent", "--cache-dir=.cache", "slips.py")

    assert [line.split(": ")[0] for line in result.stdout.splitlines() if ": error: " in line] == [
        "slips.py:4",
        "slips.py:5",
    ]


@pytest.mark.parametrize("module", [library, catalogue_files])
def test_every_public_name_is_documented(module: ModuleType) -> None:
    """With a docstring of its own, each method and property too."""
    things = [thing for thing in (getattr(module, name) for name in module.__all__) if hasattr(thing, "__name__")]
    parts = [
        part
        for thing in things
        for name, part in vars(thing).items()
        if not name.startswith("_") and isinstance(part, FunctionType | property)
    ]

    assert len(things) > len(module.__all__) - 4
    assert [thing for thing in things if not _says_something(thing.__doc__, thing.__name__)] == []
    assert [part for part in parts if not part.__doc__] == []


def _says_something(doc: str | None, name: str) -> bool:
    """Whether a docstring is there, and not the one that a dataclass makes of its fields."""
    return bool(doc) and not str(doc).startswith(f"{name}(")


def test_catalogues_are_small_to_import(folder: Path) -> None:
    """Reading one needs neither the command line nor what drafts, builds and compares."""
    program = "import sys, l10n_tool.catalogue as c; c.parse_catalogue(b''); print(*sys.modules)"

    loaded = set(_run(folder, "-c", program).stdout.split())

    rooms = {name.split(".")[1] for name in loaded if name.startswith("l10n_tool.")}
    assert rooms <= {"catalogue", "columns", "errors", "languages", "on_demand"}
    assert not loaded & {"babel", "click", "requests", "rapidfuzz", "numpy", "socket"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the file of a small catalogue."""
    path = tmp_path / "de.po"
    header = Entry("", ("Language: de\nContent-Type: text/plain; charset=UTF-8\n",))
    path.write_bytes(format_catalogue(Catalogue((header, Entry("Books", ("Bücher",)), Entry("Pens", ("Stifte",))))))
    return path


def _with(text: str) -> Callable[[Catalogue], Catalogue]:
    return lambda catalogue: catalogue.map({(None, "Pens"): Entry("Pens", (text,))})


def test_an_edit_returns_what_stands_in_the_file(path: Path) -> None:
    """Written whole; a second time there is nothing to do, and the file is left alone."""
    edited = edit_catalogue(path, _with("Federn"), asked=Asked(texts=True))
    before = path.stat().st_mtime_ns
    again = edit_catalogue(path, _with("Federn"))

    assert edited == again == parse_catalogue(path.read_bytes())
    assert path.stat().st_mtime_ns == before


def test_an_edit_takes_nothing_away_that_was_not_asked_for(path: Path) -> None:
    """The file is as it was."""
    before = path.read_bytes()

    with pytest.raises(FileError, match='the text "Stifte" of "Pens" would be lost'):
        edit_catalogue(path, _with("Federn"))
    with pytest.raises(FileError, match='the entry "Pens" would be written with other texts'):
        edit_catalogue(path, lambda all_: all_.map({(None, "Pens"): replace(list(all_.messages)[1], msgstr=("x",))}))

    assert path.read_bytes() == before


def test_an_entry_goes_where_its_key_was_named(path: Path) -> None:
    """With its text; nothing else goes with it."""
    before = path.read_bytes()
    pens = Asked(gone=frozenset({(None, "Pens")}))

    with pytest.raises(FileError, match='the text "Stifte" of "Pens" would be lost') as caught:
        edit_catalogue(path, lambda all_: all_.without((None, "Pens")))
    assert "gone" in caught.value.remedy
    with pytest.raises(FileError, match='the text "Bücher" of "Books" would be lost'):
        edit_catalogue(path, lambda all_: all_.without((None, "Books")), asked=pens)
    with pytest.raises(FileError, match='the text "Stifte" of "Pens" would be lost'):
        edit_catalogue(path, _with("Federn"), asked=pens)
    assert path.read_bytes() == before

    edited = edit_catalogue(path, lambda all_: all_.without((None, "Pens")), asked=pens)

    assert [entry.msgid for entry in edited.messages] == ["Books"]
    assert path.read_bytes() == before.removesuffix(b'\nmsgid "Pens"\nmsgstr "Stifte"\n')


_LATIN: Final = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=ISO-8859-1\\n"\n\nmsgid "a"\nmsgstr "été"\n'
_TYPE: Final = Asked(headers=frozenset({"Content-Type"}))
_IN_UTF_8: Final = {"Content-Type": "text/plain; charset=UTF-8"}


@pytest.mark.parametrize(
    "change",
    [
        lambda latin: Catalogue((*latin.entries, Entry("n", ("x",)))),
        lambda latin: replace(latin, charset="utf-8"),
        lambda latin: replace(latin.with_headers(_IN_UTF_8), charset="iso-8859-1"),
        lambda latin: latin.with_headers({"Content-Type": "text/plain"}),
        lambda latin: latin.without((None, "")),
    ],
    ids=["a catalogue made anew", "another charset", "another header", "no charset", "no header"],
)
def test_a_file_is_not_written_in_another_charset_than_it_says(
    path: Path, change: Callable[[Catalogue], Catalogue]
) -> None:
    """Not even where it was asked for that the header goes: nobody could read the file, or would read other letters."""
    before = _LATIN.encode("iso-8859-1")
    path.write_bytes(before)

    with pytest.raises(FileError, match=r"names the charset|cannot be read again"):
        edit_catalogue(path, change, asked=_TYPE._replace(gone=frozenset({(None, "")})))

    assert path.read_bytes() == before


def test_a_file_is_converted_by_its_header(path: Path) -> None:
    """It says the same in the other charset."""
    path.write_bytes(_LATIN.encode("iso-8859-1"))

    edit_catalogue(path, lambda latin: latin.with_headers(_IN_UTF_8), asked=_TYPE)

    assert path.read_bytes() == _LATIN.replace("ISO-8859-1", "UTF-8").encode()


def test_bytes_of_the_former_charset_are_seen_before_they_are_written(path: Path) -> None:
    """A program that converts by hand forgets that escaped bytes are other characters then."""
    before = (_LATIN + '\nmsgid "b"\nmsgstr "\\303\\251"\n').encode("iso-8859-1")
    path.write_bytes(before)

    def convert(latin: Catalogue) -> Catalogue:
        header = Entry("", ("Content-Type: text/plain; charset=UTF-8\n",))
        return replace(latin, entries=(header, *latin.entries[1:]), charset="utf-8")

    with pytest.raises(FileError, match='the entry "b" would be written with other texts'):
        edit_catalogue(path, convert, asked=_TYPE)

    assert path.read_bytes() == before


def test_what_no_reader_takes_is_not_written(path: Path) -> None:
    """A NUL character is told before the file is damaged."""
    before = path.read_bytes()

    with pytest.raises(FileError, match="cannot be read again, in its line 13: a NUL character"):
        edit_catalogue(path, lambda all_: all_.with_entry(Entry("n", ("a\0b",))))

    assert path.read_bytes() == before


def test_an_edit_meets_an_editor_that_saves_meanwhile(path: Path) -> None:
    """The change is made again, to what was saved."""
    saves = iter(["Die Bücher"])

    def change(catalogue: Catalogue) -> Catalogue:
        for text in saves:
            path.write_text(path.read_text("utf-8").replace("Bücher", text), "utf-8")
        return _with("Federn")(catalogue)

    edited = edit_catalogue(path, change, asked=Asked(texts=True))

    assert [entry.msgstr for entry in edited.messages] == [("Die Bücher",), ("Federn",)]
    assert edited == read_catalogue(path)


def test_what_cannot_be_read_is_one_error_with_its_place(path: Path) -> None:
    """Its name is the path, or what the program calls it."""
    path.write_bytes(b'msgid "a"\nmsgstr "b\n')

    with pytest.raises(CatalogueError, match=r"a catalogue:2:\d+: "):
        read_catalogue(path, "a catalogue")
    with pytest.raises(CatalogueError, match=rf"{re.escape(str(path))}:2:\d+: "):
        edit_catalogue(path, _with("x"))
    with pytest.raises(FileError, match="No such file"):
        read_catalogue(path.with_name("other.po"))
