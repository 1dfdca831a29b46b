"""Ce qui peut clocher dans une valeur, une ligne ou un fichier, dit en français."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pydantic import ValidationError

VIDE = "la case est obligatoire, et vide"

# Ce que pydantic dit lui-même, en anglais : ses types d'erreur, la règle du standard et notre phrase.
_TRADUITES = {
    "missing": ("obligatoire", VIDE),
    "list_type": ("type", "il faut une liste de valeurs"),
    "json_invalid": ("donnees-illisibles", "le texte ne se lit pas comme du JSON"),
    "model_type": ("type", "il faut un objet, avec une propriété par colonne"),
}


@dataclass(frozen=True)
class Erreur:
    """Une valeur qui n'a pas pu être lue : dans quelle colonne, laquelle, et pourquoi."""

    champ: str
    """Nom de la colonne ; vide quand toute la ligne est en cause."""
    valeur: str
    """Le texte tel qu'il a été lu."""
    regle: str
    """Identifiant stable de la règle : `obligatoire`, `motif`, `vocabulaire`…"""
    message: str
    """Ce qui ne va pas."""

    def __str__(self) -> str:
        return f"{self.champ} : {self.message}" if self.champ else self.message


class ErreurLieu(ValueError):
    """Un lieu que le standard refuse, avec une erreur par valeur en défaut."""

    def __init__(self, erreurs: Iterable[Erreur]) -> None:
        self.erreurs = tuple(erreurs)
        super().__init__("\n".join(str(erreur) for erreur in self.erreurs))


class ErreurLigne(ErreurLieu):
    """Une ligne de fichier que le standard refuse."""

    def __init__(self, ligne: int, erreurs: Iterable[Erreur]) -> None:
        super().__init__(erreurs)
        self.ligne = ligne
        """Numéro de la ligne, tel que le montre un tableur : l'en-tête est la ligne 1."""

    def __str__(self) -> str:
        return "\n  ".join([f"ligne {self.ligne}", *(str(erreur) for erreur in self.erreurs)])


class ErreurFichier(ValueError):
    """Un fichier qui ne se lit pas du tout : mauvais encodage, en-tête qui n'est pas celui du standard."""


def erreurs_de(echec: ValidationError) -> list[Erreur]:
    """Les erreurs de pydantic, en français : une par valeur en défaut."""
    erreurs: list[Erreur] = []
    for detail in echec.errors(include_url=False):
        champ = str(detail["loc"][0]) if detail["loc"] else ""
        regle, message = _TRADUITES.get(detail["type"], (detail["type"], detail["msg"]))
        valeur = "" if detail["type"] == "missing" else str(detail["input"])
        erreurs.append(Erreur(champ, valeur, regle, message))
    return erreurs
