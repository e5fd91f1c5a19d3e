"""Floor 5, rules on letters of theirs: recorded once, as what they are, and possible."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from clm_cli.advies import advies, opdracht
from clm_cli.bestand import Bestand
from clm_cli.derivations.brieven.onverwerkt import open_post, vervolgopdracht
from clm_cli.kijk import Dossierblik, Kijk
from clm_cli.meldingen import Plek, Reden
from clm_cli.records.basis import Deel, Stuk
from clm_cli.records.brief import Binnengekomen
from clm_cli.rules.regel import (
    FOUT,
    WAARSCHUWING,
    Bevond,
    per_bestand,
    per_dossier,
    regel,
    van_alle,
)
from clm_cli.tijd.datum import datum_vol

NIETS = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
"""The sha256 of no bytes at all."""


@regel("BRF517", WAARSCHUWING, per_dossier)
def brief_van_hen_niet_verwerkt(blik: Dossierblik) -> Iterator[Bevond]:
    """Een brief van de aanbieder is binnengekomen en niet vastgelegd als wat hij is.

    Waarom: een bezwaar, reactie, plan of herstelmelding werkt zodra de brief er is; zolang niemand
    hem verwerkt, is onbekend welke termijnen lopen, of er verzuim is en welke stap kan.
    Fout: hun brief van 15 mei van de soort bezwaar, en in de escalatie geen bezwaar van die dag.
    Goed: een bezwaar met `brief`, of met 15 mei als dag van ontvangst.
    Wat nu: leg het feit vast met de opdracht die erbij staat. Is de brief iets anders, leg dan vast
    wat ermee is gedaan met clm actie afgerond.
    """
    for post in open_post(blik):
        # On the day itself the command that registers it says what comes next.
        if post.ontvangen >= blik.vandaag:
            continue
        yield Bevond(
            post.brief.kaart.plek("soort"),
            post.tekst,
            vervolgopdracht(
                blik.dossier.id, post.feit, post.brief.id, post.ontvangen, post.gaat_over
            ),
            (post.reden,),
        )


@regel("BRF520", FOUT, per_dossier)
def hun_brief_na_de_ontvangst(blik: Dossierblik) -> Iterator[Bevond]:
    """Een brief van de aanbieder is gedateerd of verzonden na de dag waarop hij binnenkwam.

    Waarom: van de dag van ontvangst hangen termijnen af; een van de twee dagen klopt niet.
    Fout: `datum: 2026-05-20` op een brief die op 18 mei 2026 binnenkwam.
    Goed: gedateerd op of vóór de dag van ontvangst.
    Wat nu: kijk op de brief en de envelop, en verbeter de dag die niet klopt.
    """
    for brief in blik.dossier.brieven:
        for feit in brief.van(Binnengekomen):
            ontvangen = feit.record.datum
            dagen = (
                ("gedateerd", brief.kaart.record.datum, brief.kaart.plek("datum")),
                ("verzonden", feit.record.verzonden, feit.plek("verzonden")),
            )
            for woord, dag, plek in dagen:
                if dag is not None and dag > ontvangen:
                    yield Bevond(
                        plek,
                        f"{woord} op {datum_vol(dag)}, en al ontvangen op {datum_vol(ontvangen)}",
                        "verbeter de dag die niet klopt",
                        (Reden("de ontvangst", feit.plek("datum")),),
                    )


_Scan = tuple[date, datetime, str, str, str, str, str, Plek]


def _scans(blik: Dossierblik) -> Iterator[_Scan]:
    """What came in as a scan: its day, since when and where that is recorded, what it is, of
    which dossier, the fact, and what the letter is about.
    """
    for brief in blik.dossier.brieven:
        for feit in brief.van(Binnengekomen):
            sha256, record = feit.record.document.sha256, feit.record
            if sha256 and sha256 != NIETS:
                wanneer = record.datum, record.vastgelegd
                over, plek = brief.kaart.record.onderwerp, feit.plek("document")
                yield *wanneer, feit.pad, sha256, blik.dossier.id, feit.id, over, plek


@regel("BRF521", WAARSCHUWING, van_alle(_scans))
def zelfde_scan_twee_keer(_: Kijk, rijen: Sequence[_Scan]) -> Iterator[Bevond]:
    """Eenzelfde scan is twee keer als binnengekomen brief vastgelegd.

    Waarom: één brief telt één keer; de eerste ontvangst bepaalt de termijnen.
    Fout: twee keer `binnengekomen` met dezelfde sha256.
    Goed: elk binnengekomen stuk één keer, of twee scans als de brief echt twee keer kwam.
    Wat nu: laat het tweede feit vervallen met clm correctie, of zet de melding opzij met de reden.
    """
    eerder: dict[str, tuple[str, str, Plek]] = {}
    for _dag, _sinds, pad, sha256, dossier, feit, over, plek in sorted(rijen, key=lambda r: r[:3]):
        eerst, wat, daar = eerder.setdefault(sha256, (pad, over, plek))
        if eerst != pad:
            vervalt = opdracht("correctie", dossier, feit, vervalt=True, reden="…")
            opzij = opdracht("overgeslagen", dossier, feit, code="BRF521", reden="…")
            yield Bevond(
                plek,
                f"deze scan is al vastgelegd bij de brief '{wat}': {eerst}",
                advies(
                    "is het dezelfde brief: {vervalt}; staat er meer in één stuk: {opzij}",
                    vervalt=vervalt,
                    opzij=opzij,
                ),
                (Reden("dezelfde sha256", daar),),
            )


@regel("DOS263", FOUT, per_bestand)
def stuk_is_leeg(bestand: Bestand[Deel]) -> Iterator[Bevond]:
    """Een stuk is leeg: het bestand heeft geen enkele byte.

    Waarom: een leeg bestand bewijst niets; meestal is het scannen of kopiëren mislukt.
    Fout: een scan van 0 bytes.
    Goed: een stuk waar iets in staat.
    Wat nu: scan het stuk opnieuw, en verbeter het feit met clm correctie.
    """
    for sleutel, deel in bestand.delen:
        if isinstance(deel, Stuk) and deel.sha256 == NIETS:
            naam = deel.bestand or deel.vindplaats
            yield Bevond(bestand.plek(*sleutel), f"het stuk {naam} is leeg", "scan het opnieuw")
