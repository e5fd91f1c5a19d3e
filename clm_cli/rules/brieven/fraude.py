"""Floor 5, rules on letters that speak of fraud: no person is named, and it was shown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from clm_cli.advies import advies, opdracht
from clm_cli.derivations.brieven.taal import persoon_in
from clm_cli.derivations.brieven.teksten import Passage
from clm_cli.derivations.escalatie.fraude import (
    alle_ids,
    bewezen,
    gronden,
    met_fraudegrond,
    vormen,
)
from clm_cli.derivations.fraudewoord import fraude_woord
from clm_cli.dossier import Dossier, Escalatie
from clm_cli.kijk import Dossierblik
from clm_cli.records.brief import Briefkaart
from clm_cli.records.escalatie import Bewijs, Tekortkoming
from clm_cli.records.maatregel import Maatregel
from clm_cli.rules.brieven.tekst import teksten
from clm_cli.rules.escalatie.vormen import per_escalatie
from clm_cli.rules.regel import FOUT, Bevond, per_dossier, regel

_NIETS: frozenset[str] = frozenset()


@regel("BRF511", FOUT, per_escalatie)
def persoon_genoemd_bij_fraude(blik: Dossierblik, escalatie: Escalatie) -> Iterator[Bevond]:
    """Bij fraude is een persoon genoemd.

    Waarom: de overeenkomst is met de aanbieder; wie een persoon van fraude beschuldigt, doet die
    misschien onrecht en is daarvoor zelf aansprakelijk.
    Fout: 'de heer Jansen heeft urenregistraties vervalst'.
    Goed: 'in uw administratie zijn 41 urenregistraties achteraf gewijzigd'.
    Wat nu: noem de aanbieder of een functie, geen naam; zolang de naam er staat, maakt clm de brief
    niet.
    """
    dossier = blik.dossier
    contacten = dossier.aanbieder.record.contactpersonen if dossier.aanbieder else ()
    namen = tuple(contact.naam for contact in contacten)
    ids = _fraude_tekortkomingen(dossier, escalatie)
    for passage in teksten(blik) if ids else ():
        if not _over_fraude(dossier, escalatie, passage, ids):
            continue
        if wie := persoon_in(passage.tekst, namen):
            yield Bevond(
                passage.plek,
                f"'{wie}' is een persoon, en deze tekst gaat over fraude",
                "noem de aanbieder of een functie, geen naam",
            )


@regel("BRF513", FOUT, per_dossier)
def fraude_zonder_bewijs(blik: Dossierblik) -> Iterator[Bevond]:
    """Een tekst voor een brief spreekt van fraude of opzet, zonder bewijs daarvan.

    Waarom: fraude is het bewust misleiden om geld; een onjuiste declaratie zonder opzet heet nooit
    fraude in een brief.
    Fout: 'deze declaraties zijn frauduleus', zonder bewijs of met bewijs waarin opzet niet is
    aangetoond.
    Goed: alle elementen van een vorm van fraude zijn aangetoond; of 'deze declaraties zijn
    onjuist'. Het bewijs zelf mag de woorden noemen.
    Wat nu: clm escalatie bewijs legt de elementen vast, elk met feiten; of noem het een onjuiste
    declaratie. Zolang dit er staat, maakt clm de brief niet.
    """
    dossier = blik.dossier
    bewijs = opdracht("escalatie", "bewijs", dossier.id)
    for passage in teksten(blik):
        if not passage.onze or isinstance(passage.bestand.record, Bewijs):
            continue
        woord = fraude_woord(passage.tekst)
        if woord is None or _grond_van_regime(dossier, passage):
            continue
        escalatie = _escalatie(dossier, passage)
        aangetoond = bewezen(dossier, escalatie) if escalatie else _NIETS
        nodig = _raakt(passage) or (alle_ids(escalatie) if escalatie else _NIETS)
        if not aangetoond & nodig:
            hoe = "er is geen bewijs van fraude waarvan alle elementen zijn aangetoond"
            yield Bevond(
                passage.plek,
                f"'{woord}' staat in een tekst voor een brief, maar {hoe}",
                advies("{bewijs}, of noem het een onjuiste declaratie", bewijs=bewijs),
            )


def _fraude_tekortkomingen(dossier: Dossier, escalatie: Escalatie) -> frozenset[str]:
    """The shortcomings with evidence of fraud, shown or not, or with a ground of fraud."""
    bekend = vormen(dossier, escalatie)
    uit: set[str] = set(met_fraudegrond(dossier, escalatie))
    for feit in escalatie.van(Bewijs):
        if feit.record.vorm in bekend:
            uit |= set(feit.record.tekortkomingen) or alle_ids(escalatie)
    return frozenset(uit)


def _escalatie(dossier: Dossier, passage: Passage) -> Escalatie | None:
    """The case of a text: where it stands, or where its letter belongs."""
    record = passage.bestand.record
    naam = (record.escalatie or "").rsplit("/", 1)[-1] if isinstance(record, Briefkaart) else ""
    return next(
        (e for e in dossier.escalaties if e.pad == passage.bestand.map or e.id == naam), None
    )


def _raakt(passage: Passage) -> frozenset[str]:
    """The shortcomings that a text is about, as far as it says so."""
    record: Any = passage.bestand.record
    if isinstance(passage.deel, Tekortkoming):
        return frozenset({passage.deel.id})
    eigen = getattr(record, "tekortkomingen", ())
    return frozenset(id_ for id_ in eigen if isinstance(id_, str))


def _over_fraude(
    dossier: Dossier, escalatie: Escalatie, passage: Passage, ids: frozenset[str]
) -> bool:
    """Whether a text belongs to a case, and to shortcomings in it for which fraud is alleged.

    Who established it may be named.
    """
    eigen = _escalatie(dossier, passage)
    if passage.sleutel[-1] == "vastgesteld_door" or eigen is None or eigen.pad != escalatie.pad:
        return False
    raakt = _raakt(passage)
    return not raakt or bool(raakt & ids)


def _grond_van_regime(dossier: Dossier, passage: Passage) -> bool:
    """Whether a text is the name of a ground that the contract has for this instrument."""
    if not isinstance(passage.deel, Maatregel) or "gronden" not in passage.sleutel:
        return False
    escalatie = _escalatie(dossier, passage)
    rijen = gronden(dossier, escalatie) if escalatie else []
    return any(grond.id == passage.tekst for grond in rijen)
