"""What every test may ask for: outside programs, the seeds, and a machine without a network."""

import os
import shutil
import signal
import socket
import subprocess
from collections.abc import Callable, Iterator
from ipaddress import ip_address
from pathlib import Path
from typing import Any, Final, NoReturn

import pytest
from hypothesis import HealthCheck, settings

ROOT: Final = Path(__file__).parent.parent
DATA: Final = Path(__file__).parent / "data"

#: How to get each program that a test may need.
PACKAGES: Final = {
    "msgfmt": "gettext",
    "msgmerge": "gettext",
    "msgcat": "gettext",
    "msgunfmt": "gettext",
    "i18nspector": "i18nspector",
    "apertium": "apertium",
    "chromium": "chromium",
    "strace": "strace",
}

settings.register_profile("default", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
# The same examples at every run: what CI says must not depend on chance; a local run looks further.
settings.register_profile("ci", settings.get_profile("default"), max_examples=150, derandomize=True)
settings.load_profile("ci" if os.environ.get("L10N_TOOL_REQUIRE_ALL") else "default")

# A shell without job control, and nohup, have what they start ignore signals, and so would all that the tests start.
for number, handler in ((signal.SIGINT, signal.default_int_handler), (signal.SIGHUP, signal.SIG_DFL)):
    if signal.getsignal(number) is signal.SIG_IGN:
        signal.signal(number, handler)

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


def lacking(what: str, remedy: str) -> NoReturn:
    """Skip the test, or fail it where the environment promises that nothing is skipped."""
    message = f"{what}; {remedy}"
    if os.environ.get("L10N_TOOL_REQUIRE_ALL"):
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session")
def need_tool() -> Callable[[str], str]:
    """Return the path of a program, or skip the test and say what to install."""

    def need(name: str) -> str:
        found = shutil.which(name)
        if found is None:
            lacking(f"{name} is not installed", f"apt install {PACKAGES.get(name, name)}")
        return found

    return need


def _runner(path: str) -> Run:
    def run(*arguments: str | Path, data: bytes | None = None) -> "subprocess.CompletedProcess[bytes]":
        # Messages in English, whatever the machine speaks.
        environment = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": ""}
        command = [path, *map(str, arguments)]
        return subprocess.run(command, input=data, capture_output=True, check=False, env=environment, timeout=60)

    return run


@pytest.fixture(scope="session")
def msgfmt(need_tool: Callable[[str], str]) -> Run:
    """Run gettext's compiler."""
    return _runner(need_tool("msgfmt"))


@pytest.fixture(scope="session")
def msgmerge(need_tool: Callable[[str], str]) -> Run:
    """Run gettext's merge."""
    return _runner(need_tool("msgmerge"))


@pytest.fixture(scope="session")
def msgcat(need_tool: Callable[[str], str]) -> Run:
    """Run gettext's formatter."""
    return _runner(need_tool("msgcat"))


@pytest.fixture(scope="session")
def msgunfmt(need_tool: Callable[[str], str]) -> Run:
    """Run gettext's decompiler."""
    return _runner(need_tool("msgunfmt"))


@pytest.fixture(scope="session")
def i18nspector(need_tool: Callable[[str], str]) -> Run:
    """Run the independent checker of PO and MO files."""
    return _runner(need_tool("i18nspector"))


@pytest.fixture(scope="session")
def apertium(need_tool: Callable[[str], str]) -> Run:
    """Run the translation engine that works without a network."""
    return _runner(need_tool("apertium"))


@pytest.fixture(scope="session")
def chromium(need_tool: Callable[[str], str]) -> str:
    """Return the path of the browser."""
    return need_tool("chromium")


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the folder of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def data() -> Path:
    """Return the folder of the cases."""
    return DATA


@pytest.fixture(scope="session")
def seeds() -> list[Path]:
    """Return the two real captures, which are kept beside the repository and not in it."""
    folder = ROOT.parent / "shared" / "seeds"
    found = sorted(folder.glob("*.txt"))
    if not found:
        lacking("the seeds are not there", "put them into ../shared/seeds, beside the repository")
    return found


def _is_local(address: object) -> bool:
    """Whether an address leads nowhere outside this machine."""
    if isinstance(address, str | bytes):
        return True  # a socket in the file system
    host = address[0] if isinstance(address, tuple) else ""
    if host == "localhost":
        return True
    try:
        return ip_address(str(host).partition("%")[0]).is_loopback
    except ValueError:
        return False


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Let no test reach beyond the loopback interface."""

    def guarded(name: str) -> Callable[[socket.socket, Any], Any]:
        original = getattr(socket.socket, name)

        def connect(self: socket.socket, address: Any) -> Any:
            if not _is_local(address):
                raise OSError(f"a test may not connect to {address!r}")
            return original(self, address)

        return connect

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded("connect"))
        patch.setattr(socket.socket, "connect_ex", guarded("connect_ex"))
        yield
