using System.Net;
using System.Text.Json;

namespace ActorKube.NodeAgent.Docker;

/// <summary>Reads the engine's error bodies: <c>{"message": "..."}</c>.</summary>
internal static class DockerError
{
    public static string Message(HttpStatusCode status, string body)
    {
        if (body.Length > 0 && body[0] == '{')
        {
            try
            {
                if (JsonSerializer.Deserialize(body, DockerJson.Default.ErrorBody)?.Message is { Length: > 0 } message)
                {
                    return message;
                }
            }
            catch (JsonException)
            {
                // Not the engine but something before it answered; its text says more than a parse error.
                return body.Trim();
            }
        }

        return body.Trim() is { Length: > 0 } text ? text : $"HTTP {(int)status}";
    }
}
