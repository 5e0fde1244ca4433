using Nectar.Core.Keeper;
using Nectar.Core.Operators;
using Nectar.Core.Units;

namespace Nectar.Web.Operators;

/// <summary>
/// Who may sign in, and as what: <c>NECTAR_VIEWER_…</c>, <c>NECTAR_OPERATOR_…</c>, <c>NECTAR_ADMIN_…</c>, each a key and a list of
/// accounts. Where nobody is named an admin, operators are. With no key and no account nobody may, and the console only reads.
/// </summary>
internal sealed record OperatorSettings
{
    /// <summary>Nobody.</summary>
    public static OperatorSettings None { get; } = new();

    /// <summary>Who signs in as a viewer.</summary>
    public Credentials Viewers { get; init; } = Credentials.None;

    /// <summary>Who signs in as an operator; as an admin where nobody else is one.</summary>
    public Credentials Operators { get; init; } = Credentials.None;

    /// <summary>Who signs in as an admin.</summary>
    public Credentials Admins { get; init; } = Credentials.None;

    /// <summary>Whether anybody may sign in.</summary>
    public bool IsConfigured => All.Any(a => !a.Credentials.IsEmpty);

    /// <summary>Whether there is a key to sign in with.</summary>
    public bool HasKey => All.Any(a => a.Credentials.Key is not null);

    /// <summary>The accounts of all roles.</summary>
    public IReadOnlyList<AccountId> Accounts => [.. All.SelectMany(a => a.Credentials.Accounts)];

    private (string Name, OperatorRole Role, Credentials Credentials)[] All =>
    [
        ("VIEWER", OperatorRole.Viewer, Viewers),
        ("OPERATOR", Admins.IsEmpty ? OperatorRole.Admin : OperatorRole.Operator, Operators),
        ("ADMIN", OperatorRole.Admin, Admins),
    ];

    /// <summary>The role of a key by its fingerprint; null for one that is none of these.</summary>
    public OperatorRole? RoleOfKey(string fingerprint) => RoleOf(c => c.Key?.Fingerprint == fingerprint);

    /// <summary>The role of an account; null for one that has none.</summary>
    public OperatorRole? RoleOfAccount(string? account) => RoleOf(c => c.Accounts.Any(a => a.ToString() == account));

    /// <summary>The key that somebody gave, and what it is called in the audit log; null where it is none of these. Each is compared.</summary>
    public (string Name, OperatorKey Key)? Match(string? given)
    {
        (string, OperatorKey)? found = null;
        foreach (var (name, _, credentials) in All)
        {
            if (credentials.Key is { } key && key.Matches(given))
            {
                found = ($"{name.ToLowerInvariant()} key", key);
            }
        }

        return found;
    }

    /// <summary>Reads them, and tells of what stands for two roles.</summary>
    public static OperatorSettings Read(Func<string, string?> read, ICollection<ConfigurationFault> faults)
    {
        var settings = new OperatorSettings
        {
            Viewers = Credentials.Read("VIEWER", read, faults),
            Operators = Credentials.Read("OPERATOR", read, faults),
            Admins = Credentials.Read("ADMIN", read, faults),
        };
        for (var later = 1; later < settings.All.Length; later++)
        {
            var (name, _, credentials) = settings.All[later];
            foreach (var (before, _, earlier) in settings.All[..later])
            {
                if (credentials.Key is { } key && key.Fingerprint == earlier.Key?.Fingerprint)
                {
                    faults.Add(new ConfigurationFault($"NECTAR_{name}_KEY", ConfigurationFault.Hidden(read($"NECTAR_{name}_KEY")!.Trim()), $"must not be that of NECTAR_{before}_KEY"));
                }

                foreach (var account in credentials.Accounts.Intersect(earlier.Accounts))
                {
                    faults.Add(new ConfigurationFault($"NECTAR_{name}_ACCOUNTS", account.ToString(), $"must not be in NECTAR_{before}_ACCOUNTS, too"));
                }
            }
        }

        return settings;
    }

    private OperatorRole? RoleOf(Func<Credentials, bool> isTheirs)
    {
        foreach (var (_, role, credentials) in All)
        {
            if (isTheirs(credentials))
            {
                return role;
            }
        }

        return null;
    }
}
