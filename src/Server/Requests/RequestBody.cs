using System.Buffers;
using ActorKube.Api.Errors;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Server.Requests;

/// <summary>Reads a request's body into memory, up to the limit that Kubernetes has.</summary>
public static class RequestBody
{
    /// <summary>Bytes: 3 MiB.</summary>
    public const int Limit = 3 * 1024 * 1024;

    /// <exception cref="ApiException">413.</exception>
    public static async ValueTask<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > Limit)
        {
            throw TooLarge();
        }

        var reader = request.BodyReader;
        while (true)
        {
            var result = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            var buffer = result.Buffer;
            if (buffer.Length > Limit)
            {
                reader.AdvanceTo(buffer.End);
                throw TooLarge();
            }

            if (result.IsCompleted)
            {
                var body = buffer.ToArray();
                reader.AdvanceTo(buffer.End);
                return body;
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    private static ApiException TooLarge() => ApiErrors.TooLarge($"Request entity too large: limit is {Limit}");
}
