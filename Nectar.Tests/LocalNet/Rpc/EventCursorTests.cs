using CsCheck;
using Nectar.LocalNet.Rpc;

namespace Nectar.Tests.LocalNet.Rpc;

public sealed class EventCursorTests
{
    private static readonly Gen<EventCursor> cursors = Gen.Select(
        Gen.UInt[0, int.MaxValue], Gen.UInt[0, OperationPlace.LastTransaction], Gen.UInt[0, OperationPlace.LastOperation], Gen.UInt,
        (ledger, transaction, operation, number) => new EventCursor(new OperationPlace(ledger, transaction, operation), number));

    [Fact]
    public void An_event_has_the_id_that_the_reference_server_gives_it() =>
        Assert.Equal("0000000021474844672-0000000003", new EventCursor(new OperationPlace(5, 2, 0), 3).ToString());

    [Fact]
    public void The_end_of_a_ledger_is_behind_its_last_place() =>
        Assert.Equal("0000000025769803775-4294967295", EventCursor.EndOf(5).ToString());

    [Fact]
    public void Text_and_cursor_are_the_same() =>
        cursors.Sample(c => EventCursor.TryParse(c.ToString(), out var read) && read == c);

    [Fact]
    public void Text_sorts_like_the_place() =>
        Gen.Select(cursors, cursors).Sample((a, b) => Math.Sign(string.CompareOrdinal(a.ToString(), b.ToString())) == Math.Sign(a.CompareTo(b)));

    [Fact]
    public void Nothing_stands_between_a_place_and_the_next() =>
        Gen.Select(cursors, cursors).Sample((a, b) => a.CompareTo(b) >= 0 || a.Next().CompareTo(b) <= 0);

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("-")]
    [InlineData("1-")]
    [InlineData("-1")]
    [InlineData("a-1")]
    [InlineData("1-1-1")]
    [InlineData("+1-1")]
    [InlineData("1-4294967296")]
    [InlineData("9223372036854775808-0")]
    public void Other_text_is_no_cursor(string text) => Assert.False(EventCursor.TryParse(text, out _));
}
