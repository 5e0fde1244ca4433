namespace Nectar.Web.Live;

/// <summary>The vault's picture could not be read; the message is for people.</summary>
public sealed class VaultReadException(string message, Exception? inner = null) : Exception(message, inner);
