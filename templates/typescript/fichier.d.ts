import type { Lieu } from "./lieu.js";
import type { Cases, ErreurDeFichier } from "./types.js";

/** Ce qui a été lu d'un fichier. */
export interface Fichier {
  /** Les lieux des lignes sans défaut, dans l'ordre. */
  readonly lieux: readonly Lieu[];
  /** Ce qui empêche de lire les autres lignes, dans l'ordre. */
  readonly erreurs: readonly ErreurDeFichier[];
  /** Les colonnes que le standard ne connaît pas, ignorées. */
  readonly colonnesInconnues: readonly string[];
  /** Les colonnes facultatives que le fichier n'a pas, lues comme vides. */
  readonly colonnesAbsentes: readonly string[];
}

/**
 * Lit un fichier CSV (RFC 4180, dans le format du standard), en texte ou en octets UTF-8. L'ordre des colonnes est
 * libre. Une ligne en défaut n'arrête pas la lecture ; un en-tête où manque une colonne obligatoire, ou dont les cases sont
 * séparées par un autre signe, donne une seule erreur, qui le dit.
 */
export declare function parseCsv(entree: string | Uint8Array): Fichier;

/** Lit des lignes qui ne viennent pas d'un fichier ; elles sont numérotées à partir de 1. */
export declare function parseRows(lignes: Iterable<Cases>): Pick<Fichier, "lieux" | "erreurs">;

/**
 * Écrit des lieux dans le format du standard, précédés de l'en-tête.
 *
 * @throws {RangeError | TypeError} Comme `formatRow`.
 */
export declare function formatCsv(lieux: Iterable<Lieu>): string;
