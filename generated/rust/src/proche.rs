//! La valeur permise la plus proche d'une valeur inconnue.

/// Le texte sans casse, sans accent et sans signes.
fn simple(texte: &str) -> Vec<char> {
    texte
        .chars()
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'à' | 'â' | 'ä' => 'a',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'î' | 'ï' => 'i',
            'ô' | 'ö' => 'o',
            'ù' | 'û' | 'ü' => 'u',
            'ç' => 'c',
            c => c,
        })
        .filter(|c| c.is_alphanumeric())
        .collect()
}

/// Nombre de lettres à changer, ajouter ou retirer pour passer d'un texte à l'autre.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut ligne: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonale = std::mem::replace(&mut ligne[0], i + 1);
        for (j, y) in b.iter().enumerate() {
            let change = diagonale + usize::from(x != y);
            diagonale = ligne[j + 1];
            ligne[j + 1] = change.min(diagonale + 1).min(ligne[j] + 1);
        }
    }
    ligne[b.len()]
}

/// Le candidat le plus proche, s'il l'est assez pour être proposé : moins de deux lettres sur cinq diffèrent.
pub(crate) fn proche(texte: &str, candidats: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    let texte = simple(texte);
    candidats
        .filter_map(|candidat| {
            let autre = simple(candidat);
            let ecart = distance(&texte, &autre);
            (ecart * 5 <= texte.len().max(autre.len()) * 2).then_some((ecart, candidat))
        })
        .min_by_key(|(ecart, _)| *ecart)
        .map(|(_, candidat)| candidat)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn une_faute_de_frappe_est_reconnue() {
        let liste = ["Surdité", "Illettrisme"];
        assert_eq!(proche("surdite", liste.into_iter()), Some("Surdité"));
        assert_eq!(proche("Iletrisme", liste.into_iter()), Some("Illettrisme"));
        assert_eq!(proche("Gratuit", liste.into_iter()), None);
    }
}
