"""Floor 2, feiten: one row for each kind of fact, with all that clm knows of the kind."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from clm_cli.records import (
    aanbieder,
    brief,
    cijfers,
    contact,
    escalatie,
    gesprek,
    maatregel,
    overeenkomst,
    regime,
)
from clm_cli.records.soort import Eenmalig, Feitsoort
from clm_cli.tijd.datum import bedrag, datum_vol

_TEKORT = ("wat", "feiten", "eis", "vaststelling")
_BEREIK = tuple(f"reikwijdte.{veld}" for veld in ("wat", "eindigt_als", "ontvangers"))
_GELD = ("geldelijk.vordering", "geldelijk.reden")
_TOON = "escalatie toon {d}"
_UIT = "[{tekortkomingen}|alle tekortkomingen]: {reden}"
_KLAAR = Eenmalig(per=("bij",), ook=("afgerond", "vervallen"), tot=("herroepen",))


def _contact(record: contact.Contactmoment) -> str:
    kant = "van" if record.richting == "inkomend" else "aan"
    uur = f", {record.tijd:%H.%M} uur" if record.tijd else ""
    return f"{record.wijze} {kant} {', '.join(record.met)}{uur}: {record.kern}"


def _gespreksreactie(record: gesprek.Gespreksreactie) -> str:
    aantal = len(record.punten)
    woord = "opmerking" if aantal == 1 else "opmerkingen"
    return f"van {record.van}, {aantal} {woord}, ontvangen {datum_vol(record.ontvangen)}"


def _bewijs(record: escalatie.Bewijs) -> str:
    aangetoond = sum(deel.aangetoond == "ja" for deel in record.elementen)
    return f"{record.vorm}: {aangetoond} van {len(record.elementen)} elementen aangetoond"


def _beoordeling(record: escalatie.Beoordeling) -> str:
    rijen = ", ".join(f"{rij.onderdeel} {rij.oordeel}" for rij in record.oordelen)
    return f"{record.over}: {rijen}"


def _facturen(record: escalatie.Facturen) -> str:
    som = bedrag(sum((regel.bedrag for regel in record.regels), Decimal()))
    return f"{len(record.regels)} facturen, samen {som}"


def _verzonden(record: brief.Verzonden) -> str:
    uur = f", {record.tijd:%H.%M} uur" if record.tijd else ""
    dagen = ", ".join(f"{rij.termijn} {datum_vol(rij.uiterlijk)}" for rij in record.genoemd)
    return f"{record.kanaal} aan {record.aan}{uur}" + (f"; afgedrukt: {dagen}" if dagen else "")


def _meting(record: cijfers.Meting) -> str:
    soorten: tuple[tuple[tuple[Any, ...], str], ...] = (
        (record.waarden, "cijfers"),
        (record.oordelen, "oordelen"),
        (record.omzet, "omzetbedragen"),
    )
    delen = ", ".join(f"{len(rijen)} {woord}" for rijen, woord in soorten if rijen)
    herzien = f", herziening: {record.reden_herziening}" if record.reden_herziening else ""
    return f"{record.periode}: {delen or 'geen cijfers'}{herzien}"


_CONTRACT = (
    Feitsoort(
        "verlenging",
        "*/contracten/*",
        overeenkomst.Verlenging,
        zin="{optie} gebruikt, tot en met {tot}",
        opdracht="contract verlenging",
        uitleg="Legt vast dat een optie is gebruikt.",
        ding="contract",
        vul="verlenging",
        gevuld=("tot",),
        eenmalig=Eenmalig(per=("optie",)),
    ),
    Feitsoort(
        "niet-verlengd",
        "*/contracten/*",
        overeenkomst.NietVerlengd,
        onze=("reden",),
        zin="[{optie} niet gebruikt|niet voortgezet]: {reden}",
        opdracht="contract niet-verlengd",
        uitleg=(
            "Legt vast dat een optie niet wordt gebruikt of een contract niet wordt voortgezet, "
            "met de reden."
        ),
        ding="contract",
        eenmalig=Eenmalig(per=("optie",)),
    ),
    Feitsoort(
        "wijziging",
        "*/contracten/*",
        overeenkomst.Wijziging,
        zin="per {ingaat}: {wat}",
        opdracht="contract wijziging",
        uitleg="Legt een wijziging van het contract vast.",
        ding="contract",
    ),
    Feitsoort(
        "overname",
        "*/contracten/*",
        overeenkomst.Overname,
        zin="naar {naar} per {ingaat}: {grond}",
        opdracht="contract overname",
        uitleg="Legt vast dat het contract overgaat naar een andere aanbieder.",
        ding="contract",
        eenmalig=Eenmalig(),
    ),
    Feitsoort(
        "einde",
        "*/contracten/*",
        overeenkomst.Einde,
        zin="{wijze} per {ingaat}: {reden}",
        opdracht="contract einde",
        uitleg="Legt vast dat en hoe het contract eindigt.",
        ding="contract",
        eenmalig=Eenmalig(per=("deel",)),
    ),
)

_DOSSIER = (
    Feitsoort(
        "classificatie",
        "*/classificaties",
        aanbieder.Classificatie,
        zin="categorie {categorie} ({soort}) voor {contracten}, vanaf {geldig_vanaf}",
        staart="soort contracten",
        vrij=True,
    ),
    Feitsoort(
        "geinformeerd",
        "*/classificaties",
        aanbieder.Geinformeerd,
        zin="over {bij}, per {wijze}",
        opdracht="geinformeerd",
        uitleg="Legt vast dat de aanbieder over zijn classificatie is geïnformeerd.",
        bij=("classificatie",),
        vul="geinformeerd",
        volgende="plan {d}",
        staart="",
        achteraan=True,
    ),
    Feitsoort(
        "meting",
        "*/metingen",
        cijfers.Meting,
        zin=_meting,
        opdracht="meting",
        uitleg="Legt cijfers over een periode vast.",
        staart="bij",
        voorop="periode",
        vrij=True,
    ),
    Feitsoort(
        "signaal",
        "*/signalen",
        contact.Signaal,
        onze=("wat",),
        zin="{ernst}, {soort} (bron: {bron.soort}): {wat}",
        opdracht="signaal signaal",
        uitleg="Legt een signaal vast.",
        los="wat",
        vul="signaal",
        vrij=True,
    ),
    Feitsoort(
        "uitvraag",
        "*/signalen",
        contact.Uitvraag,
        zin="aan {gemeenten}, uiterlijk {uiterlijk}: {vraag}",
        opdracht="signaal uitvraag",
        uitleg="Vraagt gemeenten of zij een signaal herkennen.",
        los="bij",
        bij=("signaal",),
        vul="uitvraag",
        volgende="signaal antwoord {d}",
        achteraan=True,
    ),
    Feitsoort(
        "antwoord",
        "*/signalen",
        contact.Antwoord,
        zin="{gemeente} herkent het: {herkent}; {antwoord}",
        opdracht="signaal antwoord",
        uitleg="Legt het antwoord van een gemeente op een uitvraag vast.",
        los="bij",
        eenmalig=Eenmalig(per=("bij", "gemeente")),
        achteraan=True,
    ),
    Feitsoort(
        "contact",
        "*/contacten",
        contact.Contactmoment,
        zin=_contact,
        opdracht="noteer",
        uitleg="Legt een telefoontje, e-mail of bezoek vast.",
        los="kern",
        vul="contact",
        staart="bij | wijze kern:3",
        vrij=True,
    ),
    Feitsoort(
        "overgeslagen",
        "*/overgeslagen",
        contact.Overgeslagen,
        zin="{code} bij {bij}: {reden}",
        opdracht="overgeslagen",
        uitleg="Zet een melding opzij, met de reden.",
        los="bij",
        vrij=True,
    ),
)

_GESPREK = (
    Feitsoort(
        "gedeeld",
        "*/gesprekken/*",
        gesprek.Gedeeld,
        zin="verslag gedeeld met {aan}, per {wijze}",
        opdracht="gesprek gedeeld",
        uitleg="Legt vast dat het verslag is gedeeld; kaart en verslag zijn daarna verzegeld.",
        ding="gesprek",
        vul="gedeeld",
        gevuld=("verslag", "kaart_sha256"),
    ),
    Feitsoort(
        "reactie",
        "*/gesprekken/*",
        gesprek.Gespreksreactie,
        zin=_gespreksreactie,
        opdracht="gesprek reactie",
        uitleg="Legt een reactie op het verslag vast, per opmerking.",
        ding="gesprek",
        bij=("gedeeld",),
        vul="gespreksreactie",
        gevuld=("bij",),
        staart="",
    ),
    Feitsoort(
        "vastgesteld",
        "*/gesprekken/*",
        gesprek.Vastgesteld,
        zin="verslag vastgesteld, {wijze}",
        opdracht="gesprek vastgesteld",
        uitleg="Legt vast dat het verslag is vastgesteld, en wat met opmerkingen is gedaan.",
        ding="gesprek",
        vul="vastgesteld",
        gevuld=("verslag",),
        volgende="toon {d}",
        eenmalig=Eenmalig(),
    ),
    Feitsoort(
        "verzet",
        "*/gesprekken/*",
        gesprek.GesprekVerzet,
        zin="gesprek naar {naar}, op verzoek van de {verzoek_van}: {reden}",
        opdracht="gesprek verzet",
        uitleg="Verzet een gesprek naar een andere dag.",
        ding="gesprek",
    ),
    Feitsoort(
        "vervallen",
        "*/gesprekken/*",
        gesprek.GesprekVervallen,
        zin="gesprek gaat niet door: {reden}",
        opdracht="gesprek vervallen",
        uitleg="Legt vast dat een gesprek niet doorgaat.",
        ding="gesprek",
        eenmalig=Eenmalig(),
    ),
)

_OPVOLGING = (
    Feitsoort(
        "afgerond",
        "*/opvolging",
        contact.Afgerond,
        zin="{bij}: {resultaat}",
        opdracht="actie afgerond",
        uitleg="Legt vast dat een actie, toezegging of signaal is afgerond, met het resultaat.",
        los="bij",
        eenmalig=_KLAAR,
    ),
    Feitsoort(
        "verzet",
        "*/opvolging",
        contact.Verzet,
        zin="{bij} naar {uiterlijk}: {reden}",
        opdracht="actie verzet",
        uitleg="Geeft een actie of toezegging een nieuwe dag, met de reden.",
        los="bij",
    ),
    Feitsoort(
        "overgedragen",
        "*/opvolging",
        contact.Overgedragen,
        zin="{bij} naar {wie}[, uiterlijk {uiterlijk}]: {reden}",
        opdracht="actie overgedragen",
        uitleg="Geeft een actie of toezegging een nieuwe eigenaar.",
        los="bij",
    ),
    Feitsoort(
        "vervallen",
        "*/opvolging",
        contact.Vervallen,
        zin="{bij}: {reden}",
        opdracht="actie vervallen",
        uitleg="Legt vast dat een actie, toezegging of signaal vervalt.",
        los="bij",
        eenmalig=_KLAAR,
    ),
    Feitsoort(
        "herroepen",
        "*/opvolging",
        contact.Herroepen,
        zin="{bij}: {reden}",
        opdracht="actie herroepen",
        uitleg="Legt vast dat een besluit buiten een gesprek is herroepen.",
        los="bij",
        eenmalig=Eenmalig(per=("bij",)),
    ),
    Feitsoort(
        "geparkeerd",
        "*/opvolging",
        contact.Geparkeerd,
        zin="{bij} tot {tot}: {reden}",
        opdracht="actie geparkeerd",
        uitleg="Zet iets weg tot een dag.",
        los="bij",
    ),
    Feitsoort(
        "wacht",
        "*/opvolging",
        contact.Wacht,
        zin="op {op}: {vraag}",
        opdracht="actie wacht",
        uitleg="Legt vast op wie wij wachten.",
        los="bij",
    ),
)


def _zaakfeit(naam: str, model: type[Any], zin: Any, uitleg: str, **rest: Any) -> Feitsoort:
    """A fact of a case: its command has its name, its file name only says what it adds."""
    basis: dict[str, Any] = {"ding": "escalatie", "staart": "", "opdracht": f"escalatie {naam}"}
    return Feitsoort(naam, "*/escalaties/*", model, **{**basis, **rest}, zin=zin, uitleg=uitleg)


_MAATREGEL = ("maatregel",)
_ESCALATIE = (
    _zaakfeit(
        "opening",
        escalatie.Opening,
        "escalatie over {contracten} ({tekortkomingen:id}): {afweging.reden}",
        "Opent een escalatie, met de tekortkomingen en de afweging.",
        onze=tuple(f"tekortkomingen.{veld}" for veld in _TEKORT),
        ding=None,
        opent=True,
        vul="opening",
        gevuld=("contracten", "coordinatie"),
        zeg=("tekortkomingen.ernst",),
        volgende="escalatie onderzoek {d}",
    ),
    _zaakfeit(
        "tekortkoming",
        escalatie.Tekortkomingfeit,
        "{tekortkoming.id}: {tekortkoming.wat}",
        "Legt een tekortkoming vast die later is gevonden.",
        onze=tuple(f"tekortkoming.{veld}" for veld in _TEKORT),
        zeg=("tekortkoming.ernst",),
    ),
    _zaakfeit(
        "onderzoek",
        escalatie.Onderzoek,
        "naar {tekortkomingen}, niet-nakoming: {niet_nakoming}; {bevindingen}",
        "Legt een onderzoek met zijn bevindingen vast.",
        onze=("bevindingen",),
        vul="onderzoek",
        gevuld=("tekortkomingen",),
    ),
    _zaakfeit(
        "wederhoor",
        escalatie.Wederhoor,
        "uitgenodigd {uitgenodigd}, [gehoord {gehoord}|tot en met {termijn_tot}] ({wijze})",
        "Legt vast dat de aanbieder is uitgenodigd, gehoord of zweeg.",
        onze=("weging",),
        hun=("reactie",),
        bij=("onderzoek",),
        gevuld=("bij",),
        volgende=_TOON,
    ),
    _zaakfeit(
        "bewijs",
        escalatie.Bewijs,
        _bewijs,
        "Legt bewijs vast, per element van de vorm uit het contract.",
        onze=("vastgesteld_door", "elementen.feiten"),
    ),
    _zaakfeit(
        "maatregel",
        maatregel.Maatregel,
        "trede {trede}, {instrument} ({tekortkomingen}), ingaat {ingaat}: {reden}",
        "Neemt een maatregel van de ladder; elke voorwaarde wordt eerst gecontroleerd.",
        onze=(
            *("reden", "ernst", "gronden", "uiterste", "antwoord_reden", "noodzaak_reden"),
            *("overslaan.ernst", "overslaan.kpis", "overslaan.reden", "afwijkingen.reden"),
            *("spoed.reden", "spoed.alsnog", "hersteltermijnen.redelijk", *_BEREIK, *_GELD),
            *("noodzaak_per.reden", "eisenoordeel.reden", "verzuimgrond.reden"),
            *("zorglandschap.stabiel", "zorglandschap.beschikbaar", "zorglandschap.toegankelijk"),
        ),
        los="instrument",
        vul="maatregel",
        gevuld=("trede", "tekortkomingen", "ingaat"),
        staart="instrument preventief.maatregel",
    ),
    _zaakfeit(
        "reactie",
        escalatie.Reactie,
        "ontvangen {ontvangen}: {inhoud}",
        "Legt het antwoord van de aanbieder op een maatregel vast.",
        hun=("inhoud",),
        bij=_MAATREGEL,
        vul="reactie",
        gevuld=("bij",),
        volgende="escalatie beoordeling {d} --over reactie",
    ),
    _zaakfeit(
        "verbeterplan",
        escalatie.Verbeterplan,
        "ontvangen {ontvangen}, {punten:aantal} punten",
        "Legt een binnengekomen verbeterplan vast, per punt.",
        bij=_MAATREGEL,
        vul="verbeterplan",
        gevuld=("bij",),
        volgende="escalatie beoordeling {d} --over verbeterplan",
    ),
    _zaakfeit(
        "beoordeling",
        escalatie.Beoordeling,
        _beoordeling,
        "Legt een oordeel vast over herstel, reactie, plan, uitvoering of effect.",
        onze=("oordelen.bewijs",),
        bij=("maatregel", "reactie", "verbeterplan"),
        vul="beoordeling",
        gevuld=("bij", "over"),
        volgende=_TOON,
    ),
    _zaakfeit(
        "herstel",
        escalatie.Herstel,
        "gemeld voor {tekortkomingen}: {inhoud}",
        "Legt vast dat de aanbieder herstel meldt; het oordeel volgt apart.",
        hun=("inhoud",),
        bij=_MAATREGEL,
        gevuld=("bij",),
        volgende="escalatie beoordeling {d}",
    ),
    _zaakfeit(
        "bezwaar",
        escalatie.Bezwaar,
        "ontvangen {ontvangen}[, {tijd} uur][, verzonden {verzonden}]: {gronden}",
        "Legt een bezwaar vast.",
        hun=("gronden",),
        bij=_MAATREGEL,
        vul="bezwaar",
        gevuld=("bij",),
    ),
    _zaakfeit(
        "beslissing",
        escalatie.Beslissing,
        "{uitkomst}: {reden}",
        "Legt onze beslissing op een bezwaar vast, met nieuwe dagen.",
        onze=("reden",),
        bij=("bezwaar", "geschil"),
        gevuld=("bij",),
        volgende=_TOON,
    ),
    _zaakfeit(
        "geschil",
        escalatie.Geschil,
        "gesprek over het geschil [{gehouden}|nog niet gehouden][: {uitkomst}]",
        "Legt een geschil over de inschaling en het gesprek op directieniveau vast.",
        bij=("bezwaar", "maatregel"),
        gevuld=("bij",),
        volgende="escalatie beslissing {d}",
    ),
    _zaakfeit(
        "schorsing",
        escalatie.Schorsing,
        _UIT,
        "Legt vast dat een maatregel door ons is geschorst.",
        bij=_MAATREGEL,
        gevuld=("bij",),
        volgende=_TOON,
    ),
    _zaakfeit(
        "hervatting",
        escalatie.Hervatting,
        _UIT,
        "Legt vast dat een geschorste maatregel weer loopt.",
        onze=("reden",),
        bij=("schorsing",),
        gevuld=("bij",),
        volgende=_TOON,
    ),
    _zaakfeit(
        "aanpassing",
        escalatie.Aanpassing,
        "{reden}",
        "Legt vast dat een maatregel is aangepast.",
        onze=("reden", *_BEREIK, *_GELD),
        bij=_MAATREGEL,
        gevuld=("bij",),
        volgende=_TOON,
    ),
    _zaakfeit(
        "uitvoering",
        escalatie.Uitvoering,
        "{gemeente}, klaar: {klaar}; {gedaan}",
        "Legt vast wat één gemeente deed om een maatregel uit te voeren.",
        bij=_MAATREGEL,
        vul="uitvoering",
        gevuld=("bij",),
        staart="gemeente",
    ),
    _zaakfeit(
        "opheffing",
        escalatie.Opheffing,
        "{wijze}: {reden}",
        "Heft een maatregel op, of neemt haar terug.",
        onze=("reden",),
        bij=_MAATREGEL,
        gevuld=("bij",),
        volgende=_TOON,
        eenmalig=Eenmalig(per=("bij",)),
    ),
    _zaakfeit(
        "facturen",
        escalatie.Facturen,
        _facturen,
        "Legt de lijst met onrechtmatige facturen vast.",
        onze=("regels.grond",),
        bij=("opening",),
        vul="facturen",
        gevuld=("bij",),
    ),
    _zaakfeit(
        "betaling",
        escalatie.Betaling,
        "{bedrag} {wijze}",
        "Legt een betaling, verrekening of creditnota vast.",
        bij=_MAATREGEL,
        vul="betaling",
        gevuld=("bij",),
        volgende=_TOON,
    ),
    _zaakfeit(
        "afstemming",
        escalatie.Afstemming,
        "met {met}: {uitkomst}",
        "Legt bestuurlijke afstemming vast.",
        bij=("opening",),
        gevuld=("bij",),
        volgende=_TOON,
    ),
    _zaakfeit(
        "sluiting",
        escalatie.Sluiting,
        "hersteld: {hersteld}; {reden}",
        "Sluit de escalatie; alle maatregelen eindigen.",
        onze=("reden",),
        eenmalig=Eenmalig(tot=("heropening",)),
    ),
    _zaakfeit(
        "heropening",
        escalatie.Heropening,
        "{reden}",
        "Heropent een gesloten escalatie; geen maatregel herleeft.",
        bij=("sluiting",),
        gevuld=("bij",),
        volgende="escalatie onderzoek {d}",
        eenmalig=Eenmalig(per=("bij",)),
    ),
)

_BRIEF = (
    Feitsoort(
        "akkoord",
        "*/brieven/*",
        brief.Akkoord,
        zin="van {van} ({rol})",
        opdracht="brief akkoord",
        uitleg=(
            "Legt vast dat iemand met precies dit stuk akkoord is; een veranderd stuk vraagt een "
            "nieuw akkoord."
        ),
        ding="brief",
        vul="akkoord",
        gevuld=("van", "rol", "document"),
        volgende="brief verzonden {d} {id}",
        staart="rol",
    ),
    Feitsoort(
        "verzonden",
        "*/brieven/*",
        brief.Verzonden,
        zin=_verzonden,
        opdracht="brief verzonden",
        uitleg="Legt één verzending vast; kaart en stuk zijn daarna verzegeld.",
        ding="brief",
        vul="verzonden",
        gevuld=("document", "kaart_sha256", "aan"),
        staart="kanaal",
        eenmalig=Eenmalig(per=("kanaal",), tot=("retour", "bezorgd")),
    ),
    Feitsoort(
        "bezorgd",
        "*/brieven/*",
        brief.Bezorgd,
        zin="{bewijs}[, {tijd} uur]",
        opdracht="brief bezorgd",
        uitleg="Legt vast dat een verzending is bezorgd.",
        ding="brief",
        bij=("verzonden",),
        vul="bezorgd",
        gevuld=("bij",),
        zeg=("datum",),
        staart="bij>verzonden",
        eenmalig=Eenmalig(per=("bij",)),
    ),
    Feitsoort(
        "retour",
        "*/brieven/*",
        brief.Retour,
        zin="{reden}",
        opdracht="brief retour",
        uitleg="Legt vast dat een verzending terugkwam.",
        ding="brief",
        bij=("verzonden",),
        vul="retour",
        gevuld=("bij",),
        staart="bij>verzonden",
        eenmalig=Eenmalig(per=("bij",)),
    ),
    Feitsoort(
        "binnengekomen",
        "*/brieven/*",
        brief.Binnengekomen,
        zin="per {kanaal}[, {tijd} uur][, verzonden {verzonden}|, verzenddatum onbekend]",
        zeg=("datum",),
        staart="",
    ),
)

FEITEN: tuple[Feitsoort, ...] = (
    Feitsoort("lezing", "lezingen", regime.Lezing, zin="{vraag}: {keuze}; {reden}", vrij=True),
    *_CONTRACT,
    *_DOSSIER,
    *_GESPREK,
    *_OPVOLGING,
    *_ESCALATIE,
    *_BRIEF,
)
"""Every kind of fact; a new one is a model and a row here."""
