"""Case states of sheltered housing in a few words, as files; the words stand in toestanden.txt."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from tests.klein_register import BASIS

HIER = Path(__file__).parent
REGIME = "beschermd-wonen-2026"
ZAAK = "bloem/escalaties/2026-03-02-zaak"
INSTRUMENTEN = {
    "gsp": (1, "verbetergesprek"),
    "pln": (2, "verbeterplan"),
    "mal": (3, "malus"),
    "inh": (3, "inhouding"),
    "stp": (4, "plaatsingsstop"),
    "ont": (5, "ontbinding"),
}
KPIS = {"bez": "bezetting", "int": "intake", "nch": "nachtdienst"}
GOED = {"bez": "95/100", "int": "90/100", "nch": "97/100"}
NORM = {"bez": 90, "int": 85, "nch": 95}
GEBEURTENIS = {"laat": "incident-te-laat", "dicht": "locatie-dicht", "gevaar": "gevaar"}
AANDEEL = 'definitie: aandeel, eenheid: "%", richting: hoger is beter'
DELEN = ("oorzaak", "maatregelen", "planning", "borging")
VORM = {
    "A": ("rapport", "het rapport is er", "Inspectie"),
    "B": ("verklaringen", "iemand verklaart het", ""),
    "C": ("waarnemingen", "het is gezien", ""),
}
PERSONEN = """  - {id: dir, naam: Di Recteur, functie: directeur, rol: beslisser}
ondertekenaars:
  - {persoon: dir, tot_en_met_trede: 5, van: 2020-01-01}
volmachten:
  - {gemeente: noord, overeenkomst: wonen, tot_en_met_trede: 5, van: 2024-01-01, stuk: Z-1}
"""


class Bouw:
    """Turns the words of one state into files; another contract has other names of its own."""

    map = HIER
    regime = REGIME
    instrumenten = INSTRUMENTEN
    kpis = KPIS
    goed = GOED
    norm = NORM
    gebeurtenis = GEBEURTENIS
    delen = DELEN
    vorm = VORM
    kpi_anders: Mapping[str, str] = {}
    """What a figure is, where it is no share of which more is better."""

    def __init__(self, woorden: str) -> None:
        goed = " ".join(f"{m:02}.{k}={self.goed[k]}" for m in range(1, 6) for k in self.kpis)
        rij = woorden.replace("$ok", goed).split()
        # A later word on the same month and figure takes the place of that of $ok.
        cijfers = {m[1]: w for w in rij if (m := re.match(r"(\d\d\.\w+)=", w))}
        rest = [w for w in rij if not re.match(r"\d\d\.\w+=", w)]
        self.bestanden: dict[str, str] = {}
        self.laatste: dict[str, str] = {}
        self.signalen: list[str] = []
        self.aankondiging: dict[str, str] = {}
        self.veilig = [""]
        self.teller = 0
        self._basis()
        for woord in (*cijfers.values(), *rest):
            self._woord(woord)
        self._opening()

    def _basis(self) -> None:
        self.bestanden["bloem/aanbieder.yaml"] = BASIS["bloem/aanbieder.yaml"]
        basis = BASIS["organisatie.yaml"]
        inspring = min(len(r) - len(r.lstrip()) for r in basis.splitlines() if r.strip())
        kaal = "\n".join(r[inspring:] for r in basis.splitlines()).strip("\n") + "\n"
        beleid = "wederhoor: 2 werkdagen, horen_achteraf: 5 werkdagen, verbeterplan: 5 werkdagen, "
        self.bestanden["organisatie.yaml"] = (
            kaal.replace("bezorging: ", f"{beleid}bezorging: ", 1) + PERSONEN
        )
        self.bestanden["kpis.yaml"] = "kpis:\n" + "".join(
            f"  - {{id: {kpi}, titel: {kpi}, periode: maand, "
            f"{self.kpi_anders.get(kpi, AANDEEL)}}}\n"
            for kpi in self.kpis.values()
        )
        normen = ", ".join(
            f"{{kpi: {self.kpis[k]}, norm: {norm}, vanaf: 2026-01-01}}"
            for k, norm in self.norm.items()
        )
        self.bestanden["overeenkomsten/wonen/overeenkomst.yaml"] = (
            f"titel: Wonen\nregime: {self.regime}\ngemeenten: [noord]\nzorgvormen: [wonen]\n"
            "looptijd: {gunning: 2025-09-01, implementatie: 2025-10-01, uitvoering_van: "
            f"2026-01-01, uitvoering_tot: 2029-12-31}}\nnormen: [{normen}]\n"
        )
        self._omzet("100000")
        self.bestanden["bloem/lijsten/verplichtingen.yaml"] = (
            "verplichtingen: [{id: VP-1, soort: verplichting, wat: Levert, partij: aanbieder, "
            "kant: AOC, doorlopend: ja}]\n"
        )
        self.bestanden[f"regimes/{self.regime}.yaml"] = (
            self.map / f"{self.regime}.yaml"
        ).read_text("utf-8")

    def _omzet(self, wat: str) -> None:
        jaar, _, som = wat.rpartition(":")
        bedrag = Decimal(0 if som == "geen" else som)
        grondslag = (
            f"grondslagen: [{{over: omzet, jaar: {jaar or 2025}, bedrag: {bedrag:.2f}, "
            "btw: vrijgesteld, bron: lijsten/verplichtingen#VP-1}]\n"
        )
        self.bestanden["bloem/contracten/wonen/contract.yaml"] = (
            "overeenkomst: wonen\nnummer: W-1\nzorgvormen: [wonen]\n"
            + ("" if som == "geen" else grondslag)
        )

    def _opening(self) -> None:
        signalen = f"signalen: [{', '.join(self.signalen)}]\n" if self.signalen else ""
        rijen = "".join(
            f"  - {{id: {id_}, verplichting: VP-1, wat: Iets, soort: [kwaliteit], {veilig}"
            "feiten: Zo is het., eis: Alles op orde.}\n"
            for id_, veilig in zip(self._ids, self.veilig, strict=True)
        )
        self.bestanden[f"{ZAAK}/2026-03-02-opening.yaml"] = (
            f"contracten: [wonen]\ntekortkomingen:\n{rijen}"
            f"{signalen}afweging: {{reden: Gewoon sturen hielp niet.}}\ncoordinatie: mia\n"
            "besloten_door: mia\n"
        )

    def _woord(self, woord: str) -> None:
        links, _, dag = woord.partition("@")
        if cijfer := re.fullmatch(r"(\d\d)\.(\w+)([=~])(.+)", links):
            self._cijfer(*cijfer.groups(), dag)
            return
        naam, *delen = links.split("/")
        los = dict(d.split("=", 1) if "=" in d else (d, "") for d in delen)
        if naam in self.gebeurtenis:
            self._gebeurtenis(naam, dag, los)
        elif naam in self.instrumenten:
            self._maatregel(naam, dag, los)
        elif naam[1:2] == ":" or naam == "A":
            self._bewijs(naam, dag, los)
        elif naam.startswith("omzet="):
            self._omzet(naam[6:])
        elif naam.startswith("kl="):
            self._klasse(naam[3:], dag)
        else:
            getattr(self, f"f_{naam}")(dag, los)

    def schrijf(self, soort: str, dag: str, inhoud: str, map_: str = ZAAK) -> str:
        self.teller += 1
        stam = f"2026-{dag}-{soort}-{self.teller:02}"
        self.bestanden[f"{map_}/{stam}.yaml"] = inhoud
        self.laatste[soort.partition("-")[0]] = stam
        return stam

    def _cijfer(self, maand: str, kpi: str, hoe: str, wat: str, dag: str) -> None:
        jaar = 2027 if maand == "12" and not dag else 2026
        dag = dag or f"{int(maand) % 12 + 1:02}-08"
        if wat == "?":
            waarde = "ontbreekt: niet geteld"
        elif "/" in wat:
            teller, noemer = wat.split("/")
            waarde = f"teller: {teller}, noemer: {noemer}"
        else:
            waarde = f"waarde: {wat.replace(',', '.')}"
        naam = f"2026-{maand}-{self.kpis[kpi]}"
        bij = f"bij: {naam}\nreden_herziening: Verteld.\n" if hoe == "~" else ""
        self.bestanden[f"bloem/metingen/{naam}{'-2' if bij else ''}.yaml"] = (
            f"datum: {jaar}-{dag}\nvastgelegd: {jaar}-{dag}T12:00:00+00:00\ndoor: mia\n{bij}"
            f"periode: 2026-{maand}\nbron: {{vindplaats: archief}}\nontvangen: {jaar}-{dag}\n"
            f"waarden: [{{kpi: {self.kpis[kpi]}, contract: wonen, {waarde}}}]\n"
        )

    def _gebeurtenis(self, naam: str, dag: str, los: dict[str, str]) -> None:
        acuut = "ja" if naam == "gevaar" else "nee"
        stam = self.schrijf(
            self.gebeurtenis[naam],
            dag,
            f"soort: [kwaliteit]\nsignaalsoort: {self.gebeurtenis[naam]}\nernst: feitelijk\n"
            f"acuut: {acuut}\nacuut_feiten: Er is geslagen.\nkant: AOC\n"
            "bron: {soort: monitoring}\nwat: Iets.\n"
            + ("" if "los" in los else "contracten: [wonen]\n"),
            "bloem/signalen",
        )
        if dag <= "03-02":
            self.signalen.append(f"signalen/{stam}")

    def _maatregel(self, naam: str, dag: str, los: dict[str, str]) -> None:
        trede, instrument = self.instrumenten[naam]
        inhoud = (
            f"instrument: {instrument}\ntrede: {trede}\ntekortkomingen: "
            f"[{', '.join(self._ids)}]\ningaat: 2026-{los.get('in', dag)}\nreden: Past.\n"
            "ernst: Ernstig.\nbesloten_door: dir\nnoodzaak: nee\n"
        )
        if treden := los.get("over") or los.get("over-acuut"):
            acuut = ", acuut: ja" if "over-acuut" in los else ""
            inhoud += (
                f"overslaan: {{treden: [{treden.replace('+', ', ')}], ernst: Groot., "
                f"reden: Het kan niet anders.{acuut}}}\n"
            )
        if naam in self.aankondiging:
            inhoud += f"aankondiging: {{{self.aankondiging[naam]}}}\n"
        if "acuut" in los:
            inhoud += (
                "spoed: {door: dir, reden: acuut gevaar, alsnog: horen, alsnog_uiterlijk: "
                f"2026-{dag}}}\n"
            )
        if "tot" in los:
            inhoud += f"tot: 2026-{los['tot']}\n"
        if "som" in los:
            maanden = ", ".join(f"2026-{m}" for m in los["m"].split("+"))
            inhoud += (
                f"geldelijk: {{bedrag: {los['som']}.00, perioden: [{maanden}], reden: Past.}}\n"
            )
        if "besloten" not in los:
            inhoud += f"brief: {self._brief(instrument, dag, bezorgd='vermoed' not in los)}\n"
        self.laatste[naam] = self.schrijf(f"maatregel-{instrument}", dag, inhoud)
        self.laatste["m"] = self.laatste[naam]

    def f_veilig(self, _: str, los: dict[str, str]) -> None:
        """Of each shortcoming in turn whether safety is at stake."""
        self.veilig = [f"raakt_veiligheid: {stand}, " for stand in los]

    @property
    def _ids(self) -> list[str]:
        return [f"T{nr + 1}" for nr in range(len(self.veilig))]

    def f_aank(self, dag: str, los: dict[str, str]) -> None:
        naam = next(d for d in los if d in self.instrumenten)
        self.aankondiging[naam] = f"ontvangen: 2026-{dag}"
        if "kwam" in los:
            brief = self._brief("vooraankondiging", los["kwam"], bezorgd="vermoed" not in los)
            self.aankondiging[naam] += f", brief: {brief}"

    def f_ond(self, dag: str, _: dict[str, str]) -> None:
        self.schrijf(
            "onderzoek",
            dag,
            f"begonnen: 2026-{dag}\ntekortkomingen: [T1]\nbevindingen: Gezien.\n"
            "niet_nakoming: ja\n",
        )

    def f_wh(self, dag: str, _: dict[str, str]) -> None:
        onderzoek = self.laatste.get("onderzoek", "2026-03-02-opening")
        uit = onderzoek[5:10]
        self.schrijf(
            "wederhoor",
            dag,
            f"bij: {onderzoek}\nuitgenodigd: 2026-{uit}\ntermijn_tot: 2026-{dag}\n"
            f"gehoord: 2026-{dag}\nwijze: gesprek\nreactie: Zo zit het.\n",
        )

    def f_stil(self, dag: str, los: dict[str, str]) -> None:
        brief = f"bloem/brieven/2026-{los['uit']}-bevindingen"
        self.bestanden[f"{brief}/brief.yaml"] = (
            "richting: uitgaand\nsoort: bevindingen\nonderwerp: Brief\n"
            f"datum: 2026-{los['uit']}\ncontracten: [wonen]\n"
            f"bij: {ZAAK.removeprefix('bloem/')}/{self.laatste['onderzoek']}\n"
        )
        self._post(brief, los["uit"])
        self.schrijf(
            "wederhoor",
            dag,
            f"bij: {self.laatste['onderzoek']}\nuitgenodigd: 2026-{los['uit']}\n"
            f"termijn_tot: 2026-{los['tot']}\nwijze: geen reactie\n"
            f"uitnodiging: {brief.removeprefix('bloem/')}\n",
        )

    def _brief(self, soort: str, dag: str, *, bezorgd: bool = True) -> str:
        """The letter of a measure, received or sent on its day; its path in the dossier."""
        brief = f"bloem/brieven/2026-{dag}-{soort}"
        self.bestanden[f"{brief}/brief.yaml"] = (
            f"richting: uitgaand\nsoort: {soort}\nonderwerp: Brief\n"
            f"datum: 2026-{dag}\ncontracten: [wonen]\n"
        )
        self._post(brief, dag, "uitgereikt", bezorgd=bezorgd)
        return brief.removeprefix("bloem/")

    def _post(
        self,
        brief: str,
        dag: str,
        kanaal: str = "aangetekend",
        rest: str = "",
        *,
        bezorgd: bool = True,
    ) -> None:
        self.schrijf(
            "verzonden",
            dag,
            f"kanaal: {kanaal}\naan: Bloem\ndocument: {{vindplaats: archief}}\n"
            f'kaart_sha256: "{"a" * 64}"\n{rest}',
            brief,
        )
        bewijs = f"bij: {self.laatste['verzonden']}\nbewijs: handtekening\n"
        if bezorgd:
            self.schrijf("bezorgd", dag, bewijs, brief)

    def f_req(self, dag: str, los: dict[str, str]) -> None:
        self._maatregel("pln", dag, los)

    def f_plan(self, dag: str, los: dict[str, str]) -> None:
        delen = ", ".join(d for d in self.delen if d != los.get("zonder"))
        door = los.get("door", "bestuurder")
        self.schrijf(
            "verbeterplan",
            dag,
            f"bij: {self.laatste['pln']}\nontvangen: 2026-{dag}\npunten: [{{id: P{self.teller}, "
            "tekortkoming: T1, oplossing: Zo., uiterlijk: 2026-05-01, doel: Alles.}]\n"
            f"onderdelen: [{delen}]\n" + (f"ondertekend_door: {door}\n" if door else ""),
        )

    def _oordeel(self, dag: str, oordeel: str) -> None:
        plan = self.laatste["verbeterplan"]
        punt = re.search(r"id: (P\d+)", self.bestanden[f"{ZAAK}/{plan}.yaml"])
        assert punt
        self.schrijf(
            "beoordeling",
            dag,
            f"bij: {plan}\nover: verbeterplan\noordelen: [{{onderdeel: {punt[1]}, oordeel: "
            f"{oordeel}, bewijs: Gelezen.}}]\nbesloten_door: mia\n",
        )

    def f_af(self, dag: str, los: dict[str, str]) -> None:
        self._oordeel(dag, "nee")
        if "brief" in los:
            self._oordeelbrief(los)

    def _oordeelbrief(self, los: dict[str, str]) -> None:
        """The letter with a judgement of a plan: sent, perhaps with a day in it, and delivered."""
        brief, feit = f"bloem/brieven/2026-{los['brief']}-oordeel", self.laatste["beoordeling"]
        self.bestanden[f"{brief}/brief.yaml"] = (
            "richting: uitgaand\nsoort: oordeel-verbeterplan\nonderwerp: Brief\n"
            f"datum: 2026-{los['brief']}\ncontracten: [wonen]\n"
            f"bij: {ZAAK.removeprefix('bloem/')}/{feit}\n"
        )
        genoemd = (
            f"genoemd: [{{termijn: antwoord, uiterlijk: 2026-{los['noemt']}, kalender: atw}}]\n"
            if "noemt" in los
            else ""
        )
        self._post(brief, los["brief"], "uitgereikt", genoemd, bezorgd="vermoed" not in los)

    def f_twijfel(self, dag: str, _: dict[str, str]) -> None:
        self._oordeel(dag, "onbekend")

    def f_afm(self, dag: str, _: dict[str, str]) -> None:
        """Rejected in a judgement of the request, and not of the plan itself."""
        self._oordeel(dag, "nee")
        pad = f"{ZAAK}/{self.laatste['beoordeling']}.yaml"
        plan, verzoek = self.laatste["verbeterplan"], self.laatste["pln"]
        self.bestanden[pad] = self.bestanden[pad].replace(f"bij: {plan}", f"bij: {verzoek}")

    def f_bekeken(self, dag: str, los: dict[str, str]) -> None:
        """What a measure brought was judged: its effect, or what was mended."""
        self.schrijf(
            "beoordeling",
            dag,
            f"bij: {self.laatste['m']}\nover: {next(iter(los))}\noordelen: [{{onderdeel: T1, "
            "oordeel: nee, bewijs: Gezien.}]\nbesloten_door: mia\n",
        )

    def f_goed(self, dag: str, _: dict[str, str]) -> None:
        self._oordeel(dag, "ja")

    def f_sluit(self, dag: str, _: dict[str, str]) -> None:
        self.schrijf("sluiting", dag, "reden: Klaar.\nhersteld: ja\nbesloten_door: dir\n")

    def f_verl(self, dag: str, los: dict[str, str]) -> None:
        self.schrijf(
            "aanpassing",
            dag,
            f"bij: {self.laatste['stp']}\ntot: 2026-{los['tot']}\nreden: Nog nodig.\n",
        )

    def _bewijs(self, naam: str, dag: str, los: dict[str, str]) -> None:
        klasse, _, wie = naam.partition(":")
        vorm, element, vaststeller = self.vorm[klasse]
        van = f"van: {wie}\n" if wie and wie != "?" else ""
        stand = "onbekend" if "mss" in los else "ja"
        wanneer = "" if "zonder" in los else f"vastgesteld_op: 2026-{dag}\n"
        self.schrijf(
            "bewijs",
            dag,
            f"vorm: {vorm}\nelementen: [{{element: {element}, aangetoond: {stand}, feiten: "
            f"Blijkt.}}]\n{van}{wanneer}bijlagen: [{{vindplaats: archief}}]\n"
            + (f"vastgesteld_door: {vaststeller}\n" if vaststeller else ""),
        )

    def _klasse(self, klasse: str, dag: str) -> None:
        nummer = ("groen", "geel", "rood").index(klasse) + 1
        self.bestanden[f"bloem/classificaties/2026-{dag}-wonen.yaml"] = (
            "contracten: [wonen]\nsoort: eerste\nbeleid: klassen-wonen\ninvoer: []\n"
            f"categorie: {nummer}\ngeldig_vanaf: 2026-{dag}\n"
        )
