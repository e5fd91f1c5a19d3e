"""Floor 6, stappen: each measure with its ground and conditions, as it stood on its own day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time

from clm_cli.bestand import Bestand
from clm_cli.derivations.bundel import is_bekend
from clm_cli.derivations.escalatie.stand import stand_van
from clm_cli.derivations.escalatie.vervolg import Vervolgstap, getoetst
from clm_cli.derivations.escalatie.zaken import Genomen, genomen_in
from clm_cli.derivations.feitzinnen import vastgelegd
from clm_cli.derivations.werklijst import alle_werkpunten
from clm_cli.derivations.zinnen import bij_trede
from clm_cli.documents.bundel.inhoud import Bundelinhoud, gezegd, lijst, tabel, veil
from clm_cli.dossier import Escalatie
from clm_cli.kijk import Dossierblik, blik_op
from clm_cli.records.maatregel import Maatregel
from clm_cli.tijd.datum import datum_lang, datum_vol
from clm_cli.tijd.klok import HIER
from clm_cli.value import value
from clm_cli.woorden import met_hoofdletter

_AL_GEZEGD = frozenset(
    {"instrument", "trede", "tekortkomingen", "ingaat", "reden", "besloten_door"}
)


@value
class _Toen:
    """A measure in its case, as both were known at the end of the day it was recorded."""

    blik: Dossierblik
    zaak: Escalatie
    maatregel: Bestand[Maatregel]
    moment: datetime


def stappen(inhoud: Bundelinhoud) -> Iterator[str]:
    """Each measure that was taken, in order of day."""
    for zaak in inhoud.zaken:
        for genomen in sorted(genomen_in(inhoud.blik, zaak), key=lambda g: g.record.datum):
            if not inhoud.wederpartij or is_bekend(inhoud.blik, genomen.maatregel):
                yield from _stap(inhoud, zaak, genomen)


def _stap(inhoud: Bundelinhoud, zaak: Escalatie, genomen: Genomen) -> Iterator[str]:
    record = genomen.record
    trede = bij_trede(genomen.contract.regime, record.trede, "{}: ").capitalize()
    naam = genomen.naam if trede else met_hoofdletter(genomen.naam)
    kop = f"{trede}{naam}, {datum_vol(record.datum)}"
    yield f"### {veil(kop)}"
    regels = [
        f"voor {', '.join(record.tekortkomingen)}; gaat in op {datum_vol(record.ingaat)}",
        f"reden: {record.reden}",
        f"besloten door {inhoud.blik.register.naam_van(record.besloten_door)}",
        *_grond(genomen),
    ]
    if genomen.brief is not None:
        regels.append(f"meegedeeld met brief {genomen.brief.id}")
    if not inhoud.wederpartij:
        regels += gezegd(inhoud, record, _AL_GEZEGD)
    yield lijst(regels)
    if inhoud.wederpartij:
        return
    toen = _toen(inhoud, zaak, genomen.maatregel)
    if toen is None:
        yield "Hoe de zaak er die dag voor stond, is niet na te gaan: het feit is later hersteld."
        return
    yield from _voorwaarden(inhoud, zaak, genomen, toen)
    yield from _stand(toen)
    yield from _termijnen(toen)


def _grond(genomen: Genomen) -> Iterator[str]:
    """The clause of the step, in the words of the contract."""
    if grond := genomen.grond:
        yield f'grond: {grond.eis}: "{" ".join(grond.tekst.split())}"'


def _toen(inhoud: Bundelinhoud, zaak: Escalatie, maatregel: Bestand[Maatregel]) -> _Toen | None:
    """The case by what had happened and was recorded when the measure itself was recorded."""
    dossier = inhoud.blik.dossier.id
    eerst = next(
        (b for b in inhoud.ruw.dossiers[dossier].van(Maatregel) if b.pad == maatregel.pad), None
    )
    if eerst is None:
        return None
    dag = max(eerst.record.datum, vastgelegd(eerst).date())
    moment = datetime.combine(dag, time(23, 59, 59), HIER)
    register = inhoud.ruw.zoals(op=dag, bekend=moment, dossier=dossier)
    blik = blik_op(register, dossier, dag)
    gevonden = next((z for z in blik.dossier.escalaties if z.id == zaak.id), None)
    zelf = (
        next((m for m in gevonden.van(Maatregel) if m.pad == maatregel.pad), None)
        if gevonden
        else None
    )
    return _Toen(blik, gevonden, zelf, moment) if gevonden and zelf else None


def _voorwaarden(
    inhoud: Bundelinhoud, zaak: Escalatie, genomen: Genomen, toen: _Toen
) -> Iterator[str]:
    """The conditions on what was known then, and which of them came out otherwise since."""
    stap = getoetst(toen.blik, toen.zaak, toen.maatregel)
    if stap is None:
        yield "De voorwaarden zijn niet na te gaan: dit instrument staat niet in de regels."
        return
    yield f"Voorwaarden, met waar zij uit blijken; zoals bekend op {datum_vol(toen.moment.date())}:"
    yield tabel(
        ("Voorwaarde", "Hard", "Vervuld", "Omdat"),
        [
            (
                rij.titel,
                "ja" if rij.hard else "met reden",
                rij.uitspraak.antwoord,
                rij.uitspraak.tekst,
            )
            for rij in stap.voorwaarden
        ],
    )
    nu = getoetst(inhoud.blik, zaak, genomen.maatregel)
    anders = tuple(_anders(stap, nu)) if nu else ()
    if anders:
        yield "Door wat later is vastgelegd of verbeterd, is het antwoord nu:"
        yield lijst(anders)


def _anders(toen: Vervolgstap, nu: Vervolgstap) -> Iterator[str]:
    eerst = {rij.titel: rij.uitspraak.antwoord for rij in toen.voorwaarden}
    for rij in nu.voorwaarden:
        antwoord = rij.uitspraak.antwoord
        if eerst.get(rij.titel) not in (None, antwoord):
            yield f"{rij.titel} {eerst[rij.titel]} → {antwoord}: {rij.uitspraak.tekst}"


def _stand(toen: _Toen) -> Iterator[str]:
    stand = stand_van(toen.blik, toen.zaak)
    eigen = next(m for m in stand.maatregelen if m.genomen.maatregel.pad == toen.maatregel.pad)
    redenen = "; ".join(reden.tekst for reden in eigen.omdat)
    regels = [f"de maatregel was die dag {eigen.toestand}" + (f" ({redenen})" if redenen else "")]
    for herstel in stand.herstel:
        redenen = "; ".join(reden.tekst for reden in herstel.verzuim.omdat)
        regels.append(f"{herstel.tekortkoming}: verzuim {herstel.verzuim.antwoord} ({redenen})")
    yield lijst(regels)


def _termijnen(toen: _Toen) -> Iterator[str]:
    """The terms of the case as they could be counted that day."""
    punten = [
        punt
        for punt in alle_werkpunten(toen.blik)
        if punt.plek.pad.startswith(f"{toen.zaak.pad}/") and punt.uiterlijk is not None
    ]
    if punten:
        yield "Termijnen, zoals die dag te rekenen:"
        yield lijst(
            [
                f"{punt.wat} ({punt.bij}, {punt.grond}): uiterlijk {datum_lang(punt.uiterlijk)}"
                + ("; voorlopig, de ontvangst lag nog niet vast" if punt.voorlopig else "")
                for punt in punten
                if punt.uiterlijk is not None
            ]
        )
