"""The words by which a chosen word is known in a quotation: each with sentences that have them."""

from __future__ import annotations

import re

import pytest

from clm_cli.rules.regime.kenwoorden import (
    AARD,
    KAN_BINNEN,
    KENWOORDEN,
    OP_TIJD,
    TREDEN,
    Kenwoorden,
    maanddagen,
)

ZINNEN: dict[tuple[str, str, str], tuple[str, ...]] = {
    ("Regimetermijn", "begin", "ontvangst"): (
        "na ontvangst",
        "bij de ontvangst",
        "vanaf ontvangst van de brief",
    ),
    ("Regimetermijn", "begin", "ontvangst-bezwaar"): ("na ontvangst van het bezwaar",),
    ("Regimetermijn", "begin", "ontvangst-plan"): ("na ontvangst van het plan",),
    ("Regimetermijn", "begin", "ontvangst-reactie"): ("na ontvangst van de reactie",),
    ("Regimetermijn", "begin", "ontvangst-stuk"): ("na ontvangst van het stuk",),
    ("Regimetermijn", "begin", "verzending"): ("na verzending", "na de dagtekening"),
    ("Regimetermijn", "begin", "ingang"): ("na ingang", "na haar ingang van de maatregel"),
    ("Regimetermijn", "begin", "gesprek"): ("na het gesprek", "na dat directieoverleg"),
    ("Regimetermijn", "tegen", "einde-maand"): ("tegen het einde van een kalendermaand",),
    ("Regimetermijn", "tegen", "einde-kwartaal"): ("tegen het einde van een kwartaal",),
    ("Regimetermijn", "tegen", "einde-jaar"): ("tegen het einde van een kalenderjaar",),
    ("Regimetermijn", "daarna", "afgekeurd"): (
        "zonder oordeel is het plan afgekeurd",
        "geldt als afgekeurd",
    ),
    ("Regimetermijn", "daarna", "goedgekeurd"): (
        "dan is het plan goedgekeurd",
        "geldt het plan als goedgekeurd",
        "is het goedgekeurd",
    ),
    ("Regimetermijn", "daarna", "staat-vast"): ("dan staat het verslag vast", "dat vaststaat"),
    ("Regimetermijn", "daarna", "vervallen"): ("dan vervalt het", "is komen te vervallen"),
    ("Regimetermijn", "recht", "ja"): ("daarna vervalt het recht", "dan vervalt zijn recht"),
    ("Regimetermijn", "zelfde", "ja"): ("dezelfde tekortkoming",),
    ("Spoedregel", "acuut", "ja"): ("bij acuut gevaar",),
    ("Maatstaf", "grens", "vanaf"): ("drie of meer", "vanaf drie", "ten minste drie"),
    ("Maatstaf", "grens", "boven"): ("meer dan drie", "boven drie"),
    ("Ontvangstregel", "bewijs", "vast"): (
        "ook als zij niet is afgehaald",
        "tegenbewijs is niet mogelijk",
        "er is geen tegenbewijs",
        "een onweerlegbaar vermoeden",
    ),
    ("Ontvangstregel", "bewijs", "weerlegbaar"): (
        "wordt vermoed te zijn ontvangen",
        "tenzij anders blijkt",
        "behoudens tegenbewijs",
    ),
    ("Kalenderregel", "laatste-dag", "volgende-werkdag"): ("eindigt op de volgende werkdag",),
    ("Kalenderregel", "laatste-dag", "niet"): ("termijnen schuiven niet", "eindigt op die dag"),
    ("Kalenderregel", "laatste-dag", "vorige-werkdag"): (
        "eindigt op de voorafgaande werkdag",
        "op de vorige werkdag",
        "op de voorgaande werkdag",
    ),
    ("Kalenderregel", "kalender", "feestdagen"): ("ook Goede Vrijdag is geen werkdag",),
    ("Kalenderregel", "kalender", "atw"): ("de Algemene termijnenwet geldt",),
    ("Zwijgregel", "gevolg", "toegewezen"): ("dan is het toegewezen", "dan is het gegrond"),
    ("Zwijgregel", "gevolg", "afgewezen"): ("dan is het afgewezen", "dan is het ongegrond"),
    ("Aanleiding", "periode", "maand"): ("drie maanden achter elkaar", "in een maand"),
    ("Aanleiding", "periode", "kwartaal"): ("in een kwartaal", "twee kwartalen"),
    ("Aanleiding", "periode", "halfjaar"): ("per half jaar", "in een halfjaar", "halve jaren"),
    ("Aanleiding", "periode", "jaar"): ("in een jaar", "twee jaren"),
    ("Reeksregel", "regel", "dezelfde"): ("dezelfde norm", "hetzelfde cijfer"),
    ("Cijferregel", "te-laat", "niet-gehaald"): ("telt als niet gehaald", "als niet behaald"),
    ("Cijferregel", "te-laat", "tot-het-er-is"): (
        "tenzij het alsnog komt",
        "totdat het is ontvangen",
        "tot het er is",
    ),
    ("Afronding", "wijze", "half-omhoog"): ("een half wordt hoger", "rekenkundig afgerond"),
    ("Afronding", "wijze", "omlaag"): ("naar beneden afgerond",),
    ("Afronding", "wijze", "omhoog"): ("naar boven afgerond",),
    ("Afronding", "decimalen", "0"): ("op hele procenten",),
    ("Afronding", "decimalen", "1"): ("op één decimaal", "op 1 decimaal"),
    ("Afronding", "decimalen", "2"): ("op twee decimalen", "op 2 decimalen"),
    ("Bedragregel", "samen", "hoogste"): ("alleen het hoogste bedrag", "eenmaal verschuldigd"),
    ("Bedragregel", "samen", "som"): ("worden opgeteld", "samen ten hoogste"),
    ("Bedragpost", "afronden", "omlaag"): ("voor elk heel procent", "voor ieder heel punt"),
    ("Bedragpost", "afronden", "omhoog"): ("voor elke begonnen dag", "of een gedeelte daarvan"),
    ("Regimetermijn", "tot", "oordeel-plan"): ("tot het oordeel over het plan", "beoordeelt het"),
    ("Regimetermijn", "tot", "reactie"): ("geeft een reactie", "kan reageren", "reageert"),
    ("Regimetermijn", "tot", "gesprek"): ("het gesprek vindt plaats", "spreken elkaar"),
    ("Regimetermijn", "tot", "verbeterplan"): ("levert een plan",),
    ("Regimetermijn", "tot", "maatregel"): ("legt hij die oplegt", "wordt opgelegd"),
    ("Bewijsvorm", "verschillend", "ja"): ("van verschillende personen",),
    ("Hoorregel", "opnieuw", "ja"): ("hoort opnieuw", "hoort hem nogmaals"),
    ("Gespreksrol", "verplicht", "ja"): ("ten minste aanwezig", "is altijd aanwezig"),
    ("Gespreksrol", "verplicht", "nee"): ("anderen kunnen worden uitgenodigd",),
    ("Gespreksrol", "voorzitter", "ja"): ("is voorzitter", "zit het voor, als voorzit"),
}
"""Of each part, field and value the sentences of a contract by which it is known."""
ALLE: dict[tuple[str, str, str], Kenwoorden] = {
    (soort.__name__, veld.replace("_", "-"), waarde): per
    for soort, veld, per in KENWOORDEN
    for waarde in per
}


def test_of_each_value_there_is_a_sentence() -> None:
    assert ZINNEN.keys() == ALLE.keys()


@pytest.mark.parametrize("sleutel", ZINNEN, ids="-".join)
def test_a_sentence_is_known_as_its_own_value_and_no_other(sleutel: tuple[str, str, str]) -> None:
    """But that what is received is received, whatever it is."""
    waarde, per = sleutel[2], ALLE[sleutel]
    for zin in ZINNEN[sleutel]:
        gezien = {naam for naam, kent in per.items() if re.search(kent, zin)}
        zelfde = {naam for naam in per if per[naam] == per[waarde]}
        assert gezien == zelfde, zin


@pytest.mark.parametrize(
    ("zin", "aard"),
    [
        ("bij voorkeur per kwartaal", "streven"),
        ("waar mogelijk samen", "streven"),
        ("zoveel mogelijk vooraf", "streven"),
        ("kan een boete opleggen", "kan"),
        ("mogen dit vragen", "kan"),
        ("heeft het recht te reageren", "kan"),
        ("dient dit te melden", "moet"),
        ("is verplicht dit te doen", "moet"),
        ("kan niet worden opgelegd", None),
        ("kan alleen na horen", None),
        ("zou moeten worden gemeld", None),
    ],
)
def test_whether_a_clause_allows_or_obliges(zin: str, aard: str | None) -> None:
    assert [naam for naam, kent in AARD.items() if re.search(kent, zin)] == ([aard] if aard else [])


@pytest.mark.parametrize(
    ("zin", "kan"),
    [
        ("kan binnen tien dagen reageren", True),
        ("mag bezwaar maken", True),
        ("levert binnen tien dagen een plan; dan kan een boete volgen", False),
    ],
)
def test_that_acting_in_time_is_allowed(zin: str, kan: bool) -> None:
    assert (re.search(KAN_BINNEN, zin) is not None) == kan


@pytest.mark.parametrize(
    ("zin", "wijst"),
    [
        ("is ontvangen", "ontvangen"),
        ("ontvangen is", "ontvangen"),
        ("voor die dag verzonden", "verzonden"),
        ("verzendt het op tijd", "verzonden"),
        ("na het ontvangen bericht", None),
    ],
)
def test_what_has_to_have_happened_on_the_last_day(zin: str, wijst: str | None) -> None:
    gezien = [naam for naam, kent in OP_TIJD.items() if re.search(kent, zin)]
    assert gezien == ([wijst] if wijst else [])


def test_the_days_of_a_year_and_the_numbers_of_treden_in_a_text() -> None:
    assert maanddagen("op 1 januari en 31 december van elk jaar, niet op 7") == ["01-01", "12-31"]
    assert re.findall(TREDEN, "de treden 1, 2 en 4, na fase 3 of stap 5") == ["1, 2 en 4", "3", "5"]
