"""Floor 4, briefinhoud: what a letter is about.

And the days it prints, worked out from the record and its card.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from clm_cli.bestand import Bestand
from clm_cli.derivations.brieven.soorten import Briefsoort
from clm_cli.derivations.escalatie import bezwaren
from clm_cli.derivations.escalatie.maatregeltermijnen import termijn
from clm_cli.derivations.escalatie.zaken import Zaak, contract_van, zaak
from clm_cli.derivations.termijnen import Anker, begin_van, duur_van, kalender_op, termijnbeleid
from clm_cli.kijk import blik_op
from clm_cli.meldingen import Reden
from clm_cli.records.brief import Briefkaart
from clm_cli.records.escalatie import Opening, Tekortkoming, Tekortkomingfeit
from clm_cli.records.lijsten import Verplichting
from clm_cli.records.maatregel import Maatregel
from clm_cli.records.organisatie import Gemeente, Ondertekenaar, Persoon, Volmacht
from clm_cli.records.overeenkomst import Artikelen
from clm_cli.records.regime import Regimetermijn
from clm_cli.register import Contract, Dossier, Escalatie, Register
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.termijn import Berekening, Duur, bereken

_VAN_BRIEF = ("reactie", "verbeterplan", "herstel", "bezwaar")
"""Kinds of term that a letter about a measure starts."""


@dataclass(frozen=True, slots=True)
class Briefdag:
    """A day that is printed in a letter, with how it was counted."""

    soort: str
    titel: str
    uiterlijk: date
    berekening: Berekening
    tekortkoming: str | None = None


@dataclass(frozen=True, slots=True)
class Inhoud:
    """All that a letter can draw on."""

    register: Register
    dossier: Dossier
    soort: Briefsoort
    kaart: Briefkaart
    contract: Contract
    escalatie: Escalatie | None
    over: Bestand[Any] | None
    """The fact that the letter is about."""
    zaak: Zaak | None
    """The measure that the letter makes known, or that its fact belongs to."""
    dagen: tuple[Briefdag, ...]
    ontvangst: date
    """The day on which receipt is assumed; the printed days are counted from it."""

    @property
    def dag(self) -> date:
        """The date on the letter."""
        return self.kaart.datum

    @property
    def maatregel(self) -> Maatregel | None:
        """The measure, when there is one."""
        return self.zaak.maatregel.record if self.zaak else None

    @property
    def tekortkomingen(self) -> tuple[Tekortkoming, ...]:
        """The shortcomings that the letter is about.

        Those of its fact, else of its measure, else of the case.
        """
        if self.escalatie is None:
            return ()
        alle = bezwaren.tekortkomingen(self.escalatie)
        record = self.over.record if self.over else None
        eigen = (
            (record.tekortkoming,)
            if isinstance(record, Tekortkomingfeit)
            else getattr(record, "tekortkomingen", None)
        )
        ids = (
            [e if isinstance(e, str) else e.id for e in eigen]
            if eigen
            else list(self.maatregel.tekortkomingen if self.maatregel else ())
        )
        return tuple(
            t
            for t in alle
            if (not ids or t.id in ids) and (not self.soort.dreigend or t.ernst == "dreigend")
        )

    def tekst(self, onderdeel: str) -> str | None:
        """The letter's own passage for a part."""
        return next((rij.tekst for rij in self.kaart.teksten if rij.onderdeel == onderdeel), None)

    def dagen_van(self, *soorten: str) -> tuple[Briefdag, ...]:
        """The printed days of some kinds."""
        return tuple(dag for dag in self.dagen if dag.soort in soorten)


def stel_samen(
    register: Register,
    dossier: Dossier,
    soort: Briefsoort,
    kaart: Briefkaart,
    contract: Contract,
    vanuit: str = "",
) -> Inhoud:
    """Join a letter's card with its case, its fact and its measure, and work out its days."""
    escalatie = _escalatie(dossier, kaart)
    doel = dossier.vind(kaart.bij, vanuit) if kaart.bij else None
    over = doel.bestand if doel else None
    eigen = contract_van(dossier, escalatie) if escalatie else None
    maatregel = _maatregel(dossier, over)
    z = (
        zaak(blik_op(register, dossier, kaart.datum), escalatie, eigen, maatregel)
        if escalatie and eigen and maatregel
        else None
    )
    ontvangst = vermoede_ontvangst(register, kaart.datum)
    return Inhoud(
        register,
        dossier,
        soort,
        kaart,
        eigen or contract,
        escalatie,
        over,
        z,
        tuple(_dagen(register, soort, kaart, z, over, ontvangst)),
        ontvangst,
    )


def _escalatie(dossier: Dossier, kaart: Briefkaart) -> Escalatie | None:
    naam = kaart.escalatie.rsplit("/", 1)[-1] if kaart.escalatie else None
    return next((e for e in dossier.escalaties if e.id == naam), None)


def _maatregel(
    dossier: Dossier, feit: Bestand[Any] | None, diepte: int = 6
) -> Bestand[Maatregel] | None:
    """The measure that a fact is, or answers, directly or through other facts."""
    while feit is not None and diepte:
        if isinstance(feit.record, Maatregel):
            return feit
        bij = getattr(feit.record, "bij", None)
        doel = dossier.vind(bij, feit.pad) if bij else None
        feit, diepte = (doel.bestand if doel else None), diepte - 1
    return None


def vermoede_ontvangst(register: Register, dag: date) -> date:
    """The day on which a letter of that date is taken to arrive, by our own policy."""
    beleid = termijnbeleid(register, dag)
    return (
        bereken(dag, beleid.bezorging, kalender_op(register, dag)).uiterlijk
        if beleid and beleid.bezorging
        else dag
    )


def _dagen(
    register: Register,
    soort: Briefsoort,
    kaart: Briefkaart,
    z: Zaak | None,
    over: Bestand[Any] | None,
    ontvangst: date,
) -> Iterator[Briefdag]:
    if z is not None and soort.maakt_bekend:
        for regel in z.contract.regime.termijnen if z.contract.regime else ():
            if regel.soort in _VAN_BRIEF and z.maatregel.record.instrument in regel.instrumenten:
                yield from _van_regel(z, regel, kaart, ontvangst)
    for rij in kaart.termijnen:
        if rij.soort not in _VAN_BRIEF or z is None or not soort.maakt_bekend:
            kalender = kalender_op(register, ontvangst, z.contract if z else None)
            rekening = bereken(ontvangst, rij.termijn, kalender, voorlopig=True)
            yield Briefdag(
                rij.soort,
                rij.wat or ("Betaling" if rij.soort == "betaling" else "Antwoord"),
                rekening.uiterlijk,
                rekening,
                rij.tekortkoming,
            )
    if over is not None and over.soort == "bezwaar" and z is not None:
        yield from _directiegesprek(z, over)


def _van_regel(
    z: Zaak, regel: Regimetermijn, kaart: Briefkaart, ontvangst: date
) -> Iterator[Briefdag]:
    """A term of the contract that the letter starts; the cure term once for each shortcoming."""
    record = z.maatregel.record
    gewoon = duur_van(z.contract, regel, record.datum)[0]
    duren: list[tuple[Duur | None, str | None]] = [(gewoon, None)]
    if regel.soort == "herstel":
        duren = [(rij.termijn, rij.tekortkoming) for rij in record.hersteltermijnen]
    elif regel.soort in ("reactie", "verbeterplan"):
        duren = [(record.antwoordtermijn or gewoon, None)]
    begin = begin_van(z.register, z.contract, regel, record.datum)[0]
    for duur, tekortkoming in duren:
        uit = termijn(z, regel, duur, _anker(begin, kaart.datum, ontvangst), tekortkoming)
        if uit.berekening is not None:
            yield Briefdag(
                regel.soort, regel.titel, uit.berekening.uiterlijk, uit.berekening, tekortkoming
            )


def _anker(begin: str | None, datum: date, ontvangst: date) -> Anker | None:
    """The assumed start of a term that a letter of this date begins.

    None when it starts from something else.
    """
    if begin == "ontvangst":
        return Anker(
            "ontvangst",
            ontvangst,
            Reden(f"vermoede ontvangst op {datum_vol(ontvangst)}"),
            voorlopig=True,
        )
    return (
        Anker("verzending", datum, Reden(f"verzending op {datum_vol(datum)}"), voorlopig=True)
        if begin == "verzending"
        else None
    )


def _directiegesprek(z: Zaak, bezwaar: Bestand[Any]) -> Iterator[Briefdag]:
    """By when the talk at directors' level has to be held."""
    regel = bezwaren.regeltermijn(z, "directiegesprek")
    duur = duur_van(z.contract, regel, bezwaar.record.ontvangen)[0] if regel else None
    if regel is not None and duur is not None:
        rekening = bereken(
            bezwaar.record.ontvangen,
            duur,
            kalender_op(z.register, bezwaar.record.ontvangen, z.contract, regel.soort),
        )
        yield Briefdag(regel.soort, regel.titel, rekening.uiterlijk, rekening)


def verplichting(inhoud: Inhoud, tekortkoming: Tekortkoming) -> tuple[str | None, str | None]:
    """Where the obligation of a shortcoming stands, and its literal words.

    None for what is not recorded.
    """
    return bepaling(
        inhoud.dossier,
        inhoud.contract,
        tekortkoming,
        inhoud.escalatie.pad + "/" if inhoud.escalatie else "",
    )


def bepaling(
    dossier: Dossier, contract: Contract, tekortkoming: Tekortkoming, vanuit: str
) -> tuple[str | None, str | None]:
    """The same for a shortcoming of which no letter is made yet.

    Seen from the file that holds it.
    """
    doel = dossier.vind(tekortkoming.verplichting, vanuit)
    rij = doel.deel if doel and isinstance(doel.deel, Verplichting) else None
    if rij is None or rij.clausule is None:
        return None, None
    clausule = rij.clausule
    bundel = contract.overeenkomst
    artikelen = [a for b in (bundel.van(Artikelen) if bundel else ()) for a in b.record.artikelen]
    artikel = next(
        (a for a in artikelen if a.document == clausule.document and a.nummer == clausule.nummer),
        None,
    )
    versie = clausule.versie or (artikel.versie if artikel else None)
    document = next(
        (a.titel for a in artikelen if a.document == clausule.document and a.titel),
        clausule.document,
    )
    waar = document
    waar += f", versie {versie}" if versie else ""
    waar += f", nummer {clausule.nummer}" if clausule.nummer else ""
    return waar, clausule.tekst or (artikel.tekst if artikel else None)


def gemeenten(inhoud: Inhoud) -> tuple[Gemeente, ...]:
    """The municipalities on whose behalf the letter is written.

    Those of the case, else of the contract.
    """
    opening = next(iter(inhoud.escalatie.van(Opening)), None) if inhoud.escalatie else None
    ids = (opening.record.gemeenten if opening else ()) or inhoud.contract.gemeenten
    bekend = inhoud.register.organisatie.gemeenten if inhoud.register.organisatie else ()
    return tuple(g for id_ in ids for g in bekend if g.id == id_)


def volmacht(inhoud: Inhoud, gemeente: Gemeente) -> Volmacht | None:
    """The power of attorney of a municipality that covers this letter on its date."""
    organisatie, trede = (
        inhoud.register.organisatie,
        inhoud.maatregel.trede if inhoud.maatregel else 0,
    )
    for rij in organisatie.volmachten if organisatie else ():
        if (
            rij.gemeente == gemeente.id
            and rij.overeenkomst == inhoud.contract.kaart.record.overeenkomst
            and rij.tot_en_met_trede >= trede
            and geldt(rij, inhoud.dag)
        ):
            return rij
    return None


def geldt(rij: Volmacht | Ondertekenaar, dag: date) -> bool:
    """Whether an authority is in force on a day."""
    return rij.van <= dag and (rij.tot is None or dag <= rij.tot)


def ondertekenaar(inhoud: Inhoud) -> Persoon | None:
    """Who signs: the one on the card, else whoever decided or handles the letter.

    A formal letter only by somebody with a mandate for the trede.
    """
    organisatie, maatregel = inhoud.register.organisatie, inhoud.maatregel
    rijen = [o for o in (organisatie.ondertekenaars if organisatie else ()) if geldt(o, inhoud.dag)]
    trede = maatregel.trede if maatregel else 0
    bevoegd = [o.persoon for o in rijen if o.tot_en_met_trede >= trede]
    besloten = [
        getattr(feit, "besloten_door", None)
        for feit in (maatregel, inhoud.over.record if inhoud.over else None)
    ]
    kandidaten = (
        [inhoud.kaart.ondertekenaar]
        if inhoud.kaart.ondertekenaar
        else [*besloten, inhoud.kaart.behandelaar, *bevoegd]
    )
    gekozen = next(
        (id_ for id_ in kandidaten if id_ and (not inhoud.soort.formeel or id_ in bevoegd)), None
    )
    return inhoud.register.persoon(gekozen) if gekozen else None
