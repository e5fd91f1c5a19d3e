"""Floor 4, bijlagen: the exhibits of a letter, numbered once: its own, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clm_cli.derivations.brieven.delen.onderzoek import bewijzen, laatste_onderzoek
from clm_cli.derivations.brieven.inhoud import Inhoud
from clm_cli.derivations.brieven.namens import gemeenten, volmacht
from clm_cli.records.basis import Stuk


@dataclass(frozen=True, slots=True)
class Bijlage:
    """One exhibit: what it is called, the document behind it, and the fact that it shows."""

    nummer: int
    titel: str
    stuk: Stuk
    feit: str = ""
    """The path of the fact that it proves; empty where nobody said so."""
    volmacht: bool = False


def bijlagen(i: Inhoud) -> tuple[Bijlage, ...]:
    """Every exhibit in the order of its number; the count of the terms comes after these."""
    uit: list[Bijlage] = []
    for stuk, titel, feit, is_volmacht in (*_eigen(i), *_waarop_het_rust(i), *_volmachten(i)):
        if not any(_zelfde(stuk, rij.stuk) for rij in uit):
            uit.append(Bijlage(len(uit) + 1, titel, stuk, feit, is_volmacht))
    return tuple(uit)


def nummer_van(rijen: tuple[Bijlage, ...], stuk: Stuk) -> int | None:
    """Under which number a document is enclosed."""
    return next((rij.nummer for rij in rijen if _zelfde(stuk, rij.stuk)), None)


def nummers_bij(i: Inhoud, pad: str) -> list[int]:
    """The exhibits that prove a fact, by its file."""
    return [
        rij.nummer
        for rij in bijlagen(i)
        if rij.feit and (doel := i.dossier.vind(rij.feit, i.kaart.escalatie or ""))
        if doel.bestand.pad == pad
    ]


_Rij = tuple[Stuk, str, str, bool]


def _eigen(i: Inhoud) -> Iterator[_Rij]:
    for stuk in i.kaart.bijlagen:
        yield stuk, _titel(stuk), stuk.bewijst or "", False


def _waarop_het_rust(i: Inhoud) -> Iterator[_Rij]:
    """The documents of the evidence that the letter tells, and the report it was heard on."""
    if "bewijs" in i.soort.alle_elementen():
        for feit, _ in bewijzen(i):
            for stuk in feit.record.bijlagen:
                yield stuk, _titel(stuk), feit.id, False
    if {"onderzoek", "bevindingen"} & set(i.soort.alle_elementen()):
        onderzoek = laatste_onderzoek(i)
        if onderzoek is not None and onderzoek.record.rapport:
            yield onderzoek.record.rapport, _titel(onderzoek.record.rapport), onderzoek.id, False


def _volmachten(i: Inhoud) -> Iterator[_Rij]:
    """The powers of attorney of which the document itself is kept (3:71 BW)."""
    for gemeente in gemeenten(i) if i.soort.formeel else ():
        rij = volmacht(i, gemeente)
        if rij and rij.sha256:
            stuk = Stuk.model_construct(vindplaats=rij.stuk, sha256=rij.sha256)
            yield stuk, f"Volmacht van {gemeente.naam}", "", True


def _titel(stuk: Stuk) -> str:
    return stuk.titel or stuk.bestand or stuk.vindplaats or ""


def _zelfde(een: Stuk, ander: Stuk) -> bool:
    """Whether two rows name one document: the same bytes, or the same place."""
    if een.sha256 and ander.sha256:
        return een.sha256 == ander.sha256
    hier, daar = (een.bestand, een.vindplaats), (ander.bestand, ander.vindplaats)
    return hier == daar and _titel(een) == _titel(ander)
