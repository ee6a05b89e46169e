using Microsoft.AspNetCore.Http;

namespace ActorKube.Server.Responses;

/// <summary>Warnings for a client's user, as headers of RFC 7234, section 5.5, with code 299.</summary>
internal static class WarningHeaders
{
    public static void Add(HttpContext http, IReadOnlyList<string> warnings)
    {
        foreach (var warning in warnings)
        {
            var text = string.Concat(warning.Select(c => char.IsControl(c) ? ' ' : c)).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
            http.Response.Headers.Append("Warning", $"299 - \"{text}\"");
        }
    }
}
