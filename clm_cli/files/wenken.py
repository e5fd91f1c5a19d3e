"""Floor 6, wenken: what is wrong with a file that is no YAML.

Guessed from the line itself and said in Dutch.
"""

from __future__ import annotations

import re

_APOSTROF = re.compile(r"""^\s*(?:- )?(?:[A-Za-z_]+: )?'[a-zA-Z]\b(?!')""")


def duid(
    regels: list[str], regel: int, kolom: int, probleem: str
) -> tuple[str, int, int, str, str]:
    """Code, line, column (from 1), text and hint for a syntax error that the parser found."""
    tekst = regels[regel - 1] if regel <= len(regels) else ""
    if (open_ := _open_aanhaling(regels, regel)) and (
        "quoted scalar" in probleem or _APOSTROF.match(regels[open_[0] - 1])
    ):
        wenk = 'zet de hele waarde tussen dubbele aanhalingstekens, zoals "\'s-Hertogenbosch"'
        return "YML017", *open_, "dit aanhalingsteken wordt niet gesloten", wenk
    if "\t" in tekst[: len(tekst) - len(tekst.lstrip())]:
        return "YML018", regel, tekst.index("\t") + 1, "hier staat een tab", "spring in met spaties"
    if "flow" in probleem or "expected ',' or" in probleem:
        return _open_haak(regels, regel, kolom)
    waarde = re.match(r"^(\s*(?:- )?[^:#]+: )(.*)$", tekst)
    if waarde and waarde[2][:1] in tuple("@%`&*!|>"):
        wenk = "zet de waarde tussen dubbele aanhalingstekens"
        return (
            "YML021",
            regel,
            len(waarde[1]) + 1,
            f"een waarde kan niet met {waarde[2][:1]} beginnen",
            wenk,
        )
    if "mapping values are not allowed" in probleem and waarde and ": " in waarde[2] + " ":
        return (
            "YML020",
            regel,
            kolom,
            "in deze waarde staat ': '",
            "zet de waarde tussen dubbele aanhalingstekens",
        )
    if "could not find expected ':'" in probleem:
        fout = max(1, regel - 1) if regel > 1 and ":" not in regels[regel - 2] else regel
        return (
            "YML024",
            fout,
            1,
            "op deze regel ontbreekt een dubbele punt met een spatie erachter",
            "schrijf 'sleutel: waarde'",
        )
    return (
        "YML019",
        regel,
        kolom,
        "hier klopt de opbouw niet",
        "controleer de inspringing: gelijke onderdelen beginnen op dezelfde kolom",
    )


def _open_haak(regels: list[str], regel: int, kolom: int) -> tuple[str, int, int, str, str]:
    """Where the bracket stands that is not closed.

    A comment in that line often hides its other half.
    """
    wenk = "sluit de haak, of zet de waarde tussen aanhalingstekens"
    for nummer in range(min(regel, len(regels)), 0, -1):
        tekst = re.sub(r"""(['"]).*?\1""", lambda rest: "_" * len(rest[0]), regels[nummer - 1])
        zichtbaar = re.split(r"(?:^|\s)#", tekst)[0]
        if zichtbaar.count("[") + zichtbaar.count("{") > zichtbaar.count("]") + zichtbaar.count(
            "}"
        ):
            if zichtbaar != tekst:
                wenk = (
                    "het hekje (#) verbergt de rest van de regel; zet die waarde tussen dubbele "
                    "aanhalingstekens"
                )
            return (
                "YML023",
                nummer,
                max(zichtbaar.rfind("["), zichtbaar.rfind("{")) + 1,
                "deze haak wordt niet gesloten",
                wenk,
            )
    return "YML023", regel, kolom, "een haak [ of { wordt niet gesloten", wenk


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
