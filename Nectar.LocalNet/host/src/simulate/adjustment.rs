//! The margins on simulated figures.

use crate::frame::Adjustment;
use soroban_simulation::simulation::{SimulationAdjustmentConfig, SimulationAdjustmentFactor};

/// The usual margins where the caller names none.
pub fn adjustments(given: &Option<[Adjustment; 5]>) -> SimulationAdjustmentConfig {
    let Some(given) = given else {
        return SimulationAdjustmentConfig::default_adjustment();
    };
    let [instructions, read_bytes, write_bytes, tx_size, refundable_fee] =
        given.map(|adjustment| SimulationAdjustmentFactor::new(adjustment.factor, adjustment.addend));
    SimulationAdjustmentConfig { instructions, read_bytes, write_bytes, tx_size, refundable_fee }
}
