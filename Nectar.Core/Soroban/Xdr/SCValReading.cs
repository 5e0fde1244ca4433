using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Xdr;

// To C# values. Each throws where the value is of another kind: a contract that answers so is not the one we meant.
public abstract partial record SCVal
{
    /// <summary>The bool.</summary>
    /// <exception cref="XdrException">It is of another kind; so for all of these.</exception>
    public bool ToBool() => this is Bool(var value) ? value : throw Not(SCValType.Bool);

    /// <summary>The u32.</summary>
    public uint ToUInt32() => this is U32(var value) ? value : throw Not(SCValType.U32);

    /// <summary>The i32.</summary>
    public int ToInt32() => this is I32(var value) ? value : throw Not(SCValType.I32);

    /// <summary>The u64.</summary>
    public ulong ToUInt64() => this is U64(var value) ? value : throw Not(SCValType.U64);

    /// <summary>The i64.</summary>
    public long ToInt64() => this is I64(var value) ? value : throw Not(SCValType.I64);

    /// <summary>The u128.</summary>
    public UInt128 ToUInt128() => this is U128(var value) ? value.ToUInt128() : throw Not(SCValType.U128);

    /// <summary>The i128.</summary>
    public Int128 ToInt128() => this is I128(var value) ? value.ToInt128() : throw Not(SCValType.I128);

    /// <summary>The bytes.</summary>
    public XdrBytes ToBytes() => this is Bytes(var value) ? value : throw Not(SCValType.Bytes);

    /// <summary>The string's bytes.</summary>
    public XdrString ToText() => this is String(var value) ? value : throw Not(SCValType.String);

    /// <summary>The symbol.</summary>
    public string ToSymbol() => this is Symbol(var value) ? value.ToString() : throw Not(SCValType.Symbol);

    /// <summary>The address.</summary>
    public SCAddress ToAddress() => this is Address(var value) ? value : throw Not(SCValType.Address);

    /// <summary>The address, which must be an account's.</summary>
    public AccountId ToAccountId() =>
        this is Address(SCAddress.Account(var key)) ? key.ToAccountId() : throw Not(SCValType.Address);

    /// <summary>The address, which must be a contract's.</summary>
    public ContractId ToContractId() =>
        this is Address(SCAddress.Contract(var id)) ? id.ToContractId() : throw Not(SCValType.Address);

    /// <summary>The items of the vec.</summary>
    public XdrArray<SCVal> ToVec() => this is Vec({ } items) ? items : throw Not(SCValType.Vec);

    /// <summary>The entries of the map.</summary>
    public XdrArray<SCMapEntry> ToMap() => this is Map({ } entries) ? entries : throw Not(SCValType.Map);

    /// <summary>The value of a field of a struct with named fields.</summary>
    /// <exception cref="XdrException">It is no map, or has no such key.</exception>
    public SCVal Field(string name)
    {
        foreach (var entry in ToMap())
        {
            if (entry.Key is Symbol(var key) && key == (XdrString)name)
            {
                return entry.Val;
            }
        }

        throw new XdrException(nameof(SCVal), $"the map has no field '{name}'");
    }

    private XdrException Not(SCValType wanted) => new(nameof(SCVal), $"a value of kind {Discriminant} where {wanted} was expected");
}
