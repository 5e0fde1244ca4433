using Nectar.Core.Units;
using Nectar.Tests.Support;
using Nectar.Web.Flow;

namespace Nectar.Tests.Web.Flow;

public sealed class SentNoteTests
{
    [Fact]
    public void A_note_comes_back_from_the_browser_as_it_went_there()
    {
        FlowOrder[] orders = [new FlowOrder.Deposit(new Usdc(Int128.MaxValue)), new FlowOrder.Withdraw(new Shares(12)), new FlowOrder.Trust()];

        Assert.All(orders, order =>
        {
            var note = new SentNote(order, Samples.Alpha, Samples.Hash, new LedgerNumber(uint.MaxValue), IsRestore: true);
            Assert.Equal(note, SentNote.Read(note.Write()));
        });
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"Kind":"deposit","Amount":"1.5","Account":"G","Hash":"00","LastLedger":1}""")]
    [InlineData("""{"Kind":"steal","Amount":"1","Account":"G","Hash":"00","LastLedger":1}""")]
    public void Whatever_else_lies_there_is_no_note(string? text) => Assert.Null(SentNote.Read(text));
}
