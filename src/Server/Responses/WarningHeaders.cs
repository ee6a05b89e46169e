using Microsoft.AspNetCore.Http;

namespace ActorKube.Server.Responses;

/// <summary>Warnings for a client's user, each once, as headers of RFC 7234, section 5.5, with code 299.</summary>
internal static class WarningHeaders
{
    public static void Add(HttpContext http, IReadOnlyList<string> warnings)
    {
        foreach (var warning in warnings)
        {
            var text = string.Concat(warning.Select(c => char.IsControl(c) ? ' ' : c)).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
            var header = $"299 - \"{text}\"";
            if (!http.Response.Headers.Warning.Contains(header))
            {
                http.Response.Headers.Append("Warning", header);
            }
        }
    }
}
