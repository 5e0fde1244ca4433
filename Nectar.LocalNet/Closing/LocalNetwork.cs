using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.LocalNet.Apply;
using Nectar.LocalNet.Host;
using Nectar.LocalNet.Soroban;

namespace Nectar.LocalNet.Closing;

/// <summary>
/// A Stellar network in this process. Writers wait for one another; readers take <see cref="Latest"/> and need not wait.
/// </summary>
public sealed class LocalNetwork : IAsyncDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly SnapshotShelf snapshots = new();
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly LedgerChain chain;
    private readonly KeyPair root;
    private readonly bool ownsHost;
    private volatile ClosingMode closing;
    private IntervalLoop? loop;
    private bool disposed;

    private LocalNetwork(LocalNetworkOptions options, TimeProvider time, SorobanHost host, bool ownsHost, ILogger logger)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.RetentionLedgers, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxPending, 1);
        this.time = time;
        this.logger = logger;
        this.ownsHost = ownsHost;
        Host = host;
        Options = options;
        Network = new Network(options.Passphrase);
        root = Network.RootKeyPair();
        chain = new LedgerChain(Network, options, new NetworkClock(time, options.ClockStart), new SorobanApply(host), logger);
        closing = options.Closing;
        loop = LoopFor(options.Closing);
    }

    /// <summary>How it was made.</summary>
    public LocalNetworkOptions Options { get; }

    /// <summary>Passphrase and id.</summary>
    public Network Network { get; }

    /// <summary>The host that its contracts run in, for simulations on <see cref="Latest"/>.</summary>
    public SorobanHost Host { get; }

    /// <summary>The latest closed ledger with its state. Never null: the first two ledgers are closed at the start.</summary>
    public LedgerSnapshot Latest => chain.Latest;

    /// <summary>The ledgers that are remembered.</summary>
    public LedgerHistory History => chain.History;

    /// <summary>When it closes ledgers now.</summary>
    public ClosingMode Closing => closing;

    /// <summary>The time of its own clock, which only goes forward.</summary>
    public DateTimeOffset Now => chain.Clock.Now;

    /// <summary>
    /// Starts a network: ledger 1 has the root account with all lumens, ledger 2 the protocol's version, base reserve and
    /// settings as the test network has them.
    /// </summary>
    /// <param name="options">How it is made.</param>
    /// <param name="time">What its clock runs by.</param>
    /// <param name="cancellation">Gives up starting.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static Task<LocalNetwork> StartAsync(LocalNetworkOptions options, TimeProvider time, CancellationToken cancellation = default) =>
        StartAsync(options, time, null, null, cancellation);

    /// <inheritdoc cref="StartAsync(LocalNetworkOptions, TimeProvider, CancellationToken)"/>
    /// <param name="options">How it is made.</param>
    /// <param name="time">What its clock runs by.</param>
    /// <param name="host">The host to use, which the caller keeps and which may serve other networks too; by default one of its own.</param>
    /// <param name="logger">Where it tells what an operator should know.</param>
    /// <param name="cancellation">Gives up starting.</param>
    public static async Task<LocalNetwork> StartAsync(
        LocalNetworkOptions options,
        TimeProvider time,
        SorobanHost? host,
        ILogger<LocalNetwork>? logger = null,
        CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        // Loading the host compiles it where no earlier run did.
        var own = host is null ? await Task.Run(() => new SorobanHost(), cancellation).ConfigureAwait(false) : null;
        try
        {
            return new LocalNetwork(options, time, host ?? own!, own is not null, logger ?? NullLogger<LocalNetwork>.Instance);
        }
        catch
        {
            own?.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Submits a transaction. It is checked as a validator does before it is queued; in the mode
    /// <see cref="ClosingMode.OnSubmit"/> its ledger is closed when this returns.
    /// </summary>
    /// <exception cref="XdrException">The envelope holds a value that is over its limit.</exception>
    public async Task<SubmitResult> SubmitAsync(TransactionEnvelope envelope, CancellationToken cancellation = default)
    {
        var transaction = IncomingTransaction.Of(envelope, Network);
        using var mine = await TakeTurnAsync(cancellation).ConfigureAwait(false);
        var next = Latest.Context with { Sequence = Latest.Sequence + 1, CloseTime = chain.NextCloseTime };
        var result = Submission.Submit(transaction, chain.Pending, Options.MaxPending, Latest.State, next);
        if (result is SubmitResult.Pending && closing is ClosingMode.OnSubmit)
        {
            chain.Close();
        }

        return result;
    }

    /// <summary>Closes ledgers, the first one with the transactions that wait. The clock goes that many seconds forward before each.</summary>
    /// <returns>The latest ledger.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1, or the clock would pass the year 9999; then none is closed.</exception>
    public async Task<LedgerSnapshot> CloseLedgersAsync(int count = 1, uint secondsApart = 0, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        using var mine = await TakeTurnAsync(cancellation).ConfigureAwait(false);
        chain.Clock.ThrowIfBeyond((ulong)count * secondsApart);
        for (var i = 0; i < count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            chain.Clock.Forward(secondsApart);
            chain.Close();
        }

        return Latest;
    }

    /// <summary>Completes with the ledger of the number when it is closed; at once if it is already.</summary>
    /// <exception cref="InvalidOperationException">The ledger has been dropped from the history.</exception>
    public async Task<ClosedLedger> WaitForLedgerAsync(uint sequence, CancellationToken cancellation = default)
    {
        await WhenClosedAsync(sequence, cancellation).ConfigureAwait(false);
        return History.TryFind(sequence, out var ledger)
            ? ledger
            : throw new InvalidOperationException($"ledger {sequence} is not remembered any more, the oldest is {History.Oldest}");
    }

    /// <summary>Completes when the ledger of the number, or a later one, is closed; at once if it is already.</summary>
    public Task WhenClosedAsync(uint sequence, CancellationToken cancellation = default) => chain.WhenClosedAsync(sequence, cancellation);

    /// <summary>Changes when ledgers are closed. Transactions that wait keep waiting for the next ledger.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The interval is below 10 milliseconds or above a day.</exception>
    public async Task SetClosingAsync(ClosingMode mode, CancellationToken cancellation = default)
    {
        if (mode is ClosingMode.Every(var interval))
        {
            _ = IntervalLoop.Checked(interval);
        }

        IntervalLoop? old;
        using (await TakeTurnAsync(cancellation).ConfigureAwait(false))
        {
            (old, loop) = (loop, LoopFor(mode));
            closing = mode;
        }

        // Outside of the turn: the old loop may be waiting for it.
        if (old is not null)
        {
            await old.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Moves the clock forward.</summary>
    /// <returns>The clock's time then.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It would pass the year 9999.</exception>
    public async Task<DateTimeOffset> IncreaseTimeAsync(uint seconds, CancellationToken cancellation = default)
    {
        using var mine = await TakeTurnAsync(cancellation).ConfigureAwait(false);
        chain.Clock.Forward(seconds);
        return Now;
    }

    /// <summary>Remembers the latest ledger and its state, in time and memory that do not depend on their size.</summary>
    /// <returns>The snapshot's id, from 1.</returns>
    public async Task<int> SnapshotAsync(CancellationToken cancellation = default)
    {
        using var mine = await TakeTurnAsync(cancellation).ConfigureAwait(false);
        return snapshots.Put(Latest);
    }

    /// <summary>
    /// Goes back to a snapshot: its ledger is the latest again, and later ledgers, waiting transactions and later snapshots are
    /// forgotten. The clock does not go back. The snapshot stays and can be gone back to again.
    /// </summary>
    /// <returns>False where there is no such snapshot.</returns>
    public async Task<bool> RevertAsync(int snapshot, CancellationToken cancellation = default)
    {
        using var mine = await TakeTurnAsync(cancellation).ConfigureAwait(false);
        if (snapshots.GoBack(snapshot) is not { } kept)
        {
            return false;
        }

        chain.Replace(kept, keepHistory: true);
        return true;
    }

    /// <summary>The latest ledger and its state as bytes; see <see cref="LoadStateAsync"/>.</summary>
    public byte[] DumpState() => StateDump.Write(Latest);

    /// <summary>
    /// Takes the ledger and state that <see cref="DumpState"/> gave, of this network or of another with its passphrase. History,
    /// snapshots and waiting transactions are forgotten; the clock goes forward to the ledger's close time where it was behind.
    /// </summary>
    /// <exception cref="FormatException">The bytes are something else, or of a network with another passphrase; says which.</exception>
    public async Task<LedgerSnapshot> LoadStateAsync(ReadOnlyMemory<byte> dump, CancellationToken cancellation = default)
    {
        var loaded = StateDump.Read(dump.Span, Network);
        using var mine = await TakeTurnAsync(cancellation).ConfigureAwait(false);
        chain.Clock.ForwardTo(loaded.CloseTime);
        snapshots.Clear();
        chain.Replace(loaded, keepHistory: false);
        return loaded;
    }

    /// <summary>
    /// Gives lumens of the root account, in a transaction and a ledger of its own that is closed at once whatever the mode: creates the
    /// account where there is none.
    /// </summary>
    /// <param name="account">To whom.</param>
    /// <param name="stroops">How much.</param>
    /// <param name="cancellation">Gives up waiting for the turn.</param>
    /// <returns>The transaction, which may have failed.</returns>
    /// <exception cref="InvalidOperationException">The root account was merged into another.</exception>
    public async Task<ClosedTransaction> FundAsync(AccountId account, long stroops, CancellationToken cancellation = default)
    {
        using var mine = await TakeTurnAsync(cancellation).ConfigureAwait(false);
        if (chain.Pending.Of(PublicKey.From(root.AccountId)) is not null)
        {
            chain.Close();
        }

        var gift = RootGift.Of(root, Network, Latest, account, stroops);
        return chain.Close([IncomingTransaction.Of(gift.ToEnvelope(), Network)]).Ledger.Transactions[0];
    }

    /// <summary>Stops closing ledgers.</summary>
    public async ValueTask DisposeAsync()
    {
        if (disposed)
        {
            return;
        }

        disposed = true;
        if (loop is not null)
        {
            await loop.DisposeAsync().ConfigureAwait(false);
        }

        root.Dispose();
        if (ownsHost)
        {
            Host.Dispose();
        }
    }

    private IntervalLoop? LoopFor(ClosingMode mode) =>
        mode is ClosingMode.Every(var interval) ? new IntervalLoop(interval, time, CloseAtIntervalAsync) : null;

    private async Task CloseAtIntervalAsync(CancellationToken cancellation)
    {
        // The loop may wake while the network is being disposed of, which waits for it: that is no misuse.
        using var mine = await NextTurnAsync(cancellation).ConfigureAwait(false);
        try
        {
            chain.Close();
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // A ledger that fails must not end the network.
            logger.CloseFailed(Latest.Sequence + 1, error);
        }
    }

    private Task<WriterTurn> TakeTurnAsync(CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return NextTurnAsync(cancellation);
    }

    private async Task<WriterTurn> NextTurnAsync(CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation).ConfigureAwait(false);
        return new WriterTurn(turn);
    }
}
