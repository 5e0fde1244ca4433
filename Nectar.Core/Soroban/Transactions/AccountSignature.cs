using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Transactions;

/// <summary>
/// The signature value of a classic account: a vec of maps <c>{public_key, signature}</c>, sorted by public key, which
/// the host checks against the account's signers and medium threshold.
/// </summary>
internal static class AccountSignature
{
    public static SCVal Add(SCVal old, AccountId signer, ReadOnlySpan<byte> signature)
    {
        var key = SCVal.FromBytes(signer.ToArray());
        var added = SCVal.FromStruct(("public_key", key), ("signature", SCVal.FromBytes(signature)));
        var others = old is SCVal.Vec({ } items) ? items.Where(i => i.Field("public_key") != key) : [];
        return new SCVal.Vec(others.Append(added).OrderBy(i => i.Field("public_key"), SCValComparer.Instance).ToXdrArray());
    }
}
