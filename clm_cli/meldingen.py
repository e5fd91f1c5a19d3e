"""Floor 0, meldingen: a place in the record, a reason, a finding, and the one error."""

from __future__ import annotations

import errno
from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum
from typing import Any

from clm_cli.value import value
from clm_cli.woorden import kort

Sleutel = tuple[str | int, ...]
"""The path of keys and list positions to a value inside one file, from its root."""


AL_VAST = "; staat dit al vast: "
"""Between what helps while something is not recorded, and the correction once it is."""


class Ernst(StrEnum):
    """How serious a melding is; only FOUT and WAARSCHUWING make a check fail."""

    FOUT = "fout"
    WAARSCHUWING = "waarschuwing"
    INFO = "info"


@value
class Plek:
    """A place in the record.

    `pad` is relative to the register, with forward slashes; `sleutel` is the key path inside the
    file. `regel` and `kolom` count from 1 and are filled in by whoever holds the positions; rooms
    above the files never know them.
    """

    pad: str
    sleutel: Sleutel = ()
    regel: int | None = None
    kolom: int | None = None
    nieuw: bool = False
    """Whether the file is only proposed: then nobody can open it."""

    @property
    def in_woorden(self) -> str:
        """'de-klaproos/plan.yaml:3:1'; in a file that is not there 'de-klaproos, acties 2'."""
        if self.pad.endswith("/"):
            return self.pad  # a folder has no lines
        if not self.nieuw:
            return f"{self.pad}:{self.regel or 1}:{self.kolom or 1}"
        delen = [str(d + 1) if isinstance(d, int) else d.replace("_", " ") for d in self.sleutel]
        return ", ".join(filter(None, (self.pad.partition("/")[0], " ".join(delen))))


@value
class Reden:
    """One fact that a conclusion rests on (*omdat*), with its place when it stands in a file."""

    tekst: str
    plek: Plek | None = None


@value
class Melding:
    """What a check found, and where.

    It has a permanent code, its severity, its place, a Dutch text, the reasons, the clause, and the
    command that helps.
    """

    code: str
    ernst: Ernst
    plek: Plek | None
    tekst: str
    omdat: tuple[Reden, ...] = ()
    grond: str | None = None
    nu: str | None = None

    def van_voorstel(self) -> Melding:
        """The same on a file that is only proposed: there is nothing yet to correct."""
        if self.plek is None:
            return self
        nu = self.nu
        if nu and AL_VAST in nu:
            nu = nu.partition(AL_VAST)[0]
        elif nu and nu.startswith("clm correctie "):
            nu = None
        return replace(self, plek=replace(self.plek, nieuw=True), nu=nu)


class ClmFout(Exception):  # noqa: N818 - the one error of the tool, named in the words of its users
    """An impossible or refused request: nothing was written.

    The CLI prints it and ends with exit code 2. `reden` is the sentence for who goes on with it.
    """

    def __init__(
        self, tekst: str, nu: str | None = None, meldingen: tuple[Melding, ...] = ()
    ) -> None:
        """`tekst` says in Dutch what is wrong, `meldingen` where, `nu` which command helps."""
        super().__init__(tekst)
        self.tekst = self.reden = tekst
        self.nu = nu
        self.meldingen = meldingen


class Geweigerd(ClmFout):
    """The refusal of what was to be written, that says so: the one place of that sentence."""

    def __init__(
        self,
        reden: str,
        nu: str | None = None,
        meldingen: tuple[Melding, ...] = (),
        regels: Iterable[str] = (),
    ) -> None:
        """`reden` is why, with or without its last point; `regels` stand below it."""
        los = not reden or reden.endswith((".", "?", "!"))
        slot = " Er is niets geschreven." if los else "; er is niets geschreven."
        eronder = (f"  {regel}" for regel in regels)
        super().__init__("\n".join([f"{reden}{slot}".lstrip(), *eronder]), nu, meldingen)
        self.reden = reden


class Afgebroken(Geweigerd):
    """Who was asked for something stopped there: exit code 130; what was typed can be kept."""

    def __init__(self) -> None:
        """It has one sentence."""
        super().__init__("Afgebroken")
        self.getypt: dict[str, Any] = {}
        """What was typed of a field that is not whole yet."""


class NietAf(ClmFout):
    """Something was written, and what had to follow failed: exit code 3.

    It names what is on the disk; who gives the same again would record it twice.
    """

    def __init__(self, tekst: str, nu: str | None = None, *, feit: bool = True) -> None:
        """`feit` says whether all that was asked for is there."""
        super().__init__(tekst, nu)
        self.feit = feit


class Ingehaald(Exception):  # noqa: N818 - no error: the command is done again
    """Somebody changed the register since it was read, and nothing was written yet."""


_NETWERK = frozenset(
    (errno.ESTALE, errno.ETIMEDOUT, errno.ENOTCONN, errno.EHOSTDOWN, errno.EHOSTUNREACH)
)
"""What a disk elsewhere says when it is away for a moment, or was."""
_OORZAKEN = {
    **dict.fromkeys(_NETWERK, "de netwerkschijf gaf geen antwoord"),
    errno.ENOENT: "het is er niet",
    errno.EACCES: "u mag er niet bij",
    errno.EPERM: "u mag dit niet",
    errno.EISDIR: "het is een map",
    errno.ENOTDIR: "in het pad staat een bestand waar een map hoort",
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "uw schijfruimte is op",
    errno.EROFS: "er kan daar niet worden geschreven",
    errno.EFBIG: "het bestand is te groot",
    errno.EEXIST: "het is er al",
    errno.ELOOP: "het is een koppeling",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.EIO: "de schijf gaf een fout",
    errno.ENODEV: "het is geen gewoon bestand",
    errno.ENXIO: "het is geen gewoon bestand",
}


SCHIJF = frozenset(
    {*_NETWERK, errno.EIO, errno.EINTR, errno.EBUSY, errno.ENOMEM, errno.EMFILE, errno.ENFILE}
)
"""What may be over at once: what was not read then may well be there."""
ONWIL = frozenset({*_OORZAKEN, *SCHIJF}) - {errno.ENOENT, errno.EEXIST}
"""What a disk or a system does, whatever clm asks of it."""


def oorzaak(fout: OSError) -> str:
    """Why a file could not be read or written, in Dutch where clm knows what the system says."""
    return (
        _OORZAKEN.get(fout.errno or 0)
        or f"het systeem meldt '{fout.strerror or type(fout).__name__}'"
    )


LEESTITELS: dict[str, str] = {
    "YML001": "het bestand is niet te lezen",
    "YML002": "het bestand is te groot",
    "YML003": "het bestand is geen UTF-8",
    "YML004": "een teken dat hier niet mag",
    "YML005": "een samenvoeging van git is niet afgemaakt",
    "YML006": "te diep genest",
    "YML007": "te veel onderdelen",
    "YML008": "een te lange tekst",
    "YML009": "meer dan één document",
    "YML010": "geen sleutels met waarden",
    "YML011": "een sleutel komt twee keer voor",
    "YML012": "een anker of alias",
    "YML013": "een YAML-type",
    "YML014": "een samenvoegsleutel",
    "YML015": "een YAML-aanwijzing",
    "YML016": "een sleutel die geen gewone tekst is",
    "YML017": "een aanhalingsteken dat niet sluit",
    "YML018": "een tab als inspringing",
    "YML019": "geen leesbare YAML",
    "YML020": "een dubbele punt in een waarde",
    "YML021": "een bijzonder teken vooraan",
    "YML022": "een leeg bestand",
    "YML023": "een haak die niet sluit",
    "YML024": "een regel zonder dubbele punt",
    "YML025": "een hekje dat de rest verbergt",
}
"""The permanent codes of what is no readable YAML, with their titles."""


def een_waarde(optie: str, eerst: str, daarna: str) -> None:
    """Refuse another value of an option that has one: which was meant, nobody knows."""
    if eerst != daarna:
        raise ClmFout(
            f"{optie} staat er twee keer: met '{kort(eerst)}' en met '{kort(daarna)}'.",
            nu="geef het één keer",
        )
