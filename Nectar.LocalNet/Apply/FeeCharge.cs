using Nectar.Core.Soroban.Xdr;

namespace Nectar.LocalNet.Apply;

/// <summary>A fee that was taken, or given back.</summary>
/// <param name="Stroops">How much; negative where it was given back.</param>
/// <param name="Changes">Of the account that paid.</param>
internal sealed record FeeCharge(long Stroops, XdrArray<LedgerEntryChange> Changes);
