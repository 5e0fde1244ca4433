using Nectar.Core.Keeper;
using Nectar.Core.Operators;
using Nectar.Tests.Support;
using Nectar.Web.Operators;

namespace Nectar.Tests.Web.Operators;

public sealed class OperatorSettingsTests
{
    private const string Key = "a key of the tests alone";
    private static readonly string alpha = Samples.Alpha.ToString();

    [Fact]
    public void As_long_as_no_admin_is_named_operators_are_admins_and_once_one_is_they_are_operators()
    {
        var (alone, _) = Read(("NECTAR_OPERATOR_ACCOUNTS", alpha));
        var (beside, _) = Read(("NECTAR_OPERATOR_ACCOUNTS", alpha), ("NECTAR_ADMIN_KEY", Key), ("NECTAR_VIEWER_ACCOUNTS", Samples.Beta.ToString()));

        Assert.Equal(OperatorRole.Admin, alone.RoleOfAccount(alpha));
        Assert.Equal(
            (OperatorRole.Operator, OperatorRole.Viewer, OperatorRole.Admin),
            (beside.RoleOfAccount(alpha), beside.RoleOfAccount(Samples.Beta.ToString()), beside.RoleOfKey(beside.Match(Key)!.Value.Key.Fingerprint)));
        Assert.Equal("admin key", beside.Match(Key)!.Value.Name);
        Assert.Null(beside.Match("another key of the tests"));
    }

    [Fact]
    public void A_key_or_an_account_that_stands_for_two_roles_is_a_fault_and_so_is_what_breaks_its_rule_all_told_together()
    {
        var (_, faults) = Read(
            ("NECTAR_VIEWER_KEY", Key), ("NECTAR_ADMIN_KEY", Key), ("NECTAR_OPERATOR_KEY", "too-short"), ("NECTAR_OPERATOR_ACCOUNTS", alpha), ("NECTAR_ADMIN_ACCOUNTS", $"{alpha},GABC"));

        Assert.Equal(
            [
                "NECTAR_OPERATOR_KEY=(9 characters, not shown): must have at least 16 characters",
                "NECTAR_ADMIN_ACCOUNTS=GABC: must be accounts, G… of 56 characters, parted by commas",
                "NECTAR_ADMIN_KEY=(24 characters, not shown): must not be that of NECTAR_VIEWER_KEY",
                $"NECTAR_ADMIN_ACCOUNTS={alpha}: must not be in NECTAR_OPERATOR_ACCOUNTS, too",
            ],
            faults.Select(f => $"{f.Variable}={f.Value}: {f.Rule}"));
    }

    private static (OperatorSettings Settings, List<ConfigurationFault> Faults) Read(params (string Name, string Value)[] variables)
    {
        var faults = new List<ConfigurationFault>();
        return (OperatorSettings.Read(variables.ToDictionary(v => v.Name, v => v.Value).GetValueOrDefault, faults), faults);
    }
}
