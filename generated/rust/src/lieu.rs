//! Un lieu.

use serde::{Deserialize, Serialize};
use crate::{
    CodeInsee, CodePostal, DateIso, DispositifProgrammesNationaux, FormationsLabels,
    FraisACharge, Itinerance, ModalitesAcces, ModalitesAccompagnement, Pivot,
    PresentationResume, PriseEnChargeSpecifique, PublicsSpecifiquementAdresses, Services,
    Telephone, TexteNonVide, Typologie,
};

/// Un lieu de médiation numérique, dans l'ordre des colonnes du standard.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Lieu {
    /// Identifiant unique local du lieu
    ///
    /// Le repère que vous donnez à chaque lieu dans votre fichier, pour ne jamais en confondre deux : deux salles d'une même mairie, par exemple, partagent souvent le même numéro officiel. Vous le choisissez librement.
    pub id: TexteNonVide,
    /// SIRET ou RNA ou RIDET
    ///
    /// Le numéro officiel qui rattache le lieu à un répertoire public. C'est le SIRET de l'établissement chaque fois qu'il existe, ce qui est le cas de la plupart des structures, y compris beaucoup d'associations. À défaut, c'est le numéro RNA de l'association ou, en Nouvelle-Calédonie et en Polynésie française, le numéro RIDET. Plusieurs lieux d'une même structure peuvent porter le même numéro.
    pub pivot: Pivot,
    /// Nom
    ///
    /// Le nom sous lequel le public connaît le lieu, tel qu'il est écrit sur la porte ou sur l'affiche.
    pub nom: TexteNonVide,
    /// Commune
    ///
    /// Le nom de la commune où se trouve le lieu, ou celle de son point d'attache s'il est itinérant.
    pub commune: TexteNonVide,
    /// Code postal
    ///
    /// Le code postal de l'adresse du lieu, celui qui sert à lui envoyer un courrier.
    pub code_postal: CodePostal,
    /// Code INSEE
    ///
    /// Le code officiel de la commune, attribué par l'Insee. Il lève le doute entre les communes qui ont le même nom ou partagent un code postal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "CodeInsee"))]
    pub code_insee: Option<CodeInsee>,
    /// Adresse
    ///
    /// Le numéro et la voie où se trouve le lieu, avec « bis » ou « ter » s'il y a lieu. Pour un lieu itinérant, l'adresse de son point d'attache.
    pub adresse: TexteNonVide,
    /// Complément d'adresse
    ///
    /// Ce qui aide à trouver la bonne porte une fois arrivé à l'adresse : bâtiment, étage, entrée, nom de la résidence ou point de repère.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub complement_adresse: Option<String>,
    /// Latitude
    ///
    /// La position du lieu du sud au nord, en degrés, dans le système du GPS (WGS 84). Avec la longitude, elle place le lieu sur une carte.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "f64"))]
    pub latitude: Option<f64>,
    /// Longitude
    ///
    /// La position du lieu d'ouest en est, en degrés, dans le système du GPS (WGS 84). Avec la latitude, elle place le lieu sur une carte.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "f64"))]
    pub longitude: Option<f64>,
    /// Typologie
    ///
    /// La nature de la structure qui tient le lieu : bibliothèque, association, centre social, mairie, tiers-lieu… Chaque nature a un code court, en majuscules.
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "crate::cellule::sans_doublon"
    )]
    #[cfg_attr(feature = "schemars", schemars(extend("uniqueItems" = true)))]
    pub typologie: Vec<Typologie>,
    /// Numéro de téléphone
    ///
    /// Le numéro de téléphone où le public peut joindre le lieu, écrit sous sa forme internationale. Un seul numéro par lieu.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Telephone"))]
    pub telephone: Option<Telephone>,
    /// Courriels
    ///
    /// L'adresse électronique où écrire au lieu. Plusieurs adresses sont possibles, la plus utile au public en premier.
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "crate::cellule::sans_doublon"
    )]
    #[cfg_attr(feature = "schemars", schemars(extend("uniqueItems" = true)))]
    pub courriels: Vec<String>,
    /// Site web
    ///
    /// L'adresse du site internet du lieu ou de sa page sur un réseau social. Plusieurs adresses sont possibles, la plus complète en premier.
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "crate::cellule::sans_doublon"
    )]
    #[cfg_attr(feature = "schemars", schemars(extend("uniqueItems" = true)))]
    pub site_web: Vec<String>,
    /// Horaires
    ///
    /// Les jours et les heures où le lieu est ouvert au public, dans l'écriture d'OpenStreetMap, que les cartes en ligne savent lire : les jours y sont abrégés en anglais, de Mo pour lundi à Su pour dimanche.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub horaires: Option<String>,
    /// Présentation résumé
    ///
    /// Une ou deux phrases qui disent au public ce qu'il trouvera dans le lieu. C'est le texte qui s'affiche d'abord sur une carte ou dans une liste.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "PresentationResume"))]
    pub presentation_resume: Option<PresentationResume>,
    /// Présentation détaillée
    ///
    /// Le portrait complet du lieu : son équipe, son matériel, ses ateliers, ce qu'il faut apporter, ce qui ne se fait pas sur place. Ce texte complète le résumé sans le répéter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub presentation_detail: Option<String>,
    /// Structure collectant la donnée
    ///
    /// Le nom de l'organisation qui a réuni et vérifié les informations de la ligne : le lieu lui-même, une collectivité, un hub ou un réseau. C'est à elle que l'on signale une erreur.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub source: Option<String>,
    /// Itinérance
    ///
    /// Dit si l'on va vers le lieu ou si le lieu vient vers le public, comme un bus ou un camion équipé qui s'arrête de commune en commune.
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "crate::cellule::sans_doublon"
    )]
    #[cfg_attr(feature = "schemars", schemars(extend("uniqueItems" = true)))]
    pub itinerance: Vec<Itinerance>,
    /// Structure parente
    ///
    /// Le nom de l'organisation dont le lieu dépend, quand ce n'est pas lui-même : la ville pour une bibliothèque, le réseau ou l'association pour une antenne locale.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub structure_parente: Option<String>,
    /// Date de mise à jour
    ///
    /// La date à laquelle les informations de cette ligne ont été vérifiées pour la dernière fois. Elle dit au lecteur s'il peut s'y fier.
    pub date_maj: DateIso,
    /// Services
    ///
    /// Ce que l'on peut venir faire ou apprendre dans le lieu. C'est l'information que les usagers et les personnes qui les orientent cherchent en premier.
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "crate::cellule::sans_doublon"
    )]
    #[cfg_attr(feature = "schemars", schemars(extend("uniqueItems" = true)))]
    pub services: Vec<Services>,
    /// Publics spécifiquement adressés
    ///
    /// Le ou les publics auxquels le lieu réserve son action. Un lieu de médiation numérique s'adresse d'ordinaire à tout le monde : la case est alors vide.
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "crate::cellule::sans_doublon"
    )]
    #[cfg_attr(feature = "schemars", schemars(extend("uniqueItems" = true)))]
    pub publics_specifiquement_adresses: Vec<PublicsSpecifiquementAdresses>,
    /// Prise en charge spécifique
    ///
    /// Les besoins particuliers auxquels l'équipe sait répondre : un handicap, la difficulté à lire ou à écrire, une langue étrangère. Le lieu reste ouvert aux autres publics.
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "crate::cellule::sans_doublon"
    )]
    #[cfg_attr(feature = "schemars", schemars(extend("uniqueItems" = true)))]
    pub prise_en_charge_specifique: Vec<PriseEnChargeSpecifique>,
    /// Frais à charge
    ///
    /// Ce que l'usager doit payer, ou non, pour être reçu et accompagné.
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "crate::cellule::sans_doublon"
    )]
    #[cfg_attr(feature = "schemars", schemars(extend("uniqueItems" = true)))]
    pub frais_a_charge: Vec<FraisACharge>,
    /// Dispositifs et programmes nationaux
    ///
    /// Les dispositifs ou programmes présents dans toute la France auxquels le lieu participe. Le public y reconnaît un accueil qu'il connaît déjà ailleurs.
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "crate::cellule::sans_doublon"
    )]
    #[cfg_attr(feature = "schemars", schemars(extend("uniqueItems" = true)))]
    pub dispositif_programmes_nationaux: Vec<DispositifProgrammesNationaux>,
    /// Formations et labels
    ///
    /// Les formations suivies par l'équipe et les labels obtenus par le lieu, parmi ceux que le standard connaît.
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "crate::cellule::sans_doublon"
    )]
    #[cfg_attr(feature = "schemars", schemars(extend("uniqueItems" = true)))]
    pub formations_labels: Vec<FormationsLabels>,
    /// Autres formations et labels
    ///
    /// Les formations et les labels qui ne figurent dans aucune des listes du standard, par exemple ceux d'un département ou d'une ville. Le texte est libre.
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "crate::cellule::sans_doublon"
    )]
    #[cfg_attr(feature = "schemars", schemars(extend("uniqueItems" = true)))]
    pub autres_formations_labels: Vec<String>,
    /// Modalités d'accès
    ///
    /// La démarche à faire pour être reçu : venir directement, appeler, écrire, réserver ou passer par un professionnel.
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "crate::cellule::sans_doublon"
    )]
    #[cfg_attr(feature = "schemars", schemars(extend("uniqueItems" = true)))]
    pub modalites_acces: Vec<ModalitesAcces>,
    /// Modalités d'accompagnement
    ///
    /// La façon dont l'usager est aidé : seul devant le matériel, en tête à tête, en groupe ou sans se déplacer.
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "crate::cellule::sans_doublon"
    )]
    #[cfg_attr(feature = "schemars", schemars(extend("uniqueItems" = true)))]
    pub modalites_accompagnement: Vec<ModalitesAccompagnement>,
    /// Fiche Accès libre
    ///
    /// L'adresse de la page du lieu sur Acceslibre, le service public qui décrit l'accessibilité des bâtiments : marches, largeur des portes, stationnement, sanitaires.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub fiche_acces_libre: Option<String>,
    /// Prise de rdv
    ///
    /// L'adresse de la page où l'usager réserve lui-même un rendez-vous avec l'équipe du lieu.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub prise_rdv: Option<String>,
}
