"""Floor 6, tekortkomingen: what is not performed, heard, proven and mended, and since when."""

from __future__ import annotations

from clm_cli.bestand import Bestand, naar_dag
from clm_cli.derivations.brieven.onverwerkt import brak_het_zwijgen
from clm_cli.derivations.escalatie import zaken
from clm_cli.derivations.escalatie.hersteltermijn import Herstelstand
from clm_cli.derivations.escalatie.klachtplicht import Klacht, klachten
from clm_cli.derivations.escalatie.uitnodiging import reageren_tot
from clm_cli.derivations.zinnen import aantal
from clm_cli.records.escalatie import Bewijs, Onderzoek, Tekortkoming, Wederhoor
from clm_cli.tijd.datum import datum_lang, datum_vol
from clm_cli.views.escalatie.blad import JA, Escalatieblad
from clm_cli.views.opmaak import Cel, Papier
from clm_cli.woorden import geschreven

_WIJZE = {"beide": "in gesprek en schriftelijk", "gesprek": "in gesprek"}
_VEILIG = {
    "ja": "; raakt de veiligheid",
    "nee": "",
    "onbekend": "; onbekend of het de veiligheid raakt",
}
_HERSTEL = {
    "hersteld": "hersteld",
    "deels": "deels",
    "niet": "uitgebleven",
    "onbekend": "niet beoordeeld",
}


def tekortkomingen(papier: Papier, blad: Escalatieblad) -> list[str]:
    """Each shortcoming: what is asked, what was heard and proven, its cure term and recovery."""
    return [
        *papier.titel("TEKORTKOMINGEN"),
        *(
            regel
            for tekortkoming in zaken.tekortkomingen(blad.stand.escalatie)
            for regel in _een(papier, blad, tekortkoming)
        ),
    ]


def _een(papier: Papier, blad: Escalatieblad, tekortkoming: Tekortkoming) -> list[str]:
    dreigt = "; dreigend" if tekortkoming.ernst == "dreigend" else ""
    soorten = ", ".join(map(geschreven, tekortkoming.soort))
    aard = f"{soorten}{dreigt}{_VEILIG[tekortkoming.raakt_veiligheid]}"
    wat = Cel(f"{tekortkoming.wat} ({aard}; {tekortkoming.verplichting})", "vet")
    eis = (
        f"geëist: {tekortkoming.eis}"
        if tekortkoming.eis
        else "wat wordt geëist, staat er niet ('eis')"
    )
    uit = [
        *papier.alinea(wat, 2, f"{tekortkoming.id}  "),
        *papier.alinea(eis, 6),
        *papier.alinea(f"{_gehoord(blad, tekortkoming)}{_bewijs(blad, tekortkoming)}", 6),
    ]
    for rij in blad.stand.herstel:
        if rij.tekortkoming == tekortkoming.id:
            uit += papier.alinea(f"{_hersteltermijn(rij)}; herstel: {_HERSTEL[rij.herstel]}", 6)
    return uit


def _gehoord(blad: Escalatieblad, tekortkoming: Tekortkoming) -> str:
    """The last investigation, and whether the provider was heard on it."""
    escalatie = blad.stand.escalatie
    onderzoeken = [
        f for f in escalatie.van(Onderzoek) if tekortkoming.id in f.record.tekortkomingen
    ]
    if not onderzoeken:
        return "niet onderzocht"
    laatste = max(onderzoeken, key=naar_dag)
    rijen = [
        f
        for f in escalatie.van(Wederhoor)
        if (d := blad.blik.dossier.waarbij(f)) and d.pad == laatste.pad
    ]
    gehoord = [
        f"gehoord {datum_vol(rij.gehoord)} ({_WIJZE.get(rij.wijze, rij.wijze)})"
        for rij in (f.record for f in rijen)
        if rij.gehoord
    ]
    stil = [
        f"onbekend of is gereageerd: {post.tekst}"
        if (post := brak_het_zwijgen(blad.blik, escalatie, f.record))
        else f"geen reactie tot en met {datum_vol(reageren_tot(blad.blik.dossier, f))}"
        if f.record.wijze == "geen reactie"
        else f"uitgenodigd, reactie kan tot en met {datum_vol(reageren_tot(blad.blik.dossier, f))}"
        for f in rijen
        if not f.record.gehoord
    ]
    return (
        f"onderzocht {datum_vol(laatste.record.datum)} (niet nagekomen: "
        f"{JA[laatste.record.niet_nakoming]}); {(gehoord or stil or ['nog niet gehoord'])[-1]}"
    )


def _bewijs(blad: Escalatieblad, tekortkoming: Tekortkoming) -> str:
    feiten = [
        f
        for f in blad.stand.escalatie.van(Bewijs)
        if not f.record.tekortkomingen or tekortkoming.id in f.record.tekortkomingen
    ]
    return "".join(f"; bewijs: {f.record.vorm}, {_vastgesteld(f)}" for f in feiten)


def _vastgesteld(feit: Bestand[Bewijs]) -> str:
    wie, wanneer = feit.record.vastgesteld_door, feit.record.vastgesteld_op
    return (
        f"vastgesteld door {wie}{f' op {datum_vol(wanneer)}' if wanneer else ''}"
        if wie
        else "door niemand vastgesteld"
    )


def _hersteltermijn(rij: Herstelstand) -> str:
    """Until when it may be mended; a term that stands still or is not there says why."""
    if rij.stil:
        return f"hersteltermijn: {rij.stil.tekst}"
    if rij.uiterlijk is None:
        return (
            f"hersteltermijn: {rij.omdat[-1].tekst}" if rij.omdat else "geen hersteltermijn nodig"
        )
    eerder = rij.termijn.uiterlijk if rij.termijn else None
    was = f", eerst {datum_vol(eerder)}" if eerder and eerder != rij.uiterlijk else ""
    return (
        "hersteltermijn tot en met "
        f"{datum_lang(rij.uiterlijk)}{' (voorlopig)' if rij.voorlopig else ''}{was}"
    )


def klachtplicht(papier: Papier, blad: Escalatieblad) -> list[str]:
    """Per shortcoming how long after our first knowledge the first complaint went out (6:89 BW)."""
    rijen = klachten(blad.blik.register, blad.blik.dossier, blad.stand.escalatie)
    tekst = "; ".join(_klacht(blad, rij) for rij in rijen)
    return papier.alinea(f"Klachtplicht (6:89 BW): {tekst}.", 2) if rijen else []


def _klacht(blad: Escalatieblad, rij: Klacht) -> str:
    if rij.bekend is None:
        return f"{rij.tekortkoming} ONBEKEND sinds wanneer: {rij.omdat[0].tekst}"
    sinds = f"{rij.tekortkoming} {rij.omdat[0].tekst}"
    if rij.klacht is None:
        al = aantal((blad.blik.vandaag - rij.bekend).days, "dag", "dagen")
        return f"{sinds}, {rij.omdat[1].tekst}, al {al}"
    dagen = "onbekend" if rij.dagen is None else aantal(rij.dagen, "dag", "dagen")
    return f"{sinds}, eerste klacht {datum_vol(rij.klacht)} = {dagen} ({rij.omdat[1].tekst})"
