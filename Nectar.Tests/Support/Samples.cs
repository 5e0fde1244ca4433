using Nectar.Core.Contracts.Registry;
using Nectar.Core.Contracts.Vault;
using Nectar.Core.Keeper;
using Nectar.Core.Liquidation;
using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.Web.Live;

namespace Nectar.Tests.Support;

/// <summary>Events, cases and readings with plain values, for tests that are about something else.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    public static readonly AccountId Alpha = KeyOf(1).AccountId;
    public static readonly AccountId Beta = KeyOf(2).AccountId;
    public static readonly string Borrower = KeyOf(3).AccountId.ToString();
    public static readonly ContractId Pool = ContractOf(4);
    public static readonly ContractId Xlm = ContractOf(5);
    public static readonly TransactionHash Hash = new(Enumerable.Repeat((byte)7, 32).ToArray());

    public static KeyPair KeyOf(byte seed) => KeyPair.FromRawSeed(Enumerable.Repeat(seed, 32).ToArray());

    public static ContractId ContractOf(byte seed) => new(Enumerable.Repeat(seed, 32).ToArray());

    public static KeeperEvent.CycleFailed Line(int number, AccountId? keeper = null) => new($"line {number}")
    {
        Keeper = keeper ?? Alpha,
        KeeperName = keeper == Beta ? "beta" : "alpha",
        Ledger = new LedgerNumber(100),
        At = Now.AddSeconds(number),
    };

    /// <summary>A look at the pool that found nothing to do.</summary>
    public static KeeperEvent.CycleEnded Look { get; } = new(30, 30, 0, 0, new Ratio(10_312_000), null, [new(Borrower, "HF 1.0312 ≥ 1")])
    {
        Keeper = Alpha,
        KeeperName = "alpha",
        Ledger = new LedgerNumber(120),
        At = Now,
    };

    public static KeeperEvent.Detected Detected(Guid caseId) => new(new Ratio(9_312_345), new Worth(1_000_0000000), new Worth(900_0000000))
    {
        Keeper = Alpha,
        KeeperName = "alpha",
        Ledger = new LedgerNumber(100),
        At = Now,
        CaseId = caseId,
        Borrower = Borrower,
    };

    public static KeeperEvent.Liquidated Liquidated(Guid caseId) => new(100, new Usdc(500_0000000), new Usdc(12_3456789), new Usdc(1_2345678), Hash, 12_345, 20)
    {
        Keeper = Alpha,
        KeeperName = "alpha",
        Ledger = new LedgerNumber(120),
        At = Now.AddSeconds(30),
        CaseId = caseId,
        Borrower = Borrower,
    };

    public static KeeperEvent.Filled Filled(Guid caseId) => new(100, Hash, 12_345)
    {
        Keeper = Alpha,
        KeeperName = "alpha",
        Ledger = new LedgerNumber(118),
        At = Now.AddSeconds(29),
        CaseId = caseId,
        Borrower = Borrower,
    };

    public static KeeperEvent.Returned Returned(Guid caseId, Usdc profit) => new(new Usdc(500_0000000) + profit, profit, Usdc.Zero, Hash, 100, 20)
    {
        Keeper = Alpha,
        KeeperName = "alpha",
        Ledger = new LedgerNumber(121),
        At = Now.AddSeconds(31),
        CaseId = caseId,
        Borrower = Borrower,
    };

    public static LiquidationCase Case(Guid id, CaseState state) => new()
    {
        Id = id,
        Keeper = Alpha,
        Pool = Pool,
        Borrower = Borrower,
        Mode = CaseMode.Atomic,
        State = state,
        DetectedAt = new LedgerNumber(100),
    };

    public static VaultState Vault() => new(
        Drawn: new Usdc(1_000_0000000),
        Idle: new Usdc(59_000_0000000),
        Loss: Usdc.Zero,
        Profit: new Usdc(178_0052074),
        SharePriceE12: 1_002_966_753_457,
        TotalAssets: new Usdc(60_000_0000000),
        TotalShares: new Shares((Int128)60_000 * 10_000_000_000_000),
        Unvested: Usdc.Zero,
        VestUntil: new LedgerNumber(200));

    public static VaultPicture Picture() => new(
        new LedgerNumber(120),
        Vault(),
        [new RegisteredKeeper(
            Alpha.ToString(),
            new KeeperEntry(new XdrString("alpha"u8), new LedgerNumber(10), false, 0, new Usdc(5_000_0000000)),
            KeeperRecord.None with { Liquidations = 3, ProfitMeasured = new Usdc(178_0052074) })],
        [new Depositor(KeyOf(9).AccountId.ToString(), new Shares(10_000_000_000_000), new Usdc(1_0029667), new Usdc(1_0000000))]);

    public static KeeperView View(params PositionRow[] positions) => new(
        Alpha, "alpha", CaseMode.Atomic, new LedgerNumber(120), Now, positions, [], [], 7, null);

    public static PositionRow Position(string borrower, long health, string verdict) => new(
        borrower, new Ratio(health), new Worth(1_000_0000000), new Worth(900_0000000), verdict, null);

    public static NetworkInUse Network() => new()
    {
        Label = "embedded network",
        IsEmbedded = true,
        Seed = 7,
        Network = Nectar.Core.Soroban.Keys.Network.Standalone,
        Server = new ScriptedServer().Server,
        Registry = ContractOf(20),
        Vault = ContractOf(21),
        Pool = Pool,
        Keepers = [new KeeperOptions { Key = KeyOf(1), Name = "alpha", Registry = ContractOf(20), Vault = ContractOf(21), Pool = Pool }],
        Symbols = new Dictionary<ContractId, string> { [Xlm] = "XLM" },
    };
}
