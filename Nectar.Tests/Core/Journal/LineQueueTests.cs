using Nectar.Core.Journal;
using Nectar.Tests.Support;

namespace Nectar.Tests.Core.Journal;

public sealed class LineQueueTests
{
    [Fact]
    public void All_that_wait_are_taken_together_in_the_order_in_which_they_came_and_once()
    {
        var queue = new LineQueue();
        var (first, second) = (queue.Add(Samples.Line(1), null), queue.Add(Samples.Line(2), null));

        Assert.Equal([first, second], queue.TakeAll());
        Assert.Empty(queue.TakeAll());
    }

    [Fact]
    public void A_line_can_be_taken_back_until_somebody_saves_it()
    {
        var queue = new LineQueue();
        var (kept, given) = (queue.Add(Samples.Line(1), null), queue.Add(Samples.Line(2), null));

        Assert.True(queue.Withdraw(given));
        Assert.Equal([kept], queue.TakeAll());
        Assert.False(queue.Withdraw(kept));
    }
}
