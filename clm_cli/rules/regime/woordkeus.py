"""Floor 5, rules on the words chosen in a regime: each says what its own quotation says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clm_cli.derivations.brieven.getallen import gegevens
from clm_cli.derivations.zinnen import opsomming
from clm_cli.meldingen import Reden, Sleutel
from clm_cli.records.basis import Deel, Grond
from clm_cli.records.regime import (
    Bevindingsvraag,
    Gespreksrol,
    Kalenderregel,
    Plicht,
    Regime,
    Regimeinstrument,
    Regimetermijn,
    Trede,
    Uitgangspunt,
    Vormregel,
)
from clm_cli.records.verwijzingen import delen, langs
from clm_cli.rules.regel import WAARSCHUWING, Bevond, regel
from clm_cli.rules.regime.blik import Regimeblik, per_regime
from clm_cli.rules.regime.kenwoorden import (
    AARD,
    KAN_BINNEN,
    KENWOORDEN,
    MAANDDAG,
    OPSCHORTING,
    TREDEN,
    maanddagen,
)
from clm_cli.rules.regime.samenhang import botsingen

_MET_AARD = (Regimeinstrument, Regimetermijn, Gespreksrol, Uitgangspunt, Plicht, Bevindingsvraag)
"""The parts by whose words it shows whether they oblige."""
_NAMEN = {"vaststellers": r"\w", "ondertekend_door": "ondertekend"}
"""The fields with names, and which words of a quotation say that it names them."""
_NU = "neem over wat het contract zegt, of haal ook de woorden aan waar dit op rust"
_TE_LAAT, _OP_TIJD = re.compile(r"te laat"), re.compile(r"tijdig|op tijd")


@regel("REG753", WAARSCHUWING, per_regime)
def woord_klopt_niet_met_het_citaat(blik: Regimeblik) -> Iterator[Bevond]:
    """Een gekozen woord zegt iets anders dan het eigen citaat.

    Waarom: clm volgt het woord en toont het citaat; wie het nakijkt, leest in het contract het
    tegendeel.
    Fout: `aard: moet` met het citaat "kan Opdrachtgever een boete opleggen", `begin: verzending`
    bij "na ontvangst", of `gevolg: afgewezen` bij "dan is het bezwaar toegewezen".
    Goed: het woord dat past bij de aangehaalde woorden.
    Wat nu: neem over wat het contract zegt; rust het woord op een andere plaats, haal dan ook die
    woorden aan (met … ertussen, of bij `ook`).
    """
    for sleutel, deel in delen(blik.regime):
        gronden = _gronden(blik.regime, sleutel)
        if not gronden:
            continue
        tekst = " … ".join(grond.tekst for grond in gronden)
        for veld, zin in _tegenspraak(deel, tekst, blik.regime):
            redenen = tuple(Reden(f"aangehaald is '{grond.tekst}'") for grond in gronden)
            yield Bevond(blik.plek(*sleutel, veld), zin, _NU, redenen, gronden[0].eis)
    for plek, zin, citaat in botsingen(blik):
        yield Bevond(blik.plek(*plek), zin, _NU, (Reden(f"aangehaald is '{citaat}'"),))


@regel("REG754", WAARSCHUWING, per_regime)
def twee_voorzitters(blik: Regimeblik) -> Iterator[Bevond]:
    """Meer dan één rol zit het gesprek voor.

    Waarom: de uitnodiging, de agenda en het verslag noemen één voorzitter; met twee is het de
    eerste, en wie het regime leest, weet niet wie er voorzit.
    Fout: `voorzitter: ja` bij twee rollen.
    Goed: één rol met `voorzitter: ja`; wisselt het voorzitterschap, dan een toelichting.
    Wat nu: haal `voorzitter: ja` weg bij de rol die niet voorzit.
    """
    rollen = [nr for nr, rol in enumerate(blik.regime.rollen) if rol.voorzitter == "ja"]
    for nr in rollen[1:]:
        rol, eerste = blik.regime.rollen[nr], blik.regime.rollen[rollen[0]]
        yield Bevond(
            blik.plek("rollen", nr, "voorzitter"),
            f"{rol.id} zit voor, en {eerste.id} ook",
            "laat voorzitter: ja staan bij één rol",
            grond=rol.grond.eis,
        )


def _gronden(regime: Regime, sleutel: Sleutel) -> tuple[Grond, ...]:
    """The clauses that a part rests on: its own, else those of the part that it stands in."""
    for rij in reversed([*langs(regime, sleutel)]):
        eigen = getattr(rij, "grond", None)
        ook = tuple(g for g in getattr(rij, "ook", ()) if isinstance(g, Grond))
        if isinstance(eigen, Grond) or ook:
            return (*((eigen,) if isinstance(eigen, Grond) else ()), *ook)
    return ()


def _tegenspraak(deel: Deel, tekst: str, regime: Regime) -> Iterator[tuple[str, str]]:
    """The fields of a part that its quotation speaks against, each with what it says."""
    for soort, veld, kenwoorden in KENWOORDEN:
        waarde = getattr(deel, veld) if isinstance(deel, soort) else None
        if waarde is None:
            continue
        eigen = kenwoorden.get(str(waarde))
        anders = [
            w for w, kent in kenwoorden.items() if w != str(waarde) and re.search(kent, tekst)
        ]
        if anders and not (eigen and re.search(eigen, tekst)):
            yield veld, f"{veld}: hier staat {waarde}, en het citaat wijst op {anders[0]}"
    yield from _aard(deel, tekst)
    yield from _opschorting(deel, tekst)
    yield from _dagen(deel, tekst)
    yield from _genoemd(deel, tekst)
    yield from _duren(deel, tekst)
    yield from _kanalen(deel, tekst)
    yield from _terug(deel, tekst)
    if isinstance(deel, Gespreksrol):
        yield from _rol(deel, tekst, regime)


def _aard(deel: Deel, tekst: str) -> Iterator[tuple[str, str]]:
    """That a clause allows where its words oblige, or the reverse."""
    aard = getattr(deel, "aard", None)
    if not isinstance(deel, _MET_AARD) or aard == "streven":
        return
    kenwoorden = {**AARD, "kan": KAN_BINNEN} if isinstance(deel, Regimetermijn) else AARD
    wijst = [naam for naam, kent in kenwoorden.items() if re.search(kent, tekst)]
    if wijst and aard not in wijst:
        yield "aard", f"aard: hier staat {aard}, en het citaat wijst op {wijst[0]}"


def _opschorting(deel: Deel, tekst: str) -> Iterator[tuple[str, str]]:
    """What a clause says of an objection in time and of a late one, sentence by sentence."""
    for soort, veld in OPSCHORTING:
        if not isinstance(deel, soort):
            continue
        punt = getattr(deel, veld)
        waarde = getattr(punt, "regel", punt)
        for zin in re.split(r"[.;…]", tekst) if waarde else ():
            if (veld == "te_laat") != bool(_TE_LAAT.search(zin)):
                continue
            if not re.search(r"schort|opschort", zin) or (
                veld == "tijdig" and not _OP_TIJD.search(zin)
            ):
                continue
            zegt = "schorst-niet" if re.search(r"\bniet\b|\bgeen\b", zin) else "schorst"
            if zegt != waarde:
                yield veld, f"{veld}: hier staat {waarde}, en het citaat wijst op {zegt}"


def _dagen(deel: Deel, tekst: str) -> Iterator[tuple[str, str]]:
    """Days of the year, and numbers of treden, that are others than the quotation names."""
    genoemd = maanddagen(tekst)
    for veld in MAANDDAG:
        for dag in getattr(deel, veld, ()) if genoemd else ():
            if str(dag) not in genoemd:
                yield veld, f"{veld}: hier staat {dag}, en in het citaat {opsomming(genoemd)}"
    nummers = [int(n) for rij in re.findall(TREDEN, tekst) for n in re.findall(r"\d+", rij)]
    eigen = (deel.trede,) if isinstance(deel, Trede) else getattr(deel, "treden", ())
    eigen = () if isinstance(deel, Regime) else eigen
    for nummer in eigen if nummers else ():
        if isinstance(nummer, int) and nummer not in nummers:
            veld = "trede" if isinstance(deel, Trede) else "treden"
            yield (
                veld,
                f"{veld}: hier staat {nummer}, en in het citaat {opsomming(map(str, nummers))}",
            )


def _genoemd(deel: Deel, tekst: str) -> Iterator[tuple[str, str]]:
    """Who is said to find or sign, and stands beside the others not in the quotation."""
    laag = tekst.casefold()
    for veld, noemt in _NAMEN.items():
        namen = {naam: naam.casefold().split()[0] in laag for naam in getattr(deel, veld, ())}
        if (any(namen.values()) or veld == "ondertekend_door") and re.search(noemt, laag):
            mist = [naam for naam, staat in namen.items() if not staat]
            yield from ((veld, f"'{naam}' staat niet in het eigen citaat") for naam in mist)


def _duren(deel: Deel, tekst: str) -> Iterator[tuple[str, str]]:
    """How long something is, in its title and in its quotation."""
    titel = getattr(deel, "titel", None)
    if isinstance(titel, str):
        hier, daar = (
            {rij.waarde for rij in gegevens(t) if rij.soort == "aantal"} for t in (titel, tekst)
        )
        if daar and hier - daar:
            zegt = f"{opsomming(sorted(hier - daar))}, en in het citaat {opsomming(sorted(daar))}"
            yield "titel", f"titel: hier staat {zegt}"


def _kanalen(deel: Deel, tekst: str) -> Iterator[tuple[str, str]]:
    """A way that the quotation says is not in writing."""
    mail = isinstance(deel, Vormregel) and "e-mail" in deel.kanalen
    if mail and re.search(r"e-mail (is|geldt) (geen|niet)|niet per e-mail", tekst, re.IGNORECASE):
        yield "kanalen", "kanalen: hier staat e-mail, en het citaat sluit een e-mail uit"


def _terug(deel: Deel, tekst: str) -> Iterator[tuple[str, str]]:
    """That a clause speaks of counting back, and nothing says where such a term ends."""
    stil = isinstance(deel, Kalenderregel) and deel.terug is None and deel.laatste_dag != "niet"
    if stil and re.search(r"terug(ge)?(reken|tel)", tekst):
        yield "terug", "terug: hier staat niets, en het citaat gaat over terugtellen"


def _rol(rol: Gespreksrol, tekst: str, regime: Regime) -> Iterator[tuple[str, str]]:
    """A role for one party of which the quotation names only the other."""
    laag = tekst.casefold()
    genoemd = {
        rij.partij
        for rij in regime.partijen
        if any(naam.casefold() in laag for naam in (rij.benaming, *rij.ook))
    }
    if len(genoemd) == 1 and rol.partij not in (*genoemd, "gemeente"):
        (ander,) = genoemd
        yield "partij", f"partij: hier staat {rol.partij}, en het citaat noemt de {ander}"
