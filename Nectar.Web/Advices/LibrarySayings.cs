namespace Nectar.Web.Advices;

/// <summary>Refusals of the OpenZeppelin library that our contracts are built with: shares as a token, pause, ownership.</summary>
internal static class LibrarySayings
{
    private const string Owner = "Only the contract's owner can act on it.";
    private const string Token = "Look at the balance and the amount, then try again.";

    /// <summary>By number.</summary>
    public static IReadOnlyDictionary<uint, Saying> All { get; } = new Dictionary<uint, Saying>
    {
        [100] = new("The share balance does not suffice.", Token),
        [101] = new("The allowance of shares does not suffice.", "Approve again."),
        [102] = new("The ledger until which an allowance holds is in the past or too far ahead.", "Choose another ledger."),
        [103] = new("The amount of shares is below zero.", "Enter an amount above 0."),
        [104] = new("A number of shares left its range.", Token),
        [105] = new("The token's metadata was not set.", Owner),
        [106] = new("The cap of the token would be exceeded.", Token),
        [107] = new("The token's cap is not valid.", Owner),
        [108] = new("The token's cap was not set.", Owner),
        [109] = new("The token's asset contract was not set.", Owner),
        [110] = new("The asset contract is another one than was set.", Owner),
        [111] = new("A parameter of the asset contract's call is missing.", Owner),
        [112] = new("A parameter of the asset contract's call is of another kind.", Owner),
        [113] = new("The user is not on the token's list.", Owner),
        [114] = new("The user is blocked by the token.", Owner),
        [1000] = new("The contract is paused.", "Wait until it is unpaused."),
        [1001] = new("The contract is not paused.", Owner),
        [2000] = new("The account does not have the role that this takes.", Owner),
        [2100] = new("The contract has no owner.", Owner),
        [2101] = new("A hand-over of the ownership is under way.", Owner),
        [2102] = new("The contract has an owner already.", Owner),
        [2200] = new("No hand-over is under way.", Owner),
        [2201] = new("The ledger until which the hand-over holds is not valid.", Owner),
        [2202] = new("The hand-over is to another account.", Owner),
        [2203] = new("The hand-over has ended.", Owner),
    };
}
