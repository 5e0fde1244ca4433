namespace Nectar.LocalNet.Soroban;

/// <summary>RPC's <c>authMode</c>.</summary>
public enum SimulationAuthorization
{
    /// <summary>Enforce where the operation has entries, record where it has none.</summary>
    Unnamed,

    /// <summary><c>enforce</c>: the operation's entries must do.</summary>
    Enforce,

    /// <summary><c>record</c>: find out which entries are needed, for invocations that the root made.</summary>
    Record,

    /// <summary><c>record_allow_nonroot</c>: find out which entries are needed, whoever asks.</summary>
    RecordAllowNonRoot,
}
