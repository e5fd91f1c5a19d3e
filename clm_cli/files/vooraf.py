"""Floor 6, vooraf: what can be said of a text before any parser of YAML sees it."""

from __future__ import annotations

import re
from typing import NoReturn

from clm_cli.advies import advies, opdracht
from clm_cli.files.melder import Melder
from clm_cli.persoonsgegevens import clientwoord, gevonden_bsn
from clm_cli.woorden import STUREND

DIEPST, MEESTE, REGELS = 32, 50_000, 60_000
"""Hard limits: levels, parts and lines of one file."""
_CONFLICT = r"(?m)^(<{7} |={7}$|>{7} |\|{7} )"
_OPNIEUW = advies(
    "geef git merge --abort en dan {dan} met de naam van die tak, dat kaarten waarde voor waarde"
    " samenvoegt en van een feit beide bewaart",
    dan=opdracht("ophalen", tak="TAK"),
)
_KIES = advies(
    "{dan}; of kies wat er moet staan en haal de regels met <<<<<<<, ======= en >>>>>>> weg",
    dan=_OPNIEUW,
)
_HEKJE = r"(?m)^[ \t]*(?:- )?(?:\{ *)?[a-z_]+: +[^'\"|>\[{#\s][^'\"\n]* (#[^ \n#][^\n]*)$"
_OPMERKING = re.compile(r"(?:^|(?<=[ \t]))#[^\n]*", re.MULTILINE)
_NAAMLOOS = r"(?m)^:(?: |$)"
_DIEP = rf"(?m)^(?: {{{40 * DIEPST},}}| *(?:- ){{{DIEPST + 1},}})"
_CONFLICTTEKENS = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
_INGESPRONGEN = (" " * 40 * DIEPST, "- " * (DIEPST + 1))
"""Without one of these the two above find nothing; to look for a text costs a tenth of a pattern,
and few files hold one."""


def bekijk(tekst: str, melder: Melder) -> None:
    """Look through the text; raises Stop when a parser should not see it."""
    if _heeft(tekst, _CONFLICTTEKENS) and (gevonden := re.search(_CONFLICT, tekst)):
        melder.stop(
            "YML005",
            _op(tekst, gevonden.start()),
            "git heeft hier twee versies samengevoegd die nog allebei staan",
            # of two facts neither is thrown away; a card says how things stand, so that is chosen
            _OPNIEUW if melder.pad.rpartition("/")[2][:1].isdigit() else _KIES,
        )
    if gevonden := STUREND.search(tekst):
        melder.stop(
            "YML004",
            _op(tekst, gevonden.start()),
            f"hier staat een onzichtbaar teken (U+{ord(gevonden[0]):04X})",
            "haal het teken weg en typ de tekst opnieuw",
        )
    if "\r" in tekst:
        melder.stop(
            "YML004",
            _op(tekst, tekst.index("\r")),
            "hier staat een los regeleinde zoals oude programma's dat maken (U+000D)",
            "sla het bestand op met gewone regeleinden (LF of CRLF)",
        )
    _meet(tekst, melder)
    if (tekst[:1] == ":" or "\n:" in tekst) and (gevonden := re.search(_NAAMLOOS, tekst)):
        melder.stop(
            "YML016",
            _op(tekst, gevonden.start()),
            "vóór de dubbele punt ontbreekt de sleutel",
            "schrijf 'sleutel: waarde'",
        )
    for hekje in re.finditer(_HEKJE, tekst) if " #" in tekst else ():
        melder.meld(
            "YML025",
            _op(tekst, hekje.start(1)),
            f"alles vanaf '{hekje[1][:20]}' telt als opmerking",
            "hoort het bij de waarde, zet die dan tussen dubbele aanhalingstekens",
        )
    _opmerkingen(tekst, melder)


def _opmerkingen(tekst: str, melder: Melder) -> None:
    """No rule sees a comment: it is no part of any record, and is shared with it all the same."""
    for opmerking in _OPMERKING.finditer(tekst) if "#" in tekst else ():
        if gevonden_bsn(opmerking[0]):
            melder.meld(
                "AVG601",
                _op(tekst, opmerking.start()),
                "achter dit '#' lijkt een burgerservicenummer te staan",
                "haal het weg",
            )
        elif woord := clientwoord(opmerking[0]):
            melder.meld(
                "AVG602",
                _op(tekst, opmerking.start()),
                f"achter dit '#': '{woord}' wijst op gegevens van een cliënt",
                "schrijf het zonder",
            )


def _heeft(tekst: str, delen: tuple[str, ...]) -> bool:
    return any(deel in tekst for deel in delen)


def te_diep(melder: Melder, waar: tuple[int, int]) -> NoReturn:
    """Stop at a level that nobody writes."""
    melder.stop("YML006", waar, f"dieper dan {DIEPST} niveaus", "maak het vlakker")


def te_veel(melder: Melder, waar: tuple[int, int]) -> NoReturn:
    """Stop at more parts than a file holds."""
    melder.stop("YML007", waar, f"meer dan {MEESTE} onderdelen", "verdeel het over meer bestanden")


def _op(tekst: str, plaats: int) -> tuple[int, int]:
    """Line and column of a place in the text."""
    return tekst.count("\n", 0, plaats) + 1, plaats - tekst.rfind("\n", 0, plaats)


def _meet(tekst: str, melder: Melder) -> None:
    """Refuse absurd depth before the C parser, which would overflow its stack."""
    diep = re.search(_DIEP, tekst) if _heeft(tekst, _INGESPRONGEN) else None
    nummer = _op(tekst, diep.start())[0] if diep else _te_veel_haken(tekst)
    if nummer:
        te_diep(melder, (nummer, 1))
    if tekst.count("[") + tekst.count("{") > MEESTE:
        te_veel(melder, (1, 1))
    if tekst.count("\n") > REGELS:  # the parser in Python takes long over each, in one text too
        zin = f"meer dan {REGELS} regels"
        melder.stop("YML007", (REGELS + 1, 1), zin, "verdeel het over meer bestanden")


def _te_veel_haken(tekst: str) -> int:
    """The line on which more brackets stand open than may be; 0 when there is none."""
    if tekst.count("[") + tekst.count("{") <= DIEPST:
        return 0
    open_ = 0
    for nummer, regel in enumerate(tekst.split("\n"), 1):
        erbij, eraf = (sum(regel.count(haak) for haak in haken) for haken in ("[{", "]}"))
        open_ = max(0, open_ + erbij - eraf)
        if open_ > DIEPST:
            return nummer
    return 0
