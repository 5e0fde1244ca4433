using System.Collections.Immutable;
using Nectar.Core.Contracts.Pool;
using Nectar.Core.Contracts.Values;
using Nectar.Core.Liquidation;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Tests.Core.Keeper;

/// <summary>A refusal: a contract's number, or a trap without one.</summary>
internal sealed class Refusal(uint? number) : Exception($"refused with {number}")
{
    public uint? Number { get; } = number;
}

/// <summary>
/// A pool, a vault, an exchange and their tokens as a value: a call either gives the state after it or throws. The sums of
/// auctions are those of the rooms under test; what is tested here is the order of steps and what becomes of money.
/// </summary>
internal sealed record MarketState
{
    public static readonly ContractId Pool = Id(1), Vault = Id(2), Registry = Id(3), Exchange = Id(4), Oracle = Id(5), Usdc = Id(10), Xlm = Id(11);

    public static readonly SCAddress Backstop = SCAddress.From(Id(6)), Borrower = SCAddress.From(new AccountId([.. Enumerable.Repeat((byte)7, 32)]));

    public uint Ledger { get; init; } = 1_000;

    public ulong Time => 1_700_000_000 + (Ledger * 5UL) + Stalled;

    /// <summary>For how many seconds no ledger closed.</summary>
    public ulong Stalled { get; init; }

    public ImmutableDictionary<(ContractId Token, SCAddress Holder), Int128> Balances { get; init; } =
        ImmutableDictionary<(ContractId, SCAddress), Int128>.Empty
            .Add((Usdc, SCAddress.From(Vault)), 100_000_0000000).Add((Usdc, SCAddress.From(Pool)), 500_000_0000000)
            .Add((Xlm, SCAddress.From(Pool)), 9_000_000_0000000);

    public ImmutableDictionary<SCAddress, Positions> Positions { get; init; } = ImmutableDictionary<SCAddress, Positions>.Empty
        .Add(Borrower, new Positions(AmountsBuilder.Of((1u, (Int128)100_000_0000000)), AmountsBuilder.Of((0u, (Int128)26_000_0000000)), []));

    public AuctionData? Auction { get; init; }

    /// <summary>In the ledger of its last change; 7 decimals.</summary>
    public (Int128 Price, uint Ledger) XlmPrice { get; init; } = (4_000000, 1_000);

    public ImmutableDictionary<SCAddress, Int128> Debts { get; init; } = ImmutableDictionary<SCAddress, Int128>.Empty;

    public Int128 Idle { get; init; } = 100_000_0000000;

    public Int128 Profit { get; init; }

    /// <summary>Whether the exchange trades nothing any more.</summary>
    public bool IsShut { get; init; }

    public int Draws { get; init; }

    public int Returns { get; init; }

    public int Fills { get; init; }

    public ImmutableList<(uint Ledger, SCVal[] Topics, SCVal Data)> Events { get; init; } =
        [(1_000, [SCVal.FromSymbol("borrow"), SCVal.FromAddress(Usdc), new SCVal.Address(Borrower)], SCVal.FromVec(SCVal.FromInt128(1), SCVal.FromInt128(1)))];

    public static IReadOnlyList<Reserve> Reserves { get; } =
    [
        new(Usdc, Config(0, 9_000_000, 9_500_000), Data(400_000_0000000)),
        new(Xlm, Config(1, 7_500_000, 7_500_000), Data(0)),
    ];

    public PoolSnapshot Snapshot() => new()
    {
        Pool = Pool,
        Ledger = new LedgerNumber(Ledger),
        CloseTimeSeconds = Time,
        Config = PoolConfig,
        Backstop = Backstop,
        OracleDecimals = 7,
        Reserves = Reserves,
        Prices = new Dictionary<ContractId, Nectar.Core.Contracts.Oracle.PriceData> { [Usdc] = new(1_0000000, Time), [Xlm] = new(XlmPrice.Price, Time) },
        Positions = Positions,
        Auctions = new Dictionary<AuctionKey, AuctionData>(),
    };

    public static PoolConfig PoolConfig { get; } = new(1_000_000, 8, 0, Oracle, PoolStatus.Active);

    public Int128 Held(ContractId token, SCAddress holder) => Balances.GetValueOrDefault((token, holder));

    public MarketState Move(ContractId token, SCAddress? from, SCAddress? to, Int128 amount)
    {
        var balances = Balances;
        if (from is not null)
        {
            var left = balances.GetValueOrDefault((token, from)) - amount;
            balances = left >= 0 ? balances.SetItem((token, from), left) : throw new Refusal(10);
        }

        return this with { Balances = to is null ? balances : balances.SetItem((token, to), balances.GetValueOrDefault((token, to)) + amount) };
    }

    public MarketState Tell(SCVal[] topics, SCVal data) => this with { Events = Events.Add((Ledger + 1, topics, data)) };

    /// <summary>What the exchange pays for XLM: the price less 0.3 %.</summary>
    public Int128 Sells(Int128 xlm) => xlm * XlmPrice.Price * 997 / 10_000_000_000;

    public (MarketState, AuctionData) NewAuction(uint percent)
    {
        if (Auction is not null)
        {
            throw new Refusal(1212);
        }

        var market = PoolMarket.At(Snapshot(), Time);
        if (!((HealthReading.Known)market.HealthOf(Positions[Borrower])).Health.IsLiquidatable)
        {
            throw new Refusal(1211);
        }

        var size = AuctionSize.Of(market, Positions[Borrower], [1], [0], percent);
        if (size.Verdict != AuctionVerdict.Accepted)
        {
            throw new Refusal(1213);
        }

        var auction = new AuctionData(
            AmountsBuilder.Of((Usdc, size.Taken.Liabilities[0])), new LedgerNumber(Ledger + 1), AmountsBuilder.Of((Xlm, size.Taken.Collateral[1])));
        var topics = new[] { SCVal.FromSymbol("new_auction"), SCVal.FromUInt32(0), new SCVal.Address(Borrower) };
        return (this with { Auction = auction } is var after ? after.Tell(topics, SCVal.FromVec(SCVal.FromUInt32(percent), auction.ToSCVal())) : this, auction);
    }

    /// <summary>Fill, repay and withdraw, from and to one holder.</summary>
    public MarketState Fill(SCAddress filler, uint percent, Int128 ask)
    {
        if (Auction is null || Auction.Start.Value > Ledger)
        {
            throw new Refusal(null);
        }

        var part = AuctionCurve.Fill(Auction, new LedgerNumber(Ledger), percent);
        var market = PoolMarket.At(Snapshot(), Time);
        var owed = Tokens.Owed(market.Reserves[0].Data, part.Bid[Usdc]);
        if (ask < owed)
        {
            throw new Refusal(1205);
        }

        var old = Positions[Borrower];
        var left = old with
        {
            Collateral = old.Collateral.With(1, old.Collateral[1] - part.Lot[Xlm]),
            Liabilities = old.Liabilities.With(0, old.Liabilities[0] - part.Bid[Usdc]),
        };
        var after = this with { Auction = part.Remainder, Positions = Positions.SetItem(Borrower, left), Fills = Fills + 1 };
        return after.Move(Usdc, filler, SCAddress.From(Pool), owed).Move(Xlm, SCAddress.From(Pool), filler, part.Lot[Xlm]).Tell(
            [SCVal.FromSymbol("fill_auction"), SCVal.FromUInt32(0), new SCVal.Address(Borrower)],
            SCVal.FromVec(new SCVal.Address(filler), SCVal.FromInt128(percent), (Auction with { Bid = part.Bid, Lot = part.Lot }).ToSCVal()));
    }

    public MarketState Sell(SCAddress seller, Int128 xlm, Int128 least) => Sells(xlm) >= least
        ? Move(Xlm, seller, null, xlm).Move(Usdc, null, seller, Sells(xlm))
        : throw new Refusal(508);

    public (MarketState, Int128 Profit) Liquidate(SCAddress keeper, uint percent, Int128 ask, Int128 least)
    {
        if (Auction is null || Auction.Start.Value >= Ledger)
        {
            throw new Refusal(230);
        }

        var vault = SCAddress.From(Vault);
        MarketState filled;
        try
        {
            filled = Fill(vault, percent, ask);
        }
        catch (Refusal)
        {
            throw new Refusal(231);
        }

        var sold = filled.Sell(vault, filled.Held(Xlm, vault), 0);
        var profit = sold.Held(Usdc, vault) - Held(Usdc, vault);
        if (profit < least)
        {
            throw new Refusal(235);
        }

        var fee = profit / 10;
        return (sold.Move(Usdc, vault, keeper, fee) with { Idle = Idle + profit - fee, Profit = Profit + profit - fee }, profit);
    }

    public MarketState Draw(SCAddress keeper, Int128 amount) => amount > Idle
        ? throw new Refusal(201)
        : Move(Usdc, SCAddress.From(Vault), keeper, amount) with { Idle = Idle - amount, Draws = Draws + 1, Debts = Debts.SetItem(keeper, Debts.GetValueOrDefault(keeper) + amount) };

    public (MarketState, Int128 Profit) Return(SCAddress keeper, Int128 amount)
    {
        var debt = Debts.GetValueOrDefault(keeper);
        if (debt == 0)
        {
            throw new Refusal(211);
        }

        var profit = amount - Int128.Min(amount, debt);
        var fee = profit / 10;
        return (Move(Usdc, keeper, SCAddress.From(Vault), amount - fee) with
        {
            Idle = Idle + amount - fee,
            Profit = Profit + profit - fee,
            Returns = Returns + 1,
            Debts = Debts.SetItem(keeper, debt - Int128.Min(amount, debt)),
        }, profit);
    }

    private static ContractId Id(byte number) => new([.. Enumerable.Repeat(number, 32)]);

    private static ReserveConfig Config(uint index, uint cFactor, uint lFactor) =>
        new(cFactor, 7, true, index, lFactor, 9_500_000, 100_000, 500_000, 15_000_000, 5_000_000, 20, Int128.MaxValue, 7_500_000);

    private static ReserveData Data(Int128 dSupply) => new(1_000_000_000_000, 9_000_000_0000000, 0, 1_000_000_000_000, dSupply, 10_000_000, 1_700_005_000);
}
