//! The two worlds side by side.

use crate::comparison::Observation;
use crate::constants::{reserve_config, ONE, SUPPLY};
use crate::rendering;
use crate::steps::{Answer, Ask, Step, Who};
use crate::world::{Settings, Side, World};
use liquidation_lab::ReserveConfig;
use soroban_sdk::xdr::ContractEvent;
use std::collections::{BTreeMap, BTreeSet};

pub struct Twins {
    pub blend: World,
    pub lab: World,
    /// Steps that matched so far; emptied at a difference.
    taken: Vec<(Step, Answer)>,
    differs: bool,
}

impl Drop for Twins {
    /// With `DIFFERENTIAL_GO_ON` set, a test lists every difference before it fails.
    fn drop(&mut self) {
        assert!(!self.differs || std::thread::panicking(), "the lab differs from Blend");
    }
}

impl Twins {
    /// Two pools in their set-up status, without reserves.
    pub fn bare(settings: &Settings) -> Twins {
        Twins::with(Side::lab(), settings)
    }

    /// The same with the lab as source or as wasm.
    pub fn with(lab: Side, settings: &Settings) -> Twins {
        let blend = World::new(Side::Blend, settings);
        let lab = World::new(lab, settings);
        assert_eq!(blend.pool, lab.pool);
        Twins { blend, lab, taken: Vec::new(), differs: false }
    }

    /// Two active pools with three reserves, all at a price of one, in which user 3 supplied a million of each.
    pub fn active(settings: &Settings, configs: [ReserveConfig; 3]) -> Twins {
        let mut twins = Twins::bare(settings);
        twins.activate(configs, [1_000_000 * ONE; 3]);
        twins
    }

    /// Sets up three reserves at a price of one and activates both pools; user 3 supplies these amounts.
    pub fn activate(&mut self, configs: [ReserveConfig; 3], supplied: [i128; 3]) {
        for (asset, config) in configs.into_iter().enumerate() {
            self.step(Step::QueueReserve(asset, config));
            self.step(Step::SetReserve(asset));
            self.step(Step::Price(asset, ONE));
        }
        self.step(Step::SetStatus(3));
        self.step(Step::UpdateStatus);
        for (asset, amount) in supplied.into_iter().enumerate() {
            self.step(Step::Submit(Who::User(3), vec![Ask::Asset(SUPPLY, asset, amount)]));
        }
    }

    pub fn usual() -> Twins {
        Twins::active(&Settings::default(), [reserve_config(), reserve_config(), reserve_config()])
    }

    /// Takes a step in both worlds, compares everything and gives the answer.
    pub fn step(&mut self, step: Step) -> Answer {
        self.tell(step, true)
    }

    /// As `step`, without comparing the storage.
    pub fn quick_step(&mut self, step: Step) -> Answer {
        self.tell(step, false)
    }

    fn tell(&mut self, step: Step, deep: bool) -> Answer {
        let (answer, difference) = self.compare(step, deep);
        if let Some(difference) = difference {
            if std::env::var_os("DIFFERENTIAL_GO_ON").is_none() {
                panic!("{difference}");
            }
            self.taken.clear();
            self.differs = true;
            eprintln!("{difference}");
        }
        answer
    }

    /// Takes a step in both worlds; gives Blend's answer and how the lab's world differs after it, if it does.
    pub fn compare(&mut self, step: Step, deep: bool) -> (Answer, Option<String>) {
        let step = self.blend.resolve(&step);
        let observe = |world: &World| {
            let answer = world.take(&step);
            world.observe(answer, deep)
        };
        let blend = observe(&self.blend);
        let lab = observe(&self.lab);
        let difference = (blend != lab).then(|| self.difference(&step, &blend, &lab));
        self.taken.push((step, blend.answer.clone()));
        (blend.answer, difference)
    }

    /// Takes a step that must answer with a value.
    pub fn value(&mut self, step: Step) {
        let answer = self.step(step.clone());
        assert!(matches!(answer, Answer::Value(_)), "{step:?} gave {answer:?}");
    }

    /// Takes a step that must be refused with a number.
    pub fn refused(&mut self, step: Step, number: u32) {
        let answer = self.step(step.clone());
        assert_eq!(answer, Answer::Number(number), "{step:?}");
    }

    /// Takes a step that must trap without a number.
    pub fn trap(&mut self, step: Step) {
        let answer = self.step(step.clone());
        assert_eq!(answer, Answer::Trap, "{step:?}");
    }

    fn difference(&self, step: &Step, blend: &Observation, lab: &Observation) -> String {
        let mut text = String::from("the lab differs from Blend\n");
        for (earlier, answer) in &self.taken {
            let answer = match answer {
                Answer::Value(_) => "ok".into(),
                other => format!("{other:?}"),
            };
            text += &format!("  {earlier:?} -> {answer}\n");
        }
        text += &format!("  {step:?}\n");
        let mut pair = |what: &str, blend: String, lab: String| {
            if blend != lab {
                text += &format!("{what}\n  Blend {blend}\n  lab   {lab}\n");
            }
        };
        pair("answer", rendering::answer(&blend.answer), rendering::answer(&lab.answer));
        let events = |events: &[ContractEvent]| {
            let lines: Vec<String> = events.iter().map(rendering::event).collect();
            lines.join("\n        ")
        };
        pair("events", events(&blend.events), events(&lab.events));
        for key in all_keys(&blend.balances, &lab.balances) {
            let balance = |observed: &Observation| observed.balances.get(key).map_or("none".into(), rendering::value);
            let (token, owner) = key;
            pair(&format!("balance of token {token} {}", rendering::value(owner)), balance(blend), balance(lab));
        }
        for key in all_keys(&blend.storage, &lab.storage) {
            let entry = |observed: &Observation| rendering::entry(observed.storage.get(key));
            pair(&format!("entry {}", rendering::value(key)), entry(blend), entry(lab));
        }
        text
    }
}

/// The keys of either map, each once.
fn all_keys<'m, K: Ord, V>(one: &'m BTreeMap<K, V>, other: &'m BTreeMap<K, V>) -> BTreeSet<&'m K> {
    one.keys().chain(other.keys()).collect()
}
