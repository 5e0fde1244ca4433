//! The two worlds side by side.

use crate::comparison::Observation;
use crate::constants::{reserve_config, ONE, SUPPLY};
use crate::rendering;
use crate::steps::{Answer, Ask, Step, Who};
use crate::world::{Settings, Side, World};
use liquidation_lab::ReserveConfig;
use soroban_sdk::xdr::ContractEvent;

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
        let blend = World::new(Side::Blend, settings);
        let lab = World::new(Side::Lab, settings);
        assert_eq!(blend.pool, lab.pool);
        Twins { blend, lab, taken: Vec::new(), differs: false }
    }

    /// Two active pools with three reserves, all at a price of one, in which user 3 supplied a million of each.
    pub fn active(settings: &Settings, configs: [ReserveConfig; 3]) -> Twins {
        let mut twins = Twins::bare(settings);
        for (asset, config) in configs.into_iter().enumerate() {
            twins.step(Step::QueueReserve(asset, config));
            twins.step(Step::SetReserve(asset));
            twins.step(Step::Price(asset, ONE));
        }
        twins.step(Step::SetStatus(3));
        twins.step(Step::UpdateStatus);
        for asset in 0..3 {
            twins.step(Step::Submit(Who::User(3), vec![Ask::Asset(SUPPLY, asset, 1_000_000 * ONE)]));
        }
        twins
    }

    pub fn usual() -> Twins {
        Twins::active(&Settings::default(), [reserve_config(), reserve_config(), reserve_config()])
    }

    /// Takes a step in both worlds, compares everything and gives the answer.
    pub fn step(&mut self, step: Step) -> Answer {
        self.compare(step, true)
    }

    /// As `step`, without reading the storage.
    pub fn quick_step(&mut self, step: Step) -> Answer {
        self.compare(step, false)
    }

    fn compare(&mut self, step: Step, deep: bool) -> Answer {
        let observe = |world: &World| {
            let answer = world.take(&step);
            world.observe(answer, deep)
        };
        let blend = observe(&self.blend);
        let lab = observe(&self.lab);
        if blend != lab {
            let difference = self.difference(&step, &blend, &lab);
            if std::env::var_os("DIFFERENTIAL_GO_ON").is_none() {
                panic!("{difference}");
            }
            self.taken.clear();
            self.differs = true;
            eprintln!("{difference}");
        }
        self.taken.push((step, blend.answer.clone()));
        blend.answer
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
        pair("balances", format!("{:?}", blend.balances), format!("{:?}", lab.balances));
        for key in blend.storage.keys().chain(lab.storage.keys().filter(|key| !blend.storage.contains_key(*key))) {
            let entry = |observed: &Observation| rendering::entry(observed.storage.get(key));
            pair(&format!("entry {key}"), entry(blend), entry(lab));
        }
        text
    }
}
