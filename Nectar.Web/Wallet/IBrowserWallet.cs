using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Units;

namespace Nectar.Web.Wallet;

/// <summary>A wallet in the visitor's browser. It only signs: what is signed is put together here.</summary>
public interface IBrowserWallet
{
    /// <summary>Which.</summary>
    WalletKind Kind { get; }

    /// <summary>Finds out whether it is there, whether it lets us, and which account and network it has.</summary>
    /// <param name="mayAsk">Whether the wallet may open its window and ask its owner; else only what was allowed before counts.</param>
    Task<WalletFacts> LookAsync(bool mayAsk);

    /// <summary>Asks for a signature.</summary>
    /// <param name="transaction">What to sign.</param>
    /// <param name="account">Whose signature.</param>
    Task<WalletSignature> SignAsync(Transaction transaction, AccountId account);
}
