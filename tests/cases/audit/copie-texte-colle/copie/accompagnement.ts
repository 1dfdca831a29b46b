export const ACCOMPAGNEMENT = [
  'En autonomie',
  'Accompagnement individuel',
  "Dans un atelier collectif : j'apprends collectivement à utiliser le numérique",
  'À distance (par téléphone ou en visioconférence)',
];
