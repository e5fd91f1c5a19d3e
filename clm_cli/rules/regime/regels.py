"""Floor 5, rules on what a contract rules on figures and measures: each of it can matter."""

from __future__ import annotations

from collections.abc import Iterator

from clm_cli.derivations.zinnen import opsomming
from clm_cli.meldingen import Reden, Sleutel
from clm_cli.records.regime import Aanleiding
from clm_cli.rules.regel import WAARSCHUWING, Bevond, regel
from clm_cli.rules.regime import bedragregels, maatregelregels
from clm_cli.rules.regime.blik import Regimeblik, eis_van, per_regime
from clm_cli.rules.regime.leeg import Leeg


@regel("REG745", WAARSCHUWING, per_regime)
def regel_maakt_nooit_iets_uit(blik: Regimeblik) -> Iterator[Bevond]:
    """Een regel van het contract maakt in geen enkele zaak iets uit.

    Waarom: hij staat er, en verandert niets; wie het regime leest, denkt dat clm hem volgt.
    Fout: een cijferregel achter een regel die al voor alle cijfers geldt, of een cijferregel die
    niets bepaalt.
    Goed: een regel die een andere uitkomst kan geven dan zonder die regel.
    Wat nu: vul aan wat de regel nodig heeft, of haal hem weg.
    """
    for rij in (
        *_cijferregels(blik),
        *_aanleidingen(blik),
        *_instrumenten(blik),
        *_overslaan(blik),
        *_direct(blik),
        *_per_trede(blik),
        *_bewijsvormen(blik),
        *bedragregels.bedragen(blik),
        *bedragregels.plafonds(blik),
        *bedragregels.plichten(blik),
        *maatregelregels.duur(blik),
        *maatregelregels.plan(blik),
        *maatregelregels.klassen(blik),
        *maatregelregels.termijnen(blik),
    ):
        reden = (Reden(rij.waarom),)
        wat = f"{rij.wat}: maakt nooit iets uit"
        yield Bevond(blik.plek(*rij.sleutel), wat, rij.nu, reden, rij.eis)


def _cijferregels(blik: Regimeblik) -> Iterator[Leeg]:
    gehad: set[str] = set()
    alles = False
    for nr, rij in enumerate(blik.regime.cijferregels):
        plek: Sleutel = ("cijferregels", nr)
        if alles or (rij.kpis and set(rij.kpis) <= gehad):
            zin = "een eerdere regel geldt al voor deze cijfers, en de eerste telt"
            yield Leeg(plek, "cijferregel", zin, "zet hem voor die regel", rij.grond.eis)
        if rij.minstens in (None, 0, 1) and (rij.telt_kpi or rij.telt != "noemer"):
            zin = "zonder 'minstens' worden er geen waarnemingen geteld"
            yield Leeg((*plek, "telt"), "cijferregel", zin, "noem hoeveel", rij.grond.eis)
        niets = rij.te_laat == "telt-mee" and not rij.afronden and rij.aanlevering is None
        if niets and (rij.minstens or 0) <= 1:
            zin = "er staat niets in dat een cijfer anders laat tellen"
            yield Leeg(plek, "cijferregel", zin, "vul in wat het contract bepaalt", rij.grond.eis)
        gehad |= set(rij.kpis)
        alles = alles or not rij.kpis


def _aanleidingen(blik: Regimeblik) -> Iterator[Leeg]:
    for nr, rij in enumerate(blik.regime.aanleidingen):
        plek: Sleutel = ("aanleidingen", nr)
        telt = rij.soort in ("gebeurtenissen", "tekortkomingen")
        if zin := _komt_nooit(rij):
            yield Leeg(plek, rij.id, zin, "vul het aan naar het contract", rij.grond.eis)
        if telt and rij.binnen is None and rij.kalenderjaar == "nee":
            zin = "zonder 'binnen' of 'kalenderjaar' telt elke keer voor altijd mee"
            yield Leeg(plek, rij.id, zin, "noem binnen welke tijd", rij.grond.eis)
        if rij.kpis and rij.soort != "reeks":
            zin = "'kpis' wordt alleen bij een reeks gelezen"
            yield Leeg((*plek, "kpis"), rij.id, zin, "haal het weg", rij.grond.eis)
        for veld, leest, waar in (
            ("binnen", telt, "gebeurtenissen en tekortkomingen"),
            ("kalenderjaar", telt, "gebeurtenissen en tekortkomingen"),
            ("drempel", rij.soort == "reeks", "een reeks"),
        ):
            if veld in rij.model_fields_set and getattr(rij, veld) != "nee" and not leest:
                zin = f"'{veld}' wordt alleen bij {waar} gelezen"
                yield Leeg((*plek, veld), rij.id, zin, "haal het weg", rij.grond.eis)


def _komt_nooit(rij: Aanleiding) -> str:
    """Why a trigger never comes up, or is none; nothing when it can."""
    if rij.soort in ("signaal", "gebeurtenissen") and not rij.soorten and rij.andere == "nee":
        return "er staat niet om welke soorten signaal het gaat"
    if rij.soort == "reeks" and rij.periode is None:
        return "er staat niet hoe lang een periode is"
    if rij.soort == "reeks" and rij.nodig > rij.terug:
        return f"in {rij.venster} perioden kunnen er geen {rij.aantal} zijn gemist"
    if rij.soort in ("reeks", "gebeurtenissen", "tekortkomingen") and not rij.aantal:
        return "er staat niet hoeveel er nodig zijn, dus één is al genoeg"
    return ""


_HOORT = {"onderzoek", "wederhoor"}
"""The conditions that acting at once leaves for later."""


def _instrumenten(blik: Regimeblik) -> Iterator[Leeg]:
    """What stands at an instrument for an objection, or a reading, that it does not know."""
    bezwaar = {
        naam for rij in blik.regime.termijnen if rij.soort == "bezwaar" for naam in rij.instrumenten
    }
    for sleutel, trede, i in blik.instrumenten:
        eis, wat = eis_van(i, trede), i.instrument
        if i.schorsing and i.schorsing.regel == "schorst" and i.instrument not in bezwaar:
            zin = "bij dit instrument hoort geen termijn voor bezwaar"
            nu = "noem het bij de termijn van de soort bezwaar, of haal 'schorsing' weg"
            yield Leeg((*sleutel, "schorsing"), f"{wat}, schorsing", zin, nu, eis)
        if i.spoed and i.spoed.noodzaak == "ja" and blik.regime.noodzaak is None:
            zin = "het regime noemt niet waarvoor een maatregel nodig kan zijn"
            nu = "vul bovenaan 'noodzaak' in"
            yield Leeg((*sleutel, "spoed", "noodzaak"), f"{wat}, noodzaak", zin, nu, eis)
        if i.spoed and i.spoed.alsnog and not _HOORT & set(i.voorwaarden.alle):
            zin = "het instrument vraagt geen onderzoek of wederhoor, dus er valt niets in te halen"
            yield Leeg((*sleutel, "spoed", "alsnog"), f"{wat}, alsnog", zin, "haal het weg", eis)
        if i.instemming and "instemming" not in i.voorwaarden.alle:
            zin = "het instrument heeft de voorwaarde instemming niet, dus niets houdt het tegen"
            nu = "zet de voorwaarde instemming erbij"
            yield Leeg((*sleutel, "instemming"), f"{wat}, instemming", zin, nu, eis)
        if i.maximum and i.maximum.apart and i.maximum.per != "jaar":
            zin = f"bij een maximum per {i.maximum.per} tellen eerdere bedragen toch niet mee"
            yield Leeg((*sleutel, "maximum", "apart"), f"{wat}, apart", zin, "haal het weg", eis)
        for nr, rij in enumerate(i.voorwaarden.lezingen):
            if rij.voorwaarde in getattr(i.voorwaarden, rij.wordt, ()):
                zin = f"{rij.voorwaarde} is hier zonder die lezing ook {rij.wordt}"
                plek = (*sleutel, "voorwaarden", "lezingen", nr)
                yield Leeg(plek, f"{wat}, lezing", zin, "noem wat de lezing verandert", eis)


def _overslaan(blik: Regimeblik) -> Iterator[Leeg]:
    """A limit to skipping that no case reaches: what lies under it cannot be skipped anyway."""
    regel = blik.regime.overslaan
    treden = sum(rij.trede > 0 for rij in blik.regime.treden)
    if regel is None or not treden:
        return
    eis, nu = regel.grond.eis, "lees het artikel na; zegt het dit zo, dan kan de grens weg"
    per_besluit = treden - 1 if regel.hoogstens is None else min(regel.hoogstens, treden - 1)
    # The last trede is taken, and so is one after each row of skipped ones.
    samen = treden - -(-treden // (per_besluit + 1))
    for veld in ("treden", "waarvoor"):
        if getattr(regel, veld) and regel.mag == "nee":
            zin = "dit contract kent geen overslaan"
            yield Leeg(("overslaan", veld), f"overslaan, {veld}", zin, "haal het weg", eis)
    bekend = {rij.trede for rij in blik.regime.treden if rij.trede > 0}
    for nr, trede in enumerate(regel.treden):
        if trede not in bekend:
            zin, nummers = f"er is geen trede {trede}", ", ".join(map(str, sorted(bekend)))
            yield Leeg(("overslaan", "treden", nr), "overslaan", zin, f"kies uit {nummers}", eis)
    grenzen = (("hoogstens", regel.hoogstens, treden - 1), ("hoogstens_samen", None, samen))
    for veld, _, kan in grenzen:
        grens = getattr(regel, veld)
        if grens is None:
            continue
        if regel.mag == "nee":
            zin = "dit contract kent geen overslaan"
            yield Leeg(("overslaan", veld), f"overslaan, {veld}", zin, nu, eis)
        elif grens >= kan:
            zin = f"meer dan {kan} treden kunnen toch niet worden overgeslagen"
            yield Leeg(("overslaan", veld), f"overslaan, {veld}", zin, nu, eis)


def _direct(blik: Regimeblik) -> Iterator[Leeg]:
    regel = blik.regime.overslaan
    if regel is None or regel.direct is None:
        return
    plek: Sleutel = ("overslaan", "direct")
    grenzen = (regel.hoogstens, regel.hoogstens_samen, *regel.treden, *regel.waarvoor)
    if regel.mag == "ja" and not regel.direct.zonder and all(rij is None for rij in grenzen):
        zin = "zonder grens aan overslaan kan elke trede al direct"
        yield Leeg(plek, "direct", zin, "noem de grenzen, of haal het weg", regel.direct.grond.eis)
    hoger = {rij.trede for rij in blik.regime.treden if rij.trede > 0}
    hoger -= {min(hoger, default=0)}
    for nr, trede in enumerate(regel.direct.treden):
        if trede not in hoger:
            zin = f"onder trede {trede} is er niets om over te slaan, of zij bestaat niet"
            eis = regel.direct.grond.eis
            yield Leeg((*plek, "treden", nr), "direct", zin, "noem een hogere trede", eis)
        elif namen := maatregelregels.vraagt_eerst(blik, trede):
            zin = f"elk instrument van trede {trede} vraagt ook dan eerst {opsomming(namen)} ('na')"
            nu = "noem bij 'zonder' wat 'na' leest en dan niet geldt, of noem die trede hier niet"
            yield Leeg((*plek, "treden", nr), "direct", zin, nu, regel.direct.grond.eis)
    vraagt = {
        naam
        for _, t, i in blik.instrumenten
        if t.trede in regel.direct.treden
        for naam in i.voorwaarden.alle
    }
    for nr, naam in enumerate(regel.direct.zonder):
        if naam not in vraagt:
            zin = f"geen instrument van die treden heeft de voorwaarde {naam}"
            eis = regel.direct.grond.eis
            yield Leeg((*plek, "zonder", nr), "direct, zonder", zin, "haal haar weg", eis)


def _per_trede(blik: Regimeblik) -> Iterator[Leeg]:
    """What a trede says of announcing and hearing that no condition of it reads."""
    lager = False
    for nr, trede in enumerate(blik.regime.treden):
        vragen = {naam for i in trede.instrumenten for naam in i.voorwaarden.alle}
        spoed = any(i.spoed for i in trede.instrumenten)
        for veld, voorwaarde in (("aankondiging", "aangekondigd"), ("horen", "wederhoor")):
            rij = getattr(trede, veld)
            if rij is not None and voorwaarde not in vragen:
                zin = f"geen instrument van deze trede heeft de voorwaarde {voorwaarde}"
                nu = f"zet {voorwaarde} bij een instrument"
                wat = f"trede {trede.trede}, {veld}"
                yield Leeg(("treden", nr, veld), wat, zin, nu, rij.grond.eis)
        aankondiging, horen = trede.aankondiging, trede.horen
        if aankondiging and aankondiging.vervalt_bij_acuut == "ja" and not spoed:
            sleutel: Sleutel = ("treden", nr, "aankondiging", "vervalt_bij_acuut")
            zin = "geen instrument van deze trede heeft 'spoed'"
            eis = aankondiging.grond.eis
            wat = f"trede {trede.trede}, vervalt_bij_acuut"
            yield Leeg(sleutel, wat, zin, "zet 'spoed' bij een instrument", eis)
        if horen and horen.opnieuw == "ja" and not lager:
            zin = "onder deze trede is geen formele maatregel waarna opnieuw wordt gehoord"
            sleutel = ("treden", nr, "horen", "opnieuw")
            wat = f"trede {trede.trede}, opnieuw"
            yield Leeg(sleutel, wat, zin, "haal het weg", horen.grond.eis)
        lager = lager or trede.formeel == "ja"


def _bewijsvormen(blik: Regimeblik) -> Iterator[Leeg]:
    for nr, rij in enumerate(blik.regime.bewijsvormen):
        if not rij.elementen:
            zin = "er staat niet wat moet worden aangetoond, dus elk stuk is genoeg"
            nu = "noem de elementen uit het contract"
            yield Leeg(("bewijsvormen", nr, "elementen"), rij.id, zin, nu, rij.grond.eis)
        if not any(rij.hoort_bij in i.bewijs for _, _, i in blik.instrumenten):
            zin = f"geen instrument heeft '{rij.hoort_bij}' bij 'bewijs'"
            nu = "noem het bij het instrument dat dit bewijs vraagt"
            yield Leeg(("bewijsvormen", nr, "hoort_bij"), rij.id, zin, nu, rij.grond.eis)
        for veld, staat in (("verschillend", rij.verschillend == "ja"), ("binnen", rij.binnen)):
            if staat and rij.aantal <= 1:
                zin = "één stuk is genoeg, dus wie en wanneer maken geen verschil"
                plek: Sleutel = ("bewijsvormen", nr, veld)
                yield Leeg(plek, f"{rij.id}, {veld}", zin, "noem een aantal", rij.grond.eis)
