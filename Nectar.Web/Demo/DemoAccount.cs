using Nectar.Core.Contracts.Calls;
using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Sending;
using Nectar.Core.Soroban.Xdr;

namespace Nectar.Web.Demo;

/// <summary>Somebody in the market, who does one thing after another.</summary>
/// <param name="name">Its name, which the key follows from.</param>
/// <param name="key">Its key.</param>
/// <param name="sender">What sends for it.</param>
internal sealed class DemoAccount(string name, KeyPair key, TransactionSender sender)
{
    /// <summary>What one transaction may cost, in stroops: 100 XLM, far more than any does.</summary>
    private const long FeeBudget = 1_000_000_000;

    /// <summary>
    /// How often something is tried that was sound when it was simulated and failed in its ledger: somebody came in between
    /// and made an entry larger than was declared, or new.
    /// </summary>
    private const int MaxAttempts = 3;

    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>Its key.</summary>
    public KeyPair Key => key;

    /// <summary>Its address.</summary>
    public SCAddress Address { get; } = SCAddress.From(key.AccountId);

    /// <summary>Makes a call and gives what it returned.</summary>
    /// <exception cref="DemoFaultException">It was not taken.</exception>
    public async Task<T> CallAsync<T>(ContractCall<T> call, CancellationToken cancel)
    {
        var outcome = await SendAsync(call.ToRequest(FeeBudget), cancel);
        return outcome is SendOutcome.Included included ? call.Read(included) : throw new DemoFaultException(call.Function, name, outcome);
    }

    /// <summary>Carries an operation out.</summary>
    /// <exception cref="DemoFaultException">It was not taken.</exception>
    public async Task DoAsync(string what, Operation operation, CancellationToken cancel)
    {
        var outcome = await SendAsync(new SendRequest { Operation = operation, FeeBudget = FeeBudget }, cancel);
        if (outcome is not SendOutcome.Included)
        {
            throw new DemoFaultException(what, name, outcome);
        }
    }

    private async Task<SendOutcome> SendAsync(SendRequest request, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var outcome = await sender.SendAsync(request, cancel);
            if (outcome is not SendOutcome.Refused || attempt == MaxAttempts)
            {
                return outcome;
            }
        }
    }
}
