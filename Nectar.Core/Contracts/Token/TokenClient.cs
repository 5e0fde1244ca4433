using Nectar.Core.Contracts.Calls;
using Nectar.Core.Contracts.Values;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Contracts.Token;

/// <summary>Calls of a SEP-41 token: a Stellar asset's contract, or the vault's shares.</summary>
/// <param name="Contract">Where it is.</param>
public sealed record TokenClient(ContractId Contract)
{
    /// <summary>What a holder has, in units of the token.</summary>
    public ContractCall<Int128> Balance(SCAddress holder) => Contract.Call("balance", v => v.ToInt128(), ContractValue.Of(holder));

    /// <summary>What a spender may still take of a holder.</summary>
    public ContractCall<Int128> Allowance(SCAddress holder, SCAddress spender) =>
        Contract.Call("allowance", v => v.ToInt128(), ContractValue.Of(holder), ContractValue.Of(spender));

    /// <summary>Decimals of the token.</summary>
    public ContractCall<uint> Decimals() => Contract.Call("decimals", v => v.ToUInt32());

    /// <summary>The name: of an asset <c>CODE:ISSUER</c>.</summary>
    public ContractCall<XdrString> Name() => Contract.Call("name", v => v.ToText());

    /// <summary>The symbol: of an asset its code.</summary>
    public ContractCall<XdrString> Symbol() => Contract.Call("symbol", v => v.ToText());

    /// <summary>The holder signs: lets a spender take up to so much until a ledger.</summary>
    /// <param name="holder">Whose.</param>
    /// <param name="spender">Who may.</param>
    /// <param name="amount">Units of the token.</param>
    /// <param name="until">The last ledger that it holds in.</param>
    public ContractCall<Nothing> Approve(SCAddress holder, SCAddress spender, Int128 amount, LedgerNumber until) =>
        Contract.Call("approve", ContractValue.Of(holder), ContractValue.Of(spender), SCVal.FromInt128(amount), ContractValue.Of(until));

    /// <summary>The holder signs: moves so much.</summary>
    /// <param name="from">Whose.</param>
    /// <param name="to">To whom.</param>
    /// <param name="amount">Units of the token.</param>
    public ContractCall<Nothing> Transfer(SCAddress from, SCAddress to, Int128 amount) =>
        Contract.Call("transfer", ContractValue.Of(from), ContractValue.Of(to), SCVal.FromInt128(amount));

    /// <summary>Assets only. The administrator, at first the issuer, signs: makes so much out of nothing.</summary>
    /// <param name="to">Who gets it.</param>
    /// <param name="amount">Units of the token.</param>
    public ContractCall<Nothing> Mint(SCAddress to, Int128 amount) => Contract.Call("mint", ContractValue.Of(to), SCVal.FromInt128(amount));
}
