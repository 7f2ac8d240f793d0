"""The sample project: its catalogues are accepted by everybody, and every reader finds the same in them."""

import gettext
import io
from collections.abc import Callable
from pathlib import Path

import polib
import pytest
from click.testing import CliRunner

from l10n_tool.catalogue import parse_catalogue
from l10n_tool.cli import main
from l10n_tool.gate import may_publish
from running import REPOSITORY

CATALOGUES = sorted((REPOSITORY / "locales").glob("*/LC_MESSAGES/*.po"))
TEMPLATE = REPOSITORY / "locales/messages.pot"

pytestmark = pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.relative_to(REPOSITORY).as_posix())


def test_msgfmt_accepts_the_catalogue(path: Path, msgfmt: Callable[..., object]) -> None:
    """With all its checks, and without a word."""
    result = msgfmt("--check", "-o", "/dev/null", path)

    assert (result.returncode, result.stderr) == (0, b"")  # type: ignore[attr-defined]


def test_i18nspector_finds_no_error(path: Path, i18nspector: Callable[..., object]) -> None:
    """Its error tags begin with E."""
    output = i18nspector(path).stdout.decode()  # type: ignore[attr-defined]

    assert [line for line in output.splitlines() if line.startswith("E:")] == []


def test_polib_reads_the_fields_that_we_read(path: Path) -> None:
    """A second reader, by another hand."""
    ours = parse_catalogue(path.read_bytes())
    theirs = polib.pofile(str(path))

    assert [
        (e.msgctxt, e.msgid, e.msgstr[0], "\n".join(e.comments), "\n".join(e.extracted), list(e.flags), e.obsolete)
        for e in ours.entries
        if not e.is_header
    ] == [(e.msgctxt, e.msgid, e.msgstr, e.tcomment, e.comment, e.flags, bool(e.obsolete)) for e in theirs]


def test_pythons_gettext_loads_what_we_compile(path: Path, tmp_path: Path) -> None:
    """Every published entry, and no other."""
    output = tmp_path / "x.mo"

    result = CliRunner().invoke(main, ["compile", str(path), "-o", str(output)], catch_exceptions=False)

    assert result.exit_code == 0
    translations = gettext.GNUTranslations(io.BytesIO(output.read_bytes()))
    for entry in parse_catalogue(path.read_bytes()).messages:
        expected = entry.msgstr[0] if may_publish(entry) else entry.msgid
        assert translations.gettext(entry.msgid) == expected


def test_the_catalogue_holds_no_error(path: Path) -> None:
    """Our own checks are the first that the sample has to pass."""
    result = CliRunner().invoke(main, ["check", str(path)], catch_exceptions=False)

    assert result.exit_code == 0, result.stdout
