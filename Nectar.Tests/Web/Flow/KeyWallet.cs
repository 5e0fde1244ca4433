using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Units;
using Nectar.Web.Wallet;

namespace Nectar.Tests.Web.Flow;

/// <summary>A wallet with a key, or one that does what a test says.</summary>
internal sealed class KeyWallet(KeyPair key, Func<Transaction, Task<WalletSignature>>? sign = null) : IBrowserWallet
{
    public WalletKind Kind => WalletKind.Freighter;

    public int Asked { get; private set; }

    public Task<WalletFacts> LookAsync(bool mayAsk) => Task.FromResult(new WalletFacts { IsAsked = true, IsInstalled = true, IsAllowed = true, Account = key.AccountId });

    public Task<WalletSignature> SignAsync(Transaction transaction, AccountId account)
    {
        Asked++;
        return sign is null ? Task.FromResult<WalletSignature>(new WalletSignature.Signed(transaction.Sign(key))) : sign(transaction);
    }
}
