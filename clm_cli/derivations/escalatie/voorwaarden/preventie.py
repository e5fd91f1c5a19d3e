"""Floor 4, preventie: what has to be tried before, and what a request for a plan rests on."""

from __future__ import annotations

from typing import get_args

from clm_cli.derivations.escalatie import aanleidingen
from clm_cli.derivations.escalatie.stand import Maatregelstand
from clm_cli.derivations.escalatie.stap import Stap
from clm_cli.derivations.escalatie.uitspraak import Uitspraak, alle, een, ja, nee, onbekend, vraagt
from clm_cli.derivations.escalatie.voorwaarden.horen import (
    een_gebleken,
    gebleken,
    niet_nakoming,
)
from clm_cli.derivations.escalatie.zaken import contract_van, instrumenten
from clm_cli.dossier import Dossier, Escalatie
from clm_cli.records.escalatie import (
    Beoordeling,
    Tekortkoming,
)
from clm_cli.records.maatregel import Maatregel
from clm_cli.records.velden import Niveau


def aanleiding(stap: Stap) -> Uitspraak:  # J34, S05-S07
    """Er is een aanleiding uit het contract."""
    alleen = stap.instrument.aanleidingen
    return aanleidingen.aanleiding(stap.blik, stap.escalatie, stap.contract, stap.dag, alleen)


def gaat_vooraf(dossier: Dossier, escalatie: Escalatie, maatregel: Maatregel) -> bool:
    """Whether a measure is prevention: what both tried before a case was opened counts in it."""
    # S10, S20: the model goes further after prevention, so prevention comes before it.
    return any(
        i.instrument == maatregel.instrument and "preventief" in i.voorwaarden.hard
        for _, i in instrumenten(contract_van(dossier, escalatie))
    )


def preventief(stap: Stap) -> Uitspraak:  # S10
    """Gezegd is welke preventieve maatregel, op welk niveau, met welk doel en wie wat doet."""
    if stap.voorstel is None:
        return vraagt("noem welke maatregel, niveau, doel en wie (--preventief)", "preventief")
    gegeven = stap.voorstel.preventief
    if gegeven is None:
        return nee(
            "welke preventieve maatregel het is, op welk niveau en waarvoor, ontbreekt", stap.plek()
        )
    genoemd = {m.id: m for m in stap.regime.maatregelen}
    maatregel, eigen = (
        genoemd.get(gegeven.maatregel),
        stap.regel(stap.regime.eigen_maatregelen),
    )
    if maatregel is None and eigen != "toegestaan":
        return nee(
            f"'{gegeven.maatregel}' staat niet bij de maatregelen van het contract",
            stap.plek("preventief"),
        )
    if maatregel and maatregel.mits and stap.keuze(maatregel.mits.vraag) is None:
        return onbekend(
            (
                f"of '{gegeven.maatregel}' kan worden gebruikt, is een open vraag; leg eerst een "
                f"lezing vast van {maatregel.mits.vraag}"
            ),
            stap.plek("preventief"),
        )
    if maatregel and maatregel.mits and not stap.geldt(maatregel.mits):
        return nee(
            f"lezing {maatregel.mits.vraag}: '{gegeven.maatregel}' wordt niet gebruikt",
            stap.plek("preventief"),
        )
    return ja(
        f"{gegeven.maatregel}, {gegeven.niveau}, gericht op {gegeven.doel}",
        stap.plek("preventief"),
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
    oordelen, open_ = [], list[Maatregelstand]()
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
            if f.record.over == "effect" and f.record.datum > m.genomen.record.datum
            for o in f.record.oordelen
            if o.onderdeel == tekortkoming
        ]
        oordelen += gevonden
        open_ += [] if gevonden else [m]
    waar = f" op {niveau} niveau"
    if not oordelen:
        return (
            onbekend(f"{tekortkoming}: het effect{waar} is niet beoordeeld")
            if open_
            else nee(f"{tekortkoming}: er is geen maatregel{waar}")
        )
    laatste_dag = max(dag for dag, _, _ in oordelen)
    # S03: a measure of the day of the last judgement, or later, can still have its effect.
    if any(m.loopt and m.genomen.record.datum >= laatste_dag for m in open_):
        return onbekend(f"{tekortkoming}: een latere maatregel{waar} is nog niet beoordeeld")
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
    """Gewoon sturen had onvoldoende effect, of de tekortkoming is ernstig."""
    niveaus = [rij.niveau for rij in stap.regime.niveaus if rij.eerst_sturen == "ja"]
    return alle(
        _ernstig(t)
        or (alle(_effect(stap, t.id, n) for n in niveaus) if niveaus else _preventie(stap, t.id))
        for t in stap.tekortkomingen
    )


def preventie_doorlopen(stap: Stap) -> Uitspraak:  # S20, S03, S09
    """Preventie is doorlopen en er is niet-nakoming, of de tekortkoming is ernstig."""
    laagste = min((rij.trede for rij in stap.regime.treden if rij.trede > 0), default=1)
    over = stap.voorstel.overslaan if stap.voorstel else None
    if over and laagste in over.treden:
        gezegd = ja(f"overgeslagen op ernst: {over.reden}", stap.plek("overslaan"))
        return alle((gezegd, gebleken(stap)))
    return alle(
        alle((ernstig, een_gebleken(stap, t)))
        if (ernstig := _ernstig(t))
        else alle((_preventie(stap, t.id), niet_nakoming(stap, t.id)))
        for t in stap.tekortkomingen
    )


def verbeterplangrond(stap: Stap) -> Uitspraak:  # S11, S12
    """Een reeks perioden onder de afspraak, of een gemotiveerd oordeel over de eisen."""
    if stap.voorstel and stap.voorstel.eisenoordeel:
        return ja(
            f"gemotiveerd oordeel: {stap.voorstel.eisenoordeel.reden}",
            stap.plek("eisenoordeel"),
        )
    reeks = reeks_van(stap)
    if reeks.antwoord == "ja" or stap.voorstel:
        return reeks
    return vraagt(
        f"{reeks.tekst}; anders alleen op een gemotiveerd oordeel over de eisen (--eisenoordeel)",
        "eisenoordeel",
    )


def reeks_van(stap: Stap) -> Uitspraak:
    """The run of periods that carries a request for a plan; after the opening, by one reading."""
    opening = stap.escalatie.opening
    nieuw = opening and stap.geldt(stap.instrument.nieuwe_reeks)
    na = opening.record.datum if opening and nieuw else None
    return aanleidingen.reeksaanleiding(stap.blik, stap.contract, stap.dag, na)


def preventie_bij_reeks(stap: Stap) -> Uitspraak:  # S20, S12
    """Bij een verzoek na een reeks perioden gaat preventie vooraf."""
    eerst = preventie_doorlopen(stap)
    if eerst.antwoord == "ja" or (stap.voorstel and stap.voorstel.eisenoordeel):
        return ja("preventie is doorlopen, of het verzoek rust op een gemotiveerd oordeel")
    if stap.voorstel is None and reeks_van(stap).antwoord != "ja":
        return vraagt("alleen bij een verzoek na een reeks perioden")
    return eerst
