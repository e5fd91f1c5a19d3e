"""Floor 4, besluit: what was decided or judged, and which part of the contract ends."""

from __future__ import annotations

from datetime import date

from clm_cli.advies import opdracht
from clm_cli.derivations.bevoegdheid import STRATEGISCH
from clm_cli.derivations.brieven.delen.gevonden import Gevonden, Mist, eigen_tekst
from clm_cli.derivations.brieven.einde import ook_open
from clm_cli.derivations.brieven.inhoud import Inhoud
from clm_cli.derivations.brieven.voorval import formele_brief, maatregelbrief
from clm_cli.derivations.contracten import aanzegdag, duurstand
from clm_cli.derivations.verlengingen import Verlengd, verlengingen
from clm_cli.records.escalatie import Beslissing
from clm_cli.records.overeenkomst import NietVerlengd, Verlenging, Wijziging
from clm_cli.tijd.datum import datum_lang, datum_vol


def deel_of_geheel(i: Inhoud) -> Gevonden:
    """Of de overeenkomst geheel of voor een deel eindigt."""
    # 6:265 and 6:270 BW: an agreement can be dissolved in whole or in part; the letter says which
    tekst = i.tekst("deel-of-geheel")
    if tekst is None:
        return Mist(
            "teksten (deel-of-geheel)",
            (
                '--tekst "onderdeel=deel-of-geheel tekst=geheel", of noem als tekst het deel dat '
                "eindigt"
            ),
            "deel-of-geheel",
        )
    return ("geheel",) if is_geheel(tekst) else ("gedeeltelijk", "6:270", tekst)


def overname(i: Inhoud) -> Gevonden:
    """Wie cliënten en opdrachten na het einde overneemt."""
    # from that day nobody has to perform (6:265 BW): the letter says who does it then
    return eigen_tekst(i, "overname")


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
    """De optie waar het over gaat."""
    record = i.over.record if i.over else None
    rij = next(
        (
            o
            for o, _ in i.contract.opties
            if isinstance(record, (NietVerlengd, Verlenging)) and o.id == record.optie
        ),
        None,
    )
    return (
        (str(rij.duur),)
        if rij
        else Mist("optie", opdracht("contract", "niet-verlengd", i.dossier.id))
    )


def verlenging(i: Inhoud) -> Verlengd | None:
    """The extension that the letter makes known, with the end before it."""
    rijen = verlengingen(i.contract)
    return next((rij for rij in rijen if i.over and rij.feit.pad == i.over.pad), None)


def verlengd_tot(i: Inhoud) -> Gevonden:
    """De nieuwe laatste dag."""
    record = i.over.record if i.over else None
    return (
        (datum_lang(record.tot),)
        if isinstance(record, Verlenging)
        else Mist("tot", opdracht("contract", "verlenging", i.dossier.id))
    )


def aanzegging(i: Inhoud) -> Gevonden:
    """Tot wanneer de verlenging kon worden aangezegd."""
    # an option is a right that lapses: the letter says by which day it had to be received, and
    # asks for consent once that day is over (6:217 BW)
    dag = aanzegdag_van(i)
    return (datum_vol(dag),) if dag else ()


def vraagt_instemming(i: Inhoud) -> bool:
    """Whether it takes more than the option gives, so that the other party has to agree."""
    # told after the last day, or to another end than the option has (6:217 and 6:225 BW)
    anders = isinstance(i.over.record, Verlenging) and i.over.record.reden if i.over else None
    return bool(anders) or te_laat_aangezegd(i)


def te_laat_aangezegd(i: Inhoud) -> bool:
    """Whether this extension reaches the provider after that day."""
    dag = aanzegdag_van(i)
    return dag is not None and i.ontvangst > dag


def aanzegdag_van(i: Inhoud) -> date | None:
    """The last day on which the notice of this extension has to be received, if there is one."""
    rij = verlenging(i)
    if rij is None or rij.eerder is None or rij.optie is None:
        return None
    return aanzegdag(i.register, i.contract, rij.optie[0], rij.eerder, rij.feit.record.datum)


def aanzegdag_einde(i: Inhoud) -> date | None:
    """The last day on which a notice that we do not extend has to be received, if there is one."""
    tot, record = duurstand(i.contract, i.dag).tot, i.over.record if i.over else None
    naam = record.optie if isinstance(record, NietVerlengd) else None
    rijen = [o for o, _ in i.contract.opties if naam is None or o.id == naam]
    if tot is None or not rijen:
        return None
    return aanzegdag(i.register, i.contract, rijen[0], tot, i.dag)


def einde_aangezegd(i: Inhoud) -> Gevonden:
    """Tot wanneer het niet verlengen kon worden aangezegd."""
    # who says so too late may be held to an extension: the letter shows that it is in time
    dag = aanzegdag_einde(i)
    return (f"vraagt deze mededeling uiterlijk op {datum_vol(dag)}",) if dag else ()


def strategisch(i: Inhoud) -> Gevonden:
    """Dat op het juiste niveau is beslist."""
    # S24: the contract puts this decision at strategic level; a contract manager cannot take it
    wie = i.register.persoon(getattr(i.over.record, "besloten_door", "") if i.over else "")
    if wie is None or wie.rol not in STRATEGISCH:
        return Mist(
            "besloten_door (iemand op strategisch niveau)",
            opdracht(
                "correctie",
                i.dossier.id,
                i.over.stam if i.over else "",
                reden="…",
                wordt="besloten_door=…",
            ),
        )
    return (wie.functie,)


def wijziging(i: Inhoud) -> Gevonden:
    """Wat er wijzigt."""
    record = i.over.record if i.over else None
    return (
        (record.wat,)
        if isinstance(record, Wijziging)
        else Mist("wijziging", opdracht("contract", "wijziging", i.dossier.id))
    )


def wijziging_vanaf(i: Inhoud) -> Gevonden:
    """Vanaf welke dag de wijziging geldt."""
    record = i.over.record if i.over else None
    return (
        (datum_lang(record.ingaat),)
        if isinstance(record, Wijziging)
        else Mist("ingaat", opdracht("contract", "wijziging", i.dossier.id))
    )


def bij_brief(i: Inhoud) -> Gevonden:
    """Onze brief waar deze bij hoort."""
    # who reads of 'our notice' has to know which, where more of them were sent
    brief = maatregelbrief(i)
    return (brief,) if brief else ()


def andere_zaken(i: Inhoud) -> Gevonden:
    """Dat andere escalaties doorlopen."""
    # else who closes one may be held to have closed all that was said under the contract
    return ("waarover wij u schreven, verandert deze brief niets",) if ook_open(i) else ()


def besluitreden(i: Inhoud) -> Gevonden:
    """Waarom."""
    reden = getattr(i.over.record, "reden", None) if i.over else None
    return (reden,) if reden else Mist("reden", i.leg_vast("toon"))


_UITKOMST = {
    "gehandhaafd": "Wij handhaven de maatregel",
    "gewijzigd": "Wij wijzigen de maatregel",
    "ingetrokken": "Wij trekken de maatregel in",
}


def uitkomst(i: Inhoud) -> Gevonden:
    """Wat is beslist."""
    gevonden = getattr(i.over.record, "uitkomst", None) if i.over else None
    return (_UITKOMST[gevonden],) if gevonden else Mist("uitkomst", i.leg_vast("beslissing"))


def weging(i: Inhoud) -> Gevonden:
    """Ons antwoord op elk punt van het bezwaar."""
    # an objection that is put aside without an answer to its points does not hold in court; one
    # that gets its way needs none
    record = i.over.record if i.over else None
    if not isinstance(record, Beslissing) or record.uitkomst == "ingetrokken":
        return ()
    stam = i.over.stam if i.over else ""
    return tuple(deel for rij in record.weging for deel in (rij.punt, rij.antwoord)) or Mist(
        "weging",
        opdracht("correctie", i.dossier.id, stam, wordt="weging=punt=… antwoord=…", reden="…"),
    )


def oordelen(i: Inhoud) -> Gevonden:
    """Het oordeel per onderdeel, en waarop het berust."""
    rijen = getattr(i.over.record, "oordelen", ()) if i.over else ()
    herstel = getattr(i.over.record, "over", "") == "herstel" if i.over else False
    blijft = herstel and any(rij.oordeel in ("nee", "deels") for rij in rijen)
    staat = formele_brief(i.genomen.maatregel) if i.genomen else "ingebrekestelling"
    gevolg = (f"gelden de gevolgen die in onze {staat} staan",) if blijft else ()
    return (
        (*(rij.bewijs for rij in rijen), *gevolg)
        if rijen
        else Mist("oordelen", i.leg_vast("beoordeling"))
    )
