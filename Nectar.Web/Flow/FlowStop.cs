namespace Nectar.Web.Flow;

/// <summary>The step at which something did not happen.</summary>
public enum FlowStop
{
    /// <summary>Simulation showed that it would fail: nothing was signed.</summary>
    Simulation,

    /// <summary>The wallet's owner declined.</summary>
    Declined,

    /// <summary>The wallet could not sign.</summary>
    Wallet,

    /// <summary>The wallet did not answer.</summary>
    WalletSilent,

    /// <summary>It failed in a ledger, or the network did not take it.</summary>
    Failed,

    /// <summary>Its last ledger has passed without it.</summary>
    Expired,
}
