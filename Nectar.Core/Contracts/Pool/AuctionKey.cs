using Nectar.Core.Soroban.Xdr;

namespace Nectar.Core.Contracts.Pool;

/// <summary>What names an auction in a pool.</summary>
/// <param name="Type">What is auctioned.</param>
/// <param name="User">Whose it is; the backstop for what is not an account's.</param>
public sealed record AuctionKey(AuctionType Type, SCAddress User);
