using Nectar.Core.Contracts.Pool;
using Nectar.Core.Contracts.Storage;
using Nectar.Core.Contracts.Vault;
using Nectar.Core.Soroban.Sending;
using Nectar.Core.Soroban.Xdr;

namespace Nectar.Core.Keeper;

/// <summary>
/// Tells a lost race from any other refusal. The vault has a number for it; a pool traps without one, and a server may keep
/// no diagnostics of what failed in a ledger: then whether the auction is still there decides.
/// </summary>
internal sealed class RaceJudge(KeeperChain chain, EventReader events)
{
    /// <summary>The loss; null where the auction is still there.</summary>
    public async Task<KeeperEvent.RaceLost?> JudgeAsync(LiquidationCase stands, CaseStep step, SendOutcome outcome, CancellationToken cancel)
    {
        var isTold = outcome is SendOutcome.Rejected(SCErrorType.Contract, (uint)VaultError.AuctionGone, _, _);
        if (!isTold)
        {
            if (outcome is not (SendOutcome.Rejected or SendOutcome.Refused))
            {
                return null;
            }

            var storage = new PoolStorage(chain.Pool.Contract);
            var key = new AuctionKey(AuctionType.UserLiquidation, SCAddress.Parse(stands.Borrower));
            var batch = await chain.Server.ReadEntriesAsync([storage.Auction(key)], cancel).ConfigureAwait(false);
            if (storage.ReadAuction(batch, key) is not null)
            {
                return null;
            }
        }

        var hash = StepSender.Hash(outcome);
        var fee = hash is { } included ? await chain.FeeOfAsync(included, cancel).ConfigureAwait(false) : 0;
        var where = hash is null ? "before anything was sent" : "in a ledger, at the cost of the fee";
        return new KeeperEvent.RaceLost(step, StepSender.Code(outcome), Winner(stands), hash, fee, $"the auction was gone: lost {where}");
    }

    /// <summary>Who filled the case's auction, where an event told it.</summary>
    public string? Winner(LiquidationCase stands) =>
        events.LastFill(stands.Borrower) is var (filler, ledger) && !(ledger < (stands.AuctionStart ?? stands.DetectedAt)) ? filler.ToString() : null;
}
