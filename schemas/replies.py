"""What a language model may return: flat, closed, without ids or offsets of its own making.

These models are sent as strict JSON schemas, so no field is optional: "" or [] stands for "the article does not say".
They are kept apart from the domain on purpose; only `service/stages/ground.py` turns a draft into a claim.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Reply(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class DraftClaim(Reply):
    quote: str = Field(description="passage copied letter for letter from the article")
    statement: str = Field(description="the claim as one self-contained English sentence")
    subject: str
    predicate: str = Field(description="verb")
    object: str
    when: str = Field(description="article's words dating the event itself, not its telling")
    where: str
    amounts: list[str] = Field(description="article's words: number and what it counts")
    speaker: str = Field(description="who says so; empty if the outlet")
    speaks_for: str = Field(description="institution the speaker speaks for")
    cue: str = Field(description="said, according to")
    mode: Literal["direct", "indirect", "none"]
    polarity: Literal["positive", "negative"]
    factuality: Literal["asserted", "alleged", "possible", "planned", "denied"]


class ExtractReply(Reply):
    """Reply to the prompt `extract`."""

    claims: list[DraftClaim]


class Group(Reply):
    point: str = Field(description="the point in a few words")
    claims: list[str] = Field(description="ids of the claims on this point")
    changes_over_time: bool = Field(description="true if the value can honestly differ from day to day, as a toll")


class ProposedConflict(Reply):
    first: str = Field(description="id of a claim")
    second: str = Field(description="id of a claim that cannot be true together with it")
    kind: Literal["temporal", "numeric", "entity", "polarity", "attribution", "quotation"]
    first_value: str = Field(description="what the first says on the point, in its words")
    second_value: str = Field(description="what the second says, in its words")
    why: str = Field(description="one sentence")


class Voice(Reply):
    institution: str = Field(description="who ultimately speaks")
    speakers: list[str] = Field(description="names from the list of speakers, as given there")


class RelateReply(Reply):
    """Reply to the prompt `relate`."""

    groups: list[Group]
    conflicts: list[ProposedConflict]
    voices: list[Voice]


class DraftSentence(Reply):
    text: str
    claims: list[str] = Field(description="ids of the claims that this sentence rests on")
    conflicts: list[str] = Field(description="ids of the conflicts that it tells")


class SummaryReply(Reply):
    """Reply to the prompts `summarise` and `repair`."""

    sentences: list[DraftSentence]
