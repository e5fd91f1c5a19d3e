"""Case states under the made-up ICT annex: words become files, and what is right is asked.

Words without a day: `signaal=` (incident, klachten, geen), `k=oov` (the last three months: under,
kept, ? unknown), `veilig` (the shortcoming touches security), `einde=`. Words with a day:
`m:naam@02-16:portaal` (a measure with its letter by that way; `aang`, `mail`, `hand`; none: no
letter; a third part is the day on which it takes effect), `ook:` (another dispatch), `bez` (its
delivery), `rapport` (the report of a check),
`gesprek` (a talk; `gesprek-zaak`: one that belongs to the case), and facts of the case.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from pathlib import Path

from clm_cli.derivations.escalatie import bezwaren
from clm_cli.derivations.escalatie.eigentermijnen import Verloop, verloop
from clm_cli.derivations.escalatie.stand import Stand, stand_van
from clm_cli.derivations.escalatie.termijnsoorten import afgelopen
from clm_cli.derivations.escalatie.uitvoeringen import planpunten
from clm_cli.derivations.escalatie.vervolg import Vervolgstap, getoetst, vervolg
from clm_cli.derivations.escalatie.voorwaarden.geld import eigen_ruimte
from clm_cli.derivations.escalatie.zaken import Genomen
from clm_cli.derivations.werklijst import alle_werkpunten
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.dossier import Dossier, Escalatie
from clm_cli.kijk import blik_op
from clm_cli.records.escalatie import Bezwaar
from clm_cli.records.regime import Regimetermijn
from clm_cli.register import Register
from tests.klein_register import BASIS, register

HIER = Path(__file__).parent
REGIME = "regimes/zaakportaal-2026.yaml"
ZAAK = "bloem/escalaties/2026-01-12-zaak"
HASH = "a" * 64
NAMEN = {
    "uitleg": "uitleg",
    "plan": "herstelplan",
    "controle": "controle",
    "aanm": "aanmaning",
    "korting": "korting",
    "stop": "koppelstop",
    "opz": "opzegging",
    "deel": "deelopzegging",
}
KANALEN = {"portaal": "portaal", "aang": "aangetekend", "mail": "e-mail", "hand": "uitgereikt"}
MACRO = {"$G": "ond@02-02 wh@02-10"}
TOESTANDEN = {
    "van-kracht": "van kracht",
    "onderweg": "meegedeeld",
    "niet-bekend": "besloten",
    "vervallen": "ingetrokken",
}


class Bouw:
    """The files of one state."""

    def __init__(self, feiten: str) -> None:
        for macro, woorden in MACRO.items():
            feiten = feiten.replace(macro, woorden)
        self.woorden = feiten.split()
        self.bestanden: dict[str, str | None] = dict.fromkeys(BASIS)
        self.teller = 0
        self.maatregel = self.brief = self.verzonden = self.plan = self.bezwaar = ""
        for pad in ("organisatie.yaml", "beleid/classificatie-2026.yaml", "bloem/aanbieder.yaml"):
            self.bestanden[pad] = BASIS[pad]
        self._basis({w.split("=")[0]: w.partition("=")[2] for w in self.woorden if "@" not in w})
        for woord in self.woorden:
            if "@" in woord:
                kop, _, rest = woord.partition("@")
                dag, *delen = rest.split(":")
                soort, _, naam = kop.partition(":")
                getattr(self, "f_" + soort.replace("-", "_"))(dag, delen, naam)

    def _basis(self, los: dict[str, str]) -> None:
        einde, soort = los.get("einde", "2027-12-31"), los.get("signaal", "incident")
        veilig = "soort: [veiligheid], raakt_veiligheid: ja" if "veilig" in los else None
        self.bestanden |= {
            REGIME: (HIER / "zaakportaal-2026.yaml").read_text(encoding="utf-8"),
            "kpis.yaml": 'kpis: [{id: op, titel: op, definitie: aandeel, eenheid: "%", '
            "richting: hoger is beter, periode: maand}]\n",
            "overeenkomsten/ict/overeenkomst.yaml": "titel: Zaakportaal\nregime: "
            "zaakportaal-2026\ngemeenten: [noord]\nzorgvormen: [ict]\nlooptijd: {uitvoering_van: "
            f"2025-01-01, uitvoering_tot: {einde}}}\n",
            "bloem/contracten/ict/contract.yaml": "overeenkomst: ict\nnummer: I-1\nzorgvormen: "
            "[ict]\nnormen: [{kpi: op, norm: 99.5, vanaf: 2025-01-01}]\n",
            "bloem/lijsten/verplichtingen.yaml": "verplichtingen: [{id: VP-1, soort: "
            "verplichting, wat: Levert, partij: aanbieder, kant: AOC, doorlopend: ja}]\n",
        }
        signalen = ""
        if soort != "geen":
            signalen = "signalen: [signalen/2026-01-05-iets]\n"
            self.bestanden["bloem/signalen/2026-01-05-iets.yaml"] = (
                f"soort: [kwaliteit]\nsignaalsoort: {soort}\nernst: feitelijk\nacuut: nee\n"
                "verplichting: VP-1\nkant: AOC\nbron: {soort: monitoring}\nwat: Iets.\n"
            )
        for maand, letter in zip(("2025-11", "2025-12", "2026-01"), los.get("k", ""), strict=False):
            if letter != "?":
                waarde = "99" if letter == "o" else "99.9"
                self.bestanden[f"bloem/metingen/{maand}-op.yaml"] = (
                    "datum: 2026-02-01\nvastgelegd: 2026-02-01T12:00:00+00:00\ndoor: mia\n"
                    f"periode: {maand}\nbron: {{vindplaats: archief}}\nontvangen: 2026-02-01\n"
                    f"waarden: [{{kpi: op, contract: ict, waarde: {waarde}}}]"
                )
        self.bestanden[f"{ZAAK}/2026-01-12-opening.yaml"] = (
            "contracten: [ict]\ntekortkomingen: [{id: T1, verplichting: VP-1, wat: Iets, "
            f"{veilig or 'soort: [kwaliteit]'}, feiten: Zo is het., eis: Alles op orde.}}]\n"
            f"{signalen}afweging: {{reden: Het hielp niet.}}\ncoordinatie: mia\n"
            "besloten_door: mia\n"
        )

    def schrijf(self, dag: str, soort: str, tekst: str, map_: str = ZAAK) -> str:
        self.teller += 1
        stam = f"2026-{dag}-{soort}-{self.teller}"
        self.bestanden[f"{map_}/{stam}.yaml"] = tekst
        return stam

    def _brief(self, dag: str, soort: str, kanaal: str, bij: str) -> str:
        self.teller += 1
        map_ = f"bloem/brieven/2026-{dag}-{soort}-{self.teller}"
        self.bestanden[f"{map_}/brief.yaml"] = (
            f"richting: uitgaand\nsoort: {soort}\nonderwerp: Brief\ndatum: 2026-{dag}\n"
            f"contracten: [ict]\nescalatie: escalaties/2026-01-12-zaak\nbij: {bij}\n"
        )
        self.brief = map_
        self.f_ook(dag, [], kanaal)
        return map_

    def f_ook(self, dag: str, _: list[str], kanaal: str) -> None:
        tekst = (
            f"kanaal: {KANALEN[kanaal]}\naan: Bloem\ndocument: {{vindplaats: archief}}\n"
            f'kaart_sha256: "{HASH}"\n'
        )
        self.verzonden = self.schrijf(dag, "verzonden", tekst, self.brief)

    def f_bez(self, dag: str, _: list[str], __: str) -> None:
        tekst = f"bij: {self.verzonden}\nbewijs: handtekening\n"
        self.schrijf(dag, "bezorgd", tekst, self.brief)

    def f_m(self, dag: str, delen: list[str], naam: str) -> None:
        ingaat = f"2026-{delen[1]}" if len(delen) > 1 else f"2026-{dag}"
        extra = {
            "aanm": "hersteltermijnen: [{tekortkoming: T1, termijn: 14 dagen, redelijk: Kan.}]\n",
            "korting": "geldelijk: {bedrag: 100.00, reden: Te laat.}\n",
        }.get(naam, "")
        tekst = (
            f"instrument: {NAMEN[naam]}\ntrede: 1\ntekortkomingen: [T1]\ningaat: {ingaat}\n"
            f"reden: Past.\nernst: Ernstig.\nbesloten_door: mia\nnoodzaak: nee\n{extra}"
        )
        self.maatregel = self.schrijf(dag, f"maatregel-{NAMEN[naam]}", tekst)
        if delen and delen[0]:
            soort = {"opz": "opzeggingsbrief", "deel": "deelbrief"}.get(naam, f"brief-{naam}")
            self._brief(dag, soort, delen[0], f"{ZAAK.removeprefix('bloem/')}/{self.maatregel}")

    def f_rapport(self, dag: str, delen: list[str], _: str) -> None:
        bij = f"{ZAAK.removeprefix('bloem/')}/{self.maatregel}"
        self._brief(dag, "controlerapport", delen[0], bij)

    def f_ond(self, dag: str, _: list[str], __: str) -> None:
        self.onderzoek = self.schrijf(
            dag,
            "onderzoek",
            f"begonnen: 2026-{dag}\ntekortkomingen: [T1]\nbevindingen: Zo.\nniet_nakoming: ja\n",
        )

    def f_wh(self, dag: str, _: list[str], __: str) -> None:
        bij = getattr(self, "onderzoek", "2026-01-12-opening")
        uit = bij[5:10] if hasattr(self, "onderzoek") else "02-02"
        tekst = f"bij: {bij}\nuitgenodigd: 2026-{uit}\ntermijn_tot: 2026-{dag}\n"
        tekst += f"gehoord: 2026-{dag}\nwijze: gesprek\nreactie: Zo zit het.\n"
        self.schrijf(dag, "wederhoor", tekst)

    def f_reactie(self, dag: str, delen: list[str], _: str) -> None:
        ontvangen = dict(deel.split("=") for deel in delen).get("ontv", dag)
        tekst = f"bij: {self.maatregel}\nontvangen: 2026-{ontvangen}\nverklaring: ja\n"
        self.schrijf(dag, "reactie", f"{tekst}herstelmaatregelen: ja\ninhoud: Zo.\n")

    def f_plan_in(self, dag: str, _: list[str], __: str) -> None:
        punt = "{id: VP-1, tekortkoming: T1, oplossing: Beter, uiterlijk: 2026-06-01}"
        tekst = f"bij: {self.maatregel}\nontvangen: 2026-{dag}\npunten: [{punt}]\n"
        self.plan = self.schrijf(dag, "verbeterplan", tekst)

    def _oordeel(self, dag: str, bij: str, over: str, onderdeel: str, oordeel: str) -> None:
        rij = f"{{onderdeel: {onderdeel}, oordeel: {oordeel}, bewijs: Gezien.}}"
        tekst = f"bij: {bij}\nover: {over}\noordelen: [{rij}]\nbesloten_door: mia\n"
        self.schrijf(dag, "beoordeling", tekst)

    def f_plan_ja(self, dag: str, _: list[str], __: str) -> None:
        self._oordeel(dag, self.plan, "verbeterplan", "VP-1", "ja")

    def f_plan_nee(self, dag: str, _: list[str], __: str) -> None:
        self._oordeel(dag, self.plan, "verbeterplan", "VP-1", "nee")

    def f_her_ja(self, dag: str, _: list[str], __: str) -> None:
        self._oordeel(dag, self.maatregel, "herstel", "T1", "ja")

    def f_her_nee(self, dag: str, _: list[str], __: str) -> None:
        self._oordeel(dag, self.maatregel, "herstel", "T1", "nee")

    def f_fact(self, dag: str, _: list[str], __: str) -> None:
        rij = "{nummer: F-1, bedrag: 1000.05, grond: Te laat.}"
        self.schrijf(dag, "facturen", f"bij: 2026-01-12-opening\nregels: [{rij}]\n")

    def _bezwaar(self, dag: str, delen: list[str], vorm: str, brief: str = "") -> None:
        los = dict(deel.split("=") for deel in delen)
        verz = f"verzonden: 2026-{los['verz']}\n" if "verz" in los else ""
        weg = f"ingetrokken: 2026-{los['in']}\n" if "in" in los else ""
        tekst = f"bij: {self.maatregel}\nontvangen: 2026-{dag}\n{verz}schriftelijk: {vorm}\n"
        self.bezwaar = self.schrijf(dag, "bezwaar", f"{tekst}gronden: Nee.\n{weg}{brief}")

    def f_bzw(self, dag: str, delen: list[str], _: str) -> None:
        self._bezwaar(dag, delen, "ja")

    def f_bzw_mond(self, dag: str, delen: list[str], _: str) -> None:
        self._bezwaar(dag, delen, "nee")

    def f_bzw_mail(self, dag: str, delen: list[str], _: str) -> None:
        map_ = f"bloem/brieven/2026-{dag}-bezwaar"
        self.bestanden[f"{map_}/brief.yaml"] = (
            f"richting: inkomend\nsoort: bezwaar\nonderwerp: Bezwaar\ndatum: 2026-{dag}\n"
            "contracten: [ict]\nescalatie: escalaties/2026-01-12-zaak\n"
        )
        tekst = "kanaal: e-mail\ndocument: {vindplaats: archief}\n"
        self.schrijf(dag, "binnengekomen", tekst, map_)
        self._bezwaar(dag, delen, "ja", f"brief: {map_.removeprefix('bloem/')}\n")

    def f_besl(self, dag: str, delen: list[str], _: str) -> None:
        tekst = f"bij: {self.bezwaar}\nuitkomst: gehandhaafd\nreden: Zo.\nbesloten_door: mia\n"
        stam = self.schrijf(dag, "beslissing", tekst)
        if delen:
            bij = f"{ZAAK.removeprefix('bloem/')}/{stam}"
            self._brief(dag, "reactie-bezwaar", delen[0], bij)

    def f_heft(self, dag: str, _: list[str], __: str) -> None:
        tekst = f"bij: {self.maatregel}\nwijze: opgeheven\nreden: Niet meer nodig.\n"
        self.schrijf(dag, "opheffing", f"{tekst}besloten_door: mia\n")

    def f_bew(self, dag: str, delen: list[str], _: str) -> None:
        elementen = ("er was een datalek", "de Leverancier wist dat en verzweeg het")
        rijen = ", ".join(f"{{element: {e}, aangetoond: ja, feiten: Zo.}}" for e in elementen)
        door = {"RE": "RE"}.get(delen[0], delen[0])
        tekst = f"vorm: datalek\nelementen: [{rijen}]\nvastgesteld_door: {door}\n"
        tekst += "" if "zonder-dag" in delen else f"vastgesteld_op: 2026-{dag}\n"
        tekst += "tekortkomingen: [T1]\n"
        self.schrijf(dag, "bewijs", f"{tekst}bijlagen: [{{vindplaats: archief}}]\n")

    def f_gesprek(self, dag: str, _: list[str], zaak: str) -> None:
        self.brief = f"bloem/gesprekken/2026-{dag}-overleg"
        self.bestanden[f"{self.brief}/gesprek.yaml"] = (
            f"contracten: [ict]\nsoort: regulier\ndatum: 2026-{dag}\ngehouden: {{datum: "
            f"2026-{dag}, aanwezig: [{{persoon: mia, partij: opdrachtgever, rol: servicemanager}}]"
            f"}}\n{zaak}"
        )

    def f_gesprek_zaak(self, dag: str, delen: list[str], _: str) -> None:
        self.f_gesprek(dag, delen, f"escalatie: {ZAAK.removeprefix('bloem/')}\n")

    def f_gedeeld(self, dag: str, _: list[str], __: str) -> None:
        tekst = (
            "aan: [Bloem]\nwijze: portaal\nverslag: {vindplaats: archief}\n"
            f'kaart_sha256: "{HASH}"\n'
        )
        self.schrijf(dag, "gedeeld", tekst, self.brief)


class Antwoorden:
    """What is asked of a state on a day."""

    def __init__(self, map_: Path, dag: str, feiten: str, regime: str = "") -> None:
        bestanden = Bouw(feiten).bestanden
        self.register: Register = register(map_, bestanden | ({REGIME: regime} if regime else {}))
        self.vandaag = date.fromisoformat(f"2026-{dag}")
        self.dossier: Dossier = self.register.dossiers["bloem"]
        self.blik = blik_op(self.register, "bloem", self.vandaag)
        self.zaak: Escalatie = self.blik.dossier.escalaties[0]

    @cached_property
    def stand(self) -> Stand:
        return stand_van(self.blik, self.zaak)

    @cached_property
    def stappen(self) -> dict[str, Vervolgstap]:
        return {s.stap.instrument.instrument: s for s in vervolg(self.blik, self.zaak)}

    @cached_property
    def punten(self) -> tuple[Werkpunt, ...]:
        return alle_werkpunten(self.blik)

    def vraag(self, wat: str) -> str:
        soort, _, naam = wat.partition(".")
        doe: dict[str, Callable[[str], str]] = {
            "t": self._termijn,
            "recht": self._recht,
            "mag": lambda i: self.stappen[i].mag,
            "toe": self._laat_toe,
            "bewijs": self._bewijs,
            "cijfers": self._cijfers,
            "spoed": lambda i: "ja" if self.stappen[i].met_spoed else "nee",
            "stand": self._toestand,
            "T1": self._herstel,
            "verzuim": lambda _: self.stand.verzuim("T1").antwoord,
            "tijdig": self._tijdig,
            "plan": self._plan,
            "eigen": self._eigen,
            "tekst": lambda naam: self._loop(naam)[1].tekst.partition(": ")[2].replace(" ", "-"),
            "nu": lambda naam: str(self._van(naam)[0].nu).split()[2],
            "afloop": self._afloop,
            "ruimte": lambda _: str(eigen_ruimte(self.stappen["korting"].stap)),
            "getoetst": self._getoetst,
        }
        return doe[soort](naam)

    def _genomen(self) -> list[Genomen]:
        return [m.genomen for m in self.stand.maatregelen]

    def _van(self, naam: str) -> list[Werkpunt]:
        eigen = {r.naam: r.titel for g in self._genomen() for r in g.contract.regime.termijnen}
        titel = eigen.get(naam)
        return [
            p
            for p in self.punten
            if (p.soort == "eigen" and titel and p.wat.startswith(titel)) or p.soort == naam
        ]

    def _termijn(self, naam: str) -> str:
        rijen = self._van(naam)
        if not rijen:
            return "geen"
        if rijen[0].stil:
            return "stil"
        return str(rijen[0].uiterlijk)[5:] if rijen[0].uiterlijk else "geen-dag"

    def _laat_toe(self, instrument: str) -> str:
        rijen = {rij.naam: rij.uitspraak for rij in self.stappen[instrument].voorwaarden}
        return rijen["termijn-laat-toe"].antwoord

    def _recht(self, naam: str) -> str:
        return "vervalt" if self._van(naam)[0].vervalt else "blijft"

    def _toestand(self, naam: str) -> str:
        (rij,) = (m for m in self.stand.maatregelen if m.genomen.record.instrument == naam)
        omgekeerd = {wat: woord for woord, wat in TOESTANDEN.items()}
        return omgekeerd.get(rij.toestand, rij.toestand)

    def _herstel(self, _: str) -> str:
        if not self.stand.herstel:
            return "geen"
        rij = self.stand.herstel[0]
        return "stil" if rij.stil else str(rij.uiterlijk)[5:] if rij.uiterlijk else "geen"

    def _tijdig(self, _: str) -> str:
        genomen = next(g for g in self._genomen() if g.bij(Bezwaar))
        return bezwaren.op_tijd(genomen, genomen.bij(Bezwaar)[0]).antwoord

    def _plan(self, _: str) -> str:
        genomen = next(g for g in self._genomen() if g.record.instrument == "herstelplan")
        woord = {"ja": "goedgekeurd", "nee": "afgekeurd", "niet beoordeeld": "open"}
        return woord[planpunten(genomen)[0].plan]

    def _loop(self, naam: str) -> tuple[Regimetermijn, Verloop]:
        genomen, regel = next(
            (g, r)
            for g in self._genomen()
            for r in g.contract.regime.termijnen
            if r.naam == naam and g.record.instrument in r.instrumenten
        )
        return regel, verloop(genomen, regel)

    def _eigen(self, naam: str) -> str:
        regel, rij = self._loop(naam)
        loop = rij.loop
        om = {"staat-vast": "vast", "stap-mogelijk": "mogelijk"}
        gevolg = regel.daarna or ""
        return om.get(gevolg, gevolg) if loop == "verstreken" else loop.replace(" ", "-")

    def _afloop(self, naam: str) -> str:
        titels = {r.naam: r.titel for g in self._genomen() for r in g.contract.regime.termijnen}
        rijen = [r for r in afgelopen(self.stand) if r.wat.startswith(titels[naam])]
        return rijen[0].uitkomst.replace(" ", "-") if rijen else "geen"

    def _bewijs(self, naam: str) -> str:
        rijen = {v.naam: v.uitspraak.antwoord for v in self.stappen[naam].voorwaarden}
        return rijen["bewijs"]

    def _cijfers(self, periode: str) -> str:
        (punt,) = (p for p in self.punten if p.soort == "cijfers" and periode in p.wat)
        return f"{str(punt.uiterlijk)[5:]}/{punt.grond}"

    def _getoetst(self, naam: str) -> str:
        maatregel = next(g.maatregel for g in self._genomen() if g.record.instrument == naam)
        stap = getoetst(self.blik, self.zaak, maatregel)
        assert stap is not None
        return stap.mag
