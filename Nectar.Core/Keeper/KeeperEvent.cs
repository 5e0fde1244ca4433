using System.Text.Json.Serialization;
using Nectar.Core.Units;

namespace Nectar.Core.Keeper;

/// <summary>
/// Something that a keeper saw, decided or did: a line of the journal and of the live feed. The set is closed; the cases
/// are in the files beside this one. <see cref="KeeperJson"/> writes and reads them, the case named by <c>kind</c>.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Started), "started")]
[JsonDerivedType(typeof(Stopped), "stopped")]
[JsonDerivedType(typeof(SettingsTaken), "settings")]
[JsonDerivedType(typeof(CycleEnded), "cycle")]
[JsonDerivedType(typeof(CycleFailed), "cycle-failed")]
[JsonDerivedType(typeof(Detected), "detected")]
[JsonDerivedType(typeof(AuctionOpened), "auction-opened")]
[JsonDerivedType(typeof(AuctionAdopted), "auction-adopted")]
[JsonDerivedType(typeof(FillPlanned), "fill-planned")]
[JsonDerivedType(typeof(StepIntended), "step-intended")]
[JsonDerivedType(typeof(StepWithheld), "step-withheld")]
[JsonDerivedType(typeof(StepSent), "step-sent")]
[JsonDerivedType(typeof(StepFailed), "step-failed")]
[JsonDerivedType(typeof(CaseResumed), "case-resumed")]
[JsonDerivedType(typeof(Drawn), "drawn")]
[JsonDerivedType(typeof(Bought), "bought")]
[JsonDerivedType(typeof(Filled), "filled")]
[JsonDerivedType(typeof(Sold), "sold")]
[JsonDerivedType(typeof(Returned), "returned")]
[JsonDerivedType(typeof(Liquidated), "liquidated")]
[JsonDerivedType(typeof(RaceLost), "race-lost")]
[JsonDerivedType(typeof(Dropped), "dropped")]
[JsonDerivedType(typeof(Stuck), "stuck")]
[JsonDerivedType(typeof(BreakerTripped), "breaker-tripped")]
[JsonDerivedType(typeof(BreakerReset), "breaker-reset")]
public abstract partial record KeeperEvent
{
    private KeeperEvent()
    {
    }

    // The keeper stamps these five on every event in one place, where it is written down.

    /// <summary>The keeper's account.</summary>
    public AccountId Keeper { get; init; }

    /// <summary>The keeper's name.</summary>
    public string KeeperName { get; init; } = "";

    /// <summary>The last ledger that the keeper had seen; of an outcome in a ledger, that ledger.</summary>
    public LedgerNumber Ledger { get; init; }

    /// <summary>When, by the keeper's clock.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The case it belongs to; null for what concerns the keeper as a whole.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>Whose position it is about, a strkey; null for what concerns no single position.</summary>
    public string? Borrower { get; init; }
}
