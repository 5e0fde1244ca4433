namespace Nectar.LocalNet.Host;

/// <summary>The fee for declared resources, in stroops; every division in it rounds up.</summary>
/// <param name="NonRefundable">Charged in any case.</param>
/// <param name="Events">For events and return value; given back where unused. Rent is in neither.</param>
public sealed record ResourceFee(long NonRefundable, long Events);
