"""Case states of a contract for domestic help: the words of the others, by quarter and by mail.

`K1.sta=920/1000` is a figure of a quarter; `req/via=portaal@` goes by another way than a mail, and
`/kwam=` came on that day; `stp/tekent=dir@` is signed by him; `rap=03-23@03-30` is the report that
was due on the first day and came on the second, `wl=` the list of who waits; `bzw@` an objection.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import ClassVar

from clm_cli.derivations.brieven.namens import ondertekenaar
from clm_cli.derivations.brieven.stand import inhoud_van
from clm_cli.derivations.escalatie import duur
from clm_cli.derivations.escalatie.eigentermijnen import afgekeurd
from clm_cli.derivations.escalatie.planregel import geleverd
from clm_cli.derivations.escalatie.stand import stand_van
from clm_cli.derivations.escalatie.uitvoeringen import planpunten
from clm_cli.derivations.verplichtingen import open_dagen, plichten
from tests.beschermd_wonen.zaakbouw import AANDEEL, ZAAK
from tests.zesde_regime.dagzaak import Dag, Dagantwoorden

HIER = Path(__file__).parent
BRIEF = {"stop": "clientenstop", "verbeterplan": "verzoek-verbeterplan"}
PERSONEN = """  - {id: wet, naam: Wet Houder, functie: wethouder van Noord, rol: bestuur}
"""


class Hulp(Dag):
    """Turns the words of one state into files."""

    map = HIER
    regime = "huishoudelijke-hulp-2026"
    instrumenten: ClassVar = {
        "btv": (0, "boete"),
        "krt": (0, "korting"),
        "opz": (0, "opzegging"),
        "wrs": (1, "waarschuwing"),
        "pln": (2, "verbeterplan"),
        "stp": (3, "stop"),
        "ont": (4, "ontbinding"),
        "omi": (4, "ontbinding-misstand"),
    }
    kpis: ClassVar = {"sta": "starttijd", "uit": "uitval", "waa": "waardering"}
    goed: ClassVar = {"sta": "950/1000", "uit": "30/1000", "waa": "90/100"}
    norm: ClassVar = {"sta": 92, "uit": 4, "waa": 80}
    kpi_anders: ClassVar = {
        "starttijd": AANDEEL,
        "uitval": 'definitie: aandeel, eenheid: "%", richting: lager is beter',
        "waardering": AANDEEL,
    }
    gebeurtenis: ClassVar = {
        "klacht": "gegronde-klacht",
        "misstand": "misstand",
        "gevaar": "gevaar",
    }
    vorm: ClassVar = {
        "R": ("rapport-toezichthouder", "er is een ernstige misstand", "Wmo-toezichthouder"),
        "V": ("verklaringen", "een inwoner verklaart de misstand", ""),
    }
    delen = ("oorzaak", "maatregelen")

    def __init__(self, woorden: str) -> None:
        self.via, self.kwam, self.tekent = "e-mail", "", ""
        for teken, tot in (("$ok", 3), ("$jaar", 4)):
            alle = (
                f"K{k}.{kpi}={wat}" for k in range(1, tot + 1) for kpi, wat in self.goed.items()
            )
            woorden = woorden.replace(teken, " ".join(alle))
        rij = woorden.split()
        # A later word on the same quarter and figure takes the place of an earlier one.
        cijfers = {m[1]: w for w in rij if (m := re.match(r"(K\d\.\w+)=", w))}
        super().__init__(" ".join([*cijfers.values(), *(w for w in rij if w[:1] != "K")]))

    def _basis(self) -> None:
        super()._basis()
        self.bestanden["kpis.yaml"] = self.bestanden["kpis.yaml"].replace("maand", "kwartaal")
        self.bestanden["organisatie.yaml"] = (
            self.bestanden["organisatie.yaml"]
            .replace("functie: directeur", "functie: directeur van het regiobureau")
            .replace("ondertekenaars:\n", f"{PERSONEN}ondertekenaars:\n")
            .replace(
                "volmachten:\n",
                "  - {persoon: wet, tot_en_met_trede: 5, van: 2020-01-01}\n"
                "  - {persoon: mia, tot_en_met_trede: 5, van: 2020-01-01}\nvolmachten:\n",
            )
        )
        pad = "bloem/lijsten/verplichtingen.yaml"
        begin = self.bestanden[pad].partition("  - {id: VP-3")[0]
        self.bestanden[pad] = begin + "".join(
            f"  - {{id: {id_}, soort: verplichting, wat: Levert, partij: aanbieder, kant: AOC, "
            f"plicht: {plicht}}}\n"
            for id_, plicht in (("VP-3", "rapportage"), ("VP-4", "wachtlijst"))
        )

    def _woord(self, woord: str) -> None:
        naam, _, rest = woord.partition("=")
        if cijfer := re.fullmatch(r"K(\d)\.(\w+)", naam):
            self._kwartaal(cijfer[1], cijfer[2], *rest.split("@"))
        elif naam in ("rap", "wl"):
            uiterlijk, dag = rest.split("@")
            bij = "VP-3" if naam == "rap" else "VP-4"
            tekst = f"bij: lijsten/verplichtingen#{bij}\nuiterlijk: 2026-{uiterlijk}\n"
            self.schrijf("nakoming", dag, f"{tekst}bewijs: Gezien.\n", "bloem/nakomingen")
        else:
            super()._woord(woord)

    def _kwartaal(self, nr: str, kpi: str, wat: str, dag: str = "") -> None:
        """A figure of a quarter, that came on a day or the eighth after it."""
        heel = (
            f"2026-{dag}" if dag else f"{2027 if nr == '4' else 2026}-{int(nr) % 4 * 3 + 1:02}-08"
        )
        teller, noemer = wat.split("/")
        self.bestanden[f"bloem/metingen/2026-K{nr}-{self.kpis[kpi]}.yaml"] = (
            f"datum: {heel}\nvastgelegd: {heel}T12:00:00+00:00\ndoor: mia\n"
            f"periode: 2026-K{nr}\nbron: {{vindplaats: archief}}\nontvangen: {heel}\n"
            f"waarden: [{{kpi: {self.kpis[kpi]}, contract: wonen, teller: {teller}, noemer: "
            f"{noemer}}}]\n"
        )

    def _gefactureerd(self, wanneer: str, som: str) -> None:
        super()._gefactureerd("03", som)
        pad = next(p for p in self.bestanden if "gefactureerd" in p)
        tekst = self.bestanden.pop(pad).replace("periode: 2026-03", f"periode: 2026-{wanneer}")
        self.bestanden[pad.replace("2026-03", f"2026-{wanneer}")] = tekst

    def _maatregel(self, naam: str, dag: str, los: dict[str, str]) -> None:
        kort = dag[-5:]
        self.via, self.kwam = los.pop("via", "e-mail"), los.pop("kwam", "")
        self.tekent, uiterlijk = los.pop("tekent", ""), los.pop("u", "")
        if self.kwam:
            los["vermoed"] = ""
        if "k" in los:
            los["m"] = los.pop("k")
        al = set(self.bestanden)
        super()._maatregel(naam, kort, los)
        pad = f"{ZAAK}/{self.laatste[naam]}.yaml"
        if uiterlijk:
            bij = f"uiterlijk: [2026-{uiterlijk}], reden: Past."
            self.bestanden[pad] = self.bestanden[pad].replace("reden: Past.}", f"{bij}}}")
        if self.tekent:
            pad_ = f"bloem/brieven/2026-{kort}-{self.instrumenten[naam][1]}/brief.yaml"
            tekst = self.bestanden[pad_]
            for heet, soort in BRIEF.items():
                tekst = tekst.replace(f"soort: {heet}\n", f"soort: {soort}\n")
            self.bestanden[pad_] = (
                f"{tekst}ondertekenaar: {self.tekent}\nescalatie: "
                f"{ZAAK.removeprefix('bloem/')}\nbij: {pad.removeprefix('bloem/')[:-5]}\n"
            )
        if dag != kort:  # of another year
            for ander in set(self.bestanden) - al:
                tekst = self.bestanden.pop(ander).replace("2026-", f"{dag[:4]}-")
                self.bestanden[ander.replace(f"2026-{kort}", dag)] = tekst
            self.laatste[naam] = self.laatste["m"] = self.laatste[naam].replace("2026", dag[:4])
        self.via, self.kwam, self.tekent = "e-mail", "", ""

    def _post(
        self,
        brief: str,
        dag: str,
        _kanaal: str = "aangetekend",
        rest: str = "",
        *,
        bezorgd: bool = True,
    ) -> None:
        super()._post(brief, dag, self.via, rest, bezorgd=bezorgd)
        if self.kwam:
            bewijs = f"bij: {self.laatste['verzonden']}\nbewijs: handtekening\n"
            self.schrijf("bezorgd", self.kwam, bewijs, brief)

    def f_gesprek(self, dag: str, _: dict[str, str]) -> None:
        self.bestanden[f"bloem/gesprekken/2026-{dag}-overleg/gesprek.yaml"] = (
            f"contracten: [wonen]\nsoort: regulier\ndatum: 2026-{dag}\ngehouden: {{datum: 2026-"
            f"{dag}, aanwezig: [{{persoon: mia, partij: opdrachtgever}}]}}\n"
        )
        self.laatste["gesprek"] = dag

    def f_gedeeld(self, dag: str, _: dict[str, str]) -> None:
        self.schrijf(
            "gedeeld",
            dag,
            "aan: [Bloem]\nwijze: e-mail\nverslag: {vindplaats: archief}\n"
            f'kaart_sha256: "{"a" * 64}"\n',
            f"bloem/gesprekken/2026-{self.laatste['gesprek']}-overleg",
        )

    def f_bzw(self, dag: str, _: dict[str, str]) -> None:
        self.schrijf(
            "bezwaar",
            dag,
            f"bij: {self.laatste['m']}\nontvangen: 2026-{dag}\nverzonden: 2026-{dag}\n"
            "schriftelijk: ja\ngronden: Nee.\n",
        )


class Antwoorden(Dagantwoorden):
    """What is asked of this contract."""

    bouw = Hulp

    def v_tekent(self) -> str:
        brief = max(self.blik.dossier.brieven, key=lambda b: b.kaart.record.datum)
        inhoud = inhoud_van(self.register, self.blik.dossier, brief)
        return "ja" if inhoud and ondertekenaar(inhoud) else "nee"

    def v_rapport(self) -> str:
        return self._open("VP-3")

    def v_wachtlijst(self) -> str:
        return self._open("VP-4")

    def _open(self, id_: str) -> str:
        return str(open_dagen(next(p for p in plichten(self.blik) if p.rij.id == id_))[0])[5:]

    def v_gesprek(self) -> str:
        return str(self._punten("gesprek-plannen")[0].uiterlijk)[5:]

    def v_plan(self) -> str:
        return planpunten(self._genomen("verbeterplan"))[0].plan.replace(" ", "-")

    def v_geleverd(self) -> str:
        genomen = self._genomen("verbeterplan")
        return geleverd(genomen, afgekeurd(genomen)).antwoord

    def v_loopt(self, naam: str) -> str:
        stand, instrument = stand_van(self.blik, self.escalatie), self.bouw.instrumenten[naam][1]
        rij = next(m for m in stand.maatregelen if m.genomen.record.instrument == instrument)
        return rij.toestand.replace(" ", "-")

    def v_stop(self) -> str:
        stand = self.v_loopt("stp")
        return "eindigt" if self._punten("maatregel-eindigt") else stand

    def v_verlenging(self) -> str:
        return [uit.antwoord for _, uit in duur.verlengd(self._genomen("stop"))][-1]
