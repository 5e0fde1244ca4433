//! The network's settings, read from the ledger's own `ConfigSettingEntry`s; nothing has a default here.

use crate::frame::{Context, Refusal, Status};
use crate::xdr::decode;
use soroban_env_host::storage::{EntryWithLiveUntil, SnapshotSource};
use soroban_env_host::xdr::{
    ConfigSettingEntry, ConfigSettingId, LedgerEntry, LedgerEntryData, LedgerEntryExt, LedgerKey,
};
use soroban_env_host::{HostError, LedgerInfo, VERSION};
use soroban_simulation::NetworkConfig;
use std::collections::BTreeMap;
use std::rc::Rc;

/// The settings of one call.
pub struct Settings {
    /// What fees, budgets and lifetimes are computed from.
    pub network: NetworkConfig,
    entries: SettingEntries,
}

/// What an applied operation must stay under, beside what it declares itself.
pub struct EntryLimits {
    pub code_entry_bytes: u32,
    pub data_entry_bytes: u32,
    pub events_and_return_value_bytes: u32,
}

impl Settings {
    /// Decodes the entries and loads the configuration from them.
    pub fn load(entries: &[&[u8]]) -> Result<Self, Refusal> {
        let mut by_id = BTreeMap::new();
        for bytes in entries {
            let setting: ConfigSettingEntry = decode("a network setting", bytes)?;
            let id = setting.discriminant();
            let data = LedgerEntryData::ConfigSetting(setting);
            let entry = LedgerEntry { last_modified_ledger_seq: 0, data, ext: LedgerEntryExt::V0 };
            if by_id.insert(id, Rc::new(entry)).is_some() {
                return Err(bad(format!("the network setting {} is given twice", id.name())));
            }
        }
        let entries = SettingEntries(by_id);
        let network = NetworkConfig::load_from_snapshot(&entries).map_err(|error| bad(format!("{error:#}")))?;
        if network.tx_max_instructions < 0 {
            return Err(bad(format!("the most instructions of a transaction are {}", network.tx_max_instructions)));
        }
        Ok(Self { network, entries })
    }

    /// The limits on entries and events; only applied operations need these three settings.
    pub fn entry_limits(&self) -> Result<EntryLimits, Refusal> {
        let code = self.find(ConfigSettingId::ContractMaxSizeBytes)?;
        let data = self.find(ConfigSettingId::ContractDataEntrySizeBytes)?;
        let events = self.find(ConfigSettingId::ContractEventsV0)?;
        match (code, data, events) {
            (
                ConfigSettingEntry::ContractMaxSizeBytes(code_entry_bytes),
                ConfigSettingEntry::ContractDataEntrySizeBytes(data_entry_bytes),
                ConfigSettingEntry::ContractEventsV0(events),
            ) => Ok(EntryLimits {
                code_entry_bytes: *code_entry_bytes,
                data_entry_bytes: *data_entry_bytes,
                events_and_return_value_bytes: events.tx_max_contract_events_size_bytes,
            }),
            _ => Err(Refusal::new(Status::Internal, "network settings are filed under the wrong names")),
        }
    }

    /// The ledger that the host runs in; refuses a protocol other than the host's own.
    pub fn ledger_info(&self, context: &Context) -> Result<LedgerInfo, Refusal> {
        let supported = VERSION.interface.protocol;
        if context.protocol_version != supported {
            let message = format!("the ledger's protocol is {}, this host runs {supported}", context.protocol_version);
            return Err(Refusal::new(Status::UnsupportedProtocol, message));
        }
        let mut ledger = LedgerInfo {
            protocol_version: context.protocol_version,
            sequence_number: context.sequence,
            timestamp: context.close_time,
            network_id: context.network_id,
            base_reserve: context.base_reserve,
            ..LedgerInfo::default()
        };
        self.network.fill_config_fields_in_ledger_info(&mut ledger);
        Ok(ledger)
    }

    fn find(&self, id: ConfigSettingId) -> Result<&ConfigSettingEntry, Refusal> {
        match self.entries.0.get(&id).map(|entry| &entry.data) {
            Some(LedgerEntryData::ConfigSetting(setting)) => Ok(setting),
            _ => Err(bad(format!("setting {} is not among the network settings", id.name()))),
        }
    }
}

fn bad(message: String) -> Refusal {
    Refusal::new(Status::BadSettings, message)
}

/// The settings as the little ledger that `NetworkConfig` loads from.
struct SettingEntries(BTreeMap<ConfigSettingId, Rc<LedgerEntry>>);

impl SnapshotSource for SettingEntries {
    fn get(&self, key: &Rc<LedgerKey>) -> Result<Option<EntryWithLiveUntil>, HostError> {
        match key.as_ref() {
            LedgerKey::ConfigSetting(key) => Ok(self.0.get(&key.config_setting_id).map(|e| (e.clone(), None))),
            _ => Ok(None),
        }
    }
}

/// The ledger that an extension by `extend_to` ledgers reaches; entries live at most `max_entry_ttl` ledgers, the
/// current one counted.
pub fn check_extension(ledger: &LedgerInfo, extend_to: u32) -> Result<u32, Refusal> {
    let most = ledger.max_entry_ttl.saturating_sub(1);
    if extend_to > most {
        let message = format!("the extension to {extend_to} ledgers is beyond {most}, the longest the network allows");
        return Err(Refusal::new(Status::Refused, message));
    }
    ledger.sequence_number.checked_add(extend_to).ok_or_else(|| {
        let message = format!("ledger {} + {extend_to} is beyond the last ledger there can be", ledger.sequence_number);
        Refusal::new(Status::Refused, message)
    })
}
