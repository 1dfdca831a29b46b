import type { Liste } from "./types.js";

/** Les libellés d'une liste. */
export type Libelle<L extends Liste> = L[keyof L & string]["libelle"];

/** Dit si un texte est, à la lettre, un libellé de la liste. */
export declare function isValue<L extends Liste>(liste: L, texte: string): texte is Libelle<L>;

/**
 * Le libellé de la valeur écrite ainsi, ou d'une autre manière vue dans de vrais fichiers. C'est la seule lecture
 * tolérante : celle des lignes et des fichiers ne l'est pas.
 */
export declare function recognizeValue<L extends Liste>(liste: L, texte: string): Libelle<L> | undefined;

/** Le code d'un libellé : c'est lui qu'une base de données garde. */
export declare function codeOf<L extends Liste>(liste: L, libelle: string): (keyof L & string) | undefined;
