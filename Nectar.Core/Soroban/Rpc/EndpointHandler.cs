using System.Net;

namespace Nectar.Core.Soroban.Rpc;

/// <summary>
/// Sends each attempt to the server whose turn it is. It stands inside the retries, so that a repetition goes to the
/// next server; for sends, which are not repeated, it only helps whoever comes after.
/// </summary>
internal sealed class EndpointHandler(EndpointRotation rotation) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var (index, endpoint) = rotation.Current;
        request.RequestUri = endpoint;
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (response.StatusCode is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError)
            {
                rotation.Failed(index);
            }

            return response;
        }
        catch
        {
            rotation.Failed(index);
            throw;
        }
    }
}
