"""How many examples Hypothesis tries where they take long: a part of them where its profile asks for fewer."""

from hypothesis import settings

_USUAL = 100


def examples(count: int) -> int:
    """`count` of them, or a part of it where the profile asks for fewer than usual."""
    return max(1, count * settings().max_examples // _USUAL)
