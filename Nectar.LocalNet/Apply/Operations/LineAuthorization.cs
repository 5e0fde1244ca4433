using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Apply.Accounts;

namespace Nectar.LocalNet.Apply.Operations;

/// <summary>What the two operations by which an issuer allows trust lines have in common.</summary>
internal static class LineAuthorization
{
    public enum Answer
    {
        Done,
        NoTrustLine,
        CannotRevoke,
        InvalidState,
    }

    /// <summary>Changes the flags of a line.</summary>
    /// <param name="asset">The source's asset.</param>
    /// <param name="trustor">Whose line.</param>
    /// <param name="clear">Flags to take away.</param>
    /// <param name="set">Flags to give, after that.</param>
    /// <param name="revokes">Whether this, whatever the line is now, is a thing that only some issuers may do.</param>
    /// <param name="scope">Where.</param>
    public static Answer Change(Asset asset, PublicKey trustor, uint clear, uint set, bool revokes, OperationScope scope)
    {
        var mayRevoke = (scope.SourceAccount.Flags & (uint)AccountFlags.RevocableFlag) != 0;
        if (revokes && !mayRevoke)
        {
            return Answer.CannotRevoke;
        }

        if (scope.FindLine(trustor, TrustLines.LineOf(asset)) is not { } line)
        {
            return Answer.NoTrustLine;
        }

        var flags = (line.Flags & ~clear) | set;
        if (!IsConsistent(flags))
        {
            return Answer.InvalidState;
        }

        var changed = line with { Flags = flags };
        if (TrustLines.IsAuthorized(line) && !TrustLines.IsAuthorized(changed) && !mayRevoke)
        {
            return Answer.CannotRevoke;
        }

        scope.Put(changed);
        if (TrustLines.IsAuthorized(line) != TrustLines.IsAuthorized(changed))
        {
            scope.Events.Add(ClassicEvents.SetAuthorized(scope.Ledger.Network, asset, trustor, TrustLines.IsAuthorized(changed)));
        }

        return Answer.Done;
    }

    /// <summary>A line is authorized, or authorized to keep its offers, or neither; never both.</summary>
    public static bool IsConsistent(uint flags) => (flags & TrustLines.AuthFlags) != TrustLines.AuthFlags;
}
