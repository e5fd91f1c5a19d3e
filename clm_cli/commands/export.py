"""Floor 7, export: the register, or one dossier, as a calendar, workbook, tables or page."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from types import ModuleType

from clm_cli.commands.documenten import stel_op
from clm_cli.commands.werk import Werk
from clm_cli.derivations.boetegrondslag import grondslagen
from clm_cli.deur import alles_onder
from clm_cli.documents.export.agenda import agenda
from clm_cli.documents.export.overzichten import aanbiederblad, teamblad
from clm_cli.documents.export.plat import als_csv, als_json
from clm_cli.documents.export.tabellen import tabellen
from clm_cli.documents.opmaak import maak
from clm_cli.files.schijf import inhoud_van
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import ClmFout
from clm_cli.tijd.getal import lees_bedrag
from clm_cli.voorstel import NieuwStuk, Voorstel
from clm_cli.woorden import met_punt

MAP = "export"
"""Where in the register exports are written; nothing there is ever read as the record."""


def _blikken(werk: Werk, dossier: str | None) -> tuple[Dossierblik, ...]:
    if dossier is None:
        return werk.kijk.blikken
    return (werk.kijk.blik(werk.dossier(dossier)),)


def _voorstel(stukken: Sequence[tuple[str, bytes]]) -> Voorstel:
    zin = "Export gemaakt." if len(stukken) == 1 else f"{len(stukken)} bestanden gemaakt."
    return Voorstel(
        zin, stukken=tuple(NieuwStuk(f"{MAP}/{n}", inhoud, vervang=True) for n, inhoud in stukken)
    )


def _naam(werk: Werk, dossier: str | None, rest: str) -> str:
    return f"{werk.dossier(dossier).id if dossier else 'register'}{rest}"


def ics(werk: Werk, dossier: str | None) -> Voorstel:
    """The talks and terms as a calendar; the one that was made before tells what moved."""
    naam = _naam(werk, dossier, ".ics")
    eerder = inhoud_van(werk.wortel, f"{MAP}/{naam}") or b""
    return _voorstel([(naam, agenda(_blikken(werk, dossier), werk.vandaag, eerder))])


def csv(werk: Werk, dossier: str | None) -> Voorstel:
    """Each table as a file."""
    map_ = _naam(werk, dossier, "")
    alle = tabellen(werk.kijk, [werk.dossier(dossier).id] if dossier else ())
    return _voorstel([(f"{map_}-csv/{tabel.naam}.csv", als_csv(tabel)) for tabel in alle])


def json(werk: Werk, dossier: str | None) -> Voorstel:
    """All tables in one file."""
    alle = tabellen(werk.kijk, [werk.dossier(dossier).id] if dossier else ())
    return _voorstel([(_naam(werk, dossier, ".json"), als_json(alle))])


def werkboeken() -> ModuleType:
    """What makes workbooks, with a library that nothing else needs."""
    from clm_cli.documents.export import werkboek

    return werkboek


def xlsx(werk: Werk, dossier: str | None, boete: str | None) -> Voorstel:
    """All tables as a workbook, with the five percent worked out by the sheet itself."""
    alle = tabellen(werk.kijk, [werk.dossier(dossier).id] if dossier else ())
    basis = [g for blik in _blikken(werk, dossier) for g in grondslagen(blik)]
    inhoud = werkboeken().werkboek(alle, basis, werk.vandaag, _bedrag(boete))
    return _voorstel([(_naam(werk, dossier, ".xlsx"), inhoud)])


def parquet(werk: Werk, dossier: str | None) -> Voorstel:
    """Each table as a folder by period; what a period no longer holds becomes an empty part."""
    try:
        from clm_cli.documents.export.parquet import als_parquet  # duckdb, an optional extra
    except ModuleNotFoundError:
        raise ClmFout(
            "Voor Parquet is het programma duckdb nodig, en dat is niet geïnstalleerd.",
            nu="pip install duckdb",
        ) from None
    map_ = f"{_naam(werk, dossier, '')}-parquet"
    alle = tabellen(werk.kijk, [werk.dossier(dossier).id] if dossier else ())
    eerder = sorted(p for p in alles_onder(werk.wortel, f"{MAP}/{map_}") if p.endswith(".parquet"))
    stukken = als_parquet(alle, werk.register.organisatie.naam, eerder)
    return _voorstel([(f"{map_}/{naam}", inhoud) for naam, inhoud in stukken])


def _bedrag(tekst: str | None) -> Decimal | None:
    try:
        return lees_bedrag(tekst) if tekst else None
    except ValueError as fout:
        raise ClmFout(met_punt(f"--boete: {fout}")) from None


def html(werk: Werk, dossier: str | None) -> Voorstel:
    """One page that needs nothing else: for the team, or of one provider to share with it."""
    if dossier is None:
        blad, naam, titel = teamblad(werk.kijk), "team", "Overzicht voor het team"
    else:
        blik = werk.kijk.blik(werk.dossier(dossier))
        blad, naam = aanbiederblad(blik), blik.dossier.id
        titel = f"Overzicht {blik.dossier.roepnaam(werk.vandaag)}"
    sjabloon = "team" if dossier is None else "aanbiederblad"
    opgesteld = stel_op(werk, sjabloon, blad.gegevens, titel=titel, figuren=blad.figuren)
    return _voorstel([(f"{naam}.html", maak(opgesteld.document, "html"))])
