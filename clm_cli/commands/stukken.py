"""Floor 7, stukken: documents that a fact names: their hashes, their text, and taking them in."""

from __future__ import annotations

import hashlib
from pathlib import Path

from clm_cli.deur import lees_waar, map_in
from clm_cli.meldingen import ClmFout, Geweigerd, oorzaak
from clm_cli.records.basis import Deel
from clm_cli.records.vorm import velden
from clm_cli.value import value
from clm_cli.voorstel import NieuwStuk


@value
class Registerstukken:
    """The documents in the folders of a register, and those at a path that was typed."""

    wortel: Path

    def sha256(self, map_: str, naam: str, *, getypt: bool = False) -> str | None:
        """The sha256 of a document; None when it is not there."""
        pad = self._pad(map_, naam, getypt=getypt)
        try:
            return hashlib.sha256(lees_waar(self.wortel, pad)).hexdigest()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as fout:
            raise _onleesbaar(naam, fout) from None

    def namen(self, map_: str) -> tuple[str, ...]:
        """The names of the files in a folder; none when it is not there."""
        try:
            with map_in(self.wortel, map_) as plek:
                return tuple(ding.name for ding in plek.ernaast())
        except (FileNotFoundError, NotADirectoryError):
            return ()
        except OSError as fout:
            raise _onleesbaar(map_, fout) from None

    def tekst(self, map_: str, naam: str, *, getypt: bool = False) -> str:
        """The text of a letter, empty when it is a picture."""
        # Word and PDF, for a letter: all that is written may bring documents, and little brings one
        from clm_cli.commands.brieven.bestand import lees_brief

        return lees_brief(self.wortel, self._pad(map_, naam, getypt=getypt)).tekst

    def _pad(self, map_: str, naam: str, *, getypt: bool) -> Path:
        return Path(naam) if getypt and Path(naam).is_file() else self.wortel / map_ / naam


def neem_op(
    wortel: Path, model: type[Deel], boom: dict[str, object], map_: str
) -> tuple[dict[str, object], tuple[NieuwStuk, ...]]:
    """The fact with the documents that were named by their path in its folder, with their sha256.

    Returns what was said with those documents as parts, and the documents to write.
    """
    nieuw: list[NieuwStuk] = []
    klaar = dict(boom)
    for veld in velden(model):
        if veld.is_stuk and veld.naam in boom:
            waarde = boom[veld.naam]
            rijen = [
                _stuk(wortel, een, map_, nieuw) if isinstance(een, str) else een
                for een in (waarde if isinstance(waarde, list) else [waarde])
            ]
            klaar[veld.naam] = rijen if veld.veel else rijen[0]
    return klaar, tuple(nieuw)


def lees(wortel: Path, bron: Path, getypt: str, anders: str = "") -> bytes:
    """The bytes of a document, by the path that was typed; `anders` is what else would do."""
    try:
        return lees_waar(wortel, bron)
    except OSError as fout:
        raise _onleesbaar(getypt, fout, anders) from None


def _onleesbaar(wat: str, fout: OSError, anders: str = "") -> ClmFout:
    """What cannot be read is not taken for nothing."""
    return Geweigerd(
        f"{wat} is niet te lezen: {oorzaak(fout)}", nu=f"noem het pad van het bestand{anders}"
    )


def _stuk(wortel: Path, pad: str, map_: str, nieuw: list[NieuwStuk]) -> dict[str, str]:
    bron = Path(pad) if Path(pad).is_file() else wortel / map_ / pad
    inhoud = lees(wortel, bron, pad, "; van een groot stuk volstaat de vindplaats")
    doel = f"{map_}/{bron.name}"
    if (wortel / doel).absolute() != bron.absolute():
        nieuw.append(NieuwStuk(doel, inhoud))
    return {"bestand": bron.name, "sha256": hashlib.sha256(inhoud).hexdigest()}
