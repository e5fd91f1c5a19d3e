"""Floor 7, lezen: the text of one letter, of ours or of theirs, to read without another program."""

from __future__ import annotations

from clm_cli.advies import opdracht
from clm_cli.commands.brieven.bestand import om_te_lezen
from clm_cli.commands.dingen import kies_een
from clm_cli.commands.documenten import laatste_stuk
from clm_cli.commands.werk import Werk
from clm_cli.dossier import Brief
from clm_cli.meldingen import ClmFout
from clm_cli.records.brief import Binnengekomen


def lees_voor(werk: Werk, dossier: str, naam: str | None) -> str:
    """The Markdown of a letter of ours where it lies there, else the text of the document."""
    eigen = werk.dossier(dossier)
    brief = kies_een(eigen, Brief, naam)
    kaart = brief.kaart.record
    namen = [kaart.document.bestand if kaart.document else None]
    namen += [f.record.document.bestand for f in brief.van(Binnengekomen)]
    if kaart.richting != "inkomend":
        gemaakt = laatste_stuk(werk, brief.pad, "brief", "md")
        namen.insert(0, gemaakt.naam if gemaakt else None)
    for bestand in namen:
        if bestand and (tekst := om_te_lezen(werk.wortel, werk.wortel / brief.pad / bestand)):
            return tekst
    raise ClmFout(
        f"Bij {brief.id} ligt geen stuk met tekst; een scan is een beeld.",
        nu=opdracht("brief", "lijst", eigen.id),
    )
