using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Closing;

namespace Nectar.Benchmarks.Network;

/// <summary>What a network holds while 10,000 payments go by and its history is bounded.</summary>
internal static class ManyTransactions
{
    private const int Count = 10_000;
    private const int Every = 2_000;

    /// <summary>Prints the managed heap after each so many transactions.</summary>
    public static async Task PrintAsync(TextWriter output, CancellationToken cancel)
    {
        var options = new LocalNetworkOptions { RetentionLedgers = Every / 2 };
        var network = await LocalNetwork.StartAsync(options, new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddDays(1)), cancel).ConfigureAwait(false);
        await using (network.ConfigureAwait(false))
        {
            using var root = network.Network.RootKeyPair();
            var payment = Operations.Payment(MuxedAccount.From(root.AccountId), Asset.Native.Instance, 1);
            await output.WriteLineAsync($"Of the history {options.RetentionLedgers} ledgers are kept.\n\n| transactions | managed heap |\n|---|---|").ConfigureAwait(false);
            for (var sent = 1; sent <= Count; sent++)
            {
                var sequence = network.Latest.State.FindAccount(root.AccountId)!.SeqNum;
                var signed = new TransactionBuilder(MuxedAccount.From(root.AccountId), sequence, network.Network)
                    .Add(payment).ValidUntil(DateTimeOffset.FromUnixTimeSeconds(4_000_000_000)).Build().Sign(root);
                await network.SubmitAsync(signed.ToEnvelope(), cancel).ConfigureAwait(false);
                if (sent % Every == 0)
                {
                    var heap = GC.GetTotalMemory(forceFullCollection: true) / 1e6;
                    await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"| {sent:#,0} | {heap:F1} MB |")).ConfigureAwait(false);
                }
            }
        }
    }
}
