"""A model provider on loopback that answers by a script: the real client libraries talk to it over HTTP.

    with Provider() as provider:
        provider.script("alpha", fails(429, retry_after="2"), says('{"city": "Rome"}'))

A request whose messages hold "alpha" gets the steps in turn; the last step is repeated for ever.
"""

from __future__ import annotations

import json
import socket
import struct
import threading
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple, Self

RESET_ON_CLOSE = struct.pack("ii", 1, 0)


class Step(NamedTuple):
    """What the provider does with one request."""

    status: int = 200
    body: str = ""
    headers: Mapping[str, str] = {}
    delay_s: float = 0.0
    reset: bool = False
    promised_bytes: int | None = None
    """Content-Length to announce where it is not the body's own: the body then arrives cut."""


def completion(content: str | None, *, finish: str = "stop", refusal: str | None = None) -> str:
    """The body of a chat completion, as providers that follow OpenAI's format send it."""
    message = {"role": "assistant", "content": content, "refusal": refusal}
    return json.dumps(
        {
            "id": "chatcmpl-stub",
            "object": "chat.completion",
            "created": 0,
            "model": "stub",
            "choices": [{"index": 0, "message": message, "finish_reason": finish, "logprobs": None}],
            "usage": {"prompt_tokens": 100, "completion_tokens": 10, "total_tokens": 110},
        }
    )


def says(content: str | None, *, finish: str = "stop", refusal: str | None = None, delay_s: float = 0.0) -> Step:
    return Step(body=completion(content, finish=finish, refusal=refusal), delay_s=delay_s)


def fails(status: int, *, retry_after: str | None = None, message: str = "scripted", code: str | None = None) -> Step:
    headers = {} if retry_after is None else {"Retry-After": retry_after}
    error = {"message": message, "type": "scripted_error", "param": None, "code": code}
    return Step(status=status, body=json.dumps({"error": error}), headers=headers)


def resets() -> Step:
    """The connection is torn down before any byte of an answer."""
    return Step(reset=True)


def stalls(seconds: float) -> Step:
    return says("{}", delay_s=seconds)


def breaks_off(content: str) -> Step:
    """The answer ends in the middle of its JSON, short of the length it announced."""
    body = completion(content)
    return Step(body=body[: len(body) // 2], promised_bytes=len(body))


def garbage(body: str = "<html>gateway</html>", content_type: str = "text/html") -> Step:
    """Status 200 with something that is no chat completion."""
    return Step(body=body, headers={"Content-Type": content_type})


class Provider:
    """The scripted server. `requests` holds the bodies received, in order; `keys` the Authorization headers."""

    def __init__(self) -> None:
        self.requests: list[dict[str, Any]] = []
        self.keys: list[str | None] = []
        self.most_at_once = 0
        self._scripts: dict[str, list[Step]] = {}
        self._at_once = 0
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _face(self))
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)

    @property
    def port(self) -> int:
        return self._server.server_address[1]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    def script(self, needle: str, *steps: Step) -> None:
        self._scripts[needle] = list(steps)

    def asked(self, needle: str = "") -> int:
        """How many requests held `needle` in their messages."""
        return sum(needle in json.dumps(request["messages"]) for request in self.requests)

    def take(self, request: dict[str, Any], key: str | None) -> Step:
        text = json.dumps(request["messages"])
        with self._lock:
            self.requests.append(request)
            self.keys.append(key)
            for needle, steps in self._scripts.items():
                if needle in text:
                    return steps.pop(0) if len(steps) > 1 else steps[0]
        return fails(400, message="no script for this request")

    def wait(self, seconds: float) -> None:
        """Hold an answer back, but never past the end of the test."""
        with self._lock:
            self._at_once += 1
            self.most_at_once = max(self.most_at_once, self._at_once)
        self._closing.wait(seconds)
        with self._lock:
            self._at_once -= 1

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def _face(provider: Provider) -> type[BaseHTTPRequestHandler]:
    class Face(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            raw = self.rfile.read(int(self.headers["Content-Length"]))
            step = provider.take(json.loads(raw), self.headers.get("Authorization"))
            provider.wait(step.delay_s)
            if step.reset:
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET_ON_CLOSE)
                self.close_connection = True
                self.connection.close()
                return
            try:
                self._answer(step)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True  # the client gave up first, as a timeout makes it do

        def _answer(self, step: Step) -> None:
            body = step.body.encode()
            self.send_response(step.status)
            for name, value in {"Content-Type": "application/json", **step.headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(step.promised_bytes or len(body)))
            self.end_headers()
            self.wfile.write(body)
            self.close_connection = step.promised_bytes is not None

        def finish(self) -> None:
            try:
                super().finish()
            except (OSError, ValueError):
                return  # a connection that was reset has nothing left to flush

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
            """Silence: the tests count requests themselves."""

    return Face
