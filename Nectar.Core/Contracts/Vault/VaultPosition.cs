using Nectar.Core.Contracts.Values;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Contracts.Vault;

/// <summary>What a depositor has.</summary>
/// <param name="Shares">The shares.</param>
/// <param name="Value">What they redeem at that ledger, rounded down.</param>
public sealed record VaultPosition(Shares Shares, Usdc Value)
{
    /// <summary>Reads the contract's pair.</summary>
    /// <exception cref="XdrException">It is something else.</exception>
    public static VaultPosition FromSCVal(SCVal value) => value.ToVec() is [var shares, var usdc]
        ? new VaultPosition(shares.ToShares(), usdc.ToUsdc())
        : throw new XdrException(nameof(VaultPosition), "not a pair of shares and USDC");

    /// <summary>The contract's pair.</summary>
    public SCVal ToSCVal() => SCVal.FromVec(ContractValue.Of(Shares), ContractValue.Of(Value));
}
