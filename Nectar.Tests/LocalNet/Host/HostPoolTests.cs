using System.Buffers.Binary;
using Microsoft.Extensions.Logging.Abstractions;
using Nectar.LocalNet.Host;
using Nectar.LocalNet.Host.Engine;
using Nectar.Tests.Support;

namespace Nectar.Tests.LocalNet.Host;

public sealed class HostPoolTests(SharedHost shared)
{
    [Fact]
    public async Task An_instance_that_runs_out_of_memory_gives_way_to_a_fresh_one()
    {
        // Enough for fees, not for a request of this size.
        using var host = HostWith(new InstanceLimits(MaxBytes: 40L << 20, RetainedBytes: 1L << 30));
        var tooLarge = new byte[HostInstance.MaxRequestBytes];
        var fee = RecordedCall.All.Single(c => c.Name == "no ledger: resource_fee");
        for (var i = 0; i < 3; i++)
        {
            Assert.Throws<HostTrapException>(() => host.CallRaw(tooLarge));
            Assert.Equal(fee.Response, host.CallRaw(fee.Request));

            await Assert.ThrowsAsync<HostTrapException>(() => host.SimulateRawAsync(tooLarge, fee.Find));
            Assert.Equal(fee.Response, await host.SimulateRawAsync(fee.Request, fee.Find));
        }
    }

    [Fact]
    public async Task Instances_that_are_replaced_after_every_call_answer_alike()
    {
        using var host = HostWith(InstanceLimits.Usual with { RetainedBytes = 0 });

        await AssertAnswersAsRecorded(host);
    }

    [Fact]
    public async Task Any_changed_byte_of_a_request_is_answered_with_a_status_and_the_next_call_works()
    {
        var random = new Random(20_260_824);
        foreach (var call in RecordedCall.All.Where(c => c.Request.Length > 12))
        {
            for (var i = 0; i < 4; i++)
            {
                var changed = call.Request.ToArray();
                changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));

                var answer = await shared.Host.SimulateRawAsync(changed, key => call.FindOrNone(key));

                Assert.Equal(1u, BinaryPrimitives.ReadUInt32BigEndian(answer));
                Assert.InRange(BinaryPrimitives.ReadUInt32BigEndian(answer.AsSpan(4)), 0u, 8u);
            }
        }

        await AssertAnswersAsRecorded(shared.Host);
    }

    [Fact]
    public async Task What_the_ledger_throws_comes_out_of_the_call_and_the_next_call_works()
    {
        var call = RecordedCall.All.First(c => c.Fetched.Length > 0);

        var thrown = await Assert.ThrowsAsync<InvalidDataException>(() =>
            shared.Host.SimulateRawAsync(call.Request, _ => throw new InvalidDataException("the disk is gone")));

        Assert.Equal("the disk is gone", thrown.Message);
        Assert.Equal(call.Response, await RecordedCallsTests.Answer(shared.Host, call));
    }

    [Fact]
    public async Task A_ledger_that_answers_with_another_key_is_refused()
    {
        var call = RecordedCall.All.First(c => c.Fetched.Count(f => f.Answer is not null) > 1);
        var answers = call.Fetched.Where(f => f.Answer is not null).Select(f => f.Answer).Reverse().ToArray();
        var next = 0;

        var answer = await shared.Host.SimulateRawAsync(call.Request, _ => answers[next++ % answers.Length]);

        Assert.Equal((uint)HostStatus.SourceFailed, BinaryPrimitives.ReadUInt32BigEndian(answer.AsSpan(4)));
    }

    [Fact]
    public async Task A_host_that_was_disposed_says_so()
    {
        var host = HostWith(InstanceLimits.Usual);
        host.Versions();
        host.Dispose();

        Assert.Throws<ObjectDisposedException>(() => host.Versions());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => host.SimulateRawAsync([1], _ => null));
    }

    private static SorobanHost HostWith(InstanceLimits limits) =>
        new(new SorobanHostOptions { WorkersPerLane = 1 }, limits, NullLogger.Instance);

    private static async Task AssertAnswersAsRecorded(SorobanHost host)
    {
        foreach (var call in RecordedCall.All)
        {
            var answer = await RecordedCallsTests.Answer(host, call);
            Assert.True(answer.AsSpan().SequenceEqual(call.Response), call.Name);
        }
    }
}
