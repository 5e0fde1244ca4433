using Nectar.Core.Keeper;
using Nectar.Core.Operators;
using Nectar.Core.Units;

namespace Nectar.Web.Operators;

/// <summary>Who may act on the keepers. With neither a key nor an account nobody may, and the console only reads.</summary>
/// <param name="Key">The key to sign in with; null where none is set. <c>NECTAR_OPERATOR_KEY</c>, at least 16 characters.</param>
/// <param name="Accounts">Accounts that may sign in with a signed message. <c>NECTAR_OPERATOR_ACCOUNTS</c>, a comma list.</param>
internal sealed record OperatorSettings(OperatorKey? Key, IReadOnlyList<AccountId> Accounts)
{
    /// <summary>Nobody.</summary>
    public static OperatorSettings None { get; } = new(null, []);

    /// <summary>Whether anybody may act.</summary>
    public bool IsConfigured => Key is not null || Accounts.Count > 0;

    /// <summary>Reads them; of a key that breaks its rule only the length is told.</summary>
    public static OperatorSettings Read(Func<string, string?> read, ICollection<ConfigurationFault> faults)
    {
        OperatorKey? key = null;
        if (read("NECTAR_OPERATOR_KEY")?.Trim() is { Length: > 0 } text)
        {
            if (text.Length >= OperatorKey.LeastLength)
            {
                key = new OperatorKey(text);
            }
            else
            {
                faults.Add(new ConfigurationFault("NECTAR_OPERATOR_KEY", ConfigurationFault.Hidden(text), $"must have at least {OperatorKey.LeastLength} characters"));
            }
        }

        var accounts = new List<AccountId>();
        foreach (var item in (read("NECTAR_OPERATOR_ACCOUNTS") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            try
            {
                accounts.Add(AccountId.Parse(item));
            }
            catch (FormatException)
            {
                // A secret seed put here by mistake is not repeated.
                var shown = item.StartsWith('S') ? ConfigurationFault.Hidden(item) : item;
                faults.Add(new ConfigurationFault("NECTAR_OPERATOR_ACCOUNTS", shown, "must be accounts, G… of 56 characters, parted by commas"));
            }
        }

        return new OperatorSettings(key, accounts);
    }
}
