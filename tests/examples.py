"""How many examples Hypothesis tries where each of them asks the servers."""

from hypothesis import settings

_USUAL = 100


def examples(count: int) -> int:
    """`count` of them, or a part of it where the profile asks for fewer than usual."""
    return max(1, count * settings().max_examples // _USUAL)
