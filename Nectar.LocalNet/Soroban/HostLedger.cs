using System.Runtime.CompilerServices;
using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Host;
using Nectar.LocalNet.State;

namespace Nectar.LocalNet.Soroban;

/// <summary>A ledger as the host is shown it.</summary>
internal static class HostLedger
{
    // Settings are encoded once for as long as they stay the same object, which is until one of them changes.
    private static readonly ConditionalWeakTable<NetworkSettings, HostSettings> settings = [];

    public static HostSettings SettingsOf(LedgerState state) =>
        settings.GetValue(state.Settings, static s => new HostSettings(s.Entries));

    public static HostContext ContextOf(LedgerState state, LedgerContext ledger) => new(
        ledger.Protocol,
        ledger.Sequence,
        ledger.CloseTime,
        ledger.Network.Id,
        ledger.BaseReserve,
        SettingsOf(state));

    public static HeldEntry? Find(LedgerState state, LedgerKey key) =>
        state.Find(key) is { } entry ? new HeldEntry(entry, state.LiveUntil(key)) : null;

    /// <summary>The entries of a footprint, read-only ones first.</summary>
    public static IReadOnlyList<HeldEntry?> EntriesOf(LedgerState state, LedgerFootprint footprint) =>
        [.. footprint.ReadOnly.Concat(footprint.ReadWrite).Select(key => Find(state, key))];
}
