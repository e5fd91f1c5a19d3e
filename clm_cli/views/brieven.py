"""Floor 6, brieven: the list of letters, what a check of their seals found.

And an edited letter beside ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from clm_cli.derivations.brieven.stand import Briefstand
from clm_cli.derivations.brieven.vergelijking import Gegeven, Verschil
from clm_cli.derivations.brieven.zegels import Controlepunt
from clm_cli.tijd.datum import datum_vol
from clm_cli.views.opmaak import Cel, Papier, Plaats, Stijl, plek_json

_TEKEN: dict[str, tuple[str, Stijl]] = {
    "gelijk": ("goed      ", ""),
    "veranderd": ("VERANDERD ", "rood"),
    "anders": ("anders    ", "vet"),
    "niet vergelijkbaar": ("open      ", "zwak"),
}


def toon_lijst(
    per_dossier: Sequence[tuple[str, Sequence[Briefstand]]], breedte: int, *, kleur: bool = False
) -> str:
    """All letters by dossier, ours and theirs, each with where it stands and what it waits for."""
    papier, uit = Papier(breedte, kleur), list[str]()
    for naam, rijen in per_dossier:
        wacht = sum(rij.wacht is not None for rij in rijen)
        uit += papier.alinea(
            Cel(
                f"BRIEVEN {naam}: {len(rijen)}, waarvan {wacht} nog iets vragen"
                if rijen
                else f"BRIEVEN {naam}: nog geen",
                "vet",
            )
        )
        for rij in rijen:
            kaart = rij.brief.kaart.record
            van = "van hen" if kaart.richting == "inkomend" else "van ons"
            uit += [
                "",
                *papier.alinea(Cel(rij.brief.id, "vet"), 2),
                *papier.alinea(f"{van}, {datum_vol(kaart.datum)}: {kaart.onderwerp}", 4),
            ]
            uit += papier.alinea(
                Cel(rij.zin, "rood" if rij.toestand == "retour" else ""), 4, "stand:   "
            )
            uit += papier.alinea(rij.akkoord, 4, "akkoord: ") if rij.akkoord else []
            uit += papier.alinea("; ".join(rij.genoemd), 4, "dagen:   ") if rij.genoemd else []
            uit += papier.alinea(rij.wacht, 4, "wacht:   ") if rij.wacht else []
            uit += papier.alinea(rij.nu, 4, "nu:      ") if rij.nu else []
        uit.append("")
    return "\n".join(uit)


def lijst_json(per_dossier: Sequence[tuple[str, Sequence[Briefstand]]]) -> list[dict[str, Any]]:
    """The same as data."""
    return [
        {
            "dossier": naam,
            "brief": rij.brief.id,
            "richting": rij.brief.kaart.record.richting,
            "soort": rij.brief.kaart.record.soort,
            "onderwerp": rij.brief.kaart.record.onderwerp,
            "datum": rij.brief.kaart.record.datum,
            "toestand": rij.toestand,
            "zin": rij.zin,
            "akkoord": rij.akkoord,
            "genoemd": list(rij.genoemd),
            "wacht": rij.wacht,
            "nu": rij.nu,
        }
        for naam, rijen in per_dossier
        for rij in rijen
    ]


def toon_zegels(
    rijen: Sequence[tuple[str, Sequence[Controlepunt]]], breedte: int, *, kleur: bool = False
) -> str:
    """What was looked at for each letter; what may never change and did, stands out."""
    papier, uit = Papier(breedte, kleur), list[str]()
    for naam, punten in rijen:
        uit += papier.alinea(Cel(naam, "vet"))
        for punt in punten:
            woord, stijl = _TEKEN[punt.uitkomst]
            uit += papier.alinea(punt.zin, 2, Cel(woord, stijl), len(woord))
            uit += [
                regel for verschil in punt.verschillen for regel in _verschil(papier, verschil, 12)
            ]
        uit.append("")
    fout = sum(any(p.uitkomst == "veranderd" for p in punten) for _, punten in rijen)
    telling = (
        f"{len(rijen)} {'brief' if len(rijen) == 1 else 'brieven'} nagekeken; "
        if rijen
        else "Er is nog geen brief verzonden of ontvangen."
    )
    slot = (
        (
            f"bij {fout} is iets veranderd dat vast hoort te liggen. Zet het terug met git, of "
            "leg uit wat er is gebeurd."
        )
        if fout
        else "wat is verzonden en ontvangen, is onveranderd."
    )
    return "\n".join([*uit, *papier.alinea(telling + (slot if rijen else ""))])


def zegels_json(
    rijen: Sequence[tuple[str, Sequence[Controlepunt]]], plaats: Plaats
) -> list[dict[str, Any]]:
    """The same as data."""
    return [
        {
            "brief": naam,
            "punten": [
                {
                    "wat": p.wat,
                    "uitkomst": p.uitkomst,
                    "zin": p.zin,
                    "plek": plek_json(p.plek, plaats),
                    "verschillen": _verschillen_json(p.verschillen),
                }
                for p in punten
            ],
        }
        for naam, punten in rijen
    ]


def toon_vergelijking(
    bestand: str,
    brief: str,
    weg: Sequence[str],
    dagen: Sequence[str],
    verschillen: Sequence[Verschil],
    let_op: Sequence[str],
    open_: Sequence[str],
    breedte: int,
    *,
    kleur: bool = False,
) -> str:
    """An edited letter beside the letter as clm makes it.

    Parts that are gone, then what changed in numbers, then in words.
    """
    papier = Papier(breedte, kleur)
    uit = [*papier.alinea(Cel(f"CONTROLE van {bestand}, naast {brief}", "vet")), ""]
    for titel, rijen in (
        ("Wat er niet meer in staat, en er wel in hoort:", weg),
        ("Dagen die niet kloppen:", dagen),
        ("Wat in het bestand nog open staat:", open_),
    ):
        if rijen:
            uit += [
                *papier.alinea(Cel(titel, "rood")),
                *(regel for rij in rijen for regel in papier.alinea(rij, 2, "- ")),
                "",
            ]
    cijfers = [v for v in verschillen if v.gegevens]
    woorden = [v for v in verschillen if not v.gegevens]
    for titel, stijl, groep in (
        ("Dagen, bedragen en getallen die anders zijn:", "rood", cijfers),
        (
            "Alleen verplaatst:"
            if all(v.soort == "verplaatst" for v in woorden)
            else "Alleen anders verwoord:",
            "vet",
            woorden,
        ),
    ):
        if groep:
            uit += [
                *papier.alinea(Cel(titel, "rood" if stijl == "rood" else "vet")),
                *(regel for v in groep for regel in _verschil(papier, v, 2)),
                "",
            ]
    uit += [regel for rij in let_op for regel in papier.alinea(rij, 0, "let op: ")]
    if weg or dagen or cijfers:
        slot = (
            "Zo gaat de brief niet over wat is vastgelegd. Herstel het stuk, of leg eerst vast "
            "wat anders is en maak de brief opnieuw."
        )
    elif open_:
        slot = (
            "Zo gaat het bestand niet weg. Handel in het bestand af wat nog open staat, en "
            "controleer het opnieuw."
        )
    elif woorden and all(v.soort == "verplaatst" for v in woorden):
        slot = "Er is niets veranderd; alleen staat het genoemde stuk op een andere plaats."
    elif woorden:
        slot = (
            "Alle onderdelen staan erin, en elke dag, elk bedrag en elk getal is gelijk. De "
            "woorden verschillen; lees ze na."
        )
    else:
        slot = "Er is niets veranderd."
    return "\n".join([*uit, *papier.alinea(slot)])


def vergelijking_json(
    bestand: str,
    brief: str,
    weg: Sequence[str],
    dagen: Sequence[str],
    verschillen: Sequence[Verschil],
    let_op: Sequence[str],
    open_: Sequence[str],
) -> dict[str, Any]:
    """The same as data."""
    return {
        "bestand": bestand,
        "brief": brief,
        "weg": list(weg),
        "dagen": list(dagen),
        "verschillen": _verschillen_json(verschillen),
        "let_op": list(let_op),
        "open": list(open_),
    }


def _verschil(papier: Papier, verschil: Verschil, inspring: int) -> Iterable[str]:
    for oud, nieuw in verschil.gegevens:
        yield from papier.alinea(_gegeven(oud, nieuw), inspring, "- ")
    if verschil.soort == "verplaatst":
        yield from papier.alinea(verschil.oud, inspring, "verplaatst: ")
        return
    if verschil.oud:
        yield from papier.alinea(verschil.oud, inspring, "stond: " if verschil.nieuw else "weg:   ")
    if verschil.nieuw:
        yield from papier.alinea(verschil.nieuw, inspring, "nu:    " if verschil.oud else "erbij: ")


def _gegeven(oud: Gegeven | None, nieuw: Gegeven | None) -> str:
    if oud and nieuw:
        return f"{oud.soort}: {oud.tekst} is {nieuw.tekst} geworden"
    return (
        f"{oud.soort}: {oud.tekst} staat er niet meer"
        if oud
        else f"{nieuw.soort}: {nieuw.tekst} is erbij gekomen"
        if nieuw
        else ""
    )


def _verschillen_json(verschillen: Sequence[Verschil]) -> list[dict[str, Any]]:
    return [
        {
            "soort": v.soort,
            "oud": v.oud,
            "nieuw": v.nieuw,
            "gegevens": [
                {
                    "soort": een.soort,
                    "oud": oud.tekst if oud else None,
                    "nieuw": nieuw.tekst if nieuw else None,
                }
                for oud, nieuw in v.gegevens
                if (een := oud or nieuw)
            ],
        }
        for v in verschillen
    ]
