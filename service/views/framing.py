"""What frames a report: how its head says what was read and what is missing, how its foot says what was asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from schemas.claims import Rejection
from schemas.clusters import CorroborationStatus
from schemas.report import Failure, Manifest, Report, ReportStatus, Usage
from service.views.phrases import capital, counted, joined, listed, sentence
from service.views.wording import STANDINGS

REPLAYED = "Replayed: the model's replies are a bundled recording."


def headline(report: Report) -> str:
    """How much was read, and whose."""
    outlets = list(dict.fromkeys(article.outlet for article in report.articles))
    names = f": {listed(outlets)}" if outlets else ""
    return f"{counted(len(report.articles), 'article')} from {counted(len(outlets), 'outlet')}{names}"


def analyst_words(manifest: Manifest) -> str:
    return f"Analyst: {manifest.analyst} ({manifest.model or 'no model'})"


def glance(report: Report) -> str:
    """The counts that tell an editor where to look first."""
    standing = Counter(corroboration.status for corroboration in report.corroborations)
    return joined(
        counted(len(report.contradictions), "contradiction"),
        counted(len(report.disputes), "dispute") if report.disputes else "",
        counted(len(report.updates), "update") if report.updates else "",
        counted(len(report.discrepancies), "discrepancy", "discrepancies") if report.discrepancies else "",
        *(
            f"{standing[status]:,} {words.title.lower()}"
            for status, words in STANDINGS.items()
            if standing[status] and status is not CorroborationStatus.DISPUTED
        ),
        by=" · ",
    )


def incomplete_title(report: Report) -> str:
    if report.status is ReportStatus.PARTIAL:
        return "INCOMPLETE REPORT"
    return "FAILURES" if report.manifest.failures else ""


def failure_lines(report: Report) -> list[str]:
    return [failure_words(failure) for failure in report.manifest.failures] or ["The run does not say what is missing."]


def usage_words(usage: Usage, *, replayed: bool) -> str:
    if usage.calls == usage.replies_reused == 0:
        return "No model was asked."
    reused = counted(usage.replies_reused, "reply", "replies")
    if replayed:
        return f"{reused} taken from the recording. No model was asked."
    replies = counted(usage.calls, "reply", "replies")
    return ". ".join(
        [
            f"{replies} asked of the model in {counted(usage.requests, 'request')}",
            f"{reused} reused",
            f"Tokens (estimated): {usage.prompt_tokens:,} in, {usage.completion_tokens:,} out",
            "Cost not known." if usage.cost_usd is None else f"Cost: ${usage.cost_usd:.4f}.",
        ]
    )


def rejection_words(rejections: Sequence[Rejection]) -> str:
    """Refused drafts by reason, most frequent first."""
    if not rejections:
        return "Nothing that the analyst returned was refused."
    reasons = Counter(rejection.reason for rejection in rejections).most_common()
    by_reason = ", ".join(f"{reason} ({number:,})" for reason, number in reasons)
    return f"Refused of what the analyst returned: {by_reason}."


def failure_words(failure: Failure) -> str:
    return joined(
        f"{failure.subject} ({failure.stage}): {sentence(failure.reason)}", sentence(capital(failure.remedy)), by=" "
    )


def footer_lines(manifest: Manifest) -> list[str]:
    return [
        usage_words(manifest.usage, replayed=manifest.replayed),
        rejection_words(manifest.rejections),
        f"Twosource {manifest.product_version}, report schema {manifest.schema_version}",
    ]
