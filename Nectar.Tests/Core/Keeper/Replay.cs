using System.Collections.Immutable;
using Nectar.Core.Keeper;
using Nectar.Core.Soroban.Xdr;

namespace Nectar.Tests.Core.Keeper;

/// <summary>One liquidation with a keeper that dies at a line of its journal and starts again.</summary>
internal sealed class Replay : KeeperFixture
{
    public MarketState State => Chain.State;

    public int Lines { get; private set; }

    public IReadOnlyList<LiquidationCase> Cases => Journal.Cases;

    public IReadOnlyList<KeeperEvent> Events => Journal.Events;

    public Int128 Sum(Func<MarketState, ImmutableDictionary<SCAddress, Int128>> amounts) =>
        amounts(State).Values.Aggregate(Int128.Zero, (sum, amount) => sum + amount);

    public async Task RunAsync(CaseMode mode, int dieAt)
    {
        LetXlmFall(3_300000);
        Journal.BeforeAppend = (_, _) =>
        {
            if (Lines++ == dieAt)
            {
                throw new Killed();
            }
        };
        var keeper = Runner(mode);
        for (var life = 0; ; life++)
        {
            try
            {
                await CycleUntil(() => HasEnded, keeper);
                return;
            }
            catch (Killed) when (life == 0)
            {
                keeper = Runner(mode);
            }
        }
    }

    private sealed class Killed : Exception;
}
