using Nectar.Core.Keeper;
using Nectar.Core.Operators;
using Nectar.Core.Units;

namespace Nectar.Web.Operators;

/// <summary>What one signs in with to have a role.</summary>
/// <param name="Key">A key; null where none is set.</param>
/// <param name="Accounts">Accounts that sign in with a signed message.</param>
internal sealed record Credentials(OperatorKey? Key, IReadOnlyList<AccountId> Accounts)
{
    /// <summary>Nobody's.</summary>
    public static Credentials None { get; } = new(null, []);

    /// <summary>Whether nobody has them.</summary>
    public bool IsEmpty => Key is null && Accounts.Count == 0;

    /// <summary>Reads <c>NECTAR_…_KEY</c> and <c>NECTAR_…_ACCOUNTS</c>; of a key that breaks its rule only the length is told.</summary>
    /// <param name="name">The variables' middle, as <c>OPERATOR</c>.</param>
    /// <param name="read">Gives a variable's value, null where it is not set.</param>
    /// <param name="faults">Takes every fault found.</param>
    public static Credentials Read(string name, Func<string, string?> read, ICollection<ConfigurationFault> faults)
    {
        var (keyName, accountsName) = ($"NECTAR_{name}_KEY", $"NECTAR_{name}_ACCOUNTS");
        OperatorKey? key = null;
        if (read(keyName)?.Trim() is { Length: > 0 } text)
        {
            if (text.Length >= OperatorKey.LeastLength)
            {
                key = new OperatorKey(text);
            }
            else
            {
                faults.Add(new ConfigurationFault(keyName, ConfigurationFault.Hidden(text), $"must have at least {OperatorKey.LeastLength} characters"));
            }
        }

        var accounts = new List<AccountId>();
        foreach (var item in (read(accountsName) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            try
            {
                accounts.Add(AccountId.Parse(item));
            }
            catch (FormatException)
            {
                // A secret seed put here by mistake is not repeated.
                var shown = item.StartsWith('S') ? ConfigurationFault.Hidden(item) : item;
                faults.Add(new ConfigurationFault(accountsName, shown, "must be accounts, G… of 56 characters, parted by commas"));
            }
        }

        return new Credentials(key, accounts);
    }
}
