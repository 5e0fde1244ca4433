namespace Nectar.Web.Live;

/// <summary>Who holds a live connection, by the kind of it.</summary>
/// <param name="hub">Clients of the hub.</param>
/// <param name="events">Clients of the event stream.</param>
public sealed class LiveClients(ClientLimit hub, ClientLimit events)
{
    /// <summary>Clients of the hub.</summary>
    public ClientLimit Hub => hub;

    /// <summary>Clients of the event stream.</summary>
    public ClientLimit Events => events;
}
