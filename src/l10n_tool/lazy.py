"""Values that are worked out when they are first asked for."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

__all__ = ["lazy"]

T = TypeVar("T")


class lazy(Generic[T]):  # noqa: N801 - it is used as property is
    """A property that is worked out once and kept in the instance: cached_property without the lock of Python 3.11.

    Instances are used by one thread. What stands in the instance comes first, so the function is called once.
    """

    def __init__(self, work: Callable[[Any], T]) -> None:
        self._work = work
        self._name = work.__name__
        self.__doc__ = work.__doc__

    def __get__(self, instance: Any, owner: type | None = None) -> T:
        """Return the value, and keep it under the name of the function."""
        value = instance.__dict__[self._name] = self._work(instance)
        return value
