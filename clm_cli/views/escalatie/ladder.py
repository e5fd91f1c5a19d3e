"""Floor 6, ladder: where a case stands, and every trede with what was done on it."""

from __future__ import annotations

from collections.abc import Sequence

from clm_cli.derivations.brieven.onverwerkt import onverwerkt
from clm_cli.derivations.brieven.post import niet_gegaan
from clm_cli.derivations.escalatie import bezwaren, opschorting
from clm_cli.derivations.escalatie.stand import Maatregelstand, verteld
from clm_cli.records.escalatie import Bezwaar
from clm_cli.records.regime import Trede
from clm_cli.tijd.datum import datum_vol
from clm_cli.views.escalatie.blad import JA, Escalatieblad
from clm_cli.views.opmaak import Papier
from clm_cli.views.tabel import Kolom, tabelregels

_KOLOMMEN = (
    Kolom("instrument", minst=16, hoogst=34),
    Kolom("stand", minst=12),
    Kolom("wanneer en waarom", minst=20),
)


def waar(papier: Papier, blad: Escalatieblad) -> list[str]:
    """The trede, what runs, what stands still, and whether the provider is in default."""
    stand, uit = blad.stand, papier.titel("WAAR STAAN WE")
    if not stand.open:
        hoogst = f" Hoogst bereikte trede: {stand.hoogst}." if blad.kent_treden else ""
        return [*uit, *papier.alinea(f"GESLOTEN.{hoogst}", 2)]
    lopend = [m for m in stand.maatregelen if m.loopt]
    hoogste = [m for m in lopend if m.genomen.record.trede == stand.trede and verteld(m.genomen)]
    namen = ", ".join(f"{m.genomen.naam} ({m.toestand})" for m in hoogste)
    telt = blad.kent_treden
    kop = f"TREDE {stand.trede}" if telt else "VAN KRACHT:"
    trede = (
        f"{kop} {namen}, sinds {blad.dag(hoogste[0].genomen.record.ingaat)}."
        if hoogste
        else f"GEOPEND. Er is geen {'trede' if telt else 'maatregel'} van kracht."
    )
    uit += papier.alinea(f"{trede} Hoogst bereikt: {stand.hoogst}." if telt else trede, 2)
    ook = [
        f"{m.genomen.naam} (trede {m.genomen.record.trede}, {m.toestand})"
        for m in lopend
        if m not in hoogste
    ]
    woord = "Ook" if hoogste else "Nog niet meegedeeld"
    uit += papier.alinea(f"{woord}: {', '.join(ook)}.", 2) if ook else []
    for m in lopend:
        if hoe := niet_gegaan(m.genomen.brief) if m.genomen.brief else "":
            zin = f"De brief over {m.genomen.naam} ging niet {hoe}, en dat staat er wel in."
            uit += papier.alinea(zin, 2, "! ")
    uit += [regel for m in lopend for regel in _bezwaren(papier, blad, m)]
    for post in onverwerkt(blad.blik, stand.escalatie):
        uit += papier.alinea(f"NIET VERWERKT: {post.zin} (brieven/{post.brief.id}).", 2)
    for id_ in dict.fromkeys(rij.tekortkoming for rij in stand.herstel):
        verzuim = stand.verzuim(id_)
        uit += papier.alinea(f"Verzuim {id_}: {JA[verzuim.antwoord]}, want {verzuim.tekst}.", 2)
    return uit


def _bezwaren(papier: Papier, blad: Escalatieblad, m: Maatregelstand) -> list[str]:
    """The objections against a measure that have not ended; what the contract knows as one."""
    return [
        regel
        for feit in m.genomen.bij(Bezwaar)
        if bezwaren.regeltermijn(m.genomen, "bezwaar") and not opschorting.einde(m.genomen, feit)
        for regel in papier.alinea(
            f"Bezwaar van {blad.dag(feit.record.ontvangen)} tegen {m.genomen.naam} loopt.",
            2,
        )
    ]


def ladder(papier: Papier, blad: Escalatieblad) -> list[str]:
    """The treden from high to low, each with what was done on it, or whether it may be taken."""
    stand = blad.stand
    if not blad.kent_treden:
        return _maatregelen(papier, stand.maatregelen)
    treden = blad.contract.regime.treden if blad.contract else ()
    rijen = []
    for trede in reversed(treden):
        maatregelen = [m for m in stand.maatregelen if m.genomen.record.trede == trede.trede]
        merk = ">>" if trede.trede == stand.trede and stand.open and stand.trede else "  "
        rijen.append([f"{merk} {trede.trede}", trede.titel, *_trede(blad, maatregelen, trede)])
    return [
        *papier.titel("LADDER"),
        *tabelregels(papier, (Kolom("trede", minst=5), *_KOLOMMEN), rijen),
    ]


def _maatregelen(papier: Papier, maatregelen: Sequence[Maatregelstand]) -> list[str]:
    """The measures of a contract without treden, in order of day."""
    rijen = [
        [m.genomen.naam, m.toestand.upper() if m.loopt else m.toestand, _wat(m)]
        for m in sorted(maatregelen, key=lambda m: m.genomen.record.datum)
    ]
    titel = papier.titel("MAATREGELEN")
    return [*titel, *tabelregels(papier, _KOLOMMEN, rijen)] if rijen else []


def _trede(
    blad: Escalatieblad, maatregelen: Sequence[Maatregelstand], trede: Trede
) -> tuple[str, str]:
    """How a trede stands, and when and why."""
    if maatregelen:
        toestanden = (m.toestand.upper() if m.loopt else m.toestand for m in maatregelen)
        eigen = {instrument.instrument for instrument in trede.instrumenten}
        return ", ".join(dict.fromkeys(toestanden)), "; ".join(
            _wat(m) + ("" if m.genomen.record.instrument in eigen else " (bestaat hier niet)")
            for m in maatregelen
        )
    for record in (m.genomen.record for m in blad.stand.maatregelen):
        if record.overslaan and trede.trede in record.overslaan.treden:
            wie = f"{datum_vol(record.datum)} door {blad.naam(record.besloten_door)}"
            return "OVERGESLAGEN", f"besloten {wie}, omdat: {record.overslaan.reden}"
    if not blad.stand.open:
        return "niet gezet", ""
    mag = {stap.mag for stap in blad.stappen if stap.stap.trede == trede.trede}
    if "ja" in mag:
        return "open", "mogelijk"
    return "open", "nu niet mogelijk" if mag == {"nee"} else "onbekend of het kan"


def _wat(m: Maatregelstand) -> str:
    kenmerk = m.genomen.brief.kaart.record.kenmerk if m.genomen.brief else None
    return (
        f"{m.genomen.naam} {datum_vol(m.genomen.record.datum)}{f', {kenmerk}' if kenmerk else ''}"
    )
