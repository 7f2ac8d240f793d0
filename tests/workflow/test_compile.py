"""Compiling: what may be published is in the MO file as msgfmt would write it, and nothing else is."""

import gettext
import os
from collections.abc import Callable
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from subprocess import CompletedProcess
from typing import Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from l10n_tool.catalogue import Catalogue, CatalogueError, Entry, format_catalogue, parse_catalogue, parse_mo
from l10n_tool.catalogue.mo import message_of
from l10n_tool.checks import CHECKS, check_catalogue
from l10n_tool.errors import FileError
from l10n_tool.gate import may_publish
from l10n_tool.project import load_project
from l10n_tool.provenance import approve, with_draft
from l10n_tool.reports.catalogues import compiled_text
from l10n_tool.workflow import parallel
from l10n_tool.workflow.compile import Compiled, compile_catalogues
from l10n_tool.workflow.publishing import publish
from l10n_tool.workflow.targets import Target
from l10n_tool.workflow.unsafe import brings_in

Run = Callable[..., "CompletedProcess[bytes]"]

HEADER = {
    "Language": "de",
    "Content-Type": "text/plain; charset=UTF-8",
    "Plural-Forms": "nplurals=2; plural=n != 1;",
}


def _compiled(folder: Path, *entries: Entry) -> tuple[Compiled, dict[str, str]]:
    """Return what compiling these entries says, and the texts of the MO but the header."""
    path = folder / "de.po"
    path.write_bytes(format_catalogue(Catalogue(entries).with_headers(HEADER)))
    compiled = compile_catalogues(None, [str(path)])[0]
    texts = {key.decode(): text.decode() for key, text in parse_mo((folder / "de.mo").read_bytes()).items() if key}
    return compiled, texts


@pytest.mark.parametrize(
    "text",
    [
        "Lies<script src=x></script>",
        "<img src=x onerror=alert(1)>",
        "<a href='javascript:alert(1)'>Lies</a>",
        "[Lies](&#106;ava\tscript:alert)",
        "[Lies](java\u200bscript:alert`1`)",
        "JAVASCRIPT\u200b:alert`1`",
        "[Lies](data:text/html,x)",
        "&lt;iframe src=x>",
        "<IFRAME src=x>",
        "<a href='https://evil.example'>Lies</a>",
        "<b/style=x src=//evil.example>Lies</b>",
    ],
)
def test_a_translation_that_would_run_in_a_page_is_left_out(tmp_path: Path, text: str) -> None:
    """The program then shows its source text; the report counts it."""
    compiled, texts = _compiled(tmp_path, Entry("Read", (text,)), Entry("Books", ("Bücher",)))

    assert texts == {"Books": "Bücher"}
    assert (compiled.published, compiled.left_out, compiled.unsafe) == (1, 1, 1)
    assert "1 entry brings in unsafe markup; l10n-tool check says where" in compiled_text([compiled])


def test_each_form_of_a_plural_is_looked_at(tmp_path: Path) -> None:
    """One bad form is enough."""
    entry = Entry("%d book", ("%d Buch", "%d <script>Bücher</script>"), msgid_plural="%d books")

    compiled, texts = _compiled(tmp_path, entry)

    assert texts == {}
    assert compiled.unsafe == 1


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<script>run()</script>", "<script>run()</script>"),
        ("Use JavaScript: it works", "Nutze JavaScript: es läuft"),
        ("Metadata: none", "Metadaten: keine"),
        ("<b>Read</b> & lend", "<b>Lies</b> & leih"),
        ("Time: %s", "Zeit: %s"),
    ],
)
def test_what_the_source_has_too_and_plain_words_are_compiled(tmp_path: Path, source: str, text: str) -> None:
    """A colon, a tag or an ampersand is not yet unsafe."""
    compiled, texts = _compiled(tmp_path, Entry(source, (text,)))

    assert texts == {source: text}
    assert compiled.unsafe == 0
    assert "unsafe" not in compiled_text([compiled])


_PIECES = st.lists(
    st.sampled_from(
        [
            "java",
            "script",
            ":",
            "data",
            "<",
            "&lt;",
            "&#58;",
            "x",
            "\t",
            "\u200b",
            "\u00ad",
            "](",
            "SCRIPT",
            "\u017fcript",
            "scr\u0130pt",
            "da ta",
            '"',
            "]:",
            "vb",
            "T",
            " ",
            "'",
        ]
    ),
    max_size=8,
).map("".join)


_TAGS = st.lists(
    st.sampled_from(
        [
            "<b>",
            "</b>",
            '<a href="x">',
            "</a>",
            '<a href="',
            '" onclick="x()">',
            "<br />",
            "<script>",
            "<",
            ">",
            "<i",
            "x",
        ]
    ),
    max_size=6,
).map("".join)


@given(_PIECES | _TAGS, st.just("Read") | _TAGS)
@example('<a href="x"><a href="x">', '<a href="x">')
def test_the_quick_look_before_the_check_misses_nothing(text: str, source: str) -> None:
    """What the check finds is not compiled, and the rest is; tags of the source's own among them."""
    entry = Entry(source or "Read", (text,))
    checks = {"unsafe-markup": CHECKS["unsafe-markup"]}
    found = check_catalogue(Catalogue((entry,)), locale="de", file="de.po", checks=checks)

    assert brings_in(entry, "de") is bool(found)


_ADDRESSES = st.lists(
    st.sampled_from(
        [
            "https://a.example/x",
            "https://a.example",
            "http://",
            "/x",
            "é",
            "の",
            " ",
            ".",
            ")",
            '"',
            "&amp;",
            "&",
            '<a href="https://a.example/x">',
            "</a>",
            "www.a.example",
            "@a.example",
            "mailto:",
        ]
    ),
    max_size=5,
).map("".join)


@given(_ADDRESSES, _ADDRESSES)
@example("https://a.example/xy", "https://a.example/x")
@example("https://a.example/x", "https://a.example/xé")
@example("evil@a.example", "help@a.example")
def test_the_quick_look_before_the_checks_of_addresses_misses_nothing(text: str, source: str) -> None:
    """Addresses, tags and characters by name that the source has may be in a text as often as there."""
    entry = Entry(f"Read {source}", (text,), references=("app/library.py",))
    checks = {name: CHECKS[name] for name in ("unsafe-markup", "urls")}
    found = check_catalogue(Catalogue((entry,)), locale="de", file="de.po", checks=checks)
    brought = [one for one in found if " is too much" in one.message or one.check == "unsafe-markup"]

    assert brings_in(entry, "de", own=True) or not brought


@pytest.mark.parametrize(
    ("source", "text", "kept"),
    [
        ("Read", "Lies https://evil.example/x", False),
        ('Read <a href="https://example.org">on</a>', 'Lies <a href="https://evil.example">mehr</a>', False),
        ('Read <a href="https://example.org">on</a>', 'Lies <a href="https://example.org">mehr</a>', True),
        ("Read https://en.wikipedia.org/wiki/Book", "Lies https://de.wikipedia.org/wiki/Book", True),
    ],
)
def test_a_program_of_the_project_s_own_gets_no_new_address(source: str, text: str, *, kept: bool) -> None:
    """The same site in the reader's language is none; the catalogues of other projects may have their reasons."""
    entry = Entry(source, (text,), references=("app/library.py",))

    assert brings_in(entry, "de", own=True) is not kept
    assert not brings_in(entry, "de", own=False)


def _django(pattern: str) -> list[Path]:
    """Return catalogues that Django ships."""
    spec = find_spec("django")
    assert spec
    assert spec.submodule_search_locations
    return sorted(Path(spec.submodule_search_locations[0]).rglob(f"locale/{pattern}/LC_MESSAGES/*.po"))


def _copies(paths: list[Path], folder: Path) -> list[str]:
    names = []
    for number, path in enumerate(paths):
        copy = folder / f"{number}-{path.parts[-3]}" / path.name
        copy.parent.mkdir()
        copy.write_bytes(path.read_bytes())
        names.append(str(copy))
    return names


@pytest.fixture
def _two_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "WORTH_A_PROCESS", 1)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)


@pytest.mark.usefixtures("_two_processes")
def test_real_catalogues_are_compiled_as_msgfmt_does(msgfmt: Run, tmp_path: Path) -> None:
    """Byte for byte, from two processes, where every translation is complete; and a second run writes nothing."""
    names = _copies(_django("[dfr]?"), tmp_path)

    first = compile_catalogues(None, names)
    second = compile_catalogues(None, names)

    assert [result.changed for result in first] == [True] * len(names)
    assert second == [Compiled(r.file, r.locale, r.published, r.left_out, changed=False) for r in first]
    assert len(names) > 100
    for name, result in zip(names, first, strict=True):
        made = msgfmt("-o", tmp_path / "theirs.mo", name)
        assert made.returncode == 0
        assert Path(name).with_suffix(".mo").read_bytes() == (tmp_path / "theirs.mo").read_bytes(), name
        assert result.locale == Path(name).parent.name.partition("-")[2]


def test_a_program_gets_the_texts_of_the_catalogue(tmp_path: Path) -> None:
    """With their contexts and plurals, through Python's gettext."""
    source = next(path for path in _django("de") if "contrib/admin/" in path.as_posix() and path.name == "django.po")
    [name] = _copies([source], tmp_path)
    compile_catalogues(None, [name])

    with Path(name).with_suffix(".mo").open("rb") as file:
        loaded = gettext.GNUTranslations(file)

    published = [e for e in parse_catalogue(source.read_bytes()).messages if may_publish(e)]
    assert len(published) > 100
    for entry in published:
        context, plural = entry.msgctxt, entry.msgid_plural
        if plural is not None:
            forms = tuple(loaded.ngettext(entry.msgid, plural, n) for n in (1, 2))
        elif context is not None:
            forms = (loaded.pgettext(context, entry.msgid),)
        else:
            forms = (loaded.gettext(entry.msgid),)
        assert forms == entry.msgstr


@pytest.mark.usefixtures("_two_processes")
@pytest.mark.parametrize("bad", [0, 3, 5])
def test_nothing_is_written_where_one_catalogue_cannot_be_read(tmp_path: Path, bad: int) -> None:
    """Whichever process has it."""
    names = _copies(_django("de")[:6], tmp_path)
    Path(names[bad]).write_bytes(b'msgid "a"\nmsgstr "b\n')

    with pytest.raises(CatalogueError) as caught:
        compile_catalogues(None, names)

    assert caught.value.place
    assert caught.value.place.line == 2
    assert sorted(path.suffix for path in tmp_path.rglob("*.*")) == [".po"] * 6


@pytest.mark.usefixtures("_two_processes")
@pytest.mark.parametrize("bad", [0, 5])
def test_no_file_takes_its_place_where_one_cannot_be_written(tmp_path: Path, bad: int) -> None:
    """A project's files are one work; what was prepared is gone."""
    (tmp_path / "l10n-tool.toml").write_text('locales = ["de"]\n', encoding="utf-8")
    names = _copies(_django("de")[:6], tmp_path)
    Path(names[bad]).with_suffix(".mo").mkdir()

    with pytest.raises(FileError, match=r"django(js)?\.mo: cannot be written"):
        compile_catalogues(load_project(tmp_path), names)

    assert [path for path in tmp_path.rglob("*.mo") if path.is_file()] == []
    assert list(tmp_path.rglob("*.l10n-*")) == []


BOOKS: Final = Entry("%d book", ("%d Buch", "%d Bücher"), msgid_plural="%d books")


def _with_forms(folder: Path, forms: str, *entries: Entry) -> Path:
    path = folder / "de.po"
    headers = {**HEADER, "Plural-Forms": forms} if forms else {"Content-Type": HEADER["Content-Type"]}
    path.write_bytes(b"# A title\n" + format_catalogue(Catalogue(entries).with_headers(headers)))
    return path


@pytest.mark.parametrize(
    ("forms", "line"), [("nplurals=2; plural=n;", 6), ("nplurals=INTEGER; plural=EXPRESSION;", 6), ("", 2)]
)
def test_plurals_whose_forms_nobody_could_choose_are_refused(tmp_path: Path, forms: str, line: int) -> None:
    """As msgfmt -c refuses them: with the line, and what to do."""
    path = _with_forms(tmp_path, forms, BOOKS)

    with pytest.raises(FileError) as caught:
        compile_catalogues(None, [str(path)])

    assert caught.value.place
    assert caught.value.place.line == line
    assert str(caught.value).endswith("Write the plural forms of de in the header: l10n-tool explain plural-header.")
    assert not path.with_suffix(".mo").exists()


def test_without_plurals_the_initial_header_does_no_harm(tmp_path: Path) -> None:
    """Python would refuse the whole file for it, so it is left out; plurals that are not published do not count."""
    path = _with_forms(tmp_path, "nplurals=INTEGER; plural=EXPRESSION;", BOOKS.with_fuzzy(True), Entry("a", ("b",)))

    compile_catalogues(None, [str(path)])

    with path.with_suffix(".mo").open("rb") as file:
        loaded = gettext.GNUTranslations(file)
    assert loaded.gettext("a") == "b"
    assert "plural-forms" not in loaded.info()


def test_a_link_is_followed_unless_it_leads_out_of_the_project(tmp_path: Path) -> None:
    """Outside a project nobody drew a line."""
    project, other = tmp_path / "project", tmp_path / "other"
    project.mkdir()
    other.mkdir()
    (project / "l10n-tool.toml").write_text('locales = ["de"]\n', encoding="utf-8")
    path = _with_forms(project, "nplurals=2; plural=n != 1;", BOOKS)
    (other / "de.mo").write_bytes(b"")
    (project / "de.mo").symlink_to(other / "de.mo")

    with pytest.raises(FileError, match="leads out of"):
        compile_catalogues(load_project(project), [str(path)])
    assert (other / "de.mo").read_bytes() == b""

    compile_catalogues(None, [str(path)])
    assert (project / "de.mo").is_symlink()
    assert len(parse_mo((other / "de.mo").read_bytes())) == 2


@pytest.mark.parametrize("approved", [False, True])
def test_a_machines_text_waits_for_an_approval_whatever_flags_are_gone(tmp_path: Path, *, approved: bool) -> None:
    """Another tool may have cleared them."""
    draft = with_draft(Entry("Read"), ["Lies"], "a-machine", date(2026, 11, 22)).with_fuzzy(False)
    entry = approve(draft, "a-person", date(2026, 11, 23)) if approved else draft

    _, texts = _compiled(tmp_path, entry, Entry("Lend", ("Leih",)))

    assert texts == ({"Read": "Lies", "Lend": "Leih"} if approved else {"Lend": "Leih"})


_COMMENTS: Final = st.lists(
    st.sampled_from(
        ["by hand", "l10n-draft: by=x on=2026-11-22 sig=2faa2ae0cdf0ca43", "l10n-approved: by=y", "fuzzy", "#-#-#-#"]
    ),
    max_size=2,
).map(tuple)
_FORM: Final = st.sampled_from(["", "Lies", "#-#-#-#-#  a.po  #-#-#-#-#\\nLies", "<b>Lies</b>", "fuzzy"])


@given(
    st.builds(
        Entry,
        st.just("Read"),
        st.tuples(_FORM) | st.tuples(_FORM, _FORM),
        st.none() | st.just("menu"),
        st.none() | st.just("Reads"),
        _COMMENTS,
        flags=st.sampled_from([(), ("fuzzy",), ("c-format",), ("c-format", "fuzzy")]),
    )
)
def test_what_is_published_at_a_glance_is_what_the_gate_lets_pass(entry: Entry) -> None:
    """Whatever its comments, flags and forms."""
    entry = entry if entry.msgid_plural is not None else entry.replace(msgstr=entry.msgstr[:1])
    catalogue = Catalogue((Entry("", ("".join(f"{name}: {value}\n" for name, value in HEADER.items()),)), entry))

    found = publish(Target(Path("de.po"), "de.po"), format_catalogue(catalogue), "de.mo")

    passes, unsafe = may_publish(entry), brings_in(entry, "de")
    assert (found.published, found.left_out) == ((1, 0) if passes and not unsafe else (0, 1))
    assert found.unsafe == (passes and unsafe)
    assert (message_of(entry) in parse_mo(found.data).items()) is (found.published == 1)
