using Nectar.Core.Units;

namespace Nectar.Web.Live;

/// <summary>Gives newcomers of the embedded network what they need to try it.</summary>
public interface IFaucet
{
    /// <summary>Creates the account with XLM, where it has too little.</summary>
    Task FundAsync(AccountId account, CancellationToken cancel);

    /// <summary>Gives USDC to an account that has a trust line and little USDC.</summary>
    /// <exception cref="InvalidOperationException">The network did not take it; the message says why.</exception>
    Task GiveUsdcAsync(AccountId account, CancellationToken cancel);
}
