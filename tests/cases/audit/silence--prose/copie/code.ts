export enum Service {
  AideAuxDemarchesAdministratives = 'aide-aux-demarches-administratives',
  UtilisationSecuriseeDuNumerique = 'utilisation_securisee_du_numerique',
}
const libelles = { gratuit: 'gratuit', payant: 'payant', femmes: 'femmes', FEMMES: 'FEMMES', fixe: 'fixe' };
const tailles = ['Fixe', 'Flexible'];
const rayons = ['Hommes', 'Femmes', 'Enfants'];
/* les seniors, les jeunes et les étudiants : 'accès internet' et "à distance" */
type Cle = 'Etudiants' | 'Jeunes' | 'Seniors' | 'Femmes' | 'FamillesEtOuEnfants';
if (mode === 'A distance' || of === AI.CC) throw new Error("Gratuit jusqu'au bout");
