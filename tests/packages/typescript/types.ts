// What the types of the real standard take, and what they refuse.
import { FRAIS_A_CHARGE, codeOf, isValue, parseRow, recognizeValue } from "lieux-mediation-numerique";
import type { Colonne, FraisACharge, Lieu, Typologie } from "lieux-mediation-numerique";

const minimal: Lieu = {
  id: "accueil",
  pivot: "43493312300029",
  nom: "Accueil de la mairie",
  commune: "Corte",
  code_postal: "20250",
  adresse: "1 place de l'Essai",
  date_maj: "2026-09-14",
};
const gratuit: FraisACharge = "Gratuit";
const parCode: FraisACharge = FRAIS_A_CHARGE.gratuit.libelle;
const code: "gratuit" = FRAIS_A_CHARGE.gratuit.code;
const advised: Typologie = "BIB";
export const lieu: Lieu = { ...minimal, latitude: 42.3, frais_a_charge: [gratuit, parCode], typologie: [advised, "Un autre lieu"] };
export const texte: string = lieu.typologie?.[0] ?? "";
declare const dit: string;
if (isValue(FRAIS_A_CHARGE, dit)) {
  const reconnu: FraisACharge = dit;
  codeOf(FRAIS_A_CHARGE, reconnu);
}
const reconnu: FraisACharge | undefined = recognizeValue(FRAIS_A_CHARGE, dit);
const lecture = parseRow({ id: "accueil" });
export const lu: Lieu | undefined = lecture.ok ? lecture.lieu : undefined;
export const autres: readonly unknown[] = [code, reconnu];

// @ts-expect-error a label that is not of the list
export const accent: FraisACharge = "gratuit";
// @ts-expect-error a code is not a label
export const unCode: Lieu["frais_a_charge"] = ["gratuit_sous_condition"];
// @ts-expect-error a list is not one value
export const seul: Lieu["frais_a_charge"] = "Gratuit";
// @ts-expect-error a number is not a text
export const nombre: Lieu["latitude"] = "42.3";
// @ts-expect-error required fields are missing
export const incomplet: Lieu = { id: "accueil" };
// @ts-expect-error no field has that name
export const inconnu: Lieu = { ...minimal, nomm: "Accueil" };
// @ts-expect-error no column has that name
export const colonne: Colonne = "nomm";
// @ts-expect-error no value has that code
export const absent = FRAIS_A_CHARGE.gratuite;
// @ts-expect-error values are read-only
FRAIS_A_CHARGE.gratuit.libelle = "Gratuit";
// @ts-expect-error any text is not a label
export const quelconque: FraisACharge = dit;
// @ts-expect-error a row that was refused is no place
export const refuse: Lieu = lecture.lieu;
