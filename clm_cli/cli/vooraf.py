"""Floor 8, vooraf: what was said and cannot be, refused before anything is asked or written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from clm_cli.commands.optiewaarden import optienaam
from clm_cli.derivations.namen import AL_ER, Geen, Waar, kies, namen_van
from clm_cli.meldingen import ClmFout
from clm_cli.records.basis import Deel
from clm_cli.records.vorm import EIGENNAMEN, Veld, velden
from clm_cli.woorden import bedoelt, kort


def weiger_vooraf(model: type[Deel], boom: Mapping[str, object], waar: Waar | None = None) -> None:
    """What was said and cannot be is refused before anybody answers the questions beside it."""
    weiger_onbekend(model, boom, waar)
    for veld, waarde in _gezegd(model, boom):
        if veld.keuzes and waarde not in veld.keuzes:
            raise ClmFout(
                f"{optienaam(veld)}: '{kort(waarde)}' staat er niet bij.",
                nu=f"kies uit {', '.join(veld.keuzes)}",
            )
        if reden := veld.mis(waarde):
            raise ClmFout(f"{optienaam(veld)}: {reden.rstrip('.')}.")


def weiger_onbekend(
    model: type[Deel],
    boom: Mapping[str, object],
    waar: Waar | None,
    soorten: frozenset[str] = AL_ER,
    optie: str = "",
) -> None:
    """A name that nothing has is told as that: that it is no id helps nobody.

    In a part that is so of what has a proper name (`soorten`, behind `optie`).
    """
    for veld, waarde in _gezegd(model, boom):
        namen = namen_van(waar, veld.naar) if waar and veld.naar in soorten else {}
        if namen and isinstance(kies(namen, waarde, veld.naar), Geen):
            plek = f"{optie}, {veld.naam}" if optie else optienaam(veld)
            raise ClmFout(
                f"{plek}: '{kort(waarde)}' past op geen {veld.naar}.", nu=bedoelt(waarde, namen)
            )
    for veld in velden(model):
        rij = boom.get(veld.naam) if veld.deel else None
        for deel in rij if isinstance(rij, list) else [rij]:
            if veld.deel and isinstance(deel, Mapping):
                weiger_onbekend(veld.deel, deel, waar, EIGENNAMEN, optie or optienaam(veld))


def _gezegd(model: type[Deel], boom: Mapping[str, object]) -> Iterator[tuple[Veld, str]]:
    """Every value that was said of a field that is no part."""
    for veld in velden(model):
        gezegd = boom.get(veld.naam)
        rij = gezegd if veld.veel and isinstance(gezegd, list) else [gezegd]
        if not veld.deel and all(isinstance(waarde, str) for waarde in rij):
            yield from ((veld, str(waarde)) for waarde in rij)
