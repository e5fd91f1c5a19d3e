"""Floor 6, wachtend: which letters of one kind are waiting to be made, and what they will say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from clm_cli.advies import advies, opdracht
from clm_cli.bestand import Bestand
from clm_cli.derivations.brieven.achterstallig import antwoordtermijn, gevraagd, te_laat
from clm_cli.derivations.brieven.delen.gevonden import tekstoptie
from clm_cli.derivations.brieven.meedelen import verteld_in
from clm_cli.derivations.classificatie import laatst_besloten
from clm_cli.derivations.gesprekken import aan_de_beurt, dag_van, tijd_en_plaats
from clm_cli.derivations.opvolging import behandelaar
from clm_cli.derivations.termijnen import niet_geregeld
from clm_cli.derivations.werklijst import alle_werkpunten
from clm_cli.dossier import Dossier
from clm_cli.kijk import Dossierblik, Kijk
from clm_cli.meldingen import ClmFout, Ernst, Melding
from clm_cli.records.classificatie import Classificatie
from clm_cli.records.overeenkomst import NietVerlengd, Verlenging
from clm_cli.value import value

VerlengT = TypeVar("VerlengT", NietVerlengd, Verlenging)

REEKSEN = ("classificatie", "herinnering", "geen-verlenging", "verlenging")
"""The kinds of which clm knows by itself who waits for one."""


@value
class Aanleiding:
    """One letter that is waiting to be made: for whom, about what, and why."""

    dossier: Dossier
    waarom: str
    gezegd: dict[str, object]
    bij: str | None = None
    staart: str = ""
    """What makes its name differ from the others of that day."""


def aanleidingen(kijk: Kijk, dossiers: tuple[Dossier, ...], soort: str) -> tuple[Aanleiding, ...]:
    """Every letter of a kind that is waiting; ClmFout for a kind that is always about one case."""
    if soort not in REEKSEN:
        raise ClmFout(
            f"Van '{soort}' weet clm niet wie er nog een moet krijgen.",
            nu=(
                f"--alle kan met {', '.join(REEKSEN)}; maak andere brieven per dossier: clm brief "
                f"maak DOSSIER {soort}"
            ),
        )
    functie = {
        "classificatie": _classificatie,
        "herinnering": _herinnering,
        "geen-verlenging": _geen_verlenging,
        "verlenging": _verlenging,
    }[soort]
    return tuple(rij for dossier in dossiers for rij in functie(kijk.blik(dossier)))


def _classificatie(blik: Dossierblik) -> Iterator[Aanleiding]:
    """Classified and not told (J14), and no letter about it lies ready."""
    verteld = [f.id for f in blik.dossier.van(Classificatie) if verteld_in(blik.dossier, f)]
    punten = [p for p in alle_werkpunten(blik) if p.soort == "classificatie-informeren"]
    open_ = [p for p in punten if p.verwijzing not in verteld]
    if open_:
        waarom = "; ".join(p.wat for p in open_)
        yield Aanleiding(blik.dossier, waarom, besloten(blik, {}))


def _herinnering(blik: Dossierblik) -> Iterator[Aanleiding]:
    for contract, punten in te_laat(blik).items():
        staart = contract if len(blik.dossier.contracten) > 1 else ""
        yield Aanleiding(
            blik.dossier,
            f"{contract}: {'; '.join(p.wat for p in punten)}",
            herinnering(blik, {"contracten": [contract]}),
            staart=staart,
        )


def _geen_verlenging(blik: Dossierblik) -> Iterator[Aanleiding]:
    """An option that is not used, and about which there is no letter."""
    for rij, feit in _zonder_brief(blik, NietVerlengd):
        if not feit.record.escalatie:
            yield replace(
                rij, waarom=f"{rij.waarom}: optie {feit.record.optie} wordt niet gebruikt"
            )


def _verlenging(blik: Dossierblik) -> Iterator[Aanleiding]:
    """An option that is used, of which the notice was not given."""
    for rij, feit in _zonder_brief(blik, Verlenging):
        if feit.record.meegedeeld is None:
            yield replace(rij, waarom=f"{rij.waarom}: optie {feit.record.optie} wordt gebruikt")


def _zonder_brief(
    blik: Dossierblik, model: type[VerlengT]
) -> Iterator[tuple[Aanleiding, Bestand[VerlengT]]]:
    """The facts of a kind about the contracts that no letter is about."""
    over = {doel.pad for b in blik.dossier.brieven if (doel := blik.dossier.waarbij(b.kaart))}
    for contract in blik.dossier.contracten:
        for feit in contract.van(model):
            if feit.pad not in over and not feit.record.brief:
                aanleiding = Aanleiding(
                    blik.dossier,
                    contract.id,
                    {"contracten": [contract.id]},
                    bij=feit.id,
                    staart=contract.id if len(blik.dossier.contracten) > 1 else "",
                )
                yield aanleiding, feit


def herinnering(blik: Dossierblik, gezegd: dict[str, Any]) -> dict[str, Any]:
    """What a reminder asks for and by when, as far as not said: what is late in the werklijst.

    Raises ClmFout when nothing is late, or more than one contract has something late and none was
    named.
    """
    uit = dict(gezegd)
    teksten = [rij for rij in uit.get("teksten", []) if isinstance(rij, dict)]
    if not any(rij.get("onderdeel") == "gevraagd" for rij in teksten):
        per = te_laat(blik)
        if not uit.get("contracten"):
            uit["contracten"] = _enig_contract(blik, list(per))
        punten = tuple(p for contract in uit["contracten"] for p in per.get(contract, ()))
        if not punten:
            raise _niets_te_laat(blik, uit["contracten"])
        vraag = {"onderdeel": "gevraagd", "tekst": gevraagd(blik.register, punten)}
        uit["teksten"] = [*uit.get("teksten", []), vraag]
    if not uit.get("termijnen"):
        termijn = {
            "soort": "antwoord",
            "termijn": str(antwoordtermijn(blik.register, blik.vandaag)),
            "wat": "Antwoord op onze herinnering",
        }
        uit["termijnen"] = [termijn]
    return uit


def besloten(blik: Dossierblik, gezegd: dict[str, Any]) -> dict[str, object]:
    """What a letter about classifications tells, as far as not said: the last of each contract.

    Raises ClmFout while nothing is classified.
    """
    dossier, vandaag = blik.dossier, blik.vandaag
    eigen = gezegd.get("contracten") or [c.id for c in dossier.contracten]
    feiten = [f for c in eigen if (f := laatst_besloten(dossier, c, vandaag))]
    namen = [c for f in feiten for c in f.record.contracten] or eigen
    over = [contract for naam in namen if (contract := dossier.contract(naam))]
    zinnen = [zin for c in over if (zin := niet_geregeld(c, "classificatie"))]
    if zinnen and (feiten or len(zinnen) == len(over)):
        raise ClmFout(f"Deze brief kan niet: {zinnen[0]}.", nu=opdracht("controleer", dossier.id))
    if not feiten:
        raise ClmFout(
            f"{dossier.id} is nog niet geclassificeerd.", nu=opdracht("classificeer", dossier.id)
        )
    wie = behandelaar(dossier, vandaag)
    return {
        "contracten": list(dict.fromkeys(c for f in feiten for c in f.record.contracten)),
        "bij": max(feiten, key=lambda f: (f.record.datum, f.record.vastgelegd)).id,
        **({"behandelaar": wie} if wie else {}),
        **gezegd,
    }


def uitgenodigd(blik: Dossierblik, gezegd: dict[str, Any]) -> dict[str, object]:
    """An objection is answered with an invitation to the talk at board level that is planned."""
    komend = [
        (dag_van(gesprek).datum, *tijd_en_plaats(gesprek))
        for gesprek in blik.dossier.gesprekken
        if gesprek.kaart.record.soort == "directie"
        and aan_de_beurt(gesprek, "vooraf", blik.vandaag)
    ]
    if len(komend) != 1 or komend[0][2] is None:
        return gezegd
    [(dag, tijd, plaats)] = komend
    hoe_laat = {"tijd": f"{tijd:%H:%M}"} if tijd else {}
    return {"uitnodiging": {"datum": dag.isoformat(), **hoe_laat, "plaats": plaats}, **gezegd}


VOORAF: dict[str, Callable[[Dossierblik, dict[str, object]], dict[str, object]]] = {
    "classificatie": besloten,
    "herinnering": herinnering,
    "bevestiging-bezwaar": uitgenodigd,
}
"""By kind of letter what its card says when nothing else was said."""


def _enig_contract(blik: Dossierblik, contracten: list[str]) -> list[str]:
    id_ = blik.dossier.id
    if len(contracten) > 1:
        raise ClmFout(
            f"Bij {len(contracten)} contracten van {id_} is iets te laat; een herinnering gaat "
            "over één contract.",
            nu=advies(
                f"geef --contract: {', '.join(contracten)}; of maak ze alle: {{alle}}",
                alle=opdracht("brief", "maak", id_, alle="herinnering"),
            ),
        )
    return contracten


def _niets_te_laat(blik: Dossierblik, contracten: Sequence[str]) -> ClmFout:
    tekst = tekstoptie("gevraagd")
    zin = "gevraagd: 'teksten (gevraagd)' ontbreekt"
    return ClmFout(
        f"Er is niets te laat bij {', '.join(contracten) or blik.dossier.id}, of er ligt al een "
        "herinnering.",
        nu=advies(
            f"zeg zelf waar u aan herinnert: {tekst}; {{lijst}} toont de brieven",
            lijst=opdracht("brief", "lijst", blik.dossier.id),
        ),
        meldingen=(Melding("BRF501", Ernst.FOUT, None, zin, nu=tekst),),
    )
