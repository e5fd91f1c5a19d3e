"""Floor 4, gezegd: what has to be said with the step itself."""

from __future__ import annotations

from collections.abc import Callable

from clm_cli.derivations.escalatie.gezegd import Gezegde, van_deel
from clm_cli.derivations.escalatie.stap import Stap
from clm_cli.derivations.escalatie.uitspraak import Uitspraak, alle, ja, nee, onbekend, vraagt
from clm_cli.derivations.termijnen import kalender_op, regimetermijn
from clm_cli.records.contact import Signaal
from clm_cli.records.escalatie import (
    Opening,
)
from clm_cli.records.regime import Regimetermijn
from clm_cli.tijd.termijn import Duur, bereken


def van_rijen(rijen: tuple[Gezegde, ...]) -> Callable[[Stap], Uitspraak]:
    """The condition that asks what some rows say; all of them have to be said."""

    def toets(stap: Stap) -> Uitspraak:
        if stap.voorstel is None:
            return vraagt(f"{rijen[0].noem} ({rijen[0].optie})")
        woorden: tuple[str, ...] = ()
        for rij in rijen:
            gezegd = rij.zegt(stap.voorstel, stap.instrument)
            if not gezegd:
                return nee(rij.ontbreekt, stap.plek(rij.veld))
            woorden += gezegd
        return ja(rijen[0].kort(woorden), stap.plek(rijen[0].veld))

    return toets


def antwoordtermijn(stap: Stap) -> Uitspraak:  # J38, J39, S12
    """Het verzoek noemt een termijn, en die is niet korter dan het contract toelaat."""
    regel = regimetermijn(stap.contract, stap.instrument.instrument, "reactie", "verbeterplan")
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
            else nee("het contract noemt geen termijn; zet er een in het verzoek", stap.plek())
        )
    if reden is None:
        return nee("bij de eigen termijn ontbreekt waarom", stap.plek("antwoordtermijn"))
    if regel and _korter(stap, gegeven, regel) and not (regel.korter and _acuut(stap)):
        mag = (
            "dat kan alleen bij een vastgelegd acuut risico"
            if regel.korter
            else "dit contract kent geen kortere termijn"
        )
        return nee(f"{gegeven} is korter dan {regel.termijn}; {mag}", stap.plek("antwoordtermijn"))
    return ja(f"{gegeven}, omdat: {reden}", stap.plek("antwoordtermijn"))


def _korter(stap: Stap, gegeven: Duur, regel: Regimetermijn) -> bool:
    kalender = kalender_op(stap.register, stap.dag, stap.contract, regel.soort)
    return (
        regel.termijn is not None
        and bereken(stap.dag, gegeven, kalender).uiterlijk
        < bereken(stap.dag, regel.termijn, kalender).uiterlijk
    )


def _acuut(stap: Stap) -> bool:
    """A recorded acute risk: by a signal of the case, or a shortcoming that touches safety."""
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
    """Per tekortkoming een redelijke termijn, of de grond waarop geen termijn nodig is."""
    if stap.voorstel is None:
        return vraagt(
            "noem per tekortkoming de termijn en waarom die redelijk is (--hersteltermijn)"
        )
    if stap.voorstel.verzuimgrond:
        return ja(
            f"geen termijn nodig: {stap.voorstel.verzuimgrond.artikel} BW",
            stap.plek("verzuimgrond"),
        )
    gegeven = {rij.tekortkoming for rij in stap.voorstel.hersteltermijnen}
    mist = [id_ for id_ in stap.ids() if id_ not in gegeven]
    return (
        nee(f"zonder hersteltermijn: {', '.join(mist)}", stap.plek("hersteltermijnen"))
        if mist
        else ja("elke tekortkoming heeft een termijn", stap.plek("hersteltermijnen"))
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
        zin, stap.plek("eigen_verplichtingen")
    )


def grond_genoemd(stap: Stap) -> Uitspraak:  # S17, S18, S19
    """De maatregel noemt een van de gronden van het contract."""
    namen = [grond.id for grond in stap.instrument.gronden]
    if stap.voorstel is None:
        eigen = " of een eigen grond" if stap.instrument.eigen_gronden == "ja" else ""
        return vraagt(f"noem een grond (--grond): {', '.join(namen)}{eigen}")
    goed = van_deel("gronden").zegt(stap.voorstel, stap.instrument)
    return (
        ja(", ".join(goed), stap.plek("gronden"))
        if goed
        else nee(f"geen van de gronden is genoemd: {', '.join(namen)}", stap.plek("gronden"))
    )
