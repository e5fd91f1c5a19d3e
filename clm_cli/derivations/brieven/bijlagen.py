"""Floor 4, bijlagen: the exhibits of a letter, numbered once: its own, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from clm_cli.derivations.brieven.delen.onderzoek import bewijzen, laatste_onderzoek
from clm_cli.derivations.brieven.inhoud import Inhoud
from clm_cli.derivations.brieven.namens import vertegenwoordigd, volmacht
from clm_cli.derivations.gesprekken import dag_van
from clm_cli.derivations.zinnen import opsomming
from clm_cli.dossier import Doel
from clm_cli.records.basis import Feit, Stuk
from clm_cli.records.contact import Contactmoment, Signaal
from clm_cli.records.escalatie import (
    Aanpassing,
    Beoordeling,
    Beslissing,
    Betaling,
    Bewijs,
    Bezwaar,
    Facturen,
    Geschil,
    Herstel,
    Onderzoek,
    Opening,
    Reactie,
    Tekortkoming,
    Tekortkomingfeit,
    Verbeterplan,
    Wederhoor,
)
from clm_cli.records.gesprek import Gesprekskaart
from clm_cli.records.maatregel import Maatregel
from clm_cli.tijd.datum import datum_vol
from clm_cli.value import value


@value
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
    return [rij.nummer for rij, doel in _met_doel(i) if doel.bestand.pad == pad]


def nummers_van(i: Inhoud, t: Tekortkoming) -> list[int]:
    """The exhibits that show the facts of a shortcoming: they name it, or the fact that told it."""
    return [rij.nummer for rij, doel in _met_doel(i) if _toont(doel, t)]


def met_wat_zij_toont(i: Inhoud) -> list[str]:
    """The list of exhibits: each title, and what it is there for where somebody said so."""
    bij = {rij.nummer: _waarbij(i, doel) for rij, doel in _met_doel(i)}
    return [
        f"{rij.titel} (bij {woorden})" if (woorden := bij.get(rij.nummer)) else rij.titel
        for rij in bijlagen(i)
    ]


_WAARBIJ: Mapping[type[Feit], str] = {
    Bewijs: "het bewijs",
    Onderzoek: "onze bevindingen van {}",
    Beoordeling: "ons oordeel van {}",
    Wederhoor: "uw reactie",
    Reactie: "uw reactie",
    Verbeterplan: "uw verbeterplan",
    Herstel: "uw melding van herstel",
    Bezwaar: "uw bezwaar",
    Geschil: "ons gesprek op directieniveau van {}",
    Signaal: "de melding van {}",
    Contactmoment: "ons contact van {}",
    Maatregel: "onze maatregel van {}",
    Beslissing: "onze beslissing van {}",
    Aanpassing: "onze aanpassing van {}",
    Betaling: "de betaling van {}",
    Facturen: "de facturen",
}
"""What a letter calls a fact that an exhibit shows."""


def _waarbij(i: Inhoud, doel: Doel) -> str:
    if ids := [t.id for t in i.tekortkomingen if _toont(doel, t)]:
        return f"de feiten van tekortkoming {opsomming(ids)}"
    record = doel.bestand.record
    if isinstance(record, Gesprekskaart):
        gesprek = next((g for g in i.dossier.gesprekken if g.kaart.pad == doel.bestand.pad), None)
        return f"ons gesprek van {datum_vol(dag_van(gesprek).datum)}" if gesprek else ""
    if not isinstance(record, Feit):
        return ""
    return _WAARBIJ.get(type(record), "").format(datum_vol(record.datum))


def _toont(doel: Doel, t: Tekortkoming) -> bool:
    """Whether what an exhibit proves is a shortcoming, or the fact in which it was told."""
    record = doel.bestand.record
    verteld: tuple[Tekortkoming, ...] = ()
    if isinstance(record, Opening):
        verteld = record.tekortkomingen
    elif isinstance(record, Tekortkomingfeit):
        verteld = (record.tekortkoming,)
    return t in verteld and (not doel.sleutel or doel.deel == t)


def _met_doel(i: Inhoud) -> Iterator[tuple[Bijlage, Doel]]:
    """The exhibits of which somebody said what they prove, with that fact or part."""
    for rij in bijlagen(i):
        if rij.feit and (doel := i.dossier.vind(rij.feit, i.kaart.escalatie or "")):
            yield rij, doel


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
    for gemeente in vertegenwoordigd(i) if i.soort.formeel else ():
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
