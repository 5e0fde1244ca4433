using Nectar.Core.Soroban.Transactions;
using Nectar.Web.Advices;

namespace Nectar.Web.Wallet;

/// <summary>What comes of asking for a signature. There is no other way.</summary>
public abstract record WalletSignature
{
    private WalletSignature()
    {
    }

    /// <summary>Signed by the account that was asked, and nothing else was changed.</summary>
    public sealed record Signed(Transaction Transaction) : WalletSignature;

    /// <summary>Not signed.</summary>
    /// <param name="Advice">Why, and what to do.</param>
    /// <param name="IsDeclined">Whether a person said no: then nothing is tried again by itself.</param>
    public sealed record Refused(Advice Advice, bool IsDeclined) : WalletSignature;

    /// <summary>No answer in time.</summary>
    public sealed record Silent : WalletSignature;
}
