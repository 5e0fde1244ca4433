namespace Nectar.LocalNet.Http.Horizon;

/// <summary>A link of a resource.</summary>
/// <param name="Href">Where it leads.</param>
/// <param name="Templated">Whether it has names in braces; null where it has none.</param>
internal sealed record ResourceLink(string Href, bool? Templated = null);
