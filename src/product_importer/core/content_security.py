"""The content security policy: what a page of ours may load, run and be shown in."""

_RULES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    # Products name their pictures by address; none is asked for until a person allows it in the grid.
    "img-src": "'self' data: https: http:",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
}


def content_security_policy(**also: str) -> str:
    """The policy as a header; `also` adds sources to a rule, as in `style_src="'nonce-…'"`."""
    added = {name.replace("_", "-"): sources for name, sources in also.items()}
    names = [*_RULES, *(name for name in added if name not in _RULES)]
    return "; ".join(" ".join(filter(None, (name, _RULES.get(name), added.get(name)))) for name in names)
