using Nectar.Core.Contracts.Pool;
using Nectar.Core.Contracts.Registry;
using Nectar.Core.Contracts.Vault;
using Nectar.Core.Soroban.Xdr;

namespace Nectar.Tests.Core.Keeper;

/// <summary>The functions of the contracts that a <see cref="MarketState"/> stands for.</summary>
internal static class MarketCalls
{
    /// <summary>The state that a call leaves behind, and what it returns.</summary>
    /// <exception cref="Refusal">A contract says no.</exception>
    public static (MarketState, SCVal) Run(MarketState state, TransactionBody transaction)
    {
        var call = ((HostFunction.InvokeContract)((OperationBody.InvokeHostFunction)transaction.Operations[0].Body).Value.HostFunction).Value;
        var (a, keeper) = (call.Args, Source(transaction));
        switch (((SCAddress.Contract)call.ContractAddress).Value.ToContractId(), call.FunctionName.ToString())
        {
            case (_, "decimals"):
                return (state, SCVal.FromUInt32(7));
            case (_, "lastprice"):
                var isXlm = a[0].ToVec()[1].ToContractId() == MarketState.Xlm;
                return (state, new Nectar.Core.Contracts.Oracle.PriceData(isXlm ? state.XlmPrice.Price : 1_0000000, 1_700_000_000 + (state.XlmPrice.Ledger * 5UL)).ToSCVal());
            case (var token, "balance"):
                return (state, SCVal.FromInt128(state.Held(token, a[0].ToAddress())));
            case (_, "new_auction"):
                var (opened, auction) = state.NewAuction(a[4].ToUInt32());
                return (opened, auction.ToSCVal());
            case (_, "submit"):
                var requests = a[3].ToVec().Select(Request.FromSCVal).ToList();
                var ask = requests.Where(r => r.Type == RequestType.Repay).Aggregate(Int128.Zero, (sum, r) => sum + r.Amount);
                return (state.Fill(keeper, (uint)requests[0].Amount, ask), Positions.None.ToSCVal());
            case (_, "liquidate"):
                var plan = LiquidationPlan.FromSCVal(a[1]);
                var (richer, profit) = state.Liquidate(keeper, plan.Percent, plan.Repay.Select(r => r.Amount).FirstOrDefault(), plan.MinProfit.Stroops);
                return (richer, SCVal.FromInt128(profit));
            case (_, "draw"):
                return (state.Draw(keeper, a[1].ToInt128()), SCVal.Void.Instance);
            case (_, "return_proceeds"):
                var (back, earned) = state.Return(keeper, a[1].ToInt128());
                return (back, SCVal.FromInt128(earned));
            case (_, "get_state"):
                return (state, MarketEntries.Books(state).StateAt(new(state.Ledger)).ToSCVal());
            case (var contract, "get_config"):
                return (state, contract == MarketState.Registry
                    ? new RegistryConfig(new(1), MarketState.Usdc, MarketState.Vault).ToSCVal()
                    : MarketEntries.VaultConfig.ToSCVal());
            case (_, "get_keeper_record"):
                return (state, MarketEntries.Record(state, a[0].ToAddress()).ToSCVal());
            case (_, "clearance"):
                return (state, new Clearance(true, MarketEntries.Stake).ToSCVal());
            case (_, "router_get_amounts_out" or "swap_exact_tokens_for_tokens") when state.IsShut:
                throw new Refusal(null);
            case (_, "router_get_amounts_out"):
                return (state, SCVal.FromVec(a[0], SCVal.FromInt128(state.Sells(a[0].ToInt128()))));
            case (_, "swap_exact_tokens_for_tokens"):
                return (state.Sell(keeper, a[0].ToInt128(), a[1].ToInt128()), SCVal.FromVec(a[0], SCVal.FromInt128(state.Sells(a[0].ToInt128()))));
            default:
                throw new NotSupportedException(call.FunctionName.ToString());
        }
    }

    public static SCAddress Source(TransactionBody transaction) => SCAddress.Parse(transaction.SourceAccount.ToString());
}
