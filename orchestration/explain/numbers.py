"""Numbers as they are printed in files and as people read them."""

from __future__ import annotations

import re

NUMBER = re.compile(r"-?\d*\.?\d+(e-?\d+)?", re.IGNORECASE)


def number(value: float) -> str:
    """With thousands separators and the decimals it has, at most eight."""
    return f"{value:,.8f}".rstrip("0").rstrip(".")


def parsed(text: str) -> float | None:
    """The number that a published text is; None where it is none."""
    plain = text.strip().replace(",", "").removesuffix("%")
    return float(plain) if NUMBER.fullmatch(plain) else None
