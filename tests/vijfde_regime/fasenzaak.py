"""Case states of a transport contract in phases: the words of sheltered housing, and some more.

`uitn@` invites to the talk of phase 1 (received that day), `talk@` is a talk of the case, `her@`
says that the shortcoming was mended; `ibs/t=13@` gives thirteen days.
"""

from __future__ import annotations

from pathlib import Path

from clm_cli.derivations.escalatie import duur
from clm_cli.derivations.escalatie.uitvoeringen import planpunten
from tests.beschermd_wonen.antwoorden import Antwoorden
from tests.beschermd_wonen.zaakbouw import ZAAK, Bouw

HIER = Path(__file__).parent
INSTRUMENTEN = {
    "gsp": (1, "verbetergesprek"),
    "pln": (2, "verbeterplan"),
    "mal": (0, "malus"),
    "opz": (0, "opzegging"),
    "wrs": (0, "waarschuwing"),
    "bte": (0, "boete"),
    "ver": (0, "inzetverbod"),
    "tzt": (3, "toezicht"),
    "ibs": (4, "ingebrekestelling"),
    "ont": (5, "ontbinding"),
    "dir": (5, "directe-ontbinding"),
}
KPIS = {"pun": "punctualiteit", "kla": "klachten", "cen": "centrale"}
GOED = {"pun": "1960/2000", "kla": "2", "cen": "950/1000"}
NORM = {"pun": 95, "kla": 3, "cen": 90}
GEBEURTENIS = {"weg": "niet-opgehaald", "alleen": "alleen-gelaten"}
VORM = {
    klasse: ("accountant", "er is fraude gepleegd", wie)
    for klasse, wie in (("F", "accountant"), ("E", "boekhouder"), ("I", "ILT"))
}
KPI_ANDERS = {
    "klachten": "definitie: aantal per duizend, eenheid: aantal, richting: lager is beter"
}


class Fasen(Bouw):
    """Turns the words of one state into files."""

    map = HIER
    regime = "vervoer-2026"
    instrumenten = INSTRUMENTEN
    kpis = KPIS
    goed = GOED
    norm = NORM
    gebeurtenis = GEBEURTENIS
    vorm = VORM
    kpi_anders = KPI_ANDERS
    delen = ()

    def _woord(self, woord: str) -> None:
        klasse, _, dag = woord.partition("@")
        if klasse in self.vorm:
            self._bewijs(klasse, dag, {})
        else:
            super()._woord(woord)

    def _maatregel(self, naam: str, dag: str, los: dict[str, str]) -> None:
        som = los.pop("som") if "som" in los and "m" not in los else None
        super()._maatregel(naam, dag, los)
        if som:
            self.bestanden[f"{ZAAK}/{self.laatste[naam]}.yaml"] += (
                f"geldelijk: {{bedrag: {som}.00, reden: Past.}}\n"
            )
        if dagen := los.get("t"):
            self.bestanden[f"{ZAAK}/{self.laatste[naam]}.yaml"] += (
                f"hersteltermijnen: [{{tekortkoming: T1, termijn: {dagen} dagen, redelijk: Kan.}}]"
            )

    def f_uitn(self, dag: str, los: dict[str, str]) -> None:
        self._maatregel("gsp", dag, los)

    def f_opheff(self, dag: str, _: dict[str, str]) -> None:
        self.schrijf(
            "opheffing",
            dag,
            f"bij: {self.laatste['pln']}\nwijze: opgeheven\nreden: Niet meer nodig.\n"
            "besloten_door: dir\n",
        )

    def f_intrek(self, dag: str, _: dict[str, str]) -> None:
        self.schrijf(
            "opheffing",
            dag,
            f"bij: {self.laatste['m']}\nwijze: ingetrokken\nreden: Fout.\nbesloten_door: dir\n",
        )

    def f_langer(self, dag: str, los: dict[str, str]) -> None:
        self.schrijf(
            "aanpassing",
            dag,
            f"bij: {self.laatste['ver']}\ntot: 2026-{los['tot']}\nreden: Nog nodig.\n",
        )

    def f_talk(self, dag: str, _: dict[str, str]) -> None:
        self.bestanden[f"bloem/gesprekken/2026-{dag}-gesprek/gesprek.yaml"] = (
            f"contracten: [wonen]\nsoort: extra\nreden: Zo.\ndatum: 2026-{dag}\n"
            f"escalatie: {ZAAK.removeprefix('bloem/')}\ngehouden: {{datum: 2026-{dag}, aanwezig: "
            "[{persoon: mia, partij: opdrachtgever}]}\n"
        )

    def f_meld(self, dag: str, _: dict[str, str]) -> None:
        """The provider says that it was mended."""
        tekst = f"bij: {self.laatste['m']}\ntekortkomingen: [T1]\ninhoud: Het is hersteld.\n"
        self.schrijf("herstel", dag, tekst)

    def f_afst(self, dag: str, _: dict[str, str]) -> None:
        """Talked about with the administration."""
        wie = "relevant: ja\nmet: de wethouder\nuitkomst: Eens.\n"
        self.schrijf("afstemming", dag, f"bij: {self.laatste['m']}\n{wie}")

    def f_half(self, dag: str, _: dict[str, str]) -> None:
        """A judgement of the plan that is not all good."""
        rij = "{onderdeel: T1, oordeel: nee, bewijs: Gelezen.}"
        self.f_goed(dag, {})
        pad = f"{ZAAK}/{self.laatste['beoordeling']}.yaml"
        self.bestanden[pad] = self.bestanden[pad].replace("}]", f"}}, {rij}]")

    def f_mix(self, dag: str, los: dict[str, str]) -> None:
        """A judgement of the plan that says two things of one point: good, and as is said."""
        self.f_goed(dag, {})
        pad = f"{ZAAK}/{self.laatste['beoordeling']}.yaml"
        eerste = self.bestanden[pad].partition("oordelen: [")[2].partition("]")[0]
        nog = eerste.replace("oordeel: ja", f"criterium: adequaat, oordeel: {next(iter(los))}")
        self.bestanden[pad] = self.bestanden[pad].replace("}]", f"}}, {nog}]")

    def f_her(self, dag: str, _: dict[str, str]) -> None:
        self.schrijf(
            "beoordeling",
            dag,
            f"bij: {self.laatste['pln']}\nover: herstel\noordelen: [{{onderdeel: T1, oordeel: "
            "ja, bewijs: Gezien.}]\nbesloten_door: mia\n",
        )


class Fasenantwoorden(Antwoorden):
    """What is asked of this contract beside the rest."""

    bouw = Fasen

    def v_laat_toe(self) -> str:
        return self._voorwaarde("termijn-laat-toe")

    def v_opzegging(self) -> str:
        return self._voorwaarde("opzegtermijn")

    def v_vastgesteld(self) -> str:
        return self._voorwaarde("bewijs-vastgesteld")

    def v_hersteltermijn(self) -> str:
        return self._voorwaarde("hersteltermijn")

    def v_mag_door(self) -> str:
        return self._voorwaarde("aanleiding")

    def v_einde(self) -> str:
        return str(duur.einddag(self._genomen("inzetverbod")))[5:]

    def v_langer(self) -> str:
        return [uit.antwoord for _, uit in duur.verlengd(self._genomen("inzetverbod"))][-1]

    def v_gehaald(self) -> str:
        perioden = duur.gehaald(self._genomen("inzetverbod"))
        return " ".join(map(str, perioden)) or "geen"

    def v_plan(self) -> str:
        return planpunten(self._genomen("verbeterplan"))[0].plan.replace(" ", "-")
