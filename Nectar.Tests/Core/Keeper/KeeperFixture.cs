using Microsoft.Extensions.Logging.Abstractions;
using Nectar.Core.Keeper;
using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.Tests.Support;

namespace Nectar.Tests.Core.Keeper;

/// <summary>A keeper before a market that a test drives.</summary>
public abstract class KeeperFixture
{
    private protected MarketChain Chain { get; } = new();

    private protected RecordingJournal Journal { get; } = new();

    private protected KeyPair Key { get; } = KeyPair.FromRawSeed([.. Enumerable.Repeat((byte)1, 32)]);

    private protected SCAddress Keeper => SCAddress.From(Key.AccountId);

    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private protected KeeperRunner Runner(CaseMode mode = CaseMode.Atomic, KeyPair? key = null, RecordingJournal? journal = null) =>
        Runner(Options(mode, key), journal);

    private protected KeeperRunner Runner(KeeperOptions options, RecordingJournal? journal = null) => new(
        options, Network.Standalone, Chain, journal ?? Journal, TimeProvider.System, NullLoggerFactory.Instance);

    private protected KeeperOptions Options(CaseMode mode = CaseMode.Atomic, KeyPair? key = null) => new()
    {
        Key = key ?? Key,
        Registry = MarketState.Registry,
        Vault = MarketState.Vault,
        Pool = MarketState.Pool,
        Exchange = MarketState.Exchange,
        Mode = mode,
        LedgerTime = TimeSpan.FromMilliseconds(100),
        MaxPriceJump = new BasisPoints(5_000),
        MaxPriceAge = TimeSpan.FromDays(1),
    };

    /// <summary>The price falls so far that the borrower may be liquidated.</summary>
    private protected void LetXlmFall(Int128 to) => Chain.State = Chain.State with { XlmPrice = (to, Chain.State.Ledger) };

    /// <summary>Cycles with a ledger between two, until a condition holds.</summary>
    private protected async Task CycleUntil(Func<bool> holds, params KeeperRunner[] runners)
    {
        for (var i = 0; !holds(); i++)
        {
            Assert.True(i < 600, $"not within 600 ledgers; last: {(Journal.Events is [.., var last] ? last : null)}");
            Chain.Close();
            foreach (var runner in runners)
            {
                await runner.RunCycleAsync(Cancel);
            }
        }
    }

    private protected bool HasEnded => Journal.Cases is { Count: > 0 } cases && cases.All(c => !c.IsOpen);
}
