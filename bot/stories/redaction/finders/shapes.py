"""Codes that no word must announce: their shape is enough."""

import re

SHAPES = (
    re.compile(r"\bit ?\d{3} ?e ?\d{8}\b", re.IGNORECASE),
    re.compile(r"\b1Z ?[0-9A-Z]{16}\b", re.IGNORECASE),
    re.compile(r"\b[A-Z]{2} ?(?:\d ?){9}[A-Z]{2}\b"),
    re.compile(r"\bPL\d{20,30}\b", re.IGNORECASE),
    re.compile(r"(?<!\w)#\d{4,}\b"),
    re.compile(r"\b[^\W\d_]{1,6}\d{5,}[A-Za-z0-9]*\b"),
    re.compile(r"\b[^\W\d_]{1,6}[\-/]\d{4,}(?:[\-/][A-Za-z0-9]+)*\b"),
    re.compile(r"\b[^\W\d_]{1,6}[\-/]\d{2,}[\-/]\d{2,}(?:[\-/][A-Za-z0-9]+)*\b"),
    re.compile(r"\b[A-ZĄĆĘŁŃÓŚŹŻ]{2,6} \d{5,}\b"),
    re.compile(r"\b(?:[A-Z0-9]{2,6}-){2,}[A-Z0-9]{2,}\b(?<=[\dA-Z]{2})"),
    re.compile(r"\b\d{2,}[A-Z]{1,3}\d{5,}\b"),
    re.compile(r"\b[A-Z]{1,4}(?: \d{2,5}){2,5}\b(?<=\d{2})(?<!\D\d{4})"),
    re.compile(r"\b[A-Z]-?\d{2,6}/\d{2,8}\b"),
    # The hardware address of a router.
    re.compile(r"\b(?:[0-9A-Fa-f]{2}[:\-]){5}[0-9A-Fa-f]{2}\b"),
    # A case of a Polish prosecutor or court.
    re.compile(r"\b(?:[A-Z]{2} )?(?:[IVX\d]{1,4} )?Ds\.? ?\d{1,5}[./]\d{2,4}\b"),
    re.compile(r"\b[IVX]{1,5} [A-Z][A-Za-z]{0,3} \d{1,5}/\d{2,4}\b"),
)
