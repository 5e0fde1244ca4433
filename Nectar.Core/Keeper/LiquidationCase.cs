using System.Text.Json.Serialization;
using Nectar.Core.Units;

namespace Nectar.Core.Keeper;

/// <summary>One liquidation from detection to return, as the journal keeps it.</summary>
public sealed record LiquidationCase
{
    /// <summary>Its id, one in the world; ids sort by the time of detection.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose case it is.</summary>
    public required AccountId Keeper { get; init; }

    /// <summary>The pool.</summary>
    public required ContractId Pool { get; init; }

    /// <summary>Whose position it is: a strkey <c>G…</c> or <c>C…</c>.</summary>
    public required string Borrower { get; init; }

    /// <summary>How the keeper acts.</summary>
    public required CaseMode Mode { get; init; }

    /// <summary>Where it stands.</summary>
    public required CaseState State { get; init; }

    /// <summary>The ledger of the reading in which it was detected.</summary>
    public required LedgerNumber DetectedAt { get; init; }

    /// <summary>The first ledger of the auction; null before there is one.</summary>
    public LedgerNumber? AuctionStart { get; init; }

    /// <summary>The percent of the position that the auction was opened for; null for an adopted one.</summary>
    public uint? AuctionPercent { get; init; }

    /// <summary>The percent of the auction that the fill takes; null before one is planned.</summary>
    public uint? FillPercent { get; init; }

    /// <summary>Capital of the vault that is out for this case, or is being drawn; 0 in atomic mode.</summary>
    public Usdc Drawn { get; init; }

    /// <summary>
    /// What the keeper's account held just before this case touched it, by token: what belongs to the keeper itself.
    /// Null before a draw.
    /// </summary>
    public IReadOnlyList<AssetAmount>? HeldBefore { get; init; }

    /// <summary>What is being bought or sold; of a sale with the amount. Null where no trade is on its way.</summary>
    public AssetAmount? Trading { get; init; }

    /// <summary>What was given back to the vault; null before.</summary>
    public Usdc? Returned { get; init; }

    /// <summary>The profit that the vault measured or booked, fee included; null before the case has ended.</summary>
    public Usdc? Profit { get; init; }

    /// <summary>Whether anything remains to be done.</summary>
    [JsonIgnore]
    public bool IsOpen => State is not (CaseState.Returned or CaseState.Dropped) && !(State is CaseState.Lost && Drawn == Usdc.Zero);

    /// <summary>Whether capital of the vault is out, or may be.</summary>
    [JsonIgnore]
    public bool HasCapitalOut => IsOpen && Drawn > Usdc.Zero;
}
