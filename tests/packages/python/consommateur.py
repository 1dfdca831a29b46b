"""A program that uses the package, as type checkers must see it: what is wrong is marked, and the mark is needed."""

import datetime
from collections.abc import Iterator

from lieux_mediation_numerique import (
    CHAMPS,
    COLONNES,
    Erreur,
    ErreurLieu,
    ErreurLigne,
    FraisACharge,
    Lieu,
    Services,
    Typologie,
    ecrire_csv,
    lire_csv,
)


def lieu() -> Lieu:
    return Lieu(
        id="a",
        pivot="00000000000000",
        nom="A",
        commune="A",
        code_postal="75001",
        adresse="1 rue A",
        date_maj=datetime.date(2026, 1, 1),
        latitude=48,
        services=[Services.AIDE_DEMARCHES_ADMINISTRATIVES],
        typologie=[Typologie.CS, "AUTRE"],
    )


def erreurs(lues: Iterator[Lieu | ErreurLigne]) -> list[Erreur]:
    return [erreur for lue in lues if isinstance(lue, ErreurLigne) for erreur in lue.erreurs]


def noms(chemin: str) -> list[str]:
    return [lue.nom for lue in lire_csv(chemin) if not isinstance(lue, ErreurLigne)]


def definitions(un: Lieu) -> dict[str, str]:
    return {service.code: service.definition for service in un.services}


nombre: float | None = lieu().latitude
jour: datetime.date = lieu().date_maj
payant: FraisACharge = FraisACharge.depuis_code("payant")
autre: FraisACharge | None = payant.remplacee_par
colonnes: tuple[str, ...] = COLONNES
titres: list[str] = [champ.titre for champ in CHAMPS if champ.obligatoire]
ecrire_csv("lieux.csv", [lieu()])
try:
    Lieu.depuis_cases({"id": "a"})
except ErreurLieu as echec:
    regles: list[str] = [erreur.regle for erreur in echec.erreurs]

Lieu(id="a")  # type: ignore[call-arg]
lieu().services = ["Aide aux démarches administratives"]  # type: ignore[list-item]
lieu().date_maj = "2026-01-01"  # type: ignore[assignment]
Services.AIDE  # type: ignore[attr-defined]
lieu().ville  # type: ignore[attr-defined]
nom_de_service: Services = "Gratuit"  # type: ignore[assignment]
