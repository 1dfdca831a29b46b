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
fn lists_are_joined_however_they_are_written() {
    for list in [r#"["x","y"]"#, "[ \"x\" ,\t\"y\"\r ]", r#"["\u0078","y"]"#, r#"["x","\u0079"]"#] {
        assert_eq!(read(&format!(r#"[{{"a":{list},"b":["z"]}}]"#)).1, [["x|y", "z"]], "{list}");
    }
    let (_, rows, faults) = read(r#"[{"a":[ ],"b":[""],"c":["",""],"d":["x",1,null,true],"e":["é,\"]"]}]"#);
    assert_eq!(rows, [["", "", "|", "x|1||true", "é,\"]"]]);
    assert_eq!(faults, []);
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
