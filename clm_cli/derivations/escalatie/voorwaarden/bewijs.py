"""Floor 4, bewijs: the risk and the evidence that carry a step."""

from __future__ import annotations

import re
from dataclasses import replace

from clm_cli.bestand import Bestand
from clm_cli.derivations.bevoegdheid import deelnemers
from clm_cli.derivations.escalatie.bewijstelling import geteld, leeftijd
from clm_cli.derivations.escalatie.stap import Stap
from clm_cli.derivations.escalatie.uitspraak import Uitspraak, alle, een, ja, nee, onbekend
from clm_cli.derivations.escalatie.zaken import contracten_van
from clm_cli.dossier import Escalatie
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Reden
from clm_cli.records.escalatie import (
    Bewijs,
    Onderzoek,
    Tekortkoming,
)
from clm_cli.records.regime import Bewijsvorm, erkend, van_welke
from clm_cli.tijd.datum import datum_vol


def risico_benoemd(stap: Stap) -> Uitspraak:  # J42
    """Het risico waarvoor het contract dit instrument geeft is benoemd, met feiten en bewijs."""
    per = {t.id: _risico(stap, t) for t in stap.tekortkomingen}
    uit = alle(per.values())
    wel = [id_ for id_, deel in per.items() if deel.antwoord != "nee"]
    if uit.antwoord != "nee" or stap.voorstel is not None or not wel:
        return uit
    # one measure need not be for every shortcoming of the case
    rest = replace(uit.omdat[-1], tekst=f"{uit.omdat[-1].tekst}; wel {', '.join(wel)}")
    return replace(uit, omdat=(*uit.omdat[:-1], rest))


def _risico(stap: Stap, tekortkoming: Tekortkoming) -> Uitspraak:
    voor = stap.instrument.risico
    soorten = {
        *tekortkoming.soort,
        *(("veiligheid",) if tekortkoming.raakt_veiligheid == "ja" else ()),
    }
    if voor and not soorten & set(voor):
        return nee(f"{tekortkoming.id} gaat niet over {' of '.join(voor)}")
    onderzocht = [f for f in stap.van(Onderzoek) if tekortkoming.id in f.record.tekortkomingen]
    dragend: list[Bestand[Onderzoek] | Bestand[Bewijs]] = [
        *onderzocht,
        *_over(stap, tekortkoming.id),
    ]
    if not dragend:
        return onbekend(
            f"{tekortkoming.id}: er is nog geen onderzoek of bewijs dat het risico draagt"
        )
    return ja(f"{tekortkoming.id}: {tekortkoming.wat}", dragend[0].plek())


def _over(stap: Stap, tekortkoming: str) -> list[Bestand[Bewijs]]:
    return [
        f
        for f in stap.van(Bewijs)
        if not f.record.tekortkomingen or tekortkoming in f.record.tekortkomingen
    ]


def bewijs(stap: Stap) -> Uitspraak:  # J48, J49
    """Een vorm van bewijs uit het contract, met al haar elementen."""
    return alle(_bewijs(stap, id_, vastgesteld=False) for id_ in stap.ids())


def bewijs_vastgesteld(stap: Stap) -> Uitspraak:  # J44, J49
    """Van het bewijs ligt vast wie het vaststelde, wanneer en in welk stuk."""
    return alle(_bewijs(stap, id_, vastgesteld=True) for id_ in stap.ids())


def _bewijs(stap: Stap, tekortkoming: str, *, vastgesteld: bool) -> Uitspraak:
    per_vorm = [
        geteld(stap, vorm, [(f, _getoetst(stap, f, vorm, vastgesteld=vastgesteld)) for f in feiten])
        for vorm in stap.regime.bewijsvormen
        if vorm.hoort_bij in stap.instrument.bewijs
        and (feiten := [f for f in _over(stap, tekortkoming) if f.record.vorm == vorm.id])
    ]
    return een(per_vorm, f"{tekortkoming}: er is geen bewijs in een van de vormen van het contract")


def _getoetst(
    stap: Stap, feit: Bestand[Bewijs], vorm: Bewijsvorm, *, vastgesteld: bool
) -> Uitspraak:
    deel = alle((_vorm(stap, feit, vorm), *leeftijd(stap, feit, vorm)))
    return alle((deel, _vaststelling(stap, feit))) if vastgesteld else deel


def van_bevoegde(
    blik: Dossierblik,
    escalatie: Escalatie,
    feit: Bestand[Bewijs],
    vaststellers: tuple[str, ...],
) -> Uitspraak:
    """Whether a body that the contract names established it; of a municipality that is one."""
    wie, plek = feit.record.vastgesteld_door, feit.plek("vastgesteld_door")
    gemeente = van_welke(vaststellers, wie) or ""
    bekend = {naam for g in blik.register.organisatie.gemeenten for naam in (g.id, g.naam)}
    kaal = {_kaal(naam) for naam in (*bekend, *feit.record.gemeenten)}
    # a name without a capital is a municipality only when it is known: 'van plan' is none; and
    # who is judged, or any other legal person, is none whatever stands in `gemeenten`
    geen = bool(gemeente) and _kaal(gemeente) not in kaal and gemeente.islower()
    geen = geen or (bool(gemeente) and _geen_gemeente(blik, gemeente, bekend))
    if not erkend(vaststellers, wie) or geen:
        return nee(
            f"vastgesteld door {wie or 'niemand'}, niet door {' of '.join(vaststellers)}", plek
        )
    if gemeente and _kaal(gemeente) not in _van_contract(blik, escalatie):
        # J48: any name stands behind 'toezichthouder van'; one from outside the contract counts
        # where somebody says so with the evidence, and shows what was established.
        genoemd = _kaal(gemeente) in {_kaal(naam) for naam in feit.record.gemeenten}
        if not genoemd or not feit.record.bijlagen:
            zin = f"{gemeente} is geen gemeente van dit contract; noem haar bij het bewijs"
            return onbekend(f"{zin} (--gemeente), met het stuk van haar toezichthouder", plek)
    return ja(f"vastgesteld door {wie}", plek)


def _van_contract(blik: Dossierblik, escalatie: Escalatie) -> set[str]:
    """The municipalities of the contracts of a case, by any of their names."""
    eigen = deelnemers(contracten_van(blik.dossier, escalatie))
    bekend = blik.register.organisatie.gemeenten
    return {_kaal(naam) for g in bekend if g.id in eigen for naam in (g.id, g.naam)}


_RECHTSVORM = r"(?i)\b(stichting|vereniging|co[oö]peratie|maatschap|b\.?v|n\.?v|v\.?o\.?f)\b"


def _geen_gemeente(blik: Dossierblik, naam: str, bekend: set[str]) -> bool:
    """Whether a name is that of the provider itself or of a legal person under private law."""
    eigen = {_kaal(n) for n in blik.dossier.namen}
    van_aanbieder = _kaal(naam) in eigen - {_kaal(n) for n in bekend}
    return van_aanbieder or re.search(_RECHTSVORM, naam) is not None


def _kaal(gemeente: str) -> str:
    return gemeente.casefold().removeprefix("gemeente ").strip()


def _vorm(stap: Stap, feit: Bestand[Bewijs], vorm: Bewijsvorm) -> Uitspraak:
    """Each element shown; the named body where the contract names one."""
    gegeven = {rij.element: rij.aangetoond for rij in feit.record.elementen}
    mist = [element for element in vorm.elementen if gegeven.get(element, "nee") == "nee"]
    if mist:
        return nee(f"{vorm.titel}: niet aangetoond: {mist[0]}", feit.plek("elementen"))
    # J48: only form (a) names who establishes it; another body does not carry that form.
    door = van_bevoegde(stap.blik, stap.escalatie, feit, vorm.vaststellers)
    if door.antwoord != "ja":
        return replace(
            door, omdat=(Reden(f"{vorm.titel}: {door.tekst}", feit.plek("vastgesteld_door")),)
        )
    # J44, J48: what is called established was so before we acted on it.
    if (op := feit.record.vastgesteld_op) and op > stap.dag:
        zin = f"{vorm.titel}: pas vastgesteld op {datum_vol(op)}"
        return nee(zin, feit.plek("vastgesteld_op"))
    open_ = [element for element in vorm.elementen if gegeven[element] == "onbekend"]
    if open_:
        return onbekend(f"{vorm.titel}: onbekend of {open_[0]}", feit.plek("elementen"))
    if vorm.gemeenten_noemen == "ja" and not feit.record.gemeenten:
        return nee(f"{vorm.titel}: de gemeenten zijn niet genoemd", feit.plek())
    return ja(f"{vorm.titel}: alle elementen zijn aangetoond", feit.plek())


def _vaststelling(stap: Stap, feit: Bestand[Bewijs]) -> Uitspraak:
    record = feit.record
    door = van_bevoegde(stap.blik, stap.escalatie, feit, stap.instrument.vaststellers)
    if door.antwoord != "ja":
        return door
    if record.vastgesteld_door is None or record.vastgesteld_op is None or not record.bijlagen:
        return nee(
            "wie het vaststelde, wanneer, of in welk stuk ontbreekt", feit.plek("vastgesteld_door")
        )
    return ja(
        f"vastgesteld door {record.vastgesteld_door} op {datum_vol(record.vastgesteld_op)}",
        feit.plek("vastgesteld_op"),
    )
