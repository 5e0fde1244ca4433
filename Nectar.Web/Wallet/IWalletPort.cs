namespace Nectar.Web.Wallet;

/// <summary>Carries questions to wallets in a visitor's browser and their answers back.</summary>
public interface IWalletPort
{
    /// <summary>Asks one thing.</summary>
    /// <param name="kind">Whom.</param>
    /// <param name="question">What, by the name of the wallet's function.</param>
    /// <param name="within">How long to wait.</param>
    /// <param name="values">With which values.</param>
    Task<WalletReply> AskAsync(WalletKind kind, string question, TimeSpan within, params object[] values);

    /// <summary>Called when the wallet has another account or network than before, with both.</summary>
    event Action<string, string>? Changed;

    /// <summary>Begins to watch for that.</summary>
    Task WatchAsync();
}
