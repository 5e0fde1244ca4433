namespace Nectar.LocalNet.Host;

/// <summary>Why a call could not be tried; the numbers from 2 on are the module's own (<c>host/README.md</c>, "Responses").</summary>
public enum HostStatus
{
    /// <summary>The module trapped, in a fresh instance too: it ran out of memory or contradicted itself. The ledger is as it was.</summary>
    Trapped = -1,

    /// <summary>The frame's own layout is wrong, or the request is longer than 33,554,432 bytes.</summary>
    MalformedFrame = 2,

    /// <summary>A value inside is not the XDR of its type, longer than 1,048,576 bytes or nested deeper than 500.</summary>
    MalformedValue = 3,

    /// <summary>The ledger's protocol is not the host's.</summary>
    UnsupportedProtocol = 4,

    /// <summary>A network setting is missing, given twice, or senseless.</summary>
    BadSettings = 5,

    /// <summary>Entries do not fit the footprint's keys, or the footprint does not fit the operation.</summary>
    BadFootprint = 6,

    /// <summary>It cannot be carried out as asked: an argument out of range, a key without a lifetime, nothing to restore.</summary>
    Refused = 7,

    /// <summary>The ledger answered something else than the entry of the key.</summary>
    SourceFailed = 8,

    /// <summary>A buffer that was not handed out, or a call from within a call: a bug of this caller.</summary>
    Misused = 9,

    /// <summary>The host contradicted itself; no input is known to bring it about.</summary>
    Internal = 10,
}
