"""Floor 6, kaart: the card of a letter of ours: what was said, and what follows from the case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import count

from clm_cli.advies import advies, opdracht
from clm_cli.bestand import Bestand, is_een, naar_dag
from clm_cli.derivations.brieven.delen.besluit import is_geheel
from clm_cli.derivations.brieven.inhoud import Inhoud
from clm_cli.derivations.brieven.soort import Briefsoort
from clm_cli.derivations.escalatie.zaakopdracht import zaakopdracht
from clm_cli.derivations.escalatie.zaken import contract_van, einde_van, gesloten, gestopt
from clm_cli.derivations.termijnen import kalender_op, uitgangsbeleid
from clm_cli.derivations.zinnen import bij_trede
from clm_cli.dossier import Contract, Dossier, Escalatie
from clm_cli.meldingen import ClmFout, Geweigerd
from clm_cli.records.basis import Deel, Feit
from clm_cli.records.brief import Briefkaart
from clm_cli.records.escalatie import Beoordeling
from clm_cli.records.maatregel import Maatregel
from clm_cli.records.regime import Regime
from clm_cli.register import Register
from clm_cli.tijd.datum import datum_vol

WAAROVER = "; een brief gaat over een contract"
"""Why a letter of ours or theirs needs one."""


def kies_escalatie(dossier: Dossier, naam: str | None, soort: Briefsoort) -> Escalatie | None:
    """The case a letter belongs to: the one that is meant, else the only open one, or none."""
    if naam is None and ((soort.lezer == "aanbieder" and not soort.over) or soort.bij_contract):
        return None
    passend = [e for e in dossier.escalaties if naam is None or naam.rsplit("/", 1)[-1] in e.id]
    open_ = [e for e in passend if not gesloten(e)] or (passend if soort.over or naam else [])
    if len(open_) == 1:
        return open_[0]
    if naam is None and not soort.over and not open_:
        return None
    if not passend:
        welke = f" '{naam}'" if naam else ""
        nu = opdracht("toon", dossier.id) if naam else opdracht("escalatie", "opening", dossier.id)
        raise ClmFout(f"In {dossier.id} staat geen escalatie{welke}.", nu=nu)
    raise ClmFout(
        "Noem welke escalatie u bedoelt.", nu=f"kies uit {', '.join(e.id for e in passend)}"
    )


def kies_feit(
    dossier: Dossier,
    escalatie: Escalatie | None,
    soort: Briefsoort,
    bij: str | None,
    contracten: Sequence[str] = (),
) -> Bestand[Deel] | None:
    """The fact a letter is about: the one that is named, else the last of its kind; or ClmFout.

    Without a case it is one of the contracts that were named, if any were.
    """
    if bij is not None:
        return _genoemd_feit(dossier, escalatie, soort, bij)
    if not soort.over:
        return None
    bron = (
        escalatie.feiten
        if escalatie
        else tuple(
            b for c in dossier.contracten if not contracten or c.id in contracten for b in c.feiten
        )
    )
    rijen = [b for b in bron if b.soort in soort.over and _past(dossier, escalatie, soort, b)]
    if not rijen:
        wat = " of ".join(soort.over)
        groep = "contract" if soort.bij_contract else "escalatie"
        raise ClmFout(
            f"De brief '{soort.soort}' kan pas als dit is vastgelegd: {wat}.",
            nu=zaakopdracht(dossier, escalatie, soort.over[0], brief=soort.soort)
            if escalatie
            else opdracht(groep, soort.over[0], dossier.id),
        )
    gekozen = max(rijen, key=naar_dag)
    if escalatie and soort.maakt_bekend and is_een(gekozen, Maatregel):
        _loopt_nog(dossier, escalatie, gekozen)
    return gekozen


def _loopt_nog(dossier: Dossier, escalatie: Escalatie, maatregel: Bestand[Maatregel]) -> None:
    """A measure that ended is not made known by itself: only who names it gets its letter."""
    if einde := einde_van(dossier, escalatie, maatregel):
        dag = datum_vol(einde.record.datum)
        raise Geweigerd(
            f"De laatste maatregel van {escalatie.id} eindigde op {dag}; er is dus niets bekend te "
            "maken.",
            nu=advies(
                "{toon}; is de brief toch nodig, noem de maatregel met --bij",
                toon=opdracht("escalatie", "toon", dossier.id, escalatie.id),
            ),
        )


def _genoemd_feit(
    dossier: Dossier, escalatie: Escalatie | None, soort: Briefsoort, bij: str
) -> Bestand[Deel]:
    """The fact or letter that was named, when such a letter can be about it; else ClmFout."""
    doel = dossier.vind(bij, f"{escalatie.pad}/x" if escalatie else "")
    if doel is None:
        raise ClmFout(
            f"'{bij}' leidt nergens heen.",
            nu=advies("{lijn} toont de feiten", lijn=opdracht("tijdlijn", dossier.id)),
        )
    if soort.over and doel.bestand.soort not in soort.over:
        wat = f"{' of '.join(soort.over)}, en '{bij}' is {doel.bestand.soort}"
        raise ClmFout(f"Deze brief gaat over {wat}.", nu=opdracht("escalatie", "toon", dossier.id))
    return doel.bestand


def _past(
    dossier: Dossier, escalatie: Escalatie | None, soort: Briefsoort, feit: Bestand[Feit]
) -> bool:
    """A letter that makes a measure known fits the instrument that the contract gives it to."""
    if feit.soort in ("opheffing", "sluiting") and soort.lezer == "gemeenten":
        return bool(escalatie and gestopt(dossier, escalatie, feit))
    if is_een(feit, Beoordeling) and soort.soort.startswith("oordeel-"):
        return soort.soort == f"oordeel-{feit.record.over}"
    if not is_een(feit, Maatregel):
        return not soort.soort.startswith("oordeel-")
    contract = contract_van(dossier, escalatie) if escalatie else None
    instrumenten = contract.regime.instrumenten if contract else ()
    eigen = next((i for i in instrumenten if i.instrument == feit.record.instrument), None)
    if soort.soort == "aansprakelijkstelling":
        return feit.record.verzuimgrond is not None
    if eigen is None or not soort.maakt_bekend:
        return feit.record.reikwijdte is not None
    return soort.soort in (eigen.brief, f"bevestiging-{eigen.brief}")


def kaart(
    register: Register,
    dossier: Dossier,
    soort: Briefsoort,
    escalatie: Escalatie | None,
    over: Bestand[Deel] | None,
    gezegd: Mapping[str, object],
    *,
    dag: date,
    id_: str,
    door: str,
    eerder: int = 0,
) -> dict[str, object]:
    """The card as a tree: first what was said, then what follows from the case.

    `eerder` letters are made before it, at once.
    """
    contract = contract_van(dossier, escalatie) if escalatie else None
    kaart_ = over.record if over else None
    hun = kaart_ if isinstance(kaart_, Briefkaart) and kaart_.richting == "inkomend" else None
    trede = getattr(over.record, "trede", 0) if over else 0
    basis: dict[str, object] = {
        "richting": "uitgaand",
        "soort": soort.soort,
        "onderwerp": _titel(soort, gezegd) + _trede(contract, trede),
        "kenmerk": _kenmerk(register, dossier, id_, dag, eerder),
        "datum": dag.isoformat(),
        "contracten": _contracten(dossier, escalatie, over, hun),
        "escalatie": f"escalaties/{escalatie.id}" if escalatie else None,
        "bij": over.id if over else None,
        "kanalen": _kanalen(register, soort, trede, dag, contract),
        "behandelaar": door,
        "uw_kenmerk": (hun.kenmerk or f"uw brief van {datum_vol(hun.datum)}") if hun else None,
    }
    gezegd = met_kenmerken(dossier, gezegd)
    return {
        naam: waarde for naam, waarde in {**basis, **gezegd}.items() if waarde not in (None, [], ())
    }


def met_kenmerken(
    dossier: Dossier, gezegd: Mapping[str, object], zelf: str | None = None
) -> dict[str, object]:
    """The terms with a mark for each thing to do after the end: by it, it is said to be done.

    `zelf` is the letter that is made once more: the marks that it had are free again.
    """
    rijen = gezegd.get("termijnen")
    if not isinstance(rijen, list):
        return {**gezegd}
    eerder = (t for b in dossier.brieven if b.id != zelf for t in b.kaart.record.termijnen)
    bekend = {*(t.id for t in eerder), *(rij.get("id") for rij in rijen)}
    vrij = (id_ for n in count(1) if (id_ := f"AW-{n}") not in bekend)
    return {
        **gezegd,
        "termijnen": [
            {"id": next(vrij), **rij}
            if rij.get("soort") == "afwikkeling" and "id" not in rij
            else rij
            for rij in rijen
        ],
    }


def _trede(contract: Contract | None, trede: int) -> str:
    return bij_trede(contract.regime if contract else Regime.onbekend(), trede, " ({})")


def _titel(soort: Briefsoort, gezegd: Mapping[str, object]) -> str:
    """The kind as a subject; who ends a part of a contract says so there too (6:270 BW)."""
    titel = soort.titel[0].lower() + soort.titel[1:]
    rijen = gezegd.get("teksten")
    deel = any(
        isinstance(rij, Mapping)
        and rij.get("onderdeel") == "deel-of-geheel"
        and not is_geheel(str(rij.get("tekst", "")))
        for rij in (rijen if isinstance(rijen, list | tuple) else ())
    )
    return f"gedeeltelijke {titel}" if deel else titel


def _kenmerk(register: Register, dossier: Dossier, id_: str, dag: date, eerder: int) -> str:
    """Our reference by the organisation's own pattern; a number counts our letters of the year."""
    patroon = register.organisatie.kenmerk
    if not patroon:
        return f"{dossier.id}/{id_}"
    jaar = sum(
        brief.kaart.record.richting == "uitgaand" and brief.kaart.record.datum.year == dag.year
        for ander in register.dossiers.values()
        for brief in ander.brieven
    )
    zaak = dossier.aanbieder.record.zaaknummer if dossier.aanbieder else None
    woorden = {
        "{jaar}": str(dag.year),
        "{datum}": dag.isoformat(),
        "{nummer}": f"{jaar + eerder + 1:04}",
        "{zaaknummer}": zaak or dossier.id,
    }
    for naam, waarde in woorden.items():
        patroon = patroon.replace(naam, waarde)
    return patroon


def _kanalen(
    register: Register, soort: Briefsoort, trede: int, dag: date, contract: Contract | None
) -> list[str]:
    """The ways to send it: those in writing where the contract names them, else our own policy."""
    vorm = contract.regime.schriftelijk if contract else None
    if vorm and soort.lezer == "aanbieder":
        return list(vorm.kanalen[:1])
    beleid = uitgangsbeleid(register, dag)
    vanaf = beleid.aangetekend_vanaf_trede
    if vanaf is None or (trede < vanaf and not soort.met_bewijs) or soort.lezer != "aanbieder":
        return []
    return ["aangetekend", "gewone post", "e-mail"]


def _contracten(
    dossier: Dossier,
    escalatie: Escalatie | None,
    over: Bestand[Deel] | None,
    hun: Briefkaart | None,
) -> list[str]:
    """What the letter is about: the contracts of its case, its fact or their letter, or the one."""
    opening = escalatie.opening if escalatie else None
    eigen = [c.id for c in dossier.contracten if over and over.map == c.pad]
    contract = contract_van(dossier, escalatie) if escalatie else None
    enige = [c.id for c in dossier.contracten if len(dossier.contracten) == 1]
    return (
        list(opening.record.contracten if opening else eigen)
        or list(hun.contracten if hun else ())
        or ([contract.id] if contract else enige)
    )


def genoemd(inhoud: Inhoud) -> list[dict[str, str]]:
    """The days that the letter prints, as its card keeps them."""
    rijen = []
    for dag in inhoud.dagen:
        kalender = kalender_op(
            inhoud.register, dag.berekening.start, inhoud.contract, dag.soort
        ).naam
        rij = {
            "termijn": dag.soort,
            **({"tekortkoming": dag.tekortkoming} if dag.tekortkoming else {}),
            "uiterlijk": dag.uiterlijk.isoformat(),
            "kalender": kalender,
        }
        rijen.append(rij)
    for nieuw in inhoud.nieuwe_data:
        kalender = kalender_op(inhoud.register, inhoud.dag, inhoud.contract, "herstel").naam
        rijen.append(
            {
                "termijn": "herstel",
                "tekortkoming": nieuw.tekortkoming,
                "uiterlijk": nieuw.uiterlijk.isoformat(),
                "kalender": kalender,
            }
        )
    return rijen
