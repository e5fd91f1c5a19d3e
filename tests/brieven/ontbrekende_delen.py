"""How each mandatory part of a letter is taken away, and what clm then has to say."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from tests.brieven.register_advies import S_DREIGING, S_STAKING, S_ZAAK
from tests.brieven.register_jeugdhulp import J_DREIGING, J_STAKING, J_ZAAK
from tests.brieven.volle_registers import REGISTERS, Opdracht

ALTIJD = {
    "contract",
    "afbakening",
    "tekortkoming",
    "feiten",
    "evenredigheid",
    "ingang",
    "overslaan",
    "afwijkingen",
    "berekening",
    "directiegesprek",
    "gevolgen",
    "voorbehoud",
    "bevindingen",
    "redelijk",
    "verzuim",
    "oordelen",
    "planinhoud",
    "bedragregel",
    "rechtvaardiging",
    "besluitreden",
    "uitkomst",
    "nieuwe-data",
    "bezwaar-ontvangen",
    "verlengd-tot",
    "aanzegging",
    "einde-aangezegd",
    "rente-bij-bezwaar",
    "betaling-na-bezwaar",
    "wijziging",
    "wijziging-vanaf",
    "antwoordadres",
    "bij-brief",
    "andere-zaken",
    "horen",
}
"""Parts that the record itself always holds, or that stand in the letter only when they are
recorded; only a template can lose them."""
MAATREGEL = {
    "verzoek-verklaring": "01-13-maatregel-intensivering",
    "verzoek-verbeterplan": "02-26-maatregel-verbeterplan",
    "ingebrekestelling": "05-04-maatregel-ingebrekestelling",
    "opschorting": "06-29-maatregel-opschorting",
    "clientenstop": "07-01-maatregel-clientenstop",
    "memo-uitvoering": "07-01-maatregel-clientenstop",
    "overdracht": "07-06-maatregel-overdracht",
    "terugvordering": "07-07-maatregel-terugvordering",
    "boete": "07-09-maatregel-boete",
    "niet-verlengen": "07-13-maatregel-niet-verlengen",
    "ontbinding": "07-20-maatregel-ontbinding",
    "opzegging": "07-16-maatregel-opzegging",
    "opdrachtenstop": "07-01-maatregel-opdrachtenstop",
    "bevestiging-opdrachtenstop": "03-24-maatregel-opdrachtenstop",
    "bevestiging-bezwaar": "05-04-maatregel-ingebrekestelling",
    "aansprakelijkstelling": "03-23-maatregel-ingebrekestelling",
}
"""The measure that each letter is about."""


class Wijziging:
    """What is taken out of the register of one contract, and the command that makes the letter."""

    def __init__(self, contract: str, opdracht: Opdracht) -> None:
        self.contract, self.opdracht = contract, opdracht
        self.bestanden: dict[str, str | None] = dict(REGISTERS[contract])
        soort = opdracht.soort
        zaken = {
            "aansprakelijkstelling": (J_STAKING, S_STAKING),
            "bevestiging-opdrachtenstop": (J_STAKING, S_STAKING),
            "dreigende-tekortkoming": (J_DREIGING, S_DREIGING),
            "sluiting": (J_DREIGING, S_DREIGING),
        }.get(soort, (J_ZAAK, S_ZAAK))
        self.zaak = zaken[contract == "S"]
        if opdracht.naam == "memo-einde":
            self.zaak = S_STAKING
            self.maatregel = f"{self.zaak}/2026-03-24-maatregel-opdrachtenstop.yaml"
        elif soort == "memo-uitvoering" and contract == "S":
            self.maatregel = f"{self.zaak}/2026-07-01-maatregel-opdrachtenstop.yaml"
        else:
            self.maatregel = f"{self.zaak}/2026-{MAATREGEL.get(soort, '')}.yaml"

    def vervang(self, pad: str, patroon: str, door: str = "") -> None:
        """Change one file; the pattern has to be there."""
        oud = self.bestanden[pad]
        assert oud is not None
        nieuw = re.sub(patroon, door, oud, flags=re.MULTILINE | re.DOTALL)
        assert nieuw != oud, f"{pad} heeft geen {patroon}"
        self.bestanden[pad] = nieuw

    def regel(self, naam: str) -> None:
        """Take a key and all that is indented under it out of the measure."""
        self.vervang(self.maatregel, rf"^( *){naam}:[^\n]*\n(\1 +[^\n]*\n)*")

    def weg(self, deel: str) -> None:
        """Take files out."""
        paden = [pad for pad in self.bestanden if deel in pad]
        assert paden, deel
        self.bestanden |= dict.fromkeys(paden)

    def zonder(self, *beginnen: str) -> None:
        """Take an option with its value out of the command."""
        rest, over = [], list(self.opdracht.rest)
        while over:
            woord = over.pop(0)
            if woord.startswith("--") and f"{woord} {over[0]}".startswith(beginnen):
                over.pop(0)
            else:
                rest.append(woord)
        assert len(rest) < len(self.opdracht.rest), beginnen
        self.opdracht = replace(self.opdracht, rest=tuple(rest))

    def met(self, *woorden: str) -> None:
        """Add to the command."""
        self.opdracht = replace(self.opdracht, rest=(*self.opdracht.rest, *woorden))


def _opening(w: Wijziging) -> str:
    return next(
        pad for pad in w.bestanden if pad.startswith(w.zaak) and pad.endswith("opening.yaml")
    )


def _verplichting(w: Wijziging) -> None:
    pad = next(p for p in w.bestanden if p.endswith("verplichtingen.yaml"))
    w.vervang(pad, r", clausule: \{[^}]*\}")


def _onderzoek(w: Wijziging) -> None:
    naam = "2026-02-09-onderzoek"
    if w.zaak in (J_STAKING, S_STAKING):
        naam = "2026-03-17-onderzoek"
    if w.contract == "J" and w.opdracht.soort in ("terugvordering", "boete", "ontbinding"):
        naam = "2026-06-25-onderzoek"
    w.weg(f"{w.zaak.split('/')[-1]}/{naam}")


def _voorgeschiedenis(w: Wijziging) -> None:
    for deel in (
        "reactie",
        "verbeterplan",
        "preventie",
        "intensivering",
        "overleg",
        "audit",
        "uitvoering",
        "signalen/",
    ):
        w.bestanden |= {
            pad: None
            for pad in w.bestanden
            if deel in pad.rsplit("escalaties", 1)[-1] and not pad.startswith("overeenkomsten")
        }
    w.vervang(_opening(w), r" *signalen: [^\n]*\n")


def _antwoordtermijn(w: Wijziging) -> None:
    if any("soort=antwoord" in deel for deel in w.opdracht.rest):
        w.zonder("--termijn")
    else:
        w.regel("antwoordtermijn")


def _aangetekend(w: Wijziging) -> None:
    w.met("--kanaal", "e-mail")


def _verzuimstand(w: Wijziging) -> None:
    if w.contract == "J":
        w.regel("afwijkingen")
    else:
        w.weg("beoordeling-herstel")


def _gemeenten(w: Wijziging) -> None:
    w.vervang("organisatie.yaml", r" *- \{gemeente: oeverdam[^}]*\}\n")


def _ondertekening(w: Wijziging) -> None:
    w.vervang("organisatie.yaml", r" *- \{persoon: dir[^}]*\}\n *- \{persoon: mia[^}]*\}\n")
    w.vervang("organisatie.yaml", r" *ondertekenaars:\n")


def _schorsing(w: Wijziging) -> None:
    w.vervang(w.maatregel, r"^( *)noodzaak(_reden|_per)?:[^\n]*\n(\1 +[^\n]*\n)*")


def _eisenoordeel(w: Wijziging) -> None:
    w.regel("eisenoordeel")


def _risico(w: Wijziging) -> None:
    w.vervang(
        _opening(w),
        r"soort: \[kwaliteit, veiligheid\]\n *raakt_veiligheid: ja",
        "soort: [tijdigheid]",
    )


def _einddatum(w: Wijziging) -> None:
    pad = next(p for p in w.bestanden if p.endswith("/overeenkomst.yaml"))
    w.vervang(pad, r",\s+uitvoering_tot: 2027-12-31")


def _optie(w: Wijziging) -> None:
    pad = next(p for p in w.bestanden if p.endswith("/overeenkomst.yaml"))
    w.vervang(pad, r"id: optie-1", "id: optie-9")


def _verzuimgrond(w: Wijziging) -> None:
    w.regel("verzuimgrond")
    w.met("--bij", f"{w.zaak.split('/', 1)[1]}/2026-03-23-maatregel-ingebrekestelling")


def _voorwaarden(w: Wijziging) -> None:
    """No ground to start, or nobody heard: what no step of that trede can do without."""
    if w.opdracht.soort == "verzoek-verklaring":
        w.weg("/signalen/")
        w.vervang(_opening(w), r" *signalen: [^\n]*\n")
    else:
        w.weg("-wederhoor")


@dataclass(frozen=True, slots=True)
class Weg:
    """One part: how to take it away, the field that is then named, and the command that helps."""

    neem_weg: Callable[[Wijziging], None]
    veld: str
    nu: str


def _tekst(naam: str) -> Weg:
    return Weg(lambda w: w.zonder(f"--tekst onderdeel={naam} "), f"teksten ({naam})", "--tekst")


def _van(*namen: str) -> Callable[[Wijziging], None]:
    """Take lines out of the measure."""

    def neem_weg(w: Wijziging) -> None:
        for naam in namen:
            w.regel(naam)

    return neem_weg


WEG: dict[str, Weg] = {
    "gemeenten": Weg(_gemeenten, "volmacht van Oeverdam", "organisatie.yaml"),
    "ondertekening": Weg(_ondertekening, "ondertekenaar", "--ondertekenaar"),
    "verplichting": Weg(_verplichting, "verplichting van T", "clm lijst verplichtingen"),
    "voorgeschiedenis": Weg(_voorgeschiedenis, "voorgeschiedenis", "clm brief maak"),
    "onderzoek": Weg(
        _onderzoek,
        "onderzoek en wederhoor",
        "clm escalatie onderzoek",
    ),
    "ernst": Weg(_van("ernst"), "ernst", '--wordt "ernst='),
    "eis": Weg(
        lambda w: w.vervang(_opening(w), r"^( *)eis: [^\n}]*(\}?)\n", r"\1\2\n"),
        "eis van T1",
        "tekortkomingen=id=T1 eis='…'",
    ),
    "vaststelling": Weg(
        lambda w: w.vervang(_opening(w), r"^ *vaststelling: [^\n]*\n"),
        "vaststelling van T1, T2",
        "tekortkomingen=id=T1 vaststelling='…'",
    ),
    "hersteltermijn": Weg(
        _van("hersteltermijnen"), "hersteltermijnen (T1, T2)", '--wordt "hersteltermijnen='
    ),
    "verzuimgrond": Weg(_verzuimgrond, "verzuimgrond", '--wordt "verzuimgrond='),
    "verzuim-vanaf": Weg(
        lambda w: w.weg("beoordeling-herstel"), "verzuim van T1, T2", "clm escalatie beoordeling"
    ),
    **dict.fromkeys(
        ("verzuimstand", "verzuim-gevraagd"),
        Weg(_verzuimstand, "of waarom het niet nodig is", "clm escalatie beoordeling"),
    ),
    "bezwaar": Weg(
        lambda w: w.vervang("organisatie.yaml", r" *email_bezwaar: [^\n]*\n"),
        "email_bezwaar",
        "organisatie.yaml",
    ),
    "schorsing": Weg(_schorsing, "noodzaak", '--wordt "noodzaak='),
    "antwoordtermijn": Weg(_antwoordtermijn, "antwoordtermijn", "termijn"),
    "aanvultermijn": Weg(_antwoordtermijn, "antwoordtermijn", "--termijn"),
    "antwoordreden": Weg(_van("antwoord_reden"), "antwoord_reden", '--wordt "antwoord_reden='),
    "eisenoordeel": Weg(_eisenoordeel, "eisenoordeel", '--wordt "eisenoordeel='),
    "vordering": Weg(
        lambda w: w.vervang(w.maatregel, r"^( *)vordering: [^\n]*\n(\1 +[^\n]*\n)*"),
        "geldelijk (vordering)",
        '--wordt "geldelijk=',
    ),
    "deel": Weg(
        lambda w: w.vervang(w.maatregel, r"^ *procent: [^\n]*\n"),
        "geldelijk (bedrag of procent)",
        '--wordt "geldelijk=',
    ),
    "bedrag": Weg(
        lambda w: w.vervang(w.maatregel, r"bedrag: [0-9.]+,\s+"),
        "geldelijk (bedrag)",
        '--wordt "geldelijk=',
    ),
    "maximum": Weg(lambda w: w.weg("omzet-jaar"), "grondslag van het maximum", "grondslagen"),
    "facturen": Weg(lambda w: w.weg("07-07-facturen"), "facturen", "clm escalatie facturen"),
    "betaaltermijn": Weg(lambda w: w.zonder("--termijn"), "termijnen (betaling)", "--termijn"),
    "uitbetaling": Weg(lambda w: w.zonder("--termijn"), "termijnen (betaling)", "--termijn"),
    "rekening": Weg(
        lambda w: w.vervang("organisatie.yaml", r" *iban: [^\n]*\n"), "iban", "organisatie.yaml"
    ),
    **dict.fromkeys(
        ("afwikkeling", "overdrachtsdagen"),
        Weg(
            lambda w: w.zonder("--termijn soort=afwikkeling"),
            "termijnen (afwikkeling)",
            "--termijn",
        ),
    ),
    "risico": Weg(_risico, "soort (tekortkomingen)", "clm escalatie tekortkoming"),
    "reikwijdte": Weg(
        lambda w: w.vervang(w.maatregel, r", herzien: [0-9-]+"),
        "reikwijdte (herzien)",
        '--wordt "reikwijdte=',
    ),
    "toegewezen": Weg(
        lambda w: w.vervang(w.maatregel, r",\s+toegewezen: \"[^\"]*\""),
        "reikwijdte (toegewezen)",
        '--wordt "reikwijdte=wat=… eindigt_als=… herzien=… toegewezen=…"',
    ),
    "ontvangers": Weg(
        lambda w: w.vervang(w.maatregel, r",\s+ontvangers: \[[^\]]*\]"),
        "reikwijdte (ontvangers)",
        '--wordt "reikwijdte=',
    ),
    "zorglandschap": Weg(_van("zorglandschap"), "zorglandschap", '--wordt "zorglandschap='),
    "gronden": Weg(_van("gronden"), "gronden", '--wordt "gronden='),
    "bewijs": Weg(lambda w: w.weg("-bewijs-"), "bewijs", "clm escalatie bewijs"),
    "uiterste": Weg(_van("uiterste"), "uiterste", '--wordt "uiterste='),
    "einddatum": Weg(_einddatum, "looptijd (uitvoering_tot)", "kaart van het contract"),
    "optie": Weg(_optie, "optie", "clm contract"),
    "strategisch-besluit": Weg(
        lambda w: w.vervang(
            "meetpunt/contracten/urgentie/2026-02-02-verlenging.yaml"
            if w.opdracht.soort == "verlenging"
            else "meetpunt/contracten/parkeren/2026-04-01-niet-verlengd.yaml",
            "besloten_door: dir",
            "besloten_door: mia",
        ),
        "besloten_door (iemand op strategisch niveau)",
        "clm correctie",
    ),
    "voorwaarden": Weg(_voorwaarden, "De harde voorwaarden van de maatregel: '", "clm controleer"),
    "weging": Weg(
        lambda w: w.vervang(f"{w.zaak}/2026-06-01-beslissing.yaml", r"weging: [^\n]*\n *[^\n]*\n"),
        "weging",
        "clm correctie",
    ),
    "uitnodiging": Weg(lambda w: w.zonder("--uitnodiging"), "uitnodiging", "--uitnodiging"),
    **dict.fromkeys(
        ("categorie", "geldig-vanaf", "onderbouwing"),
        Weg(
            lambda w: w.vervang(
                "wilgenroos/classificaties/2026-01-15-eerste.yaml",
                "beleid: classificatie-2026",
                "beleid: classificatie-2025",
            ),
            "beleid classificatie-2025",
            "clm controleer wilgenroos",
        ),
    ),
    "aangetekend": Weg(_aangetekend, "kanalen", "--kanaal aangetekend"),
    **{
        naam: _tekst(naam)
        for naam in (
            "gevraagd",
            "antwoord",
            "afspraak",
            "advies",
            "doel",
            "aansprakelijkheid",
            "herhaling",
            "deel-of-geheel",
            "overname",
        )
    },
}
"""Every part that can be missing, by its name."""
