"""The most similar of many texts, without comparing each with each: ``search`` finds it with the others' help."""

from l10n_tool.catalogue.similar.search import Look, Search, SimilarTexts

__all__ = ["Look", "Search", "SimilarTexts"]
