"""Floor 6, besluiten: who decided what and why, and what was set aside on the way."""

from __future__ import annotations

from datetime import date

from clm_cli.derivations.escalatie import bezwaren, opschorting
from clm_cli.derivations.escalatie.stand import Maatregelstand
from clm_cli.derivations.escalatie.voorwaarden.lijst import korte_naam
from clm_cli.derivations.escalatie.zaken import Genomen
from clm_cli.derivations.zinnen import bij_trede, treden
from clm_cli.records.escalatie import Heropening, Opening, Opheffing, Sluiting
from clm_cli.tijd.datum import datum_vol
from clm_cli.views.escalatie.blad import JA, Escalatieblad
from clm_cli.views.opmaak import Papier, zin

_OPHEFFING, _SLUITING, _HEROPENING = 8, 9, 10
"""After the measures of the same day, which stand in the order of their trede."""

Besluit = tuple[date, int, str]
"""The day of a decision, its place on that day, and what it says."""


def besloten(papier: Papier, blad: Escalatieblad) -> list[str]:
    """Who decided what, when and why, from the opening to the closing."""
    escalatie = blad.stand.escalatie
    rijen = [_opening(blad, opening.record) for opening in escalatie.van(Opening)]
    rijen += [rij for m in blad.stand.maatregelen for rij in _maatregel(blad, m)]
    rijen += [_besluit(blad, f.record, _SLUITING, "sluiting") for f in escalatie.van(Sluiting)]
    rijen += [
        _besluit(blad, f.record, _HEROPENING, "heropening") for f in escalatie.van(Heropening)
    ]
    hang = max((len(blad.dag(datum)) + 2 for datum, _, _ in rijen), default=0)
    uit = papier.titel("BESLOTEN DOOR") if rijen else []
    for datum, _, tekst in sorted(rijen):
        uit += papier.alinea(tekst, 2, blad.dag(datum), hang)
    return uit


def _opening(blad: Escalatieblad, opening: Opening) -> Besluit:
    licht = opening.afweging.lichter
    overwogen = f" Lichter overwogen: {zin(licht, hoofdletter=False)}" if licht else ""
    tekst = f"{blad.naam(opening.besloten_door)}. {zin(opening.afweging.reden)}{overwogen}"
    return opening.datum, 0, f"opening: {tekst}"


def _maatregel(blad: Escalatieblad, m: Maatregelstand) -> list[Besluit]:
    """The decision on a measure with what was said with it, and those that lifted it."""
    record = m.genomen.record
    tekst = (
        f"{m.genomen.naam}{bij_trede(m.genomen.contract.regime, record.trede, ' ({})')}: "
        f"{blad.naam(record.besloten_door)}. "
        f"{zin(record.reden)}{_gezegd(m.genomen)}"
    )
    return [
        (record.datum, record.trede, tekst),
        *(
            _besluit(blad, f.record, _OPHEFFING, f"{m.genomen.naam} {f.record.wijze}")
            for f in m.genomen.bij(Opheffing)
        ),
    ]


def _besluit(
    blad: Escalatieblad, feit: Opheffing | Sluiting | Heropening, plaats: int, wat: str
) -> Besluit:
    return feit.datum, plaats, f"{wat}: {blad.naam(feit.besloten_door)}. {zin(feit.reden)}"


def _gezegd(zaak: Genomen) -> str:
    """What was said with a formal step: necessity, our own performance, the board.

    Necessity decides what an objection does; who does not perform himself cannot hold the other
    to it (6:59 BW).
    """
    record, delen = zaak.maatregel.record, []
    if bezwaren.regeltermijn(zaak, "bezwaar") and opschorting.noodzaak_telt(zaak):
        reden = f" ({record.noodzaak_reden.strip()})" if record.noodzaak_reden else ""
        delen.append(f"nodig voor {opschorting.waarvoor(zaak)}: {_noodzaak(zaak)}{reden}")
    if bezwaren.regeltermijn(zaak, "herstel") or record.eigen_verplichtingen != "onbekend":
        delen.append(f"wij komen zelf na (6:59 BW): {JA[record.eigen_verplichtingen]}")
    if record.bestuurlijk:
        b = record.bestuurlijk
        hoe = (
            f"ja, met {b.met}{f' op {datum_vol(b.datum)}' if b.datum else ''}"
            if b.relevant == "ja"
            else f"{JA[b.relevant]}{f', {b.reden.strip()}' if b.reden else ''}"
        )
        delen.append(f"bestuurlijk afgestemd: {hoe}")
    return f" [{'; '.join(delen)}]" if delen else ""


def _noodzaak(zaak: Genomen) -> str:
    """The answer on necessity, once when it is the same for every shortcoming."""
    ids = zaak.record.tekortkomingen
    per = {id_: opschorting.noodzaak_zoals_verteld(zaak, id_) for id_ in ids}
    if len(set(per.values())) == 1:
        return JA[next(iter(per.values()))]
    return ", ".join(f"{id_} {JA[antwoord]}" for id_, antwoord in per.items())


def afwijkingen(papier: Papier, blad: Escalatieblad) -> list[str]:
    """What was skipped, set aside with a reason, or done at once; a second reader sees it all."""
    teksten = [tekst for m in blad.stand.maatregelen for tekst in _afwijkingen(blad, m)]
    uit = papier.titel(f"AFWIJKINGEN: {len(teksten)}") if teksten else []
    for tekst in teksten:
        uit += papier.alinea(tekst, 2, "- ")
    return uit


def _afwijkingen(blad: Escalatieblad, m: Maatregelstand) -> list[str]:
    record, uit = m.genomen.record, []
    if record.overslaan:
        uit.append(
            f"{treden(record.overslaan.treden)} overgeslagen. "
            f"Ernst: {zin(record.overslaan.ernst)} Reden: {zin(record.overslaan.reden)}"
        )
    if record.spoed:
        uit.append(
            f"per direct, vóór het horen: {record.spoed.reden.strip()}; alsnog "
            f"{record.spoed.alsnog} uiterlijk {datum_vol(record.spoed.alsnog_uiterlijk)} "
            f"({blad.naam(record.spoed.door)})"
        )
    uit += [
        f"afgeweken van {korte_naam(rij.voorwaarde)}: {rij.reden.strip()} ({blad.naam(rij.door)}, "
        f"{datum_vol(rij.datum)})"
        for rij in record.afwijkingen
    ]
    return [f"{m.genomen.naam}: {tekst}" for tekst in uit]
