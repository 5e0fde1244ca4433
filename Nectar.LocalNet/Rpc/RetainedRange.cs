using Nectar.Core.Soroban.Rpc;
using Nectar.LocalNet.Closing;

namespace Nectar.LocalNet.Rpc;

/// <summary>The first and the last ledger that are kept, as of the moment at which a request is answered.</summary>
/// <param name="Oldest">The first.</param>
/// <param name="Latest">The last.</param>
internal sealed record RetainedRange(ClosedLedger Oldest, ClosedLedger Latest)
{
    /// <summary>What a network keeps now.</summary>
    public static RetainedRange Of(LocalNetwork network)
    {
        var latest = network.Latest.Ledger;
        // The oldest may be dropped between two looks; there is a next one then.
        ClosedLedger? oldest;
        while (!network.History.TryFind(network.History.Oldest, out oldest))
        {
            latest = network.Latest.Ledger;
        }

        return new RetainedRange(oldest, latest);
    }

    /// <summary>Whether the ledger is kept.</summary>
    public bool Holds(uint ledger) => ledger >= Oldest.Sequence && ledger <= Latest.Sequence;

    /// <summary>The refusal of a ledger outside.</summary>
    public RpcErrorException Outside(string what, uint ledger) => Refusal.Request(
        $"{what} is {ledger}; it must be between the oldest ledger {Oldest.Sequence} and the latest ledger {Latest.Sequence} that are kept");
}
