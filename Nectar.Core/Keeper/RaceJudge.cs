using Nectar.Core.Contracts.Pool;
using Nectar.Core.Contracts.Storage;
using Nectar.Core.Contracts.Vault;
using Nectar.Core.Soroban.Sending;
using Nectar.Core.Soroban.Xdr;

namespace Nectar.Core.Keeper;

/// <summary>
/// Tells a lost race from any other refusal. The vault has a number for it; a pool traps without one, and a server may keep
/// no diagnostics of what failed in a ledger: then whether the auction is there decides.
/// </summary>
internal sealed class RaceJudge(KeeperChain chain, CaseLog log, EventReader events)
{
    /// <summary>The loss of a fill; null where the auction is still there.</summary>
    public async Task<KeeperEvent.RaceLost?> JudgeAsync(LiquidationCase stands, CaseStep step, SendOutcome outcome, CancellationToken cancel)
    {
        var isTold = outcome is SendOutcome.Rejected(SCErrorType.Contract, (uint)VaultError.AuctionGone, _, _);
        return isTold || (outcome is SendOutcome.Rejected or SendOutcome.Refused && !await IsOpenAsync(stands, cancel).ConfigureAwait(false))
            ? await LostAsync(step, outcome, Winner(stands), "the auction was gone", cancel).ConfigureAwait(false)
            : null;
    }

    /// <summary>The loss of an opening: another's auction stands where ours was to be; null where none does.</summary>
    public async Task<KeeperEvent.RaceLost?> JudgeOpeningAsync(LiquidationCase stands, SendOutcome outcome, CancellationToken cancel)
    {
        var isTold = outcome is SendOutcome.Rejected(SCErrorType.Contract, (uint)PoolError.AuctionInProgress, _, _);
        // The pool has a number for each other no of its own.
        var isUntold = outcome is SendOutcome.Refused or SendOutcome.Rejected(not SCErrorType.Contract, _, _, _);
        return isTold || (isUntold && await IsOpenAsync(stands, cancel).ConfigureAwait(false))
            ? await LostAsync(CaseStep.Auction, outcome, null, "another keeper opened the auction first", cancel).ConfigureAwait(false)
            : null;
    }

    /// <summary>Writes down the loss of an auction that an event says another filled; null where no event tells it.</summary>
    public async Task<LiquidationCase?> SeenLostAsync(LiquidationCase stands, CancellationToken cancel)
    {
        if (Winner(stands) is not { } winner)
        {
            return null;
        }

        var reason = $"{winner} filled it first";
        return await log.TellAsync(
            new KeeperEvent.RaceLost(null, null, winner, null, 0, reason), stands with { State = new CaseState.Lost(reason) }, cancel).ConfigureAwait(false);
    }

    /// <summary>Who filled the case's auction, where an event told it.</summary>
    private string? Winner(LiquidationCase stands) =>
        events.LastFill(stands.Borrower) is var (filler, ledger) && !(ledger < (stands.AuctionStart ?? stands.DetectedAt)) ? filler.ToString() : null;

    private async Task<bool> IsOpenAsync(LiquidationCase stands, CancellationToken cancel)
    {
        var storage = new PoolStorage(chain.Pool.Contract);
        var key = new AuctionKey(AuctionType.UserLiquidation, SCAddress.Parse(stands.Borrower));
        var batch = await chain.Server.ReadEntriesAsync([storage.Auction(key)], cancel).ConfigureAwait(false);
        return storage.ReadAuction(batch, key) is not null;
    }

    private async Task<KeeperEvent.RaceLost> LostAsync(CaseStep step, SendOutcome outcome, string? winner, string what, CancellationToken cancel)
    {
        var hash = StepSender.Hash(outcome);
        var (fee, ledger) = hash is { } included ? await chain.ChargedAsync(included, cancel).ConfigureAwait(false) : (0, default);
        log.Saw(ledger);
        // Capital that was drawn for a fill has cost its own fees by then.
        var where = hash is not null ? "in a ledger, at the cost of the fee" : step == CaseStep.Fill ? "before the fill was sent" : "before anything was sent";
        return new KeeperEvent.RaceLost(step, StepSender.Code(outcome), winner, hash, fee, $"{what}: lost {where}");
    }
}
