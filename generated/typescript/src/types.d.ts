/** Le texte de chaque colonne d'une ligne ; une case absente est une case vide. */
export interface Cases {
  readonly [colonne: string]: string | undefined;
}

/** Une valeur d'une liste. */
export interface Valeur<Code extends string = string, Libelle extends string = string> {
  /** Identifiant stable : il ne change jamais, même quand le libellé est corrigé. */
  readonly code: Code;
  /** Le texte échangé dans les fichiers. */
  readonly libelle: Libelle;
  /** Ce que la valeur veut dire. */
  readonly definition: string;
  /** Première version du standard qui la connaît. */
  readonly depuis: string;
  /** Version à partir de laquelle elle ne devrait plus servir. */
  readonly deprecie?: string;
  /** Code de la valeur qui la remplace. */
  readonly remplacePar?: string;
  /** Autres écritures vues dans de vrais fichiers : `recognizeValue` les reconnaît, la lecture les refuse. */
  readonly alias: readonly string[];
}

/** Une liste de valeurs, rangées par code, dans l'ordre où on les lit. */
export interface Liste {
  readonly [code: string]: Valeur;
}

/** Ce que contient une case, ou chaque valeur d'une case qui est une liste. */
export type Type =
  | "texte"
  | "nombre"
  | "entier"
  | "booleen"
  | "date"
  | "date_heure"
  | "heure"
  | "annee"
  | "duree"
  | "point"
  | "geojson"
  | "tableau"
  | "objet";

/** Une colonne, avec ce qui bloque ; les recommandations n'y sont pas. */
export interface Champ {
  /** Nom de la colonne. */
  readonly nom: string;
  /** Titre pour les personnes. */
  readonly titre: string;
  /** Ce que contient la case. */
  readonly type: Type;
  /** Comment la valeur est tenue dans un lieu. */
  readonly tenue: "texte" | "nombre" | "booleen";
  /** Vrai si la case doit être remplie. */
  readonly obligatoire: boolean;
  /** Le signe entre les valeurs, si la case est une liste. */
  readonly separateur?: string;
  /** La manière d'écrire le type, quand ce n'est pas l'habituelle : `%d/%m/%Y`. */
  readonly format?: string;
  /** Le signe avant les décimales, quand ce n'est pas le point. */
  readonly decimale?: string;
  /** L'expression ancrée du type. */
  readonly forme?: string;
  /** L'expression ancrée que chaque valeur doit suivre, et la même en toutes lettres. */
  readonly motif?: { readonly expression: string; readonly enClair: string };
  /** Plus petit nombre de caractères. */
  readonly longueurMin?: number;
  /** Plus grand nombre de caractères. */
  readonly longueurMax?: number;
  /** Plus petite et plus grande valeur, permises toutes les deux. */
  readonly bornes?: { readonly minimum?: number | string; readonly maximum?: number | string; readonly enClair: string };
  /** La liste d'où viennent les valeurs. */
  readonly liste?: { readonly titre: string; readonly valeurs: Liste; readonly bloquante: boolean };
}

/** La règle qu'une case enfreint ; les mêmes noms que dans l'outil du standard. */
export type Regle =
  | "obligatoire"
  | "unique"
  | "nombre"
  | "date"
  | "type"
  | "motif"
  | "longueur"
  | "vocabulaire"
  | "partie-vide"
  | "bornes";

/** Une case en défaut. */
export interface Erreur {
  /** Nom de la colonne. */
  readonly champ: string;
  /** La règle enfreinte. */
  readonly regle: Regle;
  /** Rang de la valeur dans la case, à partir de 1, quand la case est une liste. */
  readonly partie?: number;
  /** Ce qui ne va pas. */
  readonly message: string;
  /** Comment corriger. */
  readonly aide: string;
}

/** Ce qui empêche de lire une ligne, ou le fichier. */
export interface ErreurDeFichier {
  /** Numéro de la ligne, tel que le montre un tableur : l'en-tête est la ligne 1. */
  readonly ligne: number;
  /** Nom de la colonne ; vide quand la ligne entière est en cause. */
  readonly champ: string;
  /** La règle enfreinte ; `fichier` quand la ligne ou le fichier n'a pas la forme d'un CSV. */
  readonly regle: Regle | "fichier";
  /** Rang de la valeur dans la case, à partir de 1, quand la case est une liste. */
  readonly partie?: number;
  /** Ce qui ne va pas. */
  readonly message: string;
  /** Comment corriger. */
  readonly aide: string;
}
