"""One full register for each contract, in which every kind of letter has all it needs.

Its files go through the real gate, and its letters are made on the command line.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from clm_cli.cli.hoofd import draai
from tests.brieven.register_advies import ADVIES
from tests.brieven.register_jeugdhulp import JEUGDHULP
from tests.klein_register import schrijf

REGISTERS: Mapping[str, Mapping[str, str]] = {"J": JEUGDHULP, "S": ADVIES}
DOSSIERS = {"J": "wilgenroos", "S": "meetpunt"}


@dataclass(frozen=True, slots=True)
class Opdracht:
    """How one letter is made: its kind, its day, and the rest of the command."""

    soort: str
    dag: str
    rest: tuple[str, ...] = ()
    verzonden: bool = False
    """Whether the story needs it sent: it then arrives on the day in `BEZORGD`."""
    naam: str = ""

    @property
    def id(self) -> str:
        """What the test calls it: its kind, or an own name where a kind is made twice."""
        return self.naam or self.soort


_ANTWOORD = ("--termijn", "soort=antwoord termijn='10 werkdagen'")
_BETALING = ("--termijn", "soort=betaling termijn='30 dagen'")
_AANSPRAKELIJK = (
    "--tekst",
    (
        "onderdeel=aansprakelijkheid tekst='U vergoedt de schade die wij door de tekortkoming "
        "lijden (artikel 14 van de overeenkomst).'"
    ),
)
_HERHALING = (
    "--tekst",
    (
        "onderdeel=herhaling tekst='Stellen wij u opnieuw in gebreke, dan kunnen wij de "
        "overeenkomst beëindigen.'"
    ),
)
_AFWIKKELING = (
    "--termijn",
    "soort=afwikkeling termijn='6 werkdagen' wat='U meldt elke gemeente wie nog op u rekent.'",
    "--termijn",
    "soort=afwikkeling termijn='20 werkdagen' wat='U draagt de dossiers over.'",
    "--termijn",
    "soort=afwikkeling termijn='30 dagen' wat='U stuurt ons de eindafrekening.'",
)
_OVERDRACHT = (
    "--termijn",
    "soort=afwikkeling termijn='5 werkdagen' wat='U meldt elke toegang om wie het gaat.'",
    "--termijn",
    "soort=afwikkeling termijn='25 werkdagen' wat='Elke overdracht is klaar.'",
)
_OVERNAME = ("--tekst", "onderdeel=overname tekst='{overname}'")
_GEHEEL = ("--tekst", "onderdeel=deel-of-geheel tekst=geheel")
_DEEL = ("--tekst", "onderdeel=deel-of-geheel tekst='het deel voor {deel}'")
_GEMEEN = (
    Opdracht(
        "verzoek-gegevens",
        "2026-02-16",
        (
            *_ANTWOORD,
            "--contract",
            "{contract}",
            "--tekst",
            "onderdeel=gevraagd tekst='{stand}'",
        ),
        verzonden=True,
    ),
    Opdracht(
        "herinnering",
        "2026-03-09",
        (
            *_ANTWOORD,
            "--contract",
            "{contract}",
            "--tekst",
            "onderdeel=gevraagd tekst='{stand}'",
        ),
    ),
    Opdracht(
        "bevestiging-afspraak",
        "2026-03-10",
        (
            "--contract",
            "{contract}",
            "--tekst",
            (
                "onderdeel=afspraak tekst='Op 5 maart 2026 spraken wij telefonisch af dat u "
                "ons elke maandag een opgave stuurt van wie wacht.'"
            ),
            *_ANTWOORD,
        ),
    ),
    Opdracht(
        "antwoord",
        "2026-03-11",
        (
            "--contract",
            "{contract}",
            "--bij",
            "brieven/{vraag}",
            "--tekst",
            "onderdeel=antwoord tekst='Wij sturen u de gevraagde stukken.'",
        ),
    ),
    Opdracht(
        "bevindingen",
        "2026-02-10",
        (
            "{zaak}",
            *_ANTWOORD,
            "--uitnodiging",
            "datum=2026-02-24 tijd=10:00 plaats='het kantoor van Regio Lindestroom'",
        ),
        verzonden=True,
    ),
    Opdracht("verzoek-verbeterplan", "2026-02-26", ("{zaak}",), verzonden=True),
    Opdracht(
        "dreigende-tekortkoming",
        "2026-03-03",
        (
            "{dreiging}",
            *_ANTWOORD,
            "--tekst",
            (
                "onderdeel=redelijk tekst='Het vertrek is bij u bekend sinds februari; na deze dag "
                "blijft tijd over om vóór 1 april te voorzien.'"
            ),
        ),
    ),
    Opdracht("oordeel-verbeterplan", "2026-03-19", ("{zaak}", *_ANTWOORD)),
    Opdracht(
        "aansprakelijkstelling",
        "2026-03-23",
        ("{staking}", *_AANSPRAKELIJK, *_HERHALING),
        verzonden=True,
    ),
    Opdracht("verlenging", "2026-02-02", ("--contract", "{derde}")),
    Opdracht("wijziging", "2026-02-03", ("--contract", "{derde}", *_ANTWOORD)),
    Opdracht("geen-verlenging", "2026-04-01", ("--contract", "{ander}")),
    Opdracht("sluiting", "2026-04-20", ("{dreiging}",)),
    Opdracht(
        "ingebrekestelling",
        "2026-05-04",
        (
            "{zaak}",
            *_AANSPRAKELIJK,
            *_HERHALING,
            "--bijlage",
            (
                "titel='{stukken}' vindplaats='zaaksysteem "
                "Z-2026-0010' sha256=" + "a" * 64 + " bewijst={uitvoering}"
            ),
            "--bijlage",
            (
                "titel='Verslag van het gesprek van 24 februari 2026' vindplaats='zaaksysteem "
                "Z-2026-0011' sha256=" + "b" * 64 + " bewijst={gehoord}"
            ),
        ),
        verzonden=True,
    ),
    Opdracht(
        "verlenging-hersteltermijn",
        "2026-06-02",
        ("{zaak}", "--bij", "2026-06-02-aanpassing"),
        verzonden=True,
    ),
    Opdracht(
        "oordeel-herstel",
        "2026-06-26",
        (
            "{zaak}",
            "--tekst",
            (
                "onderdeel=vervolg tekst='Wij nodigen u uit om te reageren op {oordeel}, "
                "uiterlijk op vrijdag 3 juli 2026. Wij beslissen pas over een volgende stap als "
                "wij u hebben gehoord, of als die dag voorbij is.'"
            ),
        ),
        verzonden=True,
    ),
    Opdracht(
        "memo-uitvoering",
        "2026-07-01",
        (
            "{zaak}",
            "--tekst",
            "onderdeel=gevraagd tekst='{memo}'",
        ),
    ),
    Opdracht("terugvordering", "2026-07-07", ("{zaak}", *_BETALING), verzonden=True),
    Opdracht(
        "adviesnota",
        "2026-07-10",
        (
            "{zaak}",
            "--tekst",
            "onderdeel=advies tekst='Kies nu voor de lichtste stap die de cliënten beschermt.'",
            "--tekst",
            "onderdeel=risico tekst='De rechter toetst of wij de aanbieder hebben gehoord.'",
        ),
    ),
    Opdracht(
        "gespreksnotitie",
        "2026-07-10",
        ("{zaak}", "--tekst", "onderdeel=doel tekst='Een datum waarop alles is hersteld.'"),
    ),
    Opdracht("niet-verlengen", "2026-07-13", ("{zaak}",), verzonden=True),
    Opdracht("ontbinding", "2026-07-20", ("{zaak}", *_GEHEEL, *_OVERNAME, *_AFWIKKELING)),
    Opdracht(
        "ontbinding",
        "2026-07-20",
        ("{zaak}", *_DEEL, *_OVERNAME, *_AFWIKKELING),
        naam="ontbinding-deel",
    ),
)
_J = (
    Opdracht(
        "opheffing", "2026-07-27", ("{zaak}", "--termijn", "soort=betaling termijn='5 werkdagen'")
    ),
    Opdracht("classificatie", "2026-01-19"),
    Opdracht("verzoek-verklaring", "2026-01-13", ("{zaak}",), verzonden=True),
    Opdracht(
        "bevestiging-bezwaar",
        "2026-05-18",
        (
            "{zaak}",
            "--uitnodiging",
            "datum=2026-05-26 tijd=14:00 plaats='het kantoor van Regio Lindestroom'",
        ),
    ),
    Opdracht("reactie-bezwaar", "2026-06-01", ("{zaak}",), verzonden=True),
    Opdracht("opschorting", "2026-06-29", ("{zaak}",), verzonden=True),
    Opdracht("clientenstop", "2026-07-01", ("{zaak}",), verzonden=True),
    Opdracht("overdracht", "2026-07-06", ("{zaak}", *_OVERDRACHT)),
    Opdracht("boete", "2026-07-09", ("{zaak}", *_BETALING), verzonden=True),
)
_S = (
    Opdracht("opdrachtenstop", "2026-07-01", ("{zaak}",), verzonden=True),
    Opdracht(
        "bevestiging-opdrachtenstop",
        "2026-03-25",
        (
            "{staking}",
            "--tekst",
            "onderdeel=meegedeeld tekst='op 24 maart 2026 telefonisch'",
        ),
        verzonden=True,
    ),
    Opdracht("opheffing", "2026-04-13", ("{staking}",)),
    Opdracht("memo-uitvoering", "2026-04-13", ("{staking}",), naam="memo-einde"),
    Opdracht("opzegging", "2026-07-16", ("{zaak}", *_OVERNAME, *_AFWIKKELING)),
)
_PLAATS = {
    "J": {
        "zaak": "2026-01-12-wachttijd",
        "dreiging": "2026-03-02-leegloop",
        "staking": "2026-03-16-crisisdienst",
        "contract": "ambulant",
        "ander": "verblijf",
        "derde": "dag",
        "deel": "de gemeente Oeverdam",
        "oordeel": "dit oordeel, en op het rapport van de inspectie van 19 juni 2026",
        "overname": "De gemeente van de jeugdige wijst vóór 30 juli 2026 een andere aanbieder aan "
        "en laat u weten welke; aan die aanbieder draagt u over.",
        "vraag": "2026-03-09-vraag",
        "stand": "Het aantal jeugdigen dat op 31 januari 2026 wachtte, per gemeente.",
        "memo": "Verwijs geen nieuwe cliënten, en meld het aan uw toegang.",
        "stukken": "Kwartaalopgaven 2025-K3, 2025-K4 en 2026-K1",
        "uitvoering": "escalaties/2026-01-12-wachttijd/2026-04-23-beoordeling-uitvoering",
        "gehoord": "escalaties/2026-01-12-wachttijd/2026-02-24-wederhoor",
    },
    "S": {
        "zaak": "2026-01-12-onderbouwing",
        "dreiging": "2026-03-02-artsen",
        "staking": "2026-03-16-spreekuur",
        "contract": "advies",
        "ander": "parkeren",
        "derde": "urgentie",
        "deel": "de adviezen voor de gemeente Oeverdam",
        "oordeel": "dit oordeel",
        "overname": "De gemeente die een opdracht gaf, wijst een andere adviseur aan; wat nog niet "
        "klaar is, draagt u aan die gemeente over.",
        "vraag": "2026-03-09-vraag",
        "stand": "Het aantal adviezen dat op 31 januari 2026 niet klaar was, per gemeente.",
        "memo": "Geef geen nieuwe opdrachten, en meld het aan wie bij u opdrachten geeft.",
        "stukken": "Steekproef en levertijden, eerste kwartaal en april 2026",
        "uitvoering": "escalaties/2026-01-12-onderbouwing/2026-04-23-beoordeling-uitvoering",
        "gehoord": "escalaties/2026-01-12-onderbouwing/2026-02-24-wederhoor",
    },
}


def opdrachten(contract: str) -> tuple[Opdracht, ...]:
    """Every letter of one contract, in the order of the story."""
    rijen = [
        Opdracht(
            o.soort,
            o.dag,
            tuple(deel.format(**_PLAATS[contract]) for deel in o.rest),
            o.verzonden,
            o.naam,
        )
        for o in (*_GEMEEN, *(_J if contract == "J" else _S))
    ]
    return tuple(sorted(rijen, key=lambda o: o.dag))


def bouw(
    map_: Path,
    contract: str,
    tot: str = "2026-12-31",
    anders: Mapping[str, str | None] | None = None,
) -> None:
    """Write the register as it was at the end of a day.

    `anders` replaces files, and leaves out what is None.
    """
    rijen = {**REGISTERS[contract], **(anders or {})}
    weg = {pad for pad, inhoud in rijen.items() if inhoud is None}
    schrijf(
        map_,
        {
            pad: inhoud
            for pad, inhoud in rijen.items()
            if inhoud is not None and pad not in weg and _dag(pad) <= tot
        },
    )


def _dag(pad: str) -> str:
    map_, naam = pad.rsplit("/", 2)[-2:] if pad.count("/") > 1 else ("", pad)
    naam = map_ if naam == "brief.yaml" else naam.rsplit("/", 1)[-1]
    return naam[:10] if naam[:1].isdigit() else ""


def maak(map_: Path, contract: str, opdracht: Opdracht, *meer: str) -> int:
    """Make one letter through the command line; returns the exit code."""
    woorden = [
        "--map",
        str(map_),
        "--vandaag",
        opdracht.dag,
        "--door",
        "mia",
        "--ja",
        "brief",
        "maak",
        DOSSIERS[contract],
        opdracht.soort,
        *opdracht.rest,
        *meer,
    ]
    return draai(woorden)


def brief_van(map_: Path, contract: str, opdracht: Opdracht) -> Path:
    """The folder of the letter that was made last for a command."""
    rijen = sorted(
        (map_ / DOSSIERS[contract] / "brieven").glob(f"{opdracht.dag}-{opdracht.soort}*"),
        key=lambda p: (len(p.name), p.name),
    )
    return rijen[-1]


def verstuur(map_: Path, brief: Path, verzonden: str, bezorgd: str) -> None:
    """Record that a letter went out, registered and by each way that it names, and arrived."""
    kaart = (brief / "brief.yaml").read_bytes()
    from clm_cli.files.gate import lees
    from clm_cli.files.lader import lees_record

    record, _ = lees_record(
        f"{brief.parent.parent.name}/brieven/{brief.name}/brief.yaml", lees(kaart, "brief.yaml")
    )
    genoemd = "".join(
        (
            f"  - {{termijn: {g.termijn}, "
            f"{f'tekortkoming: {g.tekortkoming}, ' if g.tekortkoming else ''}uiterlijk: "
            f"{g.uiterlijk}, kalender: {g.kalender}}}\n"
        )
        for g in record.genoemd
    )
    pdf = hashlib.sha256((brief / "brief.pdf").read_bytes()).hexdigest()
    pad = brief.relative_to(map_).as_posix()
    ook = [(f"-{k.replace(' ', '-')}", k) for k in record.kanalen if k != "aangetekend"]
    schrijf(
        map_,
        {
            f"{pad}/{verzonden}-verzonden{naam}.yaml": (
                f"kanaal: {kanaal}\naan: het bestuur\ndocument: {{bestand: "
                f"brief.pdf, sha256: {pdf}}}\n"
                f"kaart_sha256: {hashlib.sha256(kaart).hexdigest()}\n"
            )
            + (f"genoemd:\n{genoemd}" if genoemd else "")
            for naam, kanaal in (("", "aangetekend"), *ook)
        }
        | {
            f"{pad}/{bezorgd}-bezorgd.yaml": (
                f"bij: {verzonden}-verzonden\nbewijs: handtekening voor ontvangst\n"
                if bezorgd > verzonden
                else f"bij: {verzonden}-verzonden-e-mail\nbewijs: leesbevestiging\n"
            ),
        },
    )


BEZORGD = {
    "2026-01-13": "2026-01-15",
    "2026-02-10": "2026-02-12",
    "2026-02-16": "2026-02-18",
    "2026-02-26": "2026-03-02",
    "2026-03-23": "2026-03-25",
    "2026-03-25": "2026-03-27",
    "2026-05-04": "2026-05-07",
    "2026-06-01": "2026-06-03",
    "2026-06-02": "2026-06-04",
    "2026-06-26": "2026-06-26",
    "2026-06-29": "2026-07-01",
    "2026-07-01": "2026-07-03",
    "2026-07-07": "2026-07-09",
    "2026-07-09": "2026-07-13",
    "2026-07-13": "2026-07-15",
}
"""When the letters that went out arrived: as the policy assumes; the invitation to react to the
judgement was read in the mail on its day."""


def verhaal(map_: Path, contract: str, *vormen: str, tot: str = "2026-12-31") -> dict[str, Path]:
    """Write the register day by day and make every letter on its day; each letter's folder by name.

    Raises AssertionError for a refusal.
    """
    uit: dict[str, Path] = {}
    for opdracht in (o for o in opdrachten(contract) if o.dag <= tot):
        bouw(map_, contract, opdracht.dag)
        code = maak(
            map_, contract, opdracht, *(deel for vorm in vormen for deel in ("--vorm", vorm))
        )
        assert code == 0, f"{contract} {opdracht.id}"
        uit[opdracht.id] = brief_van(map_, contract, opdracht)
        if opdracht.verzonden and "pdf" in (vormen or ("pdf",)):
            verstuur(map_, uit[opdracht.id], opdracht.dag, BEZORGD[opdracht.dag])
    return uit


def alle_brieven(map_: Path, contract: str) -> dict[str, Path]:
    """Every kind of letter of one contract, in every format."""
    return verhaal(map_, contract, "md", "pdf", "docx", "html")
