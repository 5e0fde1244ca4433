using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Sending;

/// <summary>What to send, and what it may cost.</summary>
public sealed record SendRequest
{
    /// <summary>The operation; its source is set to the sender's account where it names none.</summary>
    public required Operation Operation { get; init; }

    /// <summary>All that the transaction may cost in stroops: inclusion, resources and rent together.</summary>
    public required long FeeBudget { get; init; }

    /// <summary>Keys that authorize for other accounts, where simulation asks for their signatures.</summary>
    public IReadOnlyList<KeyPair> Authorizers { get; init; } = [];

    /// <summary>Whether everything is done but the sending: simulated, fees settled, signed.</summary>
    public bool IsRehearsal { get; init; }

    /// <summary>
    /// Called with hash and last ledger when a transaction is signed, before it is sent, so that it can be written down:
    /// whoever finds the note after a crash asks <see cref="TransactionSender.ResolveAsync"/>. It is called again where
    /// another transaction has to take the first one's place, and for a restore that must come before.
    /// </summary>
    public Func<TransactionHash, LedgerNumber, CancellationToken, Task>? BeforeSend { get; init; }
}
