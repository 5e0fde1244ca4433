//! The two worlds side by side.

use crate::comparison::Observation;
use crate::constants::{reserve_config, ONE, SUPPLY};
use crate::steps::{Answer, Ask, Step, Who};
use crate::world::{Settings, Side, World};
use liquidation_lab::ReserveConfig;

pub struct Twins {
    pub blend: World,
    pub lab: World,
    taken: Vec<(Step, Answer)>,
}

impl Twins {
    /// Two pools in their set-up status, without reserves.
    pub fn bare(settings: &Settings) -> Twins {
        let blend = World::new(Side::Blend, settings);
        let lab = World::new(Side::Lab, settings);
        assert_eq!(blend.pool, lab.pool);
        Twins { blend, lab, taken: Vec::new() }
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
            panic!("{}", self.difference(&step, &blend, &lab));
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
        if blend.answer != lab.answer {
            text += &format!("answer\n  Blend {:?}\n  lab   {:?}\n", blend.answer, lab.answer);
        }
        if blend.events != lab.events {
            text += &format!("events\n  Blend {:#?}\n  lab   {:#?}\n", blend.events, lab.events);
        }
        if blend.balances != lab.balances {
            text += &format!("balances\n  {:?}\n  {:?}\n", blend.balances, lab.balances);
        }
        for (key, entry) in &blend.storage {
            if lab.storage.get(key) != Some(entry) {
                text += &format!("entry {key}\n  Blend {entry:?}\n  lab   {:?}\n", lab.storage.get(key));
            }
        }
        for (key, entry) in &lab.storage {
            if !blend.storage.contains_key(key) {
                text += &format!("entry {key}\n  Blend has none\n  lab   {entry:?}\n");
            }
        }
        text
    }
}
