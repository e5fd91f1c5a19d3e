"""Floor 7, herkenning: of whom a row is, over what and for which contract; nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cached_property

from clm_cli.commands.cijfers.cellen import Geweigerd
from clm_cli.commands.cijfers.koppeling import Koppelingen
from clm_cli.commands.cijfers.koppen import Tabel
from clm_cli.derivations.contracten import loopt
from clm_cli.derivations.namen import (
    Geen,
    Gevonden,
    Meerdere,
    Namen,
    dossiers,
    kies,
    namen_van,
)
from clm_cli.derivations.normen import kpis_van
from clm_cli.dossier import Contract
from clm_cli.kijk import Dossierblik, Kijk
from clm_cli.records.cijfers import Kpi
from clm_cli.records.vorm import kaal
from clm_cli.tijd.periode import Periode, lees_periode
from clm_cli.value import value
from clm_cli.woorden import naaste


@value
class Zegt:
    """What was said with the command, for rows that do not say it themselves."""

    dossier: str | None
    contract: str | None
    periode: Periode | None
    ontvangen: date


class OnbekendeAanbieder(Exception):  # noqa: N818 - named with all the others at the end
    """A name that fits no provider, or more than one."""

    def __init__(self, naam: str, wenk: str) -> None:
        """The name, and what is near it."""
        super().__init__(naam)
        self.naam, self.wenk = naam, wenk


@value
class Zoeker:
    """Looks up what the cells of a row name."""

    kijk: Kijk
    koppelingen: Koppelingen
    zegt: Zegt

    @cached_property
    def _namen(self) -> Namen:
        """The providers by all their names, and by the numbers that registers know them by."""
        namen = dossiers(self.kijk.register)
        return {id_: (*namen[id_], *_nummers(self.kijk, id_)) for id_ in namen}

    @cached_property
    def _gevonden(self) -> dict[str, Gevonden | Meerdere | Geen]:
        """What was looked up before."""
        return {}

    def kpinamen(self) -> list[str]:
        """What the indicators are called."""
        return [naam for k in self.kijk.register.kpis.values() for naam in (k.id, k.titel)]

    def kpi(self, naam: str) -> Kpi | None:
        """The indicator that a row names: as it was told, else by its id or title."""
        gezegd = self.koppelingen.naam(naam)
        kpis = self.kijk.register.kpis
        if gezegd and gezegd[0] == "kpi":
            return kpis.get(gezegd[1] or "")
        eigen = {kaal(tekst): kpi for kpi in kpis.values() for tekst in (kpi.id, kpi.titel)}
        return eigen.get(kaal(re.sub(r" ?\(?(?:in )?%\)?$", "", naam)))

    def blik(self, tabel: Tabel, naam: str) -> Dossierblik:
        """The provider that a row, the sheet or the command names; else it is named itself."""
        genoemd = naam or self.zegt.dossier or ""
        register = self.kijk.register
        if not naam and not self.zegt.dossier:
            genoemd = tabel.vel.naam or ""
        gezegd = self.koppelingen.naam(genoemd)
        if gezegd and gezegd[0] == "aanbieder" and gezegd[1] in register.dossiers:
            return self.kijk.blik(gezegd[1] or "")
        if genoemd not in self._gevonden:
            self._gevonden[genoemd] = kies(self._namen, genoemd)
        gevonden = self._gevonden[genoemd]
        if isinstance(gevonden, Gevonden):
            return self.kijk.blik(gevonden.id)
        if not naam and not self.zegt.dossier:
            raise Geweigerd("van welke aanbieder dit is, staat er niet; geef --dossier")
        wenk = f"past op {', '.join(gevonden.ids)}" if isinstance(gevonden, Meerdere) else ""
        alle = [n for id_, rij in dossiers(register).items() for n in (id_, *rij)]
        dichtbij = naaste(genoemd, alle)
        raise OnbekendeAanbieder(genoemd, wenk or (f"{dichtbij}?" if dichtbij else ""))

    def periode(self, tabel: Tabel, rij: Sequence[str], periode: Periode | None) -> Periode:
        """The period of the column, of the row, of the sheet, or of the command."""
        if periode is not None:
            return periode
        if tekst := " ".join(cel(tabel, rij, "periode").split()):
            jaar = cel(tabel, rij, "jaar")
            kop = kaal(tabel.kolommen[tabel.plekken("periode")[0]].kop)
            vormen = (tekst, f"{tekst} {jaar}", f"{kop} {tekst} {jaar}", f"{tekst}-{jaar}")
            return _eerste_periode(vormen if jaar else (tekst,))
        if self.zegt.periode is None:
            raise Geweigerd("over welke periode dit gaat, staat er niet; geef --periode")
        return self.zegt.periode

    def deel(self, blik: Dossierblik, wat: str, tekst: str) -> str:
        """A care form, lot or municipality by what it is called."""
        namen = namen_van(blik, wat)
        gevonden = kies(namen, tekst)
        if isinstance(gevonden, Gevonden):
            return gevonden.id
        er_zijn = ", ".join(namen) or "geen"
        raise Geweigerd(f"{wat} '{tekst}' is niet bekend; bekend: {er_zijn}", wat)

    def contract(
        self,
        tabel: Tabel,
        blik: Dossierblik,
        rij: Sequence[str],
        kpi: Kpi,
        periode: Periode,
        delen: dict[str, str],
    ) -> Contract:
        """The contract that is named, or the only one that it can be about."""
        genoemd = cel(tabel, rij, "contract") or self.zegt.contract
        if genoemd:
            gezegd = self.koppelingen.naam(genoemd)
            naam = gezegd[1] if gezegd and gezegd[1] else genoemd
            gevonden = kies(namen_van(blik, "contract"), naam)
            if isinstance(gevonden, Gevonden):
                return next(c for c in blik.dossier.contracten if c.id == gevonden.id)
            raise Geweigerd(f"{blik.dossier.id} heeft geen contract '{genoemd}'", "contract")
        kan = [c for c in blik.dossier.contracten if loopt(c, periode.laatste)]
        kan = [c for c in kan if _omvat(c, delen)]
        kan = [c for c in kan if kpi.id in kpis_van(c)] or kan
        op_blad = self._van_blad(tabel, blik)
        kan = [c for c in kan if c.id in op_blad] or kan
        if kan and kpi.per == "aanbieder":
            return kan[0]
        if len(kan) != 1:
            namen = " of ".join(c.id for c in kan) or "geen, want er liep toen geen contract"
            hoe = "; een kolom 'contract' of --contract zegt welk" if kan else ""
            raise Geweigerd(
                f"voor welk contract dit is, is niet te zeggen: {namen}{hoe}", "contract"
            )
        return kan[0]

    def _van_blad(self, tabel: Tabel, blik: Dossierblik) -> set[str]:
        """The contracts that the name of the sheet points at: itself, a care form, a lot."""
        naam = tabel.vel.naam or ""
        gezegd = self.koppelingen.naam(naam)
        if gezegd and gezegd[0] == "contract":
            return {gezegd[1] or ""}
        uit = set()
        for contract in blik.dossier.contracten:
            kaart = contract.kaart.record
            woorden = (contract.id, kaart.nummer, *kaart.zorgvormen, *kaart.percelen)
            if kaal(naam) in map(kaal, woorden):
                uit.add(contract.id)
        return uit


def _eerste_periode(vormen: Sequence[str]) -> Periode:
    """The period that one of these texts is."""
    for vorm in vormen:
        try:
            return lees_periode(vorm)
        except ValueError as fout:
            reden = str(fout)
    raise Geweigerd(reden, "periode")


def _omvat(contract: Contract, delen: dict[str, str]) -> bool:
    kaart = contract.kaart.record
    van = {"zorgvorm": kaart.zorgvormen, "perceel": kaart.percelen, "gemeente": contract.gemeenten}
    return all(deel in van[wat] for wat, deel in delen.items())


def _nummers(kijk: Kijk, id_: str) -> tuple[str, ...]:
    """The numbers by which registers know a provider."""
    kaart = kijk.register.dossiers[id_].aanbieder
    nummers = (kaart.record.kvk, *kaart.record.agb) if kaart else ()
    return tuple(str(nummer) for nummer in nummers if nummer)


def cel(tabel: Tabel, rij: Sequence[str], wordt: str) -> str:
    """The text in the first filled column of a kind."""
    return next((tekst for p in tabel.plekken(wordt) if (tekst := op(rij, p))), "")


def op(rij: Sequence[str], plek: int) -> str:
    """The text at a place of a row; short rows are empty at their end."""
    return rij[plek] if plek < len(rij) else ""
