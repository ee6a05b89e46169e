using System.Buffers;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace ActorKube.Ingresses.Forwarding;

/// <summary>Passes a backend's answer on as it comes: headers, body, trailers.</summary>
internal static class ForwardedResponse
{
    private const int BufferSize = 16 << 10;

    /// <summary>Bytes that may wait for more before they are sent, while there is more to be had at once.</summary>
    private const int MaxUnsent = 64 << 10;

    public static async Task CopyAsync(HttpResponseMessage response, HttpContext http, ActivityTimeout activity)
    {
        http.Response.StatusCode = (int)response.StatusCode;
        CopyHeaders(response, http.Response, except: null);
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await CopyBodyAsync(response, http.Response, activity);
        }

        CopyTrailers(response, http.Response);
    }

    /// <param name="except">One more header that isn't passed on; null for none.</param>
    public static void CopyHeaders(HttpResponseMessage response, HttpResponse to, string? except)
    {
        Copy(response.Headers.NonValidated, to.Headers, except);
        Copy(response.Content.Headers.NonValidated, to.Headers, except);
    }

    private static void Copy(HttpHeadersNonValidated from, IHeaderDictionary to, string? except)
    {
        foreach (var (name, values) in from)
        {
            if (HopHeaders.IsForResponse(name) && !name.Equals(except, StringComparison.OrdinalIgnoreCase))
            {
                to[name] = Values(values);
            }
        }
    }

    private static StringValues Values(HeaderStringValues values) => values.Count == 1 ? values.ToString() : values.ToArray();

    /// <summary>What is there is collected as long as more of it is there; it is sent, headers first, before more is waited for. So a short answer is one packet, and a slow one isn't held up.</summary>
    private static async Task CopyBodyAsync(HttpResponseMessage response, HttpResponse to, ActivityTimeout activity)
    {
        using var body = await response.Content.ReadAsStreamAsync(activity.Token);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            var unsent = 0;
            while (true)
            {
                var reading = body.ReadAsync(buffer, activity.Token);
                if (!reading.IsCompleted)
                {
                    await to.BodyWriter.FlushAsync(activity.Token);
                    unsent = 0;
                }

                var count = await reading;
                if (count == 0)
                {
                    break;
                }

                to.BodyWriter.Write(buffer.AsSpan(0, count));
                if ((unsent += count) >= MaxUnsent)
                {
                    activity.Renew();
                    await to.BodyWriter.FlushAsync(activity.Token);
                    unsent = 0;
                }
                else if (unsent == count)
                {
                    activity.Renew();
                }
            }

            if (unsent > 0 && to.HasStarted)
            {
                // The server sends what is left by itself only along with the headers.
                await to.BodyWriter.FlushAsync(activity.Token);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static void CopyTrailers(HttpResponseMessage response, HttpResponse to)
    {
        if (!to.SupportsTrailers())
        {
            return;
        }

        foreach (var (name, values) in response.TrailingHeaders.NonValidated)
        {
            to.AppendTrailer(name, Values(values));
        }
    }
}
