using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Xdr;

namespace Nectar.Tests.LocalNet.Stories;

public sealed class StoryOverRpcTests
{
    /// <summary>
    /// Both pools, each liquidated in steps and at once: what a caller of JSON-RPC reads is what the host said natively, to the
    /// instruction.
    /// </summary>
    [Theory]
    [InlineData("lab", 2)]
    [InlineData("blend", 2)]
    public async Task A_recorded_story_has_the_same_results_and_instruction_counts(string market, int failures)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var network = await StoryNetwork.StartAsync(cancel);
        var (played, failed) = (0, 0);
        foreach (var (envelope, receipt) in network.TransactionsOf(market))
        {
            var found = await network.SendAsync(envelope, cancel);
            played++;
            if (receipt.TryGetProperty("failed", out var why))
            {
                failed++;
                Assert.True(found.Status == TransactionStatus.Failed, $"transaction {played} succeeded, recorded is: {why}");
                continue;
            }

            var meta = ((TransactionMeta.V4)found.ResultMeta!).Value;
            Assert.True(found.Status == TransactionStatus.Success, $"transaction {played}: {found.Result!.ToJson()}");
            Assert.Equal(
                (played, receipt.GetProperty("instructions").GetUInt64(), receipt.GetProperty("returned").GetString(), receipt.GetProperty("events").GetInt32()),
                (played, Metric(found, "cpu_insn"), meta.SorobanMeta!.ReturnValue!.ToBase64(), Assert.Single(found.Events!.OfOperations!).Count));
        }

        Assert.True(played > 100, $"{played} transactions");
        Assert.Equal(failures, failed);
    }

    private static ulong Metric(GetTransactionResult found, string name)
    {
        XdrArray<SCVal> topics = [SCVal.FromSymbol("core_metrics"), SCVal.FromSymbol(name)];
        var bodies = found.DiagnosticEvents!.Select(e => ((ContractEventBody.V0)e.Event.Body).Value);
        return ((SCVal.U64)Assert.Single(bodies, b => b.Topics == topics).Data).Value;
    }
}
