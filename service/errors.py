"""Everything that Twosource raises on purpose.

TwosourceError
├── InputError            the user's input; says file, what is wrong, and the remedy      exit 2
│   └── InputErrors           several faulty files at once, one line each
├── SettingsError         a setting that is missing or wrong                              exit 2
├── ProviderError         the model's service gave no usable reply                        exit 4
│   ├── ProviderRefused       wrong key, unknown model, bad request: trying again is no use
│   ├── ProviderUnavailable   out of reach, overloaded or too slow, retries spent
│   ├── ReplyInvalid          a reply that does not follow the schema, re-ask spent
│   └── ReplyMissing          replay only: no recorded reply to this prompt
└── BudgetExceeded        the next call would pass a limit that the user set              exit 5

Messages never hold article text, prompts, replies or keys. Exit statuses live in the CLI.
"""

from __future__ import annotations

from collections.abc import Sequence


class TwosourceError(Exception):
    """Base of the tree; its message is fit to be shown to a user."""


class InputError(TwosourceError):
    """An input that cannot be read.

    >>> print(InputError("a.md", "is empty", "give a file with text"))
    a.md: is empty; give a file with text
    """

    def __init__(self, source: str, problem: str, remedy: str) -> None:
        super().__init__(f"{source}: {problem}; {remedy}")
        self.source, self.problem, self.remedy = source, problem, remedy


class InputErrors(InputError):
    """Several inputs that cannot be read, told together so that the user mends them in one go.

    >>> one, two = InputError("a.md", "is empty", "fill it"), InputError("b.md", "is binary", "give text")
    >>> print(InputErrors([one, two]))
    a.md: is empty; fill it
    b.md: is binary; give text
    """

    def __init__(self, errors: Sequence[InputError]) -> None:
        TwosourceError.__init__(self, "\n".join(str(error) for error in errors))
        self.errors = tuple(errors)
        self.source = ", ".join(error.source for error in errors)
        self.problem = f"{len(errors)} inputs cannot be read"
        self.remedy = "mend each as its line says"


class SettingsError(TwosourceError):
    """A setting that is missing or wrong; the message names it and the remedy."""


class ProviderError(TwosourceError):
    """The model's service gave no usable reply."""


class ProviderRefused(ProviderError):
    """Trying again is no use: wrong key, unknown model, bad request."""


class ProviderUnavailable(ProviderError):
    """Out of reach, overloaded or too slow; the retries are spent."""


class ReplyInvalid(ProviderError):
    """The reply did not follow the schema, and neither did the one re-ask."""


class ReplyMissing(ProviderError):
    """Replay only: the recording holds no reply to this prompt."""

    def __init__(self, prompt: str, key: str) -> None:
        super().__init__(
            f"the recording does not hold these articles as they are now (no reply to the prompt “{prompt}”, "
            f"key {key}); name a model with --model to ask one"
        )
        self.prompt, self.key = prompt, key


class BudgetExceeded(TwosourceError):
    """The next call would pass a limit that the user set; it was not made."""
