"""Floor 6, splice: one value of a card changes, and every other byte stays.

Comments, layout and line ends.
"""

from __future__ import annotations

import copy
import difflib
import re
from dataclasses import dataclass
from typing import Any

from clm_cli.files.emitter import blok, scalair, stroom, zonder_leegte
from clm_cli.files.gate import Gelezen, lees
from clm_cli.meldingen import ClmFout, Ernst, Sleutel

_BOM = "\ufeff"
_OPMERKING = re.compile(r"(?:^|(?<=\s))#.*$", re.MULTILINE)


def zet(inhoud: bytes, sleutel: Sleutel, waarde: Any) -> bytes:
    """Set the value at a key path; a last key that is not there yet is added.

    Raises ClmFout when that is not safe.
    """
    kaart = _Kaart.van(inhoud, sleutel)
    nieuw = zonder_leegte(waarde)
    bedoeld = copy.deepcopy(kaart.boom)
    _in(bedoeld, sleutel[:-1], sleutel)[sleutel[-1]] = nieuw
    tekst = (
        kaart.vervang(sleutel, nieuw)
        if sleutel in kaart.gelezen.posities.waarden
        else kaart.nieuwe_sleutel(sleutel, nieuw)
    )
    return kaart.klaar(tekst, bedoeld, sleutel)


def voeg_toe(inhoud: bytes, sleutel: Sleutel, item: Any) -> bytes:
    """Append an item to the list at a key path; an empty or missing list is made.

    Raises ClmFout when that is not safe.
    """
    kaart = _Kaart.van(inhoud, sleutel)
    nieuw = zonder_leegte(item)
    bedoeld = copy.deepcopy(kaart.boom)
    ouder = _in(bedoeld, sleutel[:-1], sleutel)
    lijst = ouder.get(sleutel[-1]) if isinstance(ouder, dict) else ouder[sleutel[-1]]
    if not lijst:
        return zet(inhoud, sleutel, [nieuw])
    if not isinstance(lijst, list):
        raise _onveilig(sleutel, "hier staat geen lijst")
    lijst.append(nieuw)
    return kaart.klaar(kaart.nieuw_item(sleutel, len(lijst) - 1, nieuw), bedoeld, sleutel)


def _in(boom: Any, pad: Sleutel, sleutel: Sleutel) -> Any:
    for stap in pad:
        try:
            boom = boom[stap]
        except (KeyError, IndexError, TypeError):
            raise _onveilig(sleutel, f"'{stap}' staat er niet in") from None
    if not isinstance(boom, (dict, list)):
        raise _onveilig(sleutel, "de plaats erboven is gewone tekst")
    return boom


def _onveilig(sleutel: Sleutel, reden: str) -> ClmFout:
    waar = ".".join(map(str, sleutel))
    return ClmFout(
        f"Deze kaart kan niet veilig worden aangepast bij {waar}: {reden}; er is niets geschreven.",
        nu="pas de kaart met de hand aan",
    )


@dataclass(frozen=True)
class _Kaart:
    """The text of one card, with where everything stands."""

    tekst: str
    boom: dict[str, Any]
    gelezen: Gelezen
    bom: bool
    crlf: bool

    @classmethod
    def van(cls, inhoud: bytes, sleutel: Sleutel) -> _Kaart:
        gelezen = lees(inhoud, "kaart")
        if gelezen.boom is None or any(m.ernst is Ernst.FOUT for m in gelezen.meldingen):
            raise _onveilig(sleutel, "de kaart zelf is niet goed te lezen")
        ruw = inhoud.decode("utf-8")
        crlf = "\r\n" in ruw
        if crlf and ruw.count("\r\n") != ruw.count("\n"):
            raise _onveilig(sleutel, "de regels eindigen niet allemaal gelijk")
        return cls(
            ruw.removeprefix(_BOM).replace("\r\n", "\n"),
            gelezen.boom,
            gelezen,
            ruw.startswith(_BOM),
            crlf,
        )

    def klaar(self, tekst: str, bedoeld: Any, sleutel: Sleutel) -> bytes:
        """The bytes, after reading them again.

        The intended tree, all comments, one place that changed.
        """
        inhoud = (
            (_BOM if self.bom else "") + (tekst.replace("\n", "\r\n") if self.crlf else tekst)
        ).encode("utf-8", "surrogatepass")
        opnieuw = lees(inhoud, "kaart")
        if opnieuw.boom != bedoeld or any(m.ernst is Ernst.FOUT for m in opnieuw.meldingen):
            raise _onveilig(sleutel, "na het aanpassen staat er iets anders dan bedoeld")
        oud, nieuw = self.tekst.split("\n"), tekst.split("\n")
        if sum(op[0] != "equal" for op in _verschillen(oud, nieuw)) > 1:
            raise _onveilig(sleutel, "er zou meer dan één plaats veranderen")
        over = iter(_opmerkingen(tekst, opnieuw))
        if not all(
            any(een == ander for ander in over) for een in _opmerkingen(self.tekst, self.gelezen)
        ):
            raise _onveilig(sleutel, "er zou een opmerking verdwijnen")
        return inhoud

    def _eind(self, sleutel: Sleutel) -> int:
        """Where a value really ends.

        A block ends with its last part, not with the comments after it.
        """
        positie = self.gelezen.posities.waarden[sleutel]
        kinderen = self._kinderen(sleutel)
        if self._is_stroom(sleutel):
            return self._sluithaak(
                max(map(self._eind, kinderen)) if kinderen else positie.begin + 1
            )
        return (
            max(map(self._eind, kinderen))
            if kinderen
            else len(self.tekst[: positie.eind].rstrip())
            if positie.eind > positie.begin
            else positie.eind
        )

    def _kinderen(self, sleutel: Sleutel) -> list[Sleutel]:
        deel = _in_boom(self.boom, sleutel)
        namen = (
            deel if isinstance(deel, dict) else range(len(deel)) if isinstance(deel, list) else ()
        )
        return [(*sleutel, naam) for naam in namen]

    def _in_stroom(self, sleutel: Sleutel) -> bool:
        return any(self._is_stroom(sleutel[:lengte]) for lengte in range(len(sleutel)))

    def _is_stroom(self, sleutel: Sleutel) -> bool:
        positie = self.gelezen.posities.waarden[sleutel]
        haak = self.tekst[positie.begin : positie.begin + 1] in ("{", "[")
        return haak and not isinstance(_in_boom(self.boom, sleutel), str)

    def _sluithaak(self, plaats: int) -> int:
        """Just behind the bracket that closes, past white space, a comma and comments."""
        gevonden = re.compile(r"(?:[\s,]|#[^\n]*)*[\]}]").match(self.tekst, plaats)
        return gevonden.end() if gevonden else plaats

    def vervang(self, sleutel: Sleutel, waarde: Any) -> str:
        positie, eind = self.gelezen.posities.waarden[sleutel], self._eind(sleutel)
        if self._in_stroom(sleutel):
            return (
                self.tekst[: positie.begin]
                + self._spatie(positie.begin)
                + stroom(waarde)
                + self.tekst[eind:]
            )
        oud = _in_boom(self.boom, sleutel)
        blokscalair = isinstance(oud, str) and self.tekst[positie.begin : positie.begin + 1] in (
            "|",
            ">",
        )
        if isinstance(waarde, str) and isinstance(oud, str) and not blokscalair:
            return (
                self.tekst[: positie.begin]
                + self._spatie(positie.begin)
                + scalair(waarde)
                + self.tekst[eind:]
            )
        begin = self._na_sleutel(sleutel)
        if isinstance(waarde, str):
            return self.tekst[:begin] + " " + scalair(waarde) + self.tekst[eind:]
        diep = self._diepte(sleutel[:-1]) + 2
        vulling = (
            "\n" + "\n".join(blok(waarde, diep))
            if waarde
            else " []"
            if isinstance(waarde, list)
            else " {}"
        )
        return (
            self.tekst[:begin]
            + self._achter(begin, eind)
            + vulling
            + self.tekst[eind if eind > begin else self._regeleinde(begin) :]
        )

    def _achter(self, begin: int, eind: int) -> str:
        """A comment behind a key that had no value yet stays behind it."""
        return self.tekst[begin : self._regeleinde(begin)] if eind <= begin else ""

    def _spatie(self, plaats: int) -> str:
        return " " if plaats and self.tekst[plaats - 1] in ":-" else ""

    def _na_sleutel(self, sleutel: Sleutel) -> int:
        """Just behind the colon (or dash) in front of a value."""
        sleutels = self.gelezen.posities.sleutels
        if sleutel in sleutels:
            return self.tekst.index(":", sleutels[sleutel].eind) + 1
        return self.tekst.rindex("-", 0, self.gelezen.posities.waarden[sleutel].begin) + 1

    def _diepte(self, sleutel: Sleutel) -> int:
        """The column of the keys of a mapping, or of the dashes of a list, from 0."""
        kind = self._kinderen(sleutel)[0]
        sleutels = self.gelezen.posities.sleutels
        if kind in sleutels:
            return sleutels[kind].kolom - 1
        streep = self.tekst.rindex("-", 0, self.gelezen.posities.waarden[kind].begin)
        return streep - self.tekst.rfind("\n", 0, streep) - 1

    def _regeleinde(self, plaats: int) -> int:
        gevonden = self.tekst.find("\n", plaats)
        return len(self.tekst) if gevonden < 0 else gevonden

    def nieuwe_sleutel(self, sleutel: Sleutel, waarde: Any) -> str:
        ouder = sleutel[:-1]
        kinderen = self._kinderen(ouder)
        naam = str(sleutel[-1])
        if isinstance(_in_boom(self.boom, ouder), list):
            raise _onveilig(sleutel, "dit onderdeel staat niet in de lijst")
        if self._in_stroom((*ouder, naam)):
            plaats = (
                self._eind(kinderen[-1])
                if kinderen
                else self.gelezen.posities.waarden[ouder].begin + 1
            )
            return (
                self.tekst[:plaats]
                + (", " if kinderen else "")
                + f"{scalair(naam)}: {stroom(waarde)}"
                + self.tekst[plaats:]
            )
        return self._na(self._eind(kinderen[-1]), blok({naam: waarde}, self._diepte(ouder)))

    def nieuw_item(self, sleutel: Sleutel, aantal: int, item: Any) -> str:
        laatste = self._eind((*sleutel, aantal - 1))
        if self._in_stroom((*sleutel, 0)):
            return self.tekst[:laatste] + ", " + stroom(item) + self.tekst[laatste:]
        return self._na(laatste, blok([item], self._diepte(sleutel)))

    def _na(self, plaats: int, regels: list[str]) -> str:
        einde = self._regeleinde(plaats)
        return self.tekst[:einde] + "\n" + "\n".join(regels) + self.tekst[einde:]


def _in_boom(boom: Any, sleutel: Sleutel) -> Any:
    for stap in sleutel:
        boom = boom[stap]
    return boom


def _opmerkingen(tekst: str, gelezen: Gelezen) -> list[str]:
    """The comments, in order; a number sign inside a text is none."""
    posities = gelezen.posities.waarden.items()
    bezet = [
        range(p.begin, p.eind)
        for sleutel, p in posities
        if isinstance(_in_boom(gelezen.boom, sleutel), str)
    ]
    return [m[0] for m in _OPMERKING.finditer(tekst) if not any(m.start() in rij for rij in bezet)]


def _verschillen(oud: list[str], nieuw: list[str]) -> list[tuple[str, int, int, int, int]]:
    """The one range of lines between the equal head and the equal tail.

    And whether more than it differs.
    """
    voor = next(
        (n for n, (a, b) in enumerate(zip(oud, nieuw, strict=False)) if a != b),
        min(len(oud), len(nieuw)),
    )
    achter = next(
        (
            n
            for n, (a, b) in enumerate(zip(oud[voor:][::-1], nieuw[voor:][::-1], strict=False))
            if a != b
        ),
        min(len(oud), len(nieuw)) - voor,
    )
    midden_oud, midden_nieuw = oud[voor : len(oud) - achter], nieuw[voor : len(nieuw) - achter]
    return [
        op
        for op in difflib.SequenceMatcher(
            None, midden_oud, midden_nieuw, autojunk=False
        ).get_opcodes()
        if midden_oud and midden_nieuw
    ] or [("insert", 0, 0, 0, 0)]
