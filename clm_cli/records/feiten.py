"""Floor 2, feiten: one row for each kind of fact, with all that clm knows of the kind."""

from decimal import Decimal
from typing import Any

from clm_cli.records import (
    brief,
    cijfers,
    classificatie,
    contact,
    escalatie,
    gesprek,
    lijsten,
    maatregel,
    opvolging,
    overeenkomst,
    regime,
)
from clm_cli.records.soort import Eenmalig, Feitsoort
from clm_cli.tijd.datum import bedrag, datum_vol

_TEKORT = ("wat", "feiten", "eis", "vaststelling")
_GELEZEN = ("eis", "vaststelling", "ernstig", "raakt_veiligheid")
"""Of a shortcoming: what a condition or its letter reads and a file may lack."""
_BEREIK = tuple(f"reikwijdte.{veld}" for veld in ("wat", "eindigt_als", "ontvangers"))
_GELD = ("geldelijk.vordering", "geldelijk.reden")
_TOON = "escalatie toon {d}"
_UIT = "[{tekortkomingen}|alle tekortkomingen]: {reden}"
_OPTIE = Eenmalig(per=("optie",), ook=("verlenging", "niet-verlengd"))
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
    if len(record.elementen) == 1:
        return f"{record.vorm}: één element, {'' if aangetoond else 'niet '}aangetoond"
    return f"{record.vorm}: {aangetoond} van {len(record.elementen)} elementen aangetoond"


def _beoordeling(record: escalatie.Beoordeling) -> str:
    rijen = ", ".join(f"{rij.onderdeel} {rij.oordeel}" for rij in record.oordelen)
    return f"{record.over}: {rijen}"


def _facturen(record: escalatie.Facturen) -> str:
    som = bedrag(sum((regel.bedrag for regel in record.regels), Decimal()))
    aantal = len(record.regels)
    return f"{aantal} {'factuur' if aantal == 1 else 'facturen'}, samen {som}"


def _verzonden(record: brief.Verzonden) -> str:
    uur = f", {record.tijd:%H.%M} uur" if record.tijd else ""
    rijen = (f"{rij.termijn} {datum_vol(rij.uiterlijk)}" for rij in record.genoemd)
    dagen = ", ".join(dict.fromkeys(rijen))  # for two shortcomings it can be one day
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
        verschil="contractbesluit",
        onze=("reden",),
        zin="{optie} gebruikt, tot en met {tot}",
        opdracht="contract verlenging",
        ding="contract",
        vul="verlenging",
        gevuld=("tot",),
        eenmalig=_OPTIE,
    ),
    Feitsoort(
        "niet-verlengd",
        "*/contracten/*",
        overeenkomst.NietVerlengd,
        verschil="contractbesluit",
        onze=("reden",),
        zin="[{optie} niet gebruikt|niet voortgezet]: {reden}",
        opdracht="contract niet-verlengd",
        ding="contract",
        eenmalig=_OPTIE,
    ),
    Feitsoort(
        "wijziging",
        "*/contracten/*",
        overeenkomst.Wijziging,
        verschil="contractbesluit",
        onze=("wat",),
        zin="per {ingaat}: {wat}",
        opdracht="contract wijziging",
        ding="contract",
        volgende="brief maak {d} wijziging --contract {id}",
        gedeeld=True,
    ),
    Feitsoort(
        "overname",
        "*/contracten/*",
        overeenkomst.Overname,
        verschil="contractbesluit",
        zin="naar {naar} per {ingaat}: {grond}",
        opdracht="contract overname",
        ding="contract",
        eenmalig=Eenmalig(),
        gedeeld=True,
    ),
    Feitsoort(
        "einde",
        "*/contracten/*",
        overeenkomst.Einde,
        verschil="contractbesluit",
        zin="{wijze} per {ingaat}: {reden}",
        opdracht="contract einde",
        ding="contract",
        eenmalig=Eenmalig(per=("deel",)),
        gedeeld=True,
    ),
)

_DOSSIER = (
    Feitsoort(
        "classificatie",
        "*/classificaties",
        classificatie.Classificatie,
        zin="categorie {categorie} ({soort}) voor {contracten}, vanaf {geldig_vanaf}",
        staart="soort contracten",
        vrij=True,
    ),
    Feitsoort(
        "geinformeerd",
        "*/classificaties",
        classificatie.Geinformeerd,
        zin="over {bij}, per {wijze}",
        opdracht="geinformeerd",
        bij=("classificatie",),
        vul="geinformeerd",
        volgende="plan {d} --vastleggen",
        staart="",
        achteraan=True,
        eenmalig=Eenmalig(per=("bij",)),
        gedeeld=True,
    ),
    Feitsoort(
        "meting",
        "*/metingen",
        cijfers.Meting,
        zin=_meting,
        opdracht="meting meting",
        vul="meting",
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
        los="wat",
        vul="signaal",
        vraag=("verplichting", "acuut", "bron.mag_in_brief"),
        dag="de dag waarop wij het hoorden",
        staart="soort",
        vrij=True,
    ),
    Feitsoort(
        "uitvraag",
        "*/signalen",
        contact.Uitvraag,
        zin="aan {gemeenten}, uiterlijk {uiterlijk}: {vraag}",
        opdracht="signaal uitvraag",
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
        los="bij",
        bij=("uitvraag",),
        eenmalig=Eenmalig(per=("bij", "gemeente")),
        achteraan=True,
    ),
    Feitsoort(
        "nakoming",
        "*/nakomingen",
        lijsten.Nakomingfeit,
        zin="{bij} van {uiterlijk}: {bewijs}",
        staart="bij uiterlijk",
        vrij=True,
        eenmalig=Eenmalig(per=("bij", "uiterlijk")),
    ),
    Feitsoort(
        "contact",
        "*/contacten",
        contact.Contactmoment,
        zin=_contact,
        opdracht="noteer",
        los="kern",
        uit_mail=True,
        vul="contact",
        staart="bij | wijze",
        vrij=True,
    ),
    Feitsoort(
        "overgeslagen",
        "*/overgeslagen",
        opvolging.Overgeslagen,
        zin="{code} bij {bij}: {reden}",
        opdracht="overgeslagen",
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
        ding="gesprek",
        vul="gedeeld",
        gevuld=("verslag", "kaart_sha256"),
        eenmalig=Eenmalig(per=("versie",)),
        gedeeld=True,
    ),
    Feitsoort(
        "reactie",
        "*/gesprekken/*",
        gesprek.Gespreksreactie,
        zin=_gespreksreactie,
        opdracht="gesprek reactie",
        ding="gesprek",
        bij=("gedeeld",),
        vul="gespreksreactie",
        gevuld=("bij",),
        staart="",
        gedeeld=True,
    ),
    Feitsoort(
        "vastgesteld",
        "*/gesprekken/*",
        gesprek.Vastgesteld,
        zin="verslag vastgesteld, {wijze}",
        opdracht="gesprek vastgesteld",
        ding="gesprek",
        vul="vastgesteld",
        gevuld=("verslag",),
        volgende="toon {d}",
        eenmalig=Eenmalig(na=("reactie",)),
        gedeeld=True,
    ),
    Feitsoort(
        "verzet",
        "*/gesprekken/*",
        gesprek.GesprekVerzet,
        zin="gesprek naar {naar}, op verzoek van de {verzoek_van}: {reden}",
        opdracht="gesprek verzet",
        ding="gesprek",
        vul="verzet_of_vervallen",
        gedeeld=True,
    ),
    Feitsoort(
        "vervallen",
        "*/gesprekken/*",
        gesprek.GesprekVervallen,
        zin="gesprek gaat niet door: {reden}",
        opdracht="gesprek vervallen",
        ding="gesprek",
        vul="verzet_of_vervallen",
        eenmalig=Eenmalig(),
        gedeeld=True,
    ),
)

_OPVOLGING = (
    Feitsoort(
        "afgerond",
        "*/opvolging",
        opvolging.Afgerond,
        zin="{bij}: {resultaat}",
        opdracht="actie afgerond",
        los="bij",
        eerst="bij",
        vul="afgerond",
        eenmalig=_KLAAR,
    ),
    Feitsoort(
        "verzet",
        "*/opvolging",
        opvolging.Verzet,
        zin="{bij} naar {uiterlijk}: {reden}",
        opdracht="actie verzet",
        los="bij",
        eerst="bij",
    ),
    Feitsoort(
        "overgedragen",
        "*/opvolging",
        opvolging.Overgedragen,
        zin="{bij} naar {wie}[, uiterlijk {uiterlijk}]: {reden}",
        opdracht="actie overgedragen",
        los="bij",
        eerst="bij",
    ),
    Feitsoort(
        "vervallen",
        "*/opvolging",
        opvolging.Vervallen,
        zin="{bij}: {reden}",
        opdracht="actie vervallen",
        los="bij",
        eerst="bij",
        eenmalig=_KLAAR,
    ),
    Feitsoort(
        "herroepen",
        "*/opvolging",
        opvolging.Herroepen,
        zin="{bij}: {reden}",
        opdracht="actie herroepen",
        los="bij",
        eerst="bij",
        eenmalig=Eenmalig(per=("bij",)),
    ),
    Feitsoort(
        "geparkeerd",
        "*/opvolging",
        opvolging.Geparkeerd,
        zin="{bij} tot {tot}: {reden}",
        opdracht="actie geparkeerd",
        los="bij",
        eerst="bij",
    ),
    Feitsoort(
        "wacht",
        "*/opvolging",
        opvolging.Wacht,
        zin="op {op}: {vraag}",
        opdracht="actie wacht",
        los="bij",
        eerst="bij",
    ),
)


def _zaakfeit(naam: str, model: type[Any], zin: Any, **rest: Any) -> Feitsoort:
    """A fact of a case: its command has its name, its file name only says what it adds."""
    basis: dict[str, object] = {"ding": "escalatie", "staart": "", "opdracht": f"escalatie {naam}"}
    return Feitsoort(naam, "*/escalaties/*", model, **{**basis, **rest}, zin=zin)


_MAATREGEL = ("maatregel",)
_ESCALATIE = (
    _zaakfeit(
        "opening",
        escalatie.Opening,
        "escalatie over {contracten} ({tekortkomingen:id}): {afweging.reden}",
        onze=tuple(f"tekortkomingen.{veld}" for veld in _TEKORT),
        ding=None,
        opent=True,
        vul="opening",
        gevuld=("contracten", "coordinatie"),
        zeg=("tekortkomingen.ernst",),
        vraag=tuple(f"tekortkomingen.{veld}" for veld in _GELEZEN),
        volgende="escalatie onderzoek {d}",
    ),
    _zaakfeit(
        "tekortkoming",
        escalatie.Tekortkomingfeit,
        "{tekortkoming.id}: {tekortkoming.wat}",
        onze=tuple(f"tekortkoming.{veld}" for veld in _TEKORT),
        vul="tekortkoming",
        zeg=("tekortkoming.ernst",),
        vraag=tuple(f"tekortkoming.{veld}" for veld in _GELEZEN),
    ),
    _zaakfeit(
        "onderzoek",
        escalatie.Onderzoek,
        "naar {tekortkomingen}, niet-nakoming: {niet_nakoming}; {bevindingen}",
        onze=("bevindingen",),
        vul="onderzoek",
        gevuld=("tekortkomingen",),
        vraag=("niet_nakoming",),
    ),
    _zaakfeit(
        "wederhoor",
        escalatie.Wederhoor,
        "uitgenodigd {uitgenodigd}, [gehoord {gehoord}|tot en met {termijn_tot}] ({wijze})",
        onze=("weging",),
        hun=("reactie",),
        bij=("onderzoek",),
        vul="wederhoor",
        gevuld=("bij",),
        vraag=("gehoord", "uitnodiging"),
        volgende=_TOON,
        gedeeld=True,
    ),
    _zaakfeit(
        "bewijs",
        escalatie.Bewijs,
        _bewijs,
        onze=("vastgesteld_door", "elementen.feiten"),
        vul="bewijs",
        dag="de dag waarop wij het bewijs kregen",
        eerst="vorm",
        gevuld=("elementen",),
        zeg=("elementen.aangetoond", "elementen.feiten"),
        vraag=("vastgesteld_door", "vastgesteld_op"),
    ),
    _zaakfeit(
        "maatregel",
        maatregel.Maatregel,
        "[trede {trede}, ]{instrument} ({tekortkomingen}), ingaat {ingaat}: {reden}",
        onze=(
            *("reden", "ernst", "gronden", "uiterste", "antwoord_reden", "noodzaak_reden"),
            *("overslaan.ernst", "overslaan.kpis", "overslaan.reden", "afwijkingen.reden"),
            *("spoed.reden", "spoed.alsnog", "hersteltermijnen.redelijk", *_BEREIK, *_GELD),
            *("noodzaak_per.reden", "eisenoordeel.reden", "verzuimgrond.reden"),
            *("zorglandschap.stabiel", "zorglandschap.beschikbaar", "zorglandschap.toegankelijk"),
        ),
        los="instrument",
        eerst="instrument",
        vul="maatregel",
        gevuld=("trede", "tekortkomingen", "ingaat"),
        staart="instrument preventief.maatregel",
        verschil="maatregel",
    ),
    _zaakfeit(
        "reactie",
        escalatie.Reactie,
        "ontvangen {ontvangen}: {inhoud}",
        hun=("inhoud",),
        bij=_MAATREGEL,
        vul="reactie",
        gevuld=("bij",),
        volgende="escalatie beoordeling {d} --over reactie",
        gedeeld=True,
    ),
    _zaakfeit(
        "verbeterplan",
        escalatie.Verbeterplan,
        "ontvangen {ontvangen}, {punten:aantal} punten",
        bij=_MAATREGEL,
        vul="verbeterplan",
        gevuld=("bij",),
        vraag=("punten.oplossing", "punten.uiterlijk", "punten.doel"),
        volgende="escalatie beoordeling {d} --over verbeterplan",
        gedeeld=True,
    ),
    _zaakfeit(
        "beoordeling",
        escalatie.Beoordeling,
        _beoordeling,
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
        hun=("inhoud",),
        bij=_MAATREGEL,
        gevuld=("bij",),
        dag="de dag waarop het herstel is gemeld",
        volgende="escalatie beoordeling {d}",
        gedeeld=True,
    ),
    _zaakfeit(
        "bezwaar",
        escalatie.Bezwaar,
        "ontvangen {ontvangen}[, {tijd} uur][, verzonden {verzonden}]: {gronden}",
        hun=("gronden",),
        bij=_MAATREGEL,
        vul="bezwaar",
        gevuld=("bij",),
        eenmalig=Eenmalig(per=("bij",), tot=("beslissing",)),
        gedeeld=True,
    ),
    _zaakfeit(
        "beslissing",
        escalatie.Beslissing,
        "{uitkomst}: {reden}",
        onze=("reden", "weging.antwoord"),
        hun=("weging.punt",),
        bij=("bezwaar", "geschil"),
        gevuld=("bij",),
        eerst="bij",
        vraag=("weging",),
        volgende=_TOON,
        eenmalig=Eenmalig(per=("bij",)),
        verschil="zaakbesluit",
    ),
    _zaakfeit(
        "geschil",
        escalatie.Geschil,
        "gesprek over het geschil [{gehouden}|nog niet gehouden][: {uitkomst}]",
        bij=("bezwaar", "maatregel"),
        vul="geschil",
        gevuld=("bij",),
        volgende="escalatie beslissing {d}",
        gedeeld=True,
    ),
    _zaakfeit(
        "schorsing",
        escalatie.Schorsing,
        _UIT,
        bij=_MAATREGEL,
        gevuld=("bij",),
        vraag=("besloten_door",),
        volgende=_TOON,
        eenmalig=Eenmalig(per=("bij", "tekortkomingen"), tot=("hervatting",), na=("hervatting",)),
        verschil="zaakbesluit",
    ),
    _zaakfeit(
        "hervatting",
        escalatie.Hervatting,
        _UIT,
        onze=("reden",),
        bij=("schorsing",),
        gevuld=("bij",),
        vraag=("besloten_door",),
        volgende=_TOON,
        eenmalig=Eenmalig(per=("bij", "tekortkomingen"), na=("schorsing",)),
        verschil="zaakbesluit",
    ),
    _zaakfeit(
        "aanpassing",
        escalatie.Aanpassing,
        "{reden}",
        onze=("reden", *_BEREIK, *_GELD),
        bij=_MAATREGEL,
        vul="aanpassing",
        gevuld=("bij",),
        vraag=("besloten_door",),
        volgende=_TOON,
        verschil="zaakbesluit",
    ),
    _zaakfeit(
        "uitvoering",
        escalatie.Uitvoering,
        "{gemeente}, klaar: {klaar}; {gedaan}",
        bij=_MAATREGEL,
        vul="uitvoering",
        gevuld=("bij",),
        vraag=("klaar",),
        staart="gemeente",
    ),
    _zaakfeit(
        "opheffing",
        escalatie.Opheffing,
        "{wijze}: {reden}",
        onze=("reden",),
        bij=_MAATREGEL,
        gevuld=("bij",),
        eerst="bij",
        volgende=_TOON,
        eenmalig=Eenmalig(per=("bij",)),
        verschil="zaakbesluit",
    ),
    _zaakfeit(
        "facturen",
        escalatie.Facturen,
        _facturen,
        onze=("regels.grond",),
        bij=("opening",),
        vul="facturen",
        gevuld=("bij",),
        vraag=("regels.gemeente", "regels.factuurdatum"),
    ),
    _zaakfeit(
        "betaling",
        escalatie.Betaling,
        "{bedrag} {wijze}",
        bij=_MAATREGEL,
        vul="betaling",
        gevuld=("bij",),
        dag="de dag waarop is betaald of verrekend",
        volgende=_TOON,
        gedeeld=True,
    ),
    _zaakfeit(
        "afstemming",
        escalatie.Afstemming,
        "met {met}: {uitkomst}",
        bij=("opening",),
        gevuld=("bij",),
        volgende=_TOON,
    ),
    _zaakfeit(
        "sluiting",
        escalatie.Sluiting,
        "hersteld: {hersteld}; {reden}",
        onze=("reden",),
        eenmalig=Eenmalig(tot=("heropening",)),
        verschil="zaakbesluit",
    ),
    _zaakfeit(
        "heropening",
        escalatie.Heropening,
        "{reden}",
        bij=("sluiting",),
        gevuld=("bij",),
        volgende="escalatie onderzoek {d}",
        eenmalig=Eenmalig(per=("bij",)),
        verschil="zaakbesluit",
    ),
)

_BRIEF = (
    Feitsoort(
        "akkoord",
        "*/brieven/*",
        brief.Akkoord,
        zin="van {van} ({rol})",
        opdracht="brief akkoord",
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
        ding="brief",
        vul="verzonden",
        eerst="kanaal",
        gevuld=("document", "kaart_sha256", "aan"),
        staart="kanaal",
        eenmalig=Eenmalig(per=("kanaal",), tot=("retour", "bezorgd")),
        gedeeld=True,
    ),
    Feitsoort(
        "bezorgd",
        "*/brieven/*",
        brief.Bezorgd,
        zin="{bewijs}[, {tijd} uur]",
        opdracht="brief bezorgd",
        ding="brief",
        bij=("verzonden",),
        vul="bezorgd",
        gevuld=("bij",),
        dag="de dag waarop zij is bezorgd",
        staart="bij>verzonden",
        eenmalig=Eenmalig(per=("bij",)),
        gedeeld=True,
    ),
    Feitsoort(
        "retour",
        "*/brieven/*",
        brief.Retour,
        zin="{reden}",
        opdracht="brief retour",
        ding="brief",
        bij=("verzonden",),
        vul="retour",
        gevuld=("bij",),
        dag="de dag waarop zij terugkwam",
        staart="bij>verzonden",
        eenmalig=Eenmalig(per=("bij",)),
        gedeeld=True,
    ),
    Feitsoort(
        "binnengekomen",
        "*/brieven/*",
        brief.Binnengekomen,
        zin="per {kanaal}[, {tijd} uur][, verzonden {verzonden}|, verzenddatum onbekend]",
        staart="",
        eenmalig=Eenmalig(),
        gedeeld=True,
    ),
)

FEITEN: tuple[Feitsoort, ...] = (
    Feitsoort(
        "lezing",
        "lezingen",
        regime.Lezing,
        zin="{vraag}: {keuze}; {reden}",
        staart="vraag",
        vrij=True,
        eenmalig=Eenmalig(per=("regime", "vraag", "datum")),
        verschil="lezing",
    ),
    Feitsoort(
        "verspreid",
        "rapporten/*",
        lijsten.Rapportverspreid,
        zin="rapport voor {voor} verspreid aan {aan}",
        staart="voor",
        vrij=True,
    ),
    *_CONTRACT,
    *_DOSSIER,
    *_GESPREK,
    *_OPVOLGING,
    *_ESCALATIE,
    *_BRIEF,
)
"""Every kind of fact; a new one is a model and a row here."""
