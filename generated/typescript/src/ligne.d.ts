import type { Colonne, Lieu } from "./lieu.js";
import type { Cases, Erreur } from "./types.js";

/** Un lieu, ou toutes les cases qui empêchent de le lire. */
export type Lecture =
  | { readonly ok: true; readonly lieu: Lieu; readonly erreurs: readonly [] }
  | { readonly ok: false; readonly lieu?: undefined; readonly erreurs: readonly Erreur[] };

/**
 * Lit une ligne. La lecture est stricte : seul le libellé exact d'une valeur est accepté. Une colonne inconnue est
 * ignorée, une colonne absente est une case vide. Toutes les cases en défaut sont dites d'un coup.
 */
export declare function parseRow(cases: Cases): Lecture;

/**
 * Les cases d'un lieu, dans l'ordre des colonnes ; une case vide est un texte vide. N'écrit que ce qui se relirait à
 * l'identique ; que le lieu soit valide se demande à `checkLieu`.
 *
 * @throws {RangeError} Quand une valeur se relirait autrement, comme un texte qui contient le signe entre deux valeurs.
 * @throws {TypeError} Quand une valeur n'est pas du type de la colonne.
 */
export declare function formatRow(lieu: Lieu): Record<Colonne, string>;

/**
 * Ce qui ne va pas dans un lieu que l'on a construit ; une liste vide s'il est valide.
 *
 * @throws {RangeError | TypeError} Comme `formatRow`.
 */
export declare function checkLieu(lieu: Lieu): readonly Erreur[];
