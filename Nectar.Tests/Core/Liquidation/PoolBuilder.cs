using Nectar.Core.Contracts.Oracle;
using Nectar.Core.Contracts.Pool;
using Nectar.Core.Contracts.Values;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Tests.Core.Liquidation;

/// <summary>A pool for sums: assets by number, prices with 7 decimals, ledger 1,000 at second 12,345 unless told otherwise.</summary>
internal sealed class PoolBuilder
{
    private readonly List<Reserve> reserves = [];
    private readonly Dictionary<ContractId, PriceData> prices = [];

    public ulong CloseTime { get; init; } = 12_345;

    public uint MaxPositions { get; init; } = 8;

    public uint OracleDecimals { get; init; } = 7;

    public static ContractId Asset(int number)
    {
        var bytes = new byte[32];
        bytes[31] = (byte)number;
        return new ContractId(bytes);
    }

    public static ReserveConfig Config(uint index, uint cFactorE7 = 0, uint lFactorE7 = 7_000_000, uint decimals = 7) => new(
        cFactorE7, decimals, true, index, lFactorE7, 9_500_000, 100_000, 500_000, 15_000_000, 5_000_000, 20, Int128.MaxValue, 7_500_000);

    public static ReserveData Data(Int128 bRateE12, Int128 dRateE12, ulong lastTime = 12_345) =>
        new(bRateE12, 1_000_000_000_000, 0, dRateE12, 650_000_000_000, 10_000_000, lastTime);

    public static Amounts<uint> At(params (uint Index, Int128 Amount)[] amounts) => AmountsBuilder.Of<uint>(amounts);

    public PoolBuilder With(Int128 bRateE12, Int128 dRateE12, uint cFactorE7, uint lFactorE7, Int128 price, uint decimals = 7)
    {
        var index = (uint)reserves.Count;
        reserves.Add(new Reserve(Asset((int)index), Config(index, cFactorE7, lFactorE7, decimals), Data(bRateE12, dRateE12, CloseTime)));
        prices[Asset((int)index)] = new PriceData(price, CloseTime);
        return this;
    }

    /// <summary>The last asset as stored long ago, so that its debt has grown since.</summary>
    public PoolBuilder NeverAccrued(Int128 bSupply, Int128 dSupply)
    {
        reserves[^1] = reserves[^1] with { Data = reserves[^1].Data with { BSupply = bSupply, DSupply = dSupply, LastTimeSeconds = 0 } };
        return this;
    }

    public PoolSnapshot Build() => new()
    {
        Pool = Asset(200),
        Ledger = new LedgerNumber(1_000),
        CloseTimeSeconds = CloseTime,
        Config = new PoolConfig(2_000_000, MaxPositions, 0, Asset(201), PoolStatus.Active),
        Backstop = SCAddress.From(Asset(202)),
        OracleDecimals = OracleDecimals,
        Reserves = reserves,
        Prices = prices,
        Positions = new Dictionary<SCAddress, Positions>(),
        Auctions = new Dictionary<AuctionKey, AuctionData>(),
    };
}
