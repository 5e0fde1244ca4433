using Nectar.Core.Contracts.Pool;
using Nectar.Core.Contracts.Registry;
using Nectar.Core.Contracts.Values;
using Nectar.Core.Contracts.Vault;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Tests.Core.Keeper;

/// <summary>The ledger entries that a <see cref="MarketState"/> stands for, and the accounts' by their last sequence numbers.</summary>
internal static class MarketEntries
{
    public static VaultConfig VaultConfig { get; } = new(new(1_000), Usdc.Zero, 360, new(1_000), Usdc.Zero, new(10_000), new(100), new(10), 720, 0);

    public static Usdc Stake { get; } = Usdc.Parse("200000");

    public static VaultBooks Books(MarketState state) => new(
        new(state.Debts.Values.Aggregate(Int128.Zero, (sum, d) => sum + d)), new(state.Idle), Usdc.Zero, new(state.Profit), Shares.Zero, Usdc.Zero, new(0), new(0));

    public static KeeperRecord Record(MarketState state, SCAddress keeper) => state.Debts.GetValueOrDefault(keeper) is var debt && debt > 0
        ? KeeperRecord.None with { Drawn = new(debt), Due = new LedgerNumber(state.Ledger + 100) }
        : KeeperRecord.None;

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

        if (key.Contract == SCAddress.From(MarketState.Vault) || key.Contract == SCAddress.From(MarketState.Registry))
        {
            return Own(state, key);
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

    private static SCVal Own(MarketState state, LedgerKeyContractData key)
    {
        var isVault = key.Contract == SCAddress.From(MarketState.Vault);
        if (key.Key is not SCVal.LedgerKeyContractInstance)
        {
            return isVault ? Record(state, key.Key.ToVec()[1].ToAddress()).ToSCVal() : new KeeperEntry("alpha", new(1), false, 0, Stake).ToSCVal();
        }

        SCMapEntry[] storage = isVault ? [new(SCVal.FromSymbol("Books"), Written(Books(state))), new(SCVal.FromSymbol("Config"), VaultConfig.ToSCVal())] : [];
        return new SCVal.ContractInstance(new SCContractInstance(new ContractExecutable.Wasm(new Hash(new byte[32])), storage.ToXdrArray()));
    }

    private static SCVal Written(VaultBooks books) => SCVal.FromStruct(
        ("drawn", ContractValue.Of(books.Drawn)), ("idle", ContractValue.Of(books.Idle)), ("loss", ContractValue.Of(books.Loss)), ("profit", ContractValue.Of(books.Profit)),
        ("shares", ContractValue.Of(books.TotalShares)), ("vest_amount", ContractValue.Of(books.VestAmount)), ("vest_from", ContractValue.Of(books.VestFrom)),
        ("vest_until", ContractValue.Of(books.VestUntil)));
}
