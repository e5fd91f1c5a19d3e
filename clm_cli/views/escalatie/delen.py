"""Floor 6, escalatiedelen: the parts of the page of a case that account for something.

Facts, terms, objection, money, decisions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from clm_cli.bestand import Bestand
from clm_cli.derivations.escalatie import bezwaren, schorsing
from clm_cli.derivations.escalatie.hersteltermijn import Herstelstand
from clm_cli.derivations.escalatie.klachtplicht import Klacht, klachten
from clm_cli.derivations.escalatie.stand import Maatregelstand, Stand
from clm_cli.derivations.escalatie.termijnstaat import Termijnrij, afgelopen
from clm_cli.derivations.escalatie.uitvoeringen import geldstand, planpunten, uitvoerders
from clm_cli.derivations.escalatie.zaken import Genomen
from clm_cli.derivations.termijnen import lees_vraag
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.records.escalatie import (
    Beslissing,
    Bewijs,
    Bezwaar,
    Geschil,
    Heropening,
    Onderzoek,
    Opening,
    Opheffing,
    Sluiting,
    Tekortkoming,
    Wederhoor,
)
from clm_cli.register import Contract, Dossier, Register, vraag_van
from clm_cli.tijd.datum import bedrag, datum_lang, datum_vol, getal
from clm_cli.views.opmaak import Cel, Kolom, Papier, dag, tabelregels, zin

JA = {"ja": "ja", "nee": "nee", "onbekend": "ONBEKEND"}
_WIJZE = {"beide": "in gesprek en schriftelijk", "gesprek": "in gesprek"}


@dataclass(frozen=True, slots=True)
class Blad:
    """What every part of the page needs."""

    papier: Papier
    register: Register
    dossier: Dossier
    stand: Stand
    contract: Contract | None
    vandaag: date

    def dag(self, datum: date) -> str:
        """A day, short; with its year when that is not this one."""
        return " ".join(dag(datum, self.vandaag).split())

    def naam(self, persoon: str) -> str:
        """Who it is."""
        return self.register.naam_van(persoon)

    def gemeente(self, id_: str) -> str:
        """The name of a municipality."""
        gemeenten = self.register.organisatie.gemeenten if self.register.organisatie else ()
        return next((gemeente.naam for gemeente in gemeenten if gemeente.id == id_), id_)


def titel(papier: Papier, tekst: str) -> list[str]:
    """An empty line and a heading."""
    return ["", *papier.alinea(Cel(tekst, "vet"))]


def tekortkomingen(blad: Blad) -> list[str]:
    """Each shortcoming: what is asked, what was investigated and heard, the evidence.

    The cure term and recovery.
    """
    papier, uit = blad.papier, titel(blad.papier, "TEKORTKOMINGEN")
    for tekortkoming in bezwaren.tekortkomingen(blad.stand.escalatie):
        veilig = {
            "ja": "; raakt de veiligheid",
            "nee": "",
            "onbekend": "; onbekend of het de veiligheid raakt",
        }[tekortkoming.raakt_veiligheid]
        dreigt = "; dreigend" if tekortkoming.ernst == "dreigend" else ""
        uit += papier.alinea(
            Cel(
                (
                    f"{tekortkoming.wat} ({', '.join(tekortkoming.soort)}{dreigt}{veilig}; "
                    f"{tekortkoming.verplichting})"
                ),
                "vet",
            ),
            2,
            f"{tekortkoming.id}  ",
        )
        uit += papier.alinea(
            f"geëist: {tekortkoming.eis}"
            if tekortkoming.eis
            else "wat wordt geëist, staat er niet ('eis')",
            6,
        )
        uit += papier.alinea(f"{_gehoord(blad, tekortkoming)}{_bewijs(blad, tekortkoming)}", 6)
        for rij in blad.stand.herstel:
            if rij.tekortkoming == tekortkoming.id:
                uit += papier.alinea(f"{_hersteltekst(rij)}; herstel: {_herstel(rij)}", 6)
    return uit


def _gehoord(blad: Blad, tekortkoming: Tekortkoming) -> str:
    onderzoeken = [
        f for f in blad.stand.escalatie.van(Onderzoek) if tekortkoming.id in f.record.tekortkomingen
    ]
    if not onderzoeken:
        return "niet onderzocht"
    laatste = max(onderzoeken, key=lambda f: (f.record.datum, f.pad))
    rijen = [
        f
        for f in blad.stand.escalatie.van(Wederhoor)
        if (d := blad.dossier.vind(f.record.bij, f.pad)) and d.bestand.pad == laatste.pad
    ]
    gehoord = [
        f"gehoord {datum_vol(f.record.gehoord)} ({_WIJZE.get(f.record.wijze, f.record.wijze)})"
        for f in rijen
        if f.record.gehoord
    ]
    stil = [
        f"geen reactie tot en met {datum_vol(f.record.termijn_tot)}"
        if f.record.wijze == "geen reactie"
        else f"uitgenodigd, reactie kan tot en met {datum_vol(f.record.termijn_tot)}"
        for f in rijen
        if not f.record.gehoord
    ]
    return (
        f"onderzocht {datum_vol(laatste.record.datum)} (niet nagekomen: "
        f"{JA[laatste.record.niet_nakoming]}); {(gehoord or stil or ['nog niet gehoord'])[-1]}"
    )


def _bewijs(blad: Blad, tekortkoming: Tekortkoming) -> str:
    feiten = [
        f
        for f in blad.stand.escalatie.van(Bewijs)
        if not f.record.tekortkomingen or tekortkoming.id in f.record.tekortkomingen
    ]
    return "".join(f"; bewijs: {f.record.vorm}, {_vastgesteld(f)}" for f in feiten)


def _vastgesteld(feit: Bestand[Bewijs]) -> str:
    wie, wanneer = feit.record.vastgesteld_door, feit.record.vastgesteld_op
    return (
        f"vastgesteld door {wie}{f' op {datum_vol(wanneer)}' if wanneer else ''}"
        if wie
        else "door niemand vastgesteld"
    )


def _herstel(rij: Herstelstand) -> str:
    return (
        "niet beoordeeld"
        if rij.herstel == "onbekend"
        else {"hersteld": "hersteld", "deels": "deels", "niet": "uitgebleven"}[rij.herstel]
    )


def _hersteltekst(rij: Herstelstand) -> str:
    if rij.stil:
        return f"hersteltermijn: {rij.stil.tekst}"
    if rij.uiterlijk is None:
        return (
            f"hersteltermijn: {rij.omdat[-1].tekst}" if rij.omdat else "geen hersteltermijn nodig"
        )
    eerder = rij.termijn.uiterlijk if rij.termijn else None
    was = f", eerst {datum_vol(eerder)}" if eerder and eerder != rij.uiterlijk else ""
    return (
        "hersteltermijn tot en met "
        f"{datum_lang(rij.uiterlijk)}{' (voorlopig)' if rij.voorlopig else ''}{was}"
    )


def termijnen(blad: Blad, punten: Sequence[Werkpunt]) -> list[str]:
    """All terms of both parties by their day, also those on which something happened.

    How each was counted.
    """
    rijen = [
        (
            rij.uiterlijk,
            [
                rij.bij,
                rij.wat,
                blad.dag(rij.uiterlijk) if rij.uiterlijk else "onbekend",
                rij.uitkomst,
                hoe_gerekend(blad, rij),
            ],
        )
        for rij in afgelopen(blad.stand)
    ]
    rijen += [
        (
            punt.uiterlijk,
            [
                punt.bij.upper() if punt.bij == "wij" else punt.bij,
                punt.wat,
                _wanneer(blad, punt),
                _loopt(blad, punt),
                hoe_gerekend(blad, punt),
            ],
        )
        for punt in punten
    ]
    if not rijen:
        return []
    rijen.sort(key=lambda rij: rij[0] or date.max)
    kolommen = (
        Kolom("bij", minst=9),
        Kolom("wat", minst=16, hoogst=28),
        Kolom("uiterlijk", minst=11),
        Kolom("stand", minst=12, hoogst=24),
        Kolom("hoe gerekend", minst=16),
    )
    return [
        *titel(blad.papier, "TERMIJNEN"),
        *tabelregels(blad.papier, kolommen, [cellen for _, cellen in rijen]),
    ]


def _wanneer(blad: Blad, punt: Werkpunt) -> str:
    return "staat stil" if punt.stil else blad.dag(punt.uiterlijk) if punt.uiterlijk else "onbekend"


def _loopt(blad: Blad, punt: Werkpunt) -> str:
    if punt.uiterlijk is None:
        return "stil" if punt.stil else "open"
    return (
        f"VOORBIJ, {(blad.vandaag - punt.uiterlijk).days} dagen"
        if punt.uiterlijk < blad.vandaag
        else "laatste dag"
        if punt.uiterlijk == blad.vandaag
        else "loopt"
    )


def hoe_gerekend(blad: Blad, rij: Termijnrij | Werkpunt) -> str:
    """The counting of a term; a day that was printed and the one worked out both show.

    And whether a start was assumed.
    """
    grond = f" ({rij.grond})"
    rekening, gedrukt = rij.berekening, [genoemd.datum for genoemd in rij.genoemd]
    if rekening is None:
        return (rij.omdat[-1].tekst if rij.omdat else "") + grond
    tekst = f"{rekening.duur} na {blad.dag(rekening.start)}"
    if gedrukt and rij.uiterlijk in gedrukt and rij.uiterlijk != rekening.uiterlijk:
        tekst = f"afgedrukt; berekend {blad.dag(rekening.uiterlijk)}, {tekst}"
    elif rij.uiterlijk != rekening.uiterlijk and rij.omdat:
        tekst = f"{rij.omdat[-1].tekst}; eerst {blad.dag(rekening.uiterlijk)}, {tekst}"
    elif gedrukt and any(datum != rekening.uiterlijk for datum in gedrukt):
        tekst = f"{tekst}; afgedrukt {', '.join(blad.dag(datum) for datum in gedrukt)}"
    return tekst + grond + ("; voorlopig, ontvangst niet vastgelegd" if rij.voorlopig else "")


def klachtplicht(blad: Blad) -> list[str]:
    """Per shortcoming how long after our first knowledge the first complaint went out (6:89 BW)."""
    rijen = klachten(blad.register, blad.dossier, blad.stand.escalatie)
    return (
        blad.papier.alinea(
            f"Klachtplicht (6:89 BW): {'; '.join(_klacht(blad, rij) for rij in rijen)}.", 2
        )
        if rijen
        else []
    )


def _klacht(blad: Blad, rij: Klacht) -> str:
    if rij.bekend is None:
        return f"{rij.tekortkoming} ONBEKEND sinds wanneer: {rij.omdat[0].tekst}"
    sinds = f"{rij.tekortkoming} {rij.omdat[0].tekst}"
    if rij.klacht is None:
        return f"{sinds}, {rij.omdat[1].tekst}, al {(blad.vandaag - rij.bekend).days} dagen"
    return (
        f"{sinds}, eerste klacht {datum_vol(rij.klacht)} = {rij.dagen} dagen ({rij.omdat[1].tekst})"
    )


def bezwaar(blad: Blad) -> list[str]:
    """Each objection: in time or not, against what and why.

    What it holds up and on which reading, and how it ended.
    """
    uit: list[str] = []
    for m in blad.stand.maatregelen:
        for feit in m.genomen.bij(Bezwaar):
            uit += _een_bezwaar(blad, m, feit)
    return [*titel(blad.papier, "BEZWAAR"), *uit] if uit else []


def _een_bezwaar(blad: Blad, m: Maatregelstand, feit: Bestand[Bezwaar]) -> list[str]:
    papier, zaak, record = blad.papier, m.genomen, feit.record
    tegen = ", ".join(record.tegen) or "alle tekortkomingen"
    op_tijd = bezwaren.op_tijd(zaak, feit)
    om = f" om {record.tijd:%H.%M} uur" if record.tijd else ""
    uit = papier.alinea(
        (
            f"Tegen {zaak.maatregel.record.instrument} ({tegen}), ontvangen "
            f"{datum_lang(record.ontvangen)}{om}. "
            f"{op_tijd.tekst[:1].upper()}{op_tijd.tekst[1:]}."
        ),
        2,
    )
    uit += papier.alinea(f"gronden: {record.gronden.strip()}", 4)
    for id_ in zaak.maatregel.record.tekortkomingen:
        uit += papier.alinea(f"schorst {id_}: {_effect(blad, zaak, feit, id_)}", 4)
    gesprekken = [f for f in (*zaak.bij(Geschil, feit), *zaak.bij(Geschil)) if f.record.gehouden]
    for gesprek in gesprekken:
        wie = " en ".join(
            naam
            for naam in (gesprek.record.directie_opdrachtgever, gesprek.record.directie_aanbieder)
            if naam
        )
        regel = bezwaren.regeltermijn(zaak, "directiegesprek")
        uit += papier.alinea(
            (
                f"{regel.titel.lower() if regel else 'gesprek over het geschil'} "
                f"{datum_vol(gesprek.record.gehouden)}: "
                f"{wie or 'wie erbij waren, staat er niet'}; "
                f"{gesprek.record.uitkomst or 'zonder uitkomst'}"
            ),
            4,
        )
    for beslissing in zaak.bij(Beslissing, feit):
        uit += papier.alinea(
            (
                f"beslist {datum_vol(beslissing.record.datum)}: {beslissing.record.uitkomst}. "
                f"{zin(beslissing.record.reden)} ({blad.naam(beslissing.record.besloten_door)})"
            ),
            4,
        )
    return uit


def _effect(blad: Blad, zaak: Genomen, feit: Bestand[Bezwaar], id_: str) -> str:
    """Whether this objection holds the measure up for a shortcoming, since when and until when.

    And the reading it rests on.
    """
    effect = schorsing.werkt(zaak, feit, id_)
    eind = schorsing.einde(zaak, feit)
    if effect.antwoord != "ja":
        return f"{JA[effect.antwoord]}, want {effect.tekst}"
    regime = zaak.contract.regime
    lezing, dag = "", zaak.maatregel.record.datum
    if regime and vraag_van(regime, "schorsende-werking"):
        lezing = f"; {lees_vraag(zaak.register, regime, 'schorsende-werking', dag).tekst}"
    tot = (
        f"van {datum_vol(feit.record.ontvangen)} tot {datum_vol(eind)}"
        if eind
        else (
            f"sinds {datum_vol(feit.record.ontvangen)}, "
            f"{(blad.vandaag - feit.record.ontvangen).days} dagen; er is nog geen einde vastgelegd"
        )
    )
    return f"{'ja' if eind is None else 'nu niet meer; wel'} {tot}{lezing}"


def uitvoering(blad: Blad) -> list[str]:
    """Plans point by point, money asked and paid.

    And the municipalities that carry a measure out.
    """
    papier, uit = blad.papier, []
    for m in blad.stand.maatregelen:
        naam, geld = m.genomen.record.instrument, geldstand(m.genomen)
        for rij in planpunten(m.genomen):
            dag_ = (
                f"uiterlijk {datum_vol(rij.punt.uiterlijk)}" if rij.punt.uiterlijk else "zonder dag"
            )
            uit += papier.alinea(
                (
                    f"{rij.punt.id} ({rij.punt.tekortkoming}): "
                    f"{rij.punt.oplossing.strip().rstrip('.')}, {dag_}; plan voldoet: {rij.plan}; "
                    f"uitgevoerd: {rij.uitvoering}"
                ),
                2,
                "plan  ",
            )
        if geld:
            deel = (
                bedrag(geld.geldelijk.bedrag)
                if geld.geldelijk.bedrag is not None
                else f"{getal(geld.geldelijk.procent)} %"
                if geld.geldelijk.procent is not None
                else "bedrag niet genoemd"
            )
            voldaan = f"; voldaan {bedrag(geld.voldaan)}" if geld.voldaan else ""
            rest = (
                f"; open {bedrag(geld.open)}"
                if geld.open is not None and naam and not _houdt_in(m)
                else ""
            )
            uit += papier.alinea(
                f"{naam}: {deel}{voldaan}{rest}. {zin(geld.geldelijk.reden)}", 2, "geld  "
            )
        if m.genomen.record.reikwijdte:
            klaar, mist = uitvoerders(m.genomen)
            wie = f"; nog niet: {', '.join(blad.gemeente(g) for g in mist)}" if mist else ""
            uit += papier.alinea(
                (
                    f"{naam} ({m.genomen.record.reikwijdte.wat}): uitgevoerd door "
                    f"{len(klaar)} van {len(klaar) + len(mist)} gemeenten{wie}"
                ),
                2,
                "stop  ",
            )
    return [*titel(papier, "UITVOERING"), *uit] if uit else []


def _houdt_in(m: Maatregelstand) -> bool:
    """Whether the money is kept back and not asked: then nothing is open to be paid."""
    return (
        m.genomen.record.geldelijk is not None and m.genomen.record.geldelijk.vordering is not None
    )


def besloten(blad: Blad) -> list[str]:
    """Who decided what, when and why, from the opening to the closing."""
    escalatie = blad.stand.escalatie
    rijen: list[tuple[date, int, str]] = []
    for opening in escalatie.van(Opening):
        licht = (
            f" Lichter overwogen: {zin(opening.record.afweging.lichter, hoofdletter=False)}"
            if opening.record.afweging.lichter
            else ""
        )
        rijen.append(
            (
                opening.record.datum,
                0,
                (
                    f"opening: {blad.naam(opening.record.besloten_door)}. "
                    f"{zin(opening.record.afweging.reden)}{licht}"
                ),
            )
        )
    for m in blad.stand.maatregelen:
        record = m.genomen.record
        rijen.append(
            (
                record.datum,
                record.trede,
                (
                    f"{record.instrument} (trede {record.trede}): "
                    f"{blad.naam(record.besloten_door)}. {zin(record.reden)}{_gezegd(m.genomen)}"
                ),
            )
        )
        rijen += [
            (
                f.record.datum,
                8,
                (
                    f"{record.instrument} {f.record.wijze}: {blad.naam(f.record.besloten_door)}. "
                    f"{zin(f.record.reden)}"
                ),
            )
            for f in m.genomen.bij(Opheffing)
        ]
    rijen += [
        (f.record.datum, 9, f"sluiting: {blad.naam(f.record.besloten_door)}. {zin(f.record.reden)}")
        for f in escalatie.van(Sluiting)
    ]
    rijen += [
        (
            f.record.datum,
            10,
            f"heropening: {blad.naam(f.record.besloten_door)}. {zin(f.record.reden)}",
        )
        for f in escalatie.van(Heropening)
    ]
    hang = max((len(blad.dag(datum)) + 2 for datum, _, _ in rijen), default=0)
    uit = titel(blad.papier, "BESLOTEN DOOR")
    for datum, _, tekst in sorted(rijen):
        uit += blad.papier.alinea(tekst, 2, blad.dag(datum), hang)
    return uit if rijen else []


def _gezegd(zaak: Genomen) -> str:
    """What was said with a formal step.

    Necessity (it decides what an objection does), our own performance, the board.
    """
    record, delen = zaak.maatregel.record, []
    if bezwaren.regeltermijn(zaak, "bezwaar") and schorsing.noodzaak_telt(zaak):
        per = {id_: schorsing.noodzaak(zaak.maatregel, id_) for id_ in record.tekortkomingen}
        gelijk = len(set(per.values())) == 1
        wat = (
            JA[next(iter(per.values()))]
            if gelijk
            else ", ".join(f"{id_} {JA[antwoord]}" for id_, antwoord in per.items())
        )
        delen.append(
            "nodig voor veiligheid of tegen fraude: "
            f"{wat}{f' ({record.noodzaak_reden.strip()})' if record.noodzaak_reden else ''}"
        )
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


def afwijkingen(blad: Blad) -> list[str]:
    """What was skipped, set aside with a reason, or done at once.

    A second reader sees all of it.
    """
    uit: list[str] = []
    for m in blad.stand.maatregelen:
        record = m.genomen.record
        if record.overslaan:
            treden = ", ".join(map(str, record.overslaan.treden))
            uit += blad.papier.alinea(
                (
                    f"{record.instrument}: trede {treden} overgeslagen. Ernst: "
                    f"{zin(record.overslaan.ernst)} Reden: {zin(record.overslaan.reden)}"
                ),
                2,
                "- ",
            )
        if record.spoed:
            uit += blad.papier.alinea(
                (
                    f"{record.instrument}: per direct, vóór het horen: "
                    f"{record.spoed.reden.strip()}; alsnog {record.spoed.alsnog} uiterlijk "
                    f"{datum_vol(record.spoed.alsnog_uiterlijk)} ({blad.naam(record.spoed.door)})"
                ),
                2,
                "- ",
            )
        for rij in record.afwijkingen:
            uit += blad.papier.alinea(
                (
                    f"{record.instrument}: afgeweken van {rij.voorwaarde}: {rij.reden.strip()} "
                    f"({blad.naam(rij.door)}, {datum_vol(rij.datum)})"
                ),
                2,
                "- ",
            )
    aantal = sum(regel.startswith("  - ") for regel in uit)
    return [*titel(blad.papier, f"AFWIJKINGEN: {aantal}"), *uit] if uit else []
