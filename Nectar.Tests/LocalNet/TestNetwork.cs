using Microsoft.Extensions.Time.Testing;
using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.LocalNet.Closing;
using Nectar.LocalNet.Soroban;
using Nectar.LocalNet.State;
using Nectar.Tests.Support;

namespace Nectar.Tests.LocalNet;

/// <summary>A network whose clock stands still unless a test moves it, and keys that are the same in every run.</summary>
internal sealed class TestNetwork : IAsyncDisposable
{
    public const long Xlm = 10_000_000;
    public const long Reserve = 5_000_000;

    private TestNetwork(LocalNetwork ledger, FakeTimeProvider time) => (Ledger, Time) = (ledger, time);

    public static DateTimeOffset Start { get; } = new(2026, 9, 20, 12, 0, 0, TimeSpan.Zero);

    public LocalNetwork Ledger { get; }

    public FakeTimeProvider Time { get; }

    public Network Network => Ledger.Network;

    public LedgerState State => Ledger.Latest.State;

    public static async Task<TestNetwork> StartAsync(SharedHost host, LocalNetworkOptions? options = null)
    {
        var time = new FakeTimeProvider(Start);
        return new TestNetwork(await LocalNetwork.StartAsync(options ?? new LocalNetworkOptions(), time, host.Host), time);
    }

    /// <summary>The key pair of a number.</summary>
    public static KeyPair Key(byte number) => KeyPair.FromRawSeed([.. Enumerable.Repeat(number, 32)]);

    public static PublicKey NameOf(KeyPair key) => PublicKey.From(key.AccountId);

    public static MuxedAccount AddressOf(KeyPair key) => MuxedAccount.From(key.AccountId);

    public static Operation Op(OperationBody body, KeyPair? source = null) => new(source is null ? null : AddressOf(source), body);

    /// <summary>The key pair of a number, with an account that has so many stroops.</summary>
    public async Task<KeyPair> AccountAsync(byte number, long stroops = 1_000 * Xlm)
    {
        var key = Key(number);
        Assert.True((await Ledger.FundAsync(key.AccountId, stroops)).Succeeded);
        return key;
    }

    public AccountEntry Account(KeyPair key) => State.FindAccount(key.AccountId)!;

    public long Balance(KeyPair key) => Account(key).Balance;

    public TrustLineEntry? Line(KeyPair key, Asset asset) => State.FindTrustLine(NameOf(key), asset switch
    {
        Asset.CreditAlphanum4(var a) => new TrustLineAsset.CreditAlphanum4(a),
        Asset.CreditAlphanum12(var a) => new TrustLineAsset.CreditAlphanum12(a),
        _ => TrustLineAsset.Native.Instance,
    });

    /// <summary>The account's next transaction, not signed.</summary>
    public Transaction Next(KeyPair source, params Operation[] operations) => Next(source, 100, operations);

    public Transaction Next(KeyPair source, uint baseFee, params Operation[] operations)
    {
        var builder = new TransactionBuilder(AddressOf(source), State.FindAccount(source.AccountId)?.SeqNum ?? 0, Network)
            .WithBaseFee(baseFee)
            .ValidUntil(DateTimeOffset.FromUnixTimeSeconds(4_000_000_000));
        return operations.Aggregate(builder, (b, o) => b.Add(o)).Build();
    }

    /// <summary>The account's next transaction with a Soroban operation, simulated and not signed; the account authorizes what is asked for.</summary>
    /// <param name="source">The account.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="readOnly">The keys of an extension.</param>
    public async Task<Transaction> PrepareAsync(KeyPair source, Operation operation, XdrArray<LedgerKey> readOnly = default)
    {
        var given = new SorobanTransactionData(
            SorobanTransactionDataExt.V0.Instance, new SorobanResources(new LedgerFootprint(readOnly, []), 0, 0, 0), 0);
        var latest = Ledger.Latest;
        var outcome = await new SorobanSimulation(Ledger.Host).SimulateAsync(
            latest.State, latest.Context, new SimulationRequest(NameOf(source), operation.Body, given), TestContext.Current.CancellationToken);
        var found = outcome as SimulationOutcome.Succeeded ?? throw new InvalidOperationException(outcome.ToString());
        var body = operation.Body is OperationBody.InvokeHostFunction(var op)
            ? new OperationBody.InvokeHostFunction(op with { Auth = found.Invocation!.Authorization.ToXdrArray() })
            : operation.Body;
        return new TransactionBuilder(AddressOf(source), Account(source).SeqNum, Network)
            .Add(operation with { Body = body })
            .WithSorobanData(found.Data)
            .ValidUntil(DateTimeOffset.FromUnixTimeSeconds(4_000_000_000))
            .Build();
    }

    /// <summary>The result of a transaction, refused or in a ledger.</summary>
    public async Task<TransactionResult> SubmitAsync(TransactionEnvelope envelope) => await Ledger.SubmitAsync(envelope) switch
    {
        SubmitResult.Error(_, var result, _) => result,
        SubmitResult.Pending(var hash) => Find(hash).Result(),
        var other => throw new InvalidOperationException($"{other}"),
    };

    public Task<TransactionResult> SubmitAsync(Transaction transaction) => SubmitAsync(transaction.ToEnvelope());

    /// <summary>The result of operations in a transaction that the source signs.</summary>
    public Task<TransactionResult> RunAsync(KeyPair source, params Operation[] operations) => SubmitAsync(Next(source, operations).Sign(source));

    /// <summary>What the one operation of a transaction says: an arm of its own result type.</summary>
    public async Task<object> ResultAsync(KeyPair source, OperationBody operation) => ResultOf(await RunAsync(source, Op(operation)), 0);

    public async Task MustAsync(KeyPair source, params Operation[] operations) =>
        Assert.IsType<TransactionResultResult.TxSuccess>((await RunAsync(source, operations)).Result);

    public ClosedTransaction Find(TransactionHash hash)
    {
        Assert.True(Ledger.History.TryFind(hash, out var found));
        return found;
    }

    /// <summary>The latest transaction that is in a ledger.</summary>
    public ClosedTransaction Last => Ledger.Latest.Ledger.Transactions[^1];

    /// <summary>An operation's result: an arm of its own type, or of <see cref="OperationResult"/>.</summary>
    public static object ResultOf(TransactionResult result, int index)
    {
        var operation = result.Result switch
        {
            TransactionResultResult.TxFailed(var all) => all[index],
            TransactionResultResult.TxSuccess(var all) => all[index],
            var other => throw new InvalidOperationException($"{other}"),
        };
        return operation is OperationResult.OpInner(var inner) ? inner.GetType().GetProperty("Value")!.GetValue(inner)! : operation;
    }

    public ValueTask DisposeAsync() => Ledger.DisposeAsync();
}
