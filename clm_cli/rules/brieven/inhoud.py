"""Floor 5, rules on what stands in a letter: its parts, and that it is no draft."""

from __future__ import annotations

from collections.abc import Iterator

from clm_cli.advies import opdracht
from clm_cli.derivations.brieven.elementen import ontbrekend
from clm_cli.meldingen import Reden
from clm_cli.rules.brieven.vormen import Briefblik, per_verzonden_brief
from clm_cli.rules.regel import FOUT, Bevond, regel
from clm_cli.tijd.datum import datum_vol

_ELDERS = ("aangetekend", "gemeenten", "ondertekening", "voorwaarden")
"""Parts of a letter that have a rule of their own: how it was sent, the powers of attorney, who
signed, and the conditions of the measure."""


@regel("BRF501", FOUT, per_verzonden_brief)
def verplicht_onderdeel_ontbreekt(b: Briefblik) -> Iterator[Bevond]:
    """In een brief ontbreekt een verplicht onderdeel.

    Waarom: het contract of de wet zegt wat er in deze brief staat; ontbreekt dat, dan heeft de
    brief misschien geen gevolg.
    Fout: een verzonden ingebrekestelling terwijl bij de maatregel geen hersteltermijn staat.
    Goed: op de dag van verzending liggen alle onderdelen vast, en clm brief maak zet ze in de
    brief.
    Wat nu: leg vast wat ontbreekt. Stond het niet in de brief die weg is, verstuur dan een nieuwe
    met --vervangt. Een brief zonder `bij` die niet met clm is gemaakt, wordt niet nagekeken: clm
    weet dan niet waar hij over gaat.
    """
    if b.inhoud is None:
        return
    dag = b.verzonden_op
    toen = Briefblik(b.blik.toen(dag), b.brief).inhoud
    for element in ontbrekend(toen) if toen else ():
        if element.mist and element.naam not in (*_ELDERS, *b.kaart.record.ontbreekt):
            stond = Reden(f"zo stond het dossier op de dag van verzending, {datum_vol(dag)}")
            yield Bevond(
                b.kaart.plek(),
                f"{element.titel}: '{element.mist.veld}' ontbreekt",
                element.mist.nu,
                (stond, *((Reden(element.grond.tekst),) if element.grond else ())),
                element.grond.eis if element.grond else None,
            )


@regel("BRF506", FOUT, per_verzonden_brief)
def concept_is_verzonden(b: Briefblik) -> Iterator[Bevond]:
    """Een concept is verzonden.

    Waarom: op een concept staat CONCEPT en er ontbreken onderdelen; zo'n brief heeft niet het
    gevolg dat u wilt.
    Fout: een verzending bij een brief met `ontbreekt: [hersteltermijn]` of `concept: ja`.
    Goed: eerst aanvullen en opnieuw maken, dan pas verzenden.
    Wat nu: vul aan en maak de brief opnieuw met clm brief maak. Is het concept echt weg, verstuur
    dan de juiste brief met --vervangt.
    """
    kaart, mist = b.kaart.record, b.kaart.record.ontbreekt
    if mist or kaart.concept == "ja":
        waarom = f" ({', '.join(mist)} ontbreekt)" if mist else ""
        yield Bevond(
            b.kaart.plek("ontbreekt" if mist else "concept"),
            f"deze brief is een concept{waarom}, en is toch verzonden",
            opdracht(
                "brief", "maak", b.blik.dossier.id, kaart.soort, vervangt=f"brieven/{b.brief.id}"
            ),
        )
