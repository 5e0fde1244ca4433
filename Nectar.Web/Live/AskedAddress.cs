using Nectar.Core.Soroban.Xdr;

namespace Nectar.Web.Live;

/// <summary>An address as somebody typed it or put it into a link. Pure.</summary>
internal static class AskedAddress
{
    private const int MostShown = 80;

    /// <summary>Reads an account or a contract; spaces around it do not count.</summary>
    /// <returns>The address, or what is wrong with the text, with the rule; never both.</returns>
    public static (SCAddress? Address, string? Problem) Read(string? text)
    {
        var asked = text?.Trim() ?? "";
        try
        {
            if (SCAddress.Parse(asked) is (SCAddress.Account or SCAddress.Contract) and var address)
            {
                return (address, null);
            }
        }
        catch (Exception e) when (e is FormatException or XdrException)
        {
            // Told below, with the rule.
        }

        return (null, $"“{Shown.Asked(asked, MostShown)}” is no address: an account G… or a contract C… of 56 letters and digits is needed.");
    }
}
