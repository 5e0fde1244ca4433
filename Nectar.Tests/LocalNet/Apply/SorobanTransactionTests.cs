using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Apply;
using Nectar.LocalNet.Host;
using Nectar.LocalNet.Soroban;
using Nectar.LocalNet.State;
using Nectar.Tests.LocalNet.Apply.Operations;
using Nectar.Tests.Support;
using Ops = Nectar.Core.Soroban.Transactions.Operations;

namespace Nectar.Tests.LocalNet.Apply;

public sealed class SorobanTransactionTests(SharedHost host)
{
    [Fact]
    public async Task An_asset_s_contract_is_deployed_and_moves_the_balance_of_a_trust_line()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var (issuer, a, b) = await AssetAsync(net);
        var usd = Asset.Credit("USD", issuer.AccountId);

        var transfer = Ops.InvokeContract(
            net.Network.ContractIdOf(usd), "transfer", SCVal.FromAddress(a.AccountId), SCVal.FromAddress(b.AccountId), SCVal.FromInt128(40));
        var result = await net.SubmitAsync((await net.PrepareAsync(a, transfer)).Sign(a));

        Assert.IsType<InvokeHostFunctionResult.Success>(TestNetwork.ResultOf(result, 0));
        Assert.Equal((60, 40), (net.Line(a, usd)!.Balance, net.Line(b, usd)!.Balance));
        Assert.Equal(SCVal.Void.Instance, net.Last.Meta().SorobanMeta!.ReturnValue);
        Assert.Equal(SCVal.FromSymbol("transfer"), ((ContractEventBody.V0)net.Last.Meta().Operations[0].Events[0].Body).Value.Topics[0]);
    }

    [Fact]
    public async Task What_of_the_resource_fee_is_not_used_comes_back_to_the_stroop()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var (issuer, a, b) = await AssetAsync(net);
        var transfer = Ops.InvokeContract(
            net.Network.ContractIdOf(Asset.Credit("USD", issuer.AccountId)), "transfer", SCVal.FromAddress(a.AccountId), SCVal.FromAddress(b.AccountId), SCVal.FromInt128(40));
        var transaction = (await net.PrepareAsync(a, transfer)).Sign(a);
        var (balance, pool) = (net.Balance(a), net.Ledger.Latest.Header.FeePool);

        var result = await net.SubmitAsync(transaction);

        var charged = ((SorobanTransactionMetaExt.V1)net.Last.Meta().SorobanMeta!.Ext).Value;
        Assert.Equal(100 + charged.TotalNonRefundableResourceFeeCharged + charged.TotalRefundableResourceFeeCharged, result.FeeCharged);
        Assert.Equal((balance - result.FeeCharged, pool + result.FeeCharged), (net.Balance(a), net.Ledger.Latest.Header.FeePool));
        var fees = net.Last.Meta().Events;
        Assert.Equal([TransactionEventStage.BeforeAllTxs, TransactionEventStage.AfterAllTxs], fees.Select(f => f.Stage));
        Assert.Equal(result.FeeCharged, (long)fees.Sum(f => (decimal)((ContractEventBody.V0)f.Event.Body).Value.Data.ToInt128()));
        Assert.Equal(2, net.Last.ResultMeta().PostTxApplyFeeProcessing.Count);
    }

    [Fact]
    public async Task A_call_that_traps_pays_for_its_resources_and_changes_nothing()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var (issuer, a, b) = await AssetAsync(net);
        var usd = Asset.Credit("USD", issuer.AccountId);
        var transfer = Ops.InvokeContract(
            net.Network.ContractIdOf(usd), "transfer", SCVal.FromAddress(a.AccountId), SCVal.FromAddress(b.AccountId), SCVal.FromInt128(90));
        var transaction = await net.PrepareAsync(a, transfer);
        await net.MustAsync(a, TestNetwork.Op(PaymentTests.Pay(b, usd, 20)));
        var late = new Transaction(transaction.Body with { SeqNum = net.Account(a).SeqNum + 1 }, net.Network).Sign(a);
        var balance = net.Balance(a);

        var result = await net.SubmitAsync(late);

        Assert.IsType<InvokeHostFunctionResult.Trapped>(TestNetwork.ResultOf(result, 0));
        var declared = ((TransactionExt.V1)late.Body.Ext).Value;
        Assert.Equal(100 + DeclaredFees.NonRefundable(declared, (uint)late.ToEnvelope().ToXdr().Length, net.State.Settings), result.FeeCharged);
        Assert.Equal(balance - result.FeeCharged, net.Balance(a));
        Assert.Equal((80, 20), (net.Line(a, usd)!.Balance, net.Line(b, usd)!.Balance));
        Assert.Null(net.Last.Meta().SorobanMeta);
        Assert.NotEmpty(net.Last.Meta().DiagnosticEvents);
    }

    [Fact]
    public async Task The_fee_for_declared_resources_is_the_host_s()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var (issuer, a, _) = await AssetAsync(net);
        var balance = Ops.InvokeContract(
            net.Network.ContractIdOf(Asset.Credit("USD", issuer.AccountId)), "balance", SCVal.FromAddress(a.AccountId));
        var data = ((TransactionExt.V1)(await net.PrepareAsync(a, balance)).Body.Ext).Value;
        var settings = HostLedger.SettingsOf(net.State);

        foreach (var (instructions, read, write, size) in new[] { (0u, 0u, 0u, 0u), (1u, 1u, 1u, 1u), (9_999u, 1_023u, 1_025u, 300u), (100_000_000u, 200_000u, 132_096u, 132_096u) })
        {
            var declared = data with { Resources = data.Resources with { Instructions = instructions, DiskReadBytes = read, WriteBytes = write } };
            var asked = Assert.IsType<HostResult<ResourceFee>.Ok>(host.Host.ResourceFee(settings, Declarations.ResourcesOf(declared, size)));
            Assert.Equal(asked.Value.NonRefundable, DeclaredFees.NonRefundable(declared, size, net.State.Settings));
        }
    }

    [Fact]
    public async Task What_is_declared_beyond_the_limits_or_below_its_fee_is_refused()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var (issuer, a, _) = await AssetAsync(net);
        var balance = Ops.InvokeContract(
            net.Network.ContractIdOf(Asset.Credit("USD", issuer.AccountId)), "balance", SCVal.FromAddress(a.AccountId));
        var good = await net.PrepareAsync(a, balance);
        var data = ((TransactionExt.V1)good.Body.Ext).Value;
        var key = LedgerKeys.Account(a.AccountId);
        async Task<TransactionResultResult> With(SorobanTransactionData changed, Memo? memo = null) => (await net.SubmitAsync(new Transaction(
            good.Body with { Ext = new TransactionExt.V1(changed), Memo = memo ?? Memo.None.Instance }, net.Network).Sign(a))).Result;

        Assert.IsType<TransactionResultResult.TxSorobanInvalid>(await With(data with { Resources = data.Resources with { Instructions = 1_000_000_000 } }));
        Assert.IsType<TransactionResultResult.TxSorobanInvalid>(await With(data with { ResourceFee = 1 }));
        Assert.IsType<TransactionResultResult.TxSorobanInvalid>(await With(data with { ResourceFee = data.ResourceFee + 1_000_000 }));
        Assert.IsType<TransactionResultResult.TxSorobanInvalid>(
            await With(data with { Resources = data.Resources with { Footprint = new LedgerFootprint([key, key], []) } }));
        Assert.IsType<TransactionResultResult.TxSorobanInvalid>(
            await With(data with { Resources = data.Resources with { Footprint = new LedgerFootprint([LedgerKeys.Ttl(key)], []) } }));
        Assert.IsType<TransactionResultResult.TxSorobanInvalid>(
            await With(data with { Ext = new SorobanTransactionDataExt.V1(new SorobanResourcesExtV0([0])) }));
        Assert.IsType<TransactionResultResult.TxSorobanInvalid>(await With(data, new Memo.Id(1)));
        Assert.IsType<TransactionResultResult.TxSuccess>(await With(data));
    }

    [Fact]
    public async Task A_lifetime_is_extended()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var (issuer, a, _) = await AssetAsync(net);
        var contract = net.Network.ContractIdOf(Asset.Credit("USD", issuer.AccountId));
        LedgerKey instance = new LedgerKey.ContractData(new LedgerKeyContractData(
            SCAddress.From(contract), SCVal.LedgerKeyContractInstance.Instance, ContractDataDurability.Persistent));
        var extend = Ops.ExtendFootprintTtl(1_000_000);

        var result = await net.SubmitAsync((await net.PrepareAsync(a, extend, [instance])).Sign(a));

        Assert.IsType<ExtendFootprintTTLResult.Success>(TestNetwork.ResultOf(result, 0));
        Assert.Equal(net.Ledger.Latest.Sequence + 1_000_000, net.State.LiveUntil(instance));
    }

    // An asset with its contract, and two holders of which the first has 100.
    private static async Task<(KeyPair Issuer, KeyPair A, KeyPair B)> AssetAsync(TestNetwork net)
    {
        var (issuer, a, b) = (await net.AccountAsync(1), await net.AccountAsync(2), await net.AccountAsync(3));
        var usd = Asset.Credit("USD", issuer.AccountId);
        await net.MustAsync(a, ChangeTrustTests.Trust(usd, 1_000));
        await net.MustAsync(b, ChangeTrustTests.Trust(usd, 1_000));
        await net.MustAsync(issuer, TestNetwork.Op(PaymentTests.Pay(a, usd, 100)));
        var deploy = await net.PrepareAsync(issuer, Ops.CreateAssetContract(usd));
        Assert.IsType<TransactionResultResult.TxSuccess>((await net.SubmitAsync(deploy.Sign(issuer))).Result);
        return (issuer, a, b);
    }
}
