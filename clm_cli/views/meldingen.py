"""Floor 6, meldingen: what a check found, each with its place, its line, its reasons and help."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from clm_cli.meldingen import Ernst, Melding, Plek
from clm_cli.persoonsgegevens import gemaskeerd
from clm_cli.views.opmaak import Cel, Papier, Plaats, breed, plek_json, reden_json, waar, zin
from clm_cli.woorden import zichtbaar

Bron = Callable[[Plek], str | None]
"""The line of text at a place, for showing it; None when it cannot be shown."""
_TELWOORD = {
    Ernst.FOUT: ("fout", "fouten"),
    Ernst.WAARSCHUWING: ("waarschuwing", "waarschuwingen"),
    Ernst.INFO: ("ter informatie", "ter informatie"),
}
_REGELNUMMER = 6


def gesorteerd(meldingen: Iterable[Melding], plaats: Plaats) -> list[Melding]:
    """By file and then by place in it, the most serious first at one place."""
    orde = list(Ernst)

    def sleutel(melding: Melding) -> tuple[Any, ...]:
        gevonden = plaats(melding.plek) if melding.plek else None
        return (
            melding.plek.pad if melding.plek else "",
            gevonden or (0, 0),
            orde.index(melding.ernst),
            melding.code,
            melding.tekst,
        )

    return sorted(meldingen, key=sleutel)


def toon(
    meldingen: Iterable[Melding],
    breedte: int,
    plaats: Plaats,
    *,
    bron: Bron | None = None,
    kleur: bool = False,
) -> str:
    """All meldingen as text, and their number by severity."""
    papier, alle = Papier(breedte, kleur), gesorteerd(meldingen, plaats)
    if not alle:
        return "Geen meldingen."
    uit = [regel for melding in alle for regel in (*_melding(papier, melding, plaats, bron), "")]
    aantallen = Counter(melding.ernst for melding in alle)
    telling = ", ".join(
        f"{aantallen[e]} {_TELWOORD[e][aantallen[e] != 1]}" for e in Ernst if aantallen[e]
    )
    return "\n".join(
        [*uit, *papier.alinea(f"{telling}. clm uitleg {alle[0].code} legt een melding uit.")]
    )


def _melding(papier: Papier, melding: Melding, plaats: Plaats, bron: Bron | None) -> list[str]:
    uit = papier.alinea(Cel(waar(melding.plek, plaats) or "register", "vet"))
    soort = Cel(
        f"{melding.code} {melding.ernst.value}", "rood" if melding.ernst is Ernst.FOUT else ""
    )
    uit += papier.alinea(melding.tekst, 2, soort, breed(soort.tekst) + 2)
    uit += _bronregel(papier, melding.plek, plaats, bron)
    for reden in melding.omdat:
        uit += papier.alinea(reden.tekst, 2, "omdat: ")
        uit += papier.alinea(Cel(waar(reden.plek, plaats), "zwak"), 9) if reden.plek else []
    uit += papier.alinea(melding.grond, 2, "grond: ") if melding.grond else []
    if melding.nu:
        helpt = zin(melding.nu, hoofdletter=False).removesuffix(".")
        uit += papier.alinea(helpt, 2, "nu:    ")
    return uit


def _bronregel(papier: Papier, plek: Plek | None, plaats: Plaats, bron: Bron | None) -> list[str]:
    """The line that it is about with a caret beneath.

    A long line is shown around the place, with … where it goes on; no bsn or data of a client.
    """
    gevonden = plaats(plek) if plek else None
    tekst = bron(plek) if plek and bron and gevonden else None
    if gevonden is None or tekst is None or not tekst.strip():
        return []
    ruimte = papier.breedte - _REGELNUMMER - len(" | ") - 2
    lang = len(tekst) > ruimte or breed(zichtbaar(tekst)) > ruimte
    begin = max(0, gevonden[1] - 1 - ruimte // 2) if lang else 0
    voor = gemaskeerd(zichtbaar(("…" if begin else "") + tekst[begin : gevonden[1] - 1]))
    rest = tekst[gevonden[1] - 1 :]
    past = heel = gemaskeerd(voor + zichtbaar(rest[: ruimte + 1]))  # a line may be a megabyte
    while (meer := breed(past) - ruimte) > 0:
        past = past[: -max(1, meer // 2)]  # a character takes two columns at most
    getoond = past + ("…" if past != heel or len(rest) > ruimte + 1 else "")
    wijzer = " " * (_REGELNUMMER + 3 + breed(voor)) + "^"
    return [
        papier.verf(f"{gevonden[0]:>{_REGELNUMMER}} | ", "zwak") + getoond,
        *([wijzer] if breed(wijzer) <= papier.breedte else []),
    ]


def als_json(meldingen: Iterable[Melding], plaats: Plaats) -> list[dict[str, object]]:
    """The meldingen as data."""
    return [
        {
            "code": melding.code,
            "ernst": melding.ernst.value,
            "plek": plek_json(melding.plek, plaats),
            "tekst": melding.tekst,
            "omdat": [reden_json(reden, plaats) for reden in melding.omdat],
            "grond": melding.grond,
            "nu": melding.nu,
        }
        for melding in gesorteerd(meldingen, plaats)
    ]
