using System.Text.RegularExpressions;
using Nectar.Tests.Support;

namespace Nectar.Tests.Conventions;

/// <summary>Money is whole numbers from the field that somebody types into to the ledger.</summary>
public sealed partial class MoneyTests
{
    // A cool-off of the embedded network's command in seconds, and the threshold of an alert, which compares ratios of 4 decimals.
    private static readonly string[] others = ["ServeCommand.cs", "AlertThreshold.cs"];

    [Fact]
    public void Nothing_that_somebody_types_or_that_comes_over_the_wire_is_read_through_floating_point()
    {
        var sources = new[] { "Nectar.Core", "Nectar.Web", "Nectar.LocalNet", "wwwroot-wallet" }
            .SelectMany(house => Directory.EnumerateFiles(Repository.PathOf(house), "*", SearchOption.AllDirectories))
            .Where(f => Path.GetExtension(f) is ".cs" or ".razor" or ".ts" or ".js" && !IsBuilt().IsMatch(f) && !others.Contains(Path.GetFileName(f)))
            .ToList();

        Assert.True(sources.Count > 500, $"{sources.Count} sources");
        Assert.DoesNotContain(sources, f => ReadsFloating().IsMatch(File.ReadAllText(f)));
    }

    [GeneratedRegex(@"[\\/](obj|bin|node_modules|lib|host)[\\/]|[\\/]js[\\/]wallet[\\/]")]
    private static partial Regex IsBuilt();

    [GeneratedRegex(@"\b(double|float|decimal|Double|Single|Decimal)\.(Try)?Parse\b|Convert\.To(Double|Single|Decimal)\b|parseFloat|GetDouble\(|GetDecimal\(")]
    private static partial Regex ReadsFloating();
}
