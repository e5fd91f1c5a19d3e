"""Floor 8, opdrachten_cijfers: the commands by which figures come in, and are asked for."""

CIJFERS = (
    ("cijfers", "", "Cijfers uit een bestand, en wat er nog van moet komen."),
    (
        "cijfers inlezen",
        "cijfers:inlezen",
        "Leest cijfers uit een werkblad zoals het binnenkwam: één feit per aanbieder.",
        (
            "Zoekt eerst naar persoonsgegevens, toont wat elk cijfer wordt en vraagt door. "
            "Wat er al staat, blijft; wat anders is, is een herziening met een reden."
        ),
    ),
    (
        "cijfers opvragen",
        "cijfers:opvragen",
        "Maakt per aanbieder een verzoek om cijfers: een tekst en een werkblad om in te vullen.",
        ("Zonder DOSSIER voor alle aanbieders; zonder --periode wat er al had moeten zijn."),
    ),
    ("meting", "", "Legt cijfers over een periode vast, met de hand of uit een bestand."),
    ("meting meting", "feiten:OPDRACHTEN", "Legt cijfers over een periode vast."),
    (
        "meting importeren",
        "cijfers:inlezen",
        "De andere naam van cijfers inlezen: leest cijfers uit een werkblad.",
    ),
)
"""Words, `module:name`, the sentence of the help page, and what stands below it."""
