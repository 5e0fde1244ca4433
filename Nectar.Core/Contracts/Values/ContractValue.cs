using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Contracts.Values;

/// <summary>
/// From contract values to C# and back, for what <see cref="SCVal"/> itself leaves open. A value of another kind is an
/// <see cref="XdrException"/>: the contract is not the one that was meant.
/// </summary>
internal static class ContractValue
{
    public static SCVal Of(Usdc amount) => SCVal.FromInt128(amount.Stroops);

    public static SCVal Of(Shares amount) => SCVal.FromInt128(amount.Units);

    public static SCVal Of(BasisPoints ratio) => SCVal.FromUInt32(ratio.Value);

    public static SCVal Of(LedgerNumber ledger) => SCVal.FromUInt32(ledger.Value);

    public static SCVal Of(SCAddress address) => new SCVal.Address(address);

    public static SCVal Of<T>(IEnumerable<T> items, Func<T, SCVal> write) =>
        new SCVal.Vec(items.Select(write).ToXdrArray());

    public static SCVal Of(Amounts<uint> amounts) =>
        SCVal.FromMap(amounts.Select(a => new SCMapEntry(SCVal.FromUInt32(a.Key), SCVal.FromInt128(a.Value))));

    public static SCVal Of(Amounts<ContractId> amounts) =>
        SCVal.FromMap(amounts.Select(a => new SCMapEntry(SCVal.FromAddress(a.Key), SCVal.FromInt128(a.Value))));

    public static Usdc ToUsdc(this SCVal value) => new(value.ToInt128());

    public static Shares ToShares(this SCVal value) => new(value.ToInt128());

    public static BasisPoints ToBasisPoints(this SCVal value) => new(value.ToUInt32());

    public static LedgerNumber ToLedger(this SCVal value) => new(value.ToUInt32());

    /// <summary>A ledger where the contract writes 0 for none.</summary>
    public static LedgerNumber? ToLedgerOrNone(this SCVal value) => value.ToUInt32() is > 0 and var number ? new LedgerNumber(number) : null;

    public static XdrArray<T> ToList<T>(this SCVal value, Func<SCVal, T> read) => value.ToVec().Select(read).ToXdrArray();

    public static T? ToOption<T>(this SCVal value, Func<SCVal, T> read)
        where T : class => value is SCVal.Void ? null : read(value);

    public static Amounts<uint> ToAmountsByIndex(this SCVal value) =>
        new(value.ToMap().Select(e => KeyValuePair.Create(e.Key.ToUInt32(), e.Val.ToInt128())));

    public static Amounts<ContractId> ToAmountsByAsset(this SCVal value) =>
        new(value.ToMap().Select(e => KeyValuePair.Create(e.Key.ToContractId(), e.Val.ToInt128())));
}
