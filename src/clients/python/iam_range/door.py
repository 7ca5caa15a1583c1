"""The control door of a server: JSON over HTTP."""

import http.client
import json
from urllib.parse import urlsplit

TIMEOUT_S = 120


class RangeError(Exception):
    """What the server refused, with its kind and words, and what failed when the machine did."""

    def __init__(self, status: int, answer: dict):
        error = answer.get("error", {})
        super().__init__(error.get("message", f"HTTP {status}"))
        self.status = status
        self.kind = error.get("kind", "")
        self.nearest = error.get("nearest")
        self.retryable = error.get("retryable", False)
        self.retry_after_s = error.get("retry_after_s")
        self.failure_kind = answer.get("failure_kind")


class Door:
    """One connection to a door, kept open between requests."""

    def __init__(self, url: str, token: str):
        self._place = urlsplit(url).netloc
        self._headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        self._connection: http.client.HTTPConnection | None = None

    def ask(self, path: str, body: dict | None = None, *, repeatable: bool = False) -> dict:
        """Answers a request. One that may be repeated without harm is sent again when the connection was lost."""
        for is_last in [False, True] if repeatable else [True]:
            try:
                return self._ask(path, body)
            except (OSError, http.client.HTTPException):
                self.close()
                if is_last:
                    raise
        raise AssertionError("unreachable")

    def _ask(self, path: str, body: dict | None) -> dict:
        if self._connection is None:
            self._connection = http.client.HTTPConnection(self._place, timeout=TIMEOUT_S)
        text = None if body is None else json.dumps(body)
        self._connection.request("GET" if body is None else "POST", path, text, self._headers)
        reply = self._connection.getresponse()
        answer = json.loads(reply.read())
        if reply.status != 200:
            raise RangeError(reply.status, answer)
        return answer

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
