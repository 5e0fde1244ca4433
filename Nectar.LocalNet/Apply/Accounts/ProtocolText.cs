using Nectar.Core.Soroban.Xdr;

namespace Nectar.LocalNet.Apply.Accounts;

/// <summary>Text that the ledger keeps: printable ASCII only.</summary>
internal static class ProtocolText
{
    public static bool IsValid(XdrString text)
    {
        foreach (var letter in text.Span)
        {
            if (letter is < 0x20 or > 0x7e)
            {
                return false;
            }
        }

        return true;
    }
}
