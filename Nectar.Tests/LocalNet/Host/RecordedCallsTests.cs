using Nectar.LocalNet.Host;
using Nectar.Tests.Support;

namespace Nectar.Tests.LocalNet.Host;

public sealed class RecordedCallsTests(SharedHost shared)
{
    [Fact]
    public async Task Every_recorded_call_is_answered_as_the_native_host_answers_it()
    {
        Assert.NotEmpty(RecordedCall.All);
        foreach (var call in RecordedCall.All)
        {
            var answer = await Answer(shared.Host, call);
            Assert.True(answer.AsSpan().SequenceEqual(call.Response), call.Name);
        }
    }

    [Fact]
    public async Task Calls_side_by_side_are_answered_like_calls_in_turn()
    {
        var calls = Enumerable.Range(0, 4).SelectMany(_ => RecordedCall.All).ToArray();
        var answers = await Task.WhenAll(calls.Select(call => Task.Run(() => Answer(shared.Host, call))));

        Assert.All(calls.Zip(answers), pair => Assert.True(pair.Second.AsSpan().SequenceEqual(pair.First.Response), pair.First.Name));
    }

    [Fact]
    public async Task Keys_are_asked_for_once_and_in_the_recorded_order()
    {
        foreach (var call in RecordedCall.All)
        {
            var asked = new List<byte[]>();
            await shared.Host.SimulateRawAsync(call.Request, key =>
            {
                asked.Add(key.ToArray());
                return call.Find(key);
            });

            Assert.Equal(call.Fetched.Select(f => f.Key), asked);
        }
    }

    internal static Task<byte[]> Answer(SorobanHost host, RecordedCall call) =>
        call.Fetched.Length == 0
            ? Task.FromResult(host.CallRaw(call.Request))
            : host.SimulateRawAsync(call.Request, call.Find);
}
