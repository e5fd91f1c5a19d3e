"""Floor 8, antwoord: one question about a field, its choices, and what an answer may be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from shlex import quote
from typing import Any

from clm_cli.advies import opdracht
from clm_cli.cli.aangewezen import MEESTE, PastNietError, genoemd, genummerd
from clm_cli.cli.dagen import Daglezer
from clm_cli.cli.uitvoer import meld
from clm_cli.cli.vragen import ja, vraag
from clm_cli.commands.optiewaarden import (
    IN_WOORDEN,
    als_boom,
    deelvorm,
    enig_nodig,
    geen_naam,
    gemeenten_in,
    mis_in_deel,
    uitleg,
)
from clm_cli.derivations.adressen import vertrokken
from clm_cli.derivations.afspraken import te_volgen
from clm_cli.derivations.namen import Namen, Waar, kant, namen_van
from clm_cli.derivations.namen_als_ids import anders, met_ids
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Afgebroken, ClmFout
from clm_cli.records.basis import GEBEURD
from clm_cli.records.gesprek import Genodigde
from clm_cli.records.vorm import Veld, velden
from clm_cli.tijd.datum import datum_lang
from clm_cli.value import value
from clm_cli.voorstel import Navraag, Vermoeden
from clm_cli.woorden import kort

ZO = "="
"""What somebody types for: it is as you show."""
ALLE = "alle"
_BIJ = "bij"
"""The field of a fact for what it is about: in a case a file, else what was agreed."""


@value
class Vraag:
    """One field that somebody is asked for, by the name that is shown."""

    veld: Veld
    naam: str
    waar: Waar | None = None
    """Where the things are that it can name."""
    vermoed: Vermoeden | None = None
    """What may well be so; it counts when it is confirmed."""
    navraag: Navraag = field(default_factory=lambda: Navraag(""))
    """Of a part: what it says already, what else of it is asked, and what may well be so."""
    keuzes: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Of a part: the values that fit, by its field."""
    vandaag: date | None = None
    """The day on which it is asked, where no dossier says it."""
    gebeurd: bool = False
    """Whether it is a day on which something happened, by what is asked and not by its name."""

    def stel(self) -> Any:
        """The value that was typed; None for who says nothing, for nothing is filled in then.

        What cannot be is asked again at once, and not after all other questions. A part is typed
        in one line, or asked piece by piece.
        """
        fout = ""
        while antwoord := vraag(f"{fout}{self._kop()}", "> ").strip():
            if self.vermoed and (antwoord == ZO or self._beaamt(antwoord)):
                return self.vermoed.waarde
            try:
                return self._gelezen(antwoord)
            except PastNietError as reden:
                fout = f"{reden}\n"
            except ClmFout as reden:
                fout = f"{reden.tekst}\n"
        return self._stuk_voor_stuk() if self._is_deel and not self.navraag.veld else None

    def _beaamt(self, antwoord: str) -> bool:
        """Whether somebody says yes to what is shown: no field but one that asks it, holds it."""
        return antwoord.lower() in ("j", "ja") and "ja" not in self.veld.keuzes

    @property
    def _is_deel(self) -> bool:
        return self.veld.deel is not None and not self.veld.is_stuk

    @property
    def mensen(self) -> Namen:
        """Of a list of who is at a talk: the people of both sides who are there."""
        if not isinstance(self.waar, Dossierblik) or self.veld.deel is not Genodigde:
            return {}
        weg = vertrokken(self.waar, self.waar.vandaag)
        return {id_: n for id_, n in namen_van(self.waar, "deelnemer").items() if id_ not in weg}

    @property
    def _enig(self) -> Veld | None:
        """The one field of a part that says enough, where there is one."""
        return enig_nodig(self.veld.deel) if self.veld.deel else None

    @property
    def _namen(self) -> Namen:
        """The things that it can name, where they are known; of its choices those alone."""
        naar = self.veld.naam if self._is_verwijzing else self.veld.naar
        if self.waar is None or not naar:
            return {}
        keuzes = self.veld.keuzes
        if naar == _BIJ and isinstance(self.waar, Dossierblik):
            lopend = te_volgen(self.waar.dossier)
            return {id_: lopend[id_] for id_ in keuzes if id_ in lopend}
        namen = namen_van(self.waar, naar)
        return {id_: namen[id_] for id_ in keuzes if id_ in namen} if keuzes else namen

    @property
    def _is_verwijzing(self) -> bool:
        """Whether it may name anything in the dossier, by its path."""
        return self.veld.naar == "verwijzing"

    def _kop(self) -> str:
        kop = f"{self.naam}: {uitleg(replace(self.veld, keuzes=()), met_voorbeeld=self._los)}"
        kop += ", of v voor vandaag" if self.veld.is_dag and self._daglezer else ""
        if self._is_deel and not self.mensen and (enig := self._enig):
            woorden = "".join(f"\n  {nr}. {een}" for nr, een in enumerate(enig.keuzes, 1))
            kop += f"{woorden}\n  {enig.naam} is genoeg; meer met Enter, stuk voor stuk"
        elif self._is_deel and not self.mensen:
            kop += f"\n  in één regel: {deelvorm(self.veld)}; met Enter stuk voor stuk"
        namen = self._namen or self.mensen
        keuzes = () if namen else self.veld.keuzes
        kop += "".join(f"\n  {nr}. {keuze}" for nr, keuze in enumerate(keuzes, 1))
        if 0 < len(namen) <= MEESTE:
            for nr, (id_, rij) in enumerate(namen.items(), 1):
                kop += f"\n  {nr}. {id_}{f': {rij[0]}' if rij and rij[0] != id_ else ''}"
        if self.veld.veel and (namen or self.veld.naam in IN_WOORDEN):
            kop += f"\n  meer met komma's ertussen{f', of {ALLE}' if namen else ''}"
        if self.mensen:
            kop += "; iemand anders: naam=… partij=…"
        return kop + (f"\n  {ZO} {self.vermoed.zin}" if self.vermoed else "")

    @property
    def _los(self) -> bool:
        """Whether nothing shows what may be typed."""
        return not (self.veld.keuzes or self._namen)

    def _gelezen(self, antwoord: str) -> Any:
        veld = self.veld
        if antwoord == ZO:
            raise PastNietError(f"Er is niets om met {ZO} over te nemen.")
        if self.mensen and "=" not in antwoord:
            return self._genoemden(antwoord)
        if self._is_deel:
            if "=" not in antwoord and (enig := self._enig):
                antwoord = f"{enig.naam}={quote(self._vraag_in(enig).waarde(antwoord))}"
            if "=" not in antwoord:
                past_niet = f"'{kort(antwoord)}' is niet te plaatsen zonder naam en =; "
                raise PastNietError(f"{past_niet}met Enter vraagt clm het stuk voor stuk.")
            deel = als_boom(replace(veld, veel=False), antwoord, dag=self._daglezer)
            if self.waar and veld.deel:
                deel = met_ids(self.waar, veld.deel, deel)
            for rij in velden(veld.deel) if veld.deel else ():
                if wat := geen_naam(rij, deel.get(rij.naam)):
                    raise PastNietError(
                        f"'{kort(deel[rij.naam])}' is geen {wat}; typ die in woorden."
                    )
            if reden := mis_in_deel(veld, deel, self.waar):
                raise PastNietError(reden)
            return [deel] if veld.veel else deel
        if not veld.veel:
            return self.waarde(antwoord)
        if antwoord.lower() == ALLE and self._namen:
            return list(self._namen)
        if veld.naam == "gemeenten":
            return [self.waarde(deel) for deel in gemeenten_in(antwoord)]
        # a comma stands between names; a sentence may hold one
        delen = antwoord.split(",") if veld.naam in IN_WOORDEN else veld.gesplitst(antwoord)
        return [self.waarde(deel.strip()) for deel in delen if deel.strip()]

    def _genoemden(self, antwoord: str) -> list[dict[str, str]]:
        """People by number or name, each with the side on which they are."""
        delen = [deel.strip() for deel in antwoord.split(",") if deel.strip()]
        alle = antwoord.lower() == ALLE
        assert self.waar is not None
        # who left meanwhile may have been there: by name, and behind no number
        ook = namen_van(self.waar, "deelnemer")
        namen = [(self.mensen if deel.isdigit() else ook, deel) for deel in delen]
        ids = [*self.mensen] if alle else [genoemd(wie, "persoon", deel) for wie, deel in namen]
        return [{"persoon": id_, "partij": kant(self.waar, id_)} for id_ in dict.fromkeys(ids)]

    def waarde(self, woord: str) -> str:
        """One value as a file keeps it."""
        namen, waar = self._namen, self.waar
        if self._is_verwijzing and isinstance(waar, Dossierblik):
            woord = woord if namen else genummerd(self.veld.keuzes, woord)
            if woord in self.veld.keuzes or waar.dossier.vind(woord):
                return woord
            if not namen and not self.veld.keuzes:
                toon = opdracht("toon", waar.dossier.id)
                raise PastNietError(
                    f"'{kort(woord)}' komt in dit dossier niet voor; {toon} toont wat er is."
                )
        if namen:
            soort = self.veld.naam if self._is_verwijzing else self.veld.naar
            soort = "afspraak of signaal" if soort == _BIJ else soort
            ook = namen_van(waar, soort) if waar and soort == "persoon" else {}
            return genoemd(namen, soort, woord, anders(waar, soort), ook)
        veld, dag = replace(self.veld, veel=False), self._daglezer
        waarde = str(als_boom(veld, genummerd(self.veld.keuzes, woord), dag=dag))
        if self.veld.keuzes and waarde not in self.veld.keuzes:
            raise PastNietError(f"'{kort(woord)}' staat er niet bij; typ het nummer of het woord.")
        if wat := geen_naam(self.veld, waarde):
            raise PastNietError(f"'{kort(woord)}' is geen {wat}; typ die in woorden.")
        if reden := self.veld.mis(waarde):
            raise PastNietError(f"{reden.rstrip('.')}.")
        geweest = veld.is_dag and (self.gebeurd or veld.naam in GEBEURD)
        if geweest and dag and waarde > dag.vandaag.isoformat():
            nog = datum_lang(date.fromisoformat(waarde))
            raise PastNietError(f"{nog} moet nog komen; typ de dag waarop het gebeurde.")
        return waarde

    @property
    def _daglezer(self) -> Daglezer | None:
        """Of a question that is asked on a known day: what reads a day as it is said then."""
        nu = self.waar.vandaag if isinstance(self.waar, Dossierblik) else self.vandaag
        return Daglezer(nu) if nu else None

    def _stuk_voor_stuk(self) -> Any:
        """A part, or a list of them, by a question for each field that it needs."""
        if not self.veld.veel:
            return self._een_deel()
        delen: list[dict[str, Any]] = []
        try:
            while deel := self._een_deel():
                delen.append(deel)
                if not ja(f"{self.naam}: nog een? Typ ja, of Enter als dit alles is", "> "):
                    break
        except Afgebroken as fout:
            fout.getypt = {self.veld.naam: [*delen, *fout.getypt.get(self.veld.naam, ())]}
            raise
        return delen or None

    def deel(self, deel: Mapping[str, Any] | None = None) -> dict[str, Any] | None:
        """One part, beginning with what it says already; None when nothing is added to it."""
        begin = dict(deel or self.navraag.vast)
        return self._een_deel(begin)

    def _een_deel(self, begin: Mapping[str, Any] | None = None) -> dict[str, Any] | None:
        """One part: what it needs, and as much of the rest as makes it right."""
        assert self.veld.deel is not None
        rijen = velden(self.veld.deel)
        deel, aantal = dict(begin or {}), len(begin or {})
        # the number of a part follows from the record
        nodig = [
            rij
            for rij in rijen
            if (rij.verplicht or rij.naam in self.navraag.delen)
            and rij.naam not in deel
            and not rij.is_nummer
        ]
        for rij in nodig or rijen:
            antwoord = self._antwoord(rij, deel)
            if antwoord is None and len(deel) > aantal and rij.verplicht:
                meld(f"Zonder {rij.naam} vervalt wat u hier typte; nog eens Enter laat het weg.")
                antwoord = self._antwoord(rij, deel)
            if antwoord is not None:
                deel[rij.naam] = antwoord
            elif rij.verplicht:
                return None
        for rij in [rij for rij in rijen if deel and rij.naam not in deel and not rij.verplicht]:
            if not (reden := mis_in_deel(self.veld, deel, self.waar)):
                break
            meld(reden)
            if (antwoord := self._antwoord(rij, deel)) is not None:
                deel[rij.naam] = antwoord
        return deel if len(deel) > aantal else None

    def _vraag_in(self, rij: Veld) -> Vraag:
        keuzes = tuple(self.keuzes.get(rij.naam, ()))
        rij = replace(rij, keuzes=keuzes) if keuzes else rij
        naam = f"{self.naam}, {rij.naam}"
        return Vraag(rij, naam, self.waar, self.navraag.vermoed.get(rij.naam))

    def _antwoord(self, rij: Veld, deel: Mapping[str, Any]) -> Any:
        """What is said of one field of a part; who stops there has said the part so far."""
        try:
            return self._vraag_in(rij).stel()
        except Afgebroken as fout:
            half = {**deel, **fout.getypt}
            fout.getypt = {self.veld.naam: [half] if self.veld.veel else half} if half else {}
            raise


def van_deel(veld: Veld, keuzes: Mapping[str, Sequence[str]]) -> dict[str, Sequence[str]]:
    """Of the choices by dotted field those of its parts, by the field in it."""
    voor = f"{veld.naam}."
    return {naam[len(voor) :]: rij for naam, rij in keuzes.items() if naam.startswith(voor)}
