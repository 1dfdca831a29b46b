//! La forme d'un texte, comparée signe par signe : ce que dirait une expression régulière, sans moteur.

/// Une forme.
#[derive(Debug)]
#[allow(dead_code, reason = "un standard n'emploie pas toujours toutes les formes")]
pub(crate) enum Forme {
    /// Un signe d'une de ces plages, bornes comprises.
    Signe(&'static [(char, char)]),
    /// Des formes l'une après l'autre.
    Suite(&'static [Forme]),
    /// L'une de ces formes.
    Choix(&'static [Forme]),
    /// Une forme répétée : au moins, au plus.
    Fois(&'static Forme, u32, Option<u32>),
}

impl Forme {
    /// Vrai si le texte entier a cette forme.
    pub(crate) fn convient(&self, texte: &str) -> bool {
        let signes: Vec<char> = texte.chars().collect();
        self.suites(&signes, &[0]).contains(&signes.len())
    }

    /// Les endroits où l'on peut être après cette forme, en partant de l'un de ces endroits. Chaque endroit n'est
    /// suivi qu'une fois : le temps reste proportionnel à la longueur du texte, quelle que soit la forme.
    fn suites(&self, signes: &[char], departs: &[usize]) -> Vec<usize> {
        let mut arrivees: Vec<usize> = match self {
            Self::Signe(plages) => {
                let dedans = |c: char| plages.iter().any(|(de, a)| (*de..=*a).contains(&c));
                departs.iter().filter(|i| signes.get(**i).is_some_and(|c| dedans(*c))).map(|i| i + 1).collect()
            }
            Self::Suite(formes) => formes.iter().fold(departs.to_vec(), |ici, forme| forme.suites(signes, &ici)),
            Self::Choix(formes) => formes.iter().flat_map(|forme| forme.suites(signes, departs)).collect(),
            Self::Fois(forme, au_moins, au_plus) => {
                let mut ici = departs.to_vec();
                let mut atteints = if *au_moins == 0 { ici.clone() } else { Vec::new() };
                let mut tour = 0;
                while !ici.is_empty() && au_plus.is_none_or(|au_plus| tour < au_plus) {
                    ici = forme.suites(signes, &ici);
                    tour += 1;
                    if tour >= *au_moins {
                        ici.retain(|i| !atteints.contains(i));
                        atteints.extend(&ici);
                    }
                }
                atteints
            }
        };
        arrivees.sort_unstable();
        arrivees.dedup();
        arrivees
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHIFFRE: Forme = Forme::Signe(&[('0', '9')]);

    #[test]
    fn repetitions_et_choix() {
        const DEUX_A_TROIS: Forme = Forme::Fois(&CHIFFRE, 2, Some(3));
        assert!(DEUX_A_TROIS.convient("12") && DEUX_A_TROIS.convient("123"));
        assert!(!DEUX_A_TROIS.convient("1") && !DEUX_A_TROIS.convient("1234") && !DEUX_A_TROIS.convient("1a"));
        const A_OU_VIDE: Forme = Forme::Suite(&[Forme::Choix(&[Forme::Signe(&[('a', 'a')]), Forme::Suite(&[])]), CHIFFRE]);
        assert!(A_OU_VIDE.convient("a1") && A_OU_VIDE.convient("1") && !A_OU_VIDE.convient("a"));
    }

    #[test]
    fn une_forme_couteuse_reste_rapide() {
        const IMBRIQUEE: Forme = Forme::Fois(&Forme::Fois(&CHIFFRE, 1, None), 1, None);
        assert!(!IMBRIQUEE.convient(&format!("{}a", "1".repeat(500))));
    }
}
