//! A shop's orders: what a program in Rust is made of.
#![allow(dead_code)]

use std::collections::{BTreeMap, HashMap as Map};
use std::fs::File;
use std::io::{self, Read, Write};
use std::process::Command;

pub mod store;
extern crate md5;

const LIMIT: usize = 10_000;
static mut TOTAL: u64 = 0;
static NAME: &str = "shop";

/// An order.
#[derive(Debug, Clone, PartialEq)]
pub struct Order<'a> {
    pub id: &'a str,
    price: f64,
    tags: Vec<String>,
}

struct Point(i32, i32);
struct Unit;

#[derive(Copy, Clone)]
pub enum State {
    Open,
    Closed { reason: u8 },
    Moved(u32, u32),
}

pub trait Store<T: Clone>: Send {
    type Key;
    const SIZE: usize = 1;
    fn load(&self, key: Self::Key) -> Option<T>;
    fn close(&mut self) {}
}

impl<'a> Order<'a> {
    pub fn new(id: &'a str, price: f64) -> Self {
        Self { id, price, tags: vec![] }
    }

    fn total(&self, count: u32) -> f64 {
        self.price * count as f64
    }
}

impl<'a> std::fmt::Display for Order<'a> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {:.2}", self.id, self.price)
    }
}

macro_rules! square {
    ($x:expr) => {
        $x * $x
    };
}

fn query(client: &mut Client, table: &str, ids: &[i32]) -> Result<Vec<Row>, Box<dyn std::error::Error>> {
    if ids.len() > LIMIT && !table.is_empty() {
        return Err(format!("too many: {}", table).into());
    } else if let Some(first) = ids.first() {
        println!("first is {first}");
    } else {
        panic!("no ids");
    }
    let sql = format!("SELECT * FROM {} WHERE id = {}", table, ids[0]);
    let rows = client.query(&sql, &[])?;
    Ok(rows)
}

async fn fetch(url: String) -> reqwest::Result<String> {
    let client = reqwest::Client::builder().danger_accept_invalid_certs(true).build()?;
    let text = client.get(&url).header("X-Name", NAME).send().await?.text().await?;
    Ok(text)
}

pub fn run(command: &str) -> io::Result<String> {
    let output = Command::new("sh").arg("-c").arg(command).output().expect("failed");
    let mut file = File::create("/tmp/out.txt")?;
    file.write_all(&output.stdout)?;
    let mut text = String::new();
    File::open("/tmp/in.txt")?.read_to_string(&mut text)?;
    let digest = md5::compute(text.as_bytes());
    println!("{:x}", digest);
    Ok(text)
}

fn describe(value: Option<u32>, state: &State) -> &'static str {
    match value {
        None => "nothing",
        Some(0) => "zero",
        Some(n) if n > 100 && n % 2 == 0 => "large",
        Some(1..=9 | 20) => "small",
        Some(_) => match state {
            State::Open => "open",
            State::Closed { reason } if *reason == b'x' => "closed",
            State::Closed { .. } => "other",
            State::Moved(x, _) => {
                let _y = *x;
                "moved"
            }
        },
    }
}

fn numbers<T>(items: &[T], mut start: i64) -> i64
where
    T: Into<i64> + Copy,
{
    for item in items.iter() {
        start += (*item).into();
    }
    for (index, _) in items.iter().enumerate().filter(|(i, _)| i % 2 == 1) {
        start ^= index as i64 | 0xff;
    }
    while start > 100 {
        start -= 1;
    }
    let found = 'outer: loop {
        for i in 0..10 {
            if i == 5 {
                continue;
            }
            if start < i {
                break 'outer i;
            }
        }
        start = start >> 1;
    };
    let squares: Vec<i64> = (1..=found).map(|x| square!(x)).collect::<Vec<_>>();
    let add = move |a: i64, b: i64| -> i64 { a + b };
    let pair = (add(1, 2), squares[0]);
    let array = [0u8; 16];
    let Point(x, y) = Point { 0: 1, 1: -2 };
    start = if x == y || pair.0 != 3 { array.len() as i64 } else { pair.1 };
    start
}

fn main() {
    let order = Order { id: "a", ..Order::new("b", 1.5e3) };
    let mut counts: Map<&str, BTreeMap<u8, bool>> = Map::new();
    counts.entry("x").or_insert_with(BTreeMap::new).insert(1, true);
    unsafe {
        TOTAL += 1;
        let pointer = &TOTAL as *const u64;
        std::mem::transmute::<u64, f64>(*pointer);
    }
    let text = r#"raw "text""#;
    let key = b"0123456789abcdef";
    assert_eq!(text.len(), 10, "length of {}", text);
    while let Some(name) = std::env::args().next() {
        eprintln!("{}", name);
    }
    let Ok(value) = std::env::var("PASSWORD") else { return };
    if !matches!(order.tags.get(0), Some(t) if t == &value) {
        std::process::exit(key[0] as i32);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals() {
        assert!(Order::new("a", 2.0).total(3) > 5.0);
    }
}
