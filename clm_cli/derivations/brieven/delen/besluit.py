"""Floor 4, besluit: what was decided or judged, and which part of the contract ends."""

from __future__ import annotations

from clm_cli.advies import opdracht
from clm_cli.derivations.brieven.delen.gevonden import Gevonden, Mist
from clm_cli.derivations.brieven.inhoud import Inhoud
from clm_cli.derivations.contracten import duurstand
from clm_cli.records.overeenkomst import NietVerlengd
from clm_cli.tijd.datum import datum_vol


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
    return (
        (str(rij.duur),)
        if rij
        else Mist("optie", opdracht("contract", "niet-verlengd", i.dossier.id))
    )


def besluitreden(i: Inhoud) -> Gevonden:
    """Waarom."""
    reden = getattr(i.over.record, "reden", None) if i.over else None
    return (reden,) if reden else Mist("reden", opdracht("escalatie", "toon", i.dossier.id))


def uitkomst(i: Inhoud) -> Gevonden:
    """Wat is beslist."""
    gevonden = getattr(i.over.record, "uitkomst", None) if i.over else None
    return (
        (gevonden,)
        if gevonden
        else Mist("uitkomst", opdracht("escalatie", "beslissing", i.dossier.id))
    )


def oordelen(i: Inhoud) -> Gevonden:
    """Het oordeel per onderdeel, en waarop het berust."""
    rijen = getattr(i.over.record, "oordelen", ()) if i.over else ()
    return tuple(rij.bewijs for rij in rijen) or Mist(
        "oordelen", opdracht("escalatie", "beoordeling", i.dossier.id)
    )
