"""Les colonnes d'un fichier."""

from .ligne import Champ

VERSION = "1.1.0"
"""La version du standard."""

DELIMITEUR = ","
"""Le signe entre les cases."""

GUILLEMET = '"'
"""Le signe autour des cases qui en ont besoin."""

SEPARATEUR = "|"
"""Le signe entre les valeurs d'une même case."""

COLONNES = (
    "id",
    "pivot",
    "nom",
    "commune",
    "code_postal",
    "code_insee",
    "adresse",
    "complement_adresse",
    "latitude",
    "longitude",
    "typologie",
    "telephone",
    "courriels",
    "site_web",
    "horaires",
    "presentation_resume",
    "presentation_detail",
    "source",
    "itinerance",
    "structure_parente",
    "date_maj",
    "services",
    "publics_specifiquement_adresses",
    "prise_en_charge_specifique",
    "frais_a_charge",
    "dispositif_programmes_nationaux",
    "formations_labels",
    "autres_formations_labels",
    "modalites_acces",
    "modalites_accompagnement",
    "fiche_acces_libre",
    "prise_rdv",
)
"""Les noms des colonnes, dans l'ordre du fichier."""

MANQUANTES: tuple[str, ...] = ()
"""Les textes qui valent une case vide, en plus de la case vide."""

CLES: tuple[tuple[str, ...], ...] = (("id",),)
"""Les colonnes, seules ou ensemble, dont deux lignes ne peuvent partager le contenu."""

CHAMPS: tuple[Champ, ...] = (
    Champ("id", "id", "Identifiant unique local du lieu", obligatoire=True),
    Champ("pivot", "pivot", "SIRET ou RNA ou RIDET", obligatoire=True),
    Champ("nom", "nom", "Nom", obligatoire=True),
    Champ("commune", "commune", "Commune", obligatoire=True),
    Champ("code_postal", "code_postal", "Code postal", obligatoire=True),
    Champ("code_insee", "code_insee", "Code INSEE"),
    Champ("adresse", "adresse", "Adresse", obligatoire=True),
    Champ("complement_adresse", "complement_adresse", "Complément d'adresse"),
    Champ("latitude", "latitude", "Latitude", nature="nombre"),
    Champ("longitude", "longitude", "Longitude", nature="nombre"),
    Champ("typologie", "typologie", "Typologie", separateur="|"),
    Champ("telephone", "telephone", "Numéro de téléphone"),
    Champ("courriels", "courriels", "Courriels", separateur="|"),
    Champ("site_web", "site_web", "Site web", separateur="|"),
    Champ("horaires", "horaires", "Horaires"),
    Champ("presentation_resume", "presentation_resume", "Présentation résumé"),
    Champ("presentation_detail", "presentation_detail", "Présentation détaillée"),
    Champ("source", "source", "Structure collectant la donnée"),
    Champ("itinerance", "itinerance", "Itinérance", separateur="|", fermee=True),
    Champ("structure_parente", "structure_parente", "Structure parente"),
    Champ("date_maj", "date_maj", "Date de mise à jour", obligatoire=True),
    Champ("services", "services", "Services", separateur="|", fermee=True),
    Champ(
        "publics_specifiquement_adresses",
        "publics_specifiquement_adresses",
        "Publics spécifiquement adressés",
        separateur="|",
        fermee=True,
    ),
    Champ(
        "prise_en_charge_specifique",
        "prise_en_charge_specifique",
        "Prise en charge spécifique",
        separateur="|",
        fermee=True,
    ),
    Champ("frais_a_charge", "frais_a_charge", "Frais à charge", separateur="|", fermee=True),
    Champ(
        "dispositif_programmes_nationaux",
        "dispositif_programmes_nationaux",
        "Dispositifs et programmes nationaux",
        separateur="|",
        fermee=True,
    ),
    Champ("formations_labels", "formations_labels", "Formations et labels", separateur="|", fermee=True),
    Champ("autres_formations_labels", "autres_formations_labels", "Autres formations et labels", separateur="|"),
    Champ("modalites_acces", "modalites_acces", "Modalités d'accès", separateur="|", fermee=True),
    Champ(
        "modalites_accompagnement",
        "modalites_accompagnement",
        "Modalités d'accompagnement",
        separateur="|",
        fermee=True,
    ),
    Champ("fiche_acces_libre", "fiche_acces_libre", "Fiche Accès libre"),
    Champ("prise_rdv", "prise_rdv", "Prise de rdv"),
)
"""Les champs, dans l'ordre des colonnes."""
