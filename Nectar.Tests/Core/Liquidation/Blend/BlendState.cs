using System.Globalization;
using System.Text.Json;
using Nectar.Core.Contracts.Oracle;
using Nectar.Core.Contracts.Pool;
using Nectar.Core.Contracts.Storage;
using Nectar.Core.Contracts.Values;
using Nectar.Core.Liquidation;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.Tests.Support;

namespace Nectar.Tests.Core.Liquidation.Blend;

/// <summary>A random state of a real Blend v2 pool and the pool's own answers in it (<c>Vectors/README.md</c>, "blend").</summary>
internal sealed class BlendState
{
    private BlendState(JsonElement line)
    {
        Line = line;
        User = SCAddress.Parse(line.Text("user"));
        Filler = SCAddress.Parse(line.Text("filler"));
        var batch = new EntryBatch(new LedgerNumber(line.GetProperty("ledger").GetUInt32()), line.GetProperty("entries").EnumerateArray().ToDictionary(
            e => XdrCodec.FromBase64<LedgerKey>(e[0].GetString()!),
            e => XdrCodec.FromBase64<LedgerEntryData>(e[1].GetString()!)));
        var pool = ((LedgerKey.ContractData)batch.Entries.Keys.First()).Value.Contract;
        var storage = new PoolStorage(ContractId.Parse(pool.ToString()!));
        var time = line.GetProperty("time").GetUInt64();
        var prices = AmountsOf(line.GetProperty("prices")).ToDictionary(p => p.Key, p => new PriceData(p.Value, time));
        Snapshot = storage.ReadSnapshot(batch, time, storage.ReadReserveList(batch), (line.GetProperty("oracleDecimals").GetUInt32(), prices), [User], []);
        Positions = Snapshot.Positions[User];
        Now = PoolMarket.At(Snapshot, time);
        Opened = line.GetProperty("auction") is { ValueKind: JsonValueKind.Object } opened ? AuctionOf(opened.GetProperty("auction")) : null;
    }

    public static IReadOnlyList<BlendState> All { get; } = [.. VectorFile.Lines("blend/states.jsonl.gz").Select(l => new BlendState(l))];

    public JsonElement Line { get; }

    public SCAddress User { get; }

    public SCAddress Filler { get; }

    public PoolSnapshot Snapshot { get; }

    /// <summary>The user's.</summary>
    public Positions Positions { get; }

    /// <summary>The pool in the ledger of the state.</summary>
    public PoolMarket Now { get; }

    /// <summary>The auction that was opened in it; null where the pool accepts none.</summary>
    public AuctionData? Opened { get; }

    /// <summary>Where to look when a test fails.</summary>
    public override string ToString() => $"ledger {Snapshot.Ledger} at {Snapshot.CloseTimeSeconds}";

    public Amounts<ContractId> ByAsset(Amounts<uint> amounts) =>
        new(amounts.Select(a => KeyValuePair.Create(Snapshot.Reserves[(int)a.Key].Asset, a.Value)));

    public Amounts<uint> ByIndex(Amounts<ContractId> amounts) =>
        new(amounts.Select(a => KeyValuePair.Create(Now.ReserveOf(a.Key)!.Config.Index, a.Value)));

    /// <summary>The indexes of the reserves of a list of assets.</summary>
    public List<uint> Indexes(JsonElement assets) =>
        [.. assets.EnumerateArray().Select(a => Now.ReserveOf(ContractId.Parse(a.GetString()!))!.Config.Index)];

    public static Int128 Number(JsonElement text) => Int128.Parse(text.GetString()!, CultureInfo.InvariantCulture);

    public static Amounts<ContractId> AmountsOf(JsonElement amounts) =>
        new(amounts.EnumerateObject().Select(a => KeyValuePair.Create(ContractId.Parse(a.Name), Number(a.Value))));

    public static AuctionData AuctionOf(JsonElement auction) => new(
        AmountsOf(auction.GetProperty("bid")), new LedgerNumber(auction.GetProperty("start").GetUInt32()), AmountsOf(auction.GetProperty("lot")));
}
