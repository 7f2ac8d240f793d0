"""``python -m l10n_tool``: the same as ``l10n-tool``."""

from l10n_tool.cli import main

if __name__ == "__main__":
    main(prog_name="l10n-tool")
