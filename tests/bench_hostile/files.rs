//! The files: those that were asked about, then those that are long to read for what they say.

use std::io::{self, Write};

use crate::archive::{BOOK_HEADER, NO_SHEET, NO_STRINGS, xlsx};

/// A file that means harm, or that nobody meant to give.
pub(crate) struct Hostile {
    /// What it is, in French.
    pub(crate) name: &'static str,
    pub(crate) extension: &'static str,
    pub(crate) write: fn(&mut dyn Write) -> io::Result<()>,
}

const GIB: usize = 1 << 30;
const MIB: usize = 1 << 20;
/// As many as the reference file.
const ROWS: usize = 200_000;

pub(crate) fn all() -> Vec<Hostile> {
    let file = |extension, name, write| Hostile { name, extension, write };
    let csv = |name, write| file("csv", name, write);
    vec![
        csv("rien", |_| Ok(())),
        csv("un en-tête seul", |out| out.write_all(b"id,nom\n")),
        csv("des colonnes absentes et en double", |out| rows(out, "id,nom,id", ROWS, |rank| format!("{rank},Mairie,{rank}"))),
        csv("une ligne sans fin", |out| repeat(out, b"a", GIB)),
        csv("une deuxième ligne sans fin", |out| {
            out.write_all(b"id,nom\n1,a\n")?;
            repeat(out, b"a", GIB)
        }),
        csv("un guillemet resté ouvert", |out| {
            out.write_all(b"id,nom\n1,\"a\n")?;
            repeat(out, format!("{}\n", "x".repeat(16_000)).as_bytes(), GIB)
        }),
        csv("200 000 lignes, des guillemets mal fermés", |out| {
            rows(out, "id,nom,adresse", ROWS, |rank| format!("{rank},\"Salle \"Jean {rank}\"\",\"12 \"rue\", du Port\""))
        }),
        csv("4 millions de lignes, les mêmes", |out| {
            rows(out, "id,nom,adresse", 20 * ROWS, |rank| format!("{rank},\"Salle \"Jean {rank}\"\",\"12 \"rue\", du Port\""))
        }),
        csv("des octets nuls", |out| {
            out.write_all(b"id,nom\n")?;
            repeat(out, b"1,\0\0\0\0\0\0\n", 64 * MIB)
        }),
        // Enough of it is for the whole to be read as UTF-8.
        csv("200 000 lignes qui ne sont pas en UTF-8", |out| {
            rows(out, "id,nom", 10_000, |rank| format!("a{rank},éàè"))?;
            (0..ROWS).try_for_each(|rank| {
                write!(out, "{rank},")?;
                out.write_all(b"\xE9t\xE9\n")
            })
        }),
        csv("10 000 colonnes", |out| {
            let header: Vec<String> = (0..10_000).map(|rank| format!("colonne{rank}")).collect();
            out.write_all(header.join(",").as_bytes())?;
            repeat(out, format!("\n{}", vec!["x"; 10_000].join(",")).as_bytes(), 256 * MIB)
        }),
        csv("240 lignes d'un million de virgules", |out| {
            out.write_all(b"id,nom\n")?;
            repeat(out, format!("{}\n", ",".repeat(1_000_000)).as_bytes(), 240_000_000)
        }),
        csv("500 000 formules", |out| {
            rows(out, "id,nom,adresse", 250_000, |rank| format!("{rank},=1+{rank},\"=HYPERLINK(\"\"{rank}\"\")\""))
        }),
        file("xlsx", "un classeur dont un texte a 1 Gio", |out| out.write_all(&xlsx(("<sst><si><t>", " ", GIB), NO_SHEET))),
        file("xlsx", "un classeur de 66 millions de cases vides", |out| {
            let start = format!("{BOOK_HEADER}<row>");
            out.write_all(&xlsx(NO_STRINGS, (&start, "<c/>", 66_000_000)))
        }),
        file("xlsx", "un classeur de 10 millions de balises ouvertes", |out| {
            out.write_all(&xlsx(NO_STRINGS, (BOOK_HEADER, "<a>", 10_000_000)))
        }),
        file("json", "une liste JSON de 2 Gio", |out| {
            let text = "Longue présentation.".repeat(40);
            out.write_all(b"[")?;
            for rank in 0..2 * GIB / text.len() {
                write!(out, "{{\"id\":\"{rank}\",\"nom\":\"Médiathèque\",\"presentation_detail\":\"{text}\"}},")?;
            }
            out.write_all(b"{}]")
        }),
        file("json", "1 Gio de crochets", |out| {
            out.write_all(b"[{\"id\":")?;
            repeat(out, b"[", GIB)
        }),
        file("json", "mille clés, puis des objets d'une seule", |out| {
            let keys: String = (0..1_000).map(|key| format!("\"cle{key}\":1,")).collect();
            write!(out, "[{{{keys}\"id\":\"1\"}}")?;
            repeat(out, b",{\"cle1\":1}", 64 * MIB)?;
            out.write_all(b"]")
        }),
        csv("200 000 cases à trois lettres d'une valeur", |out| {
            rows(out, "id,services", ROWS, |rank| {
                let odd: String = letters(rank, 3);
                let (a, b, c) = (&odd[..1], &odd[1..2], &odd[2..]);
                format!("{rank},Aide aux d{a}marches administ{b}atives de la vi{c}")
            })
        }),
        csv("200 000 cases de six mots inventés", |out| {
            rows(out, "id,services", ROWS, |rank| {
                let words: Vec<String> = (0..6).map(|word| letters(rank * 7 + word, 4 + word % 5)).collect();
                format!("{rank},{}", words.join(" "))
            })
        }),
        csv("les mêmes dans une liste de codes", |out| {
            rows(out, "id,typologie", ROWS, |rank| {
                let words: Vec<String> = (0..6).map(|word| letters(rank * 7 + word, 4 + word % 5)).collect();
                format!("{rank},{}", words.join(" "))
            })
        }),
        csv("500 000 horaires écrits en français", |out| {
            rows(out, "id,horaires", 500_000, |rank| {
                let (hour, minute) = (rank / 60 % 4 + 7, rank % 60);
                format!(
                    "{rank},\"Du lundi au vendredi de {hour}h{minute:02} à 12h et le samedi de 14h à {}h{minute:02}\"",
                    hour + 8
                )
            })
        }),
        csv("500 000 horaires justes, tous différents", |out| {
            rows(out, "id,horaires", 500_000, |rank| {
                let (opens, closes) = (
                    format!("{:02}:{:02}", rank % 5 + 7, rank / 5 % 60),
                    format!("{:02}:{:02}", rank / 300 % 5 + 16, rank / 1_500 % 60),
                );
                format!("{rank},\"week {}-52 Mo-Fr {opens}-12:00,14:00-{closes}; Sa[1] 10:00-12:00; PH off\"", rank / 90_000 + 1)
            })
        }),
        // Rare: what is told of them asks for the whole grammar.
        csv("200 000 horaires d'après le soleil", |out| {
            rows(out, "id,horaires", ROWS, |rank| {
                let shift = format!("{:02}:{:02}", rank / 60 % 4, rank % 60);
                format!("{rank},\"Mo-Fr (sunrise+{shift})-(sunset-{shift}); easter -{} days off\"", rank / 240 + 1)
            })
        }),
        csv("20 000 lignes, un million d'adresses mal écrites", |out| {
            rows(out, "id,courriels", 20_000, |rank| {
                let parts: Vec<String> =
                    (0..50).map(|part| format!("{}@{part} ville.example", letters(rank + part, 6))).collect();
                format!("{rank},{}", parts.join("|"))
            })
        }),
        csv("trois millions d'adresses justes, cinquante par case", |out| {
            rows(out, "id,courriels", 60_000, |rank| {
                let parts: Vec<String> = (0..50).map(|part| format!("{}{part}@ville.example", letters(rank, 6))).collect();
                format!("{rank},{}", parts.join("|"))
            })
        }),
        csv("trois millions de conseils", |out| {
            rows(out, "id,site_web", 60_000, |rank| {
                let parts: Vec<String> = (0..50).map(|part| format!("https://{}{part}", letters(rank, 6))).collect();
                format!("{rank},{}", parts.join("|"))
            })
        }),
        csv("500 000 cases toutes fautives et toutes différentes", |out| {
            rows(out, "id,telephone,date_maj", 250_000, |rank| format!("{rank},poste {rank},jour {rank}"))
        }),
        csv("64 cases d'un mégaoctet de séparateurs", |out| {
            rows(out, "id,services", 64, |rank| format!("{rank},{}", "|".repeat(1_000_000)))
        }),
        csv("64 cases d'un mégaoctet, 500 000 valeurs chacune", |out| {
            rows(out, "id,services", 64, |rank| format!("{rank},{}", "a|".repeat(500_000)))
        }),
    ]
}

fn rows(out: &mut dyn Write, header: &str, count: usize, row: impl Fn(usize) -> String) -> io::Result<()> {
    writeln!(out, "{header}")?;
    (0..count).try_for_each(|rank| writeln!(out, "{}", row(rank)))
}

/// Writes the same bytes until there are `total` of them.
fn repeat(out: &mut dyn Write, bytes: &[u8], total: usize) -> io::Result<()> {
    let piece = bytes.repeat((MIB / bytes.len()).max(1));
    (0..total.div_ceil(piece.len())).try_for_each(|_| out.write_all(&piece))
}

/// So many small letters, which depend on a number.
fn letters(number: usize, count: usize) -> String {
    let mut left = crate::dice::scattered(number as u64);
    let letter = |_| {
        let letter = b'a' + u8::try_from(left % 26).expect("a letter");
        left /= 26;
        char::from(letter)
    };
    (0..count).map(letter).collect()
}
