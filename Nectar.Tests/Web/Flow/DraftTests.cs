using CsCheck;
using Nectar.Web.Flow;

namespace Nectar.Tests.Web.Flow;

public sealed class DraftTests
{
    [Fact]
    public void What_is_written_is_read_again_whatever_was_typed() => Gen.Select(Gen.Enum<DraftKind>(), Gen.String[0, 60])
        .Sample((kind, text) => Draft.Read(new Draft(kind, text).Write()) == new Draft(kind, text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Deposit")]
    [InlineData("deposit 5")]
    [InlineData("0 5")]
    [InlineData("Stake 5")]
    [InlineData("Deposit 1234567890123456789012345678901234567890123456789012345678901")]
    public void What_nobody_wrote_here_is_no_draft(string? kept) => Assert.Null(Draft.Read(kept));
}
