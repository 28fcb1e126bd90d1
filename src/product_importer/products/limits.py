"""How large the fields of a product may be: one table for imports, the API and the documentation."""

SKU_MAX = 255
"""Characters of a trimmed SKU, at least one."""

NAME_MAX = 500
"""Characters of a name."""

PRICE_INTEGER_DIGITS = 10
PRICE_DECIMALS = 4
"""Digits on either side of the decimal point: the column is `numeric(14,4)`."""
