"""Case states in a few words: each becomes a file of the record, each expectation a question.

Facts: `ond@02-02` (day in 2026), `/T1` narrows to one shortcoming, `!` and `?` say that a measure
is necessary or that this is unknown,
`+` that everything is said with the measure that its conditions ask for (skipped treden, scope,
grounds, deviations).
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

from clm_cli.derivations.escalatie import bezwaren, opschorting, vervolg
from clm_cli.derivations.escalatie.maatregeltermijnen import termijn, termijnduur
from clm_cli.derivations.escalatie.stand import Stand, stand_van
from clm_cli.derivations.escalatie.termijnstaat import beantwoord
from clm_cli.derivations.escalatie.uitvoeringen import planpunten
from clm_cli.derivations.escalatie.voorwaarden.geld import eigen_ruimte
from clm_cli.derivations.escalatie.voorwaarden.preventie import reeks_van
from clm_cli.derivations.escalatie.voorwaarden.volgorde import open_treden
from clm_cli.derivations.escalatie.zaken import Genomen
from clm_cli.derivations.werklijst import alle_werkpunten
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.dossier import Dossier, Escalatie
from clm_cli.kijk import blik_op
from clm_cli.records.escalatie import Aanpassing, Bezwaar, Verbeterplan
from clm_cli.records.maatregel import Maatregel
from clm_cli.register import Register
from tests.klein_register import BASIS, inhoud, lees

HIER = Path(__file__).parent
REGIMES = HIER.parents[1] / "clm_cli/regimes"
HASH = "a" * 64
ZAAK = "bloem/escalaties/2026-01-12-zaak"
MACROS = {
    "J": {
        "$G": "ond@02-02 wh@02-16",
        "$3": "$G m3@03-02 verz@03-02 bez@03-05",
        "$H": "$G m3+@03-02 verz@03-02 bez@03-05",
    },
    "S": {},
}
MACROS["S"] = {
    "$G": "ond@02-02 wh@02-16",
    "$P": "m1o@01-20 m1t@01-20 eff-nee/o@02-10 eff-nee/t@02-10",
    "$3": "$G $P m3@03-02 verz@03-02 bez@03-05",
    "$H": "$G $P m3+@03-02 verz@03-02 bez@03-05",
}
INSTRUMENTEN = {
    "J": {
        "m1": (1, "intensivering"),
        "m2": (2, "verbeterplan"),
        "m3": (3, "ingebrekestelling"),
        "m4": (4, "opschorting"),
        "m5c": (5, "clientenstop"),
        "m5o": (5, "overdracht"),
        "m6t": (6, "terugvordering"),
        "m6b": (6, "boete"),
        "m7n": (7, "niet-verlengen"),
        "m7o": (7, "ontbinding"),
    },
    "S": {
        "m1o": (1, "preventie"),
        "m1t": (1, "preventie"),
        "m2": (2, "verbeterplan"),
        "m3": (3, "ingebrekestelling"),
        "m4": (4, "terugvordering"),
        "m5": (5, "opdrachtenstop"),
        "m6": (6, "niet-verlengen"),
        "m7o": (7, "ontbinding"),
        "m7z": (7, "opzegging"),
    },
}
KORT = {
    "int": "intensivering",
    "vp": "verbeterplan",
    "igs": "ingebrekestelling",
    "ops": "opschorting",
    "cs": "clientenstop",
    "ovd": "overdracht",
    "trv": "terugvordering",
    "boe": "boete",
    "nv": "niet-verlengen",
    "ont": "ontbinding",
    "prv": "preventie",
    "ost": "opdrachtenstop",
    "opz": "opzegging",
}
SPOED = "spoed: {door: dir, reden: acuut gevaar, alsnog: horen, alsnog_uiterlijk: 2026-02-10}\n"
EIGEN = "eigen_verplichtingen: ja\n"
REIKWIJDTE = (
    "reikwijdte: {wat: nieuwe cliënten, eindigt_als: het beter gaat, herzien: 2026-07-01, "
    "ontvangers: [De Roos]}\n"
)
LANDSCHAP = (
    "zorglandschap: {stabiel: geen gevolg, beschikbaar: twee plaatsen elders, toegankelijk: geen "
    "gevolg}\n"
)
BESTUUR = "bestuurlijk: {relevant: ja, met: de wethouder, datum: 2026-02-02}\n"
VERKLAARD = {
    "J": {
        "m3": EIGEN,
        "m4": EIGEN
        + (
            "geldelijk: {procent: 20, vordering: De declaraties van maart; zelfde diensten., "
            "reden: Naar verhouding.}\n"
        )
        + LANDSCHAP,
        "m5c": REIKWIJDTE + LANDSCHAP,
        "m5o": REIKWIJDTE + LANDSCHAP,
        "m6t": LANDSCHAP,
        "m6b": LANDSCHAP,
        "m7n": LANDSCHAP,
        "m7o": LANDSCHAP,
    },
    "S": {
        "m2": "eisenoordeel: {eisen: [VP-1], reden: Eis 2.4 wordt niet gehaald.}\n",
        "m3": EIGEN + BESTUUR,
        "m4": BESTUUR,
        "m5": REIKWIJDTE + BESTUUR,
        "m6": "gronden: [kwaliteitsproblemen]\n" + BESTUUR,
        "m7o": "gronden: [fraude]\nuiterste: Herstel is niet mogelijk gebleken.\n" + BESTUUR,
        "m7z": "gronden: [fraude-of-misleiding]\nuiterste: Herstel is niet mogelijk gebleken.\n"
        + BESTUUR,
    },
}
"""What has to be said with each measure, apart from the skipped treden and the deviations."""
AFGEWEKEN = {
    "J": {
        "m5c": ["bewijs"],
        "m5o": ["bewijs"],
        "m6t": ["bewijs"],
        "m6b": ["bewijs", "verzuim"],
        "m7n": ["bewijs"],
        "m7o": ["verzuim"],
    },
    "S": {"m3": ["plan-doorlopen"], "m7o": ["verzuim"]},
}
"""The motivated conditions that a measure with `+` deviates from."""
INGANG = {"J": {"m7o": "2026-12-01"}, "S": {"m6": "2028-01-01"}}
"""On which day a measure with `+` takes effect, where that is not its own day."""
SOORT = {"T:tijd": "[tijdigheid]", "T:veilig": "[veiligheid]", "T:kwal": "[kwaliteit]"}
VORM = {
    "onv": (
        "onveiligheid",
        [
            "de veiligheid van cliënt(en) of de kwaliteit van zorg is direct in het geding",
            "er is fysieke of psychische onveiligheid",
            "dat is vastgesteld door de IGJ of een gemeentelijk toezichthouder",
        ],
    ),
    "cont": (
        "geen-continuiteit",
        [
            "de veiligheid van cliënt(en) of de kwaliteit van zorg is direct in het geding",
            "de tekortkoming in continuïteit is structureel",
            "de afgesproken zorg kan niet langer geboden worden",
            "er is geen alternatief",
        ],
    ),
    "ervaring": (
        "ervaringen-andere-gemeenten",
        [
            "de veiligheid van cliënt(en) of de kwaliteit van zorg is direct in het geding",
            "andere gemeenten hebben negatieve ervaringen",
            "die ervaringen zijn onderbouwd",
            "de aanbieder is of was actief in die gemeenten",
            "de ervaringen duiden op structurele kwaliteitsgebreken",
        ],
    ),
    "fraude": (
        "valsheid-in-geschrifte",
        [
            "opzet",
            "misleiding van de opdrachtgever",
            "financieel gewin",
            "urenregistraties of indicaties zijn vervalst",
        ],
    ),
    "bedrog": (
        "bedrog",
        [
            "opzet",
            "misleiding van de opdrachtgever",
            "financieel gewin",
            "bewust is zorg gedeclareerd die niet is geleverd of waarvoor geen indicatie bestaat",
        ],
    ),
    "verduistering": (
        "verduistering",
        [
            "opzet",
            "misleiding van de opdrachtgever",
            "financieel gewin",
            "middelen voor de uitvoering van de Jeugdwet zijn wederrechtelijk toegeëigend",
        ],
    ),
}
PERSONEN = """  - {id: dir, naam: Di Recteur, functie: directeur, rol: beslisser}
ondertekenaars:
  - {persoon: dir, tot_en_met_trede: 7, van: 2020-01-01}
  - {persoon: mia, tot_en_met_trede: 2, van: 2020-01-01}
"""


@cache
def _regimetekst(regime: str) -> str:
    return (REGIMES / f"{regime}.yaml").read_text(encoding="utf-8")


def _wie(delen: list[str]) -> str:
    """Who decided it, where that was said: `door=mia`."""
    return "".join(f"besloten_door: {d[5:]}\n" for d in delen if d.startswith("door="))


class Bouw:
    """Turns the words of one state into files."""

    def __init__(self, woorden: str, contract: str) -> None:
        self.soort = contract
        while "$" in woorden:
            for macro, woordjes in MACROS[contract].items():
                woorden = woorden.replace(macro, woordjes)
        self.woorden = woorden.split()
        self.bestanden: dict[str, str] = {}
        self.teller = 0
        self.laatste: dict[str, str] = {}
        self.brief: str | None = None
        self.lezing = 0
        self.gezet: set[int] = set()
        self.los = {w for w in self.woorden if "@" not in w}
        self.ids = ["T1", "T2"] if "T2" in self.los else ["T1"]
        self._basis()
        for woord in self.woorden:
            if "@" in woord:
                self._feit(woord)
            elif woord.startswith("L:"):
                self._lezing(woord[2:])

    def _basis(self) -> None:
        los, s = self.los, self.soort
        tk = next((SOORT[w] for w in los if w in SOORT), "[kwaliteit]")
        eis = "" if "geen-eis" in los else ", eis: Alles op orde."
        dreigend = ", ernst: dreigend" if "T:dreigend" in los else ""
        ernstig = ", ernstig: ja" if "T:ernstig" in los else ""
        rijen = [
            (
                f"  - {{id: T1, verplichting: VP-1, wat: Iets, soort: {tk}, feiten: Zo is "
                f"het.{eis}{dreigend}{ernstig}}}"
            )
        ]
        if "T2" in self.ids:
            rijen.append(
                "  - {id: T2, verplichting: VP-1, wat: Nog iets, soort: [tijdigheid], feiten: Zo "
                f"is het.{eis}}}"
            )
        signalen = "" if "geen-signaal" in los else "signalen: [signalen/2026-01-05-iets]\n"
        eigen = next(
            (w.removeprefix("signaal=") for w in los if w.startswith("signaal=")),
            "kwaliteit" if s == "J" else "kwaliteit-onder-druk",
        )
        contract = "ambulant" if s == "J" else "advies"
        # what is called acute with no word of why, is `acuut-kaal`; seen in the case, `acuut-later`
        gevaar = "acuut_feiten: Twee van de drie groepen staan zonder begeleider.\n"
        signaal = (
            f"soort: [kwaliteit]\nsignaalsoort: {eigen}\nernst: feitelijk\n"
            "verplichting: VP-1\nkant: AOC\nbron: {soort: monitoring}\nwat: Iets.\n"
        )
        self.gevaar = f"{signaal}acuut: ja\n{gevaar}"
        if "acuut-later" in los:
            self.f_gevaar("gevaar", "02-03", [])
        signaal += f"acuut: {'ja' if {'acuut', 'acuut-kaal'} & los else 'nee'}\n"
        signaal += gevaar if "acuut" in los else ""
        self.bestanden["bloem/signalen/2026-01-05-iets.yaml"] = signaal
        self.bestanden["bloem/lijsten/verplichtingen.yaml"] = (
            "verplichtingen: [{id: VP-1, soort: verplichting, wat: Levert, partij: aanbieder, "
            "kant: AOC, doorlopend: ja}]"
        )
        self.bestanden[f"{ZAAK}/2026-01-12-opening.yaml"] = (
            f"contracten: [{contract}]\ntekortkomingen:\n"
            + "\n".join(rijen)
            + (
                f"\n{signalen}afweging: {{reden: Gewoon sturen hielp niet.}}\ncoordinatie: "
                "mia\nbesloten_door: mia\n"
            )
        )
        if "andere-zaak" in los:
            self._andere_zaak()
        self._organisatie()
        self._contract(contract)
        self._kwartalen()

    def _andere_zaak(self) -> None:
        """Another case on the same obligation, with a notice of 2 March that runs until 2 April."""
        map_, contract = f"{ZAAK.removesuffix('zaak')}ander", "ambulant"
        contract = contract if self.soort == "J" else "advies"
        brief = "bloem/brieven/2026-03-02-andere"
        self.bestanden[f"{map_}/2026-01-12-opening.yaml"] = (
            f"contracten: [{contract}]\ntekortkomingen: [{{id: X1, verplichting: VP-1, wat: Iets, "
            "soort: [kwaliteit], feiten: Zo is het.}]\nafweging: {reden: Gewoon sturen hielp "
            "niet.}\ncoordinatie: mia\nbesloten_door: mia\n"
        )
        self.bestanden[f"{map_}/2026-03-02-maatregel-ingebrekestelling.yaml"] = (
            "instrument: ingebrekestelling\ntrede: 3\ntekortkomingen: [X1]\ningaat: 2026-03-02\n"
            "reden: Past.\nernst: Ernstig.\nbesloten_door: dir\nnoodzaak: nee\nhersteltermijnen: "
            "[{tekortkoming: X1, termijn: 20 werkdagen, redelijk: Het kan.}]\n"
            f"brief: {brief.removeprefix('bloem/')}\n"
        )
        self.bestanden[f"{brief}/brief.yaml"] = (
            "richting: uitgaand\nsoort: ingebrekestelling\nonderwerp: Brief\ndatum: 2026-03-02\n"
            f"contracten: [{contract}]\n"
        )
        self.bestanden[f"{brief}/2026-03-02-verzonden.yaml"] = (
            "kanaal: aangetekend\naan: Bloem\ndocument: {vindplaats: archief}\nkaart_sha256: "
            f'"{HASH}"\n'
        )
        self.bestanden[f"{brief}/2026-03-05-bezorgd.yaml"] = (
            "bij: 2026-03-02-verzonden\nbewijs: handtekening\n"
        )
        for woord in self.los:  # judged cured or not, by default on 9 March
            if woord.startswith(("andere-hersteld", "andere-niet")):
                dag = woord.partition("=")[2] or "03-09"
                oordeel = "ja" if woord.startswith("andere-hersteld") else "nee"
                self.bestanden[f"{map_}/2026-{dag}-beoordeling.yaml"] = (
                    "bij: 2026-03-02-maatregel-ingebrekestelling\nover: herstel\noordelen: "
                    f"[{{onderdeel: X1, oordeel: {oordeel}, bewijs: Gezien.}}]\n"
                    "besloten_door: mia\n"
                )
        if "andere-dicht" in self.los:  # closed, and nobody was told
            self.bestanden[f"{map_}/2026-03-09-sluiting.yaml"] = (
                "reden: Klaar.\nhersteld: nee\nrest: [{tekortkoming: X1, wat: Verder hier.}]\n"
                "besloten_door: dir\n"
            )

    def _organisatie(self) -> None:

        overeenkomst = "raam" if self.soort == "J" else "sma"
        gemeenten = ["noord", "zuid"] if self.soort == "J" else ["noord"]
        tot = next((int(w.rsplit("-", 1)[1]) for w in self.los if w.startswith("volmacht-tot-")), 7)
        if "volmacht-zuid-mist" in self.los:
            gemeenten = ["noord"]
        einde = ", tot: 2026-01-31" if "volmacht-voorbij" in self.los else ""
        rijen = "".join(
            (
                f"  - {{gemeente: {g}, overeenkomst: {overeenkomst}, tot_en_met_trede: {tot}, "
                f"van: 2024-01-01{einde}, stuk: Z-1}}\n"
            )
            for g in gemeenten
        )
        volmachten = "" if "geen-volmacht" in self.los else "volmachten:\n" + rijen
        basis = textwrap.dedent(BASIS["organisatie.yaml"]).strip("\n")
        # our own least terms, as a new register gets them; `horen-geen` is one without
        horen = next((w.removeprefix("horen-") for w in self.los if w.startswith("horen-")), "5")
        beleid = (
            ""
            if horen == "geen"
            else f"wederhoor: {horen} werkdagen, horen_achteraf: 5 werkdagen, acuut: 1 maand, "
            "verbeterplan: 5 werkdagen, herziening: 6 maanden, "
        )
        basis = basis.replace("bezorging: ", f"{beleid}bezorging: ")
        if horen == "geen":
            basis = basis.replace(", herstel: 5 werkdagen", "")
        self.bestanden["organisatie.yaml"] = basis + "\n" + PERSONEN + volmachten
        for woord in self.los:
            if woord.startswith("opdrachtgever="):
                pad = f"overeenkomsten/{overeenkomst}/overeenkomst.yaml"
                eigen = f"opdrachtgever: {woord.removeprefix('opdrachtgever=')}\n"
                self.bestanden[pad] = eigen + textwrap.dedent(BASIS[pad]).strip("\n") + "\n"

    def _contract(self, naam: str) -> None:
        los = self.los
        overeenkomst, nummer, vorm = (
            ("raam", "A-1", "ambulant") if self.soort == "J" else ("sma", "S-1", "advies")
        )
        einde = (
            "2026-04-30"
            if "einde-dichtbij" in los and self.soort == "J"
            else "2026-02-18"
            if "einde-dichtbij" in los
            else "2027-12-31"
        )
        if "geen-einddatum" in los:
            pad = f"overeenkomsten/{overeenkomst}/overeenkomst.yaml"
            kaart = textwrap.dedent(self.bestanden.get(pad, BASIS[pad])).strip("\n") + "\n"
            self.bestanden[pad] = re.sub(r",\s*uitvoering_tot: [\d-]+", "", kaart)
        looptijd = (
            "looptijd: {uitvoering_van: 2025-01-01}"
            if "geen-einddatum" in los
            else f"looptijd: {{uitvoering_van: 2025-01-01, uitvoering_tot: {einde}}}"
        )
        optie = (
            "opties: [{id: optie-1, duur: 1 jaar, aanzeggen: 6 maanden}]"
            if self.soort == "J"
            else ""
        )
        eigen = (
            "afwijkingen:\n"
            + "".join(
                f"  - {{termijn: {t}, kalender: feestdagen, vanaf: 2025-01-01, grond: Artikel 9}}\n"
                for t in ("herstel", "reactie")
            )
            if "eigen-kalender" in los
            else ""
        )
        optie = (
            ""
            if "geen-optie" in los
            else optie.replace(", aanzeggen: 6 maanden", "")
            if "optie-zonder-aanzegging" in los
            else optie
        )
        normen = (
            (
                "normen: [{kpi: start, norm: 90, vanaf: 2025-01-01}, {kpi: duur, norm: 90, vanaf: "
                "2025-01-01}]"
            )
            if any(w.startswith("k2=") for w in los)
            else "normen: [{kpi: start, norm: 90, vanaf: 2025-01-01, tot: 2025-09-30}]"
            if "norm-tot" in los
            else (
                "normen: [{kpi: start, norm: 90, vanaf: 2025-01-01, tot: 2025-06-30}, {kpi: start, "
                "norm: 90, vanaf: 2025-10-01}]"
            )
            if "norm-pauze" in los
            else "normen: [{kpi: start, norm: 90, vanaf: 2025-01-01}]"
            if any(w.startswith("k=") for w in los)
            else ""
        )
        omzet = {
            "omzet": ("2025", "zonder"),
            "omzet-zonder-lezing": ("2025", "zonder"),
            "omzet-oud": ("2024", "zonder"),
            "omzet-met-btw": ("2025", "met"),
            "omzet-vrij": ("2025", "vrijgesteld"),
            "omzet-cent": ("2025", "zonder"),
            "omzet-nu": ("2026", "zonder"),
            "omzet-twaalf": ("2025-02 tot en met 2026-01", "zonder"),
        }
        jaar = {"omzet-nu": "lopend-kalenderjaar", "omzet-twaalf": "laatste-twaalf-maanden"}
        gekozen = next((omzet[w] for w in los if w in omzet), None)
        basis = "1234567.99" if "omzet-cent" in los else "2000000.00"
        grondslag = (
            (
                f"grondslagen: [{{over: regionale-omzet, jaar: '{gekozen[0]}', bedrag: {basis}, "
                f"btw: {gekozen[1]}, bron: VP-1}}"
                + (
                    f", {{over: regionale-omzet, jaar: '{gekozen[0]}', bedrag: 9000000.00, btw: "
                    "zonder, bron: VP-1}"
                    if "omzet-twee" in los
                    else ""
                )
                + "]"
            )
            if gekozen
            else ""
        )
        self.bestanden[f"bloem/contracten/{naam}/contract.yaml"] = "\n".join(
            r
            for r in (
                f"overeenkomst: {overeenkomst}",
                f"nummer: {nummer}",
                f"zorgvormen: [{vorm}]",
                looptijd,
                optie,
                normen,
                grondslag,
                eigen,
            )
            if r
        )
        if "tweede-contract" in los:  # of the same provider, without a base
            self.bestanden["bloem/contracten/verblijf/contract.yaml"] = (
                f"overeenkomst: {overeenkomst}\nnummer: {nummer}-2\nzorgvormen: "
                f"[{vorm}]\n{looptijd}"
            )
        if "optie-gebruikt" in los:
            self.bestanden[f"bloem/contracten/{naam}/2026-02-01-verlenging.yaml"] = (
                "optie: optie-1\ntot: 2028-12-31\nbesloten_door: dir"
            )
        if gekozen and "omzet-zonder-lezing" not in los:
            for keuze in (
                f"omzet-jaar={next((jaar[w] for w in los if w in jaar), 'vorig-kalenderjaar')}",
                "omzet-contracten=contract",
                "omzet-btw=zonder",
            ):
                self._lezing(keuze)

    def _kwartalen(self) -> None:
        kwartalen = ["2025-K1", "2025-K2", "2025-K3", "2025-K4"]
        for woord in self.los:
            for voor, kpi in (("k=", "start"), ("k2=", "duur")):
                if woord.startswith(voor):
                    letters = woord[len(voor) :]
                    for kwartaal, letter in zip(kwartalen[-len(letters) :], letters, strict=True):
                        if letter != "?":
                            self.bestanden[f"bloem/metingen/{kwartaal}-{kpi}.yaml"] = self._meting(
                                kwartaal,
                                (
                                    f"waarden: [{{kpi: {kpi}, contract: advies, waarde: "
                                    f"{80 if letter == 'o' else 95}}}]"
                                ),
                            )
            if woord.startswith("a="):
                woorden = {"n": "niet", "g": "gehaald", "?": "onbekend"}
                for kwartaal, letter in zip(kwartalen[-len(woord[2:]) :], woord[2:], strict=True):
                    self.bestanden[f"bloem/metingen/{kwartaal}-oordeel.yaml"] = self._meting(
                        kwartaal,
                        (
                            "oordelen: [{afspraak: dossiervorming, contract: advies, oordeel: "
                            f"{woorden[letter]}, reden: Gezien.}}]"
                        ),
                    )
        if any(w.startswith("k2=") for w in self.los):
            self.bestanden["kpis.yaml"] = "kpis:\n" + "".join(
                (
                    f'  - {{id: {i}, titel: {i}, definitie: aandeel, eenheid: "%", richting: '
                    "hoger is beter, periode: kwartaal}\n"
                )
                for i in ("start", "duur")
            )

    @staticmethod
    def _meting(kwartaal: str, inhoud: str) -> str:
        return (
            "datum: 2026-01-10\nvastgelegd: 2026-01-10T12:00:00+00:00\ndoor: mia\nperiode: "
            f"{kwartaal}\nbron: {{vindplaats: archief}}\nontvangen: 2026-01-10\n{inhoud}\n"
        )

    def _lezing(self, tekst: str) -> None:
        vraag, keuze = tekst.split("=")
        self.lezing += 1
        regime = "sdfl-jeugdhulp-2026" if self.soort == "J" else "sma-2026"
        assert f"{{keuze: {keuze}," in _regimetekst(regime), f"{vraag} kent geen antwoord '{keuze}'"
        self.bestanden[f"lezingen/2026-01-02-{vraag}.yaml"] = (
            f"regime: {regime}\nvraag: {vraag}\nkeuze: {keuze}\nreden: Zo lezen wij het.\n"
        )

    def schrijf(self, soort: str, dag: str, inhoud: str, map_: str = ZAAK) -> str:
        self.teller += 1
        stam = f"2026-{dag}-{soort}-{self.teller}"
        self.bestanden[f"{map_}/{stam}.yaml"] = inhoud
        self.laatste[soort.split("-", maxsplit=1)[0]] = stam
        return stam

    def _feit(self, woord: str) -> None:
        links, dag = woord.split("@")
        naam, *delen = links.split("/")
        bedrag = None
        if "=" in naam:
            naam, bedrag = naam.split("=")
        kaal = naam.rstrip("!?+")
        if kaal in INSTRUMENTEN[self.soort]:
            tekens = naam.removeprefix(kaal)
            nodig = "ja" if "!" in tekens else "onbekend" if "?" in tekens else "nee"
            self._maatregel(kaal, dag, delen, nodig, bedrag, heel="+" in tekens)
        else:
            getattr(self, "f_" + naam.partition("-")[0])(naam, dag, delen)

    def _tk(self, delen: list[str]) -> list[str]:
        eigen = [d for d in delen if d in ("T1", "T2")]
        return eigen or self.ids

    def _maatregel(
        self, naam: str, dag: str, delen: list[str], nodig: str, bedrag: str | None, *, heel: bool
    ) -> None:
        trede, instrument = INSTRUMENTEN[self.soort][naam]
        ids = self._tk(delen)
        ingang = (
            "2026-12-01"
            if "later" in delen
            else INGANG[self.soort].get(naam, "2026-" + dag)
            if heel
            else "2026-" + dag
        )
        inhoud = (
            f"instrument: {instrument}\ntrede: {trede}\ntekortkomingen: "
            f"[{', '.join(ids)}]\ningaat: {ingang}\nreden: Past.\nernst: Ernstig.\nbesloten_door: "
            f"dir\nnoodzaak: {nodig}\n"
        )
        if heel:
            inhoud += self._heel(naam, trede)
        if nodig == "ja" and "zonder-reden" not in delen:
            inhoud += "noodzaak_reden: Gevaar voor cliënten.\n"
        self.gezet.add(trede)
        if instrument == "preventie":
            inhoud += (
                "preventief: {maatregel: dossieraudit, niveau: "
                f"{'operationeel' if naam == 'm1o' else 'tactisch'}, doel: herstel, wie: beide}}\n"
            )
            self.laatste[naam] = ""
        if naam == "m1" and "kaal" not in delen:
            inhoud += (
                "intensivering: {contact: elke maand, tot: 2026-06-30, gesprekken: [2026-03-03, "
                "2026-06-02]}\n"
            )
        if naam == "m3" and "zonder-termijn" in delen:
            inhoud += "verzuimgrond: {artikel: '6:82 lid 2', reden: Aanmanen heeft geen zin.}\n"
        elif naam == "m3":
            eigen = next((d[:-2] for d in delen if d[:-2].isdigit() and d.endswith("wd")), "20")
            duur = "4 weken" if "4w" in delen else f"{eigen} werkdagen"
            inhoud += "hersteltermijnen:\n" + "".join(
                (f"  - {{tekortkoming: {i}, termijn: {duur}, redelijk: Het kan.}}\n") for i in ids
            )
        if "T2-nodig" in delen:
            inhoud += "noodzaak_per: [{tekortkoming: T2, noodzaak: ja, reden: Gevaar.}]\n"
        if naam == "m2" and self.soort == "J":
            inhoud += "antwoordtermijn: 10 werkdagen\nantwoord_reden: Zo lang is nodig.\n"
        eigen = next((d[:-2] for d in delen if d.endswith("wd")), "")
        if eigen and naam != "m3":
            inhoud += f"antwoordtermijn: {eigen} werkdagen\nantwoord_reden: Acuut.\n"
        if bedrag:
            inhoud += f"geldelijk: {{bedrag: {bedrag}.00, reden: Past.}}\n"
        heeft_brief = (
            any(
                w.startswith("verz")
                for w in self.woorden[
                    self.woorden.index(
                        next(
                            w for w in self.woorden if w.endswith("@" + dag) and w.startswith(naam)
                        )
                    ) :
                ]
            )
            or naam == "m3"
            or "bekend" in delen
        )
        if heeft_brief and "zonder-brief" not in delen:
            self.brief = f"bloem/brieven/2026-{dag}-{instrument}"
            self.bestanden[f"{self.brief}/brief.yaml"] = (
                f"richting: uitgaand\nsoort: {instrument}\nonderwerp: Brief\ndatum: "
                f"2026-{dag}\ncontracten: [{'ambulant' if self.soort == 'J' else 'advies'}]\n"
            )
            inhoud += f"brief: {self.brief.removeprefix('bloem/')}\n"
        stam = self.schrijf(f"maatregel-{instrument}", dag, inhoud)
        self.laatste["m"] = stam
        self.laatste[naam] = stam
        if "bekend" in delen:  # its letter was received on the same day
            self.f_verz("verz", dag, [])
            self.f_bez("bez", dag, [])

    def _heel(self, naam: str, trede: int) -> str:
        """All that has to be said with this measure, so that nothing is missing."""
        uit = VERKLAARD[self.soort].get(naam, "")
        over = sorted(set(range(1, trede)) - self.gezet)
        if over:
            uit += (
                f"overslaan: {{treden: {over}, ernst: Groot., kpis: Start onder de norm., reden: "
                "Het kan niet anders.}\n"
            )
        af = AFGEWEKEN[self.soort].get(naam, [])
        if af:
            uit += "afwijkingen:\n" + "".join(
                (
                    f"  - {{voorwaarde: {v}, reden: Dat is zo besloten., door: dir, datum: "
                    f"2026-02-10{', onmogelijk: blijvend' if v == 'verzuim' else ''}}}\n"
                )
                for v in af
            )
        return uit

    def f_gevaar(self, naam: str, dag: str, delen: list[str]) -> None:
        """A signal of acute danger of that day, on the same obligation."""
        self.bestanden[f"bloem/signalen/2026-{dag}-gevaar.yaml"] = self.gevaar

    def f_ond(self, naam: str, dag: str, delen: list[str]) -> None:
        stand = {"ond": "ja", "ond-nee": "nee", "ond-onb": "onbekend"}[naam]
        self.schrijf(
            "onderzoek",
            dag,
            (
                f"begonnen: 2026-{dag}\ntekortkomingen: "
                f"[{', '.join(self._tk(delen))}]\nbevindingen: Gezien.\nniet_nakoming: {stand}\n"
            ),
        )

    def f_wh(self, naam: str, dag: str, delen: list[str]) -> None:
        """Heard in a talk, invited on the day of the findings unless `uit=` says another.

        Within a week he said that this was all; `open` says nothing of that, `wil` that it was not,
        `stom` no word of what he said.
        """
        bij = "2026-01-12-opening" if naam == "wh-zonder" else self.laatste["onderzoek"]
        los = dict(d.split("=") for d in delen if "=" in d)
        uit = los.get("uit", self.laatste.get("onderzoek", "2026-02-02")[5:10])
        self._gehoord(dag, bij, uit, delen)

    def f_nh(self, naam: str, dag: str, delen: list[str]) -> None:
        """Heard again, on the newest evidence (`nh-bew`) or judgement."""
        bij = self.laatste["bewijs" if naam == "nh-bew" else "beoordeling"]
        self._gehoord(dag, bij, dag, delen)

    def _gehoord(self, dag: str, bij: str, uit: str, delen: list[str]) -> None:
        los = set(delen)
        snel = date.fromisoformat(f"2026-{dag}") - date.fromisoformat(f"2026-{uit}")
        klaar = "nee" if "wil" in los else "" if "open" in los or snel.days >= 7 else "ja"
        self.schrijf(
            "wederhoor",
            dag,
            (
                f"bij: {bij}\nuitgenodigd: 2026-{uit}\ntermijn_tot: 2026-{dag}\ngehoord: "
                f"2026-{dag}\nwijze: gesprek\n"
                + (f"uitgesproken: {klaar}\n" if klaar else "")
                + ("" if "stom" in los else "reactie: Zo zit het.\n")
            ),
        )

    def f_whstil(self, naam: str, dag: str, delen: list[str]) -> None:
        """No answer to an invitation of 3 February, by default a letter that arrived that day.

        `los` names no invitation, `tel` a call, `mail` a mail, `antw` their confirmation of it; a
        letter may be `thuis` (not sent), `terug` (came back), `weg` (no receipt recorded), or have
        arrived on `bez=`.
        """
        los = dict(d.split("=") for d in delen if "=" in d)
        tot = los.get("tot", "02-17")
        hoe = next((d for d in delen if "=" not in d), "brief")
        uitnodiging = self._uitnodiging(hoe, los.get("bez", "02-03"))
        self.schrijf(
            "wederhoor",
            dag,
            (
                f"bij: {self.laatste['onderzoek']}\nuitgenodigd: 2026-02-03\ntermijn_tot: "
                f"2026-{tot}\nwijze: geen reactie\n{uitnodiging}"
            ),
        )

    def _uitnodiging(self, hoe: str, bezorgd: str) -> str:
        if hoe == "los":
            return ""
        if hoe in ("tel", "mail", "antw"):
            wijze = "telefoon" if hoe == "tel" else "e-mail"
            richting = "inkomend" if hoe == "antw" else "uitgaand"
            stam = self.schrijf(
                "uitnodiging",
                "02-03",
                f"wijze: {wijze}\nrichting: {richting}\nmet: [de directie]\nkern: Uitgenodigd.\n",
                "bloem/contacten",
            )
            return f"uitnodiging: contacten/{stam}\n"
        eerder, self.brief = self.brief, "bloem/brieven/2026-02-03-bevindingen"
        contract = "ambulant" if self.soort == "J" else "advies"
        zaak = f"{ZAAK.removeprefix('bloem/')}/{self.laatste['onderzoek']}"
        self.bestanden[f"{self.brief}/brief.yaml"] = (
            "richting: uitgaand\nsoort: bevindingen\nonderwerp: Brief\ndatum: 2026-02-03\n"
            f"contracten: [{contract}]\nbij: {zaak}\n"
        )
        if hoe != "thuis":
            self.f_verz("verz", "02-03", [])
        if hoe == "terug":
            self.f_ret("ret", "02-09", [])
        elif hoe not in ("thuis", "weg"):
            self.f_bez("bez", bezorgd, [])
        self.brief = eerder
        return ""

    f_whstilvroeg = f_whstil

    def f_uitn(self, naam: str, dag: str, delen: list[str]) -> None:
        self.schrijf(
            "wederhoor",
            dag,
            (
                f"bij: {self.laatste['onderzoek']}\nuitgenodigd: 2026-{dag}\ntermijn_tot: "
                "2026-02-17\nwijze: schriftelijk\n"
            ),
        )

    def f_verz(self, naam: str, dag: str, delen: list[str]) -> None:
        termijn_ = {
            "T1": "herstel, tekortkoming: T1",
            "bezwaar": "bezwaar",
            "plan": "verbeterplan",
            "betaling": "betaling",
        }
        kanaal = {"post": "gewone post", "mail": "e-mail"}.get(next(iter(delen), ""), "")
        gedrukt = [(termijn_[d.split("=")[0]], d.split("=")[1]) for d in delen if "=" in d]
        genoemd = (
            "genoemd:\n"
            + "".join(f"  - {{termijn: {t}, uiterlijk: {d}, kalender: atw}}\n" for t, d in gedrukt)
            if gedrukt
            else ""
        )
        assert self.brief
        self.schrijf(
            "verzonden",
            dag,
            (
                f"kanaal: {kanaal or 'aangetekend'}\naan: Bloem\n"
                "document: {vindplaats: archief}\n"
                f'kaart_sha256: "{HASH}"\n{genoemd}'
            ),
            self.brief,
        )

    def f_bez(self, naam: str, dag: str, delen: list[str]) -> None:
        assert self.brief
        self.schrijf(
            "bezorgd", dag, f"bij: {self.laatste['verzonden']}\nbewijs: handtekening\n", self.brief
        )

    def f_nieuw(self, naam: str, dag: str, delen: list[str]) -> None:
        """A letter that replaces the last one, received on its day; `T1=` is a day in it."""
        oud, self.brief = self.brief, f"bloem/brieven/2026-{dag}-vervangend"
        assert oud
        kaart = self.bestanden[f"{oud}/brief.yaml"].splitlines()
        kaart = [r for r in kaart if not r.startswith("datum:")]
        vervangt = oud.removeprefix("bloem/")
        self.bestanden[f"{self.brief}/brief.yaml"] = "\n".join(
            (*kaart, f"datum: 2026-{dag}", f"vervangt: {vervangt}", "")
        )
        self.f_verz("verz", dag, delen)
        self.f_bez("bez", dag, [])

    def f_ret(self, naam: str, dag: str, delen: list[str]) -> None:
        assert self.brief
        reden = {"ret-wei": "geweigerd", "ret-na": "niet afgehaald"}.get(naam, "adres onjuist")
        self.schrijf(
            "retour", dag, f"bij: {self.laatste['verzonden']}\nreden: {reden}\n", self.brief
        )

    def f_jdg(self, naam: str, dag: str, delen: list[str]) -> None:
        oordeel = {"nee": "nee", "ja": "ja", "deels": "deels", "onb": "onbekend"}[
            naam.split("-")[1]
        ]
        self._oordeel(dag, self.laatste["m3"], "herstel", [(i, oordeel) for i in self._tk(delen)])

    def _oordeel(self, dag: str, bij: str, over: str, rijen: list[tuple[str, str]]) -> None:
        regels = "".join(
            f"  - {{onderdeel: {i}, oordeel: {o}, bewijs: Gezien.}}\n" for i, o in rijen
        )
        self.schrijf(
            "beoordeling", dag, f"bij: {bij}\nover: {over}\noordelen:\n{regels}besloten_door: mia\n"
        )

    def f_eff(self, naam: str, dag: str, delen: list[str]) -> None:
        oordeel = {"nee": "nee", "ja": "ja", "deels": "deels", "onb": "onbekend"}[
            naam.split("-")[1]
        ]
        stam = self.laatste["m1o" if "o" in delen else "m1t"]
        ids = re.findall(
            r"T\d",
            self.bestanden[f"{ZAAK}/{stam}.yaml"].split("tekortkomingen: ")[1].split("\n")[0],
        )
        self._oordeel(dag, stam, "effect", [(i, oordeel) for i in ids])

    def f_plan(self, naam: str, dag: str, delen: list[str]) -> None:
        self.schrijf(
            "verbeterplan",
            dag,
            (
                f"bij: {self.laatste['m2']}\nontvangen: 2026-{dag}\npunten: [{{id: P1, "
                "tekortkoming: T1, oplossing: Zo., uiterlijk: 2026-04-01, doel: "
                f"Alles.}}]\ndirectie_naam: D. Irectie\ndirectie_datum: 2026-{dag}\n"
            ),
        )

    def f_planjdg(self, naam: str, dag: str, delen: list[str]) -> None:
        criteria = (
            ("adequaat", "uitvoerbaar", "deskundigheidsniveau") if self.soort == "S" else ("",)
        )
        self._oordeel(
            dag,
            self.laatste["m2" if "m2" in delen else "verbeterplan"],
            "verbeterplan",
            [(f"P1, criterium: {c}" if c else "P1", naam.split("-")[1]) for c in criteria],
        )

    def f_uitv(self, naam: str, dag: str, delen: list[str]) -> None:
        self._oordeel(
            dag,
            self.laatste["m2" if "m2" in delen else "verbeterplan"],
            "uitvoering",
            [("P1", naam.split("-")[1].replace("onb", "onbekend"))],
        )

    def f_bzw(self, naam: str, dag: str, delen: list[str]) -> None:
        los = dict(d.split("=") for d in delen if "=" in d)
        verzonden = "" if "ontv" in delen else f"verzonden: 2026-{los.get('verz', dag)}\n"
        tegen = [d for d in delen if d in ("T1", "T2")]
        inhoud = (
            f"bij: {self.laatste['m']}\n{verzonden}ontvangen: 2026-{dag}\nschriftelijk: "
            f"{'nee' if 'mond' in delen else 'onbekend' if 'vaag' in delen else 'ja'}\n"
            "gronden: Niet eens.\n"
            + (f"indiener: {los['door']}\n" if "door" in los else "")
            + (f"brief: contacten/{self.laatste['gemaild']}\n" if "contact" in delen else "")
        )
        self.schrijf("bezwaar", dag, inhoud + (f"tegen: [{tegen[0]}]\n" if tegen else ""))

    def f_bzwin(self, naam: str, dag: str, delen: list[str]) -> None:
        self.schrijf(
            "vervallen",
            dag,
            f"bij: {ZAAK.removeprefix('bloem/')}/{self.laatste['bezwaar']}\nreden: Ingetrokken.\n",
            "bloem/opvolging",
        )

    def _verteld(self, stam: str, dag: str, delen: list[str]) -> None:
        """A letter that tells a fact, by default received on its day.

        `los` none, `thuis` not sent, `weg` no receipt recorded, `terug` came back, `bez=` received
        on that day.
        """
        hoe = next((d for d in delen if d in ("los", "thuis", "weg", "terug")), "")
        if hoe == "los":
            return
        bezorgd = next((d[4:] for d in delen if d.startswith("bez=")), dag)
        eerder, self.brief = self.brief, f"bloem/brieven/2026-{dag}-over-{self.teller}"
        contract = "ambulant" if self.soort == "J" else "advies"
        soort = "reactie-bezwaar" if "-beslissing-" in stam else "verlenging-hersteltermijn"
        self.bestanden[f"{self.brief}/brief.yaml"] = (
            f"richting: uitgaand\nsoort: {soort}\nonderwerp: Brief\ndatum: 2026-{dag}\n"
            f"contracten: [{contract}]\nbij: {ZAAK.removeprefix('bloem/')}/{stam}\n"
        )
        if hoe != "thuis":
            self.f_verz("verz", dag, [d for d in delen if d.startswith("betaling=")])
        if hoe == "terug":
            self.f_ret("ret", dag, [])
        elif hoe not in ("thuis", "weg"):
            self.f_bez("bez", bezorgd, [])
        self.brief = eerder

    def f_besl(self, naam: str, dag: str, delen: list[str]) -> None:
        """A decision on the objection, or with `geschil` on the dispute that followed it."""
        over = self.laatste["geschil" if "geschil" in delen else "bezwaar"]
        hoe, delen = delen, [d for d in delen if d.startswith("2026")]
        wie = next((d[5:] for d in hoe if d.startswith("door=")), "dir")
        uitkomst = "ingetrokken" if naam == "besl-int" else "gewijzigd" if delen else "gehandhaafd"
        nieuw = f"nieuwe_data: [{{tekortkoming: T1, uiterlijk: {delen[0]}}}]\n" if delen else ""
        stam = self.schrijf(
            "beslissing",
            dag,
            (f"bij: {over}\nuitkomst: {uitkomst}\nreden: Omdat.\n{nieuw}besloten_door: {wie}\n"),
        )
        self._verteld(stam, dag, hoe)

    def f_gespr(self, naam: str, dag: str, delen: list[str]) -> None:
        """A talk of both directors; `onze-weg` and `hun-weg` leave one of them out."""
        uitkomst = "" if "zonder" in delen else "uitkomst: Eens.\n"
        onze = "" if "onze-weg" in delen else "directie_opdrachtgever: D. Recteur\n"
        hun = "" if "hun-weg" in delen else "directie_aanbieder: B. Aas\n"
        self.schrijf(
            "geschil",
            dag,
            f"bij: {self.laatste['bezwaar']}\ngehouden: 2026-{dag}\n{onze}{hun}{uitkomst}",
        )

    def f_geschil(self, naam: str, dag: str, delen: list[str]) -> None:
        self.schrijf("geschil", dag, f"bij: {self.laatste['m']}\n")

    def f_zegt(self, naam: str, dag: str, delen: list[str]) -> None:
        """A mail: `zegt-bezwaar`, `-hersteld`, `-reactie`, `-anders`; `tel` a call, `wij` by us.

        `over=` says about which contract it was, `om=` what it was.
        """
        kern = {
            "zegt-bezwaar": "Zij maken bezwaar.",
            "zegt-hersteld": "Alles is hersteld.",
            "zegt-reactie": "Hun zienswijze op de bevindingen.",
            "zegt-anders": "Zij vragen uitstel.",
        }[naam]
        richting = "uitgaand" if "wij" in delen else "inkomend"
        over = "".join(f"contracten: [{d[5:]}]\n" for d in delen if d.startswith("over="))
        over += "".join(f"gaat_om: [{d[3:]}]\n" for d in delen if d.startswith("om="))
        self.schrijf(
            "gemaild",
            dag,
            f"wijze: {'telefoon' if 'tel' in delen else 'e-mail'}\nrichting: {richting}\n"
            f"met: [de directie]\nkern: {kern}\n{over}",
            "bloem/contacten",
        )

    def f_meld(self, naam: str, dag: str, delen: list[str]) -> None:
        """The provider reports that it was mended."""
        ids = ", ".join(self._tk(delen))
        tekst = f"bij: {self.laatste['m']}\ntekortkomingen: [{ids}]\ninhoud: Hersteld.\n"
        self.schrijf("herstel", dag, tekst)

    def f_overname(self, naam: str, dag: str, delen: list[str]) -> None:
        """The contract passes to another provider, on that day or on `op=`."""
        los = dict(d.split("=") for d in delen if "=" in d)
        contract = "ambulant" if self.soort == "J" else "advies"
        self.schrijf(
            "overname",
            dag,
            f"naar: klimop\ningaat: 2026-{los.get('op', dag)}\ngrond: Fusie\n"
            + ("" if "zonder" in delen else "toestemming: 2026-02-20\n"),
            f"bloem/contracten/{contract}",
        )

    def f_schors(self, naam: str, dag: str, delen: list[str]) -> None:
        self.schrijf(
            "schorsing",
            dag,
            f"bij: {self.laatste['m']}\nreden: Even niet.\n{_wie(delen)}"
            + "".join(f"tekortkomingen: [{deel}]\n" for deel in delen if deel.startswith("T")),
        )

    def f_anders(self, naam: str, dag: str, delen: list[str]) -> None:
        vast = {
            "minder": "reikwijdte: {wat: alleen Noord}",
            "zonder-ontvangers": "reikwijdte: {wat: alles, ontvangers: []}",
            "deel": "geldelijk: {procent: 30, reden: Anders.}",
        }
        nieuw = (
            f"nieuwe_data: [{{tekortkoming: T1, uiterlijk: {delen[0]}}}]"
            if delen[0].startswith("2026")
            else f"geldelijk: {{bedrag: {delen[0]}.00, reden: Anders.}}"
        )
        wat = vast.get(delen[0], nieuw)
        boom = f"bij: {self.laatste['m']}\nreden: Anders.\n{wat}\n{_wie(delen)}"
        stam = self.schrijf("aanpassing", dag, boom)
        self._verteld(stam, dag, delen)

    def f_hervat(self, naam: str, dag: str, delen: list[str]) -> None:
        eigen = "".join(f"tekortkomingen: [{deel}]\n" for deel in delen if deel.startswith("T"))
        nieuw = "".join(
            f"nieuwe_data: [{{tekortkoming: T1, uiterlijk: {deel}}}]\n"
            for deel in delen
            if deel.startswith("2026")
        )
        stam = self.schrijf(
            "hervatting",
            dag,
            (
                f"bij: {self.laatste['m' if 'm' in delen else 'schorsing']}\nreden: Weer "
                f"wel.\n{eigen}{nieuw}{_wie(delen)}"
            ),
        )
        self._verteld(stam, dag, delen)

    def f_afst(self, naam: str, dag: str, delen: list[str]) -> None:
        self.schrijf(
            "afstemming",
            dag,
            "bij: 2026-01-12-opening\nrelevant: ja\nmet: de wethouder\nuitkomst: Eens.\n",
        )

    def f_klaar(self, naam: str, dag: str, delen: list[str]) -> None:
        """Each municipality, or `noord` alone, carries the last measure out; `klaar-nee` not."""
        alle = ("noord", "zuid") if self.soort == "J" else ("noord",)
        stand = naam.partition("-")[2] or "ja"
        for gemeente in [g for g in alle if g in delen] or alle:
            self.schrijf(
                "uitvoering",
                dag,
                (
                    f"bij: {self.laatste['m']}\ngemeente: {gemeente}\ngedaan: Geen plaatsing "
                    f"meer.\nklaar: {stand}\n"
                ),
            )

    def f_react(self, naam: str, dag: str, delen: list[str]) -> None:
        maatregelen = "ja" if "heel" in delen else "nee"
        self.schrijf(
            "reactie",
            dag,
            (
                f"bij: {self.laatste['m1']}\nontvangen: 2026-{dag}\nverklaring: "
                f"ja\nherstelmaatregelen: {maatregelen}\ninhoud: Zo zit het.\n"
            ),
        )

    def f_reactjdg(self, naam: str, dag: str, delen: list[str]) -> None:
        self._oordeel(
            dag, self.laatste["reactie"], "reactie", [(i, naam.split("-")[1]) for i in self.ids]
        )

    def f_opheff(self, naam: str, dag: str, delen: list[str]) -> None:
        self.schrijf(
            "opheffing",
            dag,
            f"bij: {self.laatste['m']}\nwijze: opgeheven\nreden: Hersteld.\nbesloten_door: dir\n",
        )

    def f_intrek(self, naam: str, dag: str, delen: list[str]) -> None:
        """Taken back; nobody was told, unless `weg`, `terug` or `bez=` say how its letter went."""
        stam = self.schrijf(
            "opheffing",
            dag,
            f"bij: {self.laatste['m']}\nwijze: ingetrokken\nreden: Fout.\nbesloten_door: dir\n",
        )
        if delen:
            self._verteld(stam, dag, delen)

    def f_verb(self, naam: str, dag: str, delen: list[str]) -> None:
        """A correction: of the findings (`-ond`), the facts (`-feiten`), the necessity (`-nodig`).

        Or of the cure term, to a shorter one (`-kort`), of what is demanded (`-eis`, `-spelling`,
        `-letter`), of whether it is about safety (`-veilig`) or serious (`-ernstig`), of the
        obligation (`-plicht`).

        `niets` changes nothing of what the provider was told.
        """
        wat = naam.partition("-")[2]
        van, naar = {
            "ond": ("Gezien.", "Heel anders."),
            "feiten": ("Zo is het.", "Veel erger."),
            "eis": ("Alles op orde.", "Alles en meer op orde."),
            "spelling": ("Alles op orde.", "alles  op órde!"),
            "letter": ("Alles op orde.", "Niets op orde."),
            "veilig": ("feiten: Zo", "raakt_veiligheid: ja, feiten: Zo"),
            "ernstig": ("feiten: Zo", "ernstig: ja, feiten: Zo"),
            "plicht": ("verplichting: VP-1", "verplichting: VP-2"),
            "nodig": ("noodzaak: nee", "noodzaak: ja\nnoodzaak_reden: Gevaar."),
            "kort": ("20 werkdagen", "5 werkdagen"),
        }[wat]
        stam = {
            "ond": self.laatste.get("onderzoek", ""),
            **dict.fromkeys(
                ("feiten", "eis", "spelling", "letter", "veilig", "ernstig", "plicht"),
                "2026-01-12-opening",
            ),
            "nodig": self.laatste.get("m", ""),
            "kort": self.laatste.get("m", ""),
        }[wat]
        pad = f"{ZAAK}/{stam}.yaml"
        oud = inhoud(pad, self.bestanden[pad])
        nieuw = oud if "niets" in delen else oud.replace(van, naar)
        wordt = textwrap.indent(nieuw, "  ")
        self.schrijf("correctie", dag, f"bij: {stam}\nreden: Er klopte iets niet.\nwordt:\n{wordt}")

    def f_sluit(self, naam: str, dag: str, delen: list[str]) -> None:
        self.schrijf("sluiting", dag, "reden: Klaar.\nhersteld: ja\nbesloten_door: dir\n")

    def f_heropen(self, naam: str, dag: str, delen: list[str]) -> None:
        self.schrijf(
            "heropening",
            dag,
            (
                f"bij: {self.laatste['sluiting']}\nreden: Weer.\nsignalen: "
                "[signalen/2026-01-05-iets]\nbesloten_door: dir\n"
            ),
        )

    def f_fact(self, naam: str, dag: str, delen: list[str]) -> None:
        bij = self.laatste["m"] if naam == "fact-m" else "2026-01-12-opening"
        een, twee = (
            ("F-1", "F-1")
            if "dubbel" in delen
            else ("F-3", "F-4")
            if "ander" in delen
            else ("F-1", "F-2")
        )
        self.schrijf(
            "facturen",
            dag,
            (
                f"bij: {bij}\nregels:\n  - {{nummer: {een}, bedrag: 400.00, grond: "
                f"Zonder opdracht}}\n  - {{nummer: {twee}, bedrag: 600.00, grond: Zonder "
                "opdracht}\n"
            ),
        )

    def f_bet(self, naam: str, dag: str, delen: list[str]) -> None:
        """Money on the last measure: `bet/betaald=400`, `bet/ingehouden=400`.

        `F-7=4500` behind it is an invoice that it is kept back from.
        """
        (wijze, som), *van = [d.split("=") for d in delen if "=" in d] or [("betaald", "0")]
        rijen = ", ".join(f"{{nummer: {nummer}, bedrag: {bedrag}.00}}" for nummer, bedrag in van)
        inhoud = f"bij: {self.laatste['m']}\nbedrag: {som}.00\nwijze: {wijze}\n"
        inhoud += f"van: [{rijen}]\n" if van else ""
        self.schrijf("betaling", dag, inhoud)

    def f_bew(self, naam: str, dag: str, delen: list[str]) -> None:
        los = dict(d.split("=") for d in delen if "=" in d)
        delen = [d for d in delen if "=" not in d]
        _, soort, *rest = naam.split("-", 2)
        hoe = rest[0] if rest else ""
        vorm, elementen = VORM[soort]
        stand = dict.fromkeys(elementen, "ja")
        if hoe in ("deel", "geen-opzet"):
            stand[elementen[0]] = "nee"
        if hoe == "onbekend":
            stand[elementen[0]] = "onbekend"
        wie = {"onv": "Inspectie Gezondheidszorg en Jeugd"}.get(soort, "accountant")
        wie = "een buurman" if hoe == "fout" else wie
        vast = (
            ""
            if hoe == "zv"
            else (
                f"vastgesteld_door: {wie}\nvastgesteld_op: 2026-{los.get('op', '01-20')}\n"
                "bijlagen: [{vindplaats: archief}]\n"
            )
        )
        gemeenten = "gemeenten: [Almere]\n" if soort == "ervaring" and hoe != "zonder" else ""
        tk = f"tekortkomingen: [{delen[0]}]\n" if delen else ""
        if self.soort == "S":
            vorm = "valsheid-in-geschrifte"
        self.schrijf(
            "bewijs",
            dag,
            f"vorm: {vorm}\nelementen:\n"
            + "".join(
                f"  - {{element: '{e}', aangetoond: {a}, feiten: Blijkt.}}\n"
                for e, a in stand.items()
            )
            + vast
            + gemeenten
            + tk,
        )


class Antwoorden:
    """Answers the expectations of one state."""

    def __init__(self, register: Register, dag: date) -> None:
        self.register, self.dag = register, dag
        self.dossier: Dossier = register.dossiers["bloem"]
        self.escalatie: Escalatie = self.dossier.escalaties[-1]
        self.blik = blik_op(register, self.dossier, dag)
        self.stand: Stand = stand_van(self.blik, self.escalatie)

    @cache  # noqa: B019 - lives as long as one test
    def stappen(self, alleen: tuple[str, ...] = ()) -> tuple[vervolg.Vervolgstap, ...]:
        return vervolg.vervolg(self.blik, self.escalatie, alleen)

    def instrument(self, naam: str, alleen: tuple[str, ...] = ()) -> str:
        stap = next(s for s in self.stappen(alleen) if s.stap.instrument.instrument == KORT[naam])
        mist = sorted(("" if rij.hard else "~") + rij.naam for rij in stap.mist())
        return stap.mag + (":" + ",".join(mist) if mist else "")

    def zaak(self) -> Genomen | None:
        loopt = [m.genomen for m in self.stand.maatregelen if m.loopt] or [
            m.genomen for m in self.stand.maatregelen
        ]
        return max(loopt, key=lambda z: z.maatregel.record.trede, default=None)

    def _termijn(self, soort: str) -> str:
        z = max(
            (m.genomen for m in self.stand.maatregelen if m.loopt),
            key=lambda z: (z.maatregel.record.trede, z.maatregel.record.datum),
            default=None,
        )
        regel = bezwaren.regeltermijn(z, soort) if z else None
        if z is None or regel is None:
            return "geen"
        uit = termijn(z, regel, termijnduur(z, regel)[0])
        return f"{uit.uiterlijk}{'?' if uit.voorlopig else ''}" if uit.uiterlijk else "geen"

    def vraag(self, naam: str) -> str:
        kop, _, deel = naam.partition("/")
        if kop in KORT:
            return self.instrument(kop, (deel,) if deel else ())
        if kop in ("T1", "T2"):
            rijen = [r for r in self.stand.herstel if r.tekortkoming == kop]
            rij = next(iter(rijen[-1:] if deel == "laatst" else rijen), None)
            return (
                "geen"
                if rij is None or rij.uiterlijk is None
                else f"{rij.uiterlijk}{'?' if rij.voorlopig else ''}"
            )
        vrager: Callable[[str], str] = getattr(self, "v_" + kop.replace("-", "_"))
        return vrager(deel or "T1")

    def v_trede(self, _: str) -> str:
        return str(self.stand.trede)

    def v_hoogst(self, _: str) -> str:
        return str(self.stand.hoogst)

    def v_open(self, _: str) -> str:
        return "ja" if self.stand.open else "nee"

    def v_verzuim(self, id_: str) -> str:
        return self.stand.verzuim(id_).antwoord

    def v_vanaf(self, id_: str) -> str:
        return next((str(r.vanaf) for r in self.stand.herstel if r.tekortkoming == id_), "geen")

    def v_herstel(self, id_: str) -> str:
        return next((r.herstel for r in self.stand.herstel if r.tekortkoming == id_), "geen")

    def v_stil(self, _: str) -> str:
        return ",".join(r.tekortkoming for r in self.stand.herstel if r.stil)

    def v_maatregelen(self, _: str) -> str:
        return ",".join(
            f"{m.genomen.record.instrument}:{m.toestand.replace(' ', '-')}"
            for m in self.stand.maatregelen
        )

    def v_overgeslagen(self, _: str) -> str:
        z = self.zaak()
        assert z
        stap = next(
            s
            for s in self.stappen(z.maatregel.record.tekortkomingen)
            if s.stap.instrument.instrument == z.maatregel.record.instrument
        )
        return ",".join(map(str, open_treden(stap.stap)))

    def v_lichter(self, _: str) -> str:
        raise NotImplementedError

    def v_int_antwoord(self, _: str) -> str:
        return "open" if any(p.soort == "reactie" for p in self.punten) else "geen"

    @property
    def punten(self) -> tuple[Werkpunt, ...]:
        return alle_werkpunten(blik_op(self.register, self.dossier, self.dag))

    def v_antwoord(self, _: str) -> str:
        return self._termijn("reactie")

    def v_plan(self, _: str) -> str:
        return (
            "binnen"
            if len(self.escalatie.van(Verbeterplan))
            == len(
                [m for m in self.stand.maatregelen if m.genomen.record.instrument == "verbeterplan"]
            )
            else self._termijn("verbeterplan")
        )

    def v_gekomen(self, _: str) -> str:
        """Whether the answer or plan came in time."""
        for m in self.stand.maatregelen:
            for soort in ("reactie", "verbeterplan"):
                regel = bezwaren.regeltermijn(m.genomen, soort)
                for rij in beantwoord(m, regel) if regel else ():
                    zin = rij.uitkomst.partition(": ")[2]
                    return next(
                        (w.replace(" ", "-") for w in ("op tijd", "te laat") if zin.startswith(w)),
                        "onbekend",
                    )
        return "geen"

    def v_bezwaar_tot(self, _: str) -> str:
        return self._termijn("bezwaar")

    def v_bezwaar(self, _: str) -> str:
        z = self.zaak()
        rijen = z.bij(Bezwaar) if z else []
        if not rijen or z is None or bezwaren.regeltermijn(z, "bezwaar") is None:
            return "geen"
        if rijen[0].record.schriftelijk == "nee":
            return "niet-schriftelijk"
        return {"ja": "tijdig", "nee": "laat", "onbekend": "onbekend"}[
            bezwaren.op_tijd(z, rijen[0]).antwoord
        ]

    def v_gesprek(self, _: str) -> str:
        z = self.zaak()
        assert z
        punt = next((p for p in self.punten if p.soort == "directiegesprek"), None)
        if punt is None and any(g.record.gehouden for g in bezwaren.geschillen(z)):
            return "gehouden"
        return str(punt.uiterlijk) if punt else "geen"

    def v_schorst(self, id_: str) -> str:
        z = self.zaak()
        assert z
        return opschorting.schorst(z, id_).antwoord

    def v_verloren(self, _: str) -> str:
        paren = [
            (m.genomen, feit) for m in self.stand.maatregelen for feit in m.genomen.bij(Aanpassing)
        ]
        return ",".join(
            rij.naam
            for z, feit in paren
            for rij in vervolg.verloren(self.blik, self.escalatie, z.maatregel, feit)
        )

    def v_ruimte(self, _: str) -> str:
        return str(eigen_ruimte(next(s.stap for s in self.stappen() if s.stap.instrument.maximum)))

    def v_reeks(self, _: str) -> str:
        return reeks_van(self.stappen()[0].stap).antwoord

    def v_grond(self, _: str) -> str:
        stap = next(
            s.stap for s in self.stappen() if s.stap.instrument.instrument == "verbeterplan"
        )
        return "reeks" if reeks_van(stap).antwoord == "ja" else "oordeel"

    def v_melding(self, _: str) -> str:
        """By when a report of a cure is to be judged."""
        punt = next((p for p in self.punten if p.wat.endswith(" beoordelen")), None)
        return str(punt.uiterlijk) if punt else "geen"

    def v_einde(self, id_: str) -> str:
        """Whether a cure term has a line: as it runs, or as what we have to judge after it."""
        wat = {p.wat: p.bij for p in self.punten if p.soort == "herstel" and id_ in p.wat}
        rijen = [bij for zin, bij in wat.items() if not zin.endswith(" beoordelen")]
        return ",".join(rijen) or "geen"

    def v_uitvoering(self, _: str) -> str:
        """Whether a line asks the municipalities to carry a measure out, or to stop that."""
        punt = next((p for p in self.punten if p.soort == "uitvoering"), None)
        return "geen" if punt is None else "stil" if "stilleggen" in punt.wat else "ja"

    def v_planoordeel(self, _: str) -> str:
        """What of a plan a line asks us to judge: the plan itself, or what was done of it."""
        zinnen = [p.wat for p in self.punten]
        over = {"plan": "Oordeel over het verbeterplan", "uitvoering": "Uitvoering van planpunt"}
        rijen = [wat for wat, kop in over.items() if any(z.startswith(kop) for z in zinnen)]
        return ",".join(rijen) or "geen"

    def v_planpunt(self, id_: str) -> str:
        """What was said of the plan, and of what was done of it, for a shortcoming's point."""
        rijen = [rij for m in self.stand.maatregelen for rij in planpunten(m.genomen)]
        punt = next((rij for rij in rijen if rij.punt.tekortkoming == id_), None)
        return "geen" if punt is None else f"{punt.plan},{punt.uitvoering}".replace(" ", "-")

    def v_bevestiging(self, _: str) -> str:
        punt = next((p for p in self.punten if p.soort == "bevestiging"), None)
        return str(punt.uiterlijk) if punt else "geen"


def regels(contract: str) -> list[tuple[str, str, str, str]]:
    """The rows of one table: clause, day, facts, what is right."""
    return _rijen(f"toestanden_{contract.lower()}.txt")


def _rijen(naam: str) -> list[tuple[str, str, str, str]]:
    rijen = []
    for regel in (HIER / naam).read_text(encoding="utf-8").splitlines():
        if "|" in regel and not regel.startswith("#"):
            een, twee, drie, vier = (deel.strip() for deel in regel.split("|"))
            rijen.append((een, twee, drie, vier))
    return rijen


_GELEZEN: dict[tuple[str, str], Register] = {}
"""The registers that were read: whoever asks for a state again, in this process or a fork of it,
need not read it again."""


def lees_toestand(map_: Path, contract: str, dag: str, feiten: str) -> Antwoorden:
    """The register of one state, read from files through the real gate, as it stood on a day."""
    if (contract, feiten) not in _GELEZEN:
        woorden, *anders = feiten.split(";;")
        bestanden = Bouw(woorden, contract).bestanden
        for deel in anders:
            _verander(bestanden, "", deel.strip())
        geladen = lees(map_, bestanden)
        assert [m for m in geladen.meldingen if "REC" in m.code or "YML" in m.code] == [], (
            geladen.meldingen
        )
        _GELEZEN[contract, feiten] = geladen.register
    op = date.fromisoformat(f"2026-{dag}")
    return Antwoorden(_GELEZEN[contract, feiten].zoals(op=op), op)


def genomen_regels() -> list[tuple[str, str, str, str]]:
    """The rows of the table of measures taken: clause, facts, change, what is right."""
    return _rijen("genomen.txt")


def genomen_stap(map_: Path, contract: str, feiten: str, anders: str) -> vervolg.Vervolgstap:
    """The last measure of a case whose files were changed, against its conditions."""
    delen = [deel.strip() for deel in anders.split(";;") if deel.strip()]
    sleutel = f"{contract} {anders}", feiten
    bouw = Bouw(" ".join((feiten, *(deel for deel in delen if deel.startswith("L:")))), contract)
    pad = next(p for p in bouw.bestanden if p.endswith(f"/{bouw.laatste['m']}.yaml"))
    for deel in delen:
        if not deel.startswith("L:"):
            _verander(bouw.bestanden, pad, deel)
    if sleutel not in _GELEZEN:
        geladen = lees(map_, bouw.bestanden)
        assert [m for m in geladen.meldingen if "REC" in m.code or "YML" in m.code] == [], (
            geladen.meldingen
        )
        _GELEZEN[sleutel] = geladen.register
    register = _GELEZEN[sleutel].zoals()
    zaak = register.dossiers["bloem"].escalaties[-1]
    maatregel = next(m for m in zaak.van(Maatregel) if m.pad == pad)
    blik = blik_op(register, "bloem", maatregel.record.datum)
    stap = vervolg.getoetst(blik, zaak, maatregel)
    assert stap is not None
    return stap


def _verander(bestanden: dict[str, str], pad: str, deel: str) -> None:
    if deel.startswith("@"):
        naam, deel = deel[1:].split(" ", 1)
        if naam == "regime":  # the register's own copy goes over the one that clm brings
            regime = (
                "sdfl-jeugdhulp-2026"
                if any("/contracten/ambulant/" in p for p in bestanden)
                else "sma-2026"
            )
            bestanden.setdefault(
                f"regimes/{regime}.yaml", (REGIMES / f"{regime}.yaml").read_text(encoding="utf-8")
            )
            naam = regime
        pad = next(p for p in sorted(bestanden, reverse=True) if naam in p.rpartition("/")[2])
    oud = bestanden[pad]
    if deel.startswith("- "):
        nieuw = re.sub(rf"^{deel[2:]}:[^\n]*\n(  [^\n]*\n)*", "", oud, flags=re.MULTILINE)
    elif deel.startswith("+ "):
        nieuw = f"{oud}{deel[2:]}\n"
    else:
        van, _, naar = deel.partition("=>")
        nieuw = oud.replace(_regels(van), _regels(naar))
    assert nieuw != oud, (deel, oud)
    bestanden[pad] = nieuw


def _regels(tekst: str) -> str:
    """The words of a change; `{nl}` is the end of a line."""
    return tekst.strip().replace(" {nl}", "\n").replace("{nl}", "\n")
