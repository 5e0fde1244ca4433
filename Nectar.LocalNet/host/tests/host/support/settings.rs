//! The settings of a network like testnet, as the entries that a ledger holds: its limits, fees and lifetimes as they
//! were voted in with protocol 26 and still stand.

use super::cost_params::cost_params;
use soroban_env_host::xdr::{
    ConfigSettingContractBandwidthV0, ConfigSettingContractComputeV0, ConfigSettingContractEventsV0,
    ConfigSettingContractExecutionLanesV0, ConfigSettingContractHistoricalDataV0, ConfigSettingContractLedgerCostExtV0,
    ConfigSettingContractLedgerCostV0, ConfigSettingContractParallelComputeV0, ConfigSettingEntry,
    ConfigSettingScpTiming, Limits, StateArchivalSettings, WriteXdr,
};

/// Instructions of a transaction.
pub const MAX_INSTRUCTIONS: i64 = 100_000_000;
/// Ledgers that a persistent entry lives at first.
pub const MIN_PERSISTENT_TTL: u32 = 120_960;
/// The longest life of an entry.
pub const MAX_TTL: u32 = 3_110_400;

/// All settings, encoded.
pub fn encoded() -> Vec<Vec<u8>> {
    entries().iter().map(|entry| entry.to_xdr(Limits::none()).unwrap()).collect()
}

/// All settings.
pub fn entries() -> Vec<ConfigSettingEntry> {
    let (cpu, memory) = cost_params();
    vec![
        ConfigSettingEntry::ContractMaxSizeBytes(131_072),
        ConfigSettingEntry::ContractDataKeySizeBytes(250),
        ConfigSettingEntry::ContractDataEntrySizeBytes(65_536),
        ConfigSettingEntry::ContractComputeV0(ConfigSettingContractComputeV0 {
            ledger_max_instructions: 5 * MAX_INSTRUCTIONS,
            tx_max_instructions: MAX_INSTRUCTIONS,
            fee_rate_per_instructions_increment: 25,
            tx_memory_limit: 41_943_040,
        }),
        ConfigSettingEntry::ContractLedgerCostV0(ConfigSettingContractLedgerCostV0 {
            ledger_max_disk_read_entries: 500,
            ledger_max_disk_read_bytes: 3_500_000,
            ledger_max_write_ledger_entries: 250,
            ledger_max_write_bytes: 143_360,
            tx_max_disk_read_entries: 100,
            tx_max_disk_read_bytes: 200_000,
            tx_max_write_ledger_entries: 50,
            tx_max_write_bytes: 132_096,
            fee_disk_read_ledger_entry: 6_250,
            fee_write_ledger_entry: 10_000,
            fee_disk_read1_kb: 1_786,
            soroban_state_target_size_bytes: 3_000_000_000,
            rent_fee1_kb_soroban_state_size_low: -17_000,
            rent_fee1_kb_soroban_state_size_high: 10_000,
            soroban_state_rent_fee_growth_factor: 5_000,
        }),
        ConfigSettingEntry::ContractLedgerCostExtV0(ConfigSettingContractLedgerCostExtV0 {
            tx_max_footprint_entries: 100,
            fee_write1_kb: 3_500,
        }),
        ConfigSettingEntry::ContractHistoricalDataV0(ConfigSettingContractHistoricalDataV0 {
            fee_historical1_kb: 16_235,
        }),
        ConfigSettingEntry::ContractEventsV0(ConfigSettingContractEventsV0 {
            tx_max_contract_events_size_bytes: 16_384,
            fee_contract_events1_kb: 10_000,
        }),
        ConfigSettingEntry::ContractBandwidthV0(ConfigSettingContractBandwidthV0 {
            ledger_max_txs_size_bytes: 133_120,
            tx_max_size_bytes: 132_096,
            fee_tx_size1_kb: 1_624,
        }),
        ConfigSettingEntry::StateArchival(StateArchivalSettings {
            max_entry_ttl: MAX_TTL,
            min_temporary_ttl: 720,
            min_persistent_ttl: MIN_PERSISTENT_TTL,
            persistent_rent_rate_denominator: 1_215,
            temp_rent_rate_denominator: 2_430,
            max_entries_to_archive: 1_000,
            live_soroban_state_size_window_sample_size: 30,
            live_soroban_state_size_window_sample_period: 64,
            eviction_scan_size: 500_000,
            starting_eviction_scan_level: 7,
        }),
        ConfigSettingEntry::ContractExecutionLanes(ConfigSettingContractExecutionLanesV0 { ledger_max_tx_count: 100 }),
        ConfigSettingEntry::ContractParallelComputeV0(ConfigSettingContractParallelComputeV0 {
            ledger_max_dependent_tx_clusters: 1,
        }),
        ConfigSettingEntry::ScpTiming(ConfigSettingScpTiming {
            ledger_target_close_time_milliseconds: 5_000,
            nomination_timeout_initial_milliseconds: 1_000,
            nomination_timeout_increment_milliseconds: 1_000,
            ballot_timeout_initial_milliseconds: 1_000,
            ballot_timeout_increment_milliseconds: 1_000,
        }),
        // No network votes on this one: it is what the ledger held lately, here a fifth of the target.
        ConfigSettingEntry::LiveSorobanStateSizeWindow(vec![600_000_000; 30].try_into().unwrap()),
        ConfigSettingEntry::ContractCostParamsCpuInstructions(cpu),
        ConfigSettingEntry::ContractCostParamsMemoryBytes(memory),
    ]
}
