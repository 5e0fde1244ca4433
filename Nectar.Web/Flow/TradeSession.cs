using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Sending;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.Web.Advices;
using Nectar.Web.Live;
using Nectar.Web.Wallet;

namespace Nectar.Web.Flow;

/// <summary>One visitor with one wallet before one vault: finds out where the wallet stands, and drives the flow.</summary>
public sealed class TradeSession
{
    private readonly NetworkInUse network;
    private readonly IWalletPort port;
    private readonly HoldingsReader holdings;
    private readonly IBrowserWallet freighter;
    private readonly IBrowserWallet more;
    private readonly IBrowserWallet practice;
    private WalletFacts facts = new();

    /// <summary>Begins without a wallet.</summary>
    public TradeSession(NetworkInUse network, IWalletPort port, HoldingsReader holdings, IFlowMemory memory, TimeProvider time, ILogger<SignedTransactionSender> logger)
    {
        (this.network, this.port, this.holdings) = (network, port, holdings);
        (freighter, more, practice) = (new Sep43Wallet(port), new Sep43Wallet(port, WalletKind.More, network.Network.Passphrase), new PracticeWallet(port, network.Network));
        Wallet = freighter;
        var preparation = new FlowPreparation(network, holdings);
        var options = new TransactionSenderOptions
        {
            ValidForLedgers = preparation.ValidForLedgers,
            PollInterval = network.LedgerTime < TimeSpan.FromSeconds(1) ? network.LedgerTime : TimeSpan.FromSeconds(1),
        };
        Driver = new FlowDriver(preparation, new SignedTransactionSender(network.Server, time, options, logger), memory, time);
        Driver.Changed += () => TellAsync();
        port.Changed += (address, passphrase) => _ = OnWalletChangedAsync();
    }

    /// <summary>Called after each change.</summary>
    public event Func<Task>? Changed;

    /// <summary>The flow.</summary>
    public FlowDriver Driver { get; }

    /// <summary>The wallet in use.</summary>
    public IBrowserWallet Wallet { get; private set; }

    /// <summary>Where the visitor stands with it.</summary>
    public WalletState State => WalletMachine.StateOf(facts, network.Network.Passphrase);

    /// <summary>What is being done for a practice account, in words; null while nothing is.</summary>
    public string? Doing { get; private set; }

    /// <summary>Connects a wallet.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="mayAsk">Whether its window may open; else only what was allowed before counts.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task ConnectAsync(WalletKind kind, bool mayAsk, CancellationToken cancel)
    {
        Wallet = kind switch { WalletKind.Practice => practice, WalletKind.More => more, _ => freighter };
        facts = new WalletFacts { IsAsked = true };
        await TellAsync();
        var found = await Wallet.LookAsync(mayAsk);
        // A silent look that finds nothing allowed is no reason to complain to somebody who asked for nothing.
        facts = mayAsk || found.Account is not null ? found : new WalletFacts();
        await RefreshAsync(cancel);
        if (kind == WalletKind.Freighter && found.Account is not null)
        {
            await port.WatchAsync();
        }
    }

    /// <summary>One click from nothing to a funded account of the browser's own.</summary>
    public async Task PractiseAsync(CancellationToken cancel)
    {
        if (network.Faucet is not { } faucet)
        {
            throw new InvalidOperationException("a practice account exists on the embedded network alone");
        }

        await DoAsync("making an account in this browser", () => ConnectAsync(WalletKind.Practice, mayAsk: true, cancel));
        if (State is WalletState.Unfunded(var account))
        {
            await DoAsync("giving it XLM", () => faucet.FundAsync(account, cancel));
            await RefreshAsync(cancel);
        }

        if (State is WalletState.NoTrustline(var poor, _))
        {
            await DoAsync("adding its trust line for USDC", async () =>
            {
                await Driver.AskAsync(new FlowOrder.Trust(), poor, cancel);
                await Driver.SignAsync(Wallet, cancel);
            });
            await RefreshAsync(cancel);
        }

        if (State is WalletState.Ready(var ready, var has) && has.Shares == Shares.Zero)
        {
            await DoAsync("giving it USDC", () => faucet.GiveUsdcAsync(ready, cancel));
            await RefreshAsync(cancel);
        }

        if (Driver.State is FlowState.Confirmed)
        {
            await Driver.BackAsync();
        }
    }

    /// <summary>Funds the connected account on the embedded network.</summary>
    public async Task FundAsync(CancellationToken cancel)
    {
        if (network.Faucet is { } faucet && State is WalletState.Unfunded(var account))
        {
            await DoAsync("giving it XLM", () => faucet.FundAsync(account, cancel));
            await RefreshAsync(cancel);
        }
    }

    /// <summary>Gives the connected account USDC on the embedded network.</summary>
    public async Task GiveUsdcAsync(CancellationToken cancel)
    {
        if (network.Faucet is { } faucet && State is WalletState.Ready(var account, _))
        {
            await DoAsync("giving it USDC", () => faucet.GiveUsdcAsync(account, cancel));
            await RefreshAsync(cancel);
        }
    }

    /// <summary>Forgets the wallet on this page.</summary>
    public async Task DisconnectAsync()
    {
        facts = new WalletFacts();
        await Driver.BackAsync();
    }

    /// <summary>Reads the account again.</summary>
    public async Task RefreshAsync(CancellationToken cancel)
    {
        if (facts is { Account: { } account, Fault: null } && facts.Passphrase == network.Network.Passphrase)
        {
            try
            {
                var read = await holdings.ReadAsync(network, SCAddress.From(account), cancel);
                facts = facts.Account == account ? facts with { Holdings = read } : facts;
            }
            catch (Exception e) when (e is RpcTransportException or RpcErrorException)
            {
                // What was read before stays; without any there is nothing to go on with.
                facts = facts.Holdings is null ? facts with { Fault = AdviceBook.NotReached(e.Message) } : facts;
            }
        }

        await TellAsync();
    }

    private async Task OnWalletChangedAsync()
    {
        var before = facts.Account;
        if (Wallet.Kind != WalletKind.Freighter || !facts.IsAsked)
        {
            return;
        }

        facts = await Wallet.LookAsync(mayAsk: false);
        await RefreshAsync(CancellationToken.None);
        if (facts.Account is { } account && account != before && State is WalletState.Ready)
        {
            await Driver.ChangeAccountAsync(account, CancellationToken.None);
        }
        else if (facts.Account != before)
        {
            await Driver.BackAsync();
        }
    }

    private async Task DoAsync(string doing, Func<Task> act)
    {
        Doing = doing;
        await TellAsync();
        try
        {
            await act();
        }
        catch (Exception e) when (e is RpcTransportException or RpcErrorException or InvalidOperationException)
        {
            facts = facts with { Fault = AdviceBook.NotReached(e.Message) };
        }
        finally
        {
            Doing = null;
        }
    }

    private Task TellAsync() => Changed?.Invoke() ?? Task.CompletedTask;
}
