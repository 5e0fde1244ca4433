using Nectar.Core.Contracts.Vault;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.Web.History;

namespace Nectar.Web.Rewind;

/// <summary>The vault as it stood in a ledger.</summary>
/// <param name="Ledger">The ledger.</param>
/// <param name="State">What <c>get_state</c> would have told there.</param>
/// <param name="Last">The last that had changed it by then.</param>
/// <param name="Drawn">What each keeper owed it, by address; whoever owed nothing any more has 0, whoever never drew is not in it.</param>
/// <param name="Depositors">How many held shares, as far as deposits and withdrawals tell; null where the oldest of them are not kept.</param>
public sealed record RewoundVault(LedgerNumber Ledger, VaultState State, VaultMoment Last, IReadOnlyDictionary<string, Usdc> Drawn, int? Depositors)
{
    /// <summary>From the vault's history. Null where that begins later.</summary>
    /// <param name="moments">All moments, oldest first, later ones, too.</param>
    /// <param name="ledger">The last ledger that counts.</param>
    public static RewoundVault? Of(IReadOnlyList<VaultMoment> moments, LedgerNumber ledger)
    {
        ArgumentNullException.ThrowIfNull(moments);
        var past = moments.TakeWhile(m => m.Ledger <= ledger).ToList();
        if (past.Count == 0)
        {
            return null;
        }

        var (drawn, shares) = (new Dictionary<string, Usdc>(), new Dictionary<SCAddress, Shares>());
        foreach (var happened in past.Select(m => m.Happened))
        {
            switch (happened)
            {
                case VaultEvent.Drawn e:
                    drawn[e.Keeper.ToString()] = e.Debt;
                    break;
                case VaultEvent.Returned e:
                    drawn[e.Keeper.ToString()] = e.Debt;
                    break;
                case VaultEvent.Settled e:
                    drawn[e.Keeper.ToString()] = Usdc.Zero;
                    break;
                case VaultEvent.Deposited e:
                    shares[e.User] = shares.GetValueOrDefault(e.User) + e.Shares;
                    break;
                case VaultEvent.Withdrawn e:
                    shares[e.User] = shares.GetValueOrDefault(e.User) - e.Shares;
                    break;
            }
        }

        // A history that has dropped its beginning begins with other books than this deposit's own.
        var isWhole = past[0].Happened is VaultEvent.Deposited first && first.Shares == past[0].Books.TotalShares;
        return new RewoundVault(ledger, past[^1].Books.StateAt(ledger), past[^1], drawn, isWhole ? shares.Values.Count(s => s > Shares.Zero) : null);
    }
}
