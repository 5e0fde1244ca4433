using System.Text.RegularExpressions;
using Nectar.Tests.Support;

namespace Nectar.Tests.Conventions;

/// <summary>
/// A folder is a room and its dependencies go one way: a room sees only the rooms before it in its list. Code lines are
/// searched for names of later rooms, since a relative name like <c>Keeper.KeeperCycle</c> needs no using.
/// </summary>
public sealed class RoomsTests
{
    public static TheoryData<string, string[]> Stairs => new()
    {
        { "Nectar.Core", ["Units", "Soroban", "Contracts", "Liquidation", "Keeper", "Alerts", "Operators", "Journal"] },
        { "Nectar.Core/Soroban", ["Xdr", "Keys", "Transactions", "Rpc", "Sending"] },
        { "Nectar.LocalNet", ["Host", "State", "Soroban", "Apply", "Closing", "Rpc", "Http"] },
    };

    [Theory]
    [MemberData(nameof(Stairs))]
    public void Every_folder_is_a_room_with_a_floor(string house, string[] rooms)
    {
        var folders = Directory.GetDirectories(Repository.PathOf(house)).Select(d => Path.GetFileName(d)!)
            .Where(d => d is not ("bin" or "obj" or "host"));

        Assert.Empty(folders.Except(rooms));
    }

    [Theory]
    [MemberData(nameof(Stairs))]
    public void A_room_names_no_room_above_it(string house, string[] rooms)
    {
        var trespasses = new List<string>();
        for (var floor = 0; floor < rooms.Length; floor++)
        {
            foreach (var (file, number, line) in CodeLines(Path.Combine(house, rooms[floor])))
            {
                trespasses.AddRange(rooms[(floor + 1)..]
                    .Where(above => Names(line, house, above))
                    .Select(above => $"{file}:{number} names {above}: {line.Trim()}"));
            }
        }

        Assert.Empty(trespasses);
    }

    [Theory]
    [InlineData("using Nectar.Core.Keeper;", true)]
    [InlineData("typeof(Keeper.KeeperCycle)", true)]
    [InlineData("    Keeper.KeeperCycle cycle;", true)]
    [InlineData("new global::Nectar.Core.Keeper.KeeperCycle()", true)]
    [InlineData("var keeper = account.Keeper;", false)]
    [InlineData("KeeperCycle cycle", false)]
    [InlineData("vault.Keeper.Value", false)]
    public void A_trespass_is_seen_with_and_without_a_using(string line, bool trespass) =>
        Assert.Equal(trespass, Names(line, "Nectar.Core", "Keeper"));

    [Fact]
    public void The_network_names_neither_the_keeper_nor_the_contracts() =>
        Assert.DoesNotContain(
            CodeLines("Nectar.LocalNet"),
            l => new[] { "Contracts", "Liquidation", "Keeper", "Journal" }.Any(r => Names(l.Line, "Nectar.Core", r)));

    private static bool Names(string line, string house, string room) =>
        line.Contains($"{house.Replace('/', '.')}.{room}", StringComparison.Ordinal)
        || Regex.IsMatch(line, $@"(^|[\s(<\[,!]){room}\.[A-Z]");

    private static IEnumerable<(string File, int Number, string Line)> CodeLines(string folder)
    {
        var path = Repository.PathOf(folder);
        if (!Directory.Exists(path))
        {
            return [];
        }

        return Directory.EnumerateFiles(path, "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.EndsWith(".g.cs", StringComparison.Ordinal))
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(f => File.ReadLines(f).Select((line, i) => (Path.GetRelativePath(Repository.Root, f), i + 1, line)))
            .Where(l => !l.line.TrimStart().StartsWith("//", StringComparison.Ordinal));
    }
}
