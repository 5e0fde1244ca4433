using Nectar.Core.Contracts.Vault;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Web.History;

/// <summary>Reckons a depositor's statement from the vault's moments. Pure.</summary>
internal static class Statements
{
    private const int Unknown = -1;

    /// <summary>The statement as of a ledger.</summary>
    /// <param name="moments">The vault's moments, oldest first.</param>
    /// <param name="user">Whose.</param>
    /// <param name="now">The ledger; moments after it do not count.</param>
    public static Statement Of(IReadOnlyList<VaultMoment> moments, SCAddress user, LedgerNumber now)
    {
        var (vesting, gains) = (new VestingShares(), new Dictionary<int, Int128>());
        var (shares, paidIn, takenOut) = (Shares.Zero, Usdc.Zero, Usdc.Zero);
        var (entries, others, losses) = (Usdc.Zero, Usdc.Zero, Usdc.Zero);
        var moves = new List<VaultMoment>();
        VaultMoment? last = null;
        for (var place = 0; place < moments.Count && moments[place].Ledger <= now; place++)
        {
            var moment = moments[place];
            if (last is null)
            {
                // What vests from before the kept history has no name here.
                vesting.Join(Unknown, Usdc.Zero, moment.Books.UnvestedAt(moment.Ledger));
            }
            else
            {
                Vest(last, moment.Ledger);
            }

            var held = shares;
            var flow = Move(moment);
            if (last is not null)
            {
                var change = moment.Books.ValueOf(shares, moment.Ledger) - last.Books.ValueOf(held, moment.Ledger) - flow;
                Book(moment, change, flow != Usdc.Zero || held != shares);
            }

            if (last is not null && moment.Profit > Usdc.Zero)
            {
                vesting.Join(place, moment.Books.VestAmount - moment.Profit, moment.Profit);
            }

            last = moment;
        }

        if (last is not null)
        {
            Vest(last, now);
        }

        var receipts = gains.Where(g => g.Key != Unknown && g.Value != 0).OrderByDescending(g => g.Key)
            .Select(g => new Receipt(moments[g.Key], new Usdc(g.Value))).ToList();
        moves.Reverse();
        return new Statement(
            paidIn, takenOut, last?.Books.ValueOf(shares, now) ?? Usdc.Zero, shares, receipts,
            new Usdc(gains.GetValueOrDefault(Unknown)), entries, others, losses, moves);

        void Vest(VaultMoment from, LedgerNumber to)
        {
            var gain = from.Books.ValueOf(shares, to) - from.Books.ValueOf(shares, from.Ledger);
            foreach (var (source, part) in gain == Usdc.Zero ? [] : vesting.Split((System.Numerics.BigInteger)gain.Stroops))
            {
                gains[source] = gains.GetValueOrDefault(source) + (Int128)part;
            }
        }

        Usdc Move(VaultMoment moment)
        {
            switch (moment.Happened)
            {
                case VaultEvent.Deposited e when e.User == user:
                    (shares, paidIn) = (shares + e.Shares, paidIn + e.Amount);
                    moves.Add(moment);
                    return e.Amount;
                case VaultEvent.Withdrawn e when e.User == user:
                    (shares, takenOut) = (shares - e.Shares, takenOut + e.Amount);
                    moves.Add(moment);
                    return Usdc.Zero - e.Amount;
                default:
                    return Usdc.Zero;
            }
        }

        void Book(VaultMoment moment, Usdc change, bool isOwn)
        {
            if (isOwn)
            {
                entries += change;
            }
            else if (moment.Happened is VaultEvent.Settled { Loss: var loss } && loss > Usdc.Zero)
            {
                losses += change;
            }
            else
            {
                others += change;
            }
        }
    }
}
