"""Floor 5, rules on the words that go into a letter.

No administrative law, no client, no person under fraud, no confidential source, no more than the
clause asks.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from clm_cli.bestand import Bestand
from clm_cli.derivations.brieven.bepalingen import bepaling
from clm_cli.derivations.brieven.taal import (
    awb_woorden,
    fraude_woord,
    geleend,
    persoon_in,
    strenger,
)
from clm_cli.derivations.brieven.teksten import Passage, passages
from clm_cli.derivations.escalatie.bezwaren import tekortkomingen
from clm_cli.derivations.escalatie.zaken import contract_van, instrumenten
from clm_cli.meldingen import Reden
from clm_cli.records.brief import Briefkaart
from clm_cli.records.contact import Signaal
from clm_cli.records.escalatie import Bewijs, Tekortkoming
from clm_cli.records.maatregel import Maatregel
from clm_cli.records.regime import Bewijsvorm
from clm_cli.register import Dossier, Escalatie, Register
from clm_cli.rules.privacy import clientwoord
from clm_cli.rules.regel import Bevond

_FRAUDE = "fraude"
"""How the heavy ground is called to which forms of evidence and grounds of fraud belong."""
_ZONDER_BRON = ("monitoring", "aanbieder")
"""Sources that need no protection: our own figures, and the provider itself."""
_NIETS: frozenset[str] = frozenset()


def brf508(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Een eis is strenger dan de bepaling waarop zij rust.

    Waarom: wie in een brief meer eist dan de overeenkomst vraagt, stelt over dat deel niet in
    gebreke.
    Fout: 'alle jeugdigen starten binnen vier weken', terwijl de bepaling 90 % binnen zes weken
    vraagt.
    Goed: dezelfde norm als de bepaling, of de melding opzij gezet met de reden waarom hier meer mag
    worden geëist.
    Wat nu: vergelijk beide teksten, en pas de eis van de tekortkoming aan. Dit is een vergelijking
    van getallen: u beslist.
    """
    for escalatie in dossier.escalaties:
        contract = contract_van(dossier, escalatie)
        for passage in passages(dossier) if contract else ():
            deel = passage.deel
            if (
                contract is None
                or not isinstance(deel, Tekortkoming)
                or passage.sleutel[-1] != "eis"
                or passage.bestand.map != escalatie.pad
            ):
                continue
            waar, woorden = bepaling(dossier, contract, deel, passage.bestand.pad)
            verschil = strenger(passage.tekst, woorden or "")
            if verschil:
                yield Bevond(
                    passage.plek,
                    f"{deel.id} eist '{verschil[0]}', de bepaling zegt '{verschil[1]}'",
                    "vergelijk de eis met de bepaling, en pas haar zo nodig aan",
                    (Reden(f"{waar or deel.verplichting}: {woorden}"),),
                )


def brf509(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """In een tekst voor een brief staat een woord uit het bestuursrecht.

    Waarom: deze brieven rusten op een overeenkomst; woorden als besluit, zienswijze of
    bezwaarschrift wekken de indruk dat de Awb geldt.
    Fout: 'wij verklaren uw bezwaarschrift niet-ontvankelijk'.
    Goed: 'uw bezwaar op grond van de overeenkomst is te laat'. Een besluit van een gemeente over
    een inwoner mag zo heten.
    Wat nu: schrijf het in de woorden van de overeenkomst: maatregel, beslissing, reactie, bezwaar
    op grond van de overeenkomst.
    """
    for passage in passages(dossier):
        for woord, liever in dict.fromkeys(awb_woorden(passage.tekst)) if passage.onze else ():
            yield Bevond(
                passage.plek,
                f"'{woord}' is een woord uit het bestuursrecht",
                f"schrijf liever: {liever}",
            )


def brf510(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """In een tekst voor een brief staan misschien gegevens van een cliënt.

    Waarom: een brief gaat naar buiten en blijft bewaard; daarin staat niets dat naar een cliënt te
    herleiden is.
    Fout: 'de zoon van mevrouw X, geboren op …, wacht al negen weken'.
    Goed: 'één jeugdige uit Vaartstad wacht negen weken'.
    Wat nu: schrijf het zonder herleidbare gegevens; zolang het er staat, maakt clm de brief niet.
    Een bsn meldt AVG601.
    """
    for passage in passages(dossier):
        if woord := clientwoord(passage.tekst):
            yield Bevond(
                passage.plek,
                f"'{woord}' wijst op gegevens van een cliënt, en deze tekst gaat in een brief",
                "schrijf het zonder",
            )


def brf511(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Bij fraude is een persoon genoemd.

    Waarom: de overeenkomst is met de aanbieder; wie een persoon van fraude beschuldigt, doet die
    misschien onrecht en is daarvoor zelf aansprakelijk.
    Fout: 'de heer Jansen heeft urenregistraties vervalst'.
    Goed: 'in uw administratie zijn 41 urenregistraties achteraf gewijzigd'.
    Wat nu: noem de aanbieder of een functie, geen naam; zolang de naam er staat, maakt clm de brief
    niet.
    """
    namen = (
        tuple(c.naam for c in dossier.aanbieder.record.contactpersonen) if dossier.aanbieder else ()
    )
    for escalatie in dossier.escalaties:
        ids = _fraude_tekortkomingen(dossier, escalatie)
        for passage in passages(dossier) if ids else ():
            wie = (
                persoon_in(passage.tekst, namen)
                if _over_fraude(dossier, escalatie, passage, ids)
                else None
            )
            if wie:
                yield Bevond(
                    passage.plek,
                    f"'{wie}' is een persoon, en deze tekst gaat over fraude",
                    "noem de aanbieder of een functie, geen naam",
                )


def brf512(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Een vertrouwelijke bron is te herkennen in een tekst voor een brief.

    Waarom: wie in vertrouwen iets meldt, mag in een brief aan de aanbieder niet te vinden zijn, ook
    niet aan de eigen woorden.
    Fout: de woorden van een melder, letterlijk overgenomen bij de feiten.
    Goed: eigen onderzoek, in eigen woorden, naar wat is gemeld.
    Wat nu: schrijf op wat u zelf hebt vastgesteld, of vraag de bron of het mag (`mag_in_brief:
    ja`); zolang dit er staat, maakt clm de
    brief niet.
    """
    signalen = [f for f in dossier.van(Signaal) if _beschermd(f)]
    gemeenten = (
        {g.naam.casefold() for g in register.organisatie.gemeenten}
        if register.organisatie
        else set()
    )
    for passage in passages(dossier) if signalen else ():
        for signaal in signalen:
            naam = signaal.record.bron.naam
            gevonden = geleend(passage.tekst, signaal.record.wat)
            if (
                gevonden is None
                and naam
                and naam.casefold() not in gemeenten
                and naam.casefold() in passage.tekst.casefold()
            ):
                gevonden = naam
            if gevonden:
                omdat = Reden(
                    (
                        f"vertrouwelijk: {signaal.record.bron.vertrouwelijk}, mag in een brief: "
                        f"{signaal.record.bron.mag_in_brief}"
                    ),
                    signaal.plek("bron"),
                )
                yield Bevond(
                    passage.plek,
                    (
                        f"'{gevonden}' komt uit het signaal {signaal.stam}, en die bron mag niet "
                        "in een brief"
                    ),
                    "schrijf op wat u zelf hebt vastgesteld",
                    (omdat,),
                )


def brf513(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Bevond]:
    """Een tekst voor een brief spreekt van fraude of opzet, zonder bewijs daarvan.

    Waarom: fraude is het bewust misleiden om geld; een onjuiste declaratie zonder opzet heet nooit
    fraude in een brief.
    Fout: 'deze declaraties zijn frauduleus', zonder bewijs of met bewijs waarin opzet niet is
    aangetoond.
    Goed: alle elementen van een vorm van fraude zijn aangetoond; of 'deze declaraties zijn
    onjuist'. Het bewijs zelf mag de woorden noemen.
    Wat nu: clm escalatie bewijs legt de elementen vast, elk met feiten; of noem het een onjuiste
    declaratie. Zolang dit er staat, maakt
    clm de brief niet.
    """
    for passage in passages(dossier):
        woord = (
            fraude_woord(passage.tekst)
            if passage.onze and not isinstance(passage.bestand.record, Bewijs)
            else None
        )
        if woord is None or _grond_van_regime(dossier, passage):
            continue
        escalatie = _escalatie(dossier, passage)
        bewezen = _bewezen(dossier, escalatie) if escalatie else _NIETS
        nodig = _raakt(passage) or (_alle_ids(escalatie) if escalatie else _NIETS)
        if not bewezen & nodig:
            hoe = "er is geen bewijs van fraude waarvan alle elementen zijn aangetoond"
            yield Bevond(
                passage.plek,
                f"'{woord}' staat in een tekst voor een brief, maar {hoe}",
                f"clm escalatie bewijs {dossier.id}, of noem het een onjuiste declaratie",
            )


def _beschermd(signaal: Bestand[Signaal]) -> bool:
    """Whether the source of a signal has to stay out of letters.

    What may be told is only known when it was said.
    """
    bron = signaal.record.bron
    if bron.vertrouwelijk == "ja" or bron.mag_in_brief == "nee":
        return True
    return bron.mag_in_brief != "ja" and bron.soort not in _ZONDER_BRON


def _vormen(dossier: Dossier, escalatie: Escalatie) -> dict[str, Bewijsvorm]:
    contract = contract_van(dossier, escalatie)
    return {
        v.id: v
        for v in (contract.regime.bewijsvormen if contract and contract.regime else ())
        if v.hoort_bij == _FRAUDE
    }


def _alle_ids(escalatie: Escalatie) -> frozenset[str]:
    return frozenset(t.id for t in tekortkomingen(escalatie))


def _met_fraudegrond(dossier: Dossier, escalatie: Escalatie) -> frozenset[str]:
    """The shortcomings of measures on a ground of fraud that the contract itself names."""
    contract = contract_van(dossier, escalatie)
    gronden = {
        g.id
        for _, i in (instrumenten(contract) if contract else ())
        for g in i.gronden
        if fraude_woord(g.titel)
    }
    return frozenset(
        id_
        for f in escalatie.van(Maatregel)
        if gronden & set(f.record.gronden)
        for id_ in f.record.tekortkomingen
    )


def _fraude_tekortkomingen(dossier: Dossier, escalatie: Escalatie) -> frozenset[str]:
    """The shortcomings for which evidence of fraud is given, shown or not.

    Or a ground of fraud is named.
    """
    vormen = _vormen(dossier, escalatie)
    uit: set[str] = set(_met_fraudegrond(dossier, escalatie))
    for feit in escalatie.van(Bewijs):
        if feit.record.vorm in vormen:
            uit |= set(feit.record.tekortkomingen) or _alle_ids(escalatie)
    return frozenset(uit)


def _bewezen(dossier: Dossier, escalatie: Escalatie) -> frozenset[str]:
    """The shortcomings of which a whole form of fraud is shown.

    Where the contract has no such forms, those with its ground of fraud.
    """
    vormen = _vormen(dossier, escalatie)
    if not vormen:
        return _met_fraudegrond(dossier, escalatie)
    uit: set[str] = set()
    for feit in escalatie.van(Bewijs):
        vorm = vormen.get(feit.record.vorm)
        gegeven = {rij.element for rij in feit.record.elementen if rij.aangetoond == "ja"}
        if vorm and set(vorm.elementen) <= gegeven:
            uit |= set(feit.record.tekortkomingen) or _alle_ids(escalatie)
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
    if (
        passage.sleutel[-1] == "vastgesteld_door"
        or (zaak := _escalatie(dossier, passage)) is None
        or zaak.pad != escalatie.pad
    ):
        return False
    raakt = _raakt(passage)
    return not raakt or bool(raakt & ids)


def _grond_van_regime(dossier: Dossier, passage: Passage) -> bool:
    """Whether a text is the name of a ground that the contract has for this instrument."""
    if not isinstance(passage.deel, Maatregel) or "gronden" not in passage.sleutel:
        return False
    escalatie = _escalatie(dossier, passage)
    contract = contract_van(dossier, escalatie) if escalatie else None
    return any(
        g.id == passage.tekst
        for _, i in (instrumenten(contract) if contract else ())
        for g in i.gronden
    )
