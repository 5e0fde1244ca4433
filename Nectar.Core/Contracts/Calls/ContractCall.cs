using Nectar.Core.Soroban.Sending;
using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Contracts.Calls;

/// <summary>A call of a contract, and how to read what it returns. It can be simulated, sent, or handed to a wallet.</summary>
/// <typeparam name="T">What it returns.</typeparam>
public sealed class ContractCall<T>
{
    private readonly Func<SCVal, T> read;

    internal ContractCall(ContractId contract, string function, Func<SCVal, T> read, XdrArray<SCVal> arguments)
    {
        (Contract, Function, Arguments) = (contract, function, arguments);
        this.read = read;
    }

    /// <summary>Whom it calls.</summary>
    public ContractId Contract { get; }

    /// <summary>The function.</summary>
    public string Function { get; }

    /// <summary>Its arguments.</summary>
    public XdrArray<SCVal> Arguments { get; }

    /// <summary>The operation that makes the call.</summary>
    public Operation ToOperation() => Operations.InvokeContract(Contract, Function, Arguments.Span);

    /// <summary>What to send with a <see cref="TransactionSender"/>.</summary>
    /// <param name="feeBudget">All that the transaction may cost, in stroops of XLM.</param>
    public SendRequest ToRequest(long feeBudget) => new() { Operation = ToOperation(), FeeBudget = feeBudget };

    /// <summary>Reads what a simulation returned.</summary>
    /// <exception cref="XdrException">It is of another kind: the contract is not the one that was meant.</exception>
    public T Read(SCVal returned) => read(returned);

    /// <summary>Reads what a transaction that was included returned.</summary>
    /// <exception cref="XdrException">It is of another kind, or the transaction called no contract.</exception>
    public T Read(SendOutcome.Included included) =>
        read(included.ReturnValue ?? throw new XdrException(Function, "the transaction has no return value"));

    /// <summary>Contract and function, for logs.</summary>
    public override string ToString() => $"{Contract}.{Function}";
}
