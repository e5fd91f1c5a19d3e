"""Floor 4, voorwaarden_stap.

The conditions of steps that rest on what is said with the step itself, and on who may take it.
"""

from __future__ import annotations

from datetime import date

from clm_cli.derivations.contracten import aanzegtermijn, duurstand, volgende_optie
from clm_cli.derivations.escalatie.bezwaren import noodzaak
from clm_cli.derivations.escalatie.stap import Stap
from clm_cli.derivations.escalatie.uitspraak import Uitspraak, alle, ja, nee, onbekend, vraagt
from clm_cli.derivations.escalatie.voorwaarden import waarvoor
from clm_cli.derivations.termijnen import kalender_op, termijnbeleid
from clm_cli.meldingen import Plek
from clm_cli.records.contact import Signaal
from clm_cli.records.escalatie import Afstemming, Opening
from clm_cli.records.regime import Regimetermijn
from clm_cli.register import Overeenkomstbundel
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.termijn import Duur, Rol, bereken

STRATEGISCH = ("beslisser", "bestuur")
"""Who decides at strategic level, by the role in organisatie.yaml."""


def _plek(stap: Stap, *sleutel: str) -> Plek | None:
    return stap.maatregel.plek(*sleutel) if stap.maatregel else None


def volgorde(stap: Stap) -> Uitspraak:  # J37, S09
    """De lagere treden zijn gezet, of met ernst en reden overgeslagen."""
    over = open_treden(stap)
    if not over:
        return ja("alle lagere treden zijn gezet of eerder overgeslagen")
    namen, regel = ", ".join(map(str, over)), stap.regime.overslaan if stap.regime else None
    if regel and regel.mag == "nee":
        return nee(
            f"trede {namen} is niet gezet, en dit contract kent geen overslaan",
            _plek(stap, "overslaan"),
        )
    if stap.voorstel is None:
        return vraagt(f"trede {namen} is niet gezet: noem bij --overslaan de ernst en de reden")
    gegeven = stap.voorstel.overslaan
    if gegeven is None or not set(over) <= set(gegeven.treden):
        return nee(
            f"trede {namen} is niet gezet en niet met reden overgeslagen", _plek(stap, "overslaan")
        )
    if gegeven.kpis is None and regel and stap.geldt(regel.kpis):
        return nee(
            "overslaan vraagt hier ook welke KPI's niet zijn gehaald (overslaan kpis=…)",
            _plek(stap, "overslaan"),
        )
    return ja(f"trede {namen} overgeslagen omdat: {gegeven.reden}", _plek(stap, "overslaan"))


def open_treden(stap: Stap) -> tuple[int, ...]:
    """The lower treden neither taken for these shortcomings nor skipped by an earlier measure."""
    lager = (
        [trede.trede for trede in stap.contract.regime.treden if trede.trede < stap.trede]
        if stap.contract.regime
        else []
    )
    gedaan: set[int] = set(lager)
    for id_ in stap.ids():
        eigen: set[int] = set()
        for m in stap.eerdere():
            record = m.zaak.maatregel.record
            if id_ in record.tekortkomingen:
                eigen |= {record.trede, *(record.overslaan.treden if record.overslaan else ())}
        gedaan &= eigen
    return tuple(trede for trede in lager if trede not in gedaan)


def ernst(stap: Stap) -> Uitspraak:  # J37, S09
    """De ernst van de (dreigende) tekortkoming is benoemd."""
    if stap.voorstel is None:
        return vraagt("noem de ernst van de tekortkoming (--ernst)")
    gezegd = stap.voorstel.ernst or (
        stap.voorstel.overslaan.ernst if stap.voorstel.overslaan else None
    )
    return (
        ja(gezegd, _plek(stap, "ernst")) if gezegd else nee("de ernst is niet benoemd", _plek(stap))
    )


def preventief(stap: Stap) -> Uitspraak:  # S10
    """Gezegd is welke preventieve maatregel, op welk niveau, met welk doel en wie wat doet."""
    if stap.voorstel is None:
        return vraagt("noem welke maatregel, niveau, doel en wie (--preventief)")
    gegeven = stap.voorstel.preventief
    if gegeven is None:
        return nee(
            "welke preventieve maatregel het is, op welk niveau en waarvoor, ontbreekt", _plek(stap)
        )
    genoemd = {m.id: m for m in stap.regime.maatregelen} if stap.regime else {}
    maatregel, eigen = (
        genoemd.get(gegeven.maatregel),
        stap.regel(stap.regime.eigen_maatregelen) if stap.regime else None,
    )
    if maatregel is None and eigen != "toegestaan":
        return nee(
            f"'{gegeven.maatregel}' staat niet bij de maatregelen van het contract",
            _plek(stap, "preventief"),
        )
    if maatregel and maatregel.mits and stap.keuze(maatregel.mits.vraag) is None:
        return onbekend(
            (
                f"of '{gegeven.maatregel}' kan worden gebruikt, is een open vraag; leg eerst een "
                f"lezing vast van {maatregel.mits.vraag}"
            ),
            _plek(stap, "preventief"),
        )
    if maatregel and maatregel.mits and not stap.geldt(maatregel.mits):
        return nee(
            f"lezing {maatregel.mits.vraag}: '{gegeven.maatregel}' wordt niet gebruikt",
            _plek(stap, "preventief"),
        )
    return ja(
        f"{gegeven.maatregel}, {gegeven.niveau}, gericht op {gegeven.doel}",
        _plek(stap, "preventief"),
    )


def _regeltermijn(stap: Stap) -> Regimetermijn | None:
    regels = stap.contract.regime.termijnen if stap.contract.regime else ()
    return next(
        (
            r
            for r in regels
            if r.soort in ("reactie", "verbeterplan")
            and stap.instrument.instrument in r.instrumenten
        ),
        None,
    )


def antwoordtermijn(stap: Stap) -> Uitspraak:  # J38, J39, S12
    """Het verzoek noemt een termijn waar het contract er geen heeft.

    Korter dan het contract alleen waar het contract dat toelaat.
    """
    regel = _regeltermijn(stap)
    if stap.voorstel is None:
        vast = regel is not None and regel.termijn is not None
        return (
            ja(f"het contract zegt {regel.termijn}")
            if vast and regel
            else vraagt(
                "noem de termijn voor het plan en waarom (--antwoordtermijn, --antwoord-reden)"
            )
        )
    gegeven, reden = stap.voorstel.antwoordtermijn, stap.voorstel.antwoord_reden
    if gegeven is None:
        return (
            ja(f"het contract zegt {regel.termijn}")
            if regel and regel.termijn
            else nee("het contract noemt geen termijn; zet er een in het verzoek", _plek(stap))
        )
    if reden is None:
        return nee("bij de eigen termijn ontbreekt waarom", _plek(stap, "antwoordtermijn"))
    if regel and _korter(stap, gegeven, regel) and not (regel.korter and _acuut(stap)):
        mag = (
            "dat kan alleen bij een vastgelegd acuut risico"
            if regel.korter
            else "dit contract kent geen kortere termijn"
        )
        return nee(
            f"{gegeven} is korter dan {regel.termijn}; {mag}", _plek(stap, "antwoordtermijn")
        )
    return ja(f"{gegeven}, omdat: {reden}", _plek(stap, "antwoordtermijn"))


def _korter(stap: Stap, gegeven: Duur, regel: Regimetermijn) -> bool:
    kalender = kalender_op(stap.register, stap.dag, stap.contract, regel.soort)
    return (
        regel.termijn is not None
        and bereken(stap.dag, gegeven, kalender).uiterlijk
        < bereken(stap.dag, regel.termijn, kalender).uiterlijk
    )


def _acuut(stap: Stap) -> bool:
    """A recorded acute risk: a signal of the case says so.

    Or a shortcoming touches the safety of clients.
    """
    doelen = [
        stap.dossier.vind(v, f.pad) for f in stap.escalatie.van(Opening) for v in f.record.signalen
    ]
    signalen = [d.bestand.record for d in doelen if d and isinstance(d.bestand.record, Signaal)]
    return any(s.acuut == "ja" for s in signalen) or any(
        t.raakt_veiligheid == "ja" for t in stap.tekortkomingen
    )


def eis_genoemd(stap: Stap) -> Uitspraak:  # J40, S14
    """Bij elke tekortkoming staat wat wordt geëist."""
    return alle(
        ja(f"{t.id}: {t.eis}")
        if t.eis
        else nee(f"{t.id}: er staat niet wat er moet verbeteren ('eis')")
        for t in stap.tekortkomingen
    )


def hersteltermijn(stap: Stap) -> Uitspraak:  # J40, S14
    """Per tekortkoming een redelijke termijn met de reden.

    Of de grond waarop geen termijn nodig is (6:82 en 6:83 BW).
    """
    if stap.voorstel is None:
        return vraagt(
            "noem per tekortkoming de termijn en waarom die redelijk is (--hersteltermijn)"
        )
    if stap.voorstel.verzuimgrond:
        return ja(
            f"geen termijn nodig: {stap.voorstel.verzuimgrond.artikel} BW",
            _plek(stap, "verzuimgrond"),
        )
    gegeven = {rij.tekortkoming for rij in stap.voorstel.hersteltermijnen}
    mist = [id_ for id_ in stap.ids() if id_ not in gegeven]
    return (
        nee(f"zonder hersteltermijn: {', '.join(mist)}", _plek(stap, "hersteltermijnen"))
        if mist
        else ja("elke tekortkoming heeft een termijn", _plek(stap, "hersteltermijnen"))
    )


def vordering(stap: Stap) -> Uitspraak:  # J41
    """De opeisbare vordering, de samenhang.

    En het bedrag of deel dat wordt opgeschort (6:52 BW).
    """
    if stap.voorstel is None:
        return vraagt("noem de vordering, de samenhang en het bedrag of deel (--geldelijk)")
    geld = stap.voorstel.geldelijk
    if geld is None or geld.vordering is None:
        return nee("de opeisbare vordering en de samenhang ontbreken", _plek(stap, "geldelijk"))
    return (
        ja(geld.vordering, _plek(stap, "geldelijk"))
        if geld.bedrag is not None or geld.procent is not None
        else nee("het bedrag of deel ontbreekt", _plek(stap, "geldelijk"))
    )


def eigen_nakoming(stap: Stap) -> Uitspraak:
    """Wij komen onze eigen verplichtingen na (6:59 en 6:266 BW)."""
    if stap.voorstel is None:
        return vraagt("zeg of wij onze eigen verplichtingen nakomen (--eigen-verplichtingen)")
    antwoord = stap.voorstel.eigen_verplichtingen
    zin = {
        "ja": "wij komen zelf na",
        "nee": "wij komen zelf niet na",
        "onbekend": "onbekend of wij zelf nakomen",
    }[antwoord]
    return {"ja": ja, "nee": nee, "onbekend": onbekend}[antwoord](
        zin, _plek(stap, "eigen_verplichtingen")
    )


def volmacht(stap: Stap) -> Uitspraak:  # J40
    """Elke gemeente van de escalatie gaf volmacht tot en met deze trede (organisatie.yaml)."""
    organisatie, overeenkomst = stap.register.organisatie, stap.contract.overeenkomst
    if overeenkomst is None or not [
        v for v in organisatie.volmachten if v.overeenkomst == overeenkomst.id
    ]:
        return onbekend("in organisatie.yaml staan voor deze overeenkomst geen volmachten")
    opening = next(iter(stap.escalatie.van(Opening)), None)
    gemeenten = (opening.record.gemeenten if opening else ()) or stap.contract.gemeenten
    mist = [g for g in gemeenten if not _volmacht(stap, overeenkomst, g)]
    namen = {g.id: g.naam for g in organisatie.gemeenten}
    return (
        nee(
            f"geen volmacht tot en met trede {stap.trede}: "
            f"{', '.join(namen.get(g, g) for g in mist)}"
        )
        if mist
        else ja(f"{len(gemeenten)} van {len(gemeenten)} gemeenten")
    )


def _volmacht(stap: Stap, overeenkomst: Overeenkomstbundel, gemeente: str) -> bool:
    rijen = stap.register.organisatie.volmachten if stap.register.organisatie else ()
    return any(
        v.overeenkomst == overeenkomst.id
        and v.gemeente == gemeente
        and v.tot_en_met_trede >= stap.trede
        and v.van <= stap.dag
        and (v.tot is None or stap.dag <= v.tot)
        for v in rijen
    )


def strategisch_besluit(stap: Stap) -> Uitspraak:  # S02, S17-S19
    """Er is op strategisch niveau besloten."""
    if stap.voorstel is None:
        return vraagt("noem wie op strategisch niveau besloot (--besloten-door)")
    persoon = stap.register.persoon(stap.voorstel.besloten_door)
    if persoon is None:
        return onbekend(
            f"'{stap.voorstel.besloten_door}' staat niet in organisatie.yaml",
            _plek(stap, "besloten_door"),
        )
    antwoord = ja if persoon.rol in STRATEGISCH else nee
    return antwoord(
        f"besloten door {persoon.naam} ({persoon.functie})", _plek(stap, "besloten_door")
    )


def bestuurlijk(stap: Stap) -> Uitspraak:  # S04
    """Beantwoord is of bestuurlijke afstemming relevant is: met wie en wanneer, of waarom niet."""
    feiten = [f for f in stap.van(Afstemming) if f.record.relevant != "onbekend"]
    if stap.voorstel is None:
        return (
            ja("er is een afstemming vastgelegd", feiten[0].plek())
            if feiten
            else vraagt("zeg of bestuurlijke afstemming relevant is (--bestuurlijk)")
        )
    gegeven = stap.voorstel.bestuurlijk
    if gegeven is None:
        return (
            ja("er is een afstemming vastgelegd", feiten[0].plek())
            if feiten
            else nee("niet beantwoord is of bestuurlijke afstemming relevant is", _plek(stap))
        )
    volledig = (
        gegeven.met and gegeven.datum
        if gegeven.relevant == "ja"
        else gegeven.reden and gegeven.relevant == "nee"
    )
    return (
        ja(f"relevant: {gegeven.relevant}", _plek(stap, "bestuurlijk"))
        if volledig
        else nee("zeg bij 'ja' met wie en wanneer, bij 'nee' waarom", _plek(stap, "bestuurlijk"))
    )


def reikwijdte(stap: Stap) -> Uitspraak:  # J42, S16
    """Wat er stopt of overgaat, wanneer dat eindigt, en wanneer het opnieuw wordt bekeken."""
    if stap.voorstel is None:
        return vraagt(
            "noem wat er stopt, wanneer het eindigt en wanneer het wordt herzien (--reikwijdte)"
        )
    gegeven = stap.voorstel.reikwijdte
    if gegeven is None or gegeven.eindigt_als is None or gegeven.herzien is None:
        return nee(
            (
                "wat er stopt, wanneer het eindigt ('eindigt_als') of wanneer het wordt herzien "
                "ontbreekt"
            ),
            _plek(stap, "reikwijdte"),
        )
    return ja(gegeven.wat, _plek(stap, "reikwijdte"))


def ontvangers(stap: Stap) -> Uitspraak:  # J42
    """De aanbieders die het werk overnemen zijn genoemd."""
    if stap.voorstel is None:
        return vraagt("noem de aanbieders die het overnemen (--reikwijdte ontvangers=…)")
    namen = stap.voorstel.reikwijdte.ontvangers if stap.voorstel.reikwijdte else ()
    return (
        ja(", ".join(namen), _plek(stap, "reikwijdte"))
        if namen
        else nee("de aanbieders die het overnemen zijn niet genoemd", _plek(stap, "reikwijdte"))
    )


def zorglandschap(stap: Stap) -> Uitspraak:  # J10, J42
    """De gevolgen voor een stabiel, beschikbaar en toegankelijk zorglandschap zijn bekeken."""
    if stap.voorstel is None:
        return vraagt("noem de gevolgen voor het zorglandschap (--zorglandschap)")
    return (
        ja("bekeken", _plek(stap, "zorglandschap"))
        if stap.voorstel.zorglandschap
        else nee("de gevolgen voor het zorglandschap ontbreken", _plek(stap))
    )


def grond_genoemd(stap: Stap) -> Uitspraak:  # S17, S18, S19
    """De maatregel noemt een van de gronden van het contract."""
    namen = [grond.id for grond in stap.instrument.gronden]
    if stap.voorstel is None:
        eigen = " of een eigen grond" if stap.instrument.eigen_gronden == "ja" else ""
        return vraagt(f"noem een grond (--grond): {', '.join(namen)}{eigen}")
    gegeven = stap.voorstel.gronden
    goed = [g for g in gegeven if g in namen or stap.instrument.eigen_gronden == "ja"]
    return (
        ja(", ".join(goed), _plek(stap, "gronden"))
        if goed
        else nee(f"geen van de gronden is genoemd: {', '.join(namen)}", _plek(stap, "gronden"))
    )


def uiterste_middel(stap: Stap) -> Uitspraak:  # S18
    """Gezegd is waarom herstel niet mogelijk blijkt en niets lichters volstaat."""
    if stap.voorstel is None:
        return vraagt("zeg waarom niets lichters volstaat (--uiterste)")
    return (
        ja(stap.voorstel.uiterste, _plek(stap, "uiterste"))
        if stap.voorstel.uiterste
        else nee("waarom niets lichters volstaat, ontbreekt", _plek(stap))
    )


def optie_open(stap: Stap) -> Uitspraak:  # J44
    """Er is een optie om te verlengen die nog niet is gebruikt of vervallen."""
    rij = volgende_optie(stap.contract)
    return (
        ja(f"{rij[0].id}: {rij[0].duur}", rij[1])
        if rij
        else nee("er is geen optie meer om niet te gebruiken", stap.contract.kaart.plek())
    )


def einddatum(stap: Stap) -> Uitspraak:  # S17
    """De overeenkomst eindigt op een bekende dag, en de maatregel gaat niet eerder in."""
    stand = duurstand(stap.contract, stap.dag)
    if stand.tot is None:
        return onbekend(stand.reden.tekst, stand.reden.plek)
    if stap.voorstel and stap.voorstel.ingaat < stand.tot:
        return nee(
            (
                f"gaat in vóór het einde ({datum_vol(stand.tot)}): eerder stoppen vraagt een "
                "andere maatregel"
            ),
            _plek(stap, "ingaat"),
        )
    return ja(f"eindigt op {datum_vol(stand.tot)}", stand.reden.plek)


def aanzegging_tijdig(stap: Stap) -> Uitspraak:  # J44, S17
    """De mededeling kan nog op tijd worden ontvangen.

    Zonder termijn in het contract is er geen laatste dag.
    """
    stand, optie = duurstand(stap.contract, stap.dag), volgende_optie(stap.contract)
    if stand.tot is None:
        return onbekend(stand.reden.tekst, stand.reden.plek)
    if optie is None and stap.contract.opties:
        return nee("er is geen optie meer", stap.contract.kaart.plek())
    if not stap.contract.opties and _hard(stap, "optie-open"):
        return nee("er is geen optie", stap.contract.kaart.plek())
    aankomst = _aankomst(stap)
    kalender = kalender_op(stap.register, stand.tot, stap.contract, "aanzegging")
    duur = aanzegtermijn(stap.contract, optie[0] if optie else None, stap.dag)
    uiterlijk = (
        bereken(stand.tot, duur, kalender, rol=Rol.VORIGE, terug=True).uiterlijk
        if duur
        else stand.tot
    )
    zin = (
        f"uiterlijk te ontvangen op {datum_vol(uiterlijk)}"
        if duur
        else f"het contract noemt geen termijn; het eindigt op {datum_vol(stand.tot)}"
    )
    return (
        ja(zin, stand.reden.plek)
        if aankomst <= uiterlijk
        else nee(f"te laat: {zin}", stand.reden.plek)
    )


def _aankomst(stap: Stap) -> date:
    """The day on which a letter of today is taken to arrive, by our own policy."""
    beleid = termijnbeleid(stap.register, stap.dag)
    return (
        bereken(stap.dag, beleid.bezorging, kalender_op(stap.register, stap.dag)).uiterlijk
        if beleid and beleid.bezorging
        else stap.dag
    )


def _hard(stap: Stap, naam: str) -> bool:
    return naam in stap.instrument.voorwaarden.hard


def ingang_na_bezwaar(stap: Stap) -> Uitspraak:  # J44, J47
    """De dag van ingang ligt na de bezwaartermijn.

    Tenzij de maatregel nodig is om de reden die het contract noemt.
    """
    if stap.maatregel is None:
        return vraagt("kies een dag van ingang na de bezwaartermijn (--ingaat)")
    if stap.regime and stap.regime.noodzaak and noodzaak(stap.maatregel, None) == "ja":
        return ja(f"nodig{waarvoor(stap)}", _plek(stap, "noodzaak"))
    regels = stap.contract.regime.termijnen if stap.contract.regime else ()
    regel = next(
        (
            r
            for r in regels
            if r.soort == "bezwaar" and stap.instrument.instrument in r.instrumenten and r.termijn
        ),
        None,
    )
    if regel is None or regel.termijn is None:
        return ja("deze overeenkomst kent hier geen bezwaar")
    kalender = kalender_op(stap.register, stap.dag, stap.contract, regel.soort)
    laatste = bereken(_aankomst(stap), regel.termijn, kalender).uiterlijk
    zin = f"bezwaar kan naar verwachting tot en met {datum_vol(laatste)}"
    return (
        ja(zin, _plek(stap, "ingaat"))
        if stap.maatregel.record.ingaat > laatste
        else nee(f"gaat te vroeg in: {zin}", _plek(stap, "ingaat"))
    )
