"""Rules on letters: what they leave alone, what they report once, and the letters they stop."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from clm_cli.derivations.brieven.delen.gevonden import tekstoptie
from clm_cli.derivations.brieven.taal import (
    awb_woorden,
    geleend,
    persoon_in,
    strenger,
)
from clm_cli.derivations.fraudewoord import fraude_woord
from clm_cli.meldingen import Ernst, Melding
from clm_cli.rules.toets import controleer
from tests.brieven.brief_in_orde import (
    AANB,
    AKK,
    HEEL,
    IGS,
    KAART,
    MAAT,
    OPEN,
    ORG,
    SIG,
    VERZ,
    ZAAK,
)
from tests.klein_register import BASIS, lees, schrijf
from tests.rules.gevallen import eerste, lees_blad

DAG = date(2026, 5, 18)
OPEN_BRON = HEEL[SIG].replace(
    "Bij het loket melden zich steeds meer gezinnen die wachten.",
    "Aan de balie zeggen ouders dat niemand terugbelt.",
)
VERTROUWELIJK = OPEN_BRON.replace(
    "vertrouwelijk: nee, mag_in_brief: ja", "vertrouwelijk: ja, mag_in_brief: nee"
)
CONCEPT = "ontbreekt: [hersteltermijn]"
LOS: dict[str, str | None] = {VERZ: None, AKK: None}
"""The letter lies ready: nothing is sent."""
LOKET = "bloem/signalen/2026-01-06-loket.yaml"
Bestanden = Mapping[str, str | None]


def anders(pad: str, oud: str, nieuw: str, rest: Bestanden | None = None) -> dict[str, str | None]:
    """One text of the whole register replaced, beside other changed files."""
    tekst = (rest or {}).get(pad) or HEEL[pad]
    assert tekst is not None
    assert oud in tekst, oud
    return {**(rest or {}), pad: tekst.replace(oud, nieuw)}


def meldingen(map_: Path, bestanden: Bestanden | None = None, vandaag: date = DAG) -> list[Melding]:
    geladen = lees(map_, {**HEEL, **(bestanden or {})})
    assert geladen.meldingen == ()
    return list(controleer(geladen.register.zoals(), vandaag))


def brf(rijen: list[Melding]) -> set[str]:
    return {m.code for m in rijen if m.code.startswith("BRF")}


def test_a_letter_in_order_brings_nothing(tmp_path: Path) -> None:
    assert [
        m
        for m in meldingen(tmp_path)
        if m.ernst is not Ernst.INFO and m.code.startswith(("BRF", "LAD", "AVG", "REC"))
    ] == []


def test_a_clause_and_the_policy_are_the_ground_of_registered_post(tmp_path: Path) -> None:
    """J40: by contract; S14 asks no registered post, so there it is policy from a trede on."""
    mail = {
        VERZ: None,
        f"{IGS}/2026-05-04-verzonden.yaml": HEEL[VERZ].replace(
            "kanaal: aangetekend\nbarcode: 3S1", "kanaal: e-mail"
        ),
    }
    zonder_beleid = anders(ORG, ", aangetekend_vanaf_trede: 3", "", mail)
    anders_soort = anders(KAART, "soort: ingebrekestelling", "soort: opschorting", mail)
    gronden = {}
    for naam, bestanden in {
        "beide": mail,
        "contract": zonder_beleid,
        "beleid": anders_soort,
    }.items():
        gronden[naam] = {
            m.grond for m in meldingen(tmp_path / naam, bestanden) if m.code == "BRF503"
        }
    assert gronden == {"beide": {"J40"}, "contract": {"J40"}, "beleid": {"beleid"}}
    assert "BRF503" not in brf(
        meldingen(
            tmp_path / "geen",
            anders(KAART, "soort: ingebrekestelling", "soort: opschorting", zonder_beleid),
        )
    )


def test_a_letter_typed_by_hand_that_says_nothing_of_its_fact_is_left_alone(tmp_path: Path) -> None:
    """Old letters hold no `bij`.

    What they are about cannot be known, and is not reported for each part.
    """
    kaal = anders(
        KAART,
        "        bij: escalaties/2026-01-12-zaak/2026-05-04-maatregel-ingebrekestelling\n",
        "",
        {AKK: None},
    )
    kaal = anders(
        MAAT,
        "besloten_door: dir",
        "besloten_door: dir\n        brief: brieven/2026-05-04-ingebrekestelling",
        anders(MAAT, "        ernst: De wachttijd loopt op.\n", "", kaal),
    )
    assert brf(meldingen(tmp_path, kaal)) == set()


def test_a_letter_that_was_replaced_asks_nothing_more(tmp_path: Path) -> None:
    """The remedy for a faulty letter is a new one; the old letter is then history."""
    fout = anders(KAART, "kanalen: [aangetekend]", f"kanalen: [aangetekend]\n        {CONCEPT}")
    nieuw = {
        pad.replace("2026-05-04-ingebrekestelling/", "2026-05-06-ingebrekestelling/").replace(
            "/2026-05-04-ver", "/2026-05-06-ver"
        ): HEEL[pad]
        for pad in (KAART, VERZ, AKK)
    }
    kaart = f"{IGS}/brief.yaml".replace("05-04", "05-06")
    nieuw[kaart] = nieuw[kaart].replace(
        "datum: 2026-05-04",
        "datum: 2026-05-06\n        vervangt: brieven/2026-05-04-ingebrekestelling",
    )
    assert brf(meldingen(tmp_path / "oud", fout)) == {"BRF506"}
    assert brf(meldingen(tmp_path / "nieuw", {**fout, **nieuw})) == set()


def test_a_letter_sent_later_than_its_date_is_reported_once(tmp_path: Path) -> None:
    """TRM301 compares the printed days with the receipt.

    BRF507 only says that the letter left on another day.
    """
    later = {VERZ: None, f"{IGS}/2026-05-06-verzonden.yaml": HEEL[VERZ]}
    assert [
        (m.plek.pad, m.plek.sleutel)
        for m in meldingen(tmp_path, later)
        if m.code == "BRF507" and m.plek
    ] == [(KAART, ("datum",))]
    assert brf(
        meldingen(
            tmp_path / "terug",
            {
                **HEEL,
                f"{IGS}/2026-05-08-retour.yaml": (
                    "bij: 2026-05-04-verzonden-aangetekend\nreden: niet afgehaald\n"
                ),
            },
        )
    ) == {"BRF502"}


def test_a_measure_that_ended_asks_for_no_letter(tmp_path: Path) -> None:
    einde = {
        "opheffing": (
            "bij: 2026-05-04-maatregel-ingebrekestelling\nwijze: opgeheven\nreden: "
            "Hersteld.\nbesloten_door: dir\n"
        ),
        "sluiting": "reden: Klaar.\nhersteld: ja\nbesloten_door: dir\n",
    }
    for naam, tekst in einde.items():
        assert (
            brf(meldingen(tmp_path / naam, {**LOS, f"{ZAAK}/2026-05-12-{naam}.yaml": tekst}))
            == set()
        )
    assert brf(meldingen(tmp_path / "loopt", LOS)) == {"BRF502"}


def test_a_letter_that_lacks_is_advised_for_its_own_case_and_measure(tmp_path: Path) -> None:
    """A dossier may hold more cases: the letter would ask which one is meant."""
    zonder = {**LOS, **{pad: None for pad in {**HEEL, **LOS} if pad.startswith(f"{IGS}/")}}
    rijen = meldingen(tmp_path, zonder)
    (nu,) = [str(m.nu) for m in rijen if m.code == "BRF502"]
    maatregel = f"{ZAAK.rpartition('/')[2]} --bij 2026-05-04-maatregel-ingebrekestelling"
    assert nu == f"clm brief maak {ZAAK.partition('/')[0]} ingebrekestelling {maatregel}"


def test_approval_comes_before_the_dispatch_and_is_asked_of_formal_letters(tmp_path: Path) -> None:
    achteraf = {AKK: None, f"{IGS}/2026-05-05-akkoord-jurist.yaml": HEEL[AKK]}
    assert brf(meldingen(tmp_path / "achteraf", achteraf)) == {"BRF504"}
    herinnering = {pad: HEEL[pad] for pad in (KAART, VERZ)} | {
        KAART: (
            "richting: uitgaand\nsoort: herinnering\nonderwerp: herinnering\ndatum: "
            "2026-05-04\ncontracten: [ambulant]\nbij: "
            "2026-05-04-ingebrekestelling/brief\ntermijnen: [{soort: antwoord, termijn: 10 "
            "werkdagen}]\nteksten: [{onderdeel: gevraagd, tekst: De opgave.}]\nbehandelaar: mia\n"
        )
    }
    gewoon = {
        pad.replace("-ingebrekestelling/", "-herinnering/"): tekst
        for pad, tekst in herinnering.items()
    }
    assert brf(meldingen(tmp_path / "gewoon", {**gewoon, AANB: HEEL[AANB]})) == set()


def test_an_extract_that_nobody_looked_at_is_unknown(tmp_path: Path) -> None:
    """Unknown is no recent extract; without a policy of our own nothing is asked."""
    zonder = anders(AANB, "uittreksel: 2026-04-20\n", "")
    gevonden = [m.tekst for m in meldingen(tmp_path / "zonder", zonder) if m.code == "BRF505"]
    assert gevonden == ["formele brief van 4 mei 2026: niet bekend van welke dag het uittreksel is"]
    assert (
        brf(
            meldingen(
                tmp_path / "later", anders(AANB, "uittreksel: 2026-04-20", "uittreksel: 2026-05-15")
            )
        )
        == set()
    )
    assert (
        brf(meldingen(tmp_path / "beleid", anders(ORG, ", uittreksel: 30 dagen", "", zonder)))
        == set()
    )


def test_a_whole_letter_that_was_made_as_a_concept_is_a_concept(tmp_path: Path) -> None:
    """Nothing is missing, but CONCEPT stands on every page."""
    concept = anders(KAART, "kanalen: [aangetekend]", "kanalen: [aangetekend]\n        concept: ja")
    assert [
        (m.code, m.plek.sleutel)
        for m in meldingen(tmp_path, concept)
        if m.code.startswith("BRF") and m.plek
    ] == [("BRF506", ("concept",))]


def test_new_days_that_a_letter_gives_are_its_days(tmp_path: Path) -> None:
    """A letter that gives more time prints the day of the decision, not a term from its date."""
    uitstel = "bloem/brieven/2026-05-18-verlenging-hersteltermijn/brief.yaml"
    aanpassing = {
        f"{ZAAK}/2026-05-18-aanpassing.yaml": (
            "bij: 2026-05-04-maatregel-ingebrekestelling\nreden: Ziekte.\nnieuwe_data: "
            "[{tekortkoming: T1, uiterlijk: 2026-06-23}]\n"
        )
    }
    kaart = (
        HEEL[KAART]
        .replace("ingebrekestelling (trede 3)", "uitstel")
        .replace("soort: ingebrekestelling", "soort: verlenging-hersteltermijn")
        .replace("2026-05-04-maatregel-ingebrekestelling", "2026-05-18-aanpassing")
    )
    kaart = kaart.replace("datum: 2026-05-04", "datum: 2026-05-18").replace(
        "          - {termijn: bezwaar, uiterlijk: 2026-05-18, kalender: atw}\n", ""
    )
    for dag, codes in (("2026-06-23", set()), ("2026-06-24", {"BRF507"})):
        assert (
            brf(
                meldingen(tmp_path / dag, {**aanpassing, uitstel: kaart.replace("2026-06-09", dag)})
            )
            == codes
        )


def test_one_cause_is_reported_once(tmp_path: Path) -> None:
    """What a rule on the ladder or on personal data says, a rule on letters does not say again."""
    geen_volmacht = meldingen(
        tmp_path / "volmacht",
        anders(
            ORG,
            "tot_en_met_trede: 7, van: 2024-01-01, stuk: Z-2",
            "tot_en_met_trede: 2, van: 2024-01-01, stuk: Z-2",
        ),
    )
    geen_mandaat = meldingen(
        tmp_path / "mandaat",
        anders(
            KAART,
            "kanalen:",
            "ondertekenaar: mia\n        kanalen:",
            anders(MAAT, "besloten_door: dir", "besloten_door: mia"),
        ),
    )
    client = meldingen(tmp_path / "client", eerste("BRF510")[0])
    assert {m.code for m in geen_volmacht if m.code[:3] in ("BRF", "LAD")} == {"LAD401"}
    assert {m.code for m in geen_mandaat if m.code[:3] in ("BRF", "LAD")} == {"LAD402"}
    assert {m.code for m in client if m.code[:3] in ("BRF", "AVG")} == {"BRF510"}


def test_a_ground_of_fraud_that_the_contract_names_may_be_called_so(tmp_path: Path) -> None:
    """J49 has forms with elements.

    S18 and S19 name fraud as a ground, and know no forms of evidence.
    """
    zaak = "bloem/escalaties/2026-03-02-advies"
    maatregel = f"{zaak}/2026-05-11-maatregel-opzegging.yaml"
    bestanden = {
        f"{zaak}/2026-03-02-opening.yaml": HEEL[OPEN].replace("[ambulant]", "[advies]"),
        maatregel: HEEL[MAAT]
        .replace(
            "instrument: ingebrekestelling\n        trede: 3",
            "instrument: opzegging\n        trede: 7\n        gronden: [fraude-of-misleiding]",
        )
        .replace("Een lichtere stap", "Na de fraude past niets lichters; een lichtere stap"),
    }
    grond = bestanden[maatregel]
    assert [m for m in meldingen(tmp_path / "grond", bestanden) if m.code == "BRF513"] == []
    anders_ = {
        **bestanden,
        maatregel: grond.replace("fraude-of-misleiding", "beroepsgeheim-of-avg"),
    }
    assert [
        m.plek.pad for m in meldingen(tmp_path / "geen", anders_) if m.code == "BRF513" and m.plek
    ] == [maatregel]


def test_a_source_is_protected_until_it_was_said_that_it_may_be_told(tmp_path: Path) -> None:
    """Unknown is not yes; our own figures need no protection."""
    woorden = anders(
        OPEN, "In 2025-K4", "Aan de balie zeggen ouders dat niemand terugbelt. In 2025-K4"
    )
    stand = {"ja": "mag_in_brief: ja", "onbekend": "", "nee": "mag_in_brief: nee"}
    gevonden = {}
    for naam, veld in stand.items():
        for soort in ("toegang", "monitoring"):
            bron = OPEN_BRON.replace(
                "soort: toegang, naam: Zorgloket, vertrouwelijk: nee, mag_in_brief: ja",
                f"soort: {soort}, {veld}".rstrip(", "),
            )
            gevonden[naam, soort] = "BRF512" in brf(
                meldingen(tmp_path / f"{naam}-{soort}", {**woorden, LOKET: bron})
            )
    assert gevonden == {
        ("ja", "toegang"): False,
        ("ja", "monitoring"): False,
        ("onbekend", "toegang"): True,
        ("onbekend", "monitoring"): False,
        ("nee", "toegang"): True,
        ("nee", "monitoring"): True,
    }
    naam = {
        **anders(OPEN, "In 2025-K4", "Dat zegt ook het Zorgloket. In 2025-K4"),
        LOKET: VERTROUWELIJK,
    }
    assert [
        m.tekst.partition(" ")[0] for m in meldingen(tmp_path / "naam", naam) if m.code == "BRF512"
    ] == ["'Zorgloket'"]


@pytest.mark.parametrize("code", ["BRF510", "BRF511", "BRF512", "BRF513"])
def test_a_letter_is_not_made_while_such_a_text_stands_in_its_case(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], code: str
) -> None:
    """Neither as a concept; set aside with a reason, or mended, the letter is made."""
    fout, goed = eerste(code)
    waar = lees_blad(code).boom["fout"][0]["meldt"][0]["plek"].partition(".yaml")[0]
    maak = [
        "--vandaag",
        "2026-05-18",
        "--door",
        "mia",
        "brief",
        "maak",
        "bloem",
        "ingebrekestelling",
        "--concept",
        "--vorm",
        "md",
    ]
    for naam, bestanden in (
        ("fout", fout),
        ("goed", goed),
        (
            "opzij",
            {
                **fout,
                f"bloem/overgeslagen/2026-05-10-{code.lower()}.yaml": (
                    f"code: {code}\nbij: {waar.removeprefix('bloem/')}\nreden: nagelopen\n"
                ),
            },
        ),
    ):
        schrijf(tmp_path / naam, {**BASIS, **HEEL, **bestanden})
    brieven = {
        naam: (
            draai(["--map", str(tmp_path / naam), *maak]),
            (tmp_path / naam / "bloem/brieven/2026-05-18-ingebrekestelling/brief.md").exists(),
        )
        for naam in ("fout", "goed", "opzij")
    }
    assert brieven == {"fout": (2, False), "goed": (0, True), "opzij": (0, True)}
    assert f": {code} " in capsys.readouterr().err


def test_own_words_on_the_card_are_refused_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    schrijf(tmp_path, {**BASIS, **HEEL})
    maak = [
        "--map",
        str(tmp_path),
        "--vandaag",
        "2026-05-18",
        "--door",
        "mia",
        "brief",
        "maak",
        "bloem",
        "ingebrekestelling",
        "--concept",
        "--vorm",
        "md",
    ]
    assert draai([*maak, "--tekst", "onderdeel=aansprakelijkheid tekst='U hebt gefraudeerd.'"]) == 2
    assert ": BRF513 " in capsys.readouterr().err
    assert (
        draai([*maak, "--tekst", "onderdeel=aansprakelijkheid tekst='Wij nemen een besluit.'"]) == 0
    )
    assert "BRF509" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("tekst", "woorden"),
    [
        ("Wij hebben besloten u een brief te sturen.", []),
        ("Dit besluit geldt per direct.", ["besluit"]),
        ("De gemeente kan besluiten te stoppen.", []),
        ("Besluiten over inwoners rusten op deze adviezen.", []),
        ("artikel 5.1.1 van het Besluit Jeugdwet", []),
        ("Dit is geen besluit in de zin van de Algemene wet bestuursrecht.", []),
        ("Hulp zonder beschikking is gedeclareerd.", []),
        ("Wij stellen de cijfers ter beschikking.", []),
        ("Deze beschikking treft u.", ["beschikking"]),
        ("U kunt een zienswijze geven.", ["zienswijze"]),
        ("Uw bezwaarschrift is niet-ontvankelijk.", ["bezwaarschrift", "niet-ontvankelijk"]),
        ("U kunt bezwaar maken op grond van de overeenkomst.", []),
        ("Als belanghebbende bij het bestuursorgaan", ["belanghebbende", "bestuursorgaan"]),
        ('De overeenkomst zegt: "kan Opdrachtgever een besluit nemen".', []),
        ("Na heroverweging", ["heroverweging"]),
        ("een last onder dwangsom", ["last onder dwangsom"]),
    ],
)
def test_words_of_administrative_law_with_their_exceptions(tekst: str, woorden: list[str]) -> None:
    assert sorted(woord for woord, _ in awb_woorden(tekst)) == sorted(woorden)


@pytest.mark.parametrize(
    ("tekst", "woord"),
    [
        ("Dit is fraude.", "fraude"),
        ("frauduleuze facturen", "frauduleuze"),
        ("met opzet gewijzigd", "opzet"),
        ("Er is geen sprake van fraude.", None),
        ("niet opzettelijk", None),
        ("de opzet van de intake", None),
        ("Een onjuiste declaratie.", None),
        ("valsheid in geschrifte", "valsheid in geschrifte"),
        ('U schrijft: "dit was fraude".', None),
    ],
)
def test_words_of_fraud_with_their_exceptions(tekst: str, woord: str | None) -> None:
    """J49: a wrong claim without intent is never called fraud."""
    assert fraude_woord(tekst) == woord


@pytest.mark.parametrize(
    ("tekst", "wie"),
    [
        ("An de Bieder wijzigde dit.", "An de Bieder"),
        ("A. de Bieder", "A. de Bieder"),
        ("de heer Van Dam", "de heer Van Dam"),
        ("mevrouw J. Jansen", "mevrouw J. Jansen"),
        ("uw bestuurder", None),
        ("de heer die belde", None),
        ("in uw administratie", None),
    ],
)
def test_a_person_is_known_by_a_name(tekst: str, wie: str | None) -> None:
    assert persoon_in(tekst, ("An de Bieder",)) == wie


def test_words_are_borrowed_when_six_follow_each_other() -> None:
    bron = "Ouders zeggen dat er al weken niemand terugbelt."
    assert (
        geleend("Wij stellen vast dat er al weken niemand terugbelt na aanmelding.", bron)
        == "dat er al weken niemand terugbelt"
    )
    assert geleend("Er belt niemand terug.", bron) is None
    assert (
        geleend("Vervoer komt te laat, meldt de gemeente.", "Vervoer komt te laat.")
        == "vervoer komt te laat"
    )
    assert geleend("Iets.", "Iets.") is None


@pytest.mark.parametrize(
    ("eis", "bepaling", "verschil"),
    [
        ("Ten minste 95 % start op tijd", "in ten minste 90 % van de gevallen", ("95 %", "90 %")),
        ("Ten minste 90 % start op tijd", "in ten minste 90 % van de gevallen", None),
        ("Ten minste 85 % start op tijd", "in ten minste 90 % van de gevallen", None),
        ("Hoogstens 3 % valt uit", "maximaal 5 % uitval", ("3 %", "5 %")),
        ("Hoogstens 7 % valt uit", "maximaal 5 % uitval", None),
        ("Alle jeugdigen starten op tijd", "in ten minste 90 % van de gevallen", ("Alle", "90 %")),
        ("Van alle jeugdigen start 90 % op tijd", "in 90 % van de gevallen", None),
        ("100 % start op tijd", "95 procent", ("100 %", "95 procent")),
        ("Alle dossiers zijn op orde", "Elk dossier is op orde", None),
        ("Ten minste 20 van 20 adviezen", "95 % van de adviezen", ("20 van 20", "95 %")),
        ("Ten minste 19 van 20 adviezen", "95 % van de adviezen", None),
        ("Start binnen vier weken", "start binnen zes weken", ("vier weken", "zes weken")),
        ("Start binnen 6 weken", "start binnen zes weken", None),
        (
            "Antwoord binnen 5 werkdagen",
            "binnen tien (10) werkdagen",
            ("5 werkdagen", "tien (10) werkdagen"),
        ),
        ("Antwoord binnen 5 dagen", "binnen 10 werkdagen", None),
        ("Bewaar het twee jaar", "bewaart het ten minste één jaar", ("twee jaar", "één jaar")),
        ("Binnen vijftig dagen", "binnen zestig dagen", ("vijftig dagen", "zestig dagen")),
        ("Binnen zeventig dagen", "binnen tachtig dagen", ("zeventig dagen", "tachtig dagen")),
        ("Binnen tachtig dagen", "binnen zeventig dagen", None),
        (
            "Binnen vijfentwintig dagen",
            "binnen drieëndertig (33) dagen",
            ("vijfentwintig dagen", "drieëndertig (33) dagen"),
        ),
        (
            "Binnen honderd dagen",
            "binnen honderdtachtig dagen",
            ("honderd dagen", "honderdtachtig dagen"),
        ),
        ("Alles op orde", "Levert", None),
    ],
)
def test_a_demand_is_compared_with_the_numbers_of_its_clause(
    eis: str, bepaling: str, verschil: tuple[str, str] | None
) -> None:
    assert strenger(eis, bepaling) == verschil


def test_a_text_of_the_writer_is_advised_as_it_can_be_typed() -> None:
    """Words without quotes around them are no value; who fills in the advice gets a letter."""
    optie, waarde = shlex.split(tekstoptie("gevraagd").replace("…", "De lijst van april."))
    assert (optie, shlex.split(waarde)) == (
        "--tekst",
        ["onderdeel=gevraagd", "tekst=De lijst van april."],
    )
