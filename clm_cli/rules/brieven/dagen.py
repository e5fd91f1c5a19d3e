"""Floor 5, rules on the days that a letter names: they follow from the day on which it leaves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from clm_cli.advies import opdracht
from clm_cli.derivations.brieven.post import verzending
from clm_cli.rules.brieven.vormen import Briefblik, per_brief
from clm_cli.rules.regel import WAARSCHUWING, Bevond, regel
from clm_cli.tijd.datum import datum_lang


@regel("BRF507", WAARSCHUWING, per_brief)
def dagen_passen_niet_bij_de_datum(b: Briefblik) -> Iterator[Bevond]:
    """De dagen in een brief passen niet meer bij zijn datum, of hij is op een andere dag verzonden.

    Waarom: de dagen zijn gerekend vanaf de datum op de brief; gaat hij later weg, dan is de termijn
    korter dan er staat.
    Fout: een brief van maandag met een hersteltermijn, woensdag pas op de post.
    Goed: de datum op de brief is de dag van verzending, en de dagen volgen daaruit.
    Wat nu: maak een brief die nog niet weg is opnieuw (clm brief maak). Is hij weg, dan geldt voor
    de aanbieder de ruimste dag; geef zo nodig met een nieuwe brief (--vervangt) andere dagen. Wat
    een verzonden brief noemt en wat is berekend, vergelijkt TRM301.
    """
    record, anker = b.kaart.record, verzending(b.blik.dossier, b.brief)
    genoemd = record.genoemd or any(feit.record.genoemd for feit in b.verzonden)
    if anker and anker.datum != record.datum and genoemd:
        yield Bevond(
            b.kaart.plek("datum"),
            f"de brief is van {datum_lang(record.datum)}, maar verzonden op "
            f"{datum_lang(anker.datum)}",
            f"maak een nieuwe brief met --vervangt brieven/{b.brief.id}, of laat de ruimste dag "
            "gelden",
            (anker.reden,),
        )
    dagen = _dagen(b) if record.genoemd and not b.verzonden else None
    for nummer, rij in enumerate(record.genoemd if dagen is not None else ()):
        volgend = dagen.get((rij.termijn, rij.tekortkoming), ()) if dagen else ()
        nu = max(volgend, default=None)
        if rij.uiterlijk not in volgend:
            wie = f" {rij.tekortkoming}" if rij.tekortkoming else ""
            volgt = (
                f"uit de datum van de brief volgt {datum_lang(nu)}"
                if nu
                else "die termijn volgt niet meer uit het dossier"
            )
            yield Bevond(
                b.kaart.plek("genoemd", nummer, "uiterlijk"),
                f"{rij.termijn}{wie}: op de brief staat {datum_lang(rij.uiterlijk)}, {volgt}",
                opdracht("brief", "maak", b.blik.dossier.id, b.brief.id),
            )


def _dagen(b: Briefblik) -> dict[tuple[str, str | None], set[date]] | None:
    """The days that follow from the record, with those that the letter itself gives.

    It is None when clm cannot know the content of the letter.
    """
    inhoud = b.inhoud
    if inhoud is None:
        return None
    dagen: dict[tuple[str, str | None], set[date]] = {}
    for d in inhoud.dagen:  # a letter may print more than one day of a kind
        dagen.setdefault((d.soort, d.tekortkoming), set()).add(d.uiterlijk)
    nieuw = inhoud.nieuwe_data
    return dagen | {("herstel", rij.tekortkoming): {rij.uiterlijk} for rij in nieuw}
