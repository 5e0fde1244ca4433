using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Transactions;

/// <summary>
/// Puts a transaction together. One without an end could be included long after its sender gave it up, so that
/// <see cref="Build"/> asks for a last ledger or a last time.
/// </summary>
/// <param name="source">The account whose sequence number it takes and, by default, whose operations these are.</param>
/// <param name="sequence">The account's current sequence number; the transaction takes the next.</param>
/// <param name="network">The network it is for.</param>
public sealed class TransactionBuilder(MuxedAccount source, long sequence, Network network)
{
    /// <summary>The least inclusion fee of an operation, in stroops.</summary>
    public const uint MinBaseFee = 100;

    private readonly List<Operation> operations = [];
    private uint baseFee = MinBaseFee;
    private SorobanTransactionData? sorobanData;
    private TimeBounds? timeBounds;
    private LedgerBounds? ledgerBounds;
    private Memo memo = Memo.None.Instance;

    /// <summary>Adds an operation.</summary>
    public TransactionBuilder Add(Operation operation)
    {
        operations.Add(operation);
        return this;
    }

    /// <summary>The inclusion fee that is offered for each operation, in stroops; the resource fee comes on top.</summary>
    public TransactionBuilder WithBaseFee(uint stroops)
    {
        baseFee = stroops;
        return this;
    }

    /// <summary>A memo; contract calls have none.</summary>
    public TransactionBuilder WithMemo(Memo value)
    {
        memo = value;
        return this;
    }

    /// <summary>The last ledger that may include it.</summary>
    public TransactionBuilder ValidUntil(LedgerNumber last)
    {
        // The bound of the protocol is the first ledger that may not.
        ledgerBounds = new LedgerBounds(0, last.Plus(1).Value);
        return this;
    }

    /// <summary>The last close time of a ledger that may include it.</summary>
    public TransactionBuilder ValidUntil(DateTimeOffset last)
    {
        timeBounds = new TimeBounds(0, checked((ulong)last.ToUnixTimeSeconds()));
        return this;
    }

    /// <summary>The footprint, resources and resource fee of a contract call, as simulation gave them.</summary>
    public TransactionBuilder WithSorobanData(SorobanTransactionData data)
    {
        sorobanData = data;
        return this;
    }

    /// <summary>The unsigned transaction.</summary>
    /// <exception cref="InvalidOperationException">It has no operation or no end.</exception>
    /// <exception cref="OverflowException">The fee or the sequence number leaves its range.</exception>
    public Transaction Build()
    {
        if (operations.Count == 0)
        {
            throw new InvalidOperationException("a transaction needs an operation");
        }

        var fee = checked((baseFee * (uint)operations.Count) + (uint)(sorobanData?.ResourceFee ?? 0));
        var body = new TransactionBody(
            source,
            fee,
            checked(sequence + 1),
            BuildPreconditions(),
            memo,
            operations.ToXdrArray(),
            sorobanData is null ? TransactionExt.V0.Instance : new TransactionExt.V1(sorobanData));
        return new Transaction(body, network);
    }

    private Preconditions BuildPreconditions() => (timeBounds, ledgerBounds) switch
    {
        (null, null) => throw new InvalidOperationException("a transaction needs a last ledger or a last time"),
        ({ } time, null) => new Preconditions.Time(time),
        _ => new Preconditions.V2(new PreconditionsV2(timeBounds, ledgerBounds, null, 0, 0, [])),
    };
}
