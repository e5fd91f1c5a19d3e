"""Floor 4, zinnen: words, counts and treden as parts of a sentence, in a letter or on a screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from clm_cli.records.regime import Regime
from clm_cli.tijd.telwoord import in_woorden

_SLOT = ".!?…"
_IN_WOORDEN = 10
_NA_SLOT = "\"'”’)»"
KANALEN = {
    "aangetekend": "aangetekend",
    "gewone post": "per gewone post",
    "e-mail": "per e-mail",
    "koerier": "per koerier",
    "portaal": "via het portaal",
    "uitgereikt": "persoonlijk uitgereikt",
}
"""How each way of sending is called in the line 'Verzonden'."""
HERSTELD = {"ja": "hersteld", "deels": "deels hersteld", "nee": "niet hersteld"}
"""How a judgement of recovery is called; what was not judged has no word here."""


def zin(tekst: str) -> str:
    """Words of the record as a sentence: a capital in front, and exactly one full stop after it."""
    kaal = tekst.strip().rstrip(",;:").rstrip()
    if not kaal:
        return ""
    if kaal.endswith("..") and not kaal.endswith("..."):
        kaal = kaal.rstrip(".") + "."
    slot = kaal.rstrip(_NA_SLOT)[-1:]
    return kaal[0].upper() + kaal[1:] + ("" if slot and slot in _SLOT else ".")


def klein(tekst: str) -> str:
    """Words of the record as the end of a sentence: 'Geen nieuwe cliënten' becomes 'geen …'.

    A name keeps its capital: only a word with one capital, in front of a small one, loses it.
    """
    woord, _, rest = zin(tekst).partition(" ")
    gewoon = woord[1:2].islower() and woord[1:] == woord[1:].lower()
    return f"{woord.lower() if gewoon else woord} {rest}".strip()


def citaat(tekst: str) -> str:
    """Words of the contract in quotation marks, with dots where they begin inside a sentence."""
    kaal = tekst.strip()
    return f'"{"… " if kaal[:1].islower() else ""}{kaal}"'


def opsomming(delen: Iterable[str], woord: str = "en") -> str:
    """'A, B en C', or 'A, B of C'."""
    rij = list(delen)
    return f"{', '.join(rij[:-1])} {woord} {rij[-1]}" if len(rij) > 1 else "".join(rij)


def telwoord(aantal: int, een: str, meer: str) -> str:
    """'een verplichting', 'drie verplichtingen', '14 verplichtingen'."""
    # A reader takes in a small number as a word, and a greater one sooner in figures.
    woord = in_woorden(aantal) if 0 < aantal <= _IN_WOORDEN else str(aantal) if aantal else "geen"
    return f"{woord} {een if aantal == 1 else meer}"


def aantal(hoeveel: int, een: str, meer: str) -> str:
    """'1 gemeente', '6 gemeenten': in figures, for a table or a count."""
    return f"{hoeveel} {een if hoeveel == 1 else meer}"


def treden(nummers: Sequence[int]) -> str:
    """'trede 2', 'de treden 1 en 2'."""
    return (
        f"trede {nummers[0]}"
        if len(nummers) == 1
        else f"de treden {opsomming(str(nr) for nr in nummers)}"
    )


def bijlagewoord(nummers: Sequence[int]) -> str:
    """'bijlage 2', 'bijlagen 4 en 5'; nothing without a number."""
    if not nummers:
        return ""
    return f"bijlage{'n' if len(nummers) > 1 else ''} {opsomming(str(nr) for nr in nummers)}"


def bij_trede(regime: Regime, nummer: int, vorm: str = "{}") -> str:
    """'trede 3' in a form such as '({})'; nothing where there is none, or where none is counted."""
    return vorm.format(f"trede {nummer}") if nummer and regime.kent_treden else ""


def tredereeks(nummers: Sequence[int]) -> str:
    """'trede 3', 'trede 3 t/m 7'."""
    laagste, hoogste = min(nummers), max(nummers)
    return f"trede {laagste}" + (f" t/m {hoogste}" if hoogste > laagste else "")


def verzendwijze(kanalen: Sequence[str]) -> str:
    """'aangetekend, per gewone post en per e-mail'."""
    return opsomming(KANALEN.get(kanaal, kanaal) for kanaal in kanalen)
