using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.LocalNet.Closing;

/// <summary>
/// A Stellar network in this process. Writers wait for one another; readers take <see cref="Latest"/> and need not wait.
/// </summary>
public sealed class LocalNetwork : IAsyncDisposable
{
    private LocalNetwork(LocalNetworkOptions options, TimeProvider time)
    {
        Options = options;
        Time = time;
        Network = new Network(options.Passphrase);
        History = new LedgerHistory(options.RetentionLedgers, options.RetentionBytes);
    }

    /// <summary>How it was made.</summary>
    public LocalNetworkOptions Options { get; }

    /// <summary>Passphrase and id.</summary>
    public Network Network { get; }

    /// <summary>The latest closed ledger with its state. Never null: the first two ledgers are closed at the start.</summary>
    public LedgerSnapshot Latest => throw new NotImplementedException();

    /// <summary>The ledgers that are remembered.</summary>
    public LedgerHistory History { get; }

    /// <summary>When it closes ledgers now.</summary>
    public ClosingMode Closing => throw new NotImplementedException();

    /// <summary>The time of its own clock, which only goes forward.</summary>
    public DateTimeOffset Now => Time.GetUtcNow();

    private TimeProvider Time { get; }

    /// <summary>
    /// Starts a network: ledger 1 has the root account with all lumens, ledger 2 the protocol's version, base reserve and
    /// settings as the test network has them.
    /// </summary>
    public static Task<LocalNetwork> StartAsync(LocalNetworkOptions options, TimeProvider time, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(new LocalNetwork(options, time));
    }

    /// <summary>
    /// Submits a transaction. It is checked as a validator does before it is queued; in the mode
    /// <see cref="ClosingMode.OnSubmit"/> its ledger is closed when this returns.
    /// </summary>
    public Task<SubmitResult> SubmitAsync(TransactionEnvelope envelope, CancellationToken cancellation = default) =>
        throw new NotImplementedException();

    /// <summary>Closes ledgers, the first one with the transactions that wait. The clock goes that many seconds forward before each.</summary>
    /// <returns>The latest ledger.</returns>
    public Task<LedgerSnapshot> CloseLedgersAsync(int count = 1, uint secondsApart = 0, CancellationToken cancellation = default) =>
        throw new NotImplementedException();

    /// <summary>Completes with the ledger of the number when it is closed; at once if it is already.</summary>
    /// <exception cref="InvalidOperationException">The ledger has been dropped from the history.</exception>
    public Task<ClosedLedger> WaitForLedgerAsync(uint sequence, CancellationToken cancellation = default) =>
        throw new NotImplementedException();

    /// <summary>
    /// Completes when a ledger closes after this call, or the network goes back to a snapshot or loads a state, with the
    /// ledger that is then the latest.
    /// </summary>
    public Task<LedgerSnapshot> NextAsync(CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Changes when ledgers are closed. Transactions that wait keep waiting for the next ledger.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The interval is below 10 milliseconds or above a day.</exception>
    public Task SetClosingAsync(ClosingMode mode, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Moves the clock forward.</summary>
    /// <returns>The clock's time then.</returns>
    public Task<DateTimeOffset> IncreaseTimeAsync(uint seconds, CancellationToken cancellation = default) =>
        throw new NotImplementedException();

    /// <summary>Remembers the latest ledger and its state, in time and memory that do not depend on their size.</summary>
    /// <returns>The snapshot's id, from 1.</returns>
    public Task<int> SnapshotAsync(CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>
    /// Goes back to a snapshot: its ledger is the latest again, and later ledgers, waiting transactions and later snapshots are
    /// forgotten. The clock does not go back. The snapshot stays and can be gone back to again.
    /// </summary>
    /// <returns>False where there is no such snapshot.</returns>
    public Task<bool> RevertAsync(int snapshot, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>The latest ledger and its state as bytes; see <see cref="LoadStateAsync"/>.</summary>
    public byte[] DumpState() => throw new NotImplementedException();

    /// <summary>
    /// Takes the ledger and state that <see cref="DumpState"/> gave, of this network or of another with its passphrase. History,
    /// snapshots and waiting transactions are forgotten.
    /// </summary>
    /// <exception cref="FormatException">The bytes are something else, or of a network with another passphrase; says which.</exception>
    public Task<LedgerSnapshot> LoadStateAsync(ReadOnlyMemory<byte> dump, CancellationToken cancellation = default) =>
        throw new NotImplementedException();

    /// <summary>
    /// Gives lumens of the root account, in a transaction and a ledger of its own that is closed at once whatever the mode: creates the
    /// account where there is none.
    /// </summary>
    /// <param name="account">To whom.</param>
    /// <param name="stroops">How much.</param>
    /// <param name="cancellation">Gives up waiting for the turn.</param>
    /// <returns>The transaction, which may have failed.</returns>
    public Task<ClosedTransaction> FundAsync(AccountId account, long stroops, CancellationToken cancellation = default) =>
        throw new NotImplementedException();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
