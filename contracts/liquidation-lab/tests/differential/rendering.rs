//! Wire values in a form that fits a terminal.

use crate::comparison::Entry;
use crate::steps::Answer;
use soroban_sdk::xdr::{ContractEvent, ContractEventBody, ScAddress, ScVal};

pub fn value(value: &ScVal) -> String {
    match value {
        ScVal::Void => "void".into(),
        ScVal::Bool(b) => b.to_string(),
        ScVal::U32(n) => n.to_string(),
        ScVal::U64(n) => n.to_string(),
        ScVal::I128(n) => (i128::from(n.hi) << 64 | i128::from(n.lo)).to_string(),
        ScVal::Symbol(name) => name.to_string(),
        ScVal::Address(ScAddress::Contract(id)) => format!("C{:02x}{:02x}", id.0 .0[0], id.0 .0[31]),
        ScVal::Vec(Some(items)) => {
            let items: Vec<String> = items.iter().map(self::value).collect();
            format!("[{}]", items.join(", "))
        }
        ScVal::Map(Some(entries)) => {
            let pair = |(k, v): (&ScVal, &ScVal)| format!("{}: {}", self::value(k), self::value(v));
            let entries: Vec<String> = entries.iter().map(|e| pair((&e.key, &e.val))).collect();
            format!("{{{}}}", entries.join(", "))
        }
        other => format!("{other:?}"),
    }
}

pub fn answer(answer: &Answer) -> String {
    match answer {
        Answer::Value(v) => value(v),
        other => format!("{other:?}"),
    }
}

pub fn event(event: &ContractEvent) -> String {
    let ContractEventBody::V0(body) = &event.body;
    let topics: Vec<String> = body.topics.iter().map(value).collect();
    format!("{} {}", topics.join(" "), value(&body.data))
}

pub fn entry(entry: Option<&Entry>) -> String {
    entry.map_or("none".into(), |entry| {
        format!("{:?} until {:?} {}", entry.durability, entry.live_until, value(&entry.value))
    })
}
