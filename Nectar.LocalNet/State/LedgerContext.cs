using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Xdr;

namespace Nectar.LocalNet.State;

/// <summary>What transactions can know of a ledger besides its entries.</summary>
/// <param name="Network">The network.</param>
/// <param name="Sequence">The ledger's sequence number.</param>
/// <param name="CloseTime">Its close time, seconds since 1970.</param>
/// <param name="BaseFee">The least inclusion fee of an operation, in stroops.</param>
/// <param name="BaseReserve">The reserve for an entry, in stroops.</param>
/// <param name="Protocol">The version of the protocol.</param>
public sealed record LedgerContext(
    Network Network,
    uint Sequence,
    ulong CloseTime,
    uint BaseFee,
    uint BaseReserve,
    uint Protocol)
{
    /// <summary>The context of a ledger whose header is known.</summary>
    public static LedgerContext Of(Network network, LedgerHeader header)
    {
        ArgumentNullException.ThrowIfNull(header);
        return new(network, header.LedgerSeq, header.ScpValue.CloseTime, header.BaseFee, header.BaseReserve, header.LedgerVersion);
    }
}
