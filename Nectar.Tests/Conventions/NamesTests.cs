using System.Text.RegularExpressions;
using Nectar.Tests.Support;

namespace Nectar.Tests.Conventions;

/// <summary>A name says what a thing is: words that fit anything are none.</summary>
public sealed partial class NamesTests
{
    public static TheoryData<string> Houses => new("Nectar.Core", "Nectar.LocalNet", "Nectar.Web", "Nectar.Tests", "Nectar.Benchmarks", "Nectar.XdrGenerator");

    [Theory]
    [MemberData(nameof(Houses))]
    public void No_file_and_so_no_type_is_named_by_a_word_that_fits_anything(string house) =>
        Assert.DoesNotContain(
            Directory.EnumerateFiles(Repository.PathOf(house), "*", SearchOption.AllDirectories)
                .Where(f => Path.GetExtension(f) is ".cs" or ".razor" && !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
                .Select(f => Path.GetFileNameWithoutExtension(f)),
            FitsAnything().IsMatch);

    [Theory]
    [InlineData("CommonReadings", true)]
    [InlineData("VaultManager", true)]
    [InlineData("TextUtils", true)]
    [InlineData("Helper", true)]
    [InlineData("Overview", false)]
    [InlineData("Commons", false)]
    public void Such_a_word_is_seen_wherever_it_stands_in_the_name(string name, bool fits) => Assert.Equal(fits, FitsAnything().IsMatch(name));

    [GeneratedRegex("(Common|Manager|Helpers?|Utils?|Utility)(?![a-z])")]
    private static partial Regex FitsAnything();
}
