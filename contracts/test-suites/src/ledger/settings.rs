//! The network's settings: testnet's, as of protocol 26 to 28 (`config-settings/p26/testnet.json`
//! of the network's quickstart image), with the host's own calibrated cost parameters.

use super::cost_params;
use sha2::{Digest, Sha256};
use soroban_env_host::fees::{
    compute_rent_write_fee_per_1kb, FeeConfiguration, RentFeeConfiguration, RentWriteFeeConfiguration,
};
use soroban_env_host::LedgerInfo;
use soroban_simulation::NetworkConfig;
use std::sync::{Arc, OnceLock};

/// Protocol version of the host and of this ledger.
pub const PROTOCOL: u32 = 28;
/// Passphrase of the network that is played.
pub const PASSPHRASE: &str = "Standalone Network ; February 2017";
/// Reserve per ledger entry of an account, in stroops.
pub const BASE_RESERVE: u32 = 5_000_000;
/// Seconds between two ledgers.
pub const CLOSE_SECONDS: u64 = 5;
/// Inclusion fee that every transaction bids and pays, in stroops: the network's minimum.
pub const INCLUSION_FEE: i64 = 100;

/// The settings of [`NetworkConfig`] and the limits that it does not carry.
pub struct Settings {
    /// Fees, budget limits, cost parameters and entry lifetimes.
    pub network: NetworkConfig,
    /// Keys of a footprint, read-only and read-write together.
    pub footprint_entries: u32,
    /// Classic and restored entries read from disk.
    pub disk_read_entries: u32,
    /// Bytes of those entries.
    pub disk_read_bytes: u32,
    /// Read-write keys of a footprint.
    pub write_entries: u32,
    /// Bytes of all entries written.
    pub write_bytes: u32,
    /// Bytes of events and return value.
    pub event_bytes: u32,
    /// Bytes of the signed envelope.
    pub transaction_bytes: u32,
    /// Bytes of a contract's wasm.
    pub contract_bytes: u32,
    /// Bytes of the key of a contract data entry.
    pub data_key_bytes: u32,
    /// Bytes of a contract data entry.
    pub data_entry_bytes: u32,
}

impl Settings {
    /// The one copy that all ledgers of the process use.
    pub fn shared() -> Arc<Self> {
        static SHARED: OnceLock<Arc<Settings>> = OnceLock::new();
        SHARED.get_or_init(|| Arc::new(Self::testnet())).clone()
    }

    fn testnet() -> Self {
        // The size of all live state moves the rent only far above what a young network holds:
        // below about two thirds of the target the rent per KiB is the protocol's floor of 1,000.
        let rent_per_1kb = compute_rent_write_fee_per_1kb(
            0,
            &RentWriteFeeConfiguration {
                state_target_size_bytes: 3_000_000_000,
                rent_fee_1kb_state_size_low: -17_000,
                rent_fee_1kb_state_size_high: 10_000,
                state_size_rent_fee_growth_factor: 5_000,
            },
        );
        let fee_per_write_1kb = 3_500;
        let fee_per_write_entry = 10_000;
        let (cpu_cost_params, memory_cost_params) = cost_params::of_the_host();
        Self {
            network: NetworkConfig {
                fee_configuration: FeeConfiguration {
                    fee_per_instruction_increment: 25,
                    fee_per_disk_read_entry: 6_250,
                    fee_per_write_entry,
                    fee_per_disk_read_1kb: 1_786,
                    fee_per_write_1kb,
                    fee_per_historical_1kb: 16_235,
                    fee_per_contract_event_1kb: 10_000,
                    fee_per_transaction_size_1kb: 1_624,
                },
                rent_fee_configuration: RentFeeConfiguration {
                    fee_per_write_1kb,
                    fee_per_rent_1kb: rent_per_1kb,
                    fee_per_write_entry,
                    persistent_rent_rate_denominator: 1_215,
                    temporary_rent_rate_denominator: 2_430,
                },
                tx_max_instructions: 100_000_000,
                tx_memory_limit: 41_943_040,
                cpu_cost_params,
                memory_cost_params,
                min_temp_entry_ttl: 720,
                min_persistent_entry_ttl: 120_960,
                max_entry_ttl: 3_110_400,
            },
            footprint_entries: 100,
            disk_read_entries: 100,
            disk_read_bytes: 200_000,
            write_entries: 50,
            write_bytes: 132_096,
            event_bytes: 16_384,
            transaction_bytes: 132_096,
            contract_bytes: 131_072,
            data_key_bytes: 250,
            data_entry_bytes: 65_536,
        }
    }
}

/// Id of the network: the SHA-256 of its passphrase.
pub fn network_id() -> [u8; 32] {
    Sha256::digest(PASSPHRASE.as_bytes()).into()
}

/// What the host is told of the ledger at `sequence` and `timestamp`.
pub fn base_info(settings: &Settings, sequence: u32, timestamp: u64) -> LedgerInfo {
    let mut info = LedgerInfo {
        protocol_version: PROTOCOL,
        sequence_number: sequence,
        timestamp,
        network_id: network_id(),
        base_reserve: BASE_RESERVE,
        ..LedgerInfo::default()
    };
    settings.network.fill_config_fields_in_ledger_info(&mut info);
    info
}
