"""Floor 7, dossier: a new dossier, a new contract, and the plan."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import partial

from clm_cli.acts.contactpersonen import bekende, mens
from clm_cli.acts.dossier import contract as contractkaart
from clm_cli.acts.dossier import nieuw as nieuwe_kaart
from clm_cli.acts.dossier import overeenkomst as overeenkomstkaart
from clm_cli.acts.dossier import plan as plankaart
from clm_cli.acts.dossier import weiger_zelfde
from clm_cli.acts.feit import eis_contract, slug
from clm_cli.advies import opdracht
from clm_cli.commands.documenten import documenten
from clm_cli.commands.invoer import nog_mogelijk
from clm_cli.commands.register import AANBIEDER, persoon
from clm_cli.commands.werk import Werk
from clm_cli.derivations.contracten import loopt
from clm_cli.derivations.exemplaar import exemplaar
from clm_cli.derivations.namen_als_ids import met_ids
from clm_cli.derivations.zinnen import opsomming
from clm_cli.documents.plan import plan as gegevens_van
from clm_cli.dossier import Dossier
from clm_cli.files.kaart import die_noemen
from clm_cli.meldingen import Geweigerd
from clm_cli.records.aanbieder import Contactpersoon, Plan
from clm_cli.records.overeenkomst import Contract, Overeenkomst
from clm_cli.records.vorm import canoniek, kaal
from clm_cli.tijd.datum import datum_vol
from clm_cli.voorstel import Voorstel

_GEWOON = frozenset(
    {"stichting", "vereniging", "cooperatie", "bv", "b", "v", "nv", "n", "de", "het", "een"}
    | {"en", "van", "voor", "zorg", "jeugdzorg", "jeugdhulp", "hulp"}
)
"""Words in a name that many providers have."""
BEGIN = "De overeenkomst loopt al sinds {van}"


def nieuw(
    werk: Werk, naam: str, kaart: Mapping[str, object], *, onbekend: bool = False
) -> Voorstel:
    """A new dossier, ready to work with.

    `onbekend` says that no dossier has its number, so that it is looked for in none.
    """
    if wie := kaart.get("contractmanager"):
        kaart = {**kaart, "contractmanager": persoon(werk.register, str(wie))}
    met_nummer = _geen if onbekend else partial(_die_noemen, werk)
    return nieuwe_kaart(werk.register, naam, kaart, werk.vandaag, werk.kop.door, met_nummer)


def _die_noemen(werk: Werk, woord: str) -> Iterable[str]:
    """The dossiers on whose card a word stands; no dossier is read for that."""
    return die_noemen(werk.wortel, werk.register.dossiers.namen, "aanbieder.yaml", woord)


def _geen(_: str) -> Iterable[str]:
    return ()


def gelijkende(werk: Werk, kaart: Mapping[str, object]) -> tuple[str, ...]:
    """The providers of about the same name, in a sentence; refused is who is there already."""
    naam = str(kaart.get("naam") or "")
    weiger_zelfde(werk.register, naam, kaart, partial(_die_noemen, werk))
    kern = _kern(naam)
    langste = max(kern, key=len, default="")
    mogelijk = dict.fromkeys(_die_noemen(werk, langste)) if langste else {}
    lijkt = [
        f"{id_} ({dossier.namen[-1]})"
        for id_ in mogelijk
        if (dossier := werk.register.dossiers.get(id_))
        and any(kern <= (ander := _kern(een)) or ander <= kern for een in dossier.namen)
    ]
    return (
        (f"Let op: er is al {opsomming(lijkt)}. Is dat dezelfde, breek dan af.",) if lijkt else ()
    )


def _kern(naam: str) -> set[str]:
    """The words of a name that tell one provider from another."""
    return {woord for woord in re.findall(r"\w+", naam.casefold()) if kaal(woord) not in _GEWOON}


def mapnaam(kaart: Mapping[str, object]) -> str:
    """What the folder of a new dossier is called; empty while there is nothing to name it by."""
    return slug(str(kaart.get("roepnaam") or kaart.get("naam") or ""))


def contactpersoon(werk: Werk, dossier: Dossier, boom: Mapping[str, object]) -> Voorstel:
    """Somebody at the provider, added to its card, or what changes of who is there."""
    gezegd = {naam: waarde for naam, waarde in boom.items() if waarde is not None}
    vol = met_ids(werk.kijk.blik(dossier), Contactpersoon, canoniek(Contactpersoon, gezegd))
    return mens(dossier, vol)


def is_bekend(dossier: Dossier, naam: str) -> bool:
    """Whether a provider has somebody of this name, or with this id."""
    return bekende(dossier, naam) is not None


def contract(werk: Werk, dossier: Dossier, id_: str, boom: Mapping[str, object]) -> Voorstel:
    """A contract added to a dossier."""
    return contractkaart(werk.register, dossier, id_, _kaart(werk, dossier, boom))


def _kaart(werk: Werk, dossier: Dossier, boom: Mapping[str, object]) -> dict[str, object]:
    """The card as it is written: with ids for what was called by a name or a part of it."""
    vol = met_ids(werk.kijk.blik(dossier), Contract, canoniek(Contract, boom))
    return {naam: vol[naam] for naam in Contract.model_fields if naam in vol}


def loopt_al(werk: Werk, dossier: Dossier, boom: Mapping[str, object]) -> date | None:
    """Since when the overeenkomst of a new contract runs; None where the contract says its own day.

    What was due under it before a provider joined is no arrear of that provider.
    """
    kaart = _kaart(werk, dossier, boom)
    bundel = werk.register.overeenkomsten.get(str(kaart.get("overeenkomst")))
    van = bundel.kaart.record.looptijd.uitvoering_van if bundel else None
    eigen = kaart.get("looptijd")
    gezegd = isinstance(eigen, Mapping) and eigen.get("uitvoering_van") is not None
    return None if gezegd or van is None or van >= werk.vandaag else van


def percelen(werk: Werk, dossier: Dossier, boom: Mapping[str, object]) -> dict[str, str | None]:
    """The lots of the overeenkomst of a new contract, each with its care form if it has one."""
    bundel = werk.register.overeenkomsten.get(str(_kaart(werk, dossier, boom).get("overeenkomst")))
    return {p.id: p.zorgvorm for p in bundel.kaart.record.percelen} if bundel else {}


def zorgvormen(werk: Werk, dossier: Dossier, boom: Mapping[str, object]) -> list[str]:
    """The care forms of the lots that were said; none where they do not tell."""
    rijen = percelen(werk, dossier, boom)
    gekozen = _kaart(werk, dossier, boom).get("percelen")
    los = gekozen if isinstance(gekozen, (list, tuple)) else ()
    vormen = dict.fromkeys(rijen.get(str(een)) for een in los)
    return [] if None in vormen else [vorm for vorm in vormen if vorm]


def keuzes(werk: Werk, dossier: Dossier, boom: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
    """The care forms that the overeenkomst names."""
    bundel = werk.register.overeenkomsten.get(str(_kaart(werk, dossier, boom).get("overeenkomst")))
    return {"zorgvormen": bundel.kaart.record.zorgvormen} if bundel else {}


def begin_zo(van: date | None) -> str:
    """How it is said from which day a contract runs; the overeenkomst may still be unknown."""
    if van is None:
        return "--looptijd uitvoering_van=DATUM (als de overeenkomst al loopt)"
    zin = BEGIN.format(van=datum_vol(van)).lower()
    return f"--looptijd uitvoering_van=DATUM ({zin}; gold het contract vanaf het begin, dan {van})"


def overeenkomst(werk: Werk, id_: str, boom: Mapping[str, object]) -> Voorstel:
    """An overeenkomst that contracts can stand under."""
    vol = met_ids(werk.register, Overeenkomst, canoniek(Overeenkomst, boom))
    kaart = {naam: vol[naam] for naam in Overeenkomst.model_fields if naam in vol}
    return overeenkomstkaart(werk.register, id_, kaart, nog_mogelijk(Overeenkomst, kaart))


def bijgesteld_plan(werk: Werk, naam: str, doelen: Sequence[str]) -> Voorstel | None:
    """The plan's card: a new one, or that it was adjusted today; None where that stands there."""
    eigen = werk.dossier(naam)
    lopend = _lopend(eigen, werk.vandaag)
    kaart, anders = plankaart(eigen, eigen.kaart(Plan), lopend, list(doelen), werk.vandaag)
    if not (kaart or anders):
        return None
    return Voorstel(
        f"{eigen.id}: plan {'opgesteld' if kaart else 'bijgesteld'}.",
        nieuw=(kaart,) if kaart else (),
        wijzigingen=anders,
    )


def _lopend(eigen: Dossier, vandaag: date) -> list[str]:
    """The contracts that a plan is about; refused where there is none."""
    eis_contract(eigen, "; een plan gaat over contracten")
    alle = [c.id for c in eigen.contracten]
    return [c.id for c in eigen.contracten if loopt(c, vandaag)] or alle


def planstuk(werk: Werk, naam: str, vormen: Sequence[str], voor: str = "") -> Voorstel:
    """The plan as documents, from what is recorded now; for the provider what it may read."""
    blik = werk.kijk.blik(werk.dossier(naam))
    id_ = blik.dossier.id
    if _lopend(blik.dossier, werk.vandaag) and blik.dossier.kaart(Plan) is None:
        raise Geweigerd(f"{id_} heeft nog geen plan.", nu=opdracht("plan", id_, vastleggen=True))
    if voor != AANBIEDER:
        gegevens, nu = gegevens_van(blik), f"clm gesprek gepland {id_}"
        return documenten(werk, id_, "plan", gegevens, vormen, nu=nu)
    gegevens = gegevens_van(exemplaar(blik).blik(id_))
    return documenten(werk, id_, "plan", gegevens, vormen, nu=None, bestand=f"plan-{voor}")
