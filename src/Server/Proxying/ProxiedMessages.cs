using System.Net;
using ActorKube.Server.Forwarding;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Server.Proxying;

/// <summary>Requests and answers as they are passed on.</summary>
internal static class ProxiedMessages
{
    /// <summary>A request without an address. It asks for another protocol if the client does.</summary>
    /// <param name="isKept">Whether a header other than those of the connection goes along.</param>
    public static HttpRequestMessage Request(HttpRequest from, Func<string, bool> isKept)
    {
        var message = new HttpRequestMessage { Method = new HttpMethod(from.Method) };
        if (from.ContentLength > 0 || from.Headers.TransferEncoding.Count > 0)
        {
            message.Content = new StreamContent(from.Body);
        }

        foreach (var (name, values) in from.Headers.Where(h => !HopHeaders.IsOne(h.Key) && isKept(h.Key)))
        {
            if (!message.Headers.TryAddWithoutValidation(name, values.ToArray()))
            {
                message.Content?.Headers.TryAddWithoutValidation(name, values.ToArray());
            }
        }

        UpgradedConnections.Ask(from.HttpContext, message);
        return message;
    }

    /// <summary>Passes an answer on as it comes, or what both sides say if it agrees to another protocol.</summary>
    public static async Task AnswerAsync(HttpContext http, HttpResponseMessage response)
    {
        if (response.StatusCode == HttpStatusCode.SwitchingProtocols)
        {
            await UpgradedConnections.RunAsync(http, response).ConfigureAwait(false);
            return;
        }

        http.Response.StatusCode = (int)response.StatusCode;
        HopHeaders.CopyOthers(response, http.Response);
        if (response.StatusCode is not (HttpStatusCode.NoContent or HttpStatusCode.ResetContent or HttpStatusCode.NotModified))
        {
            // Also of an answer to HEAD, whose body is not sent.
            http.Response.ContentLength = response.Content.Headers.ContentLength;
        }

        await response.Content.CopyToAsync(http.Response.Body, http.RequestAborted).ConfigureAwait(false);
    }
}
