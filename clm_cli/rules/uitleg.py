"""Floor 5, uitleg: the page of every code: of the rules, and of what is refused while reading."""

from __future__ import annotations

from clm_cli.derivations.opzij import VERVALLEN
from clm_cli.meldingen import LEESTITELS
from clm_cli.rules.boek import REGELS, REGIMEREGELS, regel
from clm_cli.rules.gitcodes import GITCODES
from clm_cli.rules.regime.bron import BRONCODES
from clm_cli.woorden import met_hoofdletter

LEESCODES: dict[str, str] = {
    "REC100": "een bestand staat op een plaats waar clm het niet kent",
    "REC101": "een verplichte sleutel ontbreekt",
    "REC102": "een sleutel die hier niet bestaat",
    "REC103": "hier hoort een lijst",
    "REC104": "hier horen sleutels met waarden",
    "REC105": "hier hoort tekst",
    "REC106": "de bestandsnaam en de datum van een feit verschillen",
    "REC107": "een woord dat hier niet kan",
    "REC110": "een waarde is leeg",
    "REC111": "tekst hoort op één regel",
    "REC112": "geen datum",
    "REC113": "geen tijd",
    "REC114": "geen moment met tijdzone",
    "REC116": "geen bedrag",
    "REC117": "geen getal",
    "REC118": "geen heel getal",
    "REC119": "geen termijn",
    "REC120": "geen periode",
    "REC121": "geen naam of kenmerk",
    "REC122": "geen verwijzing",
    "REC123": "geen KvK-nummer",
    "REC124": "geen AGB-code",
    "REC125": "geen postcode",
    "REC126": "geen e-mailadres",
    "REC127": "geen telefoonnummer",
    "REC128": "geen sha256",
    "REC131": "geen pad binnen het dossier",
    "REC132": "geen vindplaats van een bepaling",
    "REC141": "een stuk zonder bestand of vindplaats",
    "REC142": "een correctie zonder inhoud",
    "REC143": "een verplichting met twee manieren van terugkomen",
    "REC144": "een antwoorddag zonder antwoord",
    "REC145": "de fasen van een contract staan niet op volgorde",
    "REC146": "een aanbieder zonder naam of contractmanager",
    "REC147": "een cijfer dat er half is",
    "REC148": "een aanwezige zonder of met twee namen, of wat er wel en niet zou zijn",
    "REC155": "geen geldig rekeningnummer (IBAN)",
    "DOS250": "een stuk ontbreekt",
    "DOS251": "van een stuk is geen sha256 vastgelegd",
    "DOS252": "een stuk is veranderd",
    "DOS253": "een verzegelde kaart is gewijzigd",
}
"""Codes that are given while reading, with their titles."""
SJABLOONCODES: dict[str, tuple[str, str]] = {
    "BRF591": (
        "een eigen sjabloon klopt niet",
        (
            "Een sjabloon in sjablonen/ kan niet worden gelezen, of noemt een naam, filter of "
            "ander sjabloon dat er niet is.\nDe brief kan dan niet worden gemaakt. clm sjabloon "
            "toon NAAM laat zien welke namen er zijn; haalt u het bestand weg,\ndan geldt het "
            "sjabloon van clm weer."
        ),
    ),
    "BRF592": (
        "het briefpapier klopt niet",
        (
            "Het Word-bestand met uw briefpapier heeft een veld dat clm niet kent, mist {{ inhoud "
            "}}, is geen A4 of bevat macro's.\nEen veld is alleen een naam tussen dubbele "
            "accolades, zoals {{ datum }}, op één regel. Een stijl die ontbreekt is "
            "ter\ninformatie: clm gebruikt daar zijn eigen voor. clm sjabloon briefpapier maakt "
            "een begin waarin alles staat."
        ),
    ),
}
"""Codes of `clm sjabloon controleer`, with their titles and pages."""
_EIGEN = {**SJABLOONCODES, **GITCODES, **BRONCODES}


def alle() -> list[tuple[str, str]]:
    """Every code with its title, in order."""
    rijen = {
        **LEESTITELS,
        **LEESCODES,
        **{code: titel for code, (titel, _) in _EIGEN.items()},
        **{rij.code: rij.titel for rij in (*REGELS, *REGIMEREGELS)},
        **{code: f"vervallen; dit meldt nu {nieuw}" for code, nieuw in VERVALLEN.items()},
    }
    return sorted(rijen.items())


def bladzijde(code: str) -> str | None:
    """The page of a code; None when there is no such code."""
    gevonden = regel(code)
    if gevonden is not None:
        return f"{gevonden.code} ({gevonden.ernst})  {gevonden.bladzijde}"
    if nieuw := VERVALLEN.get(code.upper()):
        return f"{code.upper()} is vervallen; dit meldt nu {nieuw}.\n\n{bladzijde(nieuw)}"
    if eigen := _EIGEN.get(code.upper()):
        return f"{code.upper()}  {met_hoofdletter(eigen[0])}.\n\n{eigen[1]}"
    titel = dict(alle()).get(code.upper())
    if titel is None:
        return None
    return (
        f"{code.upper()} (fout)  {met_hoofdletter(titel)}.\n\nDeze melding komt bij het "
        "lezen van een bestand. De melding zelf noemt bestand, regel en kolom, wat er staat "
        "en\nwat er hoort. Het bestand telt niet mee tot het is verbeterd; alle andere bestanden "
        "wel."
    )
