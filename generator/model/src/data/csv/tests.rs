//! Rows are those that other readers give, and quotes in the wrong place cost one cell.

use super::*;

fn open(text: &str) -> Csv<&[u8]> {
    Csv::open(text.as_bytes(), CsvFormat::default()).expect("bytes in memory")
}

/// Cells by row, and the rules of faults with their rows.
type Read = (Vec<Vec<String>>, Vec<(FileRule, Option<u64>)>);

fn rows(text: &str) -> Read {
    let mut csv = open(text);
    let (mut block, mut rows, mut faults) = (Block::new(), Vec::new(), Vec::new());
    faults.extend(csv.faults().iter().map(|fault| (fault.rule, fault.row)));
    while csv.next(&mut block).expect("bytes in memory") {
        rows.extend(block.rows().map(|row| (0..row.len()).map(|i| row.text(i).into_owned()).collect::<Vec<_>>()));
        faults.extend(block.faults().iter().map(|fault| (fault.rule, fault.row)));
    }
    (rows, faults)
}

#[test]
fn usual_files_are_read() {
    for text in [
        "a,b,c\n1,2,3\n4,5,6\n",
        "a,b,c\r\n1,2,3\r\n4,5,6",
        "\"a\",\"b\",\"c\"\n\"1\",\"2\",\"3\"\n\"4\",\"5\",\"6\"",
        "a,\"b\",c\r\n\"1\",2,\"3\"\r\n4,\"5\",6\r\n",
        "\n\na,b,c\n1,2,3\n\n4,5,6\n\n\n",
    ] {
        let (rows, faults) = rows(text);
        assert_eq!(rows, [["1", "2", "3"], ["4", "5", "6"]], "{text}");
        assert_eq!(faults, [], "{text}");
        assert_eq!(open(text).header(), ["a", "b", "c"], "{text}");
    }
}

#[test]
fn a_row_of_white_space_is_blank() {
    let (rows, faults) = rows("a,b\n1,2\n ,\u{a0}\n\" \",\n,\n3, \n");
    assert_eq!((rows, faults), (vec![vec!["1".to_owned(), "2".to_owned()], vec!["3".to_owned(), " ".to_owned()]], vec![]));
}

#[test]
fn quotes_protect_what_they_hold() {
    let (rows, faults) = rows("a,b\n\"x,\ny\",\"say \"\"hi\"\"\"\n\"\",\"\"\"\"\n");
    assert_eq!(rows, [["x,\ny", "say \"hi\""], ["", "\""]]);
    assert_eq!(faults, []);
}

/// Text, cells, rows with a stray quote.
type Case<'a> = (&'a str, &'a [&'a [&'a str]], &'a [u64]);

#[test]
fn a_stray_quote_costs_one_cell() {
    let stray = FileRule::StrayQuote;
    let cases: [Case<'_>; 9] = [
        ("a,b\n\"Gra\"tuit\",2\n3,4\n", &[&["Gra\"tuit", "2"], &["3", "4"]], &[2]),
        ("a,b\n\"Salle \"Jean\"\",2\n3,4\n", &[&["Salle \"Jean\"", "2"], &["3", "4"]], &[2]),
        ("a,b\n\"ouvert,2\n3,4\n", &[&["\"ouvert", "2"], &["3", "4"]], &[2]),
        ("a,b\n\"ouvert,2\n\"3\",\"4\"\n5,6\n", &[&["\"ouvert", "2"], &["3", "4"], &["5", "6"]], &[2]),
        ("a,b\n1,2\n3,\"fin\n", &[&["1", "2"], &["3", "fin"]], &[3]),
        ("a,b\n\"1\",\"x\"y\"z\"\n\"3\",\"4\"\n", &[&["1", "x\"y\"z"], &["3", "4"]], &[2]),
        ("a,b,c\n\"1\",\"le \"lieu\"\",\"3\"\n4,5,6\n", &[&["1", "le \"lieu\"", "3"], &["4", "5", "6"]], &[2]),
        ("a,b,c\n\"Bureau\" des,2,\"x, y\"\n3,4,5\n", &[&["\"Bureau\" des", "2", "x, y"], &["3", "4", "5"]], &[2]),
        ("a,b\n5,deux \"mots\" ici\n3,4\n", &[&["5", "deux \"mots\" ici"], &["3", "4"]], &[]),
    ];
    for (text, expected, lines) in cases {
        let (rows, faults) = rows(text);
        assert_eq!(rows, expected, "{text}");
        assert_eq!(faults, lines.iter().map(|line| (stray, Some(*line))).collect::<Vec<_>>(), "{text}");
    }
}

#[test]
fn files_without_a_table_say_so() {
    for (text, rule) in [("", FileRule::Empty), ("\n\r\n", FileRule::Empty), ("a\0,b\n1,2\n", FileRule::Unreadable)] {
        let csv = open(text);
        assert!(csv.header().is_empty());
        assert_eq!(csv.faults().iter().map(|fault| fault.rule).collect::<Vec<_>>(), [rule], "{text:?}");
    }
    let wide = (0..=MOST_COLUMNS).map(|i| i.to_string()).collect::<Vec<_>>().join(",");
    assert_eq!(rows(&wide).1, [(FileRule::Unreadable, Some(1))]);
}

#[test]
fn a_row_without_end_is_left_out_and_the_rest_is_read() {
    let text = format!("a,b\n1,2\n{}\n3,4\n", "x".repeat(LONGEST_ROW * 2));
    let (read, faults) = rows(&text);
    assert_eq!(read, [["1", "2"], ["3", "4"]]);
    assert_eq!(faults, [(FileRule::LongRow, Some(3))]);
    let text = format!("a,b\n\"1,2\n{}", "3,4\n".repeat(LONGEST_ROW / 2));
    let (read, faults) = rows(&text);
    assert_eq!(read.len(), LONGEST_ROW / 2 + 1);
    assert_eq!(faults, [(FileRule::StrayQuote, Some(2))]);
}

#[test]
fn the_longest_row_is_read_wherever_it_stands() {
    for before in [0, 3, CHUNK - 9, CHUNK - 8, CHUNK - 7, LONGEST_ROW - CHUNK, LONGEST_ROW - 8, LONGEST_ROW - 2] {
        for (length, end, is_read) in [
            (LONGEST_ROW, "\n3,4\n", true),
            (LONGEST_ROW, "", true),
            (LONGEST_ROW + 1, "\n3,4\n", false),
            (LONGEST_ROW + 1, "", false),
        ] {
            let row = format!("{},2", "x".repeat(length - 2));
            let text =
                format!("a,b\n{}{row}{end}", if before == 0 { String::new() } else { format!("{},b\n", "y".repeat(before)) });
            let (read, faults) = rows(&text);
            let owed = usize::from(before > 0) + usize::from(is_read) + usize::from(!end.is_empty());
            assert_eq!((read.len(), faults.is_empty()), (owed, is_read), "{before} {length} {end:?}");
        }
    }
}

#[test]
fn a_file_that_is_no_table_is_left_early() {
    let (read, faults) = rows(&format!("a,b\n{}", "x\n".repeat(200_000)));
    assert_eq!(read.len() as u64, MOST_BAD_ROWS);
    assert_eq!(faults.last().map(|(rule, _)| *rule), Some(FileRule::Capped));
}

#[test]
fn a_file_that_stops_in_the_middle_of_a_row_says_so() {
    let (read, faults) = rows("a,b,c\n1,2,3\n4,5");
    assert_eq!(read, [vec!["1", "2", "3"], vec!["4", "5"]]);
    assert_eq!(faults, [(FileRule::Truncated, Some(3))]);
    assert_eq!(rows("a,b,c\n1,2,3\n4,5\n").1, []);
    assert_eq!(rows("a,b,c\n1,2,3\n4,5,6").1, []);
}

/// A line break in another cell does not cut the row in two; a row that follows is never taken with it.
#[test]
fn a_stray_quote_and_a_line_break_cost_one_cell() {
    let stray = Some((FileRule::StrayQuote, Some(2)));
    for (row, cells) in [
        ("\"Le \"Lieu\", 1\",\"x\",\"un\ndeux\"\n", ["Le \"Lieu\", 1", "x", "un\ndeux"]),
        ("\"Le \"\"Lieu\"\", 1\",\"\",\"un\r\ndeux\"\r\n", ["Le \"Lieu\", 1", "", "un\r\ndeux"]),
        ("\"Méd, \"1\"\",\"\",\"un\ndeux\ntrois\"\n", ["Méd, \"1\"", "", "un\ndeux\ntrois"]),
        ("\"Le \"Lieu\", 1\",\"x\",\"y\"\n", ["Le \"Lieu\", 1", "x", "y"]),
    ] {
        let (read, faults) = rows(&format!("\"a\",\"b\",\"c\"\n{row}\"4\",\"5\",\"6\"\n"));
        assert_eq!(read, [cells, ["4", "5", "6"]], "{row}");
        assert_eq!(faults, stray.filter(|_| !row.contains("\"\"Lieu")).into_iter().collect::<Vec<_>>(), "{row}");
    }
    // A quote that lacks between two cells is told from their neighbours, over a line break too.
    for (row, cells) in [
        ("\"1\",\"Le lieu,\"x\"\n", ["1", "Le lieu", "x"]),
        ("\"1\",\"Le lieu,\"un\ndeux\"\n", ["1", "Le lieu", "un\ndeux"]),
        ("\"1\",\"\"\"Le lieu\"\", 1,\"un\ndeux\"\n", ["1", "\"Le lieu\", 1", "un\ndeux"]),
    ] {
        let (read, faults) = rows(&format!("\"a\",\"b\",\"c\"\n{row}\"4\",\"5\",\"6\"\n"));
        assert_eq!(read, [cells, ["4", "5", "6"]], "{row}");
        assert_eq!(faults, stray.into_iter().collect::<Vec<_>>(), "{row}");
    }
    // It has an open cell, and what follows is a row.
    let (read, _) = rows("a,b,c\n\"1\"x,\"2\",\"3\",\"z\n\"4\",\"5\",\"6\"\n\"7\",\"8\",\"9\"\n");
    assert_eq!(read[1..], [["4", "5", "6"], ["7", "8", "9"]]);
}

#[test]
fn a_stray_quote_in_the_header_costs_one_name() {
    for (text, header) in
        [("\"a,b\n1,2\n", ["\"a", "b"]), ("\"a\" x,b\n1,2\n", ["\"a\" x", "b"]), ("\"a\"x\",b\n1,2\n", ["a\"x", "b"])]
    {
        let (read, faults) = rows(text);
        assert_eq!(open(text).header(), header, "{text}");
        assert_eq!((read, faults), (vec![vec!["1".to_owned(), "2".to_owned()]], vec![(FileRule::StrayQuote, Some(1))]), "{text}");
    }
    let text = format!("\"a,b\n{}", "1,2\n".repeat(LONGEST_ROW / 2));
    assert_eq!(rows(&text).1, [(FileRule::StrayQuote, Some(1))]);
    assert_eq!(rows(&text).0.len(), LONGEST_ROW / 2);
}

#[test]
fn a_quote_that_parts_two_cells_does_not_part_two_others() {
    let (read, faults) = rows("a,b,c,d\n\"1\",\",2\",\"\"3\"4\"\n5,6,7,8\n");
    assert_eq!(read.last().map(Vec::as_slice), Some(["5", "6", "7", "8"].map(String::from).as_slice()));
    assert_eq!(faults.first(), Some(&(FileRule::StrayQuote, Some(2))));
}

#[test]
fn a_header_below_a_title_has_its_quotes() {
    let mut csv = open("Lieux,,,,\n\"id\",\"nom \"\"usuel\"\"\",adresse,commune,courriel\n1,2,3,4,5\n");
    csv.look_below(&|name| !name.is_empty() && name != "Lieux");
    assert_eq!(
        (csv.header_row, csv.header()),
        (2, ["id", "nom \"usuel\"", "adresse", "commune", "courriel"].map(String::from).as_slice())
    );
}

#[test]
fn a_row_of_too_many_cells_is_left_out_and_the_rest_is_read() {
    let cell = |what: &str, count: usize| vec![what; count].join(",");
    for what in ["", "x", "\"x\"", "a \"b\"", "\"a\"b\"", "\"a"] {
        // Rows start at any place among the bytes that are looked at together.
        for before in ["", "1", "12,3456789\n7", &"z".repeat(63)] {
            for (count, is_left_out) in [(MOST_CELLS, false), (MOST_CELLS + 1, true), (MOST_CELLS + 90, true), (300_000, true)] {
                let (read, faults) = rows(&format!("a,b\n{before},2\n{}\n3,4\n", cell(what, count)));
                let wide = faults.iter().filter(|(rule, _)| *rule == FileRule::LongRow).count();
                assert_eq!(wide, usize::from(is_left_out), "{what:?} {before:?} {count}: {faults:?}");
                assert_eq!(read.last().map(Vec::as_slice), Some(["3".to_owned(), "4".to_owned()].as_slice()), "{what:?} {count}");
                let longest = read.iter().map(Vec::len).max();
                let expected = if is_left_out || what.is_empty() { 2 } else { MOST_CELLS };
                assert_eq!(longest, Some(expected), "{what:?} {before:?} {count}");
            }
        }
    }
    let header = |count| rows(&format!("{}\n1\n", cell("x", count))).1;
    assert_eq!(header(MOST_COLUMNS), []);
    assert_eq!(header(MOST_CELLS + 1), [(FileRule::Unreadable, Some(1))]);
    let said = open(&format!("{}\n1\n", cell("x", 300_000))).faults()[0].message.replace('\u{202f}', " ");
    assert_eq!(said, "l'en-tête compte plus de 16 384 colonnes, 1 024 au plus sont lues");
}
