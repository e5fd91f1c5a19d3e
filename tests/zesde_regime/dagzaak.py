"""Case states of a contract of day care: the words of the others, and what toestanden.txt adds."""

from __future__ import annotations

import re
from pathlib import Path
from typing import ClassVar

from clm_cli.derivations.verplichtingen import open_dagen, plichten
from clm_cli.dossier import Escalatie
from tests.beschermd_wonen.zaakbouw import AANDEEL, ZAAK
from tests.vijfde_regime.fasenzaak import Fasen, Fasenantwoorden

HIER = Path(__file__).parent
INSTRUMENTEN = {
    "mal": (0, "malus"),
    "inh": (0, "inhouding"),
    "opz": (0, "opzegging"),
    "pln": (1, "verbeterplan"),
    "ibs": (2, "ingebrekestelling"),
    "stp": (3, "plaatsingsstop"),
    "ont": (4, "ontbinding"),
}
KPIS = {
    "lev": "levering",
    "rit": "ritten",
    "uit": "uitval",
    "dln": "deelnemers",
    "and": "aandeel",
}
GOED = {"lev": "950/1000", "rit": "98/100", "uit": "3/100", "dln": "40", "and": "5"}
NORM = {"lev": 90, "rit": 95, "uit": 8}
MEER = {
    "uitval": 'definitie: aandeel, eenheid: "%", richting: lager is beter',
    "deelnemers": "definitie: aantal, eenheid: aantal, richting: duiden, normsoort: geen",
    "aandeel": 'definitie: aandeel, eenheid: "%", richting: duiden, normsoort: geen',
    "levering": AANDEEL,
}


class Dag(Fasen):
    """Turns the words of one state into files."""

    map = HIER
    regime = "dagbesteding-2026"
    instrumenten = INSTRUMENTEN
    kpis = KPIS
    goed = GOED
    norm = NORM
    kpi_anders = MEER
    gebeurtenis: ClassVar = {"klacht": "gegronde-klacht", "gevaar": "gevaar"}

    def __init__(self, woorden: str) -> None:
        self.verplichtingen = ["VP-1"]
        self.grondslagen: list[str] = []
        jaar = " ".join(f"{m:02}.{k}={wat}" for m in range(1, 13) for k, wat in GOED.items())
        super().__init__(woorden.replace("$jaar", jaar))

    def _basis(self) -> None:
        super()._basis()
        pad = "overeenkomsten/wonen/overeenkomst.yaml"
        self.bestanden[pad] = self.bestanden[pad].replace("[noord]", "[noord, zuid]")
        self.bestanden["bloem/lijsten/verplichtingen.yaml"] = "verplichtingen:\n" + "".join(
            f"  - {{id: {id_}, soort: verplichting, wat: Levert, partij: aanbieder, kant: AOC, "
            f"{wanneer}}}\n"
            for id_, wanneer in (
                ("VP-1", "doorlopend: ja"),
                ("VP-2", "doorlopend: ja"),
                ("VP-3", "plicht: kwartaalverslag"),
            )
        )

    def _omzet(self, wat: str) -> None:
        assert wat
        super()._omzet("geen")

    def _opening(self) -> None:
        super()._opening()
        self._nummers(f"{ZAAK}/2026-03-02-opening.yaml")
        if self.grondslagen:
            self.bestanden["bloem/contracten/wonen/contract.yaml"] += (
                f"grondslagen: [{', '.join(self.grondslagen)}]\n"
            )

    def _nummers(self, pad: str) -> None:
        """Each shortcoming of the case has its own obligation."""
        rijen = iter(self.verplichtingen)
        self.bestanden[pad] = re.sub(
            r"verplichting: VP-1", lambda _: f"verplichting: {next(rijen)}", self.bestanden[pad]
        )

    def _woord(self, woord: str) -> None:
        naam, _, rest = woord.partition("=")
        if naam == "gef":
            self._gefactureerd(*rest.split(":"))
        elif naam == "T":
            self.verplichtingen = rest.split("+")
            self.veilig = [""] * len(self.verplichtingen)
        elif naam in ("eerder", "dreigde"):
            self._eerdere_zaak(*rest.split("@"), dreigt=naam == "dreigde")
        elif naam == "kwv":
            uiterlijk, dag = rest.split("@")
            inhoud = (
                f"bij: lijsten/verplichtingen#VP-3\nuiterlijk: 2026-{uiterlijk}\nbewijs: Gezien.\n"
            )
            self.schrijf("nakoming", dag, inhoud, "bloem/nakomingen")
        else:
            super()._woord(woord)

    def _gefactureerd(self, wanneer: str, som: str) -> None:
        if len(wanneer) == 4:
            self.grondslagen.append(
                f"{{over: gefactureerd, jaar: {wanneer}, bedrag: {som}.00, btw: vrijgesteld, "
                "bron: lijsten/verplichtingen#VP-1}"
            )
            return
        dag = f"{int(wanneer) + 1:02}-08"
        self.teller += 1
        self.bestanden[f"bloem/metingen/2026-{wanneer}-gefactureerd-{self.teller}.yaml"] = (
            f"datum: 2026-{dag}\nvastgelegd: 2026-{dag}T12:00:00+00:00\ndoor: mia\n"
            f"periode: 2026-{wanneer}\nbron: {{vindplaats: archief}}\nontvangen: 2026-{dag}\n"
            f"omzet: [{{contract: wonen, bedrag: {som}.00, btw: zonder, soort: gedeclareerd}}]\n"
        )

    def _eerdere_zaak(self, verplichting: str, dag: str, *, dreigt: bool) -> None:
        heel = dag if len(dag) > len("01-10") else f"2026-{dag}"
        self.teller += 1
        ernst = "ernst: dreigend, " if dreigt else ""
        self.bestanden[f"bloem/escalaties/{heel}-eerder-{self.teller}/{heel}-opening.yaml"] = (
            f"contracten: [wonen]\ntekortkomingen: [{{id: T1, verplichting: {verplichting}, wat: "
            f"Iets, soort: [kwaliteit], {ernst}feiten: Zo is het., eis: Alles op orde.}}]\n"
            "afweging: {reden: Gewoon sturen hielp niet.}\ncoordinatie: mia\nbesloten_door: mia\n"
        )

    def _gebeurtenis(self, naam: str, dag: str, los: dict[str, str]) -> None:
        if len(dag) == len("01-10"):
            super()._gebeurtenis(naam, dag, los)
            pad = f"bloem/signalen/{self.laatste[self.gebeurtenis[naam].partition('-')[0]]}.yaml"
            self.bestanden[pad] += "verplichting: VP-1\n"
            return
        self.bestanden[f"bloem/signalen/{dag}-oud.yaml"] = (
            f"soort: [kwaliteit]\nsignaalsoort: {self.gebeurtenis[naam]}\nernst: feitelijk\n"
            "kant: AOC\nbron: {soort: monitoring}\nwat: Iets.\ncontracten: [wonen]\n"
        )

    def _maatregel(self, naam: str, dag: str, los: dict[str, str]) -> None:
        dagen = los.pop("t", None)
        super()._maatregel(naam, dag, los)
        pad = f"{ZAAK}/{self.laatste[naam]}.yaml"
        tekst = self.bestanden[pad]
        if voor := los.get("voor"):
            tekst = re.sub(r"tekortkomingen: \[.*\]", f"tekortkomingen: [{voor}]", tekst)
        if alsnog := los.get("alsnog"):
            tekst = re.sub(r"(alsnog_uiterlijk: 2026-)\d\d-\d\d", rf"\g<1>{alsnog}", tekst)
        if dagen:
            tekst += (
                f"hersteltermijnen: [{{tekortkoming: T1, termijn: {dagen} werkdagen, redelijk: "
                "Kan.}]\n"
            )
        self.bestanden[pad] = tekst

    def f_inst(self, dag: str, los: dict[str, str]) -> None:
        ((gemeente, stand),) = los.items()
        self.schrijf(
            "afstemming",
            dag,
            f"bij: 2026-03-02-opening\nmet: college van {gemeente.capitalize()}\nrelevant: ja\n"
            f"uitkomst: Besproken.\ninstemming: {stand}\n",
        )


class Dagantwoorden(Fasenantwoorden):
    """What is asked of this contract beside the rest."""

    bouw = Dag

    @property
    def escalatie(self) -> Escalatie:
        return self.blik.dossier.escalaties[-1]

    def v_instemming(self) -> str:
        return self._voorwaarde("instemming")

    def v_verstreken(self) -> str:
        return self._voorwaarde("termijn-verstreken", "herstel-uitgebleven")

    def v_betaald(self) -> str:
        return str(self._punten("vordering")[0].uiterlijk)[5:]

    def v_verslag(self) -> str:
        plicht = next(p for p in plichten(self.blik) if p.rij.id == "VP-3")
        return str(open_dagen(plicht)[0])[5:]
