using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Nectar.Core.Contracts.Calls;
using Nectar.Core.Contracts.Vault;
using Nectar.Core.Journal;
using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Sending;
using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.Tests.Core.Journal;
using Nectar.Tests.Support;
using Nectar.Web.Advices;
using Nectar.Web.Demo;
using Nectar.Web.Flow;
using Nectar.Web.Wallet;

namespace Nectar.Tests.Web.Flow;

/// <summary>The flow against the real contracts on a real embedded network.</summary>
public sealed class FlowDriverTests
{
    private const long One = 10_000_000;
    private static readonly KeyPair visitor = KeyPair.FromRawSeed(Enumerable.Repeat((byte)77, 32).ToArray());
    private static readonly SCAddress address = SCAddress.From(visitor.AccountId);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_nothing_to_a_deposit_and_back_each_step_is_in_a_ledger_and_the_figures_are_the_chains()
    {
        await using var demo = await DeployedNetwork.OpenAsync();
        var (memory, wallet) = (new TestMemory(), new KeyWallet(visitor));
        var driver = Driver(demo, memory);
        await demo.Faucet.FundAsync(visitor.AccountId, Cancel);

        await RunAsync(driver, new FlowOrder.Trust(), wallet);
        Assert.IsType<FlowState.Confirmed>(driver.State);
        await demo.Faucet.GiveUsdcAsync(visitor.AccountId, Cancel);
        await RunAsync(driver, new FlowOrder.Deposit(new Usdc(1_000 * One)), wallet);

        var deposited = Assert.IsType<FlowState.Confirmed>(driver.State);
        var holdings = await HoldingsAsync(demo);
        Assert.Equal(deposited.Received, holdings.Shares.Units);
        Assert.Equal(new Usdc(DemoFaucet.Gift - (1_000 * One)), holdings.Usdc);
        Assert.Equal(await demo.Server.ReadAsync(new VaultClient(demo.Contracts.Vault).MaxWithdraw(address), Cancel), holdings.MaxWithdraw);

        await RunAsync(driver, new FlowOrder.Withdraw(holdings.MaxRedeem), wallet);

        var withdrawn = Assert.IsType<FlowState.Confirmed>(driver.State);
        var after = await HoldingsAsync(demo);
        Assert.Equal(Shares.Zero, after.Shares);
        Assert.Equal(new Usdc(DemoFaucet.Gift - (1_000 * One) + (long)withdrawn.Received), after.Usdc);
        Assert.Equal(3, memory.Kept.Count);
        Assert.Null(memory.Note);
    }

    [Fact]
    public async Task A_refusal_of_the_contract_is_told_before_anything_is_signed()
    {
        await using var demo = await FundedAsync();
        var (driver, wallet) = (Driver(demo), new KeyWallet(visitor));

        await RunAsync(driver, new FlowOrder.Withdraw(new Shares(1)), wallet);

        var stopped = Assert.IsType<FlowState.Stopped>(driver.State);
        Assert.Equal((FlowStop.Simulation, $"contract error {(int)VaultError.InsufficientShares}"), (stopped.Stop, stopped.Advice.Code));
        Assert.Equal(0, wallet.Asked);
    }

    [Fact]
    public async Task An_outcome_that_fell_since_it_was_read_is_read_again_and_not_signed()
    {
        await using var demo = await FundedAsync();
        var (driver, wallet) = (Driver(demo), new KeyWallet(visitor));
        await driver.AskAsync(new FlowOrder.Deposit(new Usdc(100 * One)), visitor.AccountId, Cancel);
        var first = Assert.IsType<FlowState.Reviewing>(driver.State).Review;
        // Burnt shares make all others dearer.
        var alice = demo.People.Depositors[0];
        await alice.DoAsync("burn", Operations.InvokeContract(
            demo.Contracts.Vault, "burn", new SCVal.Address(alice.Address), SCVal.FromInt128((Int128)1_000 * 10_000_000_000_000)), Cancel);

        await driver.SignAsync(wallet, Cancel);

        var again = Assert.IsType<FlowState.Reviewing>(driver.State);
        Assert.NotNull(again.Notice);
        Assert.True(again.Review.Expected < first.Least);
        Assert.Equal(0, wallet.Asked);
        await driver.SignAsync(wallet, Cancel);
        Assert.Equal(again.Review.Expected, Assert.IsType<FlowState.Confirmed>(driver.State).Received);
    }

    [Fact]
    public async Task A_signature_that_comes_after_the_visitor_went_back_is_never_sent()
    {
        await using var demo = await FundedAsync();
        var driver = Driver(demo);
        var late = new TaskCompletionSource<WalletSignature>();
        Transaction? asked = null;
        var wallet = new KeyWallet(visitor, t =>
        {
            asked = t;
            return late.Task;
        });
        await driver.AskAsync(new FlowOrder.Deposit(new Usdc(100 * One)), visitor.AccountId, Cancel);
        var signing = driver.SignAsync(wallet, Cancel);
        await WaitAsync(() => driver.State is FlowState.Signing);

        await driver.BackAsync();
        late.SetResult(new WalletSignature.Signed(asked!.Sign(visitor)));
        await signing;

        Assert.IsType<FlowState.Reviewing>(driver.State);
        Assert.Equal(Shares.Zero, (await HoldingsAsync(demo)).Shares);
    }

    [Fact]
    public async Task A_decline_and_a_silent_wallet_end_without_anything_sent()
    {
        await using var demo = await FundedAsync();
        var driver = Driver(demo);
        var order = new FlowOrder.Deposit(new Usdc(100 * One));

        await RunAsync(driver, order, new KeyWallet(visitor, _ => Task.FromResult<WalletSignature>(new WalletSignature.Refused(AdviceBook.OfWallet(-4), true))));
        Assert.Equal(FlowStop.Declined, Assert.IsType<FlowState.Stopped>(driver.State).Stop);
        await RunAsync(driver, order, new KeyWallet(visitor, _ => Task.FromResult<WalletSignature>(new WalletSignature.Silent())));

        Assert.Equal(FlowStop.WalletSilent, Assert.IsType<FlowState.Stopped>(driver.State).Stop);
        Assert.Equal(Shares.Zero, (await HoldingsAsync(demo)).Shares);
    }

    [Fact]
    public async Task After_a_reload_a_note_in_the_browser_finds_the_transaction_again()
    {
        await using var demo = await FundedAsync();
        var memory = new TestMemory();
        await RunAsync(Driver(demo, memory), new FlowOrder.Deposit(new Usdc(100 * One)), new KeyWallet(visitor));
        var note = Assert.Single(memory.Kept);
        await memory.KeepAsync(note);

        var reloaded = Driver(demo, memory);
        await reloaded.ResumeAsync(null, Cancel);

        var confirmed = Assert.IsType<FlowState.Confirmed>(reloaded.State);
        Assert.Equal((note, (await HoldingsAsync(demo)).Shares.Units), (confirmed.Sent, confirmed.Received));
        Assert.Null(memory.Note);
    }

    [Fact]
    public async Task A_phone_that_lost_its_storage_finds_what_its_account_sent_by_the_account_and_nobody_elses()
    {
        await using var demo = await FundedAsync();
        await using var journal = await JournalFixture.OpenAsync();
        var sent = journal.Services.GetRequiredService<SentJournal>();
        var clock = new FakeTimeProvider(Samples.Now);
        string? atHandIn = null;
        // The browser is told last before the transaction leaves.
        var browser = new TestMemory { OnKeep = async () => atHandIn = await sent.FindAsync(visitor.AccountId, Samples.Now, Cancel) };
        var lost = new Forgetless(Lasting(browser));
        await RunAsync(Driver(demo, lost), new FlowOrder.Deposit(new Usdc(100 * One)), new KeyWallet(visitor));
        var note = Assert.Single(browser.Kept);
        Assert.Equal(note.Write(), atHandIn);

        var (stranger, other) = (Driver(demo, Lasting(new TestMemory())), Driver(demo, Lasting(new TestMemory())));
        await stranger.ResumeAsync(demo.People.Depositors[0].Key.AccountId, Cancel);
        await other.ResumeAsync(visitor.AccountId, Cancel);

        Assert.IsType<FlowState.Editing>(stranger.State);
        var confirmed = Assert.IsType<FlowState.Confirmed>(other.State);
        Assert.Equal((note, (await HoldingsAsync(demo)).Shares.Units), (confirmed.Sent, confirmed.Received));
        Assert.Null(await sent.FindAsync(visitor.AccountId, Samples.Now, Cancel));

        LastingMemory Lasting(TestMemory memory) => new(memory, sent, TimeSpan.FromSeconds(180), clock, NullLogger.Instance);
    }

    [Fact]
    public async Task A_journal_that_cannot_be_written_keeps_nobody_from_sending()
    {
        await using var demo = await FundedAsync();
        await using var journal = await JournalFixture.OpenAsync();
        await using (var context = await journal.Services.GetRequiredService<IDbContextFactory<JournalDbContext>>().CreateDbContextAsync(Cancel))
        {
            await context.Database.ExecuteSqlRawAsync("DROP TABLE Sent", Cancel);
        }

        var browser = new TestMemory();
        var driver = Driver(demo, new LastingMemory(browser, journal.Services.GetRequiredService<SentJournal>(), TimeSpan.FromSeconds(180), TimeProvider.System, NullLogger.Instance));
        await RunAsync(driver, new FlowOrder.Deposit(new Usdc(100 * One)), new KeyWallet(visitor));

        Assert.IsType<FlowState.Confirmed>(driver.State);
        Assert.Single(browser.Kept);
    }

    [Fact]
    public async Task Another_account_in_mid_flow_is_simulated_anew_for_that_account()
    {
        await using var demo = await FundedAsync();
        var driver = Driver(demo);
        await driver.AskAsync(new FlowOrder.Deposit(new Usdc(100 * One)), visitor.AccountId, Cancel);

        await driver.ChangeAccountAsync(demo.People.Depositors[0].Key.AccountId, Cancel);

        var review = Assert.IsType<FlowState.Reviewing>(driver.State);
        Assert.Equal(demo.People.Depositors[0].Key.AccountId, review.Review.Account);
        Assert.NotNull(review.Notice);
    }

    private static async Task RunAsync(FlowDriver driver, FlowOrder order, KeyWallet wallet)
    {
        await driver.AskAsync(order, visitor.AccountId, Cancel);
        await driver.SignAsync(wallet, Cancel);
    }

    private static FlowDriver Driver(DemoNetwork demo, IFlowMemory? memory = null)
    {
        var options = new TransactionSenderOptions { ValidForLedgers = 36, PollInterval = TimeSpan.FromMilliseconds(10) };
        return new FlowDriver(
            new FlowPreparation(DemoInUse.Of(demo), new HoldingsReader()),
            new SignedTransactionSender(demo.Server, TimeProvider.System, options, NullLogger<SignedTransactionSender>.Instance),
            memory ?? new TestMemory(), TimeProvider.System);
    }

    private static async Task<DemoNetwork> FundedAsync()
    {
        var demo = await DeployedNetwork.OpenAsync();
        await demo.Faucet.FundAsync(visitor.AccountId, Cancel);
        await RunAsync(Driver(demo), new FlowOrder.Trust(), new KeyWallet(visitor));
        await demo.Faucet.GiveUsdcAsync(visitor.AccountId, Cancel);
        return demo;
    }

    private static Task<Holdings> HoldingsAsync(DemoNetwork demo) => new HoldingsReader().ReadAsync(DemoInUse.Of(demo), address, Cancel);

    private static async Task WaitAsync(Func<bool> until)
    {
        while (!until())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Cancel);
        }
    }
}
