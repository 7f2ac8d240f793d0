"""The localised document in its source format."""

from collections.abc import Mapping

from l10n_tool.outputs.model import Localised

__all__ = ["render"]


def render(localised: Localised) -> Mapping[str, bytes]:
    """Return the document under its own file ending; blocks without a translation keep the bytes of the source."""
    name = localised.path + _ending(localised.document.name)
    return {name: localised.written}


def _ending(name: str) -> str:
    """Return a file name's ending with its dot, or nothing."""
    stem, dot, ending = name.rpartition("/")[2].rpartition(".")
    return dot + ending if stem else ""
