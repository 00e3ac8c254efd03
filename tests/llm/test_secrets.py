"""Neither logs nor errors tell what was asked, what was answered, or with which key."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import traceback

import pytest

from service.llm import LiteLLMTransport, ModelSettings
from tests.llm.asking import ask
from tests.llm.stub import Provider, Step, fails, garbage, resets, says, stalls

PROMPT_CANARY = "canary-in-the-prompt"
REPLY_CANARY = "canary-in-the-reply"
KEY_CANARY = "sk-canary-in-the-key"
CANARIES = (PROMPT_CANARY, REPLY_CANARY, KEY_CANARY)

loopback = pytest.mark.block_network(allowed_hosts=[r"127\.0\.0\.1"])

ECHO = f"{PROMPT_CANARY} {KEY_CANARY} {REPLY_CANARY}"
ENDINGS = {
    "good": [says(f'{{"city": "{REPLY_CANARY}"}}')],
    "bad twice": [says(f'{{"city": 7, "{REPLY_CANARY}": "{REPLY_CANARY}"}}')],
    "prose": [says(f"{REPLY_CANARY} is a town")],
    "refused": [says(None, refusal=REPLY_CANARY)],
    "cut": [says(f'{{"city": "{REPLY_CANARY}', finish="length")],
    "401 that echoes": [fails(401, message=ECHO)],
    "400 that echoes": [fails(400, message=ECHO)],
    "500 that echoes": [fails(500, message=ECHO)],
    "429 that echoes": [fails(429, message=ECHO, retry_after="1")],
    "garbage that echoes": [garbage(ECHO)],
    "reset": [resets()],
    "timeout": [stalls(30)],
}


def leaks(text: str) -> list[str]:
    return [canary for canary in CANARIES if canary in text]


def told_by(error: BaseException | None) -> str:
    """All that can be printed of an error and of those behind it, shown or suppressed."""
    parts = []
    while error is not None:
        parts += [str(error), repr(error), repr(error.args), repr(vars(error))]
        parts += traceback.format_exception(error)
        error = error.__cause__ or error.__context__
    return "\n".join(parts)


@loopback
@pytest.mark.parametrize("ending", ENDINGS)
def test_no_canary_is_told(
    provider: Provider, ending: str, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    steps: list[Step] = ENDINGS[ending]
    provider.script("canary", *steps)
    caplog.set_level(logging.DEBUG)

    (outcome,) = ask(provider, PROMPT_CANARY, key=KEY_CANARY, timeout_s=0.3 if ending == "timeout" else 20).outcomes

    assert PROMPT_CANARY in str(provider.requests)
    assert provider.keys[0] == f"Bearer {KEY_CANARY}"
    assert leaks(caplog.text) == []
    printed = capfd.readouterr()
    assert leaks(printed.out + printed.err) == []
    if isinstance(outcome, BaseException):
        assert leaks(told_by(outcome)) == []
    else:
        assert ending == "good"


@loopback
def test_the_log_tells_name_key_and_sizes(provider: Provider, caplog: pytest.LogCaptureFixture) -> None:
    provider.script("harbour", fails(503), says('{"city": "Rome"}'))
    caplog.set_level(logging.INFO, logger="twosource.llm")

    ask(provider, "the harbour")

    retry, done = [record.getMessage() for record in caplog.records if record.name == "twosource.llm"]
    assert retry.startswith("retry prompt=locate key=")
    assert "tries=1 status=503" in retry
    assert done.startswith("reply prompt=locate key=")
    assert "status=complete" in done


def test_the_transport_does_not_show_its_key() -> None:
    from pydantic import SecretStr

    transport = LiteLLMTransport(ModelSettings(model="openai/x"), SecretStr(KEY_CANARY))
    assert leaks(repr(transport) + repr(vars(transport))) == []


def run_python(program: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout


IMPORT_AND_REPLAY = """
import asyncio, sys
from pydantic import BaseModel
from prompts import RenderedPrompt
from service.errors import ReplyMissing
from service.llm import Gateway, ModelSettings, NoTransport

class City(BaseModel):
    city: str

gateway = Gateway(ModelSettings(model="openai/x"), NoTransport())
try:
    asyncio.run(gateway.ask(RenderedPrompt(name="n", system="s", user="u"), City))
except ReplyMissing:
    print("missing", sorted({"litellm", "instructor", "tenacity", "openai", "aiohttp"} & set(sys.modules)))
"""


def test_importing_the_gateway_and_replaying_imports_no_client_library() -> None:
    assert run_python(IMPORT_AND_REPLAY) == "missing []\n"


ASK_AND_LIST_ADDRESSES = """
import asyncio, os, socket, sys

asked = set()
connect, connect_ex, getaddrinfo = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

def listen(real, of):
    def listening(*arguments, **named):
        asked.add(of(arguments))
        return real(*arguments, **named)
    return listening

socket.socket.connect = listen(connect, lambda arguments: arguments[1][1])
socket.socket.connect_ex = listen(connect_ex, lambda arguments: arguments[1][1])
socket.getaddrinfo = listen(getaddrinfo, lambda arguments: arguments[1])
from pydantic import BaseModel
from prompts import RenderedPrompt
from service.llm import Gateway, LiteLLMTransport, ModelSettings, close_connections

class City(BaseModel):
    city: str

async def main(address):
    settings = ModelSettings(model="openai/x", api_base=address)
    gateway = Gateway(settings, LiteLLMTransport(settings))
    await gateway.ask(RenderedPrompt(name="n", system="s", user="harbour"), City)
    await close_connections()

asyncio.run(main(sys.argv[1]))
print(sorted(asked, key=str))
print(os.environ.get("TWOSOURCE_CANARY"))
"""


@loopback
def test_no_socket_but_the_models_own_is_opened_and_no_env_file_is_read(
    provider: Provider, tmp_path: os.PathLike[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with open(".env", "w") as file:  # noqa: PTH123 - in the folder that is current, on purpose
        file.write("TWOSOURCE_CANARY=read\n")
    for name in os.environ:
        if name.startswith(("LITELLM_", "HF_", "PYDANTIC_")):
            monkeypatch.delenv(name)
    provider.script("harbour", says('{"city": "Rome"}'))

    addresses, canary = run_python(ASK_AND_LIST_ADDRESSES, provider.url).splitlines()

    assert addresses == f"[{provider.port}]"
    assert canary == "None"
