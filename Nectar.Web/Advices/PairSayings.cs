namespace Nectar.Web.Advices;

/// <summary>Refusals of the exchange's pair contracts in words.</summary>
internal static class PairSayings
{
    private const string Keeper = "The keeper asks for a new quote and decides anew.";

    /// <summary>By number.</summary>
    public static IReadOnlyDictionary<uint, Saying> All { get; } = new Dictionary<uint, Saying>
    {
        [550] = new("The pair holds less than it should pay out.", Keeper),
        [551] = new("The token refused the pair's payout.", Keeper),
    };
}
