// What a program may write whatever the standard.
import * as tout from "lieux-mediation-numerique";
import { CHAMPS, COLONNES, FORMAT, VERSION, checkLieu, formatCsv, formatRow, parseCsv, parseRow, parseRows } from "lieux-mediation-numerique";
import type { Champ, Colonne, Erreur, ErreurDeFichier, Fichier, Lecture, Lieu, Liste } from "lieux-mediation-numerique";

const lecture: Lecture = parseRow({});
if (lecture.ok) {
  const lieu: Lieu = lecture.lieu;
  const cases: Record<Colonne, string> = formatRow(lieu);
  const erreurs: readonly Erreur[] = checkLieu(lieu);
  console.log(cases, erreurs);
} else {
  const [premiere] = lecture.erreurs;
  console.log(premiere?.champ, premiere?.message);
}
const fichier: Fichier = parseCsv("");
const erreurs: readonly ErreurDeFichier[] = parseRows([{}]).erreurs;
const texte: string = formatCsv(fichier.lieux);
const colonnes: readonly Colonne[] = COLONNES;
const listes: Liste[] = CHAMPS.flatMap((champ: Champ) => (champ.liste === undefined ? [] : [champ.liste.valeurs]));
console.log(tout, erreurs, texte, colonnes, listes, FORMAT.separateur, VERSION);
declare const console: { log(...valeurs: unknown[]): void };
