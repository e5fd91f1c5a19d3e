"""Floor 6, yamlfouten: what is wrong with a file that is no YAML, guessed from the line itself."""

from __future__ import annotations

import re

_APOSTROF = r"""^\s*(?:- )?(?:[A-Za-z_]+: )?'[a-zA-Z]\b(?!')"""


Wenk = tuple[str, tuple[int, int], str, str]
"""Code, line and column (from 1), what is wrong, and what helps."""
_AANHALEN = "zet de waarde tussen dubbele aanhalingstekens"


def duid(regels: list[str], waar: tuple[int, int], probleem: str) -> Wenk:
    """What a syntax error that the parser found probably is."""
    regel, kolom = waar
    tekst = regels[regel - 1] if regel <= len(regels) else ""
    if (open_ := _open_aanhaling(regels, regel)) and (
        "quoted scalar" in probleem or re.match(_APOSTROF, regels[open_[0] - 1])
    ):
        nu = 'zet de hele waarde tussen dubbele aanhalingstekens, zoals "\'s-Hertogenbosch"'
        return "YML017", open_, "dit aanhalingsteken wordt niet gesloten", nu
    if "\t" in tekst[: len(tekst) - len(tekst.lstrip())]:
        tab = (regel, tekst.index("\t") + 1)
        return "YML018", tab, "hier staat een tab", "spring in met spaties"
    if r"'\t'" in probleem:
        return "YML018", waar, "hier staat een tab", "gebruik spaties"
    if "flow" in probleem or "expected ',' or" in probleem:
        return _open_haak(regels, waar)
    if wenk := _in_waarde(tekst, waar, probleem):
        return wenk
    if "could not find expected ':'" in probleem:
        fout = max(1, regel - 1) if regel > 1 and ":" not in regels[regel - 2] else regel
        wat = "op deze regel ontbreekt een dubbele punt met een spatie erachter"
        return "YML024", (fout, 1), wat, "schrijf 'sleutel: waarde'"
    nu = "controleer de inspringing: gelijke onderdelen beginnen op dezelfde kolom"
    return "YML019", (regel, kolom), "hier klopt de opbouw niet", nu


def _in_waarde(tekst: str, waar: tuple[int, int], probleem: str) -> Wenk | None:
    """What stands in a value that YAML reads as a sign of its own."""
    waarde = re.match(r"^(\s*(?:- )?[^:#]+: )(.*)$", tekst)
    if waarde and waarde[2][:1] in tuple("@%`&*!|>"):
        wat = f"een waarde kan niet met {waarde[2][:1]} beginnen"
        return "YML021", (waar[0], len(waarde[1]) + 1), wat, _AANHALEN
    if "mapping values are not allowed" in probleem and waarde and ": " in waarde[2] + " ":
        return "YML020", waar, "in deze waarde staat ': '", _AANHALEN
    return None


def _open_haak(regels: list[str], waar: tuple[int, int]) -> Wenk:
    """Where the bracket stands that is not closed; a comment often hides its other half."""
    nu = "sluit de haak, of zet de waarde tussen aanhalingstekens"
    for nummer in range(min(waar[0], len(regels)), 0, -1):
        tekst = re.sub(r"""(['"]).*?\1""", lambda rest: "_" * len(rest[0]), regels[nummer - 1])
        zichtbaar = re.split(r"(?:^|\s)#", tekst)[0]
        open_, dicht = (sum(map(zichtbaar.count, haken)) for haken in ("[{", "]}"))
        if open_ > dicht:
            if zichtbaar != tekst:
                nu = (
                    "het hekje (#) verbergt de rest van de regel; zet die waarde tussen dubbele "
                    "aanhalingstekens"
                )
            plaats = max(zichtbaar.rfind("["), zichtbaar.rfind("{")) + 1
            return "YML023", (nummer, plaats), "deze haak wordt niet gesloten", nu
    return "YML023", waar, "een haak [ of { wordt niet gesloten", nu


def _open_aanhaling(regels: list[str], tot: int) -> tuple[int, int] | None:
    """The last line up to `tot` whose value opens a quote that the line itself does not close."""
    for nummer in range(min(tot, len(regels)), 0, -1):
        waarde = re.match(r"""^(\s*(?:- )*(?:[^'":#]+: +)?)(['"])(.*)$""", regels[nummer - 1])
        if waarde:
            rest = waarde[3].replace(waarde[2] * 2, "").replace("\\" + waarde[2], "")
            if waarde[2] not in rest or not re.fullmatch(
                r"\s*(#.*|,.*|[\]}].*)?", rest.partition(waarde[2])[2]
            ):
                return nummer, len(waarde[1]) + 1
    return None
