"""Writing the template again."""

from pathlib import Path

import pytest

from l10n_tool.catalogue import parse_catalogue
from running import Cli


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project of one document."""
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "message.md").write_text("# Read aloud\n", encoding="utf-8")
    (tmp_path / "l10n-tool.toml").write_text('sources = ["source/*.md"]\n', encoding="utf-8")
    return tmp_path


def test_what_a_person_wrote_in_the_templates_header_stays(project: Path, cli: Cli) -> None:
    """A licence above it, and fields that are none of ours, through an extraction that has much to do."""
    cli(project, "extract")
    path = project / "locales" / "messages.pot"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        "# This file is under the licence of the message.\n"
        + text.replace('"MIME-Version', '"X-Campaign: reading\\n"\n"MIME-Version', 1),
        encoding="utf-8",
    )
    (project / "source" / "message.md").write_text("# Read aloud\n\nTo a child.\n", encoding="utf-8")

    cli(project, "extract")

    catalogue = parse_catalogue(path.read_bytes())
    assert catalogue.header is not None
    assert catalogue.header.comments == ("This file is under the licence of the message.",)
    assert catalogue.headers["X-Campaign"] == "reading"
    assert [entry.msgid for entry in catalogue.messages] == ["Read aloud", "To a child."]
