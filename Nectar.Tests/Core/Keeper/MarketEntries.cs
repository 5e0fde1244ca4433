using Nectar.Core.Contracts.Pool;
using Nectar.Core.Soroban.Xdr;

namespace Nectar.Tests.Core.Keeper;

/// <summary>The ledger entries that a <see cref="MarketState"/> stands for, and the accounts' by their last sequence numbers.</summary>
internal static class MarketEntries
{
    /// <summary>An entry; null where there is none.</summary>
    public static LedgerEntryData? Of(MarketState state, LedgerKey key, IReadOnlyDictionary<SCAddress, long> sequences)
    {
        if (key is LedgerKey.Account(var account))
        {
            var id = account.AccountId;
            return new LedgerEntryData.Account(new AccountEntry(
                id, 10_000_000_000, sequences.GetValueOrDefault(SCAddress.From(id.ToAccountId())), 0, null, 0, "", new Thresholds([1, 0, 0, 0]), [], AccountEntryExt.V0.Instance));
        }

        var data = ((LedgerKey.ContractData)key).Value;
        return Value(state, data) is { } value
            ? new LedgerEntryData.ContractData(new ContractDataEntry(ExtensionPoint.V0.Instance, data.Contract, data.Key, data.Durability, value))
            : null;
    }

    private static SCVal? Value(MarketState state, LedgerKeyContractData key)
    {
        if (key.Contract == SCAddress.From(MarketState.Oracle))
        {
            SCMapEntry[] told = [new(SCVal.FromSymbol("round"), SCVal.FromUInt32(state.XlmPrice.Ledger))];
            return new SCVal.ContractInstance(new SCContractInstance(new ContractExecutable.Wasm(new Hash(new byte[32])), told.ToXdrArray()));
        }

        if (key.Key is SCVal.LedgerKeyContractInstance)
        {
            SCMapEntry[] storage =
            [
                new(SCVal.FromSymbol("Backstop"), new SCVal.Address(MarketState.Backstop)), new(SCVal.FromSymbol("Config"), MarketState.PoolConfig.ToSCVal()),
            ];
            return new SCVal.ContractInstance(new SCContractInstance(new ContractExecutable.Wasm(new Hash(new byte[32])), storage.ToXdrArray()));
        }

        if (key.Key is SCVal.Symbol)
        {
            return SCVal.FromVec(SCVal.FromAddress(MarketState.Usdc), SCVal.FromAddress(MarketState.Xlm));
        }

        var parts = key.Key.ToVec();
        return parts[0].ToSymbol() switch
        {
            "ResConfig" => ReserveOf(parts[1]).Config.ToSCVal(),
            "ResData" => ReserveOf(parts[1]).Data.ToSCVal(),
            "Positions" => state.Positions.TryGetValue(parts[1].ToAddress(), out var positions) ? positions.ToSCVal() : null,
            "Auction" => parts[1].Field("user").ToAddress() == MarketState.Borrower ? state.Auction?.ToSCVal() : null,
            _ => null,
        };

        static Reserve ReserveOf(SCVal asset) => MarketState.Reserves.Single(r => r.Asset == asset.ToContractId());
    }
}
