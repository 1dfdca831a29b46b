//! Lists and lines give the same rows; what cannot be a row says so, and the others are read.

use super::*;
use crate::data::FileRule;
use crate::data::csv::MOST_COLUMNS;

type Read = (Vec<String>, Vec<Vec<String>>, Vec<(FileRule, Option<u64>)>);

/// Gives one byte, then two, then three, then one… at a time.
struct Slowly<'t>(&'t [u8], usize);

impl io::Read for Slowly<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        self.1 = self.1 % 3 + 1;
        let count = self.1.min(out.len()).min(self.0.len());
        out[..count].copy_from_slice(&self.0[..count]);
        self.0 = &self.0[count..];
        Ok(count)
    }
}

fn rows_of(mut json: Json<impl io::Read>) -> Read {
    let mut block = Block::new();
    let (mut rows, mut faults) = (Vec::new(), Vec::new());
    faults.extend(json.faults().iter().map(|fault| (fault.rule, fault.row)));
    while json.next(&mut block).expect("bytes in memory") {
        rows.extend(block.rows().map(|row| (0..row.len()).map(|i| row.text(i).into_owned()).collect::<Vec<_>>()));
        faults.extend(block.faults().iter().map(|fault| (fault.rule, fault.row)));
        faults.extend(block.first_blank.map(|row| (FileRule::BlankRow, Some(row))));
    }
    (json.header().to_vec(), rows, faults)
}

fn read(text: &str) -> Read {
    let whole = rows_of(Json::open(text.as_bytes()).expect("bytes in memory"));
    assert_eq!(rows_of(Json::open(Slowly(text.as_bytes(), 0)).expect("bytes in memory")), whole, "{text}");
    whole
}

#[test]
fn lists_and_lines_give_the_same_rows() {
    for text in [
        r#"[{"a":"1","b":"x"},{"a":"2","b":"y"}]"#,
        "\n[\n  { \"a\" : \"1\",\n \"b\":\"x\" } ,\n  {\"b\":\"y\",\"a\":\"2\"}\n]\n",
        "{\"a\":\"1\",\"b\":\"x\"}\n{\"b\":\"y\",\"a\":\"2\"}\n",
        "{\"a\":\"1\",\"b\":\"x\"}\r\n{\"a\":\"2\",\"b\":\"y\"}",
        "{\n\"a\":\"1\",\"b\":\"x\"\n}\n{\"a\":\"2\",\n\"b\":\"y\"}",
    ] {
        let (header, rows, faults) = read(text);
        assert_eq!(header, ["a", "b"], "{text}");
        assert_eq!(rows, [["1", "x"], ["2", "y"]], "{text}");
        assert_eq!(faults, [], "{text}");
    }
}

#[test]
fn values_are_kept_as_written() {
    let (_, rows, faults) =
        read(r#"[{"a":1.50,"b":true,"c":null,"d":["x","y"],"e":"L\u00e9\n\"z\"","f":[],"g":-12345678901234567890123}]"#);
    assert_eq!(rows, [["1.50", "true", "", "x|y", "Lé\n\"z\"", "", "-12345678901234567890123"]]);
    assert_eq!(faults, []);
}

#[test]
fn small_numbers_have_no_power_of_ten() {
    for (raw, text) in [("-5e-05", "-0.00005"), ("1.6e0", "1.6"), ("4.92532E+1", "49.2532")] {
        assert_eq!(read(&format!(r#"[{{"a":{raw},"b":[{raw}]}}]"#)).1, [[text, text]]);
    }
    // What may have lost its digits, or would.
    for raw in ["4.34933E+13", "1e-400", "0.1234567890123456789012e0", "true", "false"] {
        assert_eq!(read(&format!(r#"[{{"a":{raw},"b":"1e-5"}}]"#)).1, [[raw, "1e-5"]]);
    }
}

#[test]
fn lists_are_joined_however_they_are_written() {
    for list in [r#"["x","y"]"#, "[ \"x\" ,\t\"y\"\r ]", r#"["\u0078","y"]"#, r#"["x","\u0079"]"#] {
        assert_eq!(read(&format!(r#"[{{"a":{list},"b":["z"]}}]"#)).1, [["x|y", "z"]], "{list}");
    }
    let (_, rows, faults) = read(r#"[{"a":[ ],"b":[""],"c":["",""],"d":["x",1,null,true],"e":["é,\"]"]}]"#);
    assert_eq!(rows, [["", "", "|", "x|1||true", "é,\"]"]]);
    assert_eq!(faults, []);
}

#[test]
fn commas_that_lack_or_are_too_many_are_said_once_and_all_is_read() {
    let comma = |row| vec![(FileRule::StrayComma, Some(row))];
    for (text, rows, faults) in [
        (r#"[{"a":1},{"a":2}]"#, 2, vec![]),
        (" [ ] ", 0, vec![]),
        (r#"[{"a":1}{"a":2} {"a":3}]"#, 3, comma(2)),
        (r#"[{"a":1} , , {"a":2},,,{"a":3}]"#, 3, comma(2)),
        (r#"[,{"a":1},{"a":2}]"#, 2, comma(1)),
        (r#"[{"a":1},{"a":2},]"#, 2, comma(3)),
        (r#"[{"a":1}{"a":2},]"#, 2, comma(2)),
        // Lines, and objects over several lines, are in no brackets.
        ("{\"a\":1}\n{\"a\":2}\n", 2, vec![]),
        ("{\n\"a\":1\n}\n{\"a\":2}", 2, vec![]),
    ] {
        let read = read(text);
        assert_eq!((read.1.len(), read.2), (rows, faults), "{text}");
    }
    // Between two pieces of what is read, and behind an element that is left out.
    let wide = "x".repeat(CHUNK - 20);
    for gap in [" ", ",", ",,", " ,\n\n\n\n, "].map(|gap| gap.repeat(3)) {
        let text = format!("[{{\"a\":\"{wide}\"}}{gap}{{\"a\":2}}]");
        assert_eq!(read(&text).2, comma(2), "{gap}");
    }
    let long = "x".repeat(LONGEST_ROW * 2);
    let left_out = (FileRule::LongRow, Some(2));
    let text = |gap: &str| format!("[{{\"a\":1}},{{\"a\":\"{long}\"}}{gap}{{\"a\":3}}]");
    assert_eq!(read(&text(",")).2, [left_out]);
    assert_eq!(read(&text("")).2, [left_out, (FileRule::StrayComma, Some(3))]);
}

#[test]
fn the_longest_element_is_read_wherever_it_stands() {
    let object = |length: usize| format!("{{\"a\":\"{}\"}}", "x".repeat(length - 8));
    for before in [9, CHUNK - 9, CHUNK - 2, CHUNK, LONGEST_ROW - CHUNK, LONGEST_ROW - 4] {
        for (length, owed) in [(LONGEST_ROW, vec![]), (LONGEST_ROW + 1, vec![(FileRule::LongRow, Some(2))])] {
            let (first, long) = (object(before), object(length));
            for text in [format!("[{first},{long},{{\"a\":3}}]"), format!("{first}\n{long}\n{{\"a\":3}}\n")] {
                assert_eq!(read(&text).2, owed, "{before} {length}");
            }
        }
    }
}

#[test]
fn what_is_wrong_again_and_again_in_an_object_is_said_once_a_key() {
    let again = |cell: &str, count: usize| vec![cell; count].join(",");
    for (text, message) in [
        (format!("[{{\"a\":1,{}}}]", again("\"a\":1", 5_000)), "la clé « a » est là plusieurs fois dans cet élément"),
        (format!("[{{\"a\":[{}]}}]", again("[]", 5_000)), "« a » contient un objet ou une liste de listes"),
        (format!("[{{\"a\":[{}]}}]", again(r#""\ud800""#, 5_000)), "le texte de « a » contient un caractère mal écrit"),
        (format!("[{{\"a\":[{}]}}]", again("\"x|y\"", 1_000)), "la valeur « x|y » et 999 autres de la liste contiennent « | »"),
        ("[{\"a\":[\"x|y\",\"z\"]}]".to_owned(), "la valeur « x|y » contient « | »"),
    ] {
        let mut json = Json::open(text.as_bytes()).expect("bytes in memory");
        let mut block = Block::new();
        json.next(&mut block).expect("bytes in memory");
        assert_eq!(block.faults().len(), 1, "{}", &text[..30]);
        assert!(block.faults()[0].message.contains(message), "{}", block.faults()[0].message);
    }
}

#[test]
fn blocks_end_before_their_cells_are_too_many() {
    let keys: Vec<String> = (0..MOST_COLUMNS).map(|key| format!("\"k{key}\":1")).collect();
    let (first, count) = (format!("{{{}}}", keys.join(",")), 5_000);
    for text in [format!("[{first}{}]", ",{\"k1\":1}".repeat(count)), format!("{first}{}", "\n{\"k1\":1}".repeat(count))] {
        let mut json = Json::open(text.as_bytes()).expect("bytes in memory");
        let (mut block, mut rows, mut blocks) = (Block::new(), 0, 0);
        while json.next(&mut block).expect("bytes in memory") {
            assert!(block.cells.len() <= (128 << 10) + MOST_COLUMNS, "{}", block.cells.len());
            assert_eq!(block.faults(), []);
            (rows, blocks) = (rows + block.len(), blocks + 1);
        }
        assert_eq!(rows, count + 1);
        assert!(blocks >= count * MOST_COLUMNS / (256 << 10), "{blocks}");
    }
}

#[test]
fn what_is_said_agrees_with_what_rows_are_called() {
    for (unit, long, hopeless) in [
        (Unit::Element, "cet élément dépasse 1 Mio, il n'est pas lu", "100\u{202f}000 éléments de suite"),
        (Unit::Line, "cette ligne dépasse 1 Mio, elle n'est pas lue", "100\u{202f}000 lignes de suite"),
    ] {
        let fault = told::too_long(unit, 1);
        assert_eq!(fault.message, long);
        assert_eq!(fault.help.starts_with("coupez-la, "), unit == Unit::Line);
        assert!(told::hopeless(unit, 1).message.starts_with(hopeless), "{}", told::hopeless(unit, 1).message);
    }
}

#[test]
fn what_no_cell_can_hold_is_said() {
    for text in [r#"[{"a":{"b":1}}]"#, r#"[{"a":[["b"]]}]"#, r#"[{"a":["x|y"]}]"#, r#"[{"a":"\ud800"}]"#] {
        assert_eq!(read(text).2, [(FileRule::Unreadable, Some(1))], "{text}");
    }
    assert_eq!(read(r#"[{"a":1,"a":2}]"#).2, [(FileRule::DuplicateColumn, Some(1))]);
}

#[test]
fn a_wrong_line_costs_that_line() {
    let (_, rows, faults) = read("{\"a\":1}\n{\"a\":\n\n[1]\n{\"a\":2},\n{\"a\":3}\n");
    assert_eq!(rows, [["1"], ["3"]]);
    let bad = FileRule::Unreadable;
    let expected = [(bad, Some(2)), (bad, Some(4)), (bad, Some(5)), (FileRule::BlankRow, Some(3))];
    assert_eq!(faults, expected);
    let (_, rows, faults) = read(r#"[{"a":1}, 12, {"a" 2}, {"a":3}]"#);
    assert_eq!((rows, faults), (vec![vec!["1".to_owned()], vec!["3".to_owned()]], vec![(bad, Some(2)), (bad, Some(3))]));
}

#[test]
fn a_file_that_stops_in_the_middle_says_so() {
    for text in ["[{\"a\":1},{\"a\":", "[{\"a\":1}", "[{\"a\":1},", "{\"a\":1}\n{\"a\":\"x"] {
        let (_, rows, faults) = read(text);
        assert_eq!(rows, [["1"]], "{text}");
        assert_eq!(faults.iter().map(|(rule, _)| *rule).collect::<Vec<_>>(), [FileRule::Truncated], "{text}");
    }
    assert_eq!(read("[{\"a\":1}] x").2, [(FileRule::Capped, Some(2))]);
}

#[test]
fn files_without_a_row_say_so() {
    assert_eq!(read("").2, [(FileRule::Empty, None)]);
    assert_eq!(read(" \n").2, [(FileRule::Empty, None)]);
    assert_eq!(read("[]"), (vec![], vec![], vec![]));
    for text in [r#"{"lieux":[{"a":1}]}"#, "{\n\"type\": \"x\",\n\"features\": [\n{\"a\": 1}]}", "{\"x\":1,\"features\":[{\"a\":"]
    {
        assert_eq!(read(text).2, [(FileRule::Unreadable, None)], "{text}");
    }
    let wide: Vec<String> = (0..=MOST_COLUMNS).map(|i| format!("\"{i}\":1")).collect();
    assert_eq!(read(&format!("[{{{}}}]", wide.join(","))).2, [(FileRule::Unreadable, None)]);
}

#[test]
fn a_key_met_later_is_said_where_its_value_is_not_read() {
    let filler = format!("{{\"a\":0}}\n{{\"a\":\"{}\"}}\n", "x".repeat(CHUNK));
    let last = "{\"a\":1,\"z\":2}\n{\"z\":1}\n{\"z\":null,\"a\":2}\n{\"a\":\"\"}\n";
    let (header, rows, faults) = read(&format!("{filler}{last}"));
    assert_eq!(header, ["a"]);
    assert_eq!(rows[2..], [["1"], ["2"]], "an object of which no value is read is no row");
    assert_eq!(faults, [(FileRule::UnknownColumn, Some(3)), (FileRule::Unreadable, Some(4)), (FileRule::BlankRow, Some(6))]);
}

#[test]
fn an_element_without_end_is_left_out() {
    let long = "x".repeat(LONGEST_ROW * 2);
    for text in
        [format!("[{{\"a\":1}},{{\"a\":\"{long}\"}},{{\"a\":3}}]"), format!("{{\"a\":1}}\n{{\"a\":\"{long}\"}}\n{{\"a\":3}}\n")]
    {
        let (_, rows, faults) = read(&text);
        assert_eq!(rows, [["1"], ["3"]]);
        assert_eq!(faults, [(FileRule::LongRow, Some(2))]);
    }
    let (_, _, faults) = read(&format!("[{{\"a\":1}},{{\"a\":\"{long}"));
    assert_eq!(faults, [(FileRule::LongRow, Some(2)), (FileRule::Truncated, Some(3))]);
}

#[test]
fn a_list_beyond_what_is_read_says_where_it_stops_and_lines_are_all_read() {
    let object = |rank: usize| format!("{{\"id\":\"{rank}\",\"nom\":\"{}\"}}", "a".repeat(200));
    let objects: Vec<String> = (0..10_000).map(object).collect();
    let list = format!("[{}]", objects.join(","));
    let lines = format!("{}\n", objects.join("\n"));
    let read = |text: &str, most: usize| {
        let mut json = Json::open(text.as_bytes()).expect("bytes in memory");
        json.left = (most as u64).saturating_sub(CHUNK as u64);
        let (mut block, mut rows, mut faults) = (Block::new(), 0, Vec::new());
        while json.next(&mut block).expect("bytes in memory") {
            rows += block.len();
            faults.extend(block.faults().iter().map(|fault| (fault.rule, fault.row)));
        }
        (rows, faults)
    };
    let whole = (objects.len(), Vec::new());
    assert_eq!(read(&list, list.len()), whole);
    assert_eq!(read(&lines, CHUNK * 2), whole);
    let (rows, faults) = read(&list, CHUNK * 3);
    assert!(rows < objects.len() / 2 && rows * 200 > CHUNK * 2, "{rows}");
    assert_eq!(faults, [(FileRule::Capped, Some(rows as u64 + 1))]);
}
