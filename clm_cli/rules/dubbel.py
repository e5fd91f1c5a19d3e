"""Floor 5, rules on what two people recorded of one thing, each without the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from clm_cli.advies import Advies, advies, opdracht
from clm_cli.bestand import Bestand, Verbeterd
from clm_cli.derivations.eenmalig import dubbel
from clm_cli.dossier import Dossier, Gesprek
from clm_cli.kijk import Dossierblik, Kijk
from clm_cli.meldingen import Reden
from clm_cli.records.basis import Feit
from clm_cli.records.gesprek import GesprekVervallen
from clm_cli.rules.gesprekken import per_gesprek
from clm_cli.rules.regel import WAARSCHUWING, Bevond, Vorm, regel, vorm
from clm_cli.tijd.datum import datum_lang

_Feiten = tuple[Iterable[Bestand[Feit]], Dossier | None]


def _buiten(kijk: Kijk, _: Sequence[Any]) -> Iterator[_Feiten]:
    yield sorted(kijk.register.gedeelde.feiten, key=lambda b: b.pad), None


def _in_dossier(blik: Dossierblik) -> Iterator[_Feiten]:
    yield blik.dossier.feiten, blik.dossier


per_feiten = Vorm(_in_dossier, _buiten)
"""The facts of one dossier at a time, and those of the register."""


@regel("DOS321", WAARSCHUWING, per_feiten)
def twee_feiten_over_hetzelfde(
    feiten: Iterable[Bestand[Feit]], dossier: Dossier | None
) -> Iterator[Bevond]:
    """Over iets waarover één feit kan bestaan, staan er twee.

    Waarom: een actie is één keer afgerond, een verslag één keer vastgesteld, een zaak één keer
    gesloten. Zeggen twee feiten het, dan weet niemand welke dag en welke reden gelden. Dit kan
    ontstaan als twee mensen tegelijk hebben gewerkt en git beide feiten heeft samengevoegd.
    Fout: actie A-01 is afgerond volgens de een, en vervallen volgens de ander.
    Goed: één van beide; het andere feit is met een correctie vervallen.
    Wat nu: overleg wat klopt, en laat het andere vervallen met clm correctie. Is het echt twee
    keer gebeurd, zet de melding dan opzij met de reden.
    """
    for feit, eerder in dubbel(feiten, dossier):
        yield Bevond(
            feit.plek(),
            f"over hetzelfde staat er al een ander feit: {eerder.id}",
            _welk_vervalt(feit, dossier),
            (Reden(f"vastgelegd door {eerder.record.door}", eerder.plek()),),
        )


def _welk_vervalt(feit: Bestand[Feit], dossier: Dossier | None) -> Advies | str:
    if dossier is None:
        return "overleg wat klopt, en leg dat vast als een nieuw feit van een latere dag"
    return advies(
        "overleg wat klopt; {vervalt} laat dit feit vervallen, {opzij} laat beide staan",
        vervalt=opdracht("correctie", dossier.id, feit.id, vervalt=True, reden="…"),
        opzij=opdracht("overgeslagen", dossier.id, feit.id, code="DOS321", reden="…"),
    )


@vorm
def _twee_keer_verbeterd(blik: Dossierblik) -> Iterator[tuple[Dossierblik, Verbeterd]]:
    yield from ((blik, rij) for rij in blik.dossier.verbeterd if len(rij.correcties) > 1)


@regel("DOS322", WAARSCHUWING, _twee_keer_verbeterd)
def verbetering_draait_een_eerdere_terug(blik: Dossierblik, rij: Verbeterd) -> Iterator[Bevond]:
    """Een verbetering haalt een eerdere verbetering van hetzelfde feit weg.

    Waarom: van twee verbeteringen van één feit telt de laatste, in haar geheel. Wie verbeterde
    zonder de andere te kennen, haalt die ongemerkt weg. Dit kan ontstaan als twee mensen tegelijk
    hebben gewerkt.
    Fout: de een verbetert de dag, de ander een uur later de reden; de dag staat weer fout. Of
    de een verbetert het feit, en de ander laat het vervallen.
    Goed: de laatste verbetering heeft de goede dag en de goede reden.
    Wat nu: verbeter wat weer fout staat met clm correctie --wordt, of zet de melding opzij als het
    zo hoort. Een feit dat hoort te vervallen, laat u nog een keer vervallen met --nogmaals.
    """
    eerst, laatst = rij.correcties[-2:]
    if laatst.record.wordt is None and eerst.record.wordt is not None:
        if laatst.record.door != eerst.record.door:
            yield _vervalt_toch(blik.dossier.id, rij)
    elif laatst.record.wordt is not None and eerst.record.wordt is None:
        if laatst.record.door != eerst.record.door:
            yield _telt_weer(blik.dossier.id, rij)
    elif laatst.record.wordt is not None:
        yield from _staat_weer_zo(blik.dossier.id, rij)


def _staat_weer_zo(dossier: str, rij: Verbeterd) -> Iterator[Bevond]:
    """What the last says as it stood before the one before it."""
    feit, nu = rij.feit.id, rij.correcties[-1].record.wordt
    toen = rij.correcties[-2].record.wordt
    voor = (c.record.wordt for c in reversed(rij.correcties[:-2]))
    eerst = next((wordt for wordt in voor if wordt is not None), rij.feit.record)
    velden = type(rij.feit.record).model_fields
    terug = [
        veld for veld in velden if getattr(nu, veld) == getattr(eerst, veld) != getattr(toen, veld)
    ]
    if terug:
        yield Bevond(
            rij.correcties[-1].plek("wordt"),
            f"hier staat weer wat een eerdere verbetering had veranderd: {', '.join(terug)}",
            advies(
                "hoort het anders: {wordt}; hoort het zo: {opzij}",
                wordt=opdracht("correctie", dossier, feit, wordt=f"{terug[0]}=…", reden="…"),
                opzij=opdracht("overgeslagen", dossier, feit, code="DOS322", reden="…"),
            ),
        )


def _telt_weer(dossier: str, rij: Verbeterd) -> Bevond:
    feit, (eerst, laatst) = rij.feit.id, rij.correcties[-2:]
    return Bevond(
        laatst.plek("wordt"),
        f"een eerdere verbetering liet dit feit vervallen; door deze van {laatst.record.door} telt "
        "het weer",
        advies(
            "hoort het te vervallen: {vervalt}; hoort het te blijven: {opzij}",
            vervalt=_nog_eens(dossier, feit),
            opzij=opdracht("overgeslagen", dossier, feit, code="DOS322", reden="…"),
        ),
        (Reden(f"vervallen door {eerst.record.door}", eerst.plek("reden")),),
    )


def _vervalt_toch(dossier: str, rij: Verbeterd) -> Bevond:
    feit, (eerst, laatst) = rij.feit.id, rij.correcties[-2:]
    return Bevond(
        laatst.plek("vervalt"),
        f"dit feit vervalt volgens {laatst.record.door}; {eerst.record.door} had het verbeterd, en "
        "dat telt nu niet",
        advies(
            "hoort het te vervallen: {vervalt}; hoort het te blijven: neem over wat er in {eerst} "
            "onder 'wordt' staat, met {wordt}",
            vervalt=_nog_eens(dossier, feit),
            eerst=Advies(eerst.pad),
            wordt=opdracht("correctie", dossier, feit, bestand="BESTAND", nogmaals=True, reden="…"),
        ),
        (Reden(f"verbeterd door {eerst.record.door}", eerst.plek("reden")),),
    )


def _nog_eens(dossier: str, feit: str) -> Advies:
    return opdracht("correctie", dossier, feit, vervalt=True, nogmaals=True, reden="…")


@regel("DOS323", WAARSCHUWING, per_gesprek)
def gesprek_gehouden_en_vervallen(blik: Dossierblik, gesprek: Gesprek) -> Iterator[Bevond]:
    """Een gesprek is gehouden, en er staat ook dat het niet doorging.

    Waarom: één van beide klopt niet, en het verslag en het ritme van de gesprekken hangen ervan af.
    Dit kan ontstaan als twee mensen tegelijk hebben gewerkt.
    Fout: een kaart met `gehouden`, en daarnaast een feit dat het gesprek is vervallen.
    Goed: alleen wat er gebeurde.
    Wat nu: ging het gesprek door, laat het vervallen dan vervallen met clm correctie; ging het niet
    door, haal dan 'gehouden' uit gesprek.yaml.
    """
    gehouden = gesprek.kaart.record.gehouden
    if gehouden is None:
        return
    for feit in gesprek.van(GesprekVervallen):
        yield Bevond(
            feit.plek(),
            f"volgens dit feit ging het gesprek niet door; volgens de kaart wel, op "
            f"{datum_lang(gehouden.datum)}",
            advies(
                "ging het door: {vervalt}; ging het niet door: haal 'gehouden' uit {kaart}",
                vervalt=opdracht("correctie", blik.dossier.id, feit.id, vervalt=True, reden="…"),
                kaart=Advies(gesprek.kaart.pad),
            ),
            (Reden("hier staat dat het is gehouden", gesprek.kaart.plek("gehouden")),),
        )
