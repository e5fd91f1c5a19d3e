"""What is asked of a state of a made-up contract on its day, and what clm answers."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from clm_cli.derivations import cijfers, klassen
from clm_cli.derivations.escalatie import aanleidingen, duur, planregel, vervolg
from clm_cli.derivations.escalatie.stand import stand_van
from clm_cli.derivations.escalatie.termijnsoorten import afgelopen
from clm_cli.derivations.escalatie.voorwaarden import bedragen
from clm_cli.derivations.escalatie.zaken import Genomen, genomen_in
from clm_cli.derivations.werklijst import alle_werkpunten
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.dossier import Escalatie
from clm_cli.files.lader import laad
from clm_cli.kijk import Dossierblik, blik_op
from clm_cli.records.escalatie import Verbeterplan
from clm_cli.records.maatregel import Maatregel
from clm_cli.register import Register
from tests.beschermd_wonen.zaakbouw import Bouw
from tests.klein_register import schrijf

STAND = {
    cijfers.VOLDOET: "gehaald",
    cijfers.ONDER: "gemist",
    cijfers.BOVEN: "gemist",
    cijfers.TELT_NIET: "telt-niet",
    cijfers.ONBEKEND: "onbekend",
}
_GELEZEN: dict[str, Register] = {}


class Antwoorden:
    """Answers the questions of one state, as clm does on its day."""

    bouw: type[Bouw] = Bouw

    def __init__(self, map_: Path, dag: str, feiten: str, oud: str = "", nieuw: str = "") -> None:
        sleutel = f"{self.bouw.regime} {feiten} {oud} {nieuw}"
        if sleutel not in _GELEZEN:
            bestanden, pad = self.bouw(feiten).bestanden, f"regimes/{self.bouw.regime}.yaml"
            if oud:
                assert oud in bestanden[pad]
                bestanden[pad] = bestanden[pad].replace(oud, nieuw)
            schrijf(map_, bestanden)
            geladen = laad(map_)
            assert [m for m in geladen.meldingen if m.code.startswith(("REC", "YML"))] == []
            _GELEZEN[sleutel] = geladen.register
        heel = dag if len(dag) > len("03-20") else f"2026-{dag}"
        self.geheel, self.dag = _GELEZEN[sleutel], date.fromisoformat(heel)
        self.register = self.geheel.zoals(op=self.dag)
        self.blik: Dossierblik = blik_op(self.register, "bloem", self.dag)
        self.contract = self.blik.dossier.contracten[0]

    @property
    def escalatie(self) -> Escalatie:
        return self.blik.dossier.escalaties[0]

    def vraag(self, naam: str) -> str:
        kop, *deel = naam.split("/")
        return str(getattr(self, "v_" + kop.replace("-", "_"))(*deel))

    @cache  # noqa: B019 - lives as long as one test
    def laatste(self) -> vervolg.Vervolgstap:
        """The last measure of the case against its conditions, on its day."""
        maatregelen = self.escalatie.van(Maatregel)
        zelf = max(maatregelen, key=lambda m: (m.record.datum, m.pad))
        blik = blik_op(self.geheel, self.blik.dossier, self.dag)
        stap = vervolg.getoetst(blik, self.escalatie, zelf)
        assert stap is not None
        return stap

    def _voorwaarde(self, *namen: str) -> str:
        rij = {v.naam: v.uitspraak for v in self.laatste().voorwaarden}
        uit = [rij[naam].antwoord for naam in namen]
        return next(a for a in ("nee", "onbekend", "ja") if a in uit)

    def v_oordeel(self, kpi: str, maand: str) -> str:
        reeks = cijfers.reeks(self.blik, self.contract, self.register.kpis[self.bouw.kpis[kpi]])
        rij = next(c for c in reeks if str(c.periode) == f"2026-{maand}")
        return STAND[rij.oordeel]

    def v_aanleiding(self) -> str:
        return aanleidingen.aanleiding(self.blik, self.escalatie, self.contract, self.dag).antwoord

    def v_volgorde(self) -> str:
        return self._voorwaarde("volgorde")

    def v_horen(self) -> str:
        return self._voorwaarde("onderzoek", "wederhoor")

    def v_aangekondigd(self) -> str:
        return self._voorwaarde("aangekondigd")

    def v_bewijs(self) -> str:
        return self._voorwaarde("bewijs")

    def v_bedrag(self) -> str:
        return self._voorwaarde("bedrag-volgens-contract")

    def v_maximum(self) -> str:
        return self._voorwaarde("maximum")

    def v_ruimte(self, naam: str) -> str:
        stappen = vervolg.vervolg(self.blik, self.escalatie)
        instrument = self.bouw.instrumenten[naam][1]
        stap = next(s.stap for s in stappen if s.stap.instrument.instrument == instrument)
        return f"{bedragen.ruimte(stap):.0f}"

    def _genomen(self, instrument: str) -> Genomen:
        rijen = genomen_in(self.blik, self.escalatie)
        return next(g for g in rijen if g.record.instrument == instrument)

    def v_duur(self) -> str:
        return self._voorwaarde("laatste-dag")

    def v_stop(self) -> str:
        stand = stand_van(self.blik, self.escalatie)
        m = next(m for m in stand.maatregelen if m.genomen.record.instrument == "plaatsingsstop")
        if m.toestand == "afgelopen":
            return "afgelopen"
        return "eindigt" if self._punten("maatregel-eindigt") else "loopt"

    def v_verlenging(self) -> str:
        return [uit.antwoord for _, uit in duur.verlengd(self._genomen("plaatsingsstop"))][-1]

    def v_bezien(self) -> str:
        rijen = self._punten("maatregel-bezien")
        return str(rijen[0].uiterlijk) if rijen else "geen"

    def v_plan_tot(self) -> str:
        rijen = self._punten("verbeterplan")
        return str(rijen[0].uiterlijk) if rijen else "geen"

    def v_volgt(self) -> str:
        """What is to be decided on after a plan."""
        begin = "Besluiten wat volgt: "
        rijen = [p.wat for p in self._punten("verbeterplan") if p.wat.startswith(begin)]
        return rijen[0].removeprefix(begin).replace(" ", "-") if rijen else "niets"

    def v_dag(self, titel: str) -> str:
        punten = [p for p in alle_werkpunten(self.blik) if p.wat.startswith(titel)]
        return str(punten[0].uiterlijk)[5:] if punten else "geen"

    def v_afloop(self, titel: str) -> str:
        """What came of a term that no longer waits."""
        rijen = afgelopen(stand_van(self.blik, self.escalatie))
        return next(
            (r.uitkomst.replace(" ", "-") for r in rijen if r.wat.startswith(titel)), "geen"
        )

    def v_zonder_zaak(self) -> str:
        """Whether there is a trigger on which nobody opened a case."""
        return "ja" if self._punten("aanleiding") else "nee"

    def v_vraagt(self, naam: str) -> str:
        """What is still to be said with an instrument."""
        instrument = self.bouw.instrumenten[naam][1]
        stappen = vervolg.vervolg(self.blik, self.escalatie)
        stap = next(s for s in stappen if s.stap.instrument.instrument == instrument)
        return ",".join(rij.naam for rij in stap.vraagt())

    def v_plan_mist(self) -> str:
        genomen = self._genomen("verbeterplan")
        assert genomen.instrument
        assert genomen.instrument.plan
        (plan,) = genomen.bij(Verbeterplan)
        return ",".join(id_ for id_, _ in planregel.mist(genomen.instrument.plan, plan.record))

    def v_geleverd(self) -> str:
        return planregel.geleverd(self._genomen("verbeterplan")).antwoord

    def v_klasse(self) -> str:
        uit = klassen.klasse_op(self.blik, self.contract)
        assert uit
        return uit.klasse.titel if uit.klasse else "onbekend"

    def v_klasse_per(self) -> str:
        return str(self._punten("klasse")[0].uiterlijk)

    def _punten(self, soort: str) -> list[Werkpunt]:
        return [p for p in alle_werkpunten(self.blik) if p.soort == soort]
