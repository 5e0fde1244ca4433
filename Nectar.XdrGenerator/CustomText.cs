namespace Nectar.XdrGenerator;

/// <summary>
/// The types whose canonical JSON is one string (SEP-51): strkeys, asset codes and wide integers. Their partial classes
/// in <c>Nectar.Core/Soroban/Xdr</c> say how, with <c>ToString</c> and <c>Parse</c>.
/// </summary>
internal static class CustomText
{
    private static readonly HashSet<string> names =
    [
        "PublicKey", "MuxedAccount", "MuxedAccountMed25519", "MuxedEd25519Account", "SignerKey",
        "SignerKeyEd25519SignedPayload", "ContractID", "PoolID", "ClaimableBalanceID", "SCAddress",
        "AssetCode", "AssetCode4", "AssetCode12", "Int128Parts", "UInt128Parts", "Int256Parts", "UInt256Parts",
    ];

    public static bool Has(string name) => names.Contains(name);

    public static void WriteMembers(GeneratedFile file, string name)
    {
        file.Line("public void WriteJson(global::System.Text.Json.Utf8JsonWriter w) => w.WriteStringValue(ToString());");
        file.Line("");
        file.Line($"public static {name} ReadJson(global::System.Text.Json.JsonElement e) => Parse(XdrJson.ReadText(e, \"{name}\"));");
    }
}
