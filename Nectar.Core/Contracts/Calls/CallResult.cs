using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Contracts.Calls;

/// <summary>What a simulated call came to. There is no other way.</summary>
/// <typeparam name="T">What it returns.</typeparam>
public abstract record CallResult<T>
{
    private CallResult()
    {
    }

    /// <summary>What it returned.</summary>
    /// <exception cref="InvalidOperationException">It was refused; the message names type, number and the host's words.</exception>
    public T ValueOrThrow() => this switch
    {
        Answered(var value, _) => value,
        Refused(var type, var number, var detail) => throw new InvalidOperationException($"refused with {type} #{number}: {detail}"),
        _ => throw new InvalidOperationException("a third kind of result"),
    };

    /// <summary>It returned a value.</summary>
    /// <param name="Value">The value.</param>
    /// <param name="Ledger">The last ledger that the simulation knew.</param>
    public sealed record Answered(T Value, LedgerNumber Ledger) : CallResult<T>;

    /// <summary>The contract, or the host on its behalf, said no.</summary>
    /// <param name="Type">Who said so: <see cref="SCErrorType.Contract"/> for a contract's own numbers.</param>
    /// <param name="Number">The contract's error number, or the host's code.</param>
    /// <param name="Detail">The host's words, for people.</param>
    public sealed record Refused(SCErrorType Type, uint Number, string Detail) : CallResult<T>;
}
