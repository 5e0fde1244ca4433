using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Tests.Core.Keeper;

/// <summary>More borrowers than a page of events holds.</summary>
public sealed class EventReaderTests : KeeperFixture
{
    private const int Others = 2_344;

    public EventReaderTests()
    {
        // Several in each ledger, so that pages end in the middle of one.
        for (var i = 1; i <= Others; i++)
        {
            var user = SCAddress.From(new AccountId([.. BitConverter.GetBytes(i), .. new byte[28]]));
            Chain.State = Chain.State.Tell(
                [SCVal.FromSymbol("borrow"), SCVal.FromAddress(MarketState.Usdc), new SCVal.Address(user)], SCVal.FromVec(SCVal.FromInt128(1), SCVal.FromInt128(1)));
            Chain.Close(i % 7 == 0 ? 1u : 0);
        }
    }

    [Fact]
    public async Task All_pages_are_read_and_each_event_once()
    {
        await Runner().RunCycleAsync(Cancel);

        Assert.Equal(Others + 1, (await Journal.BorrowersAsync(Key.AccountId, MarketState.Pool, Cancel)).Count);
        Assert.Equal(Others + 1, Chain.EventsTold);
    }

    [Fact]
    public async Task A_restart_between_two_pages_goes_on_behind_the_last_one_that_was_saved()
    {
        var asked = new List<string?>();
        Chain.OnEvents = request =>
        {
            asked.Add(request.Pagination?.Cursor);
            if (asked.Count == 2)
            {
                throw new RpcTransportException("getEvents", "the connection was lost");
            }
        };
        await Assert.ThrowsAsync<RpcTransportException>(() => Runner().RunCycleAsync(Cancel));
        var saved = (await Journal.CursorAsync(Key.AccountId, MarketState.Pool, Cancel))!.Cursor;
        Assert.Equal(1_000, (await Journal.BorrowersAsync(Key.AccountId, MarketState.Pool, Cancel)).Count);

        await Runner().RunCycleAsync(Cancel);

        Assert.Equal([null, saved, saved], asked.Take(3));
        Assert.Equal(Others + 1, (await Journal.BorrowersAsync(Key.AccountId, MarketState.Pool, Cancel)).Count);
        Assert.Equal(Others + 1, Chain.EventsTold);
    }
}
