namespace Nectar.LocalNet.Host;

/// <summary>Where a simulation's authorization comes from; the numbers are those of <c>host/README.md</c>.</summary>
public enum AuthorizationMode
{
    /// <summary>Record what is needed; only invocations that the root made may ask for addresses' authorization.</summary>
    Record = 0,

    /// <summary>Record what is needed, whoever asks.</summary>
    RecordAllowNonRoot = 1,

    /// <summary>Enforce the entries given.</summary>
    Enforce = 2,

    /// <summary>As <see cref="Record"/>, with the newer address credentials.</summary>
    RecordV2 = 3,

    /// <summary>As <see cref="RecordAllowNonRoot"/>, with the newer address credentials.</summary>
    RecordAllowNonRootV2 = 4,
}
