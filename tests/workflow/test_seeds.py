"""The real captures, from import to a published translation."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from captures.pages_in_html import article_layout, table_layout
from l10n_tool.catalogue import Entry, format_catalogue, parse_catalogue
from l10n_tool.cli import main
from l10n_tool.provenance import State, drafts, state

# The lines of seed 000 and of seed 003 that are the message, as the notes on the field give them.
MESSAGE = {"000": (3, 5, 9, 11, 13, 15, 17, 19, 21, 23, 24, 26, 27), "003": (5, 7, 9, 11, 13, 15, 17, 20, 21)}
BODY = {"000": (11, 13, 15, 17, 19, 21), "003": (7, 9, 11, 13, 15, 17)}
SENTENCE_END = re.compile(r"[.!?](?=\s|$)")


@pytest.fixture
def imported(tmp_path: Path, seeds: list[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project with a document of each seed, extracted."""
    (tmp_path / "source").mkdir()
    (tmp_path / "l10n-tool.toml").write_text('locales = ["es"]\nsources = ["source/*.md"]\n')
    monkeypatch.chdir(tmp_path)
    for path in seeds:
        assert _run("import", str(path), "-o", f"source/{path.name[:3]}.md").exit_code == 0
    assert _run("extract").exit_code == 0
    return tmp_path


def _run(*args: str) -> Result:
    return CliRunner().invoke(main, list(args), catch_exceptions=False)


def _entries(path: Path) -> list[Entry]:
    return list(parse_catalogue(path.read_bytes()).messages)


def _line(seeds: list[Path], seed: str, number: int) -> str:
    path = next(path for path in seeds if path.name.startswith(seed))
    return path.read_text(encoding="utf-8").split("\n")[number - 1].strip()


def test_both_documents_share_the_six_paragraphs_of_the_body(imported: Path, seeds: list[Path]) -> None:
    """Thirteen sentences in six entries, each with both documents as references and without msgctxt."""
    entries = _entries(imported / "locales/messages.pot")

    shared = [entry for entry in entries if len(entry.references) == 2 and "lines" not in entry.extracted]
    body = [entry for entry in shared if "\\\n" not in entry.msgid]

    assert [entry.msgid for entry in body] == [_line(seeds, "000", number) for number in BODY["000"]]
    assert sum(len(SENTENCE_END.findall(entry.msgid)) for entry in body) == 13
    assert all(entry.msgctxt is None for entry in entries)
    assert {entry.references for entry in body} == {("source/000.md", "source/003.md")}


def test_together_they_give_each_part_once_and_nothing_of_the_pages(tmp_path: Path, seeds: list[Path]) -> None:
    """What is not of the message is listed, line by line, with its reason."""
    output = tmp_path / "both.md"

    result = _run("import", *map(str, seeds), "-o", str(output))

    text = re.sub(r"\\(?=[!-/:-@[-`{-~])", "", output.read_text(encoding="utf-8"))
    for seed, numbers in MESSAGE.items():
        lines = [line.strip() for line in _whole(seeds, seed)]
        for number, line in enumerate(lines, 1):
            if not line:
                continue
            if number in numbers:
                assert text.count(line.rstrip("\\")) >= 1, line
            else:
                assert line not in text, line
                assert f"{seed}" in result.stdout
                assert re.search(rf"/{seed}[^ ]*:{number}: \S", result.stdout), line
    paragraphs = [" ".join(part.split()) for part in text.split("\n\n")]
    assert len(paragraphs) == len(set(paragraphs))


def _whole(seeds: list[Path], seed: str) -> list[str]:
    path = next(path for path in seeds if path.name.startswith(seed))
    return path.read_text(encoding="utf-8").split("\n")


@pytest.mark.usefixtures("apertium")
def test_a_spanish_draft_is_fuzzy_signed_and_unpublished_until_approved(imported: Path) -> None:
    """With the real engine, through the command line."""
    po = imported / "locales/es/LC_MESSAGES/messages.po"
    _run("init", "es")

    drafted = _run("draft", "es", "--engine", "apertium")
    entries = _entries(po)
    held_back = _run("build", "--incomplete", "source")
    unpublished = _pages(imported)
    approved = _run("approve", "es", "--by", "es-reviewer", "--all")
    built = _run("build")

    assert drafted.exit_code == 0, drafted.output
    done = [entry for entry in entries if entry.complete]
    assert len(done) >= 12
    assert all(entry.fuzzy and state(entry) is State.DRAFT for entry in done)
    assert {draft.by for entry in done for draft in drafts(entry)} == {"apertium/eng-spa"}
    assert not any(entry.msgstr[0] in unpublished for entry in done if entry.msgstr[0] != entry.msgid)
    assert held_back.exit_code == 1
    assert approved.exit_code == 0, approved.output
    assert built.exit_code == 0, built.output
    assert all(
        entry.msgstr[0] in _pages(imported) for entry in done if "\n" not in entry.msgid and "`" not in entry.msgid
    )


def _pages(project: Path) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted((project / "build").rglob("es/*.md")))


LAYOUTS = ("article", "table")


@pytest.fixture
def in_html(tmp_path: Path, seeds: list[Path]) -> dict[tuple[str, str], Path]:
    """Return each seed as a page in each layout."""
    pages: dict[tuple[str, str], Path] = {}
    for seed, numbers in MESSAGE.items():
        lines = _whole(seeds, seed)
        for layout, html in (("article", article_layout(lines, numbers)), ("table", table_layout(lines))):
            pages[seed, layout] = tmp_path / f"{seed}-{layout}.html"
            pages[seed, layout].write_text(html, encoding="utf-8")
    return pages


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("seed", MESSAGE)
def test_a_page_in_html_gives_the_document_its_text_gives(
    imported: Path, in_html: dict[tuple[str, str], Path], seed: str, layout: str
) -> None:
    """Title, dateline, lead, body, signature and note, whatever the layout around them."""
    output = imported / "page.md"

    result = _run("import", str(in_html[seed, layout]), "-o", str(output))

    assert result.exit_code == 0, result.output
    assert output.read_text(encoding="utf-8") == (imported / f"source/{seed}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_page_in_html_drops_every_other_line_with_its_reason(
    tmp_path: Path, seeds: list[Path], in_html: dict[tuple[str, str], Path], layout: str
) -> None:
    """Together: what is not of the message is listed, and no text of it is in the document."""
    pages = [str(in_html[seed, layout]) for seed in MESSAGE]

    result = _run("import", *pages, "-o", str(tmp_path / "both.md"))

    text = (tmp_path / "both.md").read_text(encoding="utf-8")
    outside = [
        " ".join(line.split())
        for seed, numbers in MESSAGE.items()
        for number, line in enumerate(_whole(seeds, seed), 1)
        if line.strip() and number not in numbers
    ]
    assert all(line not in text for line in outside)
    assert all(line[:50].replace("\u00a0", " ") in result.stdout.replace("\u00a0", " ") for line in outside)
    assert "Different words" not in result.stdout


def test_the_seeds_have_their_message_in_common_and_the_rest_alone(tmp_path: Path, seeds: list[Path]) -> None:
    """Title, dateline, leads and note stand in one capture each; body and signature are the same words in both."""
    result = _run("import", *map(str, seeds), "-o", str(tmp_path / "both.md"))

    alone = result.stdout.split("Only in one capture\n")[1].split("\n\n")[0]
    assert re.findall(r":(\d+): ([a-z]+ ?\d?)  ", alone) == [
        ("3", "title"), ("5", "dateline"), ("9", "lead 1"), ("5", "lead 2"), ("26", "note 1"), ("27", "note 2"),
    ]  # fmt: skip
    assert "Different" not in result.stdout


def test_a_word_changed_in_one_capture_does_not_pass_unseen(tmp_path: Path, seeds: list[Path]) -> None:
    """The paragraph comes once, in the words of the capture given first, and the other's words are printed."""
    line = _line(seeds, "003", BODY["003"][-1])
    changed = tmp_path / "changed.txt"
    whole = "\n".join(_whole(seeds, "003"))
    changed.write_text(whole.replace("cannot and should not remain", "can and should remain"), encoding="utf-8")
    output = tmp_path / "both.md"

    result = _run("import", str(seeds[0]), str(changed), "-o", str(output))

    text = output.read_text(encoding="utf-8")
    assert text.count("remain silent") == 1
    assert line in text
    assert "We [-cannot-] {+can+} and should [-not-] remain silent" in result.stdout


@pytest.mark.parametrize("segmentation", ["block", "sentence"])
@pytest.mark.parametrize("kind", ["000.txt", "003.txt", "both.txt", "000-article.html", "both.html"])
def test_an_import_is_an_ordinary_source_that_can_be_translated_approved_and_built(
    tmp_path: Path,
    seeds: list[Path],
    in_html: dict[tuple[str, str], Path],
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    segmentation: str,
) -> None:
    """Through the command line, with a translation that marks each text: every text comes out translated."""
    monkeypatch.chdir(tmp_path)
    settings = f'locales = ["es"]\nsources = ["source/*.md"]\nsegmentation = "{segmentation}"\n'
    (tmp_path / "l10n-tool.toml").write_text(settings)
    files = {
        "000.txt": seeds[:1],
        "003.txt": seeds[1:],
        "both.txt": seeds,
        "000-article.html": [in_html["000", "article"]],
        "both.html": [in_html["000", "table"], in_html["003", "article"]],
    }[kind]
    assert _run("import", *map(str, files), "-o", "source/letter.md").exit_code == 0
    assert _run("extract").exit_code == 0
    assert _run("init", "es").exit_code == 0
    po = tmp_path / "locales/es/LC_MESSAGES/messages.po"
    catalogue = parse_catalogue(po.read_bytes())
    translated = replace(catalogue, entries=tuple(map(_translated, catalogue.entries)))
    po.write_bytes(format_catalogue(translated))

    approved = _run("approve", "es", "--by", "es-reviewer", "--all", "--despite-findings")
    built = _run("build", "--require", "approved")

    assert approved.exit_code == 0, approved.output
    assert built.exit_code == 0, built.output
    page = (tmp_path / "build/es/letter.md").read_text(encoding="utf-8")
    assert all(entry.msgstr[0].split("\n")[0] in page for entry in _entries(po) if "title" not in entry.extracted)


def _translated(entry: Entry) -> Entry:
    """Return an entry with a translation that keeps all it must: the source with a word before its last mark."""
    if entry.is_header:
        return entry
    return entry.replace(msgstr=(re.sub(r"([.:]?)\Z", r" traducido\1", entry.msgid, count=1),))
