"""Floor 4, planningsjaar: on which days of a year a talk can be held, and who is away."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cached_property

from clm_cli import tabellen
from clm_cli.derivations.termijnen import kalender_op, termijnbeleid, uitgangsbeleid
from clm_cli.kijk import Kijk
from clm_cli.tijd.kalender import Kalender
from clm_cli.tijd.termijn import Rol, bereken
from clm_cli.value import value


@value
class Jaar:
    """What holds for every provider: the days on which a talk can be, and who is away."""

    kijk: Kijk
    jaar: int

    @cached_property
    def kalender(self) -> Kalender:
        """The working days."""
        return kalender_op(self.kijk.register, max(self.kijk.vandaag, date(self.jaar, 1, 1)))

    @cached_property
    def vanaf(self) -> date:
        """The first day for which there is time to send the papers."""
        begin, vandaag = date(self.jaar, 1, 1), self.kijk.vandaag
        beleid = termijnbeleid(self.kijk.register, vandaag)
        vooraf = beleid.stukken_vooraf
        eerste = (
            bereken(vandaag, vooraf, self.kalender, rol=Rol.VOLGENDE).uiterlijk
            if vooraf
            else vandaag
        )
        return max(begin, eerste + timedelta(days=1))

    @cached_property
    def vakanties(self) -> tuple[list[tuple[date, date, str]], tuple[str, ...]]:
        """The school holidays of the region in the year, and which are not known."""
        organisatie = self.kijk.register.organisatie
        eigen = [(v.van, v.tot, v.naam) for v in organisatie.schoolvakanties]
        regio, bekend = organisatie.vakantieregio, tabellen.schoolvakanties()
        if regio is None:
            zin = (
                "de vakantieregio is niet vastgelegd: met schoolvakanties is geen rekening gehouden"
            )
            return eigen, () if eigen else (f"{zin}, zet 'vakantieregio' in organisatie.yaml",)
        mist: list[str] = []
        for begin in (self.jaar - 1, self.jaar):
            naam = f"{begin}-{begin + 1}"
            rijen = bekend.get(naam, {}).get(regio)
            eigen += [(van, tot, wat) for wat, (van, tot) in (rijen or {}).items()]
            zelf = any(
                v.van <= date(begin + 1, 7, 31) and v.tot >= date(begin, 8, 1)
                for v in organisatie.schoolvakanties
            )
            if rijen is None and not zelf:
                mist.append(
                    f"van schooljaar {naam} kent clm geen schoolvakanties in regio {regio}; zet ze "
                    "in organisatie.yaml, bij 'schoolvakanties'"
                )
        return eigen, tuple(mist)

    @property
    def bron(self) -> str:
        """Where the school holidays of the region are from; nothing without a region."""
        regio = self.kijk.register.organisatie.vakantieregio
        return f"regio {regio}: {tabellen.schoolvakanties()['bron']}" if regio else ""

    @cached_property
    def dagen(self) -> list[date]:
        """The days of the year on which a talk can be held at all."""
        beleid = uitgangsbeleid(self.kijk.register, self.kijk.vandaag)
        maanden = beleid.gespreksmaanden
        alle = (self.vanaf + timedelta(days=n) for n in range(366))
        return [
            dag
            for dag in alle
            if dag.year == self.jaar
            and (not maanden or dag.month in maanden)
            and self.kalender.is_werkdag(dag)
            and not any(van <= dag <= tot for van, tot, _ in self.vakanties[0])
        ]

    @cached_property
    def per_week(self) -> int | None:
        """How many talks one manager can have in a week."""
        beleid = uitgangsbeleid(self.kijk.register, self.kijk.vandaag)
        return beleid.gesprekken_per_week

    @cached_property
    def weg(self) -> dict[str, list[tuple[date, date]]]:
        """When somebody is away: a colleague replaces them."""
        uit: dict[str, list[tuple[date, date]]] = {}
        for persoon in self.kijk.register.organisatie.personen:
            for rij in persoon.vervangt:
                uit.setdefault(rij.wie, []).append((rij.van, rij.tot))
        return uit
