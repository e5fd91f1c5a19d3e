"""Floor 4, maatregeltermijnen: one term of a measure, from the letter that made it known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from clm_cli.bestand import Bestand
from clm_cli.derivations.brieven.aankomst import niet_schriftelijk
from clm_cli.derivations.brieven.post import genoemd, verzending, voorgangers
from clm_cli.derivations.escalatie.zaken import Genomen, tekortkomingen
from clm_cli.derivations.termijnen import (
    Anker,
    Lezing,
    Termijn,
    begin_van,
    duur_van,
    kalender_op,
    reken,
    termijnbeleid,
)
from clm_cli.derivations.vrijedag import eigen_rol, vrije_dag
from clm_cli.dossier import Escalatie
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Reden
from clm_cli.records.basis import Deel
from clm_cli.records.brief import Verzonden
from clm_cli.records.contact import Signaal
from clm_cli.records.escalatie import Heropening, Opening, Reactie, Tekortkoming, Verbeterplan
from clm_cli.records.maatregel import Maatregel
from clm_cli.records.regime import Regimetermijn
from clm_cli.register import Register
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.kalender import Rol
from clm_cli.tijd.termijn import Duur, bereken

ANTWOORDEN: dict[str, type[Reactie | Verbeterplan]] = {
    "reactie": Reactie,
    "verbeterplan": Verbeterplan,
}
"""What the provider answers with, by the kind of term that asks for it."""


def termijnduur(genomen: Genomen, regel: Regimetermijn) -> tuple[Duur | None, Reden | None]:
    """How long a term of a measure lasts, and why where that is not the length in the clause.

    The request itself says how long the provider has to answer, where the contract leaves that
    open or allows a shorter term (J38, J39, S12); else the contract does, with what was agreed
    in this one. A cure term is given per shortcoming and has no length of its own (J40, S14).
    """
    record, vast = genomen.record, duur_van(genomen.contract, regel, genomen.record.datum)
    if regel.soort not in ANTWOORDEN or not record.antwoordtermijn:
        return vast
    plek = genomen.maatregel.plek("antwoordtermijn")
    verteld = zoals_verteld(genomen).antwoordtermijn
    gezegd = langste(genomen, record.antwoordtermijn, verteld, regel.soort)
    eigen = [t for t in tekortkomingen(genomen.escalatie) if t.id in record.tekortkomingen]
    mag = regel.korter is not None and bool(
        acute_signalen(genomen.blik, genomen.escalatie, eigen, record.datum)
    )
    # J38, S12: what the contract gives is theirs; we shorten it only where it lets us.
    if vast[0] and not mag and _eerder(genomen, gezegd, vast[0], regel.soort):
        return vast[0], Reden(f"in het verzoek staat {gezegd}; korter mag hier niet", plek)
    return gezegd, Reden(f"in het verzoek staat {gezegd}: {record.antwoord_reden}", plek)


def verteld_op(genomen: Genomen) -> date | None:
    """The day on which the letter of a measure first went; None when it did not."""
    brief = genomen.brief
    return min((f.record.datum for f in brief.van(Verzonden)), default=None) if brief else None


def zoals_verteld(genomen: Genomen) -> Maatregel:
    """A measure as its letter told it: they do not know what was corrected after (3:35 BW)."""
    dag = verteld_op(genomen)
    return genomen.maatregel.toen(dag) if dag else genomen.record


def langste(genomen: Genomen, nu: Duur, verteld: Duur | None, soort: str) -> Duur:
    """The longer of a term as it is and as it was told: a correction takes no day back."""
    return verteld if verteld and _eerder(genomen, nu, verteld, soort) else nu


def _eerder(genomen: Genomen, een: Duur, ander: Duur, soort: str) -> bool:
    dag = genomen.record.datum
    kalender = kalender_op(genomen.register, dag, genomen.contract, soort)
    return bereken(dag, een, kalender).uiterlijk < bereken(dag, ander, kalender).uiterlijk


def acute_signalen(
    blik: Dossierblik, escalatie: Escalatie, tekortkomingen_: Iterable[Tekortkoming], dag: date
) -> list[Bestand[Signaal]]:
    """The acute risks recorded with their facts: by a signal of the case or on what is not met.

    J36 and J38 take a right of the other party away for it, so that a mere yes is not enough; and
    what touches safety need not be acute. What came after the decision did not carry it; and who
    saw it long before, could have heard the provider first: how long is our own policy.
    """
    dossier = blik.dossier
    feiten: tuple[Bestand[Opening | Heropening], ...] = (
        *escalatie.van(Opening),
        *escalatie.van(Heropening),
    )
    doelen = [d for f in feiten for v in f.record.signalen if (d := dossier.vind(v, f.pad))]
    van_zaak = {d.bestand.pad for d in doelen}
    over = {dossier.een_naam(t.verplichting) for t in tekortkomingen_} - {None}
    sinds = acuut_sinds(blik.register, dag)
    return [
        s
        for s in dossier.van(Signaal)
        if s.record.acuut == "ja"
        and s.record.acuut_feiten
        and sinds <= s.record.datum <= dag
        and (s.pad in van_zaak or dossier.een_naam(s.record.verplichting, s.pad) in over)
    ]


def acuut_sinds(register: Register, dag: date) -> date:
    """The first day of a signal whose danger still counts as acute; without policy any does."""
    beleid = termijnbeleid(register, dag)
    if beleid.acuut is None:
        return date.min
    kalender = kalender_op(register, dag)
    return bereken(dag, beleid.acuut, kalender, terug=True, rol=Rol.NIET).uiterlijk


def termijn(
    genomen: Genomen,
    regel: Regimetermijn,
    duur: Duur | None,
    anker: Anker | None = None,
    tekortkoming: str | None = None,
) -> Termijn:
    """Work out a term of a measure; a day printed in its letter counts beside the derived one."""
    begin, lezing = begin_van(genomen.register, genomen.contract, regel, genomen.record.datum)
    anker = anker or _anker(genomen, begin)
    if anker is None or duur is None:
        reden = Reden(_waarom_niet(genomen, begin, lezing, duur), genomen.maatregel.plek())
        return Termijn(omdat=(reden,), lezing=lezing.tekst if lezing else None)
    kalender = kalender_op(genomen.register, anker.datum, genomen.contract, regel.soort, regel.naam)
    # What we printed binds us where it gives the other party more (3:35 BW).
    brief = genomen.brief
    gedrukt = tuple(
        dag
        for b in ((brief, *voorgangers(genomen.dossier, brief)) if brief else ())
        for dag in genoemd(b, regel.soort, tekortkoming)
    )
    uit = reken(
        anker,
        duur,
        kalender,
        genoemd=gedrukt,
        recht_wederpartij=regel.partij != "opdrachtgever",
        lezing=lezing,
        rol=eigen_rol(genomen.contract, regel),
    )
    vrij = vrije_dag(genomen.register, genomen.contract, uit)
    redenen = (Reden(f"de termijn is {duur}", genomen.maatregel.plek()), *((vrij,) if vrij else ()))
    return replace(uit, omdat=(*uit.omdat, *redenen))


def gesprekken(genomen: Genomen) -> tuple[tuple[date, Bestand[Deel]], ...]:
    """The talks of the case that were held since the measure, each with its day."""
    # a talk that nobody tied to the case is a talk on something else
    naam = f"escalaties/{genomen.escalatie.id}"
    van_zaak = (
        (gehouden.datum, gesprek.kaart)
        for gesprek in genomen.dossier.gesprekken
        if (gehouden := gesprek.kaart.record.gehouden) and gesprek.kaart.record.escalatie == naam
    )
    return tuple(rij for rij in van_zaak if rij[0] >= genomen.record.datum)


def gespreksanker(genomen: Genomen) -> Anker | None:
    """The first of those talks; None while none was held."""
    eerste = min(gesprekken(genomen), key=lambda rij: (rij[0], rij[1].pad), default=None)
    if eerste is None:
        return None
    dag, kaart = eerste
    return Anker("gesprek", dag, Reden(f"gesproken op {datum_vol(dag)}", kaart.plek("datum")))


def _anker(genomen: Genomen, begin: str | None) -> Anker | None:
    """The event a term of a measure starts from; None when it is open or has not happened."""
    if begin == "gesprek":
        return gespreksanker(genomen)
    if begin in ("ontvangst", "verzending") and genomen.brief is not None:
        if begin == "ontvangst":
            return genomen.ontvangst
        return verzending(genomen.dossier, genomen.brief)
    # A contract that says what a message is, lets no term begin without one.
    if begin != "ingang" and genomen.contract.regime.schriftelijk is not None:
        return None
    # Without a letter there is no receipt: the start of the measure stands in, provisionally.
    if begin in ("ontvangst", "verzending", "ingang"):
        dag = genomen.record.ingaat
        tekst = f"gaat in op {datum_vol(dag)}"
        if begin != "ingang":
            tekst += "; er is geen brief aan deze maatregel gekoppeld"
        return Anker(
            "ingang",
            dag,
            Reden(tekst, genomen.maatregel.plek("ingaat")),
            voorlopig=begin != "ingang",
        )
    return None


def _waarom_niet(
    genomen: Genomen, begin: str | None, lezing: Lezing | None, duur: Duur | None
) -> str:
    if begin is None and lezing is not None:
        return f"eerst vragen: {lezing.tekst}"
    if duur is None:
        return (
            "de duur van deze termijn is niet vastgelegd; het contract laat die aan het verzoek "
            "over"
        )
    if begin == "gesprek":
        return "er is sinds de maatregel nog geen gesprek bij de escalatie gehouden"
    if genomen.brief is None:
        return "het begin is niet vastgelegd"
    kanalen = [f.record.kanaal for f in genomen.brief.van(Verzonden)]
    vorm = niet_schriftelijk(genomen.dossier, genomen.brief, kanalen)
    return f"er loopt geen termijn: {vorm or 'de brief is nog niet verzonden of is teruggekomen'}"
