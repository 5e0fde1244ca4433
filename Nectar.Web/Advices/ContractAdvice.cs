namespace Nectar.Web.Advices;

/// <summary>
/// What the numbers of contracts mean. Each contract here has a range of its own, and libraries' and tokens' numbers lie
/// outside all of them, so that a number alone says whose it is.
/// </summary>
internal static class ContractAdvice
{
    private static readonly IReadOnlyDictionary<uint, Saying>[] books =
        [VaultSayings.All, RegistrySayings.All, PoolSayings.All, ExchangeSayings.All, PairSayings.All, OracleSayings.All, TokenSayings.All, LibrarySayings.All];

    /// <summary>All numbers that have one, a number as often as books have it.</summary>
    public static IEnumerable<uint> Numbers => books.SelectMany(b => b.Keys);

    /// <summary>The saying for a number; null where no contract of ours, of Blend or of a token has it.</summary>
    public static Saying? Of(uint number)
    {
        foreach (var book in books)
        {
            if (book.TryGetValue(number, out var saying))
            {
                return saying;
            }
        }

        return null;
    }
}
