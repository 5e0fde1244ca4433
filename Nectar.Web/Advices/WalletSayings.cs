namespace Nectar.Web.Advices;

/// <summary>What wallets answer instead of a value (SEP-43), in words.</summary>
internal static class WalletSayings
{
    /// <summary>The wallet failed in itself.</summary>
    public const int Internal = -1;

    /// <summary>Something that the wallet relies on failed.</summary>
    public const int External = -2;

    /// <summary>The wallet did not understand the request.</summary>
    public const int InvalidRequest = -3;

    /// <summary>The person said no.</summary>
    public const int Rejected = -4;

    /// <summary>By the wallet's code.</summary>
    public static IReadOnlyDictionary<int, Saying> All { get; } = new Dictionary<int, Saying>
    {
        [Internal] = new("The wallet met an error of its own.", "Open the wallet, see that it is unlocked, and try again."),
        [External] = new("The wallet could not reach something that it needs.", "Check the wallet's network settings, then try again."),
        [InvalidRequest] = new("The wallet did not understand the request.", "Update the wallet, or use another one."),
        [Rejected] = new("You declined in the wallet. Nothing was sent.", "Sign when you are ready, or change the amount."),
    };

    /// <summary>No answer came in time.</summary>
    public static Saying NoAnswer { get; } = new("The wallet has not answered. Nothing was sent.", "Look for the wallet's window, or try again. An answer that comes late is not used.");

    /// <summary>The wallet signed something else.</summary>
    public static Saying SignedElse { get; } = new("The wallet signed with another account, or something else than it was given. Nothing was sent.", "Choose the connected account in the wallet and sign again.");
}
