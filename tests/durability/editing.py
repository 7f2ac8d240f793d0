"""Makes twenty edits in a catalogue, one write each, as soon as it is told to begin."""

import sys
from pathlib import Path

from l10n_tool.catalogue import Catalogue
from l10n_tool.workflow.files import CatalogueFile, open_target, rewrite_catalogue
from l10n_tool.workflow.targets import Target

EDITS = 20


def _edit(path: Path, msgid: str) -> None:
    def change(file: CatalogueFile) -> Catalogue:
        entries = [entry for entry in file.catalogue.messages if entry.msgid == msgid]
        return file.catalogue.map({entry.key: entry.replace(msgstr=(f"edited {msgid}",)) for entry in entries})

    rewrite_catalogue(open_target(Target(path, path.name)), change)


if __name__ == "__main__":
    print("ready", flush=True)  # noqa: T201
    sys.stdin.readline()
    for number in range(EDITS):
        _edit(Path(sys.argv[1]), f"message {sys.argv[2]} of {number}")
