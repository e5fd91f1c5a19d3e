"""Floor 5, rules on letters.

What was sent holds its parts, by the right way, checked, signed and dated; and every formal measure
has its letter.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from clm_cli.derivations.brieven.elementen import ontbrekend
from clm_cli.derivations.brieven.inhoud import (
    Inhoud,
    gemeenten,
    ondertekenaar,
    stel_samen,
    volmacht,
)
from clm_cli.derivations.brieven.post import vervangen, verzending, weg
from clm_cli.derivations.brieven.soorten import briefsoort
from clm_cli.derivations.escalatie.zaken import (
    Zaak,
    contract_van,
    gesloten,
    instrumenten,
    lopend,
    zaak,
)
from clm_cli.derivations.termijnen import (
    kalender_op,
    plek_van_beleid,
    termijnbeleid,
    uitgangsbeleid,
)
from clm_cli.kijk import blik_op
from clm_cli.meldingen import Reden
from clm_cli.records.brief import Akkoord, Bezorgd, Retour, Verzonden
from clm_cli.records.maatregel import Maatregel
from clm_cli.records.regime import Trede
from clm_cli.register import Brief, Contract, Dossier, Register
from clm_cli.rules.regel import Bevond
from clm_cli.tijd.datum import datum_lang, datum_vol
from clm_cli.tijd.termijn import Rol, bereken

_ELDERS = ("aangetekend", "gemeenten", "ondertekening", "voorwaarden")
"""Parts of a letter that have a rule of their own: how it was sent, the powers of attorney, who
signed, and the conditions of the measure."""


def _brieven(dossier: Dossier, *, verzonden: bool | None = None) -> Iterator[Brief]:
    """Our letters that no newer letter replaces, by whether they were sent."""
    oud = vervangen(dossier)
    for brief in dossier.brieven:
        if (
            brief.kaart.record.richting == "uitgaand"
            and brief.pad not in oud
            and verzonden in (None, bool(brief.van(Verzonden)))
        ):
            yield brief


def _contract(dossier: Dossier, brief: Brief) -> Contract | None:
    return next((c for id_ in brief.kaart.record.contracten if (c := dossier.contract(id_))), None)


def _inhoud(register: Register, dossier: Dossier, brief: Brief) -> Inhoud | None:
    """A letter joined with its case; None for a letter that clm cannot know the content of.

    A letter typed by hand says what it is about only with `bij`: without it no part could ever be
    found, so such a letter is left alone.
    """
    kaart, contract = brief.kaart.record, _contract(dossier, brief)
    soort = briefsoort(kaart.soort, contract.regime if contract else None)
    if contract is None or soort is None or (kaart.bij is None and kaart.versies is None):
        return None
    return stel_samen(register, dossier, soort, kaart, contract, brief.kaart.pad)


def _verzonden_op(brief: Brief) -> date:
    return min(feit.record.datum for feit in brief.van(Verzonden))


def _bekendmakingen(
    register: Register, dossier: Dossier, vandaag: date
) -> Iterator[tuple[Zaak, Trede]]:
    """Every measure of every case with its trede, joined with the letter that makes it known."""
    for escalatie in dossier.escalaties:
        contract = contract_van(dossier, escalatie)
        for maatregel in escalatie.van(Maatregel) if contract else ():
            assert contract is not None
            trede = next(
                (
                    t
                    for t, i in instrumenten(contract)
                    if i.instrument == maatregel.record.instrument
                ),
                None,
            )
            if trede is not None:
                yield (
                    zaak(blik_op(register, dossier, vandaag), escalatie, contract, maatregel),
                    trede,
                )


def brf501(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """In een brief ontbreekt een verplicht onderdeel.

    Waarom: het contract of de wet zegt wat er in deze brief staat; ontbreekt dat, dan heeft de
    brief misschien geen gevolg.
    Fout: een verzonden ingebrekestelling terwijl bij de maatregel geen hersteltermijn staat.
    Goed: op de dag van verzending liggen alle onderdelen vast, en clm brief maak zet ze in de
    brief.
    Wat nu: leg vast wat ontbreekt. Stond het niet in de brief die weg is, verstuur dan een nieuwe
    met --vervangt. Een brief zonder
    `bij` die niet met clm is gemaakt, wordt niet nagekeken: clm weet dan niet waar zij over gaat.
    """
    for brief in _brieven(dossier, verzonden=True):
        if _inhoud(register, dossier, brief) is None:
            continue
        toen = register.zoals(op=_verzonden_op(brief), dossier=dossier.id)
        inhoud = _inhoud(toen, toen.dossiers[dossier.id], brief)
        for element in ontbrekend(inhoud) if inhoud else ():
            if element.mist and element.naam not in (*_ELDERS, *brief.kaart.record.ontbreekt):
                omdat = (
                    Reden(
                        "zo stond het dossier op de dag van verzending, "
                        f"{datum_vol(_verzonden_op(brief))}"
                    ),
                    *((Reden(element.grond.tekst),) if element.grond else ()),
                )
                yield Bevond(
                    brief.kaart.plek(),
                    f"{element.titel}: '{element.mist.veld}' ontbreekt",
                    element.mist.nu,
                    omdat,
                    element.grond.eis if element.grond else None,
                )


def brf502(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Een formele maatregel geldt, maar er is geen brief verzonden.

    Waarom: een maatregel werkt pas als zij de aanbieder heeft bereikt; ook een stop die per direct
    inging, wordt schriftelijk bevestigd.
    Fout: een opdrachtenstop sinds vorige week, zonder brief of met een brief die nog niet weg is.
    Goed: een brief die de maatregel bekendmaakt, met een verzending die niet terugkwam.
    Wat nu: clm brief maak, en leg de verzending vast met clm brief verzonden.
    """
    for z, trede in _bekendmakingen(register, dossier, vandaag):
        instrument, maatregel = z.instrument, z.maatregel
        if (
            instrument is None
            or trede.formeel != "ja"
            or instrument.brief == "geen"
            or maatregel.record.ingaat >= vandaag
        ):
            continue
        if (
            gesloten(z.escalatie)
            or maatregel not in lopend(dossier, z.escalatie)
            or (z.brief and (verzending(dossier, z.brief) or weg(dossier, z.brief).bezorgd))
        ):
            continue
        waarom = (
            "er is geen brief"
            if z.brief is None
            else "elke verzending kwam terug"
            if z.brief.van(Verzonden)
            else f"de brief {z.brief.id} is niet verzonden"
        )
        nu = (
            f"clm brief verzonden {dossier.id} {z.brief.id}"
            if z.brief
            else f"clm brief maak {dossier.id} {instrument.brief}"
        )
        grond = instrument.grond or trede.grond
        tekst = (
            f"{instrument.titel} (trede {trede.trede}) geldt sinds "
            f"{datum_lang(maatregel.record.ingaat)}, maar {waarom}"
        )
        yield Bevond(maatregel.plek("ingaat"), tekst, nu, (Reden(grond.tekst),), grond.eis)


def brf503(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Een brief die aangetekend moet, is niet aangetekend verzonden of heeft geen code.

    Waarom: het contract of uw eigen beleid vraagt een aangetekende brief; zonder de code is de
    verzending niet te bewijzen.
    Fout: een ingebrekestelling die alleen per e-mail ging.
    Goed: een verzending met `kanaal: aangetekend` en `barcode`, liefst naast gewone post en e-mail.
    Wat nu: verstuur de brief alsnog aangetekend (met andere dagen is dat een nieuwe brief,
    --vervangt), of leg de code vast.
    """
    treden = {
        z.brief.pad: z.maatregel.record.trede
        for z, _ in _bekendmakingen(register, dossier, vandaag)
        if z.brief
    }
    for brief in _brieven(dossier, verzonden=True):
        contract, kaart = _contract(dossier, brief), brief.kaart.record
        soort = briefsoort(kaart.soort, contract.regime if contract else None)
        eis, beleid = (
            soort.eis("aangetekend") if soort else None,
            uitgangsbeleid(register, kaart.datum),
        )
        vanaf = beleid.aangetekend_vanaf_trede if beleid else None
        if eis is None and (vanaf is None or treden.get(brief.pad, 0) < vanaf):
            continue
        omdat = Reden(
            eis.grond.tekst
            if eis
            else f"eigen beleid: vanaf trede {vanaf} gaan brieven aangetekend"
        )
        feiten = [f for f in brief.van(Verzonden) if f.record.kanaal == "aangetekend"]
        if not feiten:
            yield Bevond(
                brief.van(Verzonden)[0].plek("kanaal"),
                "deze brief is niet aangetekend verzonden",
                f"clm brief verzonden {dossier.id} {brief.id} --kanaal aangetekend",
                (omdat,),
                eis.grond.eis if eis else "beleid",
            )
        for feit in feiten:
            if feit.record.barcode is None:
                yield Bevond(
                    feit.plek("barcode"),
                    "van de aangetekende verzending is geen code vastgelegd",
                    (
                        f"vul 'barcode' aan; staat het feit al vast: clm correctie {dossier.id} "
                        f"{feit.id}"
                    ),
                    (omdat,),
                    eis.grond.eis if eis else "beleid",
                )


def brf504(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Een formele brief is verzonden zonder akkoord op precies dat document.

    Waarom: een tweede lezer, vaak een jurist, ziet wat de schrijver niet ziet; akkoord op een
    eerdere versie zegt niets over deze.
    Fout: akkoord op brief.pdf van maandag, en woensdag een gewijzigde brief.pdf verzonden.
    Goed: een akkoord met dezelfde sha256 als het verzonden document, op of vóór de dag van
    verzending.
    Wat nu: clm brief akkoord, vóór de verzending. Is de brief al weg, laat haar dan nalezen en leg
    uit met clm overgeslagen waarom zij blijft.
    """
    for brief in _brieven(dossier, verzonden=True):
        inhoud = _inhoud(register, dossier, brief)
        if inhoud is None or not inhoud.soort.formeel:
            continue
        gemeld = set()
        for feit in brief.van(Verzonden):
            stuk = feit.record.document
            kern = stuk.sha256 or stuk.vindplaats or stuk.bestand
            akkoord = any(
                kern
                in (
                    a.record.document.sha256,
                    a.record.document.vindplaats,
                    a.record.document.bestand,
                )
                and a.record.datum <= feit.record.datum
                for a in brief.van(Akkoord)
            )
            if not akkoord and kern not in gemeld:
                gemeld.add(kern)
                anders = (
                    "akkoord is er alleen op een ander document"
                    if brief.van(Akkoord)
                    else "er is geen akkoord"
                )
                yield Bevond(
                    feit.plek("document"),
                    f"deze brief is verzonden, maar {anders}",
                    f"clm brief akkoord {dossier.id} {brief.id}",
                    grond="beleid",
                )


def brf505(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Het uittreksel van het handelsregister is onbekend of te oud voor een formele brief.

    Waarom: een formele brief gaat naar de juiste rechtspersoon op het juiste adres; dat blijkt uit
    een recent uittreksel.
    Fout: een ingebrekestelling van 4 mei met een uittreksel van januari, terwijl het eigen beleid
    30 dagen zegt.
    Goed: `uittreksel:` op aanbieder.yaml, niet ouder dan het beleid op de dag van de brief.
    Wat nu: vraag een uittreksel op, vergelijk naam en adres, en vul de dag in. Een uittreksel van
    na de brief lost de melding ook op.
    """
    kaart = dossier.aanbieder
    uittreksel = kaart.record.uittreksel if kaart else None
    for brief in _brieven(dossier) if kaart else ():
        assert kaart is not None
        contract, dag = _contract(dossier, brief), brief.kaart.record.datum
        soort, beleid = (
            briefsoort(brief.kaart.record.soort, contract.regime if contract else None),
            termijnbeleid(register, dag),
        )
        if soort is None or not soort.formeel or beleid is None or beleid.uittreksel is None:
            continue
        oudste = bereken(
            dag, beleid.uittreksel, kalender_op(register, dag), terug=True, rol=Rol.NIET
        ).uiterlijk
        if uittreksel is None or uittreksel < oudste:
            stand = (
                "niet bekend van welke dag het uittreksel is"
                if uittreksel is None
                else f"het uittreksel is van {datum_vol(uittreksel)}"
            )
            omdat = (
                Reden(
                    (
                        f"op de dag van de brief mag het van {datum_vol(oudste)} of later zijn "
                        f"(eigen beleid: {beleid.uittreksel})"
                    ),
                    plek_van_beleid(register, "uittreksel", dag),
                ),
                Reden(stand, kaart.plek("uittreksel")),
            )
            yield Bevond(
                brief.kaart.plek("datum"),
                f"formele brief van {datum_vol(dag)}: {stand}",
                "vraag een uittreksel op en vul 'uittreksel' in op aanbieder.yaml",
                omdat,
                "beleid",
            )


def brf506(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Een concept is verzonden.

    Waarom: op een concept staat CONCEPT en er ontbreken onderdelen; zo'n brief heeft niet het
    gevolg dat u wilt.
    Fout: een verzending bij een brief met `ontbreekt: [hersteltermijn]` of `concept: ja`.
    Goed: eerst aanvullen en opnieuw maken, dan pas verzenden.
    Wat nu: vul aan en maak de brief opnieuw met clm brief maak. Is het concept echt weg, verstuur
    dan de juiste brief met --vervangt.
    """
    for brief in _brieven(dossier, verzonden=True):
        mist = brief.kaart.record.ontbreekt
        if mist or brief.kaart.record.concept == "ja":
            waarom = f" ({', '.join(mist)} ontbreekt)" if mist else ""
            yield Bevond(
                brief.kaart.plek("ontbreekt" if mist else "concept"),
                f"deze brief is een concept{waarom}, en is toch verzonden",
                (
                    f"clm brief maak {dossier.id} {brief.kaart.record.soort} --vervangt "
                    f"brieven/{brief.id}"
                ),
            )


def brf507(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """De dagen in een brief passen niet meer bij haar datum, of zij is op een andere dag verzonden.

    Waarom: de dagen zijn gerekend vanaf de datum op de brief; gaat zij later weg, dan is de termijn
    korter dan er staat.
    Fout: een brief van maandag met een hersteltermijn, woensdag pas op de post.
    Goed: de datum op de brief is de dag van verzending, en de dagen volgen daaruit.
    Wat nu: maak een brief die nog niet weg is opnieuw (clm brief maak). Is zij weg, dan geldt voor
    de aanbieder de ruimste dag;
    geef zo nodig met een nieuwe brief (--vervangt) andere dagen. Wat een verzonden brief noemt en
    wat is berekend, vergelijkt TRM301.
    """
    for brief in _brieven(dossier):
        kaart = brief.kaart
        anker = verzending(dossier, brief)
        if (
            anker
            and anker.datum != kaart.record.datum
            and (kaart.record.genoemd or any(f.record.genoemd for f in brief.van(Verzonden)))
        ):
            yield Bevond(
                kaart.plek("datum"),
                (
                    f"de brief is van {datum_lang(kaart.record.datum)}, maar verzonden op "
                    f"{datum_lang(anker.datum)}"
                ),
                (
                    f"maak een nieuwe brief met --vervangt brieven/{brief.id}, of laat de ruimste "
                    "dag gelden"
                ),
                (anker.reden,),
            )
        inhoud = (
            _inhoud(register, dossier, brief)
            if kaart.record.genoemd and not brief.van(Verzonden)
            else None
        )
        dagen = {(d.soort, d.tekortkoming): d.uiterlijk for d in inhoud.dagen} if inhoud else {}
        dagen |= (
            {
                ("herstel", rij.tekortkoming): rij.uiterlijk
                for rij in getattr(inhoud.over.record, "nieuwe_data", ())
            }
            if inhoud and inhoud.over
            else {}
        )
        for nummer, rij in enumerate(kaart.record.genoemd if inhoud else ()):
            nu = dagen.get((rij.termijn, rij.tekortkoming))
            if nu != rij.uiterlijk:
                wie = f" {rij.tekortkoming}" if rij.tekortkoming else ""
                volgt = (
                    f"uit de datum van de brief volgt {datum_lang(nu)}"
                    if nu
                    else "die termijn volgt niet meer uit het dossier"
                )
                yield Bevond(
                    kaart.plek("genoemd", nummer, "uiterlijk"),
                    f"{rij.termijn}{wie}: op de brief staat {datum_lang(rij.uiterlijk)}, {volgt}",
                    f"clm brief maak {dossier.id} {brief.id}",
                )


def brf514(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """De ondertekenaar had voor deze brief geen mandaat.

    Waarom: een formele brief van iemand zonder mandaat bindt niet; de aanbieder kan haar naast zich
    neerleggen.
    Fout: een ingebrekestelling, ondertekend door iemand die tot en met trede 2 mag tekenen.
    Goed: een ondertekenaar met een mandaat voor de trede, op de dag van de brief (organisatie.yaml,
    ondertekenaars).
    Wat nu: laat wie bevoegd is de brief bekrachtigen of opnieuw versturen; klopt het mandaat in
    organisatie.yaml niet, verbeter het daar.
    """
    for brief in _brieven(dossier, verzonden=True):
        i = _inhoud(register, dossier, brief)
        if i is None or not i.soort.formeel or ondertekenaar(i) is not None or _besluiter_gemeld(i):
            continue
        trede = i.maatregel.trede if i.maatregel else 0
        welke = f"brieven{f' tot en met trede {trede}' if trede else ''} ondertekenen"
        wie = i.kaart.ondertekenaar
        tekst = (
            f"{register.naam_van(wie)} mocht op {datum_vol(i.dag)} geen {welke}"
            if wie
            else f"niemand mocht op {datum_vol(i.dag)} {welke}"
        )
        yield Bevond(
            brief.kaart.plek("ondertekenaar"),
            tekst,
            "laat de brief bekrachtigen, of vul 'ondertekenaars' aan in organisatie.yaml",
        )


def _besluiter_gemeld(i: Inhoud) -> bool:
    """Whether a rule on the ladder already says that whoever signs had no mandate."""
    record = i.maatregel
    if (
        record is None
        or i.zaak is None
        or not i.soort.maakt_bekend
        or i.kaart.ondertekenaar != record.besloten_door
    ):
        return False
    eisen = i.zaak.instrument.voorwaarden if i.zaak.instrument else None
    gevraagd = eisen is not None and "mandaat" in (*eisen.hard, *eisen.gemotiveerd)
    return (
        gevraagd
        and i.dag == record.datum
        and all(rij.voorwaarde != "mandaat" for rij in record.afwijkingen)
    )


def brf515(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Een gemeente namens wie is geschreven, gaf voor deze brief geen volmacht.

    Waarom: de gemeenten zijn de opdrachtgever; wie zonder volmacht namens een gemeente schrijft,
    bindt die gemeente niet.
    Fout: een boete (trede 6) namens een gemeente met een volmacht tot en met trede 4.
    Goed: van elke gemeente een volmacht voor deze overeenkomst, tot en met de trede, op de dag van
    de brief.
    Wat nu: vraag de volmacht of een bekrachtiging, en vul 'volmachten' in organisatie.yaml aan.
    """
    for brief in _brieven(dossier, verzonden=True):
        i = _inhoud(register, dossier, brief)
        if i is None or not i.soort.formeel:
            continue
        zonder = [
            g for g in gemeenten(i) if volmacht(i, g) is None and not _maatregel_gemeld(i, g.id)
        ]
        if zonder:
            trede = f" tot en met trede {i.maatregel.trede}" if i.maatregel else ""
            tekst = (
                f"geen volmacht{trede} op {datum_vol(i.dag)} van "
                f"{', '.join(g.naam for g in zonder)}"
            )
            yield Bevond(
                brief.kaart.plek("datum"),
                tekst,
                "vul 'volmachten' aan in organisatie.yaml, of laat de brief bekrachtigen",
            )


def brf516(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Eén verzending is bezorgd en ook teruggekomen.

    Waarom: van de ontvangst hangt af welke termijnen lopen; een zending kan niet allebei zijn.
    Fout: `bezorgd` en `retour` met dezelfde verzending bij `bij`.
    Goed: per verzending één van beide; komt een tweede verzending terug, dan noemt `retour` die.
    Wat nu: laat het feit vervallen dat niet klopt, met clm correctie, of noem de verzending waar
    het over gaat (--bij).
    """
    for brief in dossier.brieven:
        bezorgd = {
            doel.bestand.pad
            for f in brief.van(Bezorgd)
            if (doel := dossier.vind(f.record.bij, f.pad))
        }
        for feit in brief.van(Retour):
            doel = dossier.vind(feit.record.bij, feit.pad)
            if doel and doel.bestand.pad in bezorgd:
                nu = (
                    f"clm correctie {dossier.id} {feit.stam} --vervalt --reden …, of noem met "
                    "--bij een andere verzending"
                )
                yield Bevond(
                    feit.plek("bij"),
                    (
                        f"{doel.bestand.stam} is al als bezorgd vastgelegd en kan niet ook zijn "
                        "teruggekomen"
                    ),
                    nu,
                )


def _maatregel_gemeld(i: Inhoud, gemeente: str) -> bool:
    """Whether a rule on the ladder already says that this municipality gave no mandate."""
    eisen = i.zaak.instrument.voorwaarden if i.zaak and i.zaak.instrument else None
    if i.maatregel is None or eisen is None or "volmacht" not in (*eisen.hard, *eisen.gemotiveerd):
        return False
    toen = replace(i, kaart=i.kaart.model_copy(update={"datum": i.maatregel.datum}))
    return any(g.id == gemeente and volmacht(toen, g) is None for g in gemeenten(toen))
