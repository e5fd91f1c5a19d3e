"""Floor 6, regels: one point of work as a line with what stands under it, and as data."""

from __future__ import annotations

from dataclasses import field
from functools import cached_property

from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.derivations.werkvolgorde import MISSCHIEN, TE_LAAT, VANDAAG, WACHT, Regel
from clm_cli.kijk import Kijk
from clm_cli.tijd.datum import datum_vol
from clm_cli.value import value
from clm_cli.views.opmaak import Cel, Gegevens, Inhoud, Papier, Plaats, reden_json, zin
from clm_cli.views.tabel import SMAL, Kolom, Tabel, tabel
from clm_cli.views.werklijst.cellen import BIJ, RAND, merk, over, uiterlijk, wat

_ROOM = 96
"""From this width on the ground has its own column."""
_KORT = 40
"""An explanation up to this length is simply said again."""


@value
class Regels:
    """The lines of one list on one paper, in columns as wide as all of them together need."""

    papier: Papier
    kijk: Kijk
    alle: tuple[Regel, ...]
    gezegd: dict[str, str] = field(default_factory=dict)
    """Explanations with the line that gave them first; they are not said again."""

    @cached_property
    def rand(self) -> int:
        """The columns of number and mark."""
        return max([RAND, *(len(regel.nr) + 3 for regel in self.alle)])

    @cached_property
    def tafel(self) -> Tabel:
        """The columns that fit on this paper."""
        kolommen = [Kolom("uiterlijk"), Kolom("over")]
        if self.papier.breedte >= SMAL:
            kolommen += [Kolom("dossier", minst=12, hoogst=16), Kolom("wat", minst=16)]
        kolommen.append(Kolom("bij"))
        if self.papier.breedte >= _ROOM:
            kolommen.append(Kolom("grond", minst=8, hoogst=14))
        return tabel(self.papier, kolommen, [self._cellen(regel) for regel in self.alle], self.rand)

    def groep(self, naam: str, regels: tuple[Regel, ...]) -> list[str]:
        """A group of lines under its name; nothing when it is empty."""
        if not regels:
            return []
        sinds = ", sinds" if naam == WACHT else ""
        titels = self._titels(naam) if regels[0] is self.alle[0] else []
        return [
            "",
            self.papier.verf(f"{naam.upper()}{sinds} ({len(regels)})", "vet"),
            *titels,
            *(tekst for regel in regels for tekst in self._regel(regel)),
        ]

    def _titels(self, groep: str) -> list[str]:
        namen = [
            groep if kolom.titel == "over" and groep == TE_LAAT else kolom.titel
            for kolom in self.tafel.kolommen
        ]
        eerste, *rest = self.tafel.rij(*(Cel(naam, "zwak") for naam in namen))
        return [" nr" + eerste[3:], *rest]

    def _cellen(self, regel: Regel) -> list[Inhoud]:
        punt, breedte = regel.punt, self.papier.breedte
        nog = Cel(over(regel, self.kijk), "rood" if regel.groep == TE_LAAT else "")
        cellen: list[Inhoud] = [uiterlijk(punt, self.kijk.vandaag), nog]
        if breedte >= SMAL:
            tekst = wat(punt) if breedte >= _ROOM else f"{wat(punt)} ({punt.grond})"
            cellen += [punt.dossier, tekst]
        return [*cellen, BIJ[punt.bij], *([punt.grond] if breedte >= _ROOM else [])]

    def _regel(self, regel: Regel) -> list[str]:
        """A line with what stands under it."""
        punt, papier, tafel = regel.punt, self.papier, self.tafel
        eerste, *rest = tafel.rij(*self._cellen(regel))
        uit = [f"{regel.nr:>{self.rand - 3}}{merk(punt):<2} {eerste[self.rand :]}", *rest]
        if papier.breedte < SMAL:
            uit += papier.alinea(f"{punt.dossier}: {wat(punt)} ({punt.grond})", self.rand)
        inspring = tafel.begin(1) if papier.breedte >= SMAL else self.rand
        dichtbij = _is_dichtbij(regel)
        tekst = self._nog_niet_gezegd(regel, _uitleg(punt, dichtbij))
        uit += papier.alinea(Cel(tekst, "zwak"), inspring) if tekst else []
        return [*uit, *(_nu(papier, punt.nu, inspring) if dichtbij or punt.bij == "wij" else [])]

    def _nog_niet_gezegd(self, regel: Regel, tekst: str) -> str:
        """An explanation, or where it stood before when it is long."""
        eerder = self.gezegd.setdefault(tekst, regel.nr)
        if eerder != regel.nr and len(tekst) > _KORT:
            return f"Toelichting als bij {eerder}."
        return tekst


def _is_dichtbij(regel: Regel) -> bool:
    """Whether the reader has to know at once why it matters and what helps."""
    punt = regel.punt
    return (
        regel.groep in (TE_LAAT, MISSCHIEN, VANDAAG)
        or punt.vervalt
        or punt.voorlopig
        or punt.uiterlijk is None
    )


def _uitleg(punt: Werkpunt, dichtbij: bool) -> str:
    """Why it matters; of what is far off only that it lapses or is provisional."""
    tekst = []
    if punt.voorlopig:
        tekst.append(f"VOORLOPIG: {_waarom_voorlopig(punt)}.")
    if punt.uiterlijk is None and punt.bij != "collega" and punt.omdat:
        tekst.append(f"Geen datum: {zin(punt.omdat[-1].tekst, hoofdletter=False)}")
    if dichtbij and punt.gevolg:
        tekst.append(f"Gevolg: {zin(punt.gevolg, hoofdletter=False)}")
    return " ".join((*tekst, *(zin(noot) for noot in punt.kanttekeningen)))


def _waarom_voorlopig(punt: Werkpunt) -> str:
    """The assumed fact behind a provisional day."""
    start = punt.berekening.start if punt.berekening else punt.uiterlijk
    eigen = next((r.tekst for r in punt.omdat if start and datum_vol(start) in r.tekst), None)
    return eigen or (
        punt.omdat[0].tekst if punt.omdat else "de dag waarop de termijn begint, is niet vastgelegd"
    )


def _nu(papier: Papier, opdracht: str, inspring: int) -> list[str]:
    """The commands that help, on one line or each on its own."""
    keuzen = opdracht.split("  of  ")
    if inspring + len("nu: ") + len(opdracht) <= papier.breedte or len(keuzen) == 1:
        return papier.alinea(opdracht, inspring, "nu: ") if opdracht else []
    eerste, *andere = keuzen
    return [
        *papier.alinea(eerste, inspring, "nu: "),
        *(r for keuze in andere for r in papier.alinea(keuze, inspring, "of: ")),
    ]


def regel_json(regel: Regel, plaats: Plaats) -> Gegevens:
    """One line as data."""
    return {
        "nr": regel.nummer,
        "sub": regel.sub,
        "eerst": regel.eerst,
        "groep": regel.groep,
        "werkdagen": regel.werkdagen,
        **punt_json(regel.punt, plaats),
    }


def punt_json(punt: Werkpunt, plaats: Plaats) -> Gegevens:
    """One point as data; a day that cannot be worked out is null, and `omdat` says why."""
    return {
        "soort": punt.soort,
        "dossier": punt.dossier,
        "contracten": list(punt.contracten),
        "wat": punt.wat,
        "uiterlijk": punt.uiterlijk.isoformat() if punt.uiterlijk else None,
        "bij": punt.bij,
        "wie": punt.wie,
        "wacht_op": punt.wacht_op,
        "grond": punt.grond,
        "grond_tekst": punt.grond_tekst,
        "lezing": punt.lezing,
        "gevolg": punt.gevolg,
        "nu": punt.nu,
        "voorlopig": punt.voorlopig,
        "vervalt": punt.vervalt,
        "stil": punt.stil,
        "sinds": punt.sinds.isoformat() if punt.sinds else None,
        "geparkeerd_tot": punt.geparkeerd_tot.isoformat() if punt.geparkeerd_tot else None,
        "kanttekeningen": list(punt.kanttekeningen),
        "omdat": [reden_json(reden, plaats) for reden in punt.omdat],
    }
