"""Floor 7, kpi: the figures of one provider, with their norms and where they are from."""

from __future__ import annotations

from clm_cli.commands.dingen import bedoeld
from clm_cli.commands.register import Gelezen
from clm_cli.derivations.boetegrondslag import grondslagen, open_vragen
from clm_cli.derivations.cijfers import beelden
from clm_cli.meldingen import ClmFout
from clm_cli.tijd.getal import lees_bedrag
from clm_cli.views.cijfers.boete import Boeteblad
from clm_cli.views.cijfers.kpi import Kpiblad
from clm_cli.woorden import met_punt


def kpi(
    gelezen: Gelezen, naam: str, contract: str | None, kpi_: str | None, perioden: int
) -> Kpiblad:
    """The indicators of a provider, or those of one contract, or one of them."""
    blik = gelezen.blik(naam)
    van_contract = bedoeld(blik, "contract", contract) if contract else None
    van_kpi = bedoeld(blik, "kpi", kpi_) if kpi_ else None
    gekozen = tuple(
        beeld
        for beeld in beelden(blik)
        if van_contract in (None, beeld.contract.id) and van_kpi in (None, beeld.kpi.id)
    )
    return Kpiblad(blik, gekozen, gelezen.plaats, perioden)


def boete(gelezen: Gelezen, naam: str, tekst: str) -> Boeteblad:
    """A fine beside every turnover that it could be measured against."""
    blik = gelezen.blik(naam)
    try:
        bedrag = lees_bedrag(tekst)
    except ValueError as fout:
        raise ClmFout(met_punt(f"--boete: {fout}")) from None
    return Boeteblad(blik, tuple(grondslagen(blik)), open_vragen(blik), bedrag, gelezen.plaats)
