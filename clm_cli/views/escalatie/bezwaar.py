"""Floor 6, bezwaar: each objection, what it holds up, and how it ended."""

from __future__ import annotations

from clm_cli.bestand import Bestand
from clm_cli.derivations.escalatie import bezwaren, opschorting
from clm_cli.derivations.escalatie.zaken import Genomen, einde_van
from clm_cli.derivations.termijnen import lees_vraag
from clm_cli.derivations.zinnen import aantal
from clm_cli.records.escalatie import Beslissing, Bezwaar, Geschil
from clm_cli.register import vraag_van
from clm_cli.tijd.datum import datum_lang, datum_vol
from clm_cli.views.escalatie.blad import JA, Escalatieblad
from clm_cli.views.opmaak import Papier, zin
from clm_cli.woorden import met_hoofdletter


def bezwaar(papier: Papier, blad: Escalatieblad) -> list[str]:
    """Each objection: in time or not, against what and why, what it holds up, how it ended."""
    uit = [
        regel
        for m in blad.stand.maatregelen
        for feit in m.genomen.bij(Bezwaar)
        for regel in _een(papier, blad, m.genomen, feit)
    ]
    return [*papier.titel("BEZWAAR"), *uit] if uit else []


def _een(papier: Papier, blad: Escalatieblad, zaak: Genomen, feit: Bestand[Bezwaar]) -> list[str]:
    record, op_tijd = feit.record, bezwaren.op_tijd(zaak, feit).tekst
    tegen = ", ".join(record.tegen) or "alle tekortkomingen"
    om = f" om {record.tijd:%H.%M} uur" if record.tijd else ""
    uit = papier.alinea(
        f"Tegen {zaak.naam} ({tegen}), ontvangen "
        f"{datum_lang(record.ontvangen)}{om}. {met_hoofdletter(op_tijd)}.",
        2,
    )
    uit += papier.alinea(f"gronden: {record.gronden.strip()}", 4)
    for id_ in zaak.maatregel.record.tekortkomingen:
        uit += papier.alinea(f"schorst {id_}: {_effect(blad, zaak, feit, id_)}", 4)
    for gesprek in (*zaak.bij(Geschil, feit), *zaak.bij(Geschil)):
        uit += papier.alinea(_gesprek(zaak, gesprek.record), 4) if gesprek.record.gehouden else []
    for beslissing in zaak.bij(Beslissing, feit):
        uit += papier.alinea(
            f"beslist {datum_vol(beslissing.record.datum)}: {beslissing.record.uitkomst}. "
            f"{zin(beslissing.record.reden)} ({blad.naam(beslissing.record.besloten_door)})",
            4,
        )
    return uit


def _gesprek(zaak: Genomen, gesprek: Geschil) -> str:
    """The talk on the dispute: when, with whom, and what came of it."""
    assert gesprek.gehouden is not None
    namen = (gesprek.directie_opdrachtgever, gesprek.directie_aanbieder)
    wie = " en ".join(naam for naam in namen if naam) or "wie erbij waren, staat er niet"
    regel = bezwaren.regeltermijn(zaak, "directiegesprek")
    wat = regel.titel.lower() if regel else "gesprek over het geschil"
    uitkomst = gesprek.uitkomst or "zonder uitkomst"
    return f"{wat} {datum_vol(gesprek.gehouden)}: {wie}; {uitkomst}"


def _effect(blad: Escalatieblad, zaak: Genomen, feit: Bestand[Bezwaar], id_: str) -> str:
    """Whether this objection holds the measure up for a shortcoming, since and until when.

    It names the reading on which that rests.
    """
    effect, eind = opschorting.werkt(zaak, feit, id_), opschorting.einde(zaak, feit)
    if effect.antwoord != "ja":
        return f"{JA[effect.antwoord]}, want {effect.tekst}"
    regime, dag = zaak.contract.regime, zaak.maatregel.record.datum
    lezing = ""
    if vraag_van(regime, "schorsende-werking"):
        lezing = f"; {lees_vraag(zaak.register, regime, 'schorsende-werking', dag).tekst}"
    ontvangen = feit.record.ontvangen
    if eind:
        return f"nu niet meer; wel van {datum_vol(ontvangen)} tot {datum_vol(eind)}{lezing}"
    if weg := einde_van(zaak.dossier, zaak.escalatie, zaak.maatregel):
        return (
            f"nu niet meer; wel van {datum_vol(ontvangen)} tot de maatregel eindigde op "
            f"{datum_vol(weg.record.datum)}: een eerder einde is niet vastgelegd{lezing}"
        )
    al = aantal((blad.blik.vandaag - ontvangen).days, "dag", "dagen")
    return f"ja sinds {datum_vol(ontvangen)}, {al}; er is nog geen einde vastgelegd{lezing}"
