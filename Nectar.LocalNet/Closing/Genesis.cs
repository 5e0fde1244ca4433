using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.LocalNet.State;

namespace Nectar.LocalNet.Closing;

/// <summary>The first two ledgers. Ledger 1 is that of any Stellar network with the passphrase.</summary>
internal static class Genesis
{
    private const long TotalCoins = 1_000_000_000_000_000_000;
    private const uint Protocol = 28;
    private const uint BaseReserve = 5_000_000;
    private const uint MaxTransactions = 1_000;

    /// <summary>The account that has all lumens at first; its key is the network's id.</summary>
    public static AccountId RootOf(Network network)
    {
        using var key = network.RootKeyPair();
        return key.AccountId;
    }

    /// <summary>Ledger 1.</summary>
    public static LedgerSnapshot First(Network network)
    {
        var root = new LedgerEntry(1, new LedgerEntryData.Account(RootEntry(network)), LedgerEntryExt.V0.Instance);
        var none = default(Hash);
        var header = new LedgerHeader(
            0,
            none,
            new StellarValue(none, 0, [], StellarValueExt.Basic.Instance),
            none,
            HeaderHashes.OfGenesis(root),
            1,
            TotalCoins,
            0,
            0,
            0,
            100,
            100_000_000,
            100,
            [none, none, none, none],
            LedgerHeaderExt.V0.Instance);
        return Snapshot(network, header, LedgerState.Of([root]), []);
    }

    /// <summary>Ledger 2, which brings the protocol, its settings and the reserve of today.</summary>
    public static LedgerSnapshot Second(LedgerSnapshot first, ulong closeTime)
    {
        LedgerUpgrade[] upgrades =
            [new LedgerUpgrade.Version(Protocol), new LedgerUpgrade.MaxTxSetSize(MaxTransactions), new LedgerUpgrade.BaseReserve(BaseReserve)];
        var draft = new LedgerDraft(first.State, 2);
        foreach (var setting in NetworkSettings.Testnet.Entries)
        {
            draft.Put(new LedgerEntryData.ConfigSetting(setting));
        }

        var changes = draft.Changes();
        var set = TransactionSetBuilder.Build(first.Hash, first.Header.BaseFee, []);
        var header = first.Header with
        {
            LedgerVersion = Protocol,
            PreviousLedgerHash = first.Hash,
            ScpValue = new StellarValue(
                HeaderHashes.Of(set), closeTime, upgrades.Select(u => new XdrBytes(u.ToXdr())).ToXdrArray(), StellarValueExt.Basic.Instance),
            TxSetResultHash = HeaderHashes.Of(new TransactionResultSet([])),
            BucketListHash = HeaderHashes.OfState(first.Header.BucketListHash, changes),
            LedgerSeq = 2,
            BaseReserve = BaseReserve,
            MaxTxSetSize = MaxTransactions,
        };
        // The settings come with the protocol's version.
        var meta = upgrades.Select((u, i) => new UpgradeEntryMeta(u, i == 0 ? changes : [])).ToXdrArray();
        return Snapshot(first.Context.Network, header, draft.State, meta);
    }

    private static LedgerSnapshot Snapshot(Network network, LedgerHeader header, LedgerState state, XdrArray<UpgradeEntryMeta> upgrades) => new(
        new ClosedLedger(header, HeaderHashes.Of(header), [], upgrades, [], state.SorobanBytes),
        header,
        state,
        LedgerContext.Of(network, header));

    private static AccountEntry RootEntry(Network network) => new(
        PublicKey.From(RootOf(network)), TotalCoins, 0, 0, null, 0, string.Empty, new Thresholds([1, 0, 0, 0]), [], AccountEntryExt.V0.Instance);
}
