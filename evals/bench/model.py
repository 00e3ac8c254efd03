"""A model of fixed latency on loopback that speaks OpenAI's chat API, and a log of when it was asked and answered.

It stands at the outermost wall: the client libraries and everything above them are the real ones.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple, Self

from evals.bench.answers import answer
from service.llm.requests import BYTES_PER_TOKEN, compact_json

WAITING_CONNECTIONS = 256
"""The standard library keeps five: a sixth at once would be tried again a second later, and be told as our latency."""


class Exchange(NamedTuple):
    """One request: what it asked for and when it came and was answered, in seconds of one clock."""

    reply_name: str
    arrived: float
    answered: float
    prompt_bytes: int
    """UTF-8 bytes of the messages and of the schema, as they arrived."""


class FixedLatencyModel:
    """The server. It answers each request by a rule, `delay_s` after it arrived, however many come at once.

    Args:
        delay_s: seconds from a request's arrival to its answer.
        is_faulty: whether each summary holds one sentence that the linter must refuse.
    """

    def __init__(self, delay_s: float, *, is_faulty: bool = False) -> None:
        self.delay_s, self.is_faulty = delay_s, is_faulty
        self.exchanges: list[Exchange] = []
        self.arrivals = 0
        self._changed = threading.Condition()
        self._closing = threading.Event()
        self._server = _Server(("127.0.0.1", 0), _face(self))
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def wait_for_answers(self, number: int) -> None:
        """Block until so many requests were answered."""
        with self._changed:
            self._changed.wait_for(lambda: len(self.exchanges) >= number)

    def take(self, request: Mapping[str, Any]) -> bytes:
        """The body of the answer, once its time has come."""
        arrived = time.perf_counter()
        with self._changed:
            self.arrivals += 1
        # Worked out in the middle of the wait: the run that is measured shares this interpreter, and is idle then.
        self._closing.wait(self.delay_s / 2)
        text, size = answer(request, is_faulty=self.is_faulty), prompt_bytes(request)
        body = _completion(text, size)
        self._closing.wait(max(0.0, arrived + self.delay_s - time.perf_counter()))
        reply_name = request["response_format"]["json_schema"]["name"]
        with self._changed:
            self.exchanges.append(Exchange(reply_name, arrived, time.perf_counter(), size))
            self._changed.notify_all()
        return body

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def longest_chain(exchanges: Iterable[Exchange]) -> int:
    """How many calls, at most, came one after the other, each after the answer to the one before.

    The classical choice of the most disjoint intervals: always take the one that ends first.
    """
    calls, free_from = 0, float("-inf")
    for exchange in sorted(exchanges, key=lambda each: each.answered):
        if exchange.arrived >= free_from:
            calls, free_from = calls + 1, exchange.answered
    return calls


def prompt_bytes(request: Mapping[str, Any]) -> int:
    """What a provider counts as the prompt: all messages, and the schema that the reply is bound to."""
    messages = sum(len(message["content"].encode()) for message in request["messages"])
    return messages + len(compact_json(request["response_format"]).encode())


def _completion(text: str, size: int) -> bytes:
    prompt, reply = -(-size // BYTES_PER_TOKEN), -(-len(text.encode()) // BYTES_PER_TOKEN)
    message = {"role": "assistant", "content": text, "refusal": None}
    completion = {
        "id": "chatcmpl-fixed-latency",
        "object": "chat.completion",
        "created": 0,
        "model": "fixed-latency",
        "choices": [{"index": 0, "message": message, "finish_reason": "stop", "logprobs": None}],
        "usage": {"prompt_tokens": prompt, "completion_tokens": reply, "total_tokens": prompt + reply},
    }
    return json.dumps(completion).encode()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = WAITING_CONNECTIONS


def _face(model: FixedLatencyModel) -> type[BaseHTTPRequestHandler]:
    class Face(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = model.take(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            try:
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True  # the run was interrupted and hung up

        def finish(self) -> None:
            try:
                super().finish()
            except (OSError, ValueError):
                return  # nothing is left to flush on a connection that was hung up

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
            """Silence: the exchanges are the log."""

    return Face
