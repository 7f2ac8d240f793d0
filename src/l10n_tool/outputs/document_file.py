"""The localised document in its source format."""

from collections.abc import Mapping
from html import escape

from l10n_tool.document import Marking
from l10n_tool.languages import Language
from l10n_tool.outputs.model import Localised
from l10n_tool.outputs.words import notice_in

__all__ = ["render"]


def render(localised: Localised) -> Mapping[str, bytes]:
    """Return the document under its own file ending.

    Blocks without a translation keep the bytes of the source; in a format that can say so they are marked as being
    in the source's language, and the document begins with a notice.
    """
    name = localised.path + _ending(localised.document.name)
    source = localised.source
    if localised.missing and isinstance(source, Marking):
        marks = _attributes(localised.source_language), _notice(localised.language)
        return {name: source.marked(localised.document, localised.translations, localised.language, marks)}
    return {name: localised.written}


def _attributes(language: Language) -> str:
    return f'lang="{language.tag}" dir="{language.direction}"'


def _notice(language: Language) -> str:
    text, spoken = notice_in(language)
    return f'<p role="note" {_attributes(spoken)}>{escape(text)}</p>'


def _ending(name: str) -> str:
    """Return a file name's ending with its dot, or nothing."""
    stem, dot, ending = name.rpartition("/")[2].rpartition(".")
    return dot + ending if stem else ""
