//! Les colonnes d'un fichier.

use crate::cellule::{Cellule, champ};
use crate::{Erreur, Lieu};

/// Le signe entre les valeurs d'une même case.
pub const SEPARATEUR: char = '|';

/// Les textes qui valent une case vide, en plus de la case vide.
pub(crate) const MANQUANTES: [&str; 0usize] = [];

/// Les noms des colonnes, dans l'ordre du fichier.
pub const COLONNES: [&str; 32usize] = [
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
];

/// Un champ du standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Champ {
    /// Nom de la colonne.
    pub nom: &'static str,
    /// Titre pour les personnes.
    pub titre: &'static str,
    /// Vrai si la case doit être remplie.
    pub obligatoire: bool,
    /// Vrai si la case est une liste.
    pub multiple: bool,
}

/// Les champs, dans l'ordre des colonnes.
pub const CHAMPS: [Champ; 32usize] = [
    Champ {
        nom: "id",
        titre: "Identifiant unique local du lieu",
        obligatoire: true,
        multiple: false,
    },
    Champ {
        nom: "pivot",
        titre: "SIRET ou RNA ou RIDET",
        obligatoire: true,
        multiple: false,
    },
    Champ {
        nom: "nom",
        titre: "Nom",
        obligatoire: true,
        multiple: false,
    },
    Champ {
        nom: "commune",
        titre: "Commune",
        obligatoire: true,
        multiple: false,
    },
    Champ {
        nom: "code_postal",
        titre: "Code postal",
        obligatoire: true,
        multiple: false,
    },
    Champ {
        nom: "code_insee",
        titre: "Code INSEE",
        obligatoire: false,
        multiple: false,
    },
    Champ {
        nom: "adresse",
        titre: "Adresse",
        obligatoire: true,
        multiple: false,
    },
    Champ {
        nom: "complement_adresse",
        titre: "Complément d'adresse",
        obligatoire: false,
        multiple: false,
    },
    Champ {
        nom: "latitude",
        titre: "Latitude",
        obligatoire: false,
        multiple: false,
    },
    Champ {
        nom: "longitude",
        titre: "Longitude",
        obligatoire: false,
        multiple: false,
    },
    Champ {
        nom: "typologie",
        titre: "Typologie",
        obligatoire: false,
        multiple: true,
    },
    Champ {
        nom: "telephone",
        titre: "Numéro de téléphone",
        obligatoire: false,
        multiple: false,
    },
    Champ {
        nom: "courriels",
        titre: "Courriels",
        obligatoire: false,
        multiple: true,
    },
    Champ {
        nom: "site_web",
        titre: "Site web",
        obligatoire: false,
        multiple: true,
    },
    Champ {
        nom: "horaires",
        titre: "Horaires",
        obligatoire: false,
        multiple: false,
    },
    Champ {
        nom: "presentation_resume",
        titre: "Présentation résumé",
        obligatoire: false,
        multiple: false,
    },
    Champ {
        nom: "presentation_detail",
        titre: "Présentation détaillée",
        obligatoire: false,
        multiple: false,
    },
    Champ {
        nom: "source",
        titre: "Structure collectant la donnée",
        obligatoire: false,
        multiple: false,
    },
    Champ {
        nom: "itinerance",
        titre: "Itinérance",
        obligatoire: false,
        multiple: true,
    },
    Champ {
        nom: "structure_parente",
        titre: "Structure parente",
        obligatoire: false,
        multiple: false,
    },
    Champ {
        nom: "date_maj",
        titre: "Date de mise à jour",
        obligatoire: true,
        multiple: false,
    },
    Champ {
        nom: "services",
        titre: "Services",
        obligatoire: false,
        multiple: true,
    },
    Champ {
        nom: "publics_specifiquement_adresses",
        titre: "Publics spécifiquement adressés",
        obligatoire: false,
        multiple: true,
    },
    Champ {
        nom: "prise_en_charge_specifique",
        titre: "Prise en charge spécifique",
        obligatoire: false,
        multiple: true,
    },
    Champ {
        nom: "frais_a_charge",
        titre: "Frais à charge",
        obligatoire: false,
        multiple: true,
    },
    Champ {
        nom: "dispositif_programmes_nationaux",
        titre: "Dispositifs et programmes nationaux",
        obligatoire: false,
        multiple: true,
    },
    Champ {
        nom: "formations_labels",
        titre: "Formations et labels",
        obligatoire: false,
        multiple: true,
    },
    Champ {
        nom: "autres_formations_labels",
        titre: "Autres formations et labels",
        obligatoire: false,
        multiple: true,
    },
    Champ {
        nom: "modalites_acces",
        titre: "Modalités d'accès",
        obligatoire: false,
        multiple: true,
    },
    Champ {
        nom: "modalites_accompagnement",
        titre: "Modalités d'accompagnement",
        obligatoire: false,
        multiple: true,
    },
    Champ {
        nom: "fiche_acces_libre",
        titre: "Fiche Accès libre",
        obligatoire: false,
        multiple: false,
    },
    Champ {
        nom: "prise_rdv",
        titre: "Prise de rdv",
        obligatoire: false,
        multiple: false,
    },
];

impl Lieu {
    /// Lit un lieu dans des cases : `case` donne le texte d'une colonne, ou `None` si elle est absente.
    ///
    /// # Errors
    /// Une erreur par case en défaut : toutes sont dites d'un coup.
    pub fn depuis_cases<'a>(
        case: impl Fn(&str) -> Option<&'a str>,
    ) -> Result<Self, Vec<Erreur>> {
        let mut erreurs = Vec::new();
        let id = champ("id", case("id"), SEPARATEUR, &mut erreurs);
        let pivot = champ("pivot", case("pivot"), SEPARATEUR, &mut erreurs);
        let nom = champ("nom", case("nom"), SEPARATEUR, &mut erreurs);
        let commune = champ("commune", case("commune"), SEPARATEUR, &mut erreurs);
        let code_postal = champ(
            "code_postal",
            case("code_postal"),
            SEPARATEUR,
            &mut erreurs,
        );
        let code_insee = champ(
            "code_insee",
            case("code_insee"),
            SEPARATEUR,
            &mut erreurs,
        );
        let adresse = champ("adresse", case("adresse"), SEPARATEUR, &mut erreurs);
        let complement_adresse = champ(
            "complement_adresse",
            case("complement_adresse"),
            SEPARATEUR,
            &mut erreurs,
        );
        let latitude = champ("latitude", case("latitude"), SEPARATEUR, &mut erreurs);
        let longitude = champ("longitude", case("longitude"), SEPARATEUR, &mut erreurs);
        let typologie = champ("typologie", case("typologie"), SEPARATEUR, &mut erreurs);
        let telephone = champ("telephone", case("telephone"), SEPARATEUR, &mut erreurs);
        let courriels = champ("courriels", case("courriels"), SEPARATEUR, &mut erreurs);
        let site_web = champ("site_web", case("site_web"), SEPARATEUR, &mut erreurs);
        let horaires = champ("horaires", case("horaires"), SEPARATEUR, &mut erreurs);
        let presentation_resume = champ(
            "presentation_resume",
            case("presentation_resume"),
            SEPARATEUR,
            &mut erreurs,
        );
        let presentation_detail = champ(
            "presentation_detail",
            case("presentation_detail"),
            SEPARATEUR,
            &mut erreurs,
        );
        let source = champ("source", case("source"), SEPARATEUR, &mut erreurs);
        let itinerance = champ(
            "itinerance",
            case("itinerance"),
            SEPARATEUR,
            &mut erreurs,
        );
        let structure_parente = champ(
            "structure_parente",
            case("structure_parente"),
            SEPARATEUR,
            &mut erreurs,
        );
        let date_maj = champ("date_maj", case("date_maj"), SEPARATEUR, &mut erreurs);
        let services = champ("services", case("services"), SEPARATEUR, &mut erreurs);
        let publics_specifiquement_adresses = champ(
            "publics_specifiquement_adresses",
            case("publics_specifiquement_adresses"),
            SEPARATEUR,
            &mut erreurs,
        );
        let prise_en_charge_specifique = champ(
            "prise_en_charge_specifique",
            case("prise_en_charge_specifique"),
            SEPARATEUR,
            &mut erreurs,
        );
        let frais_a_charge = champ(
            "frais_a_charge",
            case("frais_a_charge"),
            SEPARATEUR,
            &mut erreurs,
        );
        let dispositif_programmes_nationaux = champ(
            "dispositif_programmes_nationaux",
            case("dispositif_programmes_nationaux"),
            SEPARATEUR,
            &mut erreurs,
        );
        let formations_labels = champ(
            "formations_labels",
            case("formations_labels"),
            SEPARATEUR,
            &mut erreurs,
        );
        let autres_formations_labels = champ(
            "autres_formations_labels",
            case("autres_formations_labels"),
            SEPARATEUR,
            &mut erreurs,
        );
        let modalites_acces = champ(
            "modalites_acces",
            case("modalites_acces"),
            SEPARATEUR,
            &mut erreurs,
        );
        let modalites_accompagnement = champ(
            "modalites_accompagnement",
            case("modalites_accompagnement"),
            SEPARATEUR,
            &mut erreurs,
        );
        let fiche_acces_libre = champ(
            "fiche_acces_libre",
            case("fiche_acces_libre"),
            SEPARATEUR,
            &mut erreurs,
        );
        let prise_rdv = champ("prise_rdv", case("prise_rdv"), SEPARATEUR, &mut erreurs);
        let lieu = (|| Some(Self {
            id: id?,
            pivot: pivot?,
            nom: nom?,
            commune: commune?,
            code_postal: code_postal?,
            code_insee: code_insee?,
            adresse: adresse?,
            complement_adresse: complement_adresse?,
            latitude: latitude?,
            longitude: longitude?,
            typologie: typologie?,
            telephone: telephone?,
            courriels: courriels?,
            site_web: site_web?,
            horaires: horaires?,
            presentation_resume: presentation_resume?,
            presentation_detail: presentation_detail?,
            source: source?,
            itinerance: itinerance?,
            structure_parente: structure_parente?,
            date_maj: date_maj?,
            services: services?,
            publics_specifiquement_adresses: publics_specifiquement_adresses?,
            prise_en_charge_specifique: prise_en_charge_specifique?,
            frais_a_charge: frais_a_charge?,
            dispositif_programmes_nationaux: dispositif_programmes_nationaux?,
            formations_labels: formations_labels?,
            autres_formations_labels: autres_formations_labels?,
            modalites_acces: modalites_acces?,
            modalites_accompagnement: modalites_accompagnement?,
            fiche_acces_libre: fiche_acces_libre?,
            prise_rdv: prise_rdv?,
        }))();
        lieu.ok_or(erreurs)
    }
    /// Les cases du lieu, dans l'ordre des colonnes ; une case vide est un texte vide.
    #[must_use]
    pub fn cases(&self) -> [String; 32usize] {
        [
            self.id.ecrire(SEPARATEUR),
            self.pivot.ecrire(SEPARATEUR),
            self.nom.ecrire(SEPARATEUR),
            self.commune.ecrire(SEPARATEUR),
            self.code_postal.ecrire(SEPARATEUR),
            self.code_insee.ecrire(SEPARATEUR),
            self.adresse.ecrire(SEPARATEUR),
            self.complement_adresse.ecrire(SEPARATEUR),
            self.latitude.ecrire(SEPARATEUR),
            self.longitude.ecrire(SEPARATEUR),
            self.typologie.ecrire(SEPARATEUR),
            self.telephone.ecrire(SEPARATEUR),
            self.courriels.ecrire(SEPARATEUR),
            self.site_web.ecrire(SEPARATEUR),
            self.horaires.ecrire(SEPARATEUR),
            self.presentation_resume.ecrire(SEPARATEUR),
            self.presentation_detail.ecrire(SEPARATEUR),
            self.source.ecrire(SEPARATEUR),
            self.itinerance.ecrire(SEPARATEUR),
            self.structure_parente.ecrire(SEPARATEUR),
            self.date_maj.ecrire(SEPARATEUR),
            self.services.ecrire(SEPARATEUR),
            self.publics_specifiquement_adresses.ecrire(SEPARATEUR),
            self.prise_en_charge_specifique.ecrire(SEPARATEUR),
            self.frais_a_charge.ecrire(SEPARATEUR),
            self.dispositif_programmes_nationaux.ecrire(SEPARATEUR),
            self.formations_labels.ecrire(SEPARATEUR),
            self.autres_formations_labels.ecrire(SEPARATEUR),
            self.modalites_acces.ecrire(SEPARATEUR),
            self.modalites_accompagnement.ecrire(SEPARATEUR),
            self.fiche_acces_libre.ecrire(SEPARATEUR),
            self.prise_rdv.ecrire(SEPARATEUR),
        ]
    }
}
