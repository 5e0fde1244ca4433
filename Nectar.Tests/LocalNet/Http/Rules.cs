using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.LocalNet.State;

namespace Nectar.Tests.LocalNet.Http;

/// <summary>What a parameter has to be, in the words of its refusal, and values that are right.</summary>
internal static class Rules
{
    public const string Text = "a string";
    public const string Flag = "true or false";
    public const string List = "a list";
    public const string Object = "an object";
    public const string UInt32 = "a whole number from 0 to 4294967295";
    public const string UInt64 = "a whole number from 0 to 18446744073709551615";

    /// <summary>The root account's key.</summary>
    public static string Key { get; } = LedgerKeys.Account(Network.Standalone.RootKeyPair().AccountId).ToBase64();

    /// <summary>Parameters with a transaction that is well formed and that no network takes: nobody signed it.</summary>
    public static string WithEnvelope { get; } = $$"""{"transaction":"{{Unsigned(Operations.CreateAssetContract(Asset.Native.Instance)).ToBase64()}}"}""";

    /// <summary>Whether a JSON value is of the type.</summary>
    public static bool Allows(string rule, string value) => (rule, value[0]) switch
    {
        (Text, '"') => !value.Contains("ud800", StringComparison.Ordinal),
        (Flag, 't') or (List, '[') or (Object, '{') => true,
        _ => false,
    };

    /// <summary>A transaction of the root account without a signature.</summary>
    public static TransactionEnvelope Unsigned(Operation operation) =>
        new TransactionBuilder(MuxedAccount.From(Network.Standalone.RootKeyPair().AccountId), 0, Network.Standalone)
            .Add(operation).ValidUntil(new LedgerNumber(1_000)).Build().ToEnvelope();
}
