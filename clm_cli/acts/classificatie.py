"""Floor 6, classificatie: values for the criteria of a policy become a decided category."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from clm_cli.acts.feit import Kop, feit, map_van
from clm_cli.advies import advies, opdracht
from clm_cli.bestand import Bestand
from clm_cli.derivations.classificatie import (
    Puntenrij,
    Uitkomst,
    beleid_op,
    categorie_bij,
    huidige,
    puntenrijen,
    score,
    wijkt_af,
)
from clm_cli.derivations.contracten import loopt
from clm_cli.derivations.namen import Gevonden, kies
from clm_cli.derivations.termijnen import niet_geregeld
from clm_cli.dossier import Dossier
from clm_cli.meldingen import ClmFout
from clm_cli.records.classificatie import (
    Classificatie,
    Classificatiebeleid,
    Criterium,
    Invoer,
)
from clm_cli.records.soorten import feitsoort
from clm_cli.records.vorm import veld_van
from clm_cli.register import Register
from clm_cli.tijd.datum import getal
from clm_cli.tijd.getal import lees_getal, schrijf_getal
from clm_cli.voorstel import NieuwBestand
from clm_cli.woorden import bedoelt, met_hoofdletter, met_punt

_WAARDE = re.compile(
    r"(?P<criterium>[a-z0-9-]+)=(?P<waarde>onbekend|[^a-z]*[0-9][^a-z]*(?:euro?)?)"
    r"(?: uit (?P<bron>.+?))?(?: omdat (?P<reden>.+))?"
)


def lees_waarde(tekst: str) -> dict[str, str]:
    """`omzet=3100000 uit jaarrekening 2025` or `invloed=7 omdat enige aanbieder` as an input."""
    gevonden = _WAARDE.fullmatch(tekst.strip())
    if gevonden is None:
        raise ClmFout(
            f"'{tekst}' is geen waarde voor een criterium.",
            nu=(
                'schrijf --waarde "omzet=3100000 uit jaarrekening 2025" of --waarde "invloed=7 '
                'omdat …"'
            ),
        )
    return {
        naam: waarde.strip()
        for naam, waarde in gevonden.groupdict().items()
        if waarde and waarde != "onbekend"
    }


def weeg(
    register: Register,
    dossier: Dossier,
    contracten: Sequence[str],
    invoer: Sequence[Mapping[str, object]],
    op: date,
    *,
    leest: bool = False,
) -> Uitkomst:
    """The outcome of values on a day's policy; the rest is as the class in force has it.

    What that class has does not count where the policy now measures it in another way.
    """
    beleid = vast_beleid(register, op)
    gekozen = _contracten(dossier, contracten, op, leest=leest)
    nu = huidige(dossier, gekozen[0], op)
    bekend = {c.id: c for c in beleid.record.criteria}
    vreemd = [str(rij["criterium"]) for rij in invoer if rij["criterium"] not in bekend]
    if vreemd:
        raise ClmFout(
            f"Het beleid kent geen criterium '{vreemd[0]}'.",
            nu=bedoelt(vreemd[0], sorted(bekend)),
        )
    eerder = nu.record.invoer if nu else ()
    oud = {r.criterium: r for r in eerder if r.criterium in bekend and _past(bekend, r)}
    rijen = {**oud, **{str(rij["criterium"]): _gelezen(bekend, rij) for rij in invoer}}
    waarden = tuple(rijen[id_] for id_ in (c.id for c in beleid.record.criteria) if id_ in rijen)
    punten = score(beleid.record, waarden)
    return Uitkomst(
        dossier,
        gekozen,
        beleid,
        puntenrijen(beleid.record, waarden),
        punten,
        categorie_bij(beleid.record, punten),
        nu,
        nu is not None and wijkt_af(register, nu),
    )


def vast_beleid(register: Register, op: date) -> Bestand[Classificatiebeleid]:
    """The policy of a day; without one nothing can be weighed."""
    beleid = beleid_op(register, op)
    if beleid is None:
        raise ClmFout(
            "Er is nog geen classificatiebeleid.",
            nu=advies(
                "zet het in beleid/classificatie-JAAR.yaml; in het register van {voorbeeld} staat "
                "er een om over te nemen",
                voorbeeld=opdracht("voorbeeld", "MAP"),
            ),
        )
    return beleid


def _past(bekend: Mapping[str, Criterium], rij: Invoer) -> bool:
    """Whether a value is on the scale of its criterion."""
    is_oordeel = bekend[rij.criterium].wijze == "oordeel"
    return not is_oordeel or rij.waarde is None or 0 <= rij.waarde <= 10


def _gelezen(bekend: Mapping[str, Criterium], rij: Mapping[str, object]) -> Invoer:
    """An input as it was typed: in the unit of its criterion, so that 684.905 euro is one thing."""
    criterium = bekend[str(rij["criterium"])]
    if rij.get("waarde") is None:
        return Invoer.model_validate(dict(rij))
    try:
        waarde = lees_getal(str(rij["waarde"]), criterium.eenheid or "")
    except ValueError as fout:
        raise ClmFout(
            met_punt(f"{criterium.id}: {fout}"), nu="schrijf een getal, zoals 7,5"
        ) from None
    gelezen = Invoer.model_validate({**rij, "waarde": waarde})
    if not _past(bekend, gelezen):
        raise ClmFout(
            f"Een oordeel loopt van 0 tot en met 10; bij {criterium.id} staat {waarde}.",
            nu=f'geef --waarde "{criterium.id}=… omdat …"',
        )
    return gelezen


def te_kiezen(dossier: Dossier, op: date) -> list[str]:
    """The contracts that may be meant where none is named, of those that know a class.

    They are the ones that run, else all.
    """
    wel = [c for c in dossier.contracten if not niet_geregeld(c, "classificatie")]
    return [c.id for c in wel if loopt(c, op)] or [c.id for c in wel]


def _contracten(
    dossier: Dossier, gegeven: Sequence[str], op: date, *, leest: bool
) -> tuple[str, ...]:
    """The contracts that are weighed; who only looks sees those together that share one class."""
    stil = {c.id: zin for c in dossier.contracten if (zin := niet_geregeld(c, "classificatie"))}
    wel = [c for c in dossier.contracten if c.id not in stil]
    if geweigerd := [naam for naam in gegeven if naam in stil] or ([] if wel else list(stil)):
        kies = f"kies uit {', '.join(c.id for c in wel)}" if wel else opdracht("regime", "lijst")
        zin = stil[geweigerd[0]]
        raise ClmFout(f"{met_hoofdletter(zin)}.", nu=kies)
    if not wel:
        nu = opdracht("contract", "nieuw", dossier.id, "CONTRACT")
        raise ClmFout(f"In {dossier.id} staat nog geen contract.", nu=nu)
    lopend = te_kiezen(dossier, op)
    if not gegeven and len(lopend) != 1:
        if leest and len({huidige(dossier, id_, op) for id_ in lopend}) == 1:
            return tuple(lopend)
        raise ClmFout(
            f"{dossier.id} heeft {len(lopend)} lopende contracten.",
            nu=f"geef {' '.join(f'--contract {id_}' for id_ in lopend)}, of een ervan",
        )
    return tuple(gegeven) or tuple(lopend)


def besluit(
    uitkomst: Uitkomst,
    kop: Kop,
    *,
    categorie: str | None,
    reden: str | None,
    geldig_vanaf: str | None,
    dag: date,
) -> NieuwBestand:
    """The fact: values as used, the category as decided, and why it differs from the score."""
    gekozen = _gekozen(uitkomst, categorie, reden)
    boom = {
        "contracten": list(uitkomst.contracten),
        "soort": "toets" if uitkomst.nu else "eerste",
        "beleid": uitkomst.beleid.stam,
        "invoer": [_invoer(rij) for rij in uitkomst.rijen],
        "categorie": gekozen,
        "reden": reden,
        "geldig_vanaf": geldig_vanaf or dag.isoformat(),
    }
    soort = feitsoort(Classificatie)
    return feit(soort, map_van(soort, uitkomst.dossier.id), boom, kop, dag)


def _gekozen(uitkomst: Uitkomst, categorie: str | None, reden: str | None) -> str:
    """The category that is decided: what differs from the score, and each judgement, is reasoned.

    Raises ClmFout where a reason or a value is missing.
    """
    voorgesteld = str(uitkomst.categorie.categorie) if uitkomst.categorie else None
    gekozen = _genoemd(uitkomst.beleid.record, categorie) if categorie else voorgesteld
    if gekozen is None:
        leeg = ", ".join(rij.criterium.id for rij in uitkomst.rijen if rij.punten is None)
        raise ClmFout(
            f"De score is nog onbekend: {leeg} ontbreekt.",
            nu="geef --waarde voor elk criterium, of --categorie met --reden",
        )
    if gekozen != voorgesteld and not reden:
        score_ = (
            f"score {getal(uitkomst.score)} geeft categorie {voorgesteld}"
            if uitkomst.score is not None and voorgesteld
            else "de score is onbekend"
        )
        raise ClmFout(
            f"Categorie {gekozen} wijkt af: {score_}.", nu="geef --reden met de onderbouwing"
        )
    oordelen = [
        rij
        for rij in uitkomst.rijen
        if rij.criterium.wijze == "oordeel"
        and rij.invoer
        and rij.invoer.waarde is not None
        and not rij.invoer.reden
    ]
    if oordelen:
        raise ClmFout(
            f"Bij het oordeel over {oordelen[0].criterium.id} staat geen onderbouwing.",
            nu=f'geef --waarde "{oordelen[0].criterium.id}=… omdat …"',
        )
    return gekozen


def _genoemd(beleid: Classificatiebeleid, categorie: str) -> str:
    """The number of the category of the policy that is meant, by its number or its name."""
    namen = {str(rij.categorie): (rij.titel,) for rij in beleid.categorieen}
    veld = veld_van(Classificatie, "categorie")
    gevonden = kies(namen, veld.canoniek(categorie))
    if isinstance(gevonden, Gevonden):
        return gevonden.id
    raise ClmFout(
        f"'{categorie}' past niet op één categorie van het beleid.",
        nu=f"kies uit {', '.join(f'{nr} ({titel})' for nr, (titel,) in namen.items())}",
    )


def _invoer(rij: Puntenrij) -> dict[str, str | None]:
    gegeven = rij.invoer
    waarde = schrijf_getal(gegeven.waarde) if gegeven and gegeven.waarde is not None else None
    return {
        "criterium": rij.criterium.id,
        "waarde": waarde,
        "bron": gegeven.bron if gegeven else None,
        "reden": gegeven.reden if gegeven else None,
    }
