import type { Champ } from "./types.js";

/** La version du standard. */
export declare const VERSION: "1.1.0";

/** Comment un fichier s'écrit (RFC 4180). */
export interface Format {
  /** Le signe entre deux cases. */
  readonly separateur: string;
  /** Le signe autour des cases qui en ont besoin. */
  readonly guillemet: string;
  /** Les textes qui valent une case vide, en plus de la case vide. */
  readonly manquantes: readonly string[];
}

/** Le format des fichiers du standard. */
export declare const FORMAT: Format;

/** Les noms des colonnes, dans l'ordre du fichier. */
export declare const COLONNES: readonly ["id", "pivot", "nom", "commune", "code_postal", "code_insee", "adresse", "complement_adresse", "latitude", "longitude", "typologie", "telephone", "courriels", "site_web", "horaires", "presentation_resume", "presentation_detail", "source", "itinerance", "structure_parente", "date_maj", "services", "publics_specifiquement_adresses", "prise_en_charge_specifique", "frais_a_charge", "dispositif_programmes_nationaux", "formations_labels", "autres_formations_labels", "modalites_acces", "modalites_accompagnement", "fiche_acces_libre", "prise_rdv"];

/** Les colonnes dont deux lignes ne peuvent pas partager le contenu, seules ou ensemble. */
export declare const CLES: readonly (readonly string[])[];

/** Les champs, dans l'ordre des colonnes. */
export declare const CHAMPS: readonly Champ[];
