export * from "./champs.js";
export * from "./fichier.js";
export * from "./ligne.js";
export * from "./listes.js";
export * from "./valeurs.js";
