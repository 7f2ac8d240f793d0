"""Names of a package that are imported from its modules when somebody asks for them."""

from collections.abc import Callable, Mapping
from importlib import import_module

__all__ = ["names_on_demand"]


def names_on_demand(
    package: str, homes: Mapping[str, str], known: dict[str, object]
) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """Return the ``__getattr__`` and the ``__dir__`` of a package (PEP 562).

    ``homes`` says by name in which module of the package it is; ``known`` are the package's globals, where a name stays
    that was asked for.
    """

    def get(name: str) -> object:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}", name=name)
        value = known[name] = getattr(import_module(f"{package}.{homes[name]}"), name)
        return value

    return get, lambda: sorted(homes)
