using Nectar.Core.Units;

namespace Nectar.Web.Live;

/// <summary>A depositor at one ledger.</summary>
/// <param name="Address">A strkey.</param>
/// <param name="Shares">The shares.</param>
/// <param name="Value">What they would bring now, rounded down.</param>
/// <param name="PaidIn">What was deposited less what was withdrawn; null where not all of it is known.</param>
public sealed record Depositor(string Address, Shares Shares, Usdc Value, Usdc? PaidIn);
