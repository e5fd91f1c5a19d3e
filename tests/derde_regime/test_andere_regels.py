"""What an objection, a notice, a series and skipping do is data: other words, another outcome.

The same case is looked at under other words of the regime.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from clm_cli.bestand import Bestand
from clm_cli.derivations.escalatie.voorwaarden import contract
from clm_cli.derivations.escalatie.voorwaarden.lijst import VOORWAARDEN
from clm_cli.derivations.termijnen import kalender_op
from clm_cli.files.lader import laad
from clm_cli.meldingen import Plek
from clm_cli.records.basis import Grond
from clm_cli.records.maatregel import Maatregel
from clm_cli.records.regime import Kalenderregel
from clm_cli.tijd.kalender import Kalender, Rol
from clm_cli.tijd.termijn import bereken, lees_duur
from tests.derde_regime.vervoerszaak import REGIME, VREEMD, Zaak, open_zaak, tot_aanmaning

TIJDIG, TE_LAAT = "  tijdig: {regel: schorst}\n", "  te_laat: {regel: schorst}\n"
MALUS = "        maximum: {procent: 10, over: factuur, per: factuur}\n"
CONTRACT = "wielrijk/contracten/taxi/contract.yaml"
OVEREENKOMST = "overeenkomsten/ritten/overeenkomst.yaml"


def bezwaar(zaak: Zaak, dag: str, schriftelijk: str = "ja") -> None:
    zaak.feit(
        dag,
        "bezwaar",
        *("--ontvangen", dag),
        "--schriftelijk",
        schriftelijk,
        "--gronden",
        "Te streng",
        "--bij",
        "2026-05-18-maatregel-aanmaning",
    )


def stil(zaak: Zaak, dag: str) -> tuple[bool, str | None]:
    rij = zaak.stand(dag)["tekortkomingen"][0]
    return rij["stil"], rij["hersteltermijn"]


@pytest.mark.parametrize(
    ("wijzigingen", "dag", "schriftelijk", "verwacht"),
    [
        ((), "2026-05-28", "ja", True),
        ((), "2026-06-08", "nee", True),  # late and by word of mouth: always
        (((TE_LAAT, "  te_laat: {regel: schorst-niet}\n"),), "2026-05-28", "ja", True),
        (((TE_LAAT, "  te_laat: {regel: schorst-niet}\n"),), "2026-06-08", "ja", False),
        (
            (
                (TIJDIG, "  tijdig: {regel: schorst-niet}\n"),
                (TE_LAAT, "  te_laat: {regel: schorst-niet}\n"),
            ),
            "2026-05-28",
            "ja",
            False,
        ),
        ((("  schriftelijk: nee\n", "  schriftelijk: ja\n"),), "2026-05-28", "nee", False),
        (
            (
                (
                    "  hersteltermijn: {regel: staat-stil}\n",
                    "  hersteltermijn: {regel: loopt-door}\n",
                ),
            ),
            "2026-05-28",
            "ja",
            False,
        ),
    ],
)
def test_whether_an_objection_suspends_is_what_the_regime_says(
    zaak: Zaak,
    wijzigingen: tuple[tuple[str, str], ...],
    dag: str,
    schriftelijk: str,
    verwacht: bool,
) -> None:
    for oud, nieuw in wijzigingen:
        zaak.wijzig(REGIME, oud, nieuw)
    tot_aanmaning(zaak)
    bezwaar(zaak, dag, schriftelijk)
    assert stil(zaak, dag) == (verwacht, "2026-06-17")


def test_a_contract_may_let_no_objection_suspend_but_the_one_against_one_instrument(
    zaak: Zaak,
) -> None:
    zaak.wijzig(REGIME, TIJDIG, "  tijdig: {regel: schorst-niet}\n")
    zaak.wijzig(REGIME, TE_LAAT, "  te_laat: {regel: schorst-niet}\n")
    zaak.wijzig(
        REGIME,
        "        brief: aanmaningsbrief\n",
        "        schorsing: {regel: schorst}\n        brief: aanmaningsbrief\n",
    )
    tot_aanmaning(zaak)
    bezwaar(zaak, "2026-05-28")
    assert stil(zaak, "2026-05-28") == (True, "2026-06-17")


def test_a_contract_with_a_term_and_no_rule_on_objections_leaves_the_effect_unknown(
    zaak: Zaak,
) -> None:
    tekst = (zaak.map / REGIME).read_text(encoding="utf-8")
    zaak.schrijf(
        REGIME, tekst[: tekst.index("bezwaar:\n  grond")] + tekst[tekst.index("bewijsvormen:") :]
    )
    tot_aanmaning(zaak)
    bezwaar(zaak, "2026-05-28")
    rij = zaak.stand("2026-05-28")["tekortkomingen"][0]
    assert (rij["hersteltermijn"], rij["verzuim"]) == (None, "onbekend")
    assert "het regime zegt niet of een bezwaar de maatregel opschort" in [
        r["tekst"] for r in rij["omdat"]
    ]


def test_a_rule_that_points_at_no_question_is_open_and_never_a_crash(zaak: Zaak) -> None:
    zaak.wijzig(REGIME, TIJDIG, "  tijdig: {vraag: bestaat-niet}\n")
    tot_aanmaning(zaak)
    bezwaar(zaak, "2026-05-28")
    assert stil(zaak, "2026-05-28") == (False, None)
    assert "het contract laat open of een bezwaar opschort, en er is geen lezing" in [
        rij["tekst"] for rij in zaak.stand("2026-05-28")["tekortkomingen"][0]["omdat"]
    ]


def test_the_rest_of_a_term_in_weeks_is_counted_in_days(zaak: Zaak) -> None:
    """Weeks never become working days.

    From 25 May 23 days were left, and they end 23 days after the decision.
    """
    tot_aanmaning(zaak)
    bezwaar(zaak, "2026-05-25")
    waarom = zaak.stand("2026-05-25")["tekortkomingen"][0]["omdat"]
    assert "de termijn staat stil sinds 25 mei 2026; er waren nog 23 dagen" in [
        rij["tekst"] for rij in waarom
    ]
    zaak.feit(
        "2026-06-15",
        "beslissing",
        "--uitkomst",
        "gehandhaafd",
        "--reden",
        "Terecht",
        "--besloten-door",
        "wim",
    )
    assert zaak.stand("2026-06-16")["tekortkomingen"][0]["stil"], "decided, and not told"
    zaak.vertel("2026-06-15", "2026-06-15-beslissing", "antwoord", "2026-06-15")
    rij = zaak.stand("2026-06-16")["tekortkomingen"][0]
    assert (rij["hersteltermijn"], rij["voorlopig"]) == ("2026-07-08", True)


def test_the_talk_does_not_end_a_suspension_where_only_a_decision_does(zaak: Zaak) -> None:
    tot_aanmaning(zaak)
    bezwaar(zaak, "2026-05-28")
    zaak.feit("2026-06-04", "geschil", "--gehouden", "2026-06-04", "--uitkomst", "Eens")
    assert stil(zaak, "2026-06-05")[0] is True
    zaak.doe("2026-06-05", "tijdlijn", "wielrijk")
    assert "Geen meldingen" in zaak.doe("2026-06-05", "controleer")
    assert VREEMD.findall(zaak.gezegd) == []
    zaak.wijzig(
        REGIME, "  einde: {regel: alleen-beslissing}\n", "  einde: {regel: vastgelegd-einde}\n"
    )
    assert stil(zaak, "2026-06-05")[0] is False


# -- the notice that is counted back from the end


def test_a_notice_is_counted_back_from_the_end_and_shows_120_days_ahead(zaak: Zaak) -> None:
    """31 December 2026 less three months is 30 September; 120 days before that is 2 June."""
    assert zaak.punt("2026-03-02", "aanzegging") == [("2026-09-30", "wij", "LV30")]
    wat = "Mededeling dat wij niet voortzetten voor contract W-7"
    assert wat not in zaak.lijst("2026-06-01")
    rij = zaak.lijst("2026-06-02")[wat]
    assert (rij["groep"], rij["uiterlijk"], rij["nu"]) == (
        "verder weg, maar een recht vervalt",
        "2026-09-30",
        "clm contract niet-verlengd wielrijk taxi",
    )
    assert rij["kanttekeningen"] == [
        "moet dan ontvangen zijn; veilig verzenden: uiterlijk maandag 28 september 2026"
    ]
    assert "30 september 2026" in zaak.doe("2026-06-02", "waarom", str(rij["nr"]))
    assert VREEMD.findall(zaak.gezegd) == []


def test_a_notice_never_falls_on_a_day_without_post(zaak: Zaak) -> None:
    """Counted back it rolls back: 31 October 2026 is a Saturday, so Friday 30 October."""
    zaak.wijzig(OVEREENKOMST, "uitvoering_tot: 2026-12-31", "uitvoering_tot: 2027-01-31")
    assert zaak.punt("2026-03-02", "aanzegging") == [("2026-10-30", "wij", "LV30")]


def test_a_contract_may_set_the_notice_otherwise(zaak: Zaak) -> None:
    with (zaak.map / CONTRACT).open("a", encoding="utf-8") as bestand:
        bestand.write(
            "afwijkingen: [{termijn: aanzegging, wordt: 6 weken, vanaf: 2025-01-01, grond: art. "
            "9}]\n"
        )
    assert zaak.punt("2026-03-02", "aanzegging") == [("2026-11-19", "wij", "LV30")]


def test_the_notice_of_an_option_falls_back_on_the_regime(zaak: Zaak) -> None:
    with (zaak.map / CONTRACT).open("a", encoding="utf-8") as bestand:
        bestand.write("opties: [{id: jaar-erbij, duur: 1 jaar}]\n")
    assert zaak.punt("2026-03-02", "optie") == [("2026-09-30", "wij", "LV30")]
    assert zaak.punt("2026-03-02", "aanzegging") == []


def test_a_notice_that_was_given_is_no_longer_due(zaak: Zaak) -> None:
    zaak.doe(
        "2026-09-01",
        "contract",
        "niet-verlengd",
        "wielrijk",
        "--reden",
        "Andere aanpak",
        "--besloten-door",
        "wim",
    )
    assert zaak.punt("2026-09-02", "aanzegging") == []
    assert "Niet voortgezet: Andere aanpak" in zaak.doe("2026-09-02", "tijdlijn", "wielrijk")


def test_not_continuing_is_too_late_when_the_notice_cannot_arrive_in_time(zaak: Zaak) -> None:
    open_zaak(zaak)
    assert zaak.antwoord("2026-09-28", "niet-voortzetten", "aanzegging-tijdig") == (
        "ja",
        "uiterlijk te ontvangen op 30 september 2026",
    )
    assert zaak.antwoord("2026-09-29", "niet-voortzetten", "aanzegging-tijdig") == (
        "nee",
        "te laat: uiterlijk te ontvangen op 30 september 2026",
    )


# -- conditions, series and skipping


def test_a_condition_that_clm_does_not_know_is_unknown_and_refuses(zaak: Zaak) -> None:
    zaak.wijzig(
        REGIME,
        "{hard: [aanleiding, ernst, volgorde]}",
        "{hard: [aanleiding, ernst, volgorde, handtekening-koning]}",
    )
    zaak.feit(
        "2026-03-05",
        "opening",
        "--tekortkoming",
        "id=T1 verplichting=V-1 wat=Laat soort=tijdigheid ernst=feitelijk feiten=Zo",
        "--afweging",
        "reden=Nodig",
        "--besloten-door",
        "rik",
    )
    for maand in ("2025-11", "2025-12", "2026-01", "2026-02"):
        zaak.meting(maand, 90)
    assert zaak.mist("2026-03-05", "waarschuwing") == {"handtekening-koning": "onbekend"}
    assert zaak.stap("2026-03-05", "waarschuwing").mag == "onbekend"
    gezegd = zaak.feit(
        "2026-03-05",
        "maatregel",
        "waarschuwing",
        "--ernst",
        "Erg",
        "--reden",
        "Past",
        "--besloten-door",
        "wim",
        uit=2,
    )
    assert "handtekening-koning is onbekend - deze voorwaarde kent clm niet" in " ".join(
        gezegd.split()
    )


def test_every_condition_of_the_closed_list_answers_here_and_cites_no_clause_of_another_contract(
    zaak: Zaak,
) -> None:
    """A regime names them all, with none of the typed fields and questions of the shipped ones."""
    open_zaak(zaak)
    zaak.wijzig(
        REGIME, "{hard: [aanleiding, ernst, volgorde]}", f"{{hard: [{', '.join(VOORWAARDEN)}]}}"
    )
    stap = zaak.stap("2026-03-12", "waarschuwing")
    assert [rij.naam for rij in stap.voorwaarden] == list(VOORWAARDEN)
    gezegd = [tekst for rij in stap.voorwaarden for tekst in (rij.titel, rij.uitspraak.tekst)]
    assert [
        tekst
        for tekst in gezegd
        if not tekst or re.search(r"\b[JS][0-9]{2}\b|kwarta|SDFL|\btrede [67]\b", tekst)
    ] == []


def test_a_word_that_a_rule_does_not_have_is_a_melding_with_its_line(zaak: Zaak) -> None:
    zaak.wijzig(REGIME, "op_tijd: {regel: ontvangen}", "op_tijd: {regel: ontvange}")
    (melding,) = [m for m in laad(zaak.map).meldingen if m.plek and m.plek.pad == REGIME]
    regel = (zaak.map / REGIME).read_text(encoding="utf-8").split("\n").index(
        "  op_tijd: {regel: ontvange}"
    ) + 1
    assert (melding.code, melding.plek.regel, melding.nu) == (
        "REC107",
        regel,
        "bedoelt u 'ontvangen'? mogelijk zijn: verzonden, ontvangen",
    )


@pytest.mark.parametrize(
    ("regel", "antwoord"),
    [
        ("", "onbekend"),
        ("    ontbreekt: {regel: niet-gehaald}\n", "ja"),
        ("    ontbreekt: {regel: onbekend}\n", "onbekend"),
    ],
)
def test_a_regime_may_say_itself_what_a_missing_month_is(
    zaak: Zaak, regel: str, antwoord: str
) -> None:
    zaak.wijzig(REGIME, "    periode: maand\n", f"    periode: maand\n{regel}")
    for maand, waarde in (("2025-11", 90), ("2025-12", 97), ("2026-02", 90)):
        zaak.meting(maand, waarde)
    zaak.feit(
        "2026-03-05",
        "opening",
        "--tekortkoming",
        "id=T1 verplichting=V-1 wat=Laat soort=tijdigheid ernst=feitelijk feiten=Zo",
        "--afweging",
        "reden=Nodig",
        "--besloten-door",
        "rik",
    )
    assert zaak.antwoord("2026-03-05", "waarschuwing", "aanleiding")[0] == antwoord


def test_a_contract_may_not_know_skipping_at_all(zaak: Zaak) -> None:
    open_zaak(zaak)
    assert zaak.antwoord("2026-03-12", "aanmaning", "volgorde") == (
        "onbekend",
        (
            "trede 2 is niet gezet: noem de ernst en de reden "
            'met --overslaan "treden=2 ernst=… reden=…"'
        ),
    )
    zaak.wijzig(
        REGIME,
        "\nbezwaar:\n",
        (
            "\noverslaan: {mag: nee, grond: {eis: LV18, tekst: geen trede wordt "
            "overgeslagen}}\n\nbezwaar:\n"
        ),
    )
    assert zaak.antwoord("2026-03-12", "aanmaning", "volgorde") == (
        "nee",
        "trede 2 is niet gezet, en dit contract kent geen overslaan",
    )


def test_a_cap_for_the_year_counts_what_was_imposed_before_unless_each_stands_apart(
    zaak: Zaak,
) -> None:
    """A year's cap over a base of its own: 10 % of 2,000 is 200."""
    zaak.wijzig(
        REGIME,
        MALUS,
        (
            "        maximum: {procent: 10, over: jaarsom, per: jaar, jaar: {regel: "
            "lopend-kalenderjaar}, btw: {regel: zonder}}\n"
        ),
    )
    zaak.wijzig(
        REGIME,
        (
            "hard: [na-ontvangen, termijn-verstreken, herstel-uitgebleven, bedrag, maximum, "
            "volgorde, volmacht]"
        ),
        "hard: [bedrag, maximum, volmacht]",
    )
    open_zaak(zaak)
    assert zaak.antwoord("2026-03-12", "malus", "maximum")[0] == "onbekend"
    with (zaak.map / CONTRACT).open("a", encoding="utf-8") as bestand:
        bestand.write(
            "grondslagen: [{over: jaarsom, jaar: '2026', bedrag: 2000.00, btw: zonder, bron: "
            "V-1}]\n"
        )
    malus = ("maatregel", "malus", "--reden", "Past", "--besloten-door", "wim", "--geldelijk")
    zaak.feit("2026-03-12", *malus, "bedrag=150.00 reden=Past")
    assert "nog € 50,00" in zaak.antwoord("2026-03-13", "malus", "maximum")[1].replace("\xa0", " ")
    zaak.feit("2026-03-13", *malus, "bedrag=50.01 reden=Past", uit=2)
    zaak.wijzig(REGIME, "per: jaar, jaar:", "per: maatregel, jaar:")
    assert "ruimte € 200,00" in zaak.antwoord("2026-03-13", "malus", "maximum")[1].replace(
        "\xa0", " "
    )


AANZEGGING = "  - soort: aanzegging\n"
OPZEGGING = (
    "  - soort: aanzegging\n    titel: Opzegging\n    termijn: 3 maanden\n"
    "    partij: opdrachtgever\n"
    "    begin: ingang\n    terug: ja\n    instrumenten: [verbreken]\n    gevolg: Te laat.\n"
    "    grond: {eis: LV17, tekst: drie maanden van tevoren}\n"
)
VERBREKEN = "hard: [bewijs, bewijs-vastgesteld,"


def opgezegd(zaak: Zaak, dag: str, ingaat: str | None) -> tuple[str, str]:
    """What the condition says of a measure of that day with that day of end."""
    stap = zaak.stap(dag, "verbreken").stap
    boom = {
        "datum": dag,
        "vastgelegd": f"{dag}T12:00:00+00:00",
        "door": "rik",
        "trede": "5",
        "instrument": "verbreken",
        "tekortkomingen": ["T1"],
        "ingaat": ingaat,
        "reden": "Past.",
        "besloten_door": "wim",
    }
    feit = Bestand("x.yaml", Maatregel.model_validate(boom), Plek("x.yaml")) if ingaat else None
    uit = contract.opzegtermijn(replace(stap, maatregel=feit))
    return uit.antwoord, uit.tekst


@pytest.mark.parametrize(
    ("ingaat", "antwoord", "uiterlijk"),
    [
        ("2026-06-25", "nee", "25 maart 2026"),  # 24 days ahead
        ("2026-09-01", "nee", "1 juni 2026"),  # the letter arrives on 3 June
        ("2026-09-03", "ja", "3 juni 2026"),
        ("2026-09-07", "ja", "op 5 juni 2026"),  # 7 June is a Sunday
        (None, "onbekend", ""),
    ],
)
def test_a_notice_is_counted_back_from_the_chosen_day_of_end(
    zaak: Zaak, ingaat: str | None, antwoord: str, uiterlijk: str
) -> None:
    zaak.wijzig(REGIME, AANZEGGING, OPZEGGING + AANZEGGING)
    zaak.wijzig(REGIME, VERBREKEN, "hard: [opzegtermijn, bewijs, bewijs-vastgesteld,")
    open_zaak(zaak)
    gezegd, zin = opgezegd(zaak, "2026-06-01", ingaat)
    assert gezegd == antwoord
    assert uiterlijk in zin


def test_a_notice_that_no_condition_asks_is_found(zaak: Zaak) -> None:
    zaak.wijzig(REGIME, AANZEGGING, OPZEGGING + AANZEGGING)
    tekst = zaak.doe("2026-06-01", "regime", "controleer", "leerlingenvervoer-2026", uit=1)
    assert "aanzegging: deze termijn begint nooit" in tekst
    zaak.wijzig(REGIME, VERBREKEN, "hard: [opzegtermijn, bewijs, bewijs-vastgesteld,")
    zaak.doe("2026-06-01", "regime", "controleer", "leerlingenvervoer-2026")
    zaak.wijzig(REGIME, OPZEGGING, "")
    tekst = zaak.doe("2026-06-01", "regime", "controleer", "leerlingenvervoer-2026", uit=1)
    assert "verbreken kan nooit worden genomen" in tekst


def test_a_regime_without_treden_has_cases_and_no_measures(zaak: Zaak) -> None:
    tekst = (zaak.map / REGIME).read_text(encoding="utf-8")
    voor, _, rest = tekst.partition("termijnen:\n")
    signalen = rest[rest.index("signaalsoorten:\n") : rest.index("treden:\n")]
    zaak.schrijf(REGIME, voor + signalen)
    zaak.feit(
        "2026-03-05",
        "opening",
        "--tekortkoming",
        "id=T1 verplichting=V-1 wat='Te laat' soort=tijdigheid ernst=feitelijk feiten='Gemeten'",
        *(
            "--afweging",
            "reden='Overleg hielp niet'",
            "--besloten-door",
            "rik",
            "--naam",
            "te-laat",
        ),
    )
    assert zaak.stand("2026-03-05")["volgende"] == []
    weigering = zaak.feit("2026-03-05", "maatregel", "boete", uit=2)
    assert "heeft geen treden, dus ook geen maatregel om te nemen" in weigering
    proef = zaak.doe("2026-03-05", "regime", "proef", "leerlingenvervoer-2026")
    assert "Dit regime heeft geen maatregelen, dus ook geen stappen." in proef


@pytest.mark.parametrize(
    ("regel", "uiterlijk"),
    [
        ("", "2026-05-11"),  # 30 days after 9 April end on Saturday 9 May
        ("laatste_dag: volgende-werkdag, ", "2026-05-11"),
        ("laatste_dag: vorige-werkdag, ", "2026-05-08"),
        ("laatste_dag: niet, ", "2026-05-09"),
        ("kalender: feestdagen, ", "2026-05-11"),
    ],
)
def test_where_a_term_ends_on_no_working_day_is_what_the_contract_says(
    zaak: Zaak, regel: str, uiterlijk: str
) -> None:
    open_zaak(zaak)
    if regel:
        grond = "{eis: LV05, tekst: valt de laatste dag op een feestdag}"
        zaak.wijzig(REGIME, "termijnen:\n", f"kalender: {{{regel}grond: {grond}}}\ntermijnen:\n")
    zaak.feit(
        "2026-03-30",
        *("onderzoek", "--begonnen", "2026-03-16", "--bevindingen", "Te weinig bussen"),
        *("--niet-nakoming", "ja"),
    )
    zaak.feit(
        "2026-04-07",
        *("wederhoor", "--uitgenodigd", "2026-03-30", "--termijn-tot", "2026-04-10"),
        *("--gehoord", "2026-04-07", "--wijze", "gesprek", "--uitgesproken", "ja"),
        *("--reactie", "Zo zit het."),
    )
    plan = zaak.brief("2026-04-08", "verzoek-herstelplan", "2026-04-09")
    zaak.feit(
        "2026-04-08",
        *("maatregel", "herstelplan", "--reden", "Past", "--besloten-door", "wim"),
        *("--brief", plan),
    )
    assert zaak.punt("2026-04-10", "verbeterplan") == [(uiterlijk, "aanbieder", "LV12")]


@pytest.mark.parametrize(
    ("regel", "naam", "dagen"),
    [
        (None, "atw", ["2026-05-07", "2025-12-11"]),
        ("feestdagen", "feestdagen", ["2026-05-06", "2025-12-11"]),
        ("atw-zonder-besluiten", "atw-zonder-besluiten", ["2026-05-07", "2025-12-11"]),
    ],
)
def test_which_days_are_working_days_is_what_the_contract_says(
    zaak: Zaak, regel: str | None, naam: str, dagen: list[str]
) -> None:
    """5 May is no working day under the Atw, and is one in 2026 for those who count by lustra."""
    contract = zaak.register().dossiers["wielrijk"].contracten[0]
    if regel:
        grond = Grond(eis="LV05", tekst="werkdagen")
        regime = contract.regime.model_copy(
            update={"kalender": Kalenderregel(kalender=regel, grond=grond)}
        )
        contract = replace(contract, regime=regime)
    starten = [date(2026, 5, 4), date(2025, 12, 9)]
    kalenders = [kalender_op(zaak.register(), dag, contract) for dag in starten]
    assert {kalender.naam for kalender in kalenders} == {naam}
    assert [
        str(bereken(dag, lees_duur("2 werkdagen"), kalender).uiterlijk)
        for dag, kalender in zip(starten, kalenders, strict=True)
    ] == dagen


def test_a_term_counted_back_rolls_to_the_day_before_unless_no_term_rolls() -> None:
    """Three days before Tuesday 12 May is Saturday 9 May."""
    dag, duur = date(2026, 5, 12), lees_duur("3 dagen")
    assert [
        str(bereken(dag, duur, Kalender(rol=rol), terug=True).uiterlijk)
        for rol in (Rol.VOLGENDE, Rol.VORIGE, Rol.NIET)
    ] == ["2026-05-08", "2026-05-08", "2026-05-09"]
