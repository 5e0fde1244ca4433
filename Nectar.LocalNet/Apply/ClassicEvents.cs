using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Apply.Accounts;

namespace Nectar.LocalNet.Apply;

/// <summary>
/// The events of asset contracts that classic operations and fees make (CAP-67), so that who follows an asset sees all its
/// movements in one form.
/// </summary>
internal static class ClassicEvents
{
    /// <summary>A fee in stroops that was taken; one given back is negative.</summary>
    public static ContractEvent Fee(Network network, PublicKey payer, long stroops) =>
        Make(network, Asset.Native.Instance, Amount(stroops), SCVal.FromSymbol("fee"), Address(payer));

    /// <summary>An asset that moved: minted by its issuer, burnt at its issuer, or transferred.</summary>
    public static ContractEvent Movement(Network network, Asset asset, PublicKey from, MuxedAccount to, long amount, Memo memo)
    {
        var receiver = PublicKey.From(to.ToAccountId());
        var issuer = TrustLines.IssuerOf(asset);
        var data = MovedTo(to, amount, memo);
        return (from == issuer, receiver == issuer) switch
        {
            (true, false) => Make(network, asset, data, SCVal.FromSymbol("mint"), Address(receiver), Name(asset)),
            (false, true) => Make(network, asset, Amount(amount), SCVal.FromSymbol("burn"), Address(from), Name(asset)),
            _ => Make(network, asset, data, SCVal.FromSymbol("transfer"), Address(from), Address(receiver), Name(asset)),
        };
    }

    /// <summary>An asset that its issuer took back.</summary>
    public static ContractEvent Clawback(Network network, Asset asset, PublicKey from, long amount) =>
        Make(network, asset, Amount(amount), SCVal.FromSymbol("clawback"), Address(from), Name(asset));

    /// <summary>A trust line that its issuer allowed or no longer allows.</summary>
    public static ContractEvent SetAuthorized(Network network, Asset asset, PublicKey trustor, bool authorized) =>
        Make(network, asset, SCVal.FromBool(authorized), SCVal.FromSymbol("set_authorized"), Address(trustor), Name(asset));

    private static ContractEvent Make(Network network, Asset asset, SCVal data, params ReadOnlySpan<SCVal> topics) => new(
        ExtensionPoint.V0.Instance,
        new ContractID(network.ContractIdOf(asset).ToArray()),
        ContractEventType.Contract,
        new ContractEventBody.V0(new ContractEventV0(XdrArray.Create(topics), data)));

    private static SCVal.Address Address(PublicKey account) => new(new SCAddress.Account(account));

    private static SCVal Amount(long amount) => SCVal.FromInt128(amount);

    private static SCVal.String Name(Asset asset) => new(asset.ToCanonicalString());

    private static SCVal MovedTo(MuxedAccount to, long amount, Memo memo)
    {
        SCVal? id = (to, memo) switch
        {
            (MuxedAccount.MuxedEd25519({ Id: var number }), _) => SCVal.FromUInt64(number),
            (_, Memo.Id(var number)) => SCVal.FromUInt64(number),
            (_, Memo.Text(var text)) => new SCVal.String(text),
            (_, Memo.Hash(var hash)) => SCVal.FromBytes(hash.Span),
            (_, Memo.Return(var hash)) => SCVal.FromBytes(hash.Span),
            _ => null,
        };
        return id is null ? Amount(amount) : SCVal.FromStruct(("amount", Amount(amount)), ("to_muxed_id", id));
    }
}
