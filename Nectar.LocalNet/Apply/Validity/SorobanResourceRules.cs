using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Soroban;
using Nectar.LocalNet.State;

namespace Nectar.LocalNet.Apply.Validity;

/// <summary>What a Soroban transaction may declare. Source: stellar-core, the checks behind txSOROBAN_INVALID.</summary>
internal static class SorobanResourceRules
{
    private const long MaxResourceFee = 1L << 50;

    /// <summary>The first rule that is broken, in words, or null.</summary>
    public static string? Check(IncomingTransaction tx, NetworkSettings settings, bool paysItself)
    {
        var data = tx.SorobanData!;
        var fee = paysItself ? tx.Body.Fee : tx.FeeBump!.Body.Fee;
        return CheckForm(tx)
            ?? CheckLimits(tx, data.Resources, settings)
            ?? CheckFootprint(data, settings)
            ?? CheckArchived(data)
            ?? CheckFee(tx, data, settings, fee);
    }

    private static string? CheckForm(IncomingTransaction tx)
    {
        var invokes = tx.Body.Operations[0].Body is OperationBody.InvokeHostFunction;
        return invokes && tx.Body.Memo is not Memo.None
            ? "an invocation's transaction cannot have a memo"
            : invokes && (tx.Body.SourceAccount is MuxedAccount.MuxedEd25519 || tx.Body.Operations[0].SourceAccount is MuxedAccount.MuxedEd25519)
            ? "an invocation's source cannot be a muxed account"
            : null;
    }

    private static string? CheckLimits(IncomingTransaction tx, SorobanResources resources, NetworkSettings settings) =>
        Over("instructions", resources.Instructions, settings.Compute.TxMaxInstructions)
        ?? Over("disk read bytes", resources.DiskReadBytes, settings.LedgerCost.TxMaxDiskReadBytes)
        ?? Over("write bytes", resources.WriteBytes, settings.LedgerCost.TxMaxWriteBytes)
        ?? Over("bytes of the transaction", tx.Size, settings.Bandwidth.TxMaxSizeBytes)
        ?? Over("entries read from disk", Declarations.DiskReadEntries(tx.SorobanData!), settings.LedgerCost.TxMaxDiskReadEntries)
        ?? Over("entries written", resources.Footprint.ReadWrite.Count, settings.LedgerCost.TxMaxWriteLedgerEntries)
        ?? Over(
            "entries of the footprint",
            resources.Footprint.ReadOnly.Count + resources.Footprint.ReadWrite.Count,
            settings.LedgerCostExt.TxMaxFootprintEntries);

    private static string? CheckFootprint(SorobanTransactionData data, NetworkSettings settings)
    {
        var seen = new HashSet<XdrBytes>();
        foreach (var key in data.Resources.Footprint.ReadOnly.Concat(data.Resources.Footprint.ReadWrite))
        {
            if (key is not (LedgerKey.Account or LedgerKey.Trustline or LedgerKey.ContractData or LedgerKey.ContractCode))
            {
                return $"a footprint cannot have a key of kind {key.Discriminant}";
            }

            if (key is LedgerKey.Trustline(var line) && !IsIssued(line))
            {
                return "a footprint's trust line is to an issued asset and not the issuer's own";
            }

            var bytes = LedgerState.BytesOf(key);
            if (!seen.Add(bytes))
            {
                return $"the footprint has the key {bytes} twice";
            }

            if (bytes.Length > settings.MaxKeyBytes)
            {
                return $"the key {bytes} has {bytes.Length} bytes, {settings.MaxKeyBytes} are allowed";
            }
        }

        return null;
    }

    private static bool IsIssued(LedgerKeyTrustLine line) => line.Asset switch
    {
        TrustLineAsset.CreditAlphanum4(var a) => a.Issuer != line.AccountId,
        TrustLineAsset.CreditAlphanum12(var a) => a.Issuer != line.AccountId,
        _ => false,
    };

    private static string? CheckArchived(SorobanTransactionData data)
    {
        if (data.Ext is not SorobanTransactionDataExt.V1(var ext))
        {
            return null;
        }

        var keys = data.Resources.Footprint.ReadWrite;
        long last = -1;
        foreach (var index in ext.ArchivedSorobanEntries)
        {
            if (index <= last || index >= keys.Count)
            {
                return $"the archived entry {index} is out of order or beyond the {keys.Count} read-write keys";
            }

            if (!LedgerKeys.HasLifetime(keys[(int)index]) || LedgerKeys.IsTemporary(keys[(int)index]))
            {
                return $"the archived entry {index} is not persistent";
            }

            last = index;
        }

        return null;
    }

    private static string? CheckFee(IncomingTransaction tx, SorobanTransactionData data, NetworkSettings settings, long fee)
    {
        var needed = DeclaredFees.NonRefundable(data, tx.Size, settings);
        return data.ResourceFee is < 0 or > MaxResourceFee ? $"the resource fee {data.ResourceFee} is not from 0 to {MaxResourceFee}"
            : data.ResourceFee > fee ? $"the resource fee {data.ResourceFee} is more than the fee {fee}"
            : data.ResourceFee < needed ? $"the resource fee {data.ResourceFee} is less than the {needed} of the declared resources"
            : null;
    }

    private static string? Over(string what, long declared, long limit) =>
        declared > limit ? $"{declared} {what} are declared, {limit} are allowed" : null;
}
