"""Floor 6, dossier: a new dossier, and a new contract in one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from clm_cli.acts.feit import slug
from clm_cli.advies import advies, opdracht
from clm_cli.dossier import Dossier
from clm_cli.meldingen import ClmFout, Geweigerd
from clm_cli.records.aanbieder import Aanbieder, Plan
from clm_cli.records.overeenkomst import ENKEL
from clm_cli.records.vorm import canoniek
from clm_cli.register import Register
from clm_cli.tijd.datum import datum_vol
from clm_cli.voorstel import NieuwBestand, Voorstel, Wijziging
from clm_cli.woorden import bedoelt, kort, naaste


def nieuw(
    register: Register,
    naam: str,
    kaart: Mapping[str, Any],
    vandaag: date,
    door: str,
    met_nummer: Callable[[str], Iterable[str]],
) -> Voorstel:
    """A dossier with the provider's card; the folder is named after the everyday name.

    `met_nummer` gives the dossiers that may have a number of the trade register.
    """
    id_ = slug(kaart.get("roepnaam") or naam)
    if not id_:
        raise ClmFout(
            f"Van '{naam}' is geen mapnaam te maken.", nu="geef --roepnaam met gewone letters"
        )
    weiger_zelfde(register, naam, kaart, met_nummer)
    vol = canoniek(Aanbieder, _kaart(naam, kaart, vandaag.isoformat(), door))
    zelf = [f"naam en behandelaar vanaf {datum_vol(vandaag)}"]
    if not kaart.get("contractmanager"):
        zelf.insert(0, f"contractmanager {register.naam_van(door)}")
    return Voorstel(
        f"Dossier {id_} gemaakt.",
        nieuw=(NieuwBestand(f"{id_}/aanbieder.yaml", vol),),
        aangenomen=tuple(zelf),
        nu=opdracht("contract", "nieuw", id_, "CONTRACT", overeenkomst="…"),
    )


def weiger_zelfde(
    register: Register,
    naam: str,
    kaart: Mapping[str, Any],
    met_nummer: Callable[[str], Iterable[str]],
) -> None:
    """Refuse a provider who has a dossier already: by the name of its folder, or by its number."""
    id_ = slug(kaart.get("roepnaam") or naam)
    if id_ in register.dossiers:
        raise ClmFout(
            f"Het dossier {id_} bestaat al.",
            nu=advies("{toon}, of geef --roepnaam", toon=opdracht("toon", id_)),
        )
    if kvk := canoniek(Aanbieder, {"kvk": kaart.get("kvk")}).get("kvk"):
        _weiger_nummer(register, str(kvk), met_nummer(str(kvk)))


def _kaart(naam: str, kaart: Mapping[str, Any], dag: str, door: str) -> dict[str, object]:
    """The card as it begins: with a name and who handles it from a day on."""
    return {
        "namen": [{"vanaf": dag, "statutair": naam, "roepnaam": kaart.get("roepnaam") or naam}],
        "rechtsvorm": kaart.get("rechtsvorm"),
        "kvk": kaart.get("kvk"),
        "registratie": kaart.get("registratie"),
        "agb": list(kaart.get("agb") or ()),
        "postadres": {deel: kaart.get(deel) for deel in ("land", "straat", "postcode", "plaats")},
        "email": kaart.get("email"),
        "contactpersonen": list(kaart.get("contactpersonen") or ()),
        "behandelaars": [{"vanaf": dag, "contractmanager": kaart.get("contractmanager") or door}],
        "zaaknummer": kaart.get("zaaknummer"),
    }


def _weiger_nummer(register: Register, kvk: str, anderen: Iterable[str]) -> None:
    """Refuse a number of the trade register that another dossier has."""
    for id_ in anderen:
        ander = register.dossiers.get(id_)
        if ander and ander.aanbieder and ander.aanbieder.record.kvk == kvk:
            raise Geweigerd(
                f"KvK {kvk} staat al in het dossier {ander.id}; één aanbieder heeft één dossier.",
                nu=advies("{toon}, of verbeter het nummer", toon=opdracht("toon", ander.id)),
            )


def overeenkomst(register: Register, id_: str, boom: dict[str, object], erna: str = "") -> Voorstel:
    """What many providers share, under a regime that clm knows; `erna` is what it may still say."""
    _mapnaam(id_, "overeenkomst", "raam-2027")
    if id_ in register.overeenkomsten:
        raise ClmFout(
            f"De overeenkomst {id_} bestaat al.", nu=f"zie overeenkomsten/{id_}/overeenkomst.yaml"
        )
    if boom.get("regime") and boom["regime"] not in register.regimes:
        raise ClmFout(
            f"Er is geen regime '{boom['regime']}'.",
            nu=f"kies uit {', '.join(sorted(register.regimes))}",
        )
    return Voorstel(
        f"Overeenkomst {id_} gemaakt.",
        nieuw=(NieuwBestand(f"overeenkomsten/{id_}/overeenkomst.yaml", boom, erna),),
        nu=advies(
            "vul percelen, opties en normen aan in dat bestand; {toon} toont de regels van het "
            "contract",
            toon=opdracht("regime", "toon", str(boom.get("regime"))),
        ),
    )


def _mapnaam(id_: str, wat: str, voorbeeld: str) -> None:
    """Refuse what cannot be the name of a folder."""
    if slug(id_, 9) != id_:
        raise ClmFout(
            f"'{id_}' is geen naam voor een {wat}.",
            nu=f"kies kleine letters, cijfers en streepjes, zoals {slug(id_) or voorbeeld}",
        )


def contract(register: Register, dossier: Dossier, id_: str, boom: dict[str, object]) -> Voorstel:
    """A contract of a provider under an overeenkomst of the register."""
    _mapnaam(id_, "contract", "ambulant")
    if boom.get("overeenkomst") and boom["overeenkomst"] not in register.overeenkomsten:
        raise ClmFout(
            f"Er is geen overeenkomst '{boom['overeenkomst']}'.",
            nu=f"kies uit {', '.join(register.overeenkomsten)}"
            if register.overeenkomsten
            else f"maak er eerst een: {opdracht('overeenkomst', 'nieuw', 'OVEREENKOMST')}",
        )
    _past_eronder(register, boom)
    lijkt = tuple(_lijkt_op_een_ander(register, boom))
    kaart = NieuwBestand(f"{dossier.id}/contracten/{id_}/contract.yaml", boom)
    return Voorstel(
        f"{dossier.id}: contract {id_} toegevoegd.",
        nieuw=(kaart,),
        let_op=lijkt,
        vraag=bool(lijkt),
        nu=opdracht("classificeer", dossier.id, contract=id_),
    )


def _past_eronder(register: Register, boom: Mapping[str, Any]) -> None:
    """Refuse a care form or lot that the overeenkomst does not name, where it names any.

    It would be a slip: norms and figures of a lot then find no contract.
    """
    bundel = register.overeenkomsten.get(str(boom.get("overeenkomst")))
    if bundel is None:
        return
    for veld, bekend in bundel.kaart.record.biedt.items():
        for een in boom.get(veld) or ():
            if bekend and een not in bekend:
                zin = f"'{kort(str(een))}' is geen {ENKEL[veld]} van {bundel.id}"
                raise Geweigerd(zin, nu=bedoelt(str(een), bekend))


def _lijkt_op_een_ander(register: Register, boom: Mapping[str, Any]) -> Iterator[str]:
    """What to look at where an overeenkomst names no care forms: one that is nearly another."""
    bundel = register.overeenkomsten.get(str(boom.get("overeenkomst")))
    if bundel is None or bundel.kaart.record.zorgvormen:
        return
    alle = (c for dossier in register.dossiers.values() for c in dossier.contracten)
    bekend = {vorm for contract in alle for vorm in contract.kaart.record.zorgvormen}
    for een in boom.get("zorgvormen") or ():
        if een not in bekend and (ander := naaste(str(een), bekend)):
            yield f"zorgvorm '{kort(str(een))}' is hier nieuw, en lijkt op '{ander}'"


def plan(
    dossier: Dossier, kaart: Any, contracten: Sequence[str], doelen: Sequence[str], vandaag: date
) -> tuple[NieuwBestand | None, tuple[Wijziging, ...]]:
    """The card of the plan when it is new, else what changes when it is revised today.

    A running contract that it did not name yet is in it then, and who manages the contracts has a
    role where nobody had one (J15, J50).
    """
    if kaart is None:
        boom = {
            "opgesteld": vandaag.isoformat(),
            "contracten": list(contracten),
            "doelen": list(doelen),
            "rollen": _rollen(dossier),
        }
        return NieuwBestand(f"{dossier.id}/plan.yaml", boom), ()
    record: Plan = kaart.record
    nieuw: list[tuple[str, Any]] = [
        ("contracten", id_) for id_ in contracten if id_ not in record.contracten
    ]
    nieuw += [("rollen", rol) for rol in _rollen(dossier) if not record.rollen]
    nieuw += [("doelen", doel) for doel in doelen if doel not in record.doelen]
    if vandaag not in (record.opgesteld, *record.bijgesteld):
        nieuw.append(("bijgesteld", vandaag.isoformat()))
    return None, tuple(
        Wijziging(kaart.pad, (naam,), waarde, toevoegen=True) for naam, waarde in nieuw
    )


def _rollen(dossier: Dossier) -> list[dict[str, str]]:
    kaart = dossier.aanbieder
    wie = kaart.record.behandelaars[-1].contractmanager if kaart else None
    return [{"rol": "contractmanager", "persoon": wie}] if wie else []


def overdracht(dossier: Dossier, naar: str, vanaf: date) -> Wijziging:
    """From a day on somebody else manages the contracts; who did until then stays readable."""
    kaart = dossier.aanbieder
    if kaart is None:
        raise ClmFout(
            f"Van {dossier.id} is aanbieder.yaml niet gelezen.", nu=opdracht("controleer")
        )
    laatste = max(kaart.record.behandelaars, key=lambda rij: rij.vanaf)
    if laatste.vanaf >= vanaf:
        raise ClmFout(
            f"{dossier.id}: vanaf {datum_vol(laatste.vanaf)} staat er al een behandelaar.",
            nu=f"kies een latere dag, of verbeter {kaart.pad}",
        )
    rij = {"vanaf": vanaf.isoformat(), "contractmanager": naar}
    if laatste.contractbeheer:
        rij["contractbeheer"] = laatste.contractbeheer
    return Wijziging(kaart.pad, ("behandelaars",), rij, toevoegen=True)
