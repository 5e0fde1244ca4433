using Nectar.Core.Contracts.Calls;
using Nectar.Core.Contracts.Vault;
using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.Web.Advices;
using Nectar.Web.Live;
using Nectar.Web.Wallet;

namespace Nectar.Web.Flow;

/// <summary>From an order to a transaction that can be reviewed and signed.</summary>
/// <param name="network">The network.</param>
/// <param name="holdings">Reads accounts.</param>
public sealed class FlowPreparation(NetworkInUse network, HoldingsReader holdings)
{
    private const int FewestLedgers = 12;

    // A person may read the wallet's window for three minutes.
    private static readonly TimeSpan validFor = TimeSpan.FromSeconds(180);

    /// <summary>How many ledgers a transaction has.</summary>
    public uint ValidForLedgers => (uint)Math.Max(FewestLedgers, validFor / network.LedgerTime);

    /// <summary>How long that is on a network, about.</summary>
    public static TimeSpan ValidForOn(NetworkInUse network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return FewestLedgers * network.LedgerTime is var fewest && fewest > validFor ? fewest : validFor;
    }

    /// <summary>Simulates an order.</summary>
    /// <returns>What to review, or why there is nothing.</returns>
    public async Task<(FlowReview? Review, Advice? Refusal)> PrepareAsync(FlowOrder order, AccountId account, CancellationToken cancel)
    {
        var before = await holdings.ReadAsync(network, SCAddress.From(account), cancel);
        var prepared = await PrepareTransactionAsync(order, account, cancel);
        return prepared switch
        {
            UnsignedTransaction.Ready ready => (new FlowReview(order, account, ready.Transaction, ready.LastLedger, Read(order, ready.Returned), before, false), null),
            UnsignedTransaction.NeedsRestore restore => (new FlowReview(order, account, restore.Transaction, restore.LastLedger, 0, before, true), null),
            UnsignedTransaction.Refused refused => (null, AdviceBook.Of(refused)),
            _ => (null, AdviceBook.Of(TransactionResultCode.TxNoAccount)),
        };
    }

    /// <summary>What an order's transaction returned: units of shares, stroops of USDC, or 0.</summary>
    public static Int128 Read(FlowOrder order, SCVal? returned) =>
        order is FlowOrder.Trust || returned is null ? 0 : returned.ToInt128();

    private async Task<UnsignedTransaction> PrepareTransactionAsync(FlowOrder order, AccountId account, CancellationToken cancel)
    {
        var vault = new VaultClient(network.Vault);
        switch (order)
        {
            case FlowOrder.Deposit(var amount):
                return await network.Server.PrepareForWalletAsync(
                    network.Network, account, vault.Deposit(SCAddress.From(account), amount), ValidForLedgers, cancel);
            case FlowOrder.Withdraw(var shares):
                return await network.Server.PrepareForWalletAsync(
                    network.Network, account, vault.Withdraw(SCAddress.From(account), shares), ValidForLedgers, cancel);
            default:
                var token = await holdings.TokenAsync(network, cancel);
                return await network.Server.PrepareForWalletAsync(
                    network.Network, account, Operations.ChangeTrust(token.Asset, long.MaxValue), ValidForLedgers, cancel);
        }
    }
}
