//! One run: its actions, the audit of each, and the end in which everybody leaves.

use crate::action::{Action, PEOPLE};
use crate::audit::Audit;
use crate::coverage::Coverage;
use crate::picture::Picture;
use crate::scene::Scene;
use nectar_vault::{VaultState, VIRTUAL_SHARES};
use test_suites::ledger::{Failure, Receipt};
use test_suites::market::{terms, PoolKind};

/// Steps between two comparisons of the contract's own views with what its entries say.
const VIEWS_EVERY: usize = 25;

pub struct Run<'c> {
    scene: Scene,
    audit: Audit,
    now: Picture,
    steps: usize,
    coverage: &'c mut Coverage,
}

impl<'c> Run<'c> {
    pub fn new(kind: PoolKind, coverage: &'c mut Coverage) -> Run<'c> {
        let scene = Scene::new(kind);
        let now = scene.picture();
        Run { audit: Audit::new(&now), scene, now, steps: 0, coverage }
    }

    /// Does everything and lets everybody leave; an error tells the rule that was broken.
    pub fn play(mut self, actions: &[Action]) -> Result<(), String> {
        for action in actions {
            self.step(action).map_err(|broken| format!("after {action:?}: {broken}"))?;
        }
        self.leave().map_err(|broken| format!("when everybody leaves: {broken}"))
    }

    fn step(&mut self, action: &Action) -> Result<(), String> {
        if let Action::Race(first, second) = action {
            // Both are prepared before either is applied; who cannot even prepare stays away.
            let prepared = [first, second].map(|action| {
                let call = self.scene.call(action, &self.now).ok().flatten();
                call.and_then(|call| self.scene.prepare(&call).ok())
            });
            for (action, prepared) in [first, second].into_iter().zip(prepared) {
                if let Some(prepared) = prepared {
                    let result = self.scene.ledger.apply(prepared).map(Some);
                    self.judge(action, result)?;
                }
            }
            return Ok(());
        }
        let result = self.scene.act(action, &self.now);
        self.judge(action, result)
    }

    fn judge(&mut self, action: &Action, result: Result<Option<Receipt>, Failure>) -> Result<(), String> {
        self.steps += 1;
        self.coverage.count(action, &result);
        let after = self.scene.picture();
        match result {
            Ok(receipt) => self.audit.accepted(action, receipt.as_ref(), &self.now, &after)?,
            // Only the last of several transactions may have failed then.
            Err(_) if matches!(action, Action::FillAndSell(_)) => {
                self.audit.accepted(action, None, &self.now, &after)?;
            }
            Err(failure) if after != self.now => return Err(format!("a refused step changed something: {failure}")),
            Err(_) => {}
        }
        self.now = after;
        if self.steps.is_multiple_of(VIEWS_EVERY) {
            self.compare_views()?;
        }
        Ok(())
    }

    /// The vault's own views say what its entries do.
    fn compare_views(&self) -> Result<(), String> {
        let (scene, now) = (&self.scene, &self.now);
        let state: VaultState = scene.market.state(&scene.ledger);
        let expected = (now.unvested(), now.total_assets(), now.books.idle, now.books.drawn);
        let shown = (state.unvested, state.total_assets, state.idle, state.drawn);
        if shown != expected {
            return Err(format!("get_state says {shown:?}, the entries {expected:?}"));
        }
        let who = self.steps / VIEWS_EVERY % PEOPLE;
        let expected = (now.shares[who], now.value_of(now.shares[who]));
        let shown: (i128, i128) = scene.market.position(&scene.ledger, &scene.address(who));
        if shown != expected {
            return Err(format!("position says {shown:?}, the entries {expected:?}"));
        }
        Ok(())
    }

    fn must(&mut self, action: Action) -> Result<(), String> {
        let result = self.scene.act(&action, &self.now);
        if let Err(failure) = &result {
            return Err(format!("{action:?}: {failure}"));
        }
        self.judge(&action, result)
    }

    /// All debts are settled and all profit vests; then every depositor leaves, and only dust stays beside the seed.
    fn leave(&mut self) -> Result<(), String> {
        self.must(Action::Configure(Box::new(terms())))?;
        self.must(Action::Ledgers(17_281))?;
        for keeper in 0..PEOPLE {
            if self.now.records[keeper].drawn > 0 {
                self.must(Action::Settle(0, keeper))?;
            }
        }
        self.must(Action::Ledgers(20_001))?;
        for who in 0..PEOPLE {
            let mut worth = self.now.value_of(self.now.shares[who]);
            if worth > 0 {
                self.must(Scene::all_shares(who))?;
                worth = self.now.shares[who];
            }
            if worth > 0 {
                return Err(format!("{who} cannot leave with {worth}"));
            }
        }
        // The virtual shares stay like the seed: of what others burnt they own a part too, a hundred-millionth.
        let dust = self.now.books.idle - self.now.value_of(self.now.seed_shares + VIRTUAL_SHARES);
        let shareless = self.now.shares.iter().sum::<i128>() / 1_000_000 + 1;
        if self.now.books.drawn != 0 || dust > self.steps as i128 + shareless {
            return Err(format!("{dust} stroops of dust stay after {} steps", self.steps));
        }
        Ok(())
    }
}
