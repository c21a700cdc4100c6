"""Monthly sickness absence rates cut, replaced, written otherwise, packed."""

from __future__ import annotations

import io
import zipfile

from tests.faults import damage
from tests.faults.real_files.case import SAME, Case

HTML = b"<!DOCTYPE html><html><head><title>404 Not Found</title></head><body>Gone</body></html>"


def bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("rates.csv", b"0" * (50 << 20))
    return packed.getvalue()


def nested(content: bytes) -> bytes:
    return damage.zipped("inner.zip")(damage.zipped("rates.csv")(content))


CASES = [
    Case("rates", "cut in half at a byte", damage.cut_at_byte(0.5), "cut"),
    Case("rates", "cut in half at a line", damage.cut_at_line(0.5), "minimum_rows"),
    Case("rates", "cut near the end at a byte", damage.cut_at_byte(0.99), "cut"),
    Case("rates", "cut near the end at a line", damage.cut_at_line(0.9), "rule"),
    Case("rates", "header only", damage.edited(lambda rows: rows[:1]), "no row below"),
    Case("rates", "empty", damage.replaced_by(b""), "empty"),
    Case("rates", "blank lines only", damage.replaced_by(b"\r\n \r\n"), "white space"),
    Case("rates", "error page", damage.replaced_by(HTML), "web page"),
    Case(
        "rates",
        "error page with a byte order mark",
        damage.replaced_by(b"\xef\xbb\xbf\n" + HTML),
        "web page",
    ),
    Case("rates", "PDF", damage.replaced_by(b"%PDF-1.7 ..."), "PDF"),
    Case("rates", "noise", damage.replaced_by(bytes(range(1, 256)) * 40), "not text"),
    Case("rates", "no line end at the end", lambda content: content.rstrip(b"\r\n"), SAME),
    # Another month's content keeps its own month, which is what it says inside.
    Case(
        "other_month",
        "under another month's name",
        lambda content: content,
        SAME,
        "nhs_sickness_absence_2024-04.csv",
    ),
    Case("rates", "no suffix", lambda content: content, SAME, "download"),
    Case("rates", "wrong suffix", lambda content: content, SAME, "rates.xlsx"),
    Case("rates", "in a zip", damage.zipped("a/b/rates.csv"), SAME, "rates.zip"),
    Case(
        "rates",
        "twice in a zip",
        damage.zipped("rates.csv", "copy of rates.csv"),
        SAME,
        "rates.zip",
    ),
    Case("rates", "zip in a zip", nested, "zip inside a zip", "rates.zip"),
    Case("rates", "zip bomb", damage.replaced_by(bomb()), "bomb", "rates.zip"),
    Case(
        "rates", "broken zip", lambda c: damage.zipped("rates.csv")(c)[:-30], "broken", "rates.zip"
    ),
    Case("rates", "byte order mark", damage.encoded("utf-8-sig"), SAME),
    Case("rates", "UTF-16", damage.encoded("utf-16"), SAME),
    Case("rates", "UTF-16 without a mark", damage.encoded("utf-16-be"), SAME),
    Case("rates", "line feeds", damage.line_ends("\n"), SAME),
    Case("rates", "carriage returns", damage.line_ends("\r"), SAME),
    Case("rates", "NULs", damage.bytes_replaced(b"Acute", b"Ac\x00ute\x00"), SAME),
    Case("rates", "all quoted", damage.all_quoted, SAME),
    Case("rates", "semicolons", damage.delimited(";"), SAME),
    Case("rates", "tabs", damage.delimited("\t"), SAME),
    Case("rates", "a quote that never ends", damage.text_replaced("Y60", '"Y60'), "row"),
]
