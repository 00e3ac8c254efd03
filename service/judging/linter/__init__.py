"""The linter of the summary: it decides whether a sentence may be printed."""

from __future__ import annotations

from service.judging.linter.faults import faults_of
from service.judging.linter.sentence import CheckedSentence

__all__ = ["CheckedSentence", "faults_of"]
