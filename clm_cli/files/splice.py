"""Floor 6, splice: one value of a card changes; every other byte stays, comments and layout too."""

from __future__ import annotations

import copy
import re
from typing import Any

from clm_cli.files.boomlezer import Boom
from clm_cli.files.emitter import blok, scalair, stroom, zonder_leegte
from clm_cli.files.gate import Gelezen, lees
from clm_cli.files.nalezen import deel_van, opmerkingen, plaatsen
from clm_cli.meldingen import ClmFout, Ernst, Geweigerd, Sleutel
from clm_cli.value import value

_BOM = "\ufeff"


def zet(inhoud: bytes, sleutel: Sleutel, waarde: object) -> bytes:
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


def voeg_toe(inhoud: bytes, sleutel: Sleutel, item: object) -> bytes:
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
    return Geweigerd(
        f"Deze kaart kan niet veilig worden aangepast bij {waar}: {reden}",
        nu="pas de kaart met de hand aan",
    )


@value
class _Kaart:
    """The text of one card, with where everything stands."""

    tekst: str
    boom: dict[str, Boom]
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

    def klaar(self, tekst: str, bedoeld: Boom, sleutel: Sleutel) -> bytes:
        """The bytes, once reading them again gave what was meant.

        That is the intended tree, all comments, and one place that changed.
        """
        inhoud = (
            (_BOM if self.bom else "") + (tekst.replace("\n", "\r\n") if self.crlf else tekst)
        ).encode("utf-8", "surrogatepass")
        opnieuw = lees(inhoud, "kaart")
        if opnieuw.boom != bedoeld or any(m.ernst is Ernst.FOUT for m in opnieuw.meldingen):
            raise _onveilig(sleutel, "na het aanpassen staat er iets anders dan bedoeld")
        if plaatsen(self.tekst.split("\n"), tekst.split("\n")) > 1:
            raise _onveilig(sleutel, "er zou meer dan één plaats veranderen")
        over = iter(opmerkingen(tekst, opnieuw))
        if not all(
            any(een == ander for ander in over) for een in opmerkingen(self.tekst, self.gelezen)
        ):
            raise _onveilig(sleutel, "er zou een opmerking verdwijnen")
        return inhoud

    def _eind(self, sleutel: Sleutel) -> int:
        """Where a value really ends: a block with its last part, not with comments after it."""
        positie = self.gelezen.posities.waarden[sleutel]
        laatste = max(map(self._eind, self._kinderen(sleutel)), default=None)
        if self._is_stroom(sleutel):
            return self._sluithaak(positie.begin + 1 if laatste is None else laatste)
        if laatste is not None:
            return laatste
        if positie.eind > positie.begin:
            return len(self.tekst[: positie.eind].rstrip())
        return positie.eind

    def _kinderen(self, sleutel: Sleutel) -> list[Sleutel]:
        deel = deel_van(self.boom, sleutel)
        namen = (
            deel if isinstance(deel, dict) else range(len(deel)) if isinstance(deel, list) else ()
        )
        return [(*sleutel, naam) for naam in namen]

    def _in_stroom(self, sleutel: Sleutel) -> bool:
        return any(self._is_stroom(sleutel[:lengte]) for lengte in range(len(sleutel)))

    def _is_stroom(self, sleutel: Sleutel) -> bool:
        positie = self.gelezen.posities.waarden[sleutel]
        haak = self.tekst[positie.begin : positie.begin + 1] in ("{", "[")
        return haak and not isinstance(deel_van(self.boom, sleutel), str)

    def _sluithaak(self, plaats: int) -> int:
        """Just behind the bracket that closes, past white space, a comma and comments."""
        gevonden = re.compile(r"(?:[\s,]|#[^\n]*)*[\]}]").match(self.tekst, plaats)
        return gevonden.end() if gevonden else plaats

    def vervang(self, sleutel: Sleutel, waarde: Boom) -> str:
        """The text with another value in the place of this one, in the same style where it can."""
        positie, eind = self.gelezen.posities.waarden[sleutel], self._eind(sleutel)
        oud = deel_van(self.boom, sleutel)
        blokscalair = self.tekst[positie.begin : positie.begin + 1] in ("|", ">")
        voor = self.tekst[: positie.begin] + self._spatie(positie.begin)
        if self._in_stroom(sleutel):
            return voor + stroom(waarde) + self.tekst[eind:]
        if isinstance(waarde, str) and isinstance(oud, str) and not blokscalair:
            return voor + scalair(waarde) + self.tekst[eind:]
        begin = self._na_sleutel(sleutel)
        if isinstance(waarde, str):
            return self.tekst[:begin] + " " + scalair(waarde) + self.tekst[eind:]
        vulling = " []" if isinstance(waarde, list) else " {}"
        if waarde:
            vulling = "\n" + "\n".join(blok(waarde, self._diepte(sleutel[:-1]) + 2))
        rest = self.tekst[eind if eind > begin else self._regeleinde(begin) :]
        return self.tekst[:begin] + self._achter(begin, eind) + vulling + rest

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

    def nieuwe_sleutel(self, sleutel: Sleutel, waarde: Boom) -> str:
        """The text with a key that was not there yet behind its sisters."""
        ouder = sleutel[:-1]
        kinderen = self._kinderen(ouder)
        naam = str(sleutel[-1])
        if isinstance(deel_van(self.boom, ouder), list):
            raise _onveilig(sleutel, "dit onderdeel staat niet in de lijst")
        if self._in_stroom((*ouder, naam)):
            eerste = self.gelezen.posities.waarden[ouder].begin + 1
            plaats = self._eind(kinderen[-1]) if kinderen else eerste
            nieuw = f"{', ' if kinderen else ''}{scalair(naam)}: {stroom(waarde)}"
            return self.tekst[:plaats] + nieuw + self.tekst[plaats:]
        return self._na(self._eind(kinderen[-1]), blok({naam: waarde}, self._diepte(ouder)))

    def nieuw_item(self, sleutel: Sleutel, aantal: int, item: Boom) -> str:
        """The text with an item behind the last of a list."""
        laatste = self._eind((*sleutel, aantal - 1))
        if self._in_stroom((*sleutel, 0)):
            return self.tekst[:laatste] + ", " + stroom(item) + self.tekst[laatste:]
        return self._na(laatste, blok([item], self._diepte(sleutel)))

    def _na(self, plaats: int, regels: list[str]) -> str:
        einde = self._regeleinde(plaats)
        return self.tekst[:einde] + "\n" + "\n".join(regels) + self.tekst[einde:]
