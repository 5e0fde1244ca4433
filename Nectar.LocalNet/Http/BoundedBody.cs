using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace Nectar.LocalNet.Http;

/// <summary>Reads the body of a request as long as it keeps within a bound.</summary>
internal static class BoundedBody
{
    /// <summary>The whole body, or null where it is longer than the bound; then the rest is left unread.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancel)
    {
        if (request.ContentLength > maxBytes)
        {
            return null;
        }

        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancel).ConfigureAwait(false);
            if (read.Buffer.Length > maxBytes)
            {
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return null;
            }

            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return body;
            }

            // Looked at, not taken: the next read gives all of it and more.
            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
