"""The benchmarks' model: real HTTP, and replies that the product can use."""

from __future__ import annotations

import asyncio
import http.client
import json
from contextlib import closing

import jsonschema
import pytest

from evals.bench.answers import MOST_CLAIMS, UNFOUNDED, answer
from evals.bench.model import FixedLatencyModel, prompt_bytes
from evals.bench.synthetic import synthetic_texts
from prompts import fence_for, load_prompt
from schemas.replies import ExtractReply, RelateReply, SummaryReply
from schemas.summary import Fault
from service.analyst import Brief, BriefClaim, BriefConflict, BriefPoint, ClaimWindow, FailedSentence, WindowClaim
from service.analysts.model import ModelAnalyst
from service.llm import strict_schema

ARTICLE = "\n\n".join(
    f"The port authority counted {number} vessels on Monday in the northern basin." for number in range(101, 131)
)


def asked(prompt, reply):
    """The body of a chat request, as the gateway's client sends it."""
    schema = {"name": reply.__name__, "strict": True, "schema": strict_schema(reply)}
    return {
        "messages": [{"role": "system", "content": prompt.system}, {"role": "user", "content": prompt.user}],
        "response_format": {"type": "json_schema", "json_schema": schema},
    }


class AskedOnly:
    """Stands where the gateway does and answers by the rule, with what the analyst would have sent."""

    def __init__(self, *, is_faulty=False):
        self.is_faulty = is_faulty

    async def ask(self, prompt, reply):
        text = answer(asked(prompt, reply), is_faulty=self.is_faulty)
        jsonschema.validate(json.loads(text), strict_schema(reply))
        return reply.model_validate_json(text, strict=True)


def analyst(**kwargs):
    return ModelAnalyst(AskedOnly(**kwargs), fence_salt="test")


@pytest.fixture
def brief():
    claims = [
        BriefClaim(
            id=f"c{number}",
            outlet="A daily",
            statement=f"Crew {number} left the port.",
            when="",
            passage=f"Crew {number}",
        )
        for number in range(1, 5)
    ]
    points = [BriefPoint(point=f"crew {claim.id}", standing="echoed", claims=(claim,)) for claim in claims]
    conflict = BriefConflict(id="k1", explanation="They differ. Claims of its sides: c1 against c2")
    return Brief(points=tuple(points), conflicts=(conflict,))


def extract_request(text):
    fence = fence_for(text, "test")
    return asked(load_prompt("extract").render(article=text, fence=fence), ExtractReply)


def test_an_extraction_is_valid_by_the_schema_quotes_the_article_and_is_of_plausible_size():
    text = answer(extract_request(ARTICLE), is_faulty=False)
    jsonschema.validate(json.loads(text), strict_schema(ExtractReply))
    reply = ExtractReply.model_validate_json(text, strict=True)
    assert len(reply.claims) == MOST_CLAIMS
    assert all(claim.quote in ARTICLE for claim in reply.claims)
    assert reply.claims[0].when == "on Monday"
    assert reply.claims[0].amounts == ["101 vessels"]


def test_like_statements_are_grouped_and_unlike_ones_left_alone():
    statements = [
        "Two ships left Osk on Monday.",
        "Two ships left Osk on Tuesday.",
        "A mayor spoke at length of bread.",
    ]
    shown = [
        WindowClaim(id=f"c{at}", outlet="A daily", published="undated", statement=statement, when="", speaker="")
        for at, statement in enumerate(statements, start=1)
    ]
    reply = asyncio.run(analyst().relate(ClaimWindow(claims=tuple(shown), speakers=())))
    assert isinstance(reply, RelateReply)
    assert [group.claims for group in reply.groups] == [["c1", "c2"]]


def test_a_summary_cites_claims_of_the_brief_and_leaves_those_in_conflict_alone(brief):
    reply = asyncio.run(analyst().summarise(brief))
    assert [sentence.claims for sentence in reply.sentences] == [["c3"], ["c4"]]


def test_a_faulty_summary_holds_one_unfounded_sentence_and_the_repair_of_it_none(brief):
    faulty = asyncio.run(analyst(is_faulty=True).summarise(brief))
    assert [sentence.text for sentence in faulty.sentences].count(UNFOUNDED) == 1
    fault = Fault(rule="number not in what it cites", detail="987,654")
    failed = FailedSentence(text=UNFOUNDED, claims=("c3",), conflicts=(), faults=(fault,))
    repaired = asyncio.run(analyst(is_faulty=True).repair(brief, [failed]))
    assert isinstance(repaired, SummaryReply)
    assert [sentence.text for sentence in repaired.sentences] == ["Crew 3 left the port."]


@pytest.mark.block_network(allowed_hosts=[r"127\.0\.0\.1"])
def test_over_http_the_reply_comes_as_a_chat_completion_and_is_logged_with_its_size():
    request = extract_request(synthetic_texts(1, 5)[0])
    with FixedLatencyModel(0.01) as model:
        connection = http.client.HTTPConnection("127.0.0.1", int(model.url.rsplit(":", 1)[1].split("/")[0]))
        with closing(connection):
            connection.request("POST", "/v1/chat/completions", json.dumps(request))
            completion = json.load(connection.getresponse())
    [exchange] = model.exchanges
    ExtractReply.model_validate_json(completion["choices"][0]["message"]["content"], strict=True)
    assert exchange.reply_name == "ExtractReply"
    assert exchange.answered - exchange.arrived >= model.delay_s
    assert exchange.prompt_bytes == prompt_bytes(request)
    assert completion["usage"]["prompt_tokens"] == -(-prompt_bytes(request) // 4)


def test_the_size_of_a_prompt_counts_bytes_of_all_messages_and_of_the_schema():
    request = {
        "messages": [{"role": "system", "content": "é"}, {"role": "user", "content": "ab"}],
        "response_format": {},
    }
    assert prompt_bytes(request) == len("é".encode()) + 2 + len("{}")
