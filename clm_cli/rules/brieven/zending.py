"""Floor 5, rules on the way of a letter: every formal measure has its letter, sent as it should."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clm_cli.advies import advies, opdracht
from clm_cli.bestand import Bestand
from clm_cli.derivations.brieven.aankomst import niet_schriftelijk
from clm_cli.derivations.brieven.post import ging_voor, verzending, weg
from clm_cli.derivations.escalatie.maatregelpunten import bekendmaken
from clm_cli.derivations.escalatie.zaken import (
    Genomen,
    alle_genomen,
    gesloten,
    instrumenten,
    lopend,
)
from clm_cli.derivations.termijnen import uitgangsbeleid
from clm_cli.derivations.zinnen import bij_trede
from clm_cli.kijk import Dossierblik, eens
from clm_cli.meldingen import AL_VAST, Reden
from clm_cli.records.brief import Bezorgd, Retour, Verzonden
from clm_cli.records.regime import Regimeinstrument, Trede
from clm_cli.rules.brieven.vormen import Briefblik, per_verzonden_brief
from clm_cli.rules.regel import FOUT, WAARSCHUWING, Bevond, per_dossier, regel, vorm
from clm_cli.tijd.datum import datum_lang


@vorm
def per_bekendmaking(blik: Dossierblik) -> Iterator[tuple[Genomen, Trede, Regimeinstrument]]:
    """One measure that the regime has at a time, with its trede and its instrument."""
    for z in alle_genomen(blik):
        rijen = (
            (z, trede, instrument)
            for trede, instrument in instrumenten(z.contract)
            if instrument.instrument == z.maatregel.record.instrument
        )
        if gevonden := next(rijen, None):
            yield gevonden


@regel("BRF502", WAARSCHUWING, per_bekendmaking)
def formele_maatregel_zonder_brief(
    z: Genomen, trede: Trede, instrument: Regimeinstrument
) -> Iterator[Bevond]:
    """Een formele maatregel geldt, maar er is geen brief verzonden.

    Waarom: een maatregel werkt pas als die de aanbieder heeft bereikt; ook een stop die per direct
    inging, wordt schriftelijk bevestigd.
    Fout: een opdrachtenstop sinds vorige week, zonder brief of met een brief die nog niet weg is.
    Goed: een brief die de maatregel bekendmaakt, met een verzending die niet terugkwam.
    Wat nu: clm brief maak, en leg de verzending vast met clm brief verzonden.
    """
    ingaat, brief = z.maatregel.record.ingaat, z.brief
    if trede.formeel != "ja" or instrument.brief == "geen" or ingaat >= z.vandaag:
        return
    if gesloten(z.escalatie) or z.maatregel not in lopend(z.dossier, z.escalatie):
        return
    if brief and (verzending(z.dossier, brief) or weg(z.dossier, brief).bezorgd):
        return
    over = z.brieven_over(z.maatregel) if brief is None else []
    voor = [b for b in z.dossier.brieven if b.pad in over and ging_voor(b, z.record.datum)]
    if voor:
        waarom = f"de brief {voor[0].id} ging vóór het besluit van {datum_lang(z.record.datum)}"
    elif brief is None:
        waarom = "er is geen brief"
    elif gegaan := brief.van(Verzonden):
        kanalen = [feit.record.kanaal for feit in gegaan]
        waarom = niet_schriftelijk(z.dossier, brief, kanalen) or "elke verzending kwam terug"
    else:
        waarom = f"de brief {brief.id} is niet verzonden"
    grond = instrument.grond or trede.grond
    yield Bevond(
        z.maatregel.plek("ingaat"),
        f"{instrument.titel}{bij_trede(z.contract.regime, trede.trede, ' ({})')} geldt sinds "
        f"{datum_lang(ingaat)}, maar {waarom}",
        bekendmaken(z),
        (Reden(grond.tekst),),
        grond.eis,
    )


@eens
def _treden(blik: Dossierblik) -> dict[str, int]:
    """The trede of the measure that each letter makes known, by the letter's folder."""
    return {
        z.brief.pad: z.maatregel.record.trede
        for z, _, _ in per_bekendmaking.in_dossier(blik)
        if z.brief
    }


@regel("BRF503", WAARSCHUWING, per_verzonden_brief)
def niet_aangetekend_of_zonder_code(b: Briefblik) -> Iterator[Bevond]:
    """Een brief die aangetekend moet, is niet aangetekend verzonden of heeft geen code.

    Waarom: het contract of uw eigen beleid vraagt een aangetekende brief; zonder de code is de
    verzending niet te bewijzen.
    Fout: een ingebrekestelling die alleen per e-mail ging.
    Goed: een verzending met `kanaal: aangetekend` en `barcode`, liefst naast gewone post en e-mail.
    Wat nu: verstuur de brief alsnog aangetekend (met andere dagen is dat een nieuwe brief,
    --vervangt), of leg de code vast.
    """
    eis = b.soort.eis("aangetekend") if b.soort else None
    beleid = uitgangsbeleid(b.blik.register, b.kaart.record.datum)
    vanaf = beleid.aangetekend_vanaf_trede
    if eis is None and (vanaf is None or _treden(b.blik).get(b.brief.pad, 0) < vanaf):
        return
    grond = eis.grond.eis if eis else "beleid"
    eigen = f"eigen beleid: vanaf trede {vanaf} gaan brieven aangetekend"
    omdat = (Reden(eis.grond.tekst if eis else eigen),)
    dossier, feiten = b.blik.dossier.id, b.verzonden
    aangetekend = [feit for feit in feiten if feit.record.kanaal == "aangetekend"]
    if not aangetekend:
        yield Bevond(
            feiten[0].plek("kanaal"),
            "deze brief is niet aangetekend verzonden",
            opdracht("brief", "verzonden", dossier, b.brief.id, kanaal="aangetekend"),
            omdat,
            grond,
        )
    for feit in aangetekend:
        if feit.record.barcode is None:
            yield Bevond(
                feit.plek("barcode"),
                "van de aangetekende verzending is geen code vastgelegd",
                advies(
                    f"vul 'barcode' aan{AL_VAST}{{correctie}}",
                    correctie=opdracht("correctie", dossier, feit.id),
                ),
                omdat,
                grond,
            )


@regel("BRF522", WAARSCHUWING, per_verzonden_brief)
def naar_een_ander_mailadres(b: Briefblik) -> Iterator[Bevond]:
    """Een brief over een maatregel ging naar een ander e-mailadres dan dat voor formele post.

    Waarom: een brief werkt als hij de aanbieder heeft bereikt (3:37 BW), en dat moet u laten zien;
    van een adres dat hij niet noemde, mag u het niet aannemen.
    Fout: een ingebrekestelling naar info@…, terwijl bestuur@… het adres voor formele post is.
    Goed: een verzending naar het adres op de kaart, of een ontvangst die is vastgelegd.
    Wat nu: verstuur de brief ook naar het adres voor formele post, of leg met clm brief bezorgd
    vast waaruit blijkt dat hij aankwam.
    """
    dossier = b.blik.dossier
    adres = dossier.aanbieder.record.email if dossier.aanbieder else None
    if adres is None or b.brief.pad not in _treden(b.blik):
        return
    bezorgd = {doel.pad for f in b.brief.van(Bezorgd) if (doel := dossier.waarbij(f))}
    mails = [f for f in b.verzonden if f.record.kanaal == "e-mail" and _adressen(f)]
    if any(adres.casefold() in _adressen(f) for f in mails):  # it went there as well
        return
    zo = ("brief", "verzonden", dossier.id, b.brief.id)
    for feit in mails:
        if feit.pad not in bezorgd:
            yield Bevond(
                feit.plek("aan"),
                f"{feit.record.aan} is niet het adres voor formele post ({adres}), en ontvangst is "
                "niet vastgelegd",
                opdracht(*zo, kanaal="e-mail", aan=adres, nogmaals=True),
            )


def _adressen(feit: Bestand[Verzonden]) -> list[str]:
    """The mail addresses to which a letter was sent, without the signs that people put around."""
    gevonden = re.findall(r"""[^\s<>()"',;:]+@[^\s<>()"',;:]+""", feit.record.aan.casefold())
    return [adres.rstrip(".") for adres in gevonden]


@regel("BRF516", FOUT, per_dossier)
def bezorgd_en_teruggekomen(blik: Dossierblik) -> Iterator[Bevond]:
    """Eén verzending is bezorgd en ook teruggekomen.

    Waarom: van de ontvangst hangt af welke termijnen lopen; een zending kan niet allebei zijn.
    Fout: `bezorgd` en `retour` met dezelfde verzending bij `bij`.
    Goed: per verzending één van beide; komt een tweede verzending terug, dan noemt `retour` die.
    Wat nu: laat het feit vervallen dat niet klopt, met clm correctie, of noem de verzending waar
    het over gaat (--bij).
    """
    for brief in blik.dossier.brieven:
        bezorgd = {doel.pad for feit in brief.van(Bezorgd) if (doel := blik.dossier.waarbij(feit))}
        for feit in brief.van(Retour):
            doel = blik.dossier.waarbij(feit)
            if doel is None or doel.pad not in bezorgd:
                continue
            vervalt = opdracht("correctie", blik.dossier.id, feit.stam, vervalt=True, reden="…")
            stam = doel.stam
            yield Bevond(
                feit.plek("bij"),
                f"{stam} is al als bezorgd vastgelegd en kan niet ook zijn teruggekomen",
                advies("{vervalt}, of noem met --bij een andere verzending", vervalt=vervalt),
            )
