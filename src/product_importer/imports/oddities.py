"""SKUs that a spreadsheet has damaged: counted while the file is read, with the first of each kind."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

SAMPLES = 20

# What Excel makes of a long number, and of what it takes for a date, in the languages whose exports are known here.
_MONTHS = "jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|sept|oct|okt|nov|dec|dez|ene|abr|ago|dic|janv|févr|avr|juil|déc"
PATTERNS = {
    "sku_scientific": r"^[0-9]([.,][0-9]+)?[eE]\+?[0-9]{1,3}$",
    "sku_date": rf"(?i)^([0-9]{{1,2}}[-. ]({_MONTHS})\.?([-. ][0-9]{{2,4}})?|({_MONTHS})\.?[-. ][0-9]{{2,4}}|"
    r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4})$",
}
MESSAGES = {
    "sku_scientific": "SKUs look like numbers that a spreadsheet has rounded. Their digits are lost: export the file "
    "again with the column as text.",
    "sku_date": "SKUs look like dates that a spreadsheet has made of them. Export the file again with the column as "
    "text.",
}
_DETAILS = {
    "sku_scientific": "a rounded number",
    "sku_date": "a date",
}


@dataclass(slots=True)
class Oddities:
    """How many SKUs look damaged in which way, by the code of the warning."""

    counts: dict[str, int] = field(default_factory=dict)
    samples: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    def look_at(self, rows: pa.Array, skus: pa.Array) -> None:
        """Count the odd ones among `skus`, which stand in `rows` of the file."""
        for code, pattern in PATTERNS.items():
            odd = np.flatnonzero(pc.match_substring_regex(skus, pattern=pattern).to_numpy(zero_copy_only=False))
            if len(odd):
                self._take(code, rows, skus, odd)

    def _take(self, code: str, rows: pa.Array, skus: pa.Array, odd: Any) -> None:
        self.counts[code] = self.counts.get(code, 0) + len(odd)
        kept = self.samples.setdefault(code, [])
        for index in odd[: SAMPLES - len(kept)]:
            sku = skus[int(index)].as_py()
            kept.append({"row": rows[int(index)].as_py(), "sku": sku, "detail": _DETAILS[code]})

    @property
    def warnings(self) -> list[dict[str, Any]]:
        """The warnings of a plan."""
        return [
            {"code": code, "message": MESSAGES[code], "count": count, "samples": self.samples[code]}
            for code, count in self.counts.items()
        ]
