"""The termbase: what a term is called in each locale, what else it may be called, and what it must not be."""

from l10n_tool.termbase.model import ANY_LOCALE, ANY_SOURCE, Term, Termbase

__all__ = ["ANY_LOCALE", "ANY_SOURCE", "Term", "Termbase"]
