using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace ActorKube.Ingresses.Forwarding;

/// <summary>Answers for a backend that can't.</summary>
internal static class ErrorAnswer
{
    /// <summary>What is counted when the client went away before there was an answer; nobody gets to see it.</summary>
    public const int ClientGone = 499;

    /// <summary>In one line of text. An answer that has begun is cut off instead: its client must not take it for whole.</summary>
    public static async Task WriteAsync(HttpContext http, int status, string why)
    {
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        http.Response.Clear();
        http.Response.StatusCode = status;
        if (status == ClientGone)
        {
            return;
        }

        http.Response.ContentType = "text/plain; charset=utf-8";
        await http.Response.WriteAsync($"{status} {ReasonPhrases.GetReasonPhrase(status)}: {why}\n", http.RequestAborted);
    }
}
