"""Floor 4, briefdelen: the parts of a letter that rest on the case.

The parties and its own card: the words that show each, or what is missing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from clm_cli.derivations.brieven.inhoud import (
    Inhoud,
    gemeenten,
    ondertekenaar,
    verplichting,
    volmacht,
)
from clm_cli.derivations.brieven.verleden import verleden
from clm_cli.derivations.contracten import duurstand
from clm_cli.derivations.escalatie import bezwaren
from clm_cli.derivations.escalatie.stand import stand_van
from clm_cli.kijk import blik_op
from clm_cli.records.escalatie import Bezwaar, Onderzoek, Wederhoor
from clm_cli.records.overeenkomst import NietVerlengd
from clm_cli.tijd.datum import datum_lang, datum_vol


@dataclass(frozen=True, slots=True)
class Mist:
    """What a part of a letter lacks: the field, and the command that fills it."""

    veld: str
    nu: str


Gevonden = tuple[str, ...] | Mist
"""The words that show a part, or what is missing; no words at all: this part does not apply
here."""


def eigen_tekst(i: Inhoud, naam: str) -> Gevonden:
    """A part that only the writer can give."""
    tekst = i.tekst(naam)
    return (tekst,) if tekst else Mist(f"teksten ({naam})", f'--tekst "onderdeel={naam} tekst=…"')


def bij_maatregel(i: Inhoud, wordt: str) -> str:
    """The command that completes the measure.

    It is recorded already, so that only a correction can; before that, the measure itself.
    """
    if i.zaak is None:
        return f"clm escalatie maatregel {i.dossier.id}"
    return f'clm correctie {i.dossier.id} {i.zaak.maatregel.stam} --reden … --wordt "{wordt}"'


def contract(i: Inhoud) -> Gevonden:
    """Het nummer van de overeenkomst."""
    return (i.contract.kaart.record.nummer,)


def afbakening(i: Inhoud) -> Gevonden:
    """Dat andere contracten erbuiten vallen."""
    return tuple(c.kaart.record.nummer for c in buiten(i))


def buiten(i: Inhoud) -> list[Any]:
    """The provider's other contracts that still run: the letter says that it is not about them."""
    eigen = set(i.kaart.contracten)
    return [
        c for c in i.dossier.contracten if c.id not in eigen and not duurstand(c, i.dag).gestopt
    ]


def namens(i: Inhoud) -> Gevonden:
    """De gemeenten namens wie wordt geschreven, met volmacht."""
    rijen = gemeenten(i)
    if not rijen:
        return Mist("gemeenten", "vul de gemeenten in op de kaart van het contract")
    zonder = [g.naam for g in rijen if volmacht(i, g) is None]
    if zonder and i.soort.formeel:
        return Mist(f"volmacht van {', '.join(zonder)}", "vul 'volmachten' aan in organisatie.yaml")
    return tuple(g.naam for g in rijen)


def ondertekening(i: Inhoud) -> Gevonden:
    """Wie ondertekent, met mandaat."""
    wie = ondertekenaar(i)
    return (
        (wie.naam, wie.functie)
        if wie
        else Mist(
            "ondertekenaar",
            (
                "geef --ondertekenaar met iemand die voor deze trede mag tekenen "
                "(organisatie.yaml, ondertekenaars)"
            ),
        )
    )


def _per_tekortkoming(i: Inhoud, veld: str) -> Gevonden:
    rijen = i.tekortkomingen
    if not rijen and i.soort.dreigend:
        return Mist(
            "ernst: dreigend (tekortkomingen)",
            (
                "deze brief is er alleen voor een dreigende tekortkoming: clm escalatie "
                f"tekortkoming {i.dossier.id}"
            ),
        )
    leeg = [t.id for t in rijen if not getattr(t, veld)]
    if not rijen or leeg:
        wie = f" van {', '.join(leeg)}" if leeg else ""
        return Mist(
            f"{veld}{wie} (tekortkomingen)",
            f"clm escalatie tekortkoming {i.dossier.id}, of verbeter de opening met clm correctie",
        )
    return tuple(getattr(t, veld) for t in rijen)


def tekortkoming(i: Inhoud) -> Gevonden:
    """Omschrijving van de tekortkoming."""
    return _per_tekortkoming(i, "wat")


def feiten(i: Inhoud) -> Gevonden:
    """De feiten, met datum en bron."""
    return _per_tekortkoming(i, "feiten")


def eis(i: Inhoud) -> Gevonden:
    """Wat moet verbeteren, meetbaar."""
    return _per_tekortkoming(i, "eis")


def vaststelling(i: Inhoud) -> Gevonden:
    """Hoe wordt vastgesteld of is hersteld."""
    return _per_tekortkoming(i, "vaststelling")


def verplichting_(i: Inhoud) -> Gevonden:
    """De verplichting, met haar woorden."""
    rijen = [(t, verplichting(i, t)) for t in i.tekortkomingen]
    leeg = [t.id for t, (_, tekst) in rijen if not tekst]
    if leeg:
        return Mist(
            f"verplichting van {', '.join(leeg)}",
            (
                "noem de bepaling bij de verplichting ('clausule', met document en nummer) en "
                "haar woorden in artikelen.yaml"
            ),
        )
    return tuple(tekst for _, (_, tekst) in rijen if tekst)


def voorgeschiedenis(i: Inhoud) -> Gevonden:
    """Wat eraan voorafging."""
    rijen = verleden(i)
    nu = (
        "leg vast wat voorafging (clm noteer, clm gesprek, clm escalatie), of meld de klacht "
        f"eerst: clm brief maak {i.dossier.id} bevindingen"
    )
    return tuple(datum_vol(rij.datum) for rij in rijen) or Mist("voorgeschiedenis", nu)


def onderzoek(i: Inhoud) -> Gevonden:
    """Onderzoek en wederhoor."""
    if i.maatregel and i.maatregel.spoed:
        return (datum_vol(i.maatregel.spoed.alsnog_uiterlijk),)
    feit = laatste_onderzoek(i)
    gehoord = wederhoor_op(i, feit) if feit else None
    if feit is None or gehoord is None:
        return Mist(
            "onderzoek en wederhoor",
            f"clm escalatie {'onderzoek' if feit is None else 'wederhoor'} {i.dossier.id}",
        )
    return datum_vol(feit.record.datum), datum_vol(
        gehoord.record.gehoord or gehoord.record.termijn_tot
    )


def laatste_onderzoek(i: Inhoud) -> Any:
    """The last investigation into any of these shortcomings, by the date of the letter."""
    ids = {t.id for t in i.tekortkomingen}
    rijen = [
        f
        for f in (i.escalatie.van(Onderzoek) if i.escalatie else ())
        if set(f.record.tekortkomingen) & ids and f.record.datum <= i.dag
    ]
    return max(rijen, key=lambda f: (f.record.datum, f.pad), default=None)


def wederhoor_op(i: Inhoud, feit: Any) -> Any:
    """The hearing on an investigation, held or passed in silence."""
    rijen = [
        f
        for f in (i.escalatie.van(Wederhoor) if i.escalatie else ())
        if (d := i.dossier.vind(f.record.bij, f.pad)) and d.bestand.pad == feit.pad
    ]
    klaar = [f for f in rijen if f.record.gehoord or f.record.wijze == "geen reactie"]
    return max(klaar, key=lambda f: (f.record.datum, f.pad), default=None)


def bevindingen(i: Inhoud) -> Gevonden:
    """De voorlopige bevindingen."""
    feit = (
        i.over
        if i.over is not None and isinstance(i.over.record, Onderzoek)
        else laatste_onderzoek(i)
    )
    return (
        (feit.record.bevindingen,)
        if feit is not None
        else Mist("bevindingen", f"clm escalatie onderzoek {i.dossier.id}")
    )


def berekening(i: Inhoud) -> Gevonden:
    """De berekening van de termijnen."""
    return tuple(datum_vol(d.uiterlijk) for d in i.dagen)


def bezwaar(i: Inhoud) -> Gevonden:
    """Tot wanneer en waar bezwaar kan worden gemaakt."""
    dagen = i.dagen_van("bezwaar")
    adres = i.register.organisatie.email_bezwaar if i.register.organisatie else None
    if dagen and adres is None:
        return Mist("email_bezwaar", "vul email_bezwaar in op organisatie.yaml")
    return (datum_lang(dagen[0].uiterlijk), str(adres)) if dagen else ()


def directiegesprek(i: Inhoud) -> Gevonden:
    """Het gesprek op directieniveau na een bezwaar."""
    return ("directieniveau",)


def schorsing(i: Inhoud) -> Gevonden:
    """Of een bezwaar de maatregel opschort, per tekortkoming."""
    if (
        i.zaak is None
        or bezwaren.regeltermijn(i.zaak, "bezwaar") is None
        or not bezwaren.noodzaak_telt(i.zaak)
    ):
        return ()
    open_ = [
        t.id for t in i.tekortkomingen if bezwaren.noodzaak(i.zaak.maatregel, t.id) == "onbekend"
    ]
    if open_ and bezwaar_van(i) is not None:
        return (
            "laten wij u nog weten",
            # the objection has to be answered in time, also while nobody has said whether the
            # measure
            # is necessary
        )
    if open_:
        return Mist(f"noodzaak ({', '.join(open_)})", bij_maatregel(i, "noodzaak=ja of nee"))
    redenen = {rij.tekortkoming: rij.reden for rij in i.zaak.maatregel.record.noodzaak_per}
    algemeen = i.zaak.maatregel.record.noodzaak_reden
    nodig = [t.id for t in i.tekortkomingen if bezwaren.noodzaak(i.zaak.maatregel, t.id) == "ja"]
    zonder = [id_ for id_ in nodig if not (redenen.get(id_) or algemeen)]
    return (
        Mist(f"noodzaak_reden ({', '.join(zonder)})", bij_maatregel(i, "noodzaak_reden=…"))
        if zonder
        else tuple(redenen.get(id_) or algemeen or "" for id_ in nodig)
    )


def antwoordtermijn(i: Inhoud) -> Gevonden:
    """De dag waarop wij uiterlijk antwoord vragen."""
    dagen = i.dagen_van("reactie", "verbeterplan", "antwoord")
    nu = (
        bij_maatregel(i, "antwoordtermijn=…")
        if i.maatregel
        else "--termijn \"soort=antwoord termijn='10 werkdagen'\""
    )
    return tuple(datum_lang(d.uiterlijk) for d in dagen) or Mist("antwoordtermijn", nu)


def antwoordreden(i: Inhoud) -> Gevonden:
    """Waarom die termijn, als wij haar zelf hebben gekozen."""
    if i.maatregel is None or i.maatregel.antwoordtermijn is None:
        return ()
    return (
        (i.maatregel.antwoord_reden,)
        if i.maatregel.antwoord_reden
        else Mist("antwoord_reden", bij_maatregel(i, "antwoord_reden=…"))
    )


def deel_of_geheel(i: Inhoud) -> Gevonden:
    """Of de overeenkomst geheel of voor een deel eindigt."""
    tekst = i.tekst("deel-of-geheel")
    if tekst is None:
        return Mist(
            "teksten (deel-of-geheel)",
            (
                '--tekst "onderdeel=deel-of-geheel tekst=geheel", of noem als tekst het deel dat '
                "eindigt"
            ),
        )
    return ("geheel",) if is_geheel(tekst) else ("gedeeltelijk", tekst)


def is_geheel(tekst: str) -> bool:
    """Whether the passage says that all of the contract ends."""
    return tekst.strip(" .").casefold() == "geheel"


def einddatum(i: Inhoud) -> Gevonden:
    """De dag waarop de overeenkomst eindigt."""
    tot = duurstand(i.contract, i.dag).tot
    return (
        (datum_vol(tot),)
        if tot
        else Mist("looptijd (uitvoering_tot)", "vul de looptijd in op de kaart van het contract")
    )


def optie(i: Inhoud) -> Gevonden:
    """De optie die niet wordt gebruikt."""
    record = i.over.record if i.over else None
    rij = next(
        (
            o
            for o, _ in i.contract.opties
            if isinstance(record, NietVerlengd) and o.id == record.optie
        ),
        None,
    )
    return (str(rij.duur),) if rij else Mist("optie", f"clm contract niet-verlengd {i.dossier.id}")


def besluitreden(i: Inhoud) -> Gevonden:
    """Waarom."""
    reden = getattr(i.over.record, "reden", None) if i.over else None
    return (reden,) if reden else Mist("reden", f"clm escalatie toon {i.dossier.id}")


def uitkomst(i: Inhoud) -> Gevonden:
    """Wat is beslist."""
    gevonden = getattr(i.over.record, "uitkomst", None) if i.over else None
    return (gevonden,) if gevonden else Mist("uitkomst", f"clm escalatie beslissing {i.dossier.id}")


def nieuwe_data(i: Inhoud) -> Gevonden:
    """De nieuwe dagen per tekortkoming."""
    rijen = getattr(i.over.record, "nieuwe_data", ()) if i.over else ()
    if i.over and i.escalatie:
        herstel = stand_van(blik_op(i.register, i.dossier, i.dag), i.escalatie).herstel
        kort = [
            f"{rij.tekortkoming}: {reden.tekst}"
            for rij in herstel
            for reden in rij.te_vroeg
            if reden.plek and reden.plek.pad == i.over.pad
        ]
        if kort:
            return Mist(
                f"een dag die de termijn niet verkort ({'; '.join(kort)})",
                f"clm correctie {i.dossier.id} {i.over.stam}",
            )
    return tuple(
        datum_lang(dag)
        for rij in rijen
        for dag in (rij.uiterlijk, rij.uiterlijk + timedelta(days=1))
    )


def bezwaar_ontvangen(i: Inhoud) -> Gevonden:
    """Het bezwaar en de dag van ontvangst."""
    feit = bezwaar_van(i)
    return (
        (datum_vol(feit.record.ontvangen),)
        if feit
        else Mist("bezwaar", f"clm escalatie bezwaar {i.dossier.id}")
    )


def bezwaar_van(i: Inhoud) -> Any:
    """The objection that the letter answers, directly or through a decision."""
    feit = i.over
    for _ in range(4):
        if feit is None or isinstance(feit.record, Bezwaar):
            return feit
        doel = (
            i.dossier.vind(feit.record.bij, feit.pad) if getattr(feit.record, "bij", None) else None
        )
        feit = doel.bestand if doel else None
    return None


def uitnodiging(i: Inhoud) -> Gevonden:
    """De uitnodiging met dag en plaats."""
    rij = i.kaart.uitnodiging
    return (
        (datum_lang(rij.datum), rij.plaats)
        if rij
        else Mist("uitnodiging", 'geef --uitnodiging "datum=… tijd=… plaats=…"')
    )


def oordelen(i: Inhoud) -> Gevonden:
    """Het oordeel per onderdeel, en waarop het berust."""
    rijen = getattr(i.over.record, "oordelen", ()) if i.over else ()
    return tuple(rij.bewijs for rij in rijen) or Mist(
        "oordelen", f"clm escalatie beoordeling {i.dossier.id}"
    )


def voorbehoud(i: Inhoud) -> Gevonden:
    """Voorbehoud van rechten."""
    return ("alle rechten voor",)


def aangetekend(i: Inhoud) -> Gevonden:
    """Dat de brief aangetekend wordt verzonden."""
    return (
        ("aangetekend",)
        if "aangetekend" in i.kaart.kanalen
        else Mist("kanalen", "--kanaal aangetekend")
    )
