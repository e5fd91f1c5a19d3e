"""Floor 6, lijst: the contracts that can be used, each with where it comes from."""

from __future__ import annotations

from clm_cli.derivations.zinnen import aantal
from clm_cli.meldingen import Melding
from clm_cli.records.regime import Regime
from clm_cli.tijd.datum import datum_vol
from clm_cli.value import value
from clm_cli.views.opmaak import Gegevens, Papier
from clm_cli.views.regime.delen import alinea
from clm_cli.woorden import zichtbaar


@value
class Foutregime:
    """A regime that is not used, because its file has faults: what of it can be read."""

    id: str
    fouten: tuple[Melding, ...]
    regime: Regime


@value
class Regimelijst:
    """The regimes, each with where it comes from: 'clm' or 'register'."""

    regimes: tuple[tuple[str, Regime], ...]
    met_fouten: tuple[Foutregime, ...] = ()

    @property
    def op_naam(self) -> list[tuple[str, Regime]]:
        """The regimes by id."""
        return sorted(self.regimes, key=lambda paar: paar[1].id)


def toon(blad: Regimelijst, papier: Papier) -> str:
    """Each regime with its title, from when it holds, and how much of it is open."""
    if not blad.regimes and not blad.met_fouten:
        return "Er zijn geen regimes."
    regels = [
        regel
        for herkomst, regime in blad.op_naam
        for regel in _regime(herkomst, regime, papier.breedte)
    ]
    for fout in blad.met_fouten:
        regels += [fout.id, *alinea(fout.regime.titel, papier.breedte, 2)]
        regels += alinea(_telt_niet(fout), papier.breedte, 2)
    return zichtbaar("\n".join([*regels, "", "nu: clm regime toon ID"]))


def _regime(herkomst: str, regime: Regime, breedte: int) -> list[str]:
    open_ = sum(1 for vraag in regime.vragen if vraag.keuzes and vraag.voorstel is None)
    vragen = aantal(len(regime.vragen), "vraag", "vragen")
    stand = (
        f"geldig vanaf {datum_vol(regime.geldig_vanaf)} · uit {herkomst} · "
        f"{aantal(len(regime.treden), 'trede', 'treden')} · {vragen}, waarvan {open_} zonder "
        "voorstel"
    )
    vervangt = alinea(f"vervangt {regime.vervangt}", breedte, 2) if regime.vervangt else []
    return [
        regime.id,
        *alinea(regime.titel, breedte, 2),
        *alinea(stand, breedte, 2),
        *vervangt,
    ]


def _telt_niet(fout: Foutregime) -> str:
    return (
        f"WORDT NIET GEBRUIKT: {aantal(len(fout.fouten), 'fout', 'fouten')} in het bestand; "
        f"clm regime toon {fout.id} toont ze"
    )


def als_json(blad: Regimelijst) -> list[Gegevens]:
    """The regimes that can be used, as plain data; the envelope names files that cannot be read."""
    return [
        {
            "id": regime.id,
            "titel": regime.titel,
            "geldig_vanaf": regime.geldig_vanaf.isoformat(),
            "vervangt": regime.vervangt,
            "herkomst": herkomst,
            "treden": len(regime.treden),
            "vragen": len(regime.vragen),
        }
        for herkomst, regime in blad.op_naam
    ]
