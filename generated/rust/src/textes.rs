//! Les textes qui ont une forme ou une longueur.

use crate::Defaut;
use crate::forme::Forme;
use crate::texte::texte;

/// SIRET ou RNA ou RIDET : de neuf à quatorze chiffres ou lettres sans accent, sans espace ni ponctuation.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pivot(String);

impl Pivot {
    fn controle(texte: &str) -> Result<(), Defaut> {
        const FORME: Forme = Forme::Fois(
            &Forme::Signe(&[('0', '9'), ('A', 'Z'), ('a', 'z')]),
            9,
            Some(14),
        );
        if texte.is_empty() {
            return Err(Defaut::Vide);
        }
        if !FORME.convient(texte) {
            return Err(Defaut::Forme {
                attendu: "de neuf à quatorze chiffres ou lettres sans accent, sans espace ni ponctuation",
            });
        }
        Ok(())
    }
}

texte!(
    Pivot, { "type" : "string", "minLength" : 1, "pattern" : "^(?:[a-zA-Z0-9]{9,14})$" }
);

/// Code postal : cinq chiffres, sans espace.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CodePostal(String);

impl CodePostal {
    fn controle(texte: &str) -> Result<(), Defaut> {
        const FORME: Forme = Forme::Fois(&Forme::Signe(&[('0', '9')]), 5, Some(5));
        if texte.is_empty() {
            return Err(Defaut::Vide);
        }
        if !FORME.convient(texte) {
            return Err(Defaut::Forme {
                attendu: "cinq chiffres, sans espace",
            });
        }
        Ok(())
    }
}

texte!(CodePostal, { "type" : "string", "minLength" : 1, "pattern" : "^(?:[0-9]{5})$" });

/// Code INSEE : cinq chiffres ou, en Corse, 2A ou 2B suivi de trois chiffres.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CodeInsee(String);

impl CodeInsee {
    fn controle(texte: &str) -> Result<(), Defaut> {
        const FORME: Forme = Forme::Suite(
            &[
                Forme::Choix(
                    &[
                        Forme::Suite(
                            &[
                                Forme::Signe(&[('0', '1'), ('3', '9')]),
                                Forme::Signe(&[('0', '9')]),
                            ],
                        ),
                        Forme::Suite(
                            &[
                                Forme::Signe(&[('2', '2')]),
                                Forme::Signe(&[('1', '9'), ('A', 'B')]),
                            ],
                        ),
                    ],
                ),
                Forme::Fois(&Forme::Signe(&[('0', '9')]), 3, Some(3)),
            ],
        );
        if !FORME.convient(texte) {
            return Err(Defaut::Forme {
                attendu: "cinq chiffres ou, en Corse, 2A ou 2B suivi de trois chiffres",
            });
        }
        Ok(())
    }
}

texte!(
    CodeInsee, { "type" : "string", "pattern" : "^(?:(?:[013-9][0-9]|2[AB1-9])[0-9]{3})$"
    }
);

/// Numéro de téléphone : un indicatif français (+33, +590, +262…) puis six à neuf chiffres, sans espace.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Telephone(String);

impl Telephone {
    fn controle(texte: &str) -> Result<(), Defaut> {
        const FORME: Forme = Forme::Suite(
            &[
                Forme::Choix(
                    &[
                        Forme::Suite(
                            &[
                                Forme::Signe(&[('+', '+')]),
                                Forme::Signe(&[('3', '3')]),
                                Forme::Signe(&[('3', '3')]),
                            ],
                        ),
                        Forme::Suite(
                            &[
                                Forme::Signe(&[('+', '+')]),
                                Forme::Signe(&[('5', '5')]),
                                Forme::Signe(&[('9', '9')]),
                                Forme::Signe(&[('0', '0')]),
                            ],
                        ),
                        Forme::Suite(
                            &[
                                Forme::Signe(&[('+', '+')]),
                                Forme::Signe(&[('5', '5')]),
                                Forme::Signe(&[('9', '9')]),
                                Forme::Signe(&[('4', '4')]),
                            ],
                        ),
                        Forme::Suite(
                            &[
                                Forme::Signe(&[('+', '+')]),
                                Forme::Signe(&[('2', '2')]),
                                Forme::Signe(&[('6', '6')]),
                                Forme::Signe(&[('2', '2')]),
                            ],
                        ),
                        Forme::Suite(
                            &[
                                Forme::Signe(&[('+', '+')]),
                                Forme::Signe(&[('5', '5')]),
                                Forme::Signe(&[('9', '9')]),
                                Forme::Signe(&[('6', '6')]),
                            ],
                        ),
                        Forme::Suite(
                            &[
                                Forme::Signe(&[('+', '+')]),
                                Forme::Signe(&[('2', '2')]),
                                Forme::Signe(&[('6', '6')]),
                                Forme::Signe(&[('9', '9')]),
                            ],
                        ),
                        Forme::Suite(
                            &[
                                Forme::Signe(&[('+', '+')]),
                                Forme::Signe(&[('6', '6')]),
                                Forme::Signe(&[('8', '8')]),
                                Forme::Signe(&[('7', '7')]),
                            ],
                        ),
                        Forme::Suite(
                            &[
                                Forme::Signe(&[('+', '+')]),
                                Forme::Signe(&[('6', '6')]),
                                Forme::Signe(&[('8', '8')]),
                                Forme::Signe(&[('9', '9')]),
                            ],
                        ),
                        Forme::Suite(
                            &[
                                Forme::Signe(&[('+', '+')]),
                                Forme::Signe(&[('5', '5')]),
                                Forme::Signe(&[('0', '0')]),
                                Forme::Signe(&[('8', '8')]),
                            ],
                        ),
                        Forme::Suite(
                            &[
                                Forme::Signe(&[('+', '+')]),
                                Forme::Signe(&[('6', '6')]),
                                Forme::Signe(&[('8', '8')]),
                                Forme::Signe(&[('1', '1')]),
                            ],
                        ),
                    ],
                ),
                Forme::Fois(&Forme::Signe(&[('0', '9')]), 6, Some(9)),
            ],
        );
        if !FORME.convient(texte) {
            return Err(Defaut::Forme {
                attendu: "un indicatif français (+33, +590, +262…) puis six à neuf chiffres, sans espace",
            });
        }
        Ok(())
    }
}

texte!(
    Telephone, { "type" : "string", "pattern" :
    "^(?:(?:\\+33|\\+590|\\+594|\\+262|\\+596|\\+269|\\+687|\\+689|\\+508|\\+681)[0-9]{6,9})$"
    }
);

/// Présentation résumé : 280 caractères au plus.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PresentationResume(String);

impl PresentationResume {
    fn controle(texte: &str) -> Result<(), Defaut> {
        if texte.chars().count() > 280usize {
            return Err(Defaut::Longueur {
                maximum: 280usize,
            });
        }
        Ok(())
    }
}

texte!(PresentationResume, { "type" : "string", "maxLength" : 280usize });
