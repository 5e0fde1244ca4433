namespace Nectar.LocalNet.Http.Horizon;

/// <summary>The flags of an issuer, as Horizon tells them.</summary>
/// <param name="AuthRequired">Trust lines begin without authorization.</param>
/// <param name="AuthRevocable">Authorization can be taken back.</param>
/// <param name="AuthImmutable">No flag can be changed.</param>
/// <param name="AuthClawbackEnabled">Its asset can be clawed back.</param>
internal sealed record AccountFlagSet(bool AuthRequired, bool AuthRevocable, bool AuthImmutable, bool AuthClawbackEnabled)
{
    /// <summary>Reads the bits.</summary>
    public static AccountFlagSet Of(uint flags) => new((flags & 1) != 0, (flags & 2) != 0, (flags & 4) != 0, (flags & 8) != 0);
}
