"""Floor 4, volgorde: whether the lower treden were taken, or skipped with severity and reason."""

from __future__ import annotations

from collections.abc import Callable

from clm_cli.derivations.escalatie.eigentermijnen import Verloop, verloop
from clm_cli.derivations.escalatie.stand import Maatregelstand, verteld
from clm_cli.derivations.escalatie.stap import Stap
from clm_cli.derivations.escalatie.uitspraak import Uitspraak, alle, ja, nee, onbekend, vraagt
from clm_cli.derivations.zinnen import treden
from clm_cli.records.maatregel import Overslaan
from clm_cli.records.regime import Regimetermijn, Trede
from clm_cli.woorden import zijn


def volgorde(stap: Stap) -> Uitspraak:  # J37, S09
    """De lagere treden zijn gezet, of met ernst en reden overgeslagen."""
    over = open_treden(stap)
    if wel := _toch_gezet(stap):
        heten = "heet" if len(wel) == 1 else "heten"
        return nee(
            f"{treden(wel)} {heten} overgeslagen en {zijn(len(wel))} hiervoor wel gezet",
            stap.plek("overslaan"),
        )
    if not over:
        return ja("alle lagere treden zijn gezet of eerder overgeslagen")
    namen, regel = treden(over), stap.regime.overslaan
    niet = f"{namen} {zijn(len(over))} niet gezet{_alleen_besloten(stap, over)}"
    direct = bool(regel and regel.direct and stap.trede in regel.direct.treden)
    if regel and regel.mag == "nee" and not direct:
        return nee(
            f"{niet}, en dit contract kent geen overslaan",
            stap.plek("overslaan"),
        )
    if stap.voorstel is None:
        # a limit of the contract holds before anybody says why treden are skipped
        nu_direct = direct and stap.acuut
        if not nu_direct and (te_veel := _te_veel(stap, over)):
            return te_veel
        kpis = ("overslaan.kpis",) if regel and stap.geldt(regel.kpis) else ()
        vorm = f"treden={','.join(map(str, over))} ernst=… reden=…{' kpis=…' if kpis else ''}"
        zin = f'{niet}: noem de ernst en de reden met --overslaan "{vorm}"'
        return vraagt(zin, "overslaan", *kpis)
    gegeven = stap.voorstel.overslaan
    if gegeven is None or not set(over) <= set(gegeven.treden):
        return nee(f"{niet} en niet met reden overgeslagen", stap.plek("overslaan"))
    if gegeven.kpis is None and regel and stap.geldt(regel.kpis):
        return nee(
            "overslaan vraagt hier ook welke KPI's niet zijn gehaald (overslaan kpis=…)",
            stap.plek("overslaan"),
        )
    return _over_grens(stap, gegeven, over) or ja(
        f"{namen} overgeslagen omdat: {gegeven.reden}", stap.plek("overslaan")
    )


def _over_grens(stap: Stap, gegeven: Overslaan, over: tuple[int, ...]) -> Uitspraak | None:
    """Why the contract does not let so many treden be skipped; None when it does."""
    regel, plek = stap.regime.overslaan, stap.plek("overslaan")
    if regel is None:
        return None
    if gegeven.acuut == "ja":
        if regel.direct is None or stap.trede not in regel.direct.treden:
            return nee(f"trede {stap.trede} kan bij acuut gevaar niet direct", plek)
        if not stap.acuut:
            return nee("er is geen acuut gevaar met zijn feiten vastgelegd (acuut_feiten)", plek)
        return None
    if regel.mag == "nee":
        return nee("dit contract kent alleen overslaan bij acuut gevaar (acuut=ja)", plek)
    return _te_veel(stap, over)


def _te_veel(stap: Stap, over: tuple[int, ...]) -> Uitspraak | None:
    """Whether more treden are skipped than the contract lets one decision or case skip."""
    regel, plek = stap.regime.overslaan, stap.plek("overslaan")
    if regel is None:
        return None
    if regel.waarvoor and (niet := _niet_waarvoor(stap, regel.waarvoor)):
        return niet
    if regel.treden and (vast := [nr for nr in over if nr not in regel.treden]):
        mag = treden(regel.treden)
        return nee(f"{treden(tuple(vast))} kan niet worden overgeslagen, alleen {mag}", plek)
    if regel.hoogstens is not None and len(over) > regel.hoogstens:
        zin = f"{treden(over)}: één besluit slaat ten hoogste {regel.hoogstens} over"
        return nee(zin, plek)
    samen = {*over, *_eerder_overgeslagen(stap)}
    if regel.hoogstens_samen is not None and len(samen) > regel.hoogstens_samen:
        zin = f"{treden(tuple(sorted(samen)))}: in één escalatie ten hoogste"
        return nee(f"{zin} {regel.hoogstens_samen}", plek)
    return None


def _niet_waarvoor(stap: Stap, waarvoor: tuple[str, ...]) -> Uitspraak | None:
    """Why treden cannot be skipped for these shortcomings; None where each is of such a kind."""
    veilig = "veiligheid" in waarvoor
    rest = [t for t in stap.tekortkomingen if not set(waarvoor) & set(t.soort)]
    rest = [t for t in rest if not (veilig and t.raakt_veiligheid == "ja")]
    if not rest:
        return None
    open_ = veilig and all(t.raakt_veiligheid == "onbekend" for t in rest)
    namen, soorten = ", ".join(t.id for t in rest), " of ".join(waarvoor)
    zin = f"treden overslaan kan alleen voor {soorten}; van {namen} "
    if open_:
        return onbekend(f"{zin}is niet vastgelegd of de veiligheid in het geding is")
    return nee(f"{zin}blijkt dat niet", stap.plek("overslaan"))


def _eerder_overgeslagen(stap: Stap) -> set[int]:
    """The treden that earlier measures of the case skipped, other than in acute danger."""
    eerder = [m.genomen.record.overslaan for m in stap.eerdere()]
    return {trede for rij in eerder if rij and rij.acuut != "ja" for trede in rij.treden}


def _gezet(stap: Stap, tekortkoming: str) -> list[Maatregelstand]:
    """The earlier measures for a shortcoming of which the provider was told.

    What was only decided asked nothing of him, so that no trede of the ladder was taken.
    """
    # J37, S09: a step is taken towards the provider (3:37 BW); the letter of this one names those
    # that were passed over, and says nothing of a decision that nobody sent.
    return [
        m
        for m in stap.eerdere()
        if tekortkoming in m.genomen.record.tekortkomingen and verteld(m.genomen)
    ]


def _alleen_besloten(stap: Stap, over: tuple[int, ...]) -> str:
    """That a trede that is not taken was decided on, and the provider was never told."""
    rijen = {
        m.genomen.record.trede
        for m in stap.eerdere()
        if m.genomen.record.trede in over and not verteld(m.genomen)
    }
    if not rijen:
        return ""
    return f" ({treden(tuple(sorted(rijen)))} wel besloten, maar niet aan de aanbieder meegedeeld)"


def _toch_gezet(stap: Stap) -> tuple[int, ...]:
    """The treden that are called skipped though they were taken for all these shortcomings."""
    gegeven = stap.voorstel.overslaan if stap.voorstel else None
    gezet = [{m.genomen.record.trede for m in _gezet(stap, id_)} for id_ in stap.ids()]
    overal = set.intersection(*gezet) if gezet else set()
    return tuple(trede for trede in (gegeven.treden if gegeven else ()) if trede in overal)


def open_treden(stap: Stap) -> tuple[int, ...]:
    """The lower treden neither taken for these shortcomings nor skipped by what they were told."""
    lager = [
        trede.trede
        for trede in stap.regime.treden
        if trede.trede < stap.trede and not _staat_los(stap, trede)
    ]
    gedaan: set[int] = set(lager)
    for id_ in stap.ids():
        eigen: set[int] = set()
        for m in _gezet(stap, id_):
            over = m.genomen.record.overslaan
            eigen |= {m.genomen.record.trede, *(over.treden if over else ())}
        gedaan &= eigen
    return tuple(trede for trede in lager if trede not in gedaan)


def _staat_los(stap: Stap, trede: Trede) -> bool:
    """Whether a trede is out of the order: as the contract is read, none goes before it (S15)."""
    # A standing right is no step: who has no ground for it, passes nothing over.
    eerste = min((rij.trede for rij in stap.regime.treden if rij.trede > 0), default=0)
    if trede.trede == 0:
        return True
    return trede.trede != eerste and all(
        "volgorde" not in dict(stap.voorwaarden_van(instrument))
        for instrument in trede.instrumenten
    )


def termijn_laat_toe(stap: Stap) -> Uitspraak:
    """De termijnen van het contract laten de stap toe: om waar dat moet, en niet te laat."""
    regels = [rij for rij in stap.regime.termijnen if stap.instrument.instrument in rij.stappen]
    uit = [_GEVOLG.get(regel.daarna or "", _niet_na)(stap, regel) for regel in regels]
    return alle(uit) if uit else ja("geen termijn van het contract houdt deze stap op")


def _verlopen(stap: Stap, regel: Regimetermijn) -> list[Verloop]:
    eerder = [m for m in stap.eerdere() if m.genomen.record.instrument in regel.instrumenten]
    if regel.zelfde == "ja":
        eigen = set(stap.ids())
        eerder = [m for m in eerder if eigen & set(m.genomen.record.tekortkomingen)]
    return [verloop(m.genomen, regel) for m in eerder]


def _pas_na(stap: Stap, regel: Regimetermijn) -> Uitspraak:
    """A step that is only possible once a term passed without what was to be done."""
    rijen = _verlopen(stap, regel)
    for loop, antwoord in (("verstreken", ja), ("onbekend", onbekend)):
        for rij in rijen:
            if rij.loop == loop:
                return antwoord(rij.tekst, rij.termijn.genomen.maatregel.plek())
    zin = rijen[-1].tekst if rijen else f"{regel.titel}: daarom is niet gevraagd"
    return nee(f"{zin} ({regel.grond.eis})")


def _niet_na(stap: Stap, regel: Regimetermijn) -> Uitspraak:
    """A step to which the right lapsed with each term of it; one that never began takes nothing."""
    rijen, eigen = _verlopen(stap, regel), stap.maatregel.pad if stap.maatregel else None
    # a step that was taken in time is itself what ended that term
    for rij in rijen:
        if rij.loop == "gedaan" and rij.feit and rij.feit.pad == eigen:
            return ja(rij.tekst, rij.termijn.genomen.maatregel.plek())
    # what was asked again has a term of its own: the right is gone when no term may carry it
    for lopen, antwoord in (
        (("loopt", "staat stil"), ja),
        (("onbekend",), onbekend),
        (("verstreken",), nee),
    ):
        for rij in rijen:
            if rij.loop in lopen:
                return antwoord(rij.tekst, rij.termijn.genomen.maatregel.plek())
    return ja(rijen[-1].tekst if rijen else f"{regel.titel}: niet begonnen")


def _niet_tijdens(stap: Stap, regel: Regimetermijn) -> Uitspraak:
    """A step that waits as long as a term runs or stands still; one of a measure that ended not."""
    open_ = {m.genomen.maatregel.pad for m in stap.eerdere() if m.loopt}
    rijen = [r for r in _verlopen(stap, regel) if r.termijn.genomen.maatregel.pad in open_]
    for lopen, antwoord in ((("loopt", "staat stil"), nee), (("onbekend",), onbekend)):
        for rij in rijen:
            if rij.loop in lopen:
                zin = f"{rij.tekst} ({regel.grond.eis})"
                return antwoord(zin, rij.termijn.genomen.maatregel.plek())
    return ja(rijen[-1].tekst if rijen else f"{regel.titel}: loopt niet")


_GEVOLG: dict[str, Callable[[Stap, Regimetermijn], Uitspraak]] = {
    "stap-mogelijk": _pas_na,
    "stap-wacht": _niet_tijdens,
}
"""What a term does to a step, by what the contract ties to it; else the right to it lapses."""
