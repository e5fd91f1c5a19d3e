"""Floor 5, afgeleid: what follows otherwise from the record of one dossier.

Both sides are looked at on the same day, so that nothing differs only because time went on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping
from datetime import date

from clm_cli.derivations.cijfers import Cijfer, reeks
from clm_cli.derivations.classificatie import huidige
from clm_cli.derivations.escalatie.stand import Stand, stand_van
from clm_cli.derivations.normen import kpis_van
from clm_cli.derivations.werklijst import alle_werkpunten
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Ernst, Melding
from clm_cli.rules.toets import in_dossier, is_heel
from clm_cli.tijd.datum import datum_lang, getal
from clm_cli.verschil.soorten import Verschil, verschil
from clm_cli.verschil.waarover import waarover

_BEGIN = ("besloten", "meegedeeld", "aangekondigd")
"""The states of a measure on its way to being in force: its letter goes and arrives."""


def afgeleid(oud: Dossierblik | None, nieuw: Dossierblik | None) -> Iterator[Verschil]:
    """Everything that is worked out and came out otherwise."""
    yield from _zaken(oud, nieuw)
    yield from _werk(oud, nieuw)
    if oud is not None and nieuw is not None:
        yield from _categorieen(oud, nieuw)
        yield from _cijfers(oud, nieuw)
    yield from _meldingen(oud, nieuw)


def _zaken(oud: Dossierblik | None, nieuw: Dossierblik | None) -> Iterator[Verschil]:
    eerst, straks = _standen(oud), _standen(nieuw)
    for pad, na in straks.items():
        waar, voor = waarover(pad), eerst.get(pad)
        if (voor.trede if voor else 0) != na.trede:
            plek = na.maatregelen[-1].genomen.maatregel.plek("trede") if na.maatregelen else None
            yield verschil("trede", waar, plek, was=voor.trede if voor else 0, wordt=na.trede)
        if voor is None:
            continue
        if voor.open != na.open:
            woord = ("gesloten", "open")
            yield verschil("zaak-dicht", waar, was=woord[voor.open], wordt=woord[na.open])
        yield from _maatregelen(waar, voor, na)
        yield from _herstel(waar, voor, na)


def _standen(blik: Dossierblik | None) -> Mapping[str, Stand]:
    return {z.pad: stand_van(blik, z) for z in blik.dossier.escalaties} if blik else {}


def _maatregelen(waar: tuple[str, str], voor: Stand, na: Stand) -> Iterator[Verschil]:
    eerst = {m.genomen.maatregel.pad: m for m in voor.maatregelen}
    for m in na.maatregelen:
        toen = eerst.get(m.genomen.maatregel.pad)
        if toen is not None and toen.toestand != m.toestand:
            begin = toen.toestand in _BEGIN and m.toestand in (*_BEGIN, "van kracht")
            yield verschil(
                "maatregel-loopt" if begin else "maatregel-toestand",
                waar,
                m.genomen.maatregel.plek(),
                tuple(reden.tekst for reden in m.omdat),
                wat=m.genomen.naam,
                was=toen.toestand,
                wordt=m.toestand,
            )


def _herstel(waar: tuple[str, str], voor: Stand, na: Stand) -> Iterator[Verschil]:
    for naam in dict.fromkeys(rij.tekortkoming for rij in (*voor.herstel, *na.herstel)):
        was, wordt = voor.verzuim(naam), na.verzuim(naam)
        if was.antwoord != wordt.antwoord:
            redenen = tuple(reden.tekst for reden in wordt.omdat)
            antwoorden = {"was": was.antwoord, "wordt": wordt.antwoord}
            yield verschil("verzuim", waar, None, redenen, None, wat=naam, **antwoorden)
        eerst, straks = (
            next((rij.herstel for rij in stand.herstel if rij.tekortkoming == naam), None)
            for stand in (voor, na)
        )
        if eerst and straks and eerst != straks:
            yield verschil("herstel", waar, wat=naam, was=eerst, wordt=straks)


def _werk(oud: Dossierblik | None, nieuw: Dossierblik | None) -> Iterator[Verschil]:
    """Terms and other work that appears, moves or lapses; by other words alone it is the same."""
    links, rechts = (list(alle_werkpunten(blik)) if blik else [] for blik in (oud, nieuw))
    eerst, straks = _zonder(links, rechts), _zonder(rechts, links)
    paren: list[tuple[Werkpunt, Werkpunt]] = []
    for herken in (_zonder_dag, _ding):
        paren += _paren(eerst, straks, herken)
    for was, wordt in paren:
        if was.uiterlijk != wordt.uiterlijk:
            # a day that was not fixed was going to move: no news for anybody's rights
            vast = wordt.vervalt and was.uiterlijk and not was.voorlopig
            soort = "recht-vervalt" if vast else "termijn-anders"
            yield _punt(soort, wordt, was=_dag(was), wordt=_dag(wordt))
    for punt in straks:
        yield _punt("termijn-nieuw" if punt.uiterlijk else "taak-nieuw", punt)
    for punt in eerst:
        yield _punt("termijn-weg" if punt.uiterlijk else "taak-weg", punt, weg=True)


def _zonder(punten: list[Werkpunt], andere: list[Werkpunt]) -> list[Werkpunt]:
    """The points that do not stand as often on the other side: the rest is no news."""
    daar, uit = Counter(map(_heel, andere)), []
    for punt in punten:
        if daar[_heel(punt)]:
            daar[_heel(punt)] -= 1
        else:
            uit.append(punt)
    return uit


def _paren(
    eerst: list[Werkpunt], straks: list[Werkpunt], herken: Callable[[Werkpunt], Hashable]
) -> Iterator[tuple[Werkpunt, Werkpunt]]:
    """Work that can only be each other's; each pair is taken out of both lists."""
    links, rechts = ([(herken(punt), punt) for punt in punten] for punten in (eerst, straks))
    telling = Counter(naam for naam, _ in links), Counter(naam for naam, _ in rechts)
    bij = dict(rechts)
    for naam, was in links:
        if telling[0][naam] == telling[1][naam] == 1:
            eerst.remove(was)
            straks.remove(bij[naam])
            yield was, bij[naam]


def _heel(punt: Werkpunt) -> Hashable:
    return _zonder_dag(punt), punt.uiterlijk


def _zonder_dag(punt: Werkpunt) -> Hashable:
    return _ding(punt), punt.wat, punt.contracten


def _ding(punt: Werkpunt) -> Hashable:
    """What work is about, in whatever words and on whatever day."""
    return punt.soort, punt.plek.pad, punt.verwijzing, punt.kenmerk


def _punt(soort: str, punt: Werkpunt, *, weg: bool = False, **woorden: str) -> Verschil:
    waar = (punt.dossier, waarover(punt.plek.pad)[1])
    alle = {"wat": _wat(punt), "was": _dag(punt), "wordt": _dag(punt), **woorden}
    return verschil(soort, waar, None if weg else punt.plek, (), punt.uiterlijk, **alle)


def _wat(punt: Werkpunt) -> str:
    return f"{punt.wat} ({_wie(punt)}, {punt.grond})"


def _wie(punt: Werkpunt) -> str:
    return {"wij": "wij", "aanbieder": "aanbieder", "beide": "beide partijen"}.get(
        punt.bij, punt.bij
    )


def _dag(punt: Werkpunt) -> str:
    if punt.uiterlijk is None:
        return "zonder dag"
    return datum_lang(punt.uiterlijk) + (" (voorlopig)" if punt.voorlopig else "")


def _categorieen(oud: Dossierblik, nieuw: Dossierblik) -> Iterator[Verschil]:
    for contract in nieuw.dossier.contracten:
        was, wordt = (_categorie(blik, contract.id, nieuw.vandaag) for blik in (oud, nieuw))
        if was != wordt:
            waar = waarover(contract.kaart.pad)
            yield verschil("categorie", waar, wat=contract.id, was=was, wordt=wordt)


def _categorie(blik: Dossierblik, contract: str, op: date) -> str:
    feit = huidige(blik.dossier, contract, op)
    return str(feit.record.categorie) if feit else "geen"


def _cijfers(oud: Dossierblik, nieuw: Dossierblik) -> Iterator[Verschil]:
    eerst, straks = _reeksen(oud), _reeksen(nieuw)
    for sleutel in dict.fromkeys((*eerst, *straks)):
        was, wordt = (_cijfer(reeks.get(sleutel)) for reeks in (eerst, straks))
        if was != wordt:
            contract, kpi, periode = sleutel
            waar = (nieuw.dossier.id, f"contract {contract}")
            yield verschil("cijfer", waar, wat=f"{kpi} {periode}", was=was, wordt=wordt)


def _reeksen(blik: Dossierblik) -> dict[tuple[str, str, str], Cijfer]:
    return {
        (contract.id, kpi.titel, str(cijfer.periode)): cijfer
        for contract in blik.dossier.contracten
        for id_ in kpis_van(contract)
        if (kpi := blik.register.kpis.get(id_)) is not None
        for cijfer in reeks(blik, contract, kpi)
    }


def _cijfer(cijfer: Cijfer | None) -> str:
    if cijfer is None or cijfer.waarde is None:
        return "onbekend"
    norm = f" bij norm {getal(cijfer.norm)}" if cijfer.norm is not None else ""
    return f"{getal(cijfer.waarde)} ({cijfer.oordeel}{norm})"


def _meldingen(oud: Dossierblik | None, nieuw: Dossierblik | None) -> Iterator[Verschil]:
    """What a check of the dossier finds now and did not find before, and the reverse."""
    # of a dossier that was not read whole most is not looked for: that says nothing of the rest
    if not all(is_heel(blik) for blik in (oud, nieuw) if blik):
        return
    eerst, straks = _gevonden(oud), _gevonden(nieuw)
    for sleutel in [*straks.keys() - eerst.keys()]:
        melding = straks[sleutel]
        yield _melding("melding-fout" if melding.ernst is Ernst.FOUT else "melding", nieuw, melding)
    for sleutel in eerst.keys() - straks.keys():
        yield _melding("melding-weg", oud, eerst[sleutel])


def _melding(soort: str, blik: Dossierblik | None, melding: Melding) -> Verschil:
    over = waarover(melding.plek.pad)[1] if melding.plek else "register"
    plek = None if soort == "melding-weg" else melding.plek
    dossier = blik.dossier.id if blik else ""
    return verschil(soort, (dossier, over), plek, wat=f"{melding.code}: {melding.tekst}")


def _gevonden(blik: Dossierblik | None) -> dict[tuple[str, str, str], Melding]:
    return {
        (m.code, m.plek.pad if m.plek else "", m.tekst): m
        for m in (in_dossier(blik) if blik else ())
        if m.ernst is not Ernst.INFO
    }
