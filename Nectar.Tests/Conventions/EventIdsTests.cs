using System.Globalization;
using System.Text.RegularExpressions;
using Nectar.Tests.Support;

namespace Nectar.Tests.Conventions;

/// <summary>Operators filter by event ids: each stands for one thing.</summary>
public sealed partial class EventIdsTests
{
    [Fact]
    public void No_event_id_is_given_twice()
    {
        var ids = new[] { "Nectar.Core", "Nectar.LocalNet", "Nectar.Web" }
            .SelectMany(house => Directory.EnumerateFiles(Repository.PathOf(house), "*.cs", SearchOption.AllDirectories))
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(f => Given().Matches(File.ReadAllText(f)))
            .Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)).ToList();

        Assert.True(ids.Count > 20, $"{ids.Count} are found");
        Assert.Empty(ids.GroupBy(id => id).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    [GeneratedRegex(@"\[LoggerMessage\((?:EventId = )?(\d+)")]
    private static partial Regex Given();
}
