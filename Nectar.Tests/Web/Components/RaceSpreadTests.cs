using CsCheck;
using Nectar.Web.Components.Races;

namespace Nectar.Tests.Web.Components;

public sealed class RaceSpreadTests
{
    [Theory]
    [InlineData(new[] { 90, 200, 600 }, new[] { 90, 200, 600 })]
    [InlineData(new[] { 300, 300, 301 }, new[] { 300, 318, 336 })]
    [InlineData(new[] { 600, 690, 692 }, new[] { 600, 674, 692 })]
    public void Marks_with_room_stay_and_those_in_each_others_way_make_room(int[] wanted, int[] places) =>
        Assert.Equal(places, RaceSpread.Of(wanted, 18, 692));

    [Fact]
    public void However_close_they_lie_no_two_overlap_and_none_leaves_the_drawing() =>
        Gen.Int[90, 692].Array[0, 12].Sample(marks =>
        {
            var places = RaceSpread.Of([.. marks.Order()], 18, 692);

            Assert.All(places, p => Assert.InRange(p, 90 - (12 * 18), 692));
            Assert.All(places.Zip(places.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 18));
        });
}
