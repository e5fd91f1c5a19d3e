"""Floor 4, voorwaarden: the conditions of steps that rest on what happened in the case.

Investigation, steering, notice, plan.
"""

from __future__ import annotations

from typing import Any, get_args

from clm_cli.bestand import Bestand
from clm_cli.derivations.brieven.post import ontvangst
from clm_cli.derivations.escalatie import aanleidingen
from clm_cli.derivations.escalatie.stap import Stap, laatste, van_laatste_dag
from clm_cli.derivations.escalatie.uitspraak import Uitspraak, alle, een, ja, nee, onbekend, vraagt
from clm_cli.derivations.escalatie.zaken import bij
from clm_cli.derivations.termijnen import kalender_op, termijnbeleid
from clm_cli.meldingen import Reden
from clm_cli.records.escalatie import Beoordeling, Onderzoek, Tekortkoming, Verbeterplan, Wederhoor
from clm_cli.records.velden import Niveau
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.termijn import bereken, werkdagen_tussen


def aanleiding(stap: Stap) -> Uitspraak:  # J34, S05-S07
    """Er is een aanleiding uit het contract.

    Een reeks perioden, een signaal, of te weinig medewerking.
    """
    return aanleidingen.aanleiding(
        stap.register, stap.dossier, stap.escalatie, stap.contract, stap.dag
    )


def _onderzoeken(stap: Stap, tekortkoming: str) -> list[Bestand[Onderzoek]]:
    return [f for f in stap.van(Onderzoek) if tekortkoming in f.record.tekortkomingen]


def onderzoek(stap: Stap) -> Uitspraak:  # J36, S08
    """Elke tekortkoming is onderzocht en de bevindingen liggen vast."""
    if spoed := _spoed(stap):
        return spoed
    uit = []
    for id_ in stap.ids():
        gevonden = laatste(_onderzoeken(stap, id_))
        uit.append(
            ja(f"{id_} is onderzocht op {datum_vol(gevonden.record.datum)}", gevonden.plek())
            if gevonden
            else nee(f"{id_} is niet onderzocht")
        )
    return alle(uit)


def wederhoor(stap: Stap) -> Uitspraak:  # J36, S08
    """De aanbieder is op de laatste bevindingen gehoord, of zweeg tot na een redelijke termijn."""
    if spoed := _spoed(stap):
        return spoed
    return alle(_gehoord(stap, id_) for id_ in stap.ids())


def _gehoord(stap: Stap, tekortkoming: str) -> Uitspraak:
    onderzoeken = van_laatste_dag(_onderzoeken(stap, tekortkoming))
    if not onderzoeken:
        return nee(f"{tekortkoming}: er zijn geen bevindingen om op te horen")
    return alle(_gehoord_op(stap, tekortkoming, onderzoek_) for onderzoek_ in onderzoeken)


def _gehoord_op(stap: Stap, tekortkoming: str, onderzoek_: Bestand[Onderzoek]) -> Uitspraak:
    rijen = [
        f
        for f in stap.van(Wederhoor)
        if (d := stap.dossier.vind(f.record.bij, f.pad)) and d.bestand.pad == onderzoek_.pad
    ]
    return een(
        (_horen(stap, f) for f in rijen),
        (
            f"{tekortkoming}: de aanbieder is niet gehoord op de bevindingen van "
            f"{datum_vol(onderzoek_.record.datum)}"
        ),
    )


def _horen(stap: Stap, feit: Bestand[Wederhoor]) -> Uitspraak:
    record, tot = feit.record, datum_vol(feit.record.termijn_tot)
    if record.gehoord and record.gehoord <= stap.dag:
        return ja(f"gehoord op {datum_vol(record.gehoord)}", feit.plek("gehoord"))
    if stap.dag <= record.termijn_tot:
        return nee(
            f"uitgenodigd; de aanbieder kan nog tot en met {tot} reageren", feit.plek("termijn_tot")
        )
    if record.wijze != "geen reactie":
        return onbekend(
            f"de termijn liep tot en met {tot}; leg vast of er een reactie kwam", feit.plek("wijze")
        )
    if record.datum <= record.termijn_tot or record.termijn_tot <= record.uitgenodigd:
        return nee(
            f"'geen reactie' is vastgelegd vóór het einde van een redelijke termijn ({tot})",
            feit.plek("wijze"),
        )
    kalender, beleid = (
        kalender_op(stap.register, record.uitgenodigd),
        termijnbeleid(stap.register, record.uitgenodigd),
    )
    if (
        beleid
        and beleid.wederhoor
        and record.termijn_tot
        < (minst := bereken(record.uitgenodigd, beleid.wederhoor, kalender).uiterlijk)
    ):
        return nee(
            (
                f"de termijn tot en met {tot} is korter dan ons beleid van {beleid.wederhoor}: "
                f"ten minste tot en met {datum_vol(minst)}"
            ),
            feit.plek("termijn_tot"),
        )
    aantal = werkdagen_tussen(record.uitgenodigd, record.termijn_tot, kalender)
    return ja(
        (
            f"uitgenodigd op {datum_vol(record.uitgenodigd)}, en geen reactie tot en met {tot}: "
            f"{aantal} {'werkdag' if aantal == 1 else 'werkdagen'}"
        ),
        feit.plek("wijze"),
    )


def tegen_spoed(stap: Stap) -> str | None:
    """Why the contract, as it is read here, does not let this instrument go before the hearing.

    None when it does.
    """
    regel = stap.instrument.spoed
    if regel is None:
        return "dit instrument kan niet per direct"
    if regel.lezing and not stap.geldt(regel.lezing):
        return f"lezing {regel.lezing.vraag}: horen gaat altijd vooraf"
    return None


def _spoed(stap: Stap) -> Uitspraak | None:
    """The narrow exception: decided by somebody with a mandate, with reason.

    And a day for hearing afterwards.
    """
    if stap.voorstel is None or stap.voorstel.spoed is None or stap.maatregel is None:
        return None
    spoed, plek, tegen = stap.voorstel.spoed, stap.maatregel.plek("spoed"), tegen_spoed(stap)
    if (
        tegen is None
        and stap.instrument.spoed
        and stap.instrument.spoed.noodzaak == "ja"
        and stap.voorstel.noodzaak != "ja"
    ):
        tegen = f"per direct kan alleen als de maatregel nodig is{waarvoor(stap)}"
    if tegen is None and not _mandaat(stap, spoed.door):
        tegen = (
            f"{stap.register.naam_van(spoed.door)} mag niet ondertekenen tot en met trede "
            f"{stap.trede}"
        )
    return (
        nee(tegen, plek)
        if tegen
        else ja(
            f"per direct, alsnog uiterlijk {datum_vol(spoed.alsnog_uiterlijk)}: {spoed.alsnog}",
            plek,
        )
    )


def waarvoor(stap: Stap) -> str:
    """For what a measure has to be necessary under this contract, as the end of a sentence."""
    return f" voor {stap.regime.noodzaak.titel}" if stap.regime and stap.regime.noodzaak else ""


def _mandaat(stap: Stap, persoon: str) -> bool:
    rijen = stap.register.organisatie.ondertekenaars if stap.register.organisatie else ()
    return any(
        o.persoon == persoon
        and o.tot_en_met_trede >= stap.trede
        and o.van <= stap.dag
        and (o.tot is None or stap.dag <= o.tot)
        for o in rijen
    )


def mandaat(stap: Stap) -> Uitspraak:  # J40
    """Wie besluit, mag tot en met deze trede ondertekenen (organisatie.yaml, ondertekenaars)."""
    if stap.voorstel is None:
        return vraagt("noem wie besluit (--besloten-door)")
    wie = stap.voorstel.besloten_door
    naam = stap.register.naam_van(wie)
    return (
        ja(f"{naam} mag dit")
        if _mandaat(stap, wie)
        else nee(
            f"{naam} staat in organisatie.yaml niet als ondertekenaar tot en met trede {stap.trede}"
        )
    )


def niet_nakoming(stap: Stap, tekortkoming: str) -> Uitspraak:
    """What the last investigation says about non-compliance."""
    gevonden = van_laatste_dag(_onderzoeken(stap, tekortkoming))
    if not gevonden:
        return nee(f"{tekortkoming} is niet onderzocht")
    standen = {f.record.niet_nakoming for f in gevonden}
    if len(standen) > 1:
        return onbekend(
            f"{tekortkoming}: twee onderzoeken van één dag spreken elkaar tegen",
            gevonden[0].plek("niet_nakoming"),
        )
    zin = {
        "ja": "wordt niet nagekomen",
        "nee": "wordt nagekomen",
        "onbekend": "is onbekend of wordt nagekomen",
    }[gevonden[0].record.niet_nakoming]
    return Uitspraak(
        gevonden[0].record.niet_nakoming,
        (Reden(f"volgens het onderzoek {zin}", gevonden[0].plek("niet_nakoming")),),
    )


def _preventie(stap: Stap, tekortkoming: str) -> Uitspraak:
    """Whether a preventive measure on any level was judged to have too little effect."""
    niveaus: tuple[Niveau, ...] = get_args(Niveau)
    return een(
        (_effect(stap, tekortkoming, niveau) for niveau in niveaus),
        f"{tekortkoming}: er is geen preventieve maatregel",
    )


def _effect(stap: Stap, tekortkoming: str, niveau: Niveau) -> Uitspraak:
    """Whether preventive measures on one level were judged too weak for a shortcoming."""
    oordelen, open_ = [], False
    for m in stap.eerdere():
        preventief = m.genomen.record.preventief
        if (
            preventief is None
            or tekortkoming not in m.genomen.record.tekortkomingen
            or preventief.niveau != niveau
        ):
            continue
        gevonden = [
            (f.record.datum, o.oordeel, f)
            for f in m.genomen.bij(Beoordeling)
            if f.record.over == "effect"
            for o in f.record.oordelen
            if o.onderdeel == tekortkoming
        ]
        oordelen += gevonden
        open_ = open_ or not gevonden
    waar = f" op {niveau} niveau"
    if not oordelen:
        return (
            onbekend(f"{tekortkoming}: het effect{waar} is niet beoordeeld")
            if open_
            else nee(f"{tekortkoming}: er is geen maatregel{waar}")
        )
    laatste_dag = max(dag for dag, _, _ in oordelen)
    op_dag = {oordeel for dag, oordeel, _ in oordelen if dag == laatste_dag}
    plek = next(f.plek() for dag, _, f in oordelen if dag == laatste_dag)
    if op_dag <= {"nee", "deels"}:
        return ja(f"{tekortkoming}: het effect{waar} is onvoldoende", plek)
    return (
        nee(f"{tekortkoming}: het effect{waar} is voldoende", plek)
        if op_dag == {"ja"}
        else onbekend(f"{tekortkoming}: het effect{waar} is onbekend", plek)
    )


def _ernstig(tekortkoming: Tekortkoming) -> Uitspraak | None:
    return (
        ja(f"{tekortkoming.id} is een ernstige tekortkoming")
        if tekortkoming.ernstig == "ja"
        else None
    )


def sturing_onvoldoende(stap: Stap) -> Uitspraak:  # S03
    """Gewoon sturen had op elk niveau dat het contract noemt onvoldoende effect.

    Of de tekortkoming is ernstig.
    """
    niveaus = [
        rij.niveau
        for rij in (stap.regime.niveaus if stap.regime else ())
        if rij.eerst_sturen == "ja"
    ]
    return alle(
        _ernstig(t)
        or (alle(_effect(stap, t.id, n) for n in niveaus) if niveaus else _preventie(stap, t.id))
        for t in stap.tekortkomingen
    )


def preventie_doorlopen(stap: Stap) -> Uitspraak:  # S20, S03, S09
    """Preventie is doorlopen, beoordeeld, en uit het onderzoek blijkt niet-nakoming.

    Of de tekortkoming is ernstig.
    """
    laagste = stap.regime.treden[0].trede if stap.regime else 1
    if stap.voorstel and stap.voorstel.overslaan and laagste in stap.voorstel.overslaan.treden:
        return ja(
            f"overgeslagen op ernst: {stap.voorstel.overslaan.reden}",
            stap.maatregel.plek("overslaan") if stap.maatregel else None,
        )
    return alle(
        _ernstig(t) or alle((_preventie(stap, t.id), niet_nakoming(stap, t.id)))
        for t in stap.tekortkomingen
    )


def verbeterplangrond(stap: Stap) -> Uitspraak:  # S11, S12
    """Een reeks perioden onder de afspraak.

    Of een gemotiveerd oordeel over de eisen van de aanbesteding.
    """
    if stap.voorstel and stap.voorstel.eisenoordeel:
        return ja(
            f"gemotiveerd oordeel: {stap.voorstel.eisenoordeel.reden}",
            stap.maatregel.plek("eisenoordeel") if stap.maatregel else None,
        )
    reeks = reeks_van(stap)
    if reeks.antwoord == "ja" or stap.voorstel:
        return reeks
    return vraagt(
        f"{reeks.tekst}; anders alleen op een gemotiveerd oordeel over de eisen (--eisenoordeel)"
    )


def reeks_van(stap: Stap) -> Uitspraak:
    """The run of periods that carries a request for a plan.

    By one reading only periods after the opening count.
    """
    na = min(
        (f.record.datum for f in stap.escalatie.bestanden if f.soort == "opening"), default=None
    )
    return aanleidingen.reeksaanleiding(
        stap.register,
        stap.dossier,
        stap.contract,
        stap.dag,
        na if stap.geldt(stap.instrument.nieuwe_reeks) else None,
    )


def preventie_bij_reeks(stap: Stap) -> Uitspraak:  # S20, S12
    """Bij een verzoek na een reeks perioden gaat preventie vooraf.

    Bij een gemotiveerd oordeel kan met een reden worden afgeweken.
    """
    eerst = preventie_doorlopen(stap)
    if eerst.antwoord == "ja" or (stap.voorstel and stap.voorstel.eisenoordeel):
        return ja("preventie is doorlopen, of het verzoek rust op een gemotiveerd oordeel")
    if stap.voorstel is None and reeks_van(stap).antwoord != "ja":
        return vraagt("alleen bij een verzoek na een reeks perioden")
    return eerst


def _vorige(stap: Stap, tekortkoming: str) -> list[Any]:
    na = stap.instrument.na.instrument if stap.instrument.na else ""
    return [
        m
        for m in stap.eerdere()
        if m.loopt
        and m.genomen.record.instrument == na
        and tekortkoming in m.genomen.record.tekortkomingen
    ]


def na_ontvangen(stap: Stap) -> Uitspraak:  # J41
    """De maatregel die vooraf moet gaan is ontvangen, en dat ligt vast."""
    return alle(_ontvangen(stap, id_) for id_ in stap.ids())


def _ontvangen(stap: Stap, tekortkoming: str) -> Uitspraak:
    uit = []
    for m in _vorige(stap, tekortkoming):
        anker = ontvangst(stap.register, stap.dossier, m.genomen.brief) if m.genomen.brief else None
        if anker is None:
            uit.append(
                nee(
                    f"{tekortkoming}: de brief is niet verzonden of kwam terug",
                    m.genomen.maatregel.plek(),
                )
            )
        else:
            antwoord = onbekend if anker.voorlopig else ja
            uit.append(antwoord(f"{tekortkoming}: {anker.reden.tekst}", anker.reden.plek))
    na = stap.instrument.na.instrument if stap.instrument.na else "?"
    return een(uit, f"{tekortkoming}: er is geen {na} die nog loopt")


def termijn_verstreken(stap: Stap) -> Uitspraak:  # J41
    """De hersteltermijn is voorbij en staat niet stil."""
    return alle(_verstreken(stap, id_) for id_ in stap.ids())


def _verstreken(stap: Stap, tekortkoming: str) -> Uitspraak:
    uit = []
    for rij in _hersteltermijnen(stap, tekortkoming):
        plek = rij.genomen.maatregel.plek()
        if rij.stil or rij.termijn is None or rij.termijn.uiterlijk is None:
            uit.append(
                nee(
                    rij.stil.tekst if rij.stil else f"{tekortkoming}: er loopt geen hersteltermijn",
                    plek,
                )
            )
        elif rij.uiterlijk is None:
            uit.append(onbekend(rij.omdat[-1].tekst, plek))
        elif stap.dag <= rij.uiterlijk:
            uit.append(
                nee(f"{tekortkoming}: de termijn loopt tot en met {datum_vol(rij.uiterlijk)}", plek)
            )
        else:
            antwoord = onbekend if rij.voorlopig else ja
            uit.append(
                antwoord(
                    (
                        f"{tekortkoming}: de termijn eindigde op "
                        f"{datum_vol(rij.uiterlijk)}{' (voorlopig)' if rij.voorlopig else ''}"
                    ),
                    plek,
                )
            )
    return een(uit, f"{tekortkoming}: er is geen hersteltermijn gesteld")


def _hersteltermijnen(stap: Stap, tekortkoming: str) -> list[Any]:
    paden = {m.genomen.maatregel.pad for m in _vorige(stap, tekortkoming)}
    return [
        rij
        for rij in stap.stand.herstel
        if rij.tekortkoming == tekortkoming and rij.genomen.maatregel.pad in paden
    ]


def herstel_uitgebleven(stap: Stap) -> Uitspraak:  # J41
    """Na het einde van de termijn is beoordeeld dat herstel uitbleef."""
    return alle(_uitgebleven(stap, id_) for id_ in stap.ids())


def _uitgebleven(stap: Stap, tekortkoming: str) -> Uitspraak:
    uit = []
    for rij in _hersteltermijnen(stap, tekortkoming):
        dagen = [
            f.record.datum
            for f in rij.genomen.bij(Beoordeling)
            if f.record.over == "herstel"
            and any(o.onderdeel == tekortkoming for o in f.record.oordelen)
        ]
        if rij.herstel == "hersteld":
            uit.append(nee(f"{tekortkoming}: hersteld", rij.genomen.maatregel.plek()))
        elif (
            rij.herstel == "niet" and not rij.stil and rij.uiterlijk and max(dagen) > rij.uiterlijk
        ):
            uit.append(ja(f"{tekortkoming}: herstel is uitgebleven", rij.genomen.maatregel.plek()))
        else:
            uit.append(
                onbekend(
                    f"{tekortkoming}: na het einde van de termijn is het herstel niet beoordeeld",
                    rij.genomen.maatregel.plek(),
                )
            )
    return een(uit, f"{tekortkoming}: er is geen hersteltermijn gesteld")


def verzuim(stap: Stap) -> Uitspraak:
    """De aanbieder is in verzuim (6:82, 6:83 en 6:265 BW)."""
    return alle(stap.stand.verzuim(id_) for id_ in stap.ids())


def plan_doorlopen(stap: Stap) -> Uitspraak:  # S14
    """Het verbeterplan is geleverd, goedgekeurd, uitgevoerd en daarna beoordeeld.

    Die trede is volledig doorlopen.
    """
    return alle(
        een((_plan(m) for m in _vorige(stap, id_)), f"{id_}: er is geen verbeterplan gevraagd")
        for id_ in stap.ids()
    )


def _plan(m: Any) -> Uitspraak:
    genomen = m.genomen
    plannen = van_laatste_dag(
        bij(genomen.dossier, genomen.escalatie, Verbeterplan, genomen.maatregel)
    )
    if not plannen:
        return onbekend(
            (
                f"er is geen plan binnen; of trede {genomen.record.trede} dan is doorlopen, "
                "zegt het contract niet"
            ),
            genomen.maatregel.plek(),
        )
    return alle(_van_plan(genomen, plan) for plan in plannen)


def _van_plan(genomen: Any, plan: Bestand[Verbeterplan]) -> Uitspraak:
    oordelen = [
        *bij(genomen.dossier, genomen.escalatie, Beoordeling, plan),
        *genomen.bij(Beoordeling),
    ]
    goed = van_laatste_dag([f for f in oordelen if f.record.over == "verbeterplan"])
    uitvoering = van_laatste_dag([f for f in oordelen if f.record.over == "uitvoering"])
    if not goed or any(o.oordeel != "ja" for f in goed for o in f.record.oordelen):
        return nee("het plan is niet goedgekeurd", plan.plek())
    if not uitvoering:
        return nee("de uitvoering van het plan is niet beoordeeld", plan.plek())
    standen = {o.oordeel for f in uitvoering for o in f.record.oordelen}
    if standen == {"ja"}:
        return nee("het plan is uitgevoerd en de tekortkoming is opgelost", uitvoering[0].plek())
    if "onbekend" in standen:
        return onbekend(
            "de uitvoering van het plan is niet helemaal beoordeeld", uitvoering[0].plek()
        )
    return ja("het plan is doorlopen en gaf te weinig verbetering", uitvoering[0].plek())
