"""What keeps tests on this machine."""

import socket

import pytest


def test_no_test_reaches_the_network() -> None:
    """Only this machine's own addresses can be connected to."""
    with socket.socket() as out, pytest.raises(OSError, match="a test may not connect"):
        out.connect(("192.0.2.1", 80))
    with socket.socket() as inside, socket.create_server(("127.0.0.1", 0)) as server:
        inside.connect(server.getsockname())
