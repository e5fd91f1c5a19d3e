"""Floor 7, hernummeren: what two people gave the same number at the same time gets its own."""

from __future__ import annotations

from collections.abc import Iterator

from clm_cli.acts.nummers import eerstvolgende
from clm_cli.advies import opdracht
from clm_cli.commands.werk import Werk
from clm_cli.dossier import Doel, Dossier
from clm_cli.meldingen import Geweigerd
from clm_cli.records.basis import Feit
from clm_cli.records.gesprek import Gedeeld
from clm_cli.rules.verwijzingen import dubbele_kenmerken
from clm_cli.voorstel import Voorstel, Wijziging


def hernummer(werk: Werk) -> Voorstel:
    """Of every number that was given twice the first stays, or the one that others already know.

    Whoever does this gets the same outcome, so that two who do it at once have no conflict.
    """
    if kapot := werk.register.kapot:
        raise Geweigerd(
            f"Niet goed te lezen: {', '.join(kapot)}. Welke nummers dubbel zijn, is zo niet bekend",
            nu=opdracht("controleer"),
        )
    wijzigingen, onderweg, vast = list[Wijziging](), list[str](), list[str]()
    for naam in werk.register.dossiers:
        dossier = werk.register.dossiers[naam]
        nieuw = {
            str(nr): [{"id": kenmerk.rpartition("#")[2]}]
            for nr, kenmerk in enumerate(dossier.doelen)
        }
        for kenmerk, doelen in dubbele_kenmerken(dossier):
            eerste, *rest = sorted(doelen, key=lambda doel: _orde(dossier, doel))
            for doel in rest:
                if _is_vast(dossier, doel):
                    vast.append(f"{doel.verwijzing} van {naam}")
                    continue
                id_ = eerstvolgende(kenmerk.rpartition("-")[0] or kenmerk, list(nieuw.values()))
                nieuw[id_] = [{"id": id_}]
                wijzigingen += _ander(dossier, doel, eerste, id_)
                onderweg.append(f"{naam}: {kenmerk} in {doel.bestand.pad} heet nu {id_}")
    return Voorstel(
        _gekregen(len(onderweg))
        if onderweg
        else "Er is geen kenmerk dat clm een ander nummer kan geven.",
        wijzigingen=tuple(wijzigingen),
        onderweg=tuple(onderweg),
        let_op=tuple(f"{wat} is al gedeeld of vastgelegd en houdt zijn nummer" for wat in vast),
        nu=opdracht("controleer"),
    )


def _gekregen(aantal: int) -> str:
    wat = "1 kenmerk heeft" if aantal == 1 else f"{aantal} kenmerken hebben"
    return f"{wat} een eigen nummer gekregen."


def _orde(dossier: Dossier, doel: Doel) -> tuple[bool, str, str]:
    plek = "/".join(f"{deel:06}" if isinstance(deel, int) else deel for deel in doel.sleutel)
    return not _is_vast(dossier, doel), doel.bestand.pad, plek


def _is_vast(dossier: Dossier, doel: Doel) -> bool:
    """Whether others know it by its number: it stands in a fact, or was shared with its talk."""
    if isinstance(doel.bestand.record, Feit):
        return True
    gesprek = next((g for g in dossier.gesprekken if g.kaart.pad == doel.bestand.pad), None)
    if gesprek is not None and gesprek.van(Gedeeld):
        return True
    return any(
        isinstance(bestand.record, Feit) and tekst == doel.verwijzing
        for bestand in dossier.bestanden
        for _, _, tekst in bestand.verwijzingen
    )


def _ander(dossier: Dossier, doel: Doel, eerste: Doel, id_: str) -> Iterator[Wijziging]:
    """Its new number, also in the cards that point at it."""
    yield Wijziging(doel.bestand.pad, (*doel.sleutel, "id"), id_)
    if doel.verwijzing == eerste.verwijzing:  # in one list: nobody can tell which was meant
        return
    for bestand in dossier.bestanden:
        for sleutel, _, tekst in bestand.verwijzingen:
            if tekst == doel.verwijzing and not isinstance(bestand.record, Feit):
                yield Wijziging(bestand.pad, sleutel, f"{doel.bestand.id}#{id_}")
