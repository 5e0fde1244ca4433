using System.Text.Json;
using Nectar.Core.Soroban.Xdr;

namespace Nectar.Tests.LocalNet.Stories;

/// <summary>One thing that happens in a recorded story.</summary>
internal abstract record StoryStep
{
    private StoryStep()
    {
    }

    /// <summary>An entry is there that no transaction of the story makes.</summary>
    public sealed record Entry(LedgerEntryData Data) : StoryStep;

    /// <summary>The next transactions are in this ledger.</summary>
    public sealed record Ledger(uint Sequence, ulong CloseTime) : StoryStep;

    /// <summary>A signed transaction, and what came of it where it was recorded.</summary>
    public sealed record Transaction(TransactionEnvelope Envelope, JsonElement Receipt) : StoryStep;
}
