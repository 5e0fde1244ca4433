using System.Security.Cryptography;
using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Closing;
using Nectar.Tests.LocalNet.Apply.Operations;
using Nectar.Tests.Support;

namespace Nectar.Tests.LocalNet.Closing;

public sealed class HeaderChainTests(SharedHost host)
{
    [Theory]
    [InlineData("Test SDF Network ; September 2015", "63d98f536ee68d1b27b5b89f23af5311b7569a24faf1403ad0b52b633b07be99")]
    [InlineData("Public Global Stellar Network ; September 2015", "39c2a3cd4141b2853e70d84601faa44744660334b48f3228e0309342e3f4eb48")]
    public void Ledger_1_is_the_one_that_the_real_network_began_with(string passphrase, string hash) =>
        Assert.Equal(hash, Genesis.First(new Network(passphrase)).Hash.ToString());

    [Fact]
    public async Task Each_header_names_the_hash_of_the_one_before_its_transactions_and_their_results()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var (a, b) = (await net.AccountAsync(1), await net.AccountAsync(2));
        await net.MustAsync(a, TestNetwork.Op(PaymentTests.Pay(b, Asset.Native.Instance, 5)));
        await net.Ledger.CloseLedgersAsync(3, secondsApart: 5, TestContext.Current.CancellationToken);

        var ledgers = net.Ledger.History.From(1, 100);
        Assert.Equal(Enumerable.Range(1, 8).Select(n => (uint)n), ledgers.Select(l => l.Sequence));
        foreach (var (before, ledger) in ledgers.Zip(ledgers.Skip(1)))
        {
            var (header, meta) = (ledger.Header(), ((LedgerCloseMeta.V2)ledger.Meta()).Value);
            Assert.Equal(before.Hash, header.PreviousLedgerHash);
            Assert.Equal(ledger.Hash.ToString(), Convert.ToHexStringLower(SHA256.HashData(header.ToXdr())));
            Assert.Equal(header.ScpValue.TxSetHash.ToString(), Convert.ToHexStringLower(SHA256.HashData(meta.TxSet.ToXdr())));
            var results = new TransactionResultSet(meta.TxProcessing.Select(p => p.Result).ToXdrArray());
            Assert.Equal(header.TxSetResultHash.ToString(), Convert.ToHexStringLower(SHA256.HashData(results.ToXdr())));
            Assert.True(ledger.CloseTime >= before.CloseTime);
        }

        Assert.Equal((28u, 5_000_000u), (net.Ledger.Latest.Header.LedgerVersion, net.Ledger.Latest.Header.BaseReserve));
        Assert.Equal(ledgers[1].Meta(), XdrCodec.Decode<LedgerCloseMeta>(ledgers[1].Meta().ToXdr()));
    }

    [Fact]
    public async Task No_lumen_comes_or_goes()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var (a, b) = (await net.AccountAsync(1), await net.AccountAsync(2));
        await net.MustAsync(a, TestNetwork.Op(AccountMergeTests.Merge(b)));

        var held = net.State.Entries.Select(e => e.Data).OfType<LedgerEntryData.Account>().Sum(e => e.Value.Balance);
        Assert.Equal(net.Ledger.Latest.Header.TotalCoins, held + net.Ledger.Latest.Header.FeePool);
    }

    [Fact]
    public void The_skip_list_is_the_network_s()
    {
        XdrArray<Hash> list = [default, default, default, default];
        for (uint sequence = 1; sequence <= 610_000; sequence++)
        {
            list = HeaderHashes.SkipList(list, sequence, new Hash([.. BitConverter.GetBytes(sequence), .. new byte[28]]));
        }

        Assert.Equal([610_000, 605_000, 600_000, 500_000], list.Select(h => BitConverter.ToInt32(h.Span)).ToArray());
    }
}
