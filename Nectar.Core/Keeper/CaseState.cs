using System.Text.Json.Serialization;

namespace Nectar.Core.Keeper;

/// <summary>
/// Where a case stands. Every state whose name ends in <c>Sent</c> is written before its transaction leaves, so that
/// whoever finds it after a crash asks the chain for the hash before anything else is sent.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "state")]
[JsonDerivedType(typeof(Detected), nameof(Detected))]
[JsonDerivedType(typeof(AuctionSent), nameof(AuctionSent))]
[JsonDerivedType(typeof(AuctionOpen), nameof(AuctionOpen))]
[JsonDerivedType(typeof(LiquidateSent), nameof(LiquidateSent))]
[JsonDerivedType(typeof(DrawSent), nameof(DrawSent))]
[JsonDerivedType(typeof(Drawn), nameof(Drawn))]
[JsonDerivedType(typeof(PurchaseSent), nameof(PurchaseSent))]
[JsonDerivedType(typeof(FillSent), nameof(FillSent))]
[JsonDerivedType(typeof(Filled), nameof(Filled))]
[JsonDerivedType(typeof(SaleSent), nameof(SaleSent))]
[JsonDerivedType(typeof(Lost), nameof(Lost))]
[JsonDerivedType(typeof(ReturnSent), nameof(ReturnSent))]
[JsonDerivedType(typeof(Returned), nameof(Returned))]
[JsonDerivedType(typeof(Dropped), nameof(Dropped))]
[JsonDerivedType(typeof(Stuck), nameof(Stuck))]
public abstract record CaseState
{
    private CaseState()
    {
    }

    /// <summary>The state's name: <c>Detected</c>, <c>AuctionOpen</c> …</summary>
    [JsonIgnore]
    public string Name => GetType().Name;

    /// <summary>The transaction on its way; null in a state that waits for none.</summary>
    [JsonIgnore]
    public SentTransaction? InFlight => this switch
    {
        AuctionSent(var sent) => sent,
        LiquidateSent(var sent) => sent,
        DrawSent(var sent) => sent,
        PurchaseSent(var sent) => sent,
        FillSent(var sent) => sent,
        SaleSent(var sent) => sent,
        ReturnSent(var sent) => sent,
        _ => null,
    };

    /// <summary>The position may be liquidated; no auction of it is known.</summary>
    public sealed record Detected : CaseState;

    /// <summary>The call that opens the auction is on its way.</summary>
    public sealed record AuctionSent(SentTransaction Sent) : CaseState;

    /// <summary>An auction is open, ours or another's, and waits for the ledger in which filling it pays.</summary>
    public sealed record AuctionOpen : CaseState;

    /// <summary>The vault's <c>liquidate</c> is on its way.</summary>
    public sealed record LiquidateSent(SentTransaction Sent) : CaseState;

    /// <summary>A draw is on its way.</summary>
    public sealed record DrawSent(SentTransaction Sent) : CaseState;

    /// <summary>Capital is out.</summary>
    public sealed record Drawn : CaseState;

    /// <summary>A purchase of a debt asset is on its way; capital is out.</summary>
    public sealed record PurchaseSent(SentTransaction Sent) : CaseState;

    /// <summary>A fill is on its way; capital is out.</summary>
    public sealed record FillSent(SentTransaction Sent) : CaseState;

    /// <summary>The auction is ours, what it brought is not all sold; capital is out.</summary>
    public sealed record Filled : CaseState;

    /// <summary>A sale is on its way; capital is out.</summary>
    public sealed record SaleSent(SentTransaction Sent) : CaseState;

    /// <summary>Another keeper took the auction. The case stays open as long as capital is out.</summary>
    public sealed record Lost(string Reason) : CaseState;

    /// <summary>A return is on its way.</summary>
    public sealed record ReturnSent(SentTransaction Sent) : CaseState;

    /// <summary>Ended: the vault has its capital, and the profit if there was one.</summary>
    public sealed record Returned : CaseState;

    /// <summary>Ended without anything of ours in it: healthy again, never paid, not worth it.</summary>
    public sealed record Dropped(string Reason) : CaseState;

    /// <summary>It cannot go on without a person; the reason says why. It ends as dropped once nothing is owed for it.</summary>
    public sealed record Stuck(string Reason) : CaseState;
}
