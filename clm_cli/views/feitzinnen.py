"""Floor 6, feitzinnen: what each kind of fact says, in one line, and when it was recorded."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from clm_cli.bestand import Bestand
from clm_cli.records import (
    aanbieder,
    basis,
    brief,
    cijfers,
    contact,
    escalatie,
    gesprek,
    maatregel,
    overeenkomst,
)
from clm_cli.records.regime import Lezing
from clm_cli.tijd.datum import bedrag, datum_vol

_HIER = ZoneInfo("Europe/Amsterdam")


def _rij(namen: tuple[str, ...]) -> str:
    return ", ".join(namen)


def _uur(record: Any) -> str:
    return f", {record.tijd:%H.%M} uur" if record.tijd else ""


def _bezwaar(record: escalatie.Bezwaar) -> str:
    verzonden = f", verzonden {datum_vol(record.verzonden)}" if record.verzonden else ""
    return f"ontvangen {datum_vol(record.ontvangen)}{_uur(record)}{verzonden}: {record.gronden}"


def _maatregel(record: maatregel.Maatregel) -> str:
    return (
        f"trede {record.trede}, {record.instrument} ({_rij(record.tekortkomingen)}), ingaat "
        f"{datum_vol(record.ingaat)}: {record.reden}"
    )


def _oordelen(record: escalatie.Beoordeling) -> str:
    return f"{record.over}: " + ", ".join(
        f"{rij.onderdeel} {rij.oordeel}" for rij in record.oordelen
    )


def _meting(record: cijfers.Meting) -> str:
    delen = [
        f"{len(rijen)} {woord}"
        for rijen, woord in (
            (record.waarden, "cijfers"),
            (record.oordelen, "oordelen"),
            (record.omzet, "omzetbedragen"),
        )
        if rijen
    ]
    herzien = f", herziening: {record.reden_herziening}" if record.reden_herziening else ""
    return f"{record.periode}: {', '.join(delen) or 'geen cijfers'}{herzien}"


def _wederhoor(record: escalatie.Wederhoor) -> str:
    hoe = (
        f"gehoord {datum_vol(record.gehoord)}"
        if record.gehoord
        else f"tot en met {datum_vol(record.termijn_tot)}"
    )
    return f"uitgenodigd {datum_vol(record.uitgenodigd)}, {hoe} ({record.wijze})"


def _verzonden(record: brief.Verzonden) -> str:
    dagen = ", ".join(f"{rij.termijn} {datum_vol(rij.uiterlijk)}" for rij in record.genoemd)
    return f"{record.kanaal} aan {record.aan}{_uur(record)}" + (
        f"; afgedrukt: {dagen}" if dagen else ""
    )


def _binnengekomen(record: brief.Binnengekomen) -> str:
    verzonden = (
        f", verzonden {datum_vol(record.verzonden)}"
        if record.verzonden
        else ", verzenddatum onbekend"
    )
    return f"per {record.kanaal}{_uur(record)}{verzonden}"


def _naar(record: contact.Overgedragen) -> str:
    nieuw = f", uiterlijk {datum_vol(record.uiterlijk)}" if record.uiterlijk else ""
    return f"{record.bij} naar {record.wie}{nieuw}: {record.reden}"


def _correctie(record: basis.Correctie[Any]) -> str:
    return f"{record.bij} {'vervalt' if record.vervalt else 'is verbeterd'}: {record.reden}"


ZINNEN: dict[type[Any], Callable[[Any], str]] = {
    Lezing: lambda r: f"{r.vraag}: {r.keuze}; {r.reden}",
    overeenkomst.Verlenging: lambda r: f"{r.optie} gebruikt, tot en met {datum_vol(r.tot)}",
    overeenkomst.NietVerlengd: lambda r: (
        f"{f'{r.optie} niet gebruikt' if r.optie else 'niet voortgezet'}: {r.reden}"
    ),
    overeenkomst.Wijziging: lambda r: f"per {datum_vol(r.ingaat)}: {r.wat}",
    overeenkomst.Overname: lambda r: f"naar {r.naar} per {datum_vol(r.ingaat)}: {r.grond}",
    overeenkomst.Einde: lambda r: f"{r.wijze} per {datum_vol(r.ingaat)}: {r.reden}",
    aanbieder.Classificatie: lambda r: (
        f"categorie {r.categorie} ({r.soort}) voor {_rij(r.contracten)}, vanaf "
        f"{datum_vol(r.geldig_vanaf)}"
    ),
    aanbieder.Geinformeerd: lambda r: f"over {r.bij}, per {r.wijze}",
    cijfers.Meting: _meting,
    contact.Signaal: lambda r: f"{r.ernst}, {_rij(r.soort)} (bron: {r.bron.soort}): {r.wat}",
    contact.Uitvraag: lambda r: (
        f"aan {_rij(r.gemeenten)}, uiterlijk {datum_vol(r.uiterlijk)}: {r.vraag}"
    ),
    contact.Antwoord: lambda r: f"{r.gemeente} herkent het: {r.herkent}; {r.antwoord}",
    contact.Contactmoment: lambda r: (
        f"{r.wijze} {'van' if r.richting == 'inkomend' else 'aan'} {_rij(r.met)}{_uur(r)}: {r.kern}"
    ),
    contact.Afgerond: lambda r: f"{r.bij}: {r.resultaat}",
    contact.Verzet: lambda r: f"{r.bij} naar {datum_vol(r.uiterlijk)}: {r.reden}",
    contact.Overgedragen: _naar,
    contact.Vervallen: lambda r: f"{r.bij}: {r.reden}",
    contact.Herroepen: lambda r: f"{r.bij}: {r.reden}",
    contact.Geparkeerd: lambda r: f"{r.bij} tot {datum_vol(r.tot)}: {r.reden}",
    contact.Wacht: lambda r: f"op {r.op}: {r.vraag}",
    contact.Overgeslagen: lambda r: f"{r.code} bij {r.bij}: {r.reden}",
    gesprek.GesprekVerzet: lambda r: (
        f"gesprek naar {datum_vol(r.naar)}, op verzoek van de {r.verzoek_van}: {r.reden}"
    ),
    gesprek.GesprekVervallen: lambda r: f"gesprek gaat niet door: {r.reden}",
    gesprek.Gedeeld: lambda r: f"verslag gedeeld met {_rij(r.aan)}, per {r.wijze}",
    gesprek.Gespreksreactie: lambda r: (
        f"van {r.van}, {len(r.punten)} {'opmerking' if len(r.punten) == 1 else 'opmerkingen'}, "
        f"ontvangen {datum_vol(r.ontvangen)}"
    ),
    gesprek.Vastgesteld: lambda r: f"verslag vastgesteld, {r.wijze}",
    escalatie.Opening: lambda r: (
        f"escalatie over {_rij(r.contracten)} ({_rij(tuple(t.id for t in r.tekortkomingen))}): "
        f"{r.afweging.reden}"
    ),
    escalatie.Tekortkomingfeit: lambda r: f"{r.tekortkoming.id}: {r.tekortkoming.wat}",
    escalatie.Onderzoek: lambda r: (
        f"naar {_rij(r.tekortkomingen)}, niet-nakoming: {r.niet_nakoming}; {r.bevindingen}"
    ),
    escalatie.Wederhoor: _wederhoor,
    escalatie.Bewijs: lambda r: (
        f"{r.vorm}: {sum(e.aangetoond == 'ja' for e in r.elementen)} van {len(r.elementen)} "
        "elementen aangetoond"
    ),
    maatregel.Maatregel: _maatregel,
    escalatie.Reactie: lambda r: f"ontvangen {datum_vol(r.ontvangen)}: {r.inhoud}",
    escalatie.Verbeterplan: lambda r: f"ontvangen {datum_vol(r.ontvangen)}, {len(r.punten)} punten",
    escalatie.Beoordeling: _oordelen,
    escalatie.Herstel: lambda r: f"gemeld voor {_rij(r.tekortkomingen)}: {r.inhoud}",
    escalatie.Bezwaar: _bezwaar,
    escalatie.Beslissing: lambda r: f"{r.uitkomst}: {r.reden}",
    escalatie.Geschil: lambda r: (
        f"gesprek over het geschil {datum_vol(r.gehouden) if r.gehouden else 'nog niet gehouden'}"
        + (f": {r.uitkomst}" if r.uitkomst else "")
    ),
    escalatie.Schorsing: lambda r: f"{_rij(r.tekortkomingen) or 'alle tekortkomingen'}: {r.reden}",
    escalatie.Hervatting: lambda r: f"{_rij(r.tekortkomingen) or 'alle tekortkomingen'}: {r.reden}",
    escalatie.Aanpassing: lambda r: r.reden,
    escalatie.Uitvoering: lambda r: f"{r.gemeente}, klaar: {r.klaar}; {r.gedaan}",
    escalatie.Opheffing: lambda r: f"{r.wijze}: {r.reden}",
    escalatie.Betaling: lambda r: f"{bedrag(r.bedrag)} {r.wijze}",
    escalatie.Facturen: lambda r: (
        f"{len(r.regels)} facturen, samen {bedrag(sum(f.bedrag for f in r.regels))}"
    ),
    escalatie.Afstemming: lambda r: f"met {r.met}: {r.uitkomst}",
    escalatie.Sluiting: lambda r: f"hersteld: {r.hersteld}; {r.reden}",
    escalatie.Heropening: lambda r: r.reden,
    brief.Akkoord: lambda r: f"van {r.van} ({r.rol})",
    brief.Verzonden: _verzonden,
    brief.Bezorgd: lambda r: f"{r.bewijs}{_uur(r)}",
    brief.Retour: lambda r: r.reden,
    brief.Binnengekomen: _binnengekomen,
}
"""One sentence for each kind of fact."""


def zin_van(feit: Bestand[Any]) -> str:
    """What a fact says, on one line."""
    record = feit.record
    if isinstance(record, basis.Correctie):
        return " ".join(_correctie(record).split())
    zin = ZINNEN.get(type(record))
    return " ".join((zin(record) if zin else record.toelichting or "").split())


def vastgelegd(feit: Bestand[Any]) -> datetime:
    """The moment a fact was recorded, on the clock of Amsterdam."""
    moment: datetime = feit.record.vastgelegd
    return moment.astimezone(_HIER)
