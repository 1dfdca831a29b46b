//! Ce qui est écrit se relit, à l'identique.

#![cfg(all(feature = "csv", feature = "json"))]

use lieux_mediation_numerique::{CHAMPS, COLONNES, Defaut, Lieu, csv};

/// Un lieu dont les cases libres contiennent tout ce qui pourrait gêner un fichier.
fn lieu_piege() -> Lieu {
    let schema: serde_json::Value = serde_json::from_str(lieux_mediation_numerique::JSON_SCHEMA).expect("du JSON");
    let exemples = |champ: &str| schema["properties"][champ]["examples"][0].clone();
    let mut objet = serde_json::Map::new();
    for champ in COLONNES {
        let exemple = exemples(champ);
        let propriete = &schema["properties"][champ];
        // Libre : un texte auquel le schéma ne demande rien d'autre que d'être rempli.
        let demande = |cle: &str| !["title", "description", "type", "examples", "minLength"].contains(&cle);
        let libre = propriete["type"] == "string"
            && propriete["minLength"].as_u64().unwrap_or_default() <= 1
            && !propriete.as_object().is_some_and(|cles| cles.keys().any(|cle| demande(cle)));
        let valeur = if libre { serde_json::Value::from("L'« été », dit-il : \"12 | 13\"\nà Saint-Étienne; été") } else { exemple };
        if !valeur.is_null() {
            objet.insert(champ.to_owned(), valeur);
        }
    }
    Lieu::depuis_json(&serde_json::Value::from(objet).to_string()).expect("un lieu")
}

#[test]
fn csv_aller_retour() {
    let lieux = [lieu_piege(), lieu_piege()];
    let mut fichier = Vec::new();
    csv::ecrire(&mut fichier, &lieux).expect("une écriture");
    let relus: Vec<Lieu> = csv::lire(fichier.as_slice()).collect::<Result<_, _>>().expect("une lecture");
    assert_eq!(relus, lieux);
}

#[test]
fn json_aller_retour() {
    let lieu = lieu_piege();
    let texte = lieu.en_json().expect("du JSON");
    assert_eq!(Lieu::depuis_json(&texte), Ok(lieu));
}

#[test]
fn l_ordre_des_colonnes_est_libre_et_une_colonne_inconnue_est_ignoree() {
    let lieu = lieu_piege();
    let mut fichier = ::csv::Writer::from_writer(Vec::new());
    let colonnes: Vec<&str> = COLONNES.iter().rev().copied().chain(["inconnue"]).collect();
    fichier.write_record(&colonnes).expect("un en-tête");
    let cases: Vec<String> = lieu.cases().into_iter().rev().chain(["x".to_owned()]).collect();
    fichier.write_record(&cases).expect("une ligne");
    let octets = fichier.into_inner().expect("des octets");
    let relu = csv::lire(octets.as_slice()).next().expect("une ligne").expect("un lieu");
    assert_eq!(relu, lieu);
}

#[test]
fn une_ligne_en_defaut_n_arrete_pas_la_lecture_et_nomme_ses_cases() {
    let lieu = lieu_piege();
    let mut fichier = ::csv::Writer::from_writer(Vec::new());
    fichier.write_record(COLONNES).expect("un en-tête");
    fichier.write_record(vec![""; COLONNES.len()]).expect("une ligne vide");
    fichier.write_record(lieu.cases()).expect("une ligne");
    let octets = fichier.into_inner().expect("des octets");
    let lus: Vec<_> = csv::lire(octets.as_slice()).collect();
    assert_eq!(lus.len(), 2);
    if CHAMPS.iter().all(|champ| !champ.obligatoire) {
        // Rien n'est demandé : la ligne vide est un lieu dont on ne sait rien.
        assert!(lus.iter().all(Result::is_ok));
        return;
    }
    match &lus[0] {
        Err(csv::ErreurCsv::Ligne { ligne, erreurs }) => {
            assert_eq!(*ligne, 2);
            assert!(!erreurs.is_empty() && erreurs.iter().all(|erreur| erreur.defaut == Defaut::Vide));
        }
        autre => panic!("{autre:?}"),
    }
    assert_eq!(lus[1].as_ref().ok(), Some(&lieu));
}
