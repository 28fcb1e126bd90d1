"""The rules about texts as regular expressions, which the OpenAPI document shows: what `fields.py` checks in Python."""

from product_importer.products.limits import PRICE_DECIMALS, PRICE_INTEGER_DIGITS

# What `str.strip` takes away, and what Unicode calls control characters (Cc).
_BLANK = r"\t-\r\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_CONTROL = r"\u0000-\u001f\u007f-\u009f"
_WHOLE, _DECIMALS = rf"[0-9]{{1,{PRICE_INTEGER_DIGITS}}}", rf"\.[0-9]{{1,{PRICE_DECIMALS}}}"

STORABLE = r"^[^\u0000]*$"
ATTRIBUTE = "attributes."
"""What stands before the name of an attribute where it is named beside the fields."""

NOT_BLANK = rf"^[^\u0000]*[^\u0000{_BLANK}][^\u0000]*$"
ATTRIBUTE_FIELD = rf"^attributes\.{NOT_BLANK[1:]}"
SKU = rf"^[{_BLANK}]*[^{_CONTROL}{_BLANK}]([^{_CONTROL}]*[^{_CONTROL}{_BLANK}])?[{_BLANK}]*$"
PRICE = rf"^\+?(0*{_WHOLE}({_DECIMALS})?|{_DECIMALS})$"
BOUND = rf"^[+-]?({_WHOLE}({_DECIMALS})?|{_DECIMALS})$"
