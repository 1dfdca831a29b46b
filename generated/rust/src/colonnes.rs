//! Les colonnes d'un fichier.

use crate::cellule::{Cellule, champ};
use crate::{Erreur, Lieu};

/// Le signe entre les valeurs d'une même case.
pub const SEPARATEUR: char = '|';

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
        let id = champ("id", case("id"), &mut erreurs);
        let pivot = champ("pivot", case("pivot"), &mut erreurs);
        let nom = champ("nom", case("nom"), &mut erreurs);
        let commune = champ("commune", case("commune"), &mut erreurs);
        let code_postal = champ("code_postal", case("code_postal"), &mut erreurs);
        let code_insee = champ("code_insee", case("code_insee"), &mut erreurs);
        let adresse = champ("adresse", case("adresse"), &mut erreurs);
        let complement_adresse = champ(
            "complement_adresse",
            case("complement_adresse"),
            &mut erreurs,
        );
        let latitude = champ("latitude", case("latitude"), &mut erreurs);
        let longitude = champ("longitude", case("longitude"), &mut erreurs);
        let typologie = champ("typologie", case("typologie"), &mut erreurs);
        let telephone = champ("telephone", case("telephone"), &mut erreurs);
        let courriels = champ("courriels", case("courriels"), &mut erreurs);
        let site_web = champ("site_web", case("site_web"), &mut erreurs);
        let horaires = champ("horaires", case("horaires"), &mut erreurs);
        let presentation_resume = champ(
            "presentation_resume",
            case("presentation_resume"),
            &mut erreurs,
        );
        let presentation_detail = champ(
            "presentation_detail",
            case("presentation_detail"),
            &mut erreurs,
        );
        let source = champ("source", case("source"), &mut erreurs);
        let itinerance = champ("itinerance", case("itinerance"), &mut erreurs);
        let structure_parente = champ(
            "structure_parente",
            case("structure_parente"),
            &mut erreurs,
        );
        let date_maj = champ("date_maj", case("date_maj"), &mut erreurs);
        let services = champ("services", case("services"), &mut erreurs);
        let publics_specifiquement_adresses = champ(
            "publics_specifiquement_adresses",
            case("publics_specifiquement_adresses"),
            &mut erreurs,
        );
        let prise_en_charge_specifique = champ(
            "prise_en_charge_specifique",
            case("prise_en_charge_specifique"),
            &mut erreurs,
        );
        let frais_a_charge = champ(
            "frais_a_charge",
            case("frais_a_charge"),
            &mut erreurs,
        );
        let dispositif_programmes_nationaux = champ(
            "dispositif_programmes_nationaux",
            case("dispositif_programmes_nationaux"),
            &mut erreurs,
        );
        let formations_labels = champ(
            "formations_labels",
            case("formations_labels"),
            &mut erreurs,
        );
        let autres_formations_labels = champ(
            "autres_formations_labels",
            case("autres_formations_labels"),
            &mut erreurs,
        );
        let modalites_acces = champ(
            "modalites_acces",
            case("modalites_acces"),
            &mut erreurs,
        );
        let modalites_accompagnement = champ(
            "modalites_accompagnement",
            case("modalites_accompagnement"),
            &mut erreurs,
        );
        let fiche_acces_libre = champ(
            "fiche_acces_libre",
            case("fiche_acces_libre"),
            &mut erreurs,
        );
        let prise_rdv = champ("prise_rdv", case("prise_rdv"), &mut erreurs);
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
            self.id.ecrire(),
            self.pivot.ecrire(),
            self.nom.ecrire(),
            self.commune.ecrire(),
            self.code_postal.ecrire(),
            self.code_insee.ecrire(),
            self.adresse.ecrire(),
            self.complement_adresse.ecrire(),
            self.latitude.ecrire(),
            self.longitude.ecrire(),
            self.typologie.ecrire(),
            self.telephone.ecrire(),
            self.courriels.ecrire(),
            self.site_web.ecrire(),
            self.horaires.ecrire(),
            self.presentation_resume.ecrire(),
            self.presentation_detail.ecrire(),
            self.source.ecrire(),
            self.itinerance.ecrire(),
            self.structure_parente.ecrire(),
            self.date_maj.ecrire(),
            self.services.ecrire(),
            self.publics_specifiquement_adresses.ecrire(),
            self.prise_en_charge_specifique.ecrire(),
            self.frais_a_charge.ecrire(),
            self.dispositif_programmes_nationaux.ecrire(),
            self.formations_labels.ecrire(),
            self.autres_formations_labels.ecrire(),
            self.modalites_acces.ecrire(),
            self.modalites_accompagnement.ecrire(),
            self.fiche_acces_libre.ecrire(),
            self.prise_rdv.ecrire(),
        ]
    }
}
