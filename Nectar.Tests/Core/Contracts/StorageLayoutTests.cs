using System.Text.Json;
using Nectar.Core.Contracts.Oracle;
using Nectar.Core.Contracts.Pool;
using Nectar.Core.Contracts.Registry;
using Nectar.Core.Contracts.Storage;
using Nectar.Core.Contracts.Vault;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.Tests.Support;

namespace Nectar.Tests.Core.Contracts;

/// <summary>
/// Where contracts keep what, against the entries that they left in a market in which all of their keys are in use
/// (<c>Vectors/README.md</c>, "nectar"): with our pool and with Blend v2's.
/// </summary>
public sealed class StorageLayoutTests
{
    // What is asked by calls only, or by nobody.
    private static readonly string[] unread = ["exchange: instance", "ownFeed: Assets", "ownFeed: History", "poolFeed: Assets", "poolFeed: History", "vault: Pairs"];

    public static TheoryData<string> Markets => ["lab", "blend"];

    [Theory]
    [MemberData(nameof(Markets))]
    public void Every_entry_is_found_under_the_key_that_we_would_ask_for(string market)
    {
        var (start, entries) = Read(market);
        var known = Known(start).ToDictionary();
        var left = entries.Where(e => !known.ContainsKey(e.Key)).Select(e => $"{e.Contract}: {Kind(e.Key)}").Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(unread, left);
        Assert.Empty(known.Keys.Except(entries.Select(e => e.Key)));
    }

    [Theory]
    [MemberData(nameof(Markets))]
    public void Every_value_is_read_whole_and_written_the_same(string market)
    {
        var (start, entries) = Read(market);
        var known = Known(start).ToDictionary();
        foreach (var entry in entries.Where(e => known.ContainsKey(e.Key)))
        {
            var value = Assert.IsType<LedgerEntryData.ContractData>(entry.Data).Value.Val;

            if (known[entry.Key] is { } again)
            {
                Assert.Equal(value, again(value));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Markets))]
    public void What_instances_keep_is_read(string market)
    {
        var (start, entries) = Read(market);
        var batch = new EntryBatch(new LedgerNumber(start.GetProperty("ledger").GetUInt32()), entries.ToDictionary(e => e.Key, e => e.Data));
        var (vault, registry, pool, assets) = (new VaultStorage(Contract(start, "vault")), new RegistryStorage(Contract(start, "registry")), Contract(start, "pool"), Assets(start));

        Assert.Equal(assets[0], vault.ReadUsdc(batch));
        Assert.Equal(registry.Registry, vault.ReadRegistry(batch));
        Assert.Equal(500_0000000, vault.ReadBooks(batch).Drawn.Stroops);
        Assert.Equal((12u, 700u), (vault.ReadConfig(batch).DrawDeadlineLedgers, vault.ReadConfig(batch).WithdrawCooldownLedgers));
        Assert.Equal(new RegistryConfig(new Usdc(100_0000000), assets[0], vault.Vault), registry.ReadConfig(batch));
        Assert.Equal((1u, true), (registry.ReadCount(batch), registry.ReadPaused(batch)));
        Assert.Equal([Account(start, "alpha")], registry.ReadPage(batch, 0));
        Assert.Equal(Contract(start, "poolFeed"), PoolConfig.FromSCVal(batch.RequireInstance(pool).Require("Config")).Oracle);
        Assert.Equal(assets, new PoolStorage(pool).ReadReserveList(batch));
        Assert.Equal([0u, 1u, 2u, 3u, 4u], assets.Select(a => new PoolStorage(pool).ReadReserve(batch, a).Config.Index));
        foreach (var (feed, decimals) in new[] { ("poolFeed", 7u), ("ownFeed", 14u) })
        {
            var instance = batch.RequireInstance(Contract(start, feed));

            Assert.Equal(decimals, OracleStorage.FindDecimals(instance));
            Assert.All(assets, a => Assert.True(OracleStorage.FindLastPrice(instance, a)!.Price > 0));
        }
    }

    /// <summary>Each key that we ask for, and its value read and written again; null where the value is no struct of its own.</summary>
    private static IEnumerable<KeyValuePair<LedgerKey, Func<SCVal, SCVal>?>> Known(JsonElement start)
    {
        var vault = new VaultStorage(Contract(start, "vault"));
        var registry = new RegistryStorage(Contract(start, "registry"));
        var (pool, exchange) = (Contract(start, "pool"), Contract(start, "exchange"));
        var storage = new PoolStorage(pool);
        var borrower = Account(start, "borrower");
        SCAddress[] keepers = [Account(start, "alpha"), Account(start, "beta")];
        return
        [
            new(vault.Instance, null), new(registry.Instance, null), new(storage.Instance, null),
            new(ContractEntry.Instance(Contract(start, "poolFeed")), null), new(ContractEntry.Instance(Contract(start, "ownFeed")), null),
            .. keepers.Select(k => Struct(vault.Keeper(k), v => KeeperRecord.FromSCVal(v).ToSCVal())),
            .. new[] { Account(start, "alice"), Account(start, "bob"), SCAddress.From(vault.Vault) }.Select(h => Struct(vault.Balance(h), v => SCVal.FromInt128(v.ToInt128()))),
            Struct(vault.Cooldown(Account(start, "alice")), v => SCVal.FromUInt32(v.ToUInt32())),
            new(vault.PoolListing(pool), null), new(vault.ExchangeListing(exchange), null),
            .. Assets(start).Select(a => Struct(vault.AssetListing(a), Listing)),
            .. keepers.Select(k => Struct(registry.Keeper(k), v => KeeperEntry.FromSCVal(v).ToSCVal())),
            new(registry.Page(0), null), new(storage.ReserveList, null),
            .. Assets(start).Select(a => Struct(storage.ReserveConfig(a), v => ReserveConfig.FromSCVal(v).ToSCVal())),
            .. Assets(start).Select(a => Struct(storage.ReserveData(a), v => ReserveData.FromSCVal(v).ToSCVal())),
            .. new[] { borrower, Account(start, "lender"), SCAddress.From(vault.Vault) }.Select(u => Struct(storage.Positions(u), v => Positions.FromSCVal(v).ToSCVal())),
            Struct(storage.Auction(new AuctionKey(AuctionType.UserLiquidation, borrower)), v => AuctionData.FromSCVal(v).ToSCVal()),
        ];
    }

    private static KeyValuePair<LedgerKey, Func<SCVal, SCVal>?> Struct(LedgerKey key, Func<SCVal, SCVal> again) => new(key, again);

    private static SCVal Listing(SCVal value)
    {
        var listing = AssetListing.FromSCVal(value);
        return SCVal.FromStruct(
            ("decimals", SCVal.FromUInt32(listing.Decimals)),
            ("max_age", SCVal.FromUInt64(listing.MaxAgeSeconds)),
            ("max_deviation_bps", SCVal.FromUInt32(listing.MaxDeviation.Value)),
            ("oracle", SCVal.FromAddress(listing.Oracle)),
            ("oracle_decimals", SCVal.FromUInt32(listing.OracleDecimals)));
    }

    private static string Kind(LedgerKey key) => ((LedgerKey.ContractData)key).Value.Key switch
    {
        SCVal.LedgerKeyContractInstance => "instance",
        SCVal.Vec vec => vec.ToVec()[0] is SCVal.Symbol(var name) ? name.ToString() : vec.ToString(),
        var other => other.ToString()!,
    };

    private static (JsonElement Start, List<(string Contract, LedgerKey Key, LedgerEntryData Data)> Entries) Read(string market)
    {
        var lines = VectorFile.Lines("nectar/storage.jsonl.gz")
            .SkipWhile(l => !l.TryGetProperty("start", out var start) || start.Text("market") != market).ToList();
        var entries = lines.Skip(1).TakeWhile(l => !l.TryGetProperty("start", out _));
        return (lines[0].GetProperty("start"), [.. entries.Select(e =>
            (e.Text("contract"), XdrCodec.FromBase64<LedgerKey>(e.Text("key")), XdrCodec.FromBase64<LedgerEntryData>(e.Text("data"))))]);
    }

    private static ContractId Contract(JsonElement start, string name) => ContractId.Parse(start.GetProperty("contracts").Text(name));

    private static SCAddress Account(JsonElement start, string name) => SCAddress.Parse(start.GetProperty("accounts").Text(name));

    private static List<ContractId> Assets(JsonElement start) => [.. start.GetProperty("assets").EnumerateArray().Select(a => ContractId.Parse(a.GetString()!))];
}
