"""Floor 4, bundel: which facts and documents of a dossier belong in a bundle, and for whom."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from clm_cli.bestand import Bestand, naar_dag
from clm_cli.derivations.escalatie.zaken import alle_genomen
from clm_cli.derivations.feitzinnen import zin_van
from clm_cli.dossier import Brief, Dossier, Gesprek
from clm_cli.kijk import Dossierblik
from clm_cli.records.basis import Deel, Feit, Stuk
from clm_cli.records.brief import Verzonden
from clm_cli.records.gesprek import Gedeeld
from clm_cli.records.soort import Feitsoort
from clm_cli.records.soorten import soort_bij
from clm_cli.register import Register
from clm_cli.value import value


@value
class Bundelstuk:
    """One document with its number, what it is, and how it is known to have arrived."""

    nummer: str
    pad: str
    titel: str
    datum: date
    sha256: str | None
    """As it was recorded; None where no hash was."""
    bewijs: tuple[str, ...] = ()


def is_bekend(blik: Dossierblik, feit: Bestand[Deel]) -> bool:
    """Whether the other party knows of a fact."""
    soort = soort_bij(feit.record)
    if isinstance(soort, Feitsoort) and soort.gedeeld:
        return True
    return feit.pad in _meegedeeld(blik)


def _meegedeeld(blik: Dossierblik) -> set[str]:
    """Our own decisions that a letter made known which was sent."""
    dossier = blik.dossier
    verstuurd = [brief for brief in dossier.brieven if brief.van(Verzonden)]
    paden = {
        genomen.maatregel.pad
        for genomen in alle_genomen(blik)
        if genomen.brief is not None and genomen.brief.van(Verzonden)
    }
    for brief in verstuurd:
        doel = dossier.waarbij(brief.kaart)
        paden |= {doel.pad} if doel else set()
    namen = {brief.id for brief in verstuurd}
    for feit in dossier.bestanden:
        brief_ = getattr(feit.record, "brief", None)
        if isinstance(brief_, str) and brief_.rsplit("/", 1)[-1] in namen:
            paden.add(feit.pad)
    return paden


def stukken(blik: Dossierblik, feiten: tuple[Bestand[Feit], ...]) -> tuple[Bundelstuk, ...]:
    """The documents that these facts name, in order of day, each once."""
    rijen: dict[str, tuple[date, str, str | None, tuple[str, ...]]] = {}
    for feit in sorted(feiten, key=naar_dag):
        for _, stuk in feit.delen:
            if isinstance(stuk, Stuk) and stuk.bestand is not None:
                pad = _samen(feit.map, stuk.bestand)
                titel = stuk.titel or _titel(blik, feit)
                rijen.setdefault(pad, (feit.record.datum, titel, stuk.sha256, ()))
    for pad, (dag, titel, sha, _) in [*rijen.items()]:
        rijen[pad] = (dag, titel, sha, tuple(_bewijs(blik, pad)))
    return tuple(
        Bundelstuk(f"B-{nr:02d}", pad, titel, dag, sha, bewijs)
        for nr, (pad, (dag, titel, sha, bewijs)) in enumerate(rijen.items(), 1)
    )


def van_feit(
    dossier: Dossier, feit: Bestand[Deel], alle: tuple[Bundelstuk, ...]
) -> tuple[Bundelstuk, ...]:
    """The documents that belong to one fact: those that it names.

    In the life of a letter or a talk all of its folder does, which holds nothing else.
    """
    if feit.map in {ding.pad for ding in (*dossier.brieven, *dossier.gesprekken)}:
        return tuple(s for s in alle if s.pad.startswith(f"{feit.map}/"))
    genoemd = {
        _samen(feit.map, stuk.bestand)
        for _, stuk in feit.delen
        if isinstance(stuk, Stuk) and stuk.bestand is not None
    }
    return tuple(s for s in alle if s.pad in genoemd)


def _samen(map_: str, naam: str) -> str:
    delen_: list[str] = map_.split("/")
    for deel in naam.split("/"):
        delen_ = delen_[:-1] if deel == ".." else [*delen_, deel]
    return "/".join(delen_)


def _titel(blik: Dossierblik, feit: Bestand[Deel]) -> str:
    ding: Brief | Gesprek
    for ding in blik.dossier.brieven:
        if ding.pad == feit.map:
            return ding.kaart.record.onderwerp
    for ding in blik.dossier.gesprekken:
        if ding.pad == feit.map and isinstance(feit.record, Gedeeld):
            return f"verslag van het gesprek {ding.id}"
    return f"bijlage bij {feit.soort}: {zin_van(feit, blik)}"[:120]


def _bewijs(blik: Dossierblik, pad: str) -> Iterator[str]:
    """How the letter of a document went and arrived."""
    for brief in blik.dossier.brieven:
        if pad.rpartition("/")[0] == brief.pad:
            for feit in sorted(brief.bestanden, key=lambda b: b.pad):
                weg = feit.soort in ("verzonden", "bezorgd", "retour", "binnengekomen")
                if weg and isinstance(feit.record, Feit):
                    dag = feit.record.datum
                    yield f"{feit.soort} {dag.day}-{dag.month}-{dag.year}: {zin_van(feit, blik)}"


def genoemde_stukken(register: Register) -> dict[str, list[str]]:
    """The files that facts name with their hash, each with those facts."""
    rijen: dict[str, list[str]] = {}
    for bestand in register.feiten:
        for _, stuk in bestand.delen:
            if isinstance(stuk, Stuk) and stuk.bestand is not None and stuk.sha256 is not None:
                rijen.setdefault(_samen(bestand.map, stuk.bestand), []).append(bestand.pad)
    return rijen
