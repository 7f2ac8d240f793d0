"""Localise campaign messages, with a gate that no unreviewed machine text can pass."""

__all__ = ["__version__"]

__version__ = "0.1.0"
