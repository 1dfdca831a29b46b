"""Une ligne de fichier : le passage entre un lieu et ses cases."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar, Literal, cast

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import PydanticCustomError

from .controle import Texte
from .erreur import Erreur, ErreurLieu, erreurs_de

if TYPE_CHECKING:
    from typing_extensions import Self

_NOMBRE = re.compile(r"-?[0-9]+(?:\.[0-9]+)?", re.ASCII)
_ENTIER = re.compile(r"-?[0-9]+", re.ASCII)
_OUI = ("true", "True", "TRUE", "1")
_NON = ("false", "False", "FALSE", "0")


@dataclass(frozen=True)
class Champ:
    """Un champ du standard."""

    nom: str
    """Nom de la colonne."""
    attribut: str
    """Nom de l'attribut de `Lieu`, le même sauf quand Python n'en veut pas."""
    titre: str
    """Titre pour les personnes."""
    obligatoire: bool = False
    """Vrai si la case doit être remplie."""
    separateur: str | None = None
    """Le signe entre les valeurs, si la case est une liste."""
    fermee: bool = False
    """Vrai si seules les valeurs d'une liste sont permises."""
    nature: Literal["texte", "nombre", "entier", "oui_non"] = "texte"
    """Ce que Python garde d'une valeur ; les dates et les valeurs d'une liste se lisent comme des textes."""
    controle: Texte | None = None
    """Ce que le texte de la case doit être de plus, quand ce qui en est gardé n'est plus un texte."""

    @property
    def multiple(self) -> bool:
        """Vrai si la case est une liste."""
        return self.separateur is not None


class Ligne(BaseModel):
    """Ce que tout lieu sait faire ; ses champs viennent du standard."""

    model_config = ConfigDict(populate_by_name=True, protected_namespaces=(), validate_assignment=True)

    CHAMPS: ClassVar[tuple[Champ, ...]] = ()
    MANQUANTES: ClassVar[tuple[str, ...]] = ()

    @classmethod
    def depuis_cases(cls, cases: Mapping[str, str]) -> Self:
        """Lit un lieu dans des cases, par nom de colonne ; une case absente est vide.

        Lève `ErreurLieu`, qui dit d'un coup toutes les cases en défaut. Entre deux séparateurs, une valeur vide ou
        répétée n'est gardée qu'une fois, puisque le standard la déconseille sans la refuser ; dans une liste fermée,
        une valeur vide est refusée.
        """
        erreurs: dict[str, Erreur] = {}
        valeurs: dict[str, object] = {}
        for champ in cls.CHAMPS:
            texte = cases.get(champ.nom, "")
            if texte == "" or texte in cls.MANQUANTES:
                continue
            try:
                valeurs[champ.nom] = _lire(champ, texte)
            except _CaseRefusee as refus:
                erreurs[champ.nom] = Erreur(champ.nom, texte, refus.regle, refus.message)
        lieu: Self | None = None
        try:
            lieu = cls.model_validate(valeurs)
        except ValidationError as echec:
            for erreur in erreurs_de(echec):
                erreurs.setdefault(erreur.champ, erreur)
        if lieu is None or erreurs:
            raise ErreurLieu(erreurs[champ.nom] for champ in cls.CHAMPS if champ.nom in erreurs)
        return lieu

    def cases(self) -> dict[str, str]:
        """Les cases du lieu, par nom de colonne et dans l'ordre du fichier ; une case vide est un texte vide.

        Lève `ErreurLieu` pour ce qui ne se relirait pas à l'identique, plutôt que de le perdre : un séparateur dans
        une valeur, une liste modifiée sans contrôle.
        """
        cases = {champ.nom: _ecrire(champ, getattr(self, champ.attribut)) for champ in self.CHAMPS}
        relu = self.depuis_cases(cases)
        changes = [champ for champ in self.CHAMPS if getattr(relu, champ.attribut) != getattr(self, champ.attribut)]
        if changes:
            message = "cette valeur ne se relirait pas à l'identique dans un fichier CSV"
            raise ErreurLieu(Erreur(champ.nom, cases[champ.nom], "ecriture", message) for champ in changes)
        return cases

    @classmethod
    def depuis_json(cls, texte: str | bytes) -> Self:
        """Lit un lieu écrit en JSON. Lève `ErreurLieu`, en français, quand le standard le refuse."""
        try:
            return cls.model_validate_json(texte)
        except ValidationError as echec:
            raise ErreurLieu(erreurs_de(echec)) from None

    def en_json(self) -> str:
        """Le lieu en JSON, sur une ligne, sans ses champs vides : il suit le schéma JSON du standard."""
        return self.model_dump_json(by_alias=True, exclude_defaults=True)


class _CaseRefusee(Exception):
    def __init__(self, regle: str, message: str) -> None:
        super().__init__(message)
        self.regle, self.message = regle, message


def _lire(champ: Champ, texte: str) -> object:
    """Le contenu d'une case remplie, que le type du champ contrôlera."""
    if champ.separateur is None:
        return _valeur(champ, texte)
    parties = texte.split(champ.separateur)
    if champ.fermee and "" in parties:
        raise _CaseRefusee("partie-vide", f"il manque une valeur entre deux séparateurs : « {texte} »")
    return list(dict.fromkeys(_valeur(champ, partie) for partie in parties if partie))


def _valeur(champ: Champ, texte: str) -> object:
    if champ.controle is not None:
        try:
            champ.controle.lire(texte)
        except PydanticCustomError as refus:
            raise _CaseRefusee(refus.type, refus.message()) from None
    match champ.nature:
        case "texte":
            return texte
        case "nombre":
            if _NOMBRE.fullmatch(texte):
                return float(texte)
            raise _CaseRefusee("nombre", f"« {texte} » n'est pas un nombre")
        case "entier":
            if _ENTIER.fullmatch(texte):
                return int(texte)
            raise _CaseRefusee("nombre", f"« {texte} » n'est pas un nombre entier")
        case "oui_non":
            if texte in _OUI or texte in _NON:
                return texte in _OUI
            raise _CaseRefusee("type", f"« {texte} » ne se lit ni comme vrai ni comme faux")


def _ecrire(champ: Champ, valeur: object) -> str:
    if valeur is None:
        return ""
    if isinstance(valeur, list):
        return (champ.separateur or "").join(_texte(partie) for partie in cast("list[object]", valeur))
    return _texte(valeur)


def _texte(valeur: object) -> str:
    if isinstance(valeur, bool):
        return "true" if valeur else "false"
    if isinstance(valeur, float):
        # Jamais d'exposant, que le standard ne lit pas, ni de décimale inutile.
        return f"{Decimal(repr(valeur)):f}".removesuffix(".0")
    return valeur.isoformat() if isinstance(valeur, datetime.date) else str(valeur)
