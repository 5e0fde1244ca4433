using Microsoft.Extensions.Time.Testing;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Closing;
using Nectar.LocalNet.Http;
using Nectar.LocalNet.State;

namespace Nectar.Tests.LocalNet.Stories;

/// <summary>
/// A network that takes a story's transactions over HTTP. A ledger of the story has several transactions in an order of its own,
/// so each gets the ledger number again: the state is put back by one ledger before it.
/// </summary>
internal sealed class StoryNetwork : IAsyncDisposable
{
    private readonly LocalNetApplication application;
    private readonly HttpClient http;
    private readonly HashSet<PublicKey> started = [];
    private StoryStep.Ledger now = new(2, 0);

    private StoryNetwork(LocalNetApplication application)
    {
        this.application = application;
        http = new HttpClient { BaseAddress = new Uri($"{application.Url}rpc") };
        Server = new SorobanServer(http, http);
        State = Services.Network.Latest.State;
    }

    public SorobanServer Server { get; }

    public LocalNetServices Services => application.Services;

    public LedgerState State { get; private set; }

    public static async Task<StoryNetwork> StartAsync(CancellationToken cancel) => new(await LocalNetApplication.StartAsync(
        new ServeOptions { Port = 0, Accounts = 0 }, new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddDays(1)), cancel));

    /// <summary>A market's transactions in their order; what stands between them in the story is put in place.</summary>
    public IEnumerable<StoryStep.Transaction> TransactionsOf(string market)
    {
        foreach (var step in RecordedStory.Of(market))
        {
            switch (step)
            {
                case StoryStep.Entry(var data):
                    Put(data);
                    break;
                case StoryStep.Ledger ledger:
                    now = ledger;
                    break;
                case StoryStep.Transaction transaction:
                    yield return transaction;
                    break;
            }
        }
    }

    /// <summary>Sends a transaction, and gives what the network then says of it.</summary>
    public async Task<GetTransactionResult> SendAsync(TransactionEnvelope envelope, CancellationToken cancel)
    {
        await PrepareAsync(envelope, cancel);
        var sent = (await Server.SendTransactionAsync(envelope, cancel)).ValueOrThrow();
        if (sent.Status != SendTransactionStatus.Pending)
        {
            throw new InvalidOperationException($"not taken: {sent.Status} {sent.ErrorResult?.ToJson()}");
        }

        State = Services.Network.Latest.State;
        return (await Server.GetTransactionAsync(sent.Hash, cancel)).ValueOrThrow();
    }

    /// <summary>Puts the network where the transaction is the next to come.</summary>
    public async Task PrepareAsync(TransactionEnvelope envelope, CancellationToken cancel)
    {
        Start(((TransactionEnvelope.Tx)envelope).Value.Tx);
        await Services.Network.LoadStateAsync(StateDump.Write(Before()), cancel);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await application.StopAsync(CancellationToken.None);
        await application.DisposeAsync();
    }

    // Of an account that is there, only its flags change.
    private void Put(LedgerEntryData data) => State = State.With(new LedgerEntry(
        now.Sequence,
        data is LedgerEntryData.Account(var account)
            ? new LedgerEntryData.Account(State.FindAccount(account.AccountId) is { } held ? held with { Flags = account.Flags } : account)
            : data,
        LedgerEntryExt.V0.Instance));

    // The recorded entry of an account says nothing of sequence numbers; its first transaction does. It has the extensions
    // that the ledger writes with that transaction, since the host meters an entry's size.
    private void Start(TransactionBody transaction)
    {
        var source = PublicKey.From(transaction.SourceAccount.ToAccountId());
        if (!started.Add(source))
        {
            return;
        }

        var v3 = new AccountEntryExtensionV2Ext.V3(new AccountEntryExtensionV3(ExtensionPoint.V0.Instance, 0, 0));
        var v2 = new AccountEntryExtensionV1Ext.V2(new AccountEntryExtensionV2(0, 0, [], v3));
        var extended = State.FindAccount(source)! with
        {
            SeqNum = transaction.SeqNum - 1,
            Ext = new AccountEntryExt.V1(new AccountEntryExtensionV1(new Liabilities(0, 0), v2)),
        };
        State = State.With(new LedgerEntry(now.Sequence, new LedgerEntryData.Account(extended), LedgerEntryExt.V0.Instance));
    }

    private LedgerSnapshot Before()
    {
        var latest = Services.Network.Latest;
        var header = latest.Header with { LedgerSeq = now.Sequence - 1, ScpValue = latest.Header.ScpValue with { CloseTime = now.CloseTime } };
        return new LedgerSnapshot(
            new ClosedLedger(header, HeaderHashes.Of(header), [], [], [], State.SorobanBytes), header, State, LedgerContext.Of(latest.Context.Network, header));
    }
}
