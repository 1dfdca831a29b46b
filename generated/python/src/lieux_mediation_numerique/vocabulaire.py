"""Ce que les listes de valeurs ont en commun."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from .proche import proche

if TYPE_CHECKING:
    from typing_extensions import Self


@dataclass(frozen=True)
class Fiche:
    """Ce que le standard dit d'une valeur."""

    code: str
    definition: str
    depuis: str
    depreciee: str | None = None
    remplacee_par: str | None = None
    alias: tuple[str, ...] = ()


class Vocabulaire(str, Enum):
    """Une liste de valeurs : chaque membre est le texte échangé dans les fichiers, nommé d'après son code."""

    def __str__(self) -> str:
        return self.libelle

    def __format__(self, format_spec: str) -> str:
        return format(self.libelle, format_spec)

    @property
    def libelle(self) -> str:
        """Le texte échangé dans les fichiers."""
        return str.__str__(self)

    @property
    def code(self) -> str:
        """L'identifiant stable, qui ne change jamais, même quand le libellé est corrigé."""
        return _fiche(self).code

    @property
    def definition(self) -> str:
        """Ce que la valeur veut dire."""
        return _fiche(self).definition

    @property
    def depuis(self) -> str:
        """La première version du standard qui a cette valeur."""
        return _fiche(self).depuis

    @property
    def depreciee(self) -> str | None:
        """La version depuis laquelle la valeur ne devrait plus être écrite, s'il y en a une."""
        return _fiche(self).depreciee

    @property
    def remplacee_par(self) -> Self | None:
        """La valeur à écrire à la place de celle-ci, s'il y en a une."""
        code = _fiche(self).remplacee_par
        return None if code is None else type(self).depuis_code(code)

    @classmethod
    def depuis_code(cls, code: str) -> Self:
        """La valeur qui a ce code. Lève `ValueError` quand aucune ne l'a."""
        for membre in cls:
            if membre.code == code:
                return membre
        raise ValueError(f"« {code} » n'est pas un code de {_LISTES[cls].nom}")

    @classmethod
    def reconnaitre(cls, texte: str) -> Self:
        """La valeur écrite ainsi, ou d'une autre manière vue dans de vrais fichiers.

        Lève `ValueError` quand aucune ne l'est. Lire un fichier est plus strict : seul le libellé exact y est accepté.
        """
        membre = exacte(cls, texte) or _autrement(cls, texte)
        if membre is None:
            raise ValueError(inconnue(cls, texte))
        return membre

    @classmethod
    def _missing_(cls, value: object) -> Self:
        raise ValueError(inconnue(cls, str(value)))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        def lire(valeur: object) -> Vocabulaire:
            membre = exacte(cls, valeur)
            if membre is None:
                raise PydanticCustomError("vocabulaire", "{message}", {"message": inconnue(cls, str(valeur))})
            return membre

        return core_schema.no_info_plain_validator_function(lire)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": "string", "enum": [membre.libelle for membre in cls]}


V = TypeVar("V", bound=Vocabulaire)


@dataclass(frozen=True)
class _Liste:
    nom: str
    fiches: dict[str, Fiche]


_LISTES: dict[type[Vocabulaire], _Liste] = {}


def decrire(liste: type[Vocabulaire], nom: str, fiches: Iterable[Fiche]) -> None:
    """Donne à chaque valeur d'une liste sa fiche ; les deux vont dans le même ordre."""
    _LISTES[liste] = _Liste(nom, {membre.libelle: fiche for membre, fiche in zip(liste, fiches, strict=True)})


def exacte(liste: type[V], valeur: object) -> V | None:
    """La valeur écrite ainsi, à la lettre."""
    if isinstance(valeur, liste):
        return valeur
    return liste(valeur) if isinstance(valeur, str) and valeur in _LISTES[liste].fiches else None


def inconnue(liste: type[Vocabulaire], texte: str) -> str:
    """Ce que l'on dit d'un texte qui n'est pas dans la liste."""
    voisine = _autrement(liste, texte) or proche(texte, (membre.libelle for membre in liste))
    conseil = f" ; vouliez-vous écrire « {voisine} » ?" if voisine else ""
    return f"« {texte} » n'est pas une valeur de {_LISTES[liste].nom}{conseil}"


def _autrement(liste: type[V], texte: str) -> V | None:
    """La valeur dont c'est une autre écriture connue."""
    return next((membre for membre in liste if texte in _fiche(membre).alias), None)


def _fiche(membre: Vocabulaire) -> Fiche:
    return _LISTES[type(membre)].fiches[membre.libelle]
