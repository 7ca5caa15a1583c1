"""Starts a server when none is named, and ends it with the program."""

import atexit
import json
import os
import shlex
import shutil
import subprocess

COMMAND = "IAM_RANGE_COMMAND"
CONTROL_URL = "IAM_RANGE_CONTROL_URL"
CONTROL_TOKEN = "IAM_RANGE_CONTROL_TOKEN"


class Server:
    """A running ``iam-range serve-env``. It ends when it is closed, or when this program does."""

    def __init__(self, options: tuple[str, ...] = ()):
        words = [*_command(), "serve-env", "--port", "0", "--control-port", "0", "--json", "--until-input-ends"]
        self._owner = os.getpid()
        self._process = subprocess.Popen([*words, *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        line = self._process.stdout.readline()
        if not line:
            code = self._process.wait()
            raise RuntimeError(f"The server did not start: {shlex.join(words)} ended with {code}; see above.")
        printed = json.loads(line)
        self.agent_url: str = printed["agent_url"]
        self.agent_token: str = printed["agent_token"]
        self.control_url: str = printed["control_url"]
        self.control_token: str = printed["control_token"]

    def close(self) -> None:
        # A process that was forked off uses the server of its parent.
        if self._owner != os.getpid() or self._process.poll() is not None:
            return
        self._process.stdin.close()
        try:
            self._process.wait(30)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process.stdout.close()


def _command() -> list[str]:
    """IAM_RANGE_COMMAND, or the package of the present folder: a clone, or where ``npm i iam-range`` was said."""
    named = os.environ.get(COMMAND)
    if named:
        return shlex.split(named)
    npx = shutil.which("npx")
    if npx is None:
        raise RuntimeError(f"There is no npx: install Node, or say in {COMMAND} how iam-range is called.")
    return [npx, "--no", "--", "iam-range"]


def serve(*options: str) -> Server:
    """A server of one's own: ``serve("--sessions", "200")``. It is closed at the end of the program, or before."""
    server = Server(options)
    atexit.register(server.close)
    return server


_shared: Server | None = None


def shared_door() -> tuple[str, str]:
    """The control door that environments use which name none: of the surroundings, else of a server for all of them."""
    global _shared
    url = os.environ.get(CONTROL_URL)
    if url:
        return url, os.environ[CONTROL_TOKEN]
    if _shared is None:
        _shared = serve()
    return _shared.control_url, _shared.control_token
