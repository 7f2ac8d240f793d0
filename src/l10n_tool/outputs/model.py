"""What an output is given."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from l10n_tool.document import Document, Source
from l10n_tool.languages import Language

__all__ = ["Localised", "Output"]


@dataclass(frozen=True, slots=True)
class Localised:
    """A document in one language, with what the gate let through and nothing else.

    ``translations`` goes by the block's index; a block that is absent may not be published. ``alternates`` are the
    languages in which the document is published, the source language among them, in the order readers see. ``path``
    is relative to the language's folder, in POSIX form and without a suffix: ``campaign-message``. With a
    ``base_url`` the addresses that search engines read are absolute. ``data`` is the document in its own format, if it
    was written already.
    """

    document: Document
    source: Source
    language: Language
    source_language: Language
    translations: Mapping[int, str]
    alternates: tuple[Language, ...]
    path: str
    base_url: str = ""
    data: bytes | None = None

    @property
    def written(self) -> bytes:
        """The document in its own format. Raises StructureError."""
        if self.data is not None:
            return self.data
        return self.source.write(self.document, self.translations, self.language)

    @property
    def is_original(self) -> bool:
        """Whether this is the source document itself, which needs no translation."""
        return self.language == self.source_language

    @property
    def missing(self) -> tuple[int, ...]:
        """The blocks that stand in the source language for want of a translation."""
        if self.is_original:
            return ()
        return tuple(i for i in range(len(self.document.blocks)) if i not in self.translations)


#: Gives each file, by its path relative to the language's folder, as bytes. Pure: one input, one result.
Output = Callable[[Localised], Mapping[str, bytes]]
