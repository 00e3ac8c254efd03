"""The model gateway: one way to ask a language model, with retries, a budget, a store of replies, and no surprises.

This package is the only importer of litellm, instructor and tenacity, and imports them when a model is first asked.
Who has no model wires `NoTransport`: then only recorded replies answer.
"""

from service.llm.budget import Budget
from service.llm.gateway import Gateway
from service.llm.libraries import close_connections
from service.llm.litellm_transport import LiteLLMTransport
from service.llm.replies import ReplySource, ReplyStore, StoredReply
from service.llm.requests import ChatRequest, ModelSettings, reply_key, strict_schema
from service.llm.transport import Completion, NoTransport, Price, Stop, Transport

__all__ = [
    "Budget",
    "ChatRequest",
    "Completion",
    "Gateway",
    "LiteLLMTransport",
    "ModelSettings",
    "NoTransport",
    "Price",
    "ReplySource",
    "ReplyStore",
    "Stop",
    "StoredReply",
    "Transport",
    "close_connections",
    "reply_key",
    "strict_schema",
]
