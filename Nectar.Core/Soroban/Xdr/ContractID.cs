using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Xdr;

public readonly partial struct ContractID
{
    /// <summary>The wire form of a contract's id.</summary>
    public static ContractID From(ContractId contract) => new(contract.ToArray());

    /// <summary>Reads a strkey <c>C…</c>.</summary>
    /// <exception cref="XdrException">It is none.</exception>
    public static ContractID Parse(string text) => new(XdrStrKey.Payload(StrKeyKind.Contract, text, nameof(ContractID)));

    /// <summary>The contract's id.</summary>
    public ContractId ToContractId() => new(Span);

    /// <summary>The strkey <c>C…</c>.</summary>
    public override string ToString() => StrKey.Encode(StrKeyKind.Contract, Span);
}
