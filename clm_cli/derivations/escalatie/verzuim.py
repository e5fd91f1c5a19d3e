"""Floor 4, verzuim: whether a shortcoming was cured in its term, and since when default exists."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from clm_cli.bestand import Bestand
from clm_cli.derivations.brieven.post import (
    geldige_kanalen,
    meegedeeld,
    niet_gegaan,
)
from clm_cli.derivations.escalatie.bezwaren import regeltermijn
from clm_cli.derivations.escalatie.contactpost import ongelezen
from clm_cli.derivations.escalatie.geeist import niet_geeist
from clm_cli.derivations.escalatie.herstelmelding import onbeoordeeld
from clm_cli.derivations.escalatie.hersteltermijn import Hersteld, Herstelstand, zoals_zij_loopt
from clm_cli.derivations.escalatie.maatregeltermijnen import langste, termijn, zoals_verteld
from clm_cli.derivations.escalatie.opschorting import schorst
from clm_cli.derivations.escalatie.overgang import OVERGEGAAN, overgegaan
from clm_cli.derivations.escalatie.uitspraak import Uitspraak, ja, nee, onbekend
from clm_cli.derivations.escalatie.zaken import (
    Genomen,
    alle_genomen,
    einde_van,
    tekortkomingen,
)
from clm_cli.dossier import Escalatie
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Plek, Reden
from clm_cli.records.basis import Deel
from clm_cli.records.escalatie import Beoordeling
from clm_cli.tijd.datum import datum_vol


def herstelstanden(genomen: Genomen) -> tuple[Herstelstand, ...]:
    """Per shortcoming of a notice: its cure term, whether it recovered, and default."""
    record = genomen.record
    if regeltermijn(genomen, "herstel") is not None and record.verzuimgrond:
        return tuple(_zonder_termijn(genomen, id_) for id_ in record.tekortkomingen)
    return tuple(_met_verzuim(_niet_korter(rij)) for rij in _gegeven(genomen))


def _gegeven(genomen: Genomen) -> list[Herstelstand]:
    """The cure terms of a notice as they run, apart from what other notices gave."""
    record, regel = genomen.record, regeltermijn(genomen, "herstel")
    uit: list[Herstelstand] = []
    if regel is None:
        return uit
    verteld = {r.tekortkoming: r.termijn for r in zoals_verteld(genomen).hersteltermijnen}
    for nummer, rij in enumerate(record.hersteltermijnen):
        duur = langste(genomen, rij.termijn, verteld.get(rij.tekortkoming), regel.soort)
        basis = termijn(genomen, regel, duur, tekortkoming=rij.tekortkoming)
        reden = Reden(
            f"redelijk omdat: {rij.redelijk}", genomen.maatregel.plek("hersteltermijnen", nummer)
        )
        kaal = Herstelstand(
            genomen=genomen, tekortkoming=rij.tekortkoming, termijn=basis, omdat=(reden,)
        )
        uit.append(zoals_zij_loopt(kaal.met(basis)))
    return uit


def _niet_korter(rij: Herstelstand) -> Herstelstand:
    """A later notice takes no day back that an earlier one gave and that still runs (J40, 3:35 BW).

    That holds for another case on the same obligation as well.
    """
    genomen = rij.genomen
    eerder = eerder_gegeven(
        genomen.blik,
        genomen.escalatie,
        rij.tekortkoming,
        genomen.record.datum,
        genomen.maatregel.pad,
    )
    for ander in eerder:
        if ander.stil and not rij.stil:
            rij = replace(rij, stil=ander.stil, omdat=(*rij.omdat, ander.stil))
        elif rij.uiterlijk and ander.uiterlijk and ander.uiterlijk > rij.uiterlijk:
            zin = (
                f"{datum_vol(rij.uiterlijk)} is vroeger dan {datum_vol(ander.uiterlijk)} uit "
                f"{ander.genomen.maatregel.stam}; de latere dag geldt"
            )
            reden = Reden(zin, genomen.maatregel.plek("hersteltermijnen"))
            rij = replace(
                rij,
                uiterlijk=ander.uiterlijk,
                voorlopig=rij.voorlopig or ander.voorlopig,
                omdat=(*rij.omdat, reden),
                te_vroeg=(*rij.te_vroeg, reden),
            )
    return rij


def eerder_gegeven(
    blik: Dossierblik, escalatie: Escalatie, tekortkoming: str, op: date, eigen: str
) -> tuple[Herstelstand, ...]:
    """The cure terms for one shortcoming that other notices gave by a day; some are over by now.

    Of what was judged cured none runs, nor stands still: there is nothing left to mend in it.
    """
    uit = []
    for genomen in alle_genomen(blik):
        record, maatregel = genomen.record, genomen.maatregel
        if record.datum > op or maatregel.pad == eigen or not record.hersteltermijnen:
            continue
        if _weten_van_einde(genomen, op):
            continue
        ids = zelfde_tekortkomingen(genomen, escalatie, tekortkoming)
        # Of two notices of one day none goes before the other: each as it was given.
        standen = _gegeven(genomen) if record.datum == op else herstelstanden(genomen)
        uit += [
            stand for stand in standen if stand.tekortkoming in ids and not _was_hersteld(stand, op)
        ]
    return tuple(uit)


def _was_hersteld(rij: Herstelstand, op: date) -> bool:
    """Whether it was judged cured before a day, and is so still.

    A judgement of that day or later takes nothing back of what a notice of that day had to leave.
    """
    toen, _, _ = _oordeel(rij.genomen, rij.tekortkoming, op)
    return toen == rij.herstel == "hersteld"


def _weten_van_einde(genomen: Genomen, op: date) -> bool:
    """Whether a measure ended and the provider knew that on a day (3:37 lid 3 BW)."""
    einde = einde_van(genomen.dossier, genomen.escalatie, genomen.maatregel)
    anker = meegedeeld(genomen.register, genomen.dossier, einde) if einde else None
    return anker is not None and not anker.voorlopig and anker.datum <= op


def zelfde_tekortkomingen(genomen: Genomen, escalatie: Escalatie, tekortkoming: str) -> set[str]:
    """The shortcomings of a measure that are the same: by id, or in another case by obligation."""
    if genomen.escalatie.pad == escalatie.pad:
        return {tekortkoming}
    naam = genomen.dossier.een_naam
    eigen = {naam(t.verplichting) for t in tekortkomingen(escalatie) if t.id == tekortkoming}
    rijen = tekortkomingen(genomen.escalatie)
    return {t.id for t in rijen if naam(t.verplichting) in eigen}


def _zonder_termijn(genomen: Genomen, tekortkoming: str) -> Herstelstand:
    """Default that needs no term sets in on receipt (6:82 lid 2, 6:83 BW), unless it is cured."""
    grond = genomen.record.verzuimgrond
    assert grond is not None
    plek = genomen.maatregel.plek("verzuimgrond")
    anker = genomen.ontvangst
    herstel, _, beoordeeld = _oordeel(genomen, tekortkoming)
    kaal = Herstelstand(
        genomen=genomen,
        tekortkoming=tekortkoming,
        herstel=herstel,
        beoordeeld=beoordeeld,
        verzuim=nee("de brief is niet ontvangen", plek),
    )
    if anker is None:
        return kaal
    # 6:82 lid 1 BW asks that performance stayed away: what was cured is no default.
    if herstel == "hersteld":
        return replace(kaal, verzuim=nee("hersteld", plek))
    # 3:37 lid 3 BW: a notice works once it has reached the other party; that has to be recorded.
    if anker.voorlopig or schorst(genomen, tekortkoming).antwoord != "nee":
        return replace(
            kaal, verzuim=onbekend("de ontvangst is niet vastgelegd, of een bezwaar loopt", plek)
        )
    if overgegaan(genomen.dossier, genomen.escalatie, anker.datum):
        return replace(kaal, verzuim=onbekend(OVERGEGAAN, plek))
    if los := ongelezen(genomen) or onbeoordeeld(kaal):
        return replace(kaal, verzuim=onbekend(los.tekst, los.plek))
    return replace(
        kaal,
        verzuim=ja(f"zonder termijn, artikel {grond.artikel} BW: {grond.reden}", plek),
        vanaf=anker.datum,
    )


def _oordeel(
    genomen: Genomen, tekortkoming: str, voor: date = date.max
) -> tuple[Hersteld, Bestand[Deel] | None, date | None]:
    """The last judgement on recovery before a day; two on one day that differ cancel out."""
    rijen = [
        (f.record.datum, o.oordeel, f)
        for f in genomen.bij(Beoordeling)
        if f.record.over == "herstel" and f.record.datum < voor
        for o in f.record.oordelen
        if o.onderdeel == tekortkoming
    ]
    laatste = max((dag for dag, _, _ in rijen), default=None)
    op_dag = [(oordeel, feit) for dag, oordeel, feit in rijen if dag == laatste]
    feit = next((feit for _, feit in op_dag), None)
    # Two judgements of one day that differ prove neither; which came last is not recorded.
    oordelen = {oordeel for oordeel, _ in op_dag}
    oordeel = oordelen.pop() if len(oordelen) == 1 else "onbekend"
    woord: dict[str, Hersteld] = {"ja": "hersteld", "deels": "deels", "nee": "niet"}
    return woord.get(oordeel, "onbekend"), feit, laatste


def _met_verzuim(rij: Herstelstand) -> Herstelstand:
    herstel, feit, beoordeeld = _oordeel(rij.genomen, rij.tekortkoming)
    rij = replace(rij, herstel=herstel, beoordeeld=beoordeeld)
    verzuim = _verzuim(rij, feit)
    vanaf = (
        rij.uiterlijk + timedelta(days=1) if verzuim.antwoord == "ja" and rij.uiterlijk else None
    )
    return replace(rij, verzuim=verzuim, vanaf=vanaf)


def _verzuim(rij: Herstelstand, feit: Bestand[Deel] | None) -> Uitspraak:
    """Default only when receipt is known, the term lapsed and cure was judged absent after it."""
    plek = feit.plek() if feit else rij.genomen.maatregel.plek()
    # J47: while an objection holds the measure up nobody can say that the term lapsed.
    if rij.stil:
        return onbekend(rij.stil.tekst, rij.stil.plek)
    if rij.uiterlijk is None:
        begonnen = rij.termijn is not None and rij.termijn.uiterlijk is not None
        return (
            onbekend(rij.omdat[-1].tekst, rij.omdat[-1].plek)
            if begonnen
            else nee(rij.omdat[-1].tekst, rij.omdat[-1].plek)
        )
    if rij.herstel == "hersteld":
        return nee("hersteld", plek)
    # The last day is still the provider's (J40): default can only begin the day after.
    if rij.genomen.vandaag <= rij.uiterlijk:
        return nee(
            f"de termijn loopt tot en met {datum_vol(rij.uiterlijk)}",
            rij.genomen.maatregel.plek("hersteltermijnen"),
        )
    if over := overgegaan(rij.genomen.dossier, rij.genomen.escalatie, rij.uiterlijk):
        return onbekend(OVERGEGAAN, over.plek("ingaat"))
    # Assumed receipt, or a day that was never told, carries no consequence against them.
    if rij.voorlopig:
        return onbekend(
            "de dag is voorlopig: ontvangst of nieuwe dag is niet vastgelegd",
            rij.genomen.maatregel.plek(),
        )
    return _na_afloop(rij, rij.uiterlijk, plek)


def _na_afloop(rij: Herstelstand, laatste: date, plek: Plek) -> Uitspraak:
    """Default once the term has certainly lapsed: by a judgement of after its last day."""
    herstel, beoordeeld = rij.herstel, rij.beoordeeld
    # A report of recovery that nobody read may show that there is no default (6:81 BW).
    los = ongelezen(rij.genomen) or niet_geeist(rij.genomen, rij.tekortkoming, beoordeeld)
    if los:
        return onbekend(los.tekst, los.plek)
    # J41: a judgement from within the term says nothing of what was there at its end.
    if beoordeeld is None:
        return onbekend("niemand heeft het herstel beoordeeld", plek)
    if herstel == "onbekend":
        return onbekend("uit de beoordeling blijkt niet of is hersteld", plek)
    if beoordeeld <= laatste:
        return onbekend("het oordeel is van vóór het einde van de termijn", plek)
    # 6:82, 6:262 lid 2 BW: what is left undone when the term ends, is default for that part.
    wat = "herstel is voor een deel uitgebleven" if herstel == "deels" else "herstel is uitgebleven"
    niet = "; de overeenkomst vraagt een aangetekende brief, en zo ging deze niet"
    ook = niet_gegaan(rij.genomen.brief) if rij.genomen.brief else ""
    anders = f"; in de brief staat ook {ook}, en zo ging hij niet" if ook else ""
    vorm = anders if _in_de_vorm(rij.genomen) else niet
    zin = f"de termijn eindigde op {datum_vol(laatste)} en {wat}{vorm}"
    # 6:86 BW: what is performed later and taken may end default; that they say so is not that yet.
    if melding := onbeoordeeld(rij):
        return onbekend(f"{zin}; {melding.tekst}", melding.plek)
    return ja(zin, plek)


def _in_de_vorm(genomen: Genomen) -> bool:
    """Whether a notice went by registered mail where the contract asks for that (J40)."""
    soort = genomen.instrument.brief if genomen.instrument else ""
    vraagt = any(
        eis.element == "aangetekend"
        for brief in genomen.contract.regime.brieven
        if brief.brief == soort
        for eis in brief.elementen
    )
    kanalen = geldige_kanalen(genomen.dossier, genomen.brief) if genomen.brief else ()
    return not vraagt or "aangetekend" in kanalen


def oordelen_over_herstel(escalatie: Escalatie, tot: date) -> dict[str, str]:
    """Our last judgement on the recovery of each shortcoming, up to a day.

    Two of one day that differ make it unknown.
    """
    per: dict[str, tuple[date, set[str]]] = {}
    for feit in sorted(escalatie.van(Beoordeling), key=lambda f: f.record.datum):
        dag = feit.record.datum
        if feit.record.over != "herstel" or dag > tot:
            continue
        for rij in feit.record.oordelen:
            eerder = per.get(rij.onderdeel)
            op_dag = eerder[1] if eerder and eerder[0] == dag else set[str]()
            per[rij.onderdeel] = (dag, {*op_dag, rij.oordeel})
    return {id_: min(op) if len(op) == 1 else "onbekend" for id_, (_, op) in per.items()}
