using Nectar.Core.Contracts.Exchange;
using Nectar.Core.Contracts.Oracle;
using Nectar.Core.Contracts.Pool;
using Nectar.Core.Contracts.Registry;
using Nectar.Core.Contracts.Token;
using Nectar.Core.Contracts.Vault;
using Nectar.Core.Soroban.Sending;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.Tests.Core.Contracts;
using Nectar.Tests.Support;
using Nectar.Web.Advices;

namespace Nectar.Tests.Web.Advices;

public sealed class AdviceBookTests
{
    /// <summary>Every contract that is built, so that one more is held to it from the day it exists.</summary>
    public static TheoryData<string> Contracts => [.. Directory.EnumerateFiles(Repository.PathOf("contracts/wasm"), "*.wasm").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Contracts))]
    public void Every_number_that_a_built_contract_declares_has_a_sentence_and_a_next_action(string artefact)
    {
        var silent = ContractSpec.Of(artefact).Errors.SelectMany(e => e.Cases)
            .Where(c => ContractAdvice.Of(c.Value) is not { Sentence.Length: > 10, Next.Length: > 10 })
            .Select(c => $"{c.Name} {c.Value}");

        Assert.Empty(silent);
    }

    [Fact]
    public void Every_number_that_a_client_knows_has_a_sentence_and_no_two_contracts_share_one_by_accident()
    {
        var known = new[] { typeof(VaultError), typeof(RegistryError), typeof(ExchangeError), typeof(OracleError), typeof(PoolError), typeof(TokenError) }
            .SelectMany(t => Enum.GetValuesAsUnderlyingType(t).Cast<int>());

        Assert.All(known, n => Assert.NotNull(ContractAdvice.Of((uint)n)));
        Assert.Equal(ContractAdvice.Numbers.Order(), ContractAdvice.Numbers.Distinct().Order());
        Assert.Equal("Your last deposit is too recent to withdraw.", AdviceBook.Of(SCErrorType.Contract, (uint)VaultError.CooldownActive).Sentence);
        Assert.Equal("The registry is paused: nobody can register.", AdviceBook.Of(SCErrorType.Contract, (uint)RegistryError.Paused).Sentence);
    }

    [Fact]
    public void Every_result_code_host_error_and_wallet_code_has_a_sentence()
    {
        Assert.Equal(Enum.GetValues<TransactionResultCode>().Order(), ResultSayings.Transaction.Keys.Order());
        Assert.Equal(Enum.GetValues<InvokeHostFunctionResultCode>().Order(), ResultSayings.Call.Keys.Order());
        Assert.Equal(Enum.GetValues<ChangeTrustResultCode>().Order(), ResultSayings.Trust.Keys.Order());
        Assert.Equal(Enum.GetValues<RestoreFootprintResultCode>().Order(), ResultSayings.Restore.Keys.Order());
        Assert.Equal(Enum.GetValues<OperationResultCode>().Order(), ResultSayings.Operation.Keys.Order());
        Assert.Equal(Enum.GetValues<SCErrorType>().Order(), HostSayings.All.Keys.Order());
        Assert.Equal([-4, -3, -2, -1], WalletSayings.All.Keys.Order());
        Assert.All(
            ResultSayings.Transaction.Values.Concat(ResultSayings.Call.Values).Concat(ResultSayings.Trust.Values).Concat(ResultSayings.Restore.Values).Concat(ResultSayings.Operation.Values).Concat(HostSayings.All.Values).Concat(WalletSayings.All.Values),
            s => Assert.True(s.Sentence.EndsWith('.') && s.Next.EndsWith('.'), s.Sentence));
    }

    [Fact]
    public void A_number_that_nobody_knows_is_told_as_such_with_the_raw_words_kept()
    {
        var advice = AdviceBook.Of(SCErrorType.Contract, 4_711, "HostError: Error(Contract, #4711)");

        Assert.Equal("contract error 4711", advice.Code);
        Assert.Equal("A contract refused with a number that is not known here.", advice.Sentence);
        Assert.Equal("HostError: Error(Contract, #4711)", advice.Detail);
    }

    [Fact]
    public void A_failed_call_is_told_by_its_own_code_rather_than_by_the_transactions()
    {
        Assert.Equal(
            ("call result ResourceLimitExceeded", ResultSayings.Call[InvokeHostFunctionResultCode.ResourceLimitExceeded].Sentence),
            Told(new OperationResult.OpInner(new OperationResultTr.InvokeHostFunction(InvokeHostFunctionResult.ResourceLimitExceeded.Instance))));
        Assert.Equal(
            ("restoration result InsufficientRefundableFee", ResultSayings.Restore[RestoreFootprintResultCode.InsufficientRefundableFee].Sentence),
            Told(new OperationResult.OpInner(new OperationResultTr.RestoreFootprint(RestoreFootprintResult.InsufficientRefundableFee.Instance))));
        Assert.Equal(
            ("operation result OpTooManySubentries", ResultSayings.Operation[OperationResultCode.OpTooManySubentries].Sentence), Told(OperationResult.OpTooManySubentries.Instance));

        static (string Code, string Sentence) Told(OperationResult operation)
        {
            var result = new TransactionResult(100, new TransactionResultResult.TxFailed([operation]), TransactionResultExt.V0.Instance);
            var advice = AdviceBook.Of(new SendOutcome.Refused(TransactionResultCode.TxFailed, result, new TransactionHash(new byte[32])));
            return (advice.Code, advice.Sentence);
        }
    }

    [Fact]
    public void A_wallet_code_that_the_standard_does_not_know_counts_as_the_wallets_own_error() =>
        Assert.Equal(WalletSayings.All[WalletSayings.Internal].Sentence, AdviceBook.OfWallet(-99, "what").Sentence);
}
