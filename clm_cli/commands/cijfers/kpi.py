"""Floor 7, kpi: the figures of one provider, with their norms and where they are from."""

from __future__ import annotations

from clm_cli.commands.register import Gelezen
from clm_cli.derivations.cijfers import beelden
from clm_cli.derivations.namen import Gevonden, zoek
from clm_cli.derivations.vijfprocent import grondslagen, open_vragen
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import ClmFout
from clm_cli.tijd.getal import lees_bedrag
from clm_cli.views.cijfers.boete import Boeteblad
from clm_cli.views.cijfers.kpi import Kpiblad


def kpi(
    gelezen: Gelezen, naam: str, contract: str | None, kpi_: str | None, perioden: int
) -> Kpiblad:
    """The indicators of a provider, or those of one contract, or one of them."""
    blik = gelezen.blik(naam)
    van_contract = _bedoeld(blik, "contract", contract) if contract else None
    van_kpi = _bedoeld(blik, "kpi", kpi_) if kpi_ else None
    gekozen = tuple(
        beeld
        for beeld in beelden(blik)
        if van_contract in (None, beeld.contract.id) and van_kpi in (None, beeld.kpi.id)
    )
    return Kpiblad(blik, gekozen, gelezen.plaats, perioden)


def _bedoeld(blik: Dossierblik, soort: str, tekst: str) -> str:
    """What is meant; a name that nothing has would show an empty page, as if all were well."""
    gevonden = zoek(blik, soort, tekst)
    if isinstance(gevonden, Gevonden):
        return gevonden.id
    namen = {
        "contract": [contract.id for contract in blik.dossier.contracten],
        "kpi": list(blik.register.kpis),
    }[soort]
    raise ClmFout(f"Er is geen {soort} '{tekst}'.", nu=f"kies uit {', '.join(namen) or '(geen)'}")


def boete(gelezen: Gelezen, naam: str, tekst: str) -> Boeteblad:
    """A fine beside every turnover that it could be measured against."""
    blik = gelezen.blik(naam)
    try:
        bedrag = lees_bedrag(tekst)
    except ValueError as fout:
        raise ClmFout(f"--boete: {fout}.") from None
    return Boeteblad(blik, tuple(grondslagen(blik)), open_vragen(blik), bedrag, gelezen.plaats)
