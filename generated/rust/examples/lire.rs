//! Lit un fichier CSV du standard et en dit l'essentiel.
//!
//! `cargo run --all-features --example lire -- lieux.csv`

use std::process::ExitCode;

use lieux_mediation_numerique::csv;

fn main() -> ExitCode {
    let Some(chemin) = std::env::args().nth(1) else {
        eprintln!("usage : lire FICHIER.csv");
        return ExitCode::from(2);
    };
    let fichier = match std::fs::File::open(&chemin) {
        Ok(fichier) => fichier,
        Err(erreur) => {
            eprintln!("{chemin} : {erreur}");
            return ExitCode::from(2);
        }
    };
    let (mut bons, mut mauvais) = (0, 0);
    for lieu in csv::lire(fichier) {
        match lieu {
            Ok(_) => bons += 1,
            Err(erreur) => {
                mauvais += 1;
                println!("{erreur}");
            }
        }
    }
    println!("{bons} lignes valides, {mauvais} en défaut");
    if mauvais == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
