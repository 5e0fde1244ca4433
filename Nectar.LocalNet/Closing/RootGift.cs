using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.LocalNet.Closing;

/// <summary>What the root account gives out of its lumens.</summary>
internal static class RootGift
{
    /// <summary>The signed transaction for the next ledger: creates the account where there is none, pays it otherwise.</summary>
    /// <param name="root">The root account's key.</param>
    /// <param name="network">The network.</param>
    /// <param name="latest">The latest ledger.</param>
    /// <param name="account">To whom.</param>
    /// <param name="stroops">How much.</param>
    /// <exception cref="InvalidOperationException">The root account was merged into another.</exception>
    public static Transaction Of(KeyPair root, Network network, LedgerSnapshot latest, AccountId account, long stroops)
    {
        var source = latest.State.FindAccount(root.AccountId) ?? throw new InvalidOperationException("the network has no root account any more");
        var give = latest.State.FindAccount(account) is null
            ? Operations.CreateAccount(account, stroops)
            : Operations.Payment(MuxedAccount.From(account), Asset.Native.Instance, stroops);
        return new TransactionBuilder(MuxedAccount.From(root.AccountId), source.SeqNum, network)
            .Add(give)
            .ValidUntil(new LedgerNumber(latest.Sequence + 1))
            .Build()
            .Sign(root);
    }
}
