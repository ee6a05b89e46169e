using System.Net;

namespace ActorKube.NodeAgent.Docker;

/// <summary>The engine refused a request, or can't be reached.</summary>
/// <param name="statusCode">HTTP status of its answer; null if there was none.</param>
/// <param name="message">The engine's own message.</param>
internal sealed class DockerException(HttpStatusCode? statusCode, string message, Exception? inner = null) : Exception(message, inner)
{
    public HttpStatusCode? StatusCode { get; } = statusCode;

    public bool IsNotFound => StatusCode == HttpStatusCode.NotFound;

    public bool IsConflict => StatusCode == HttpStatusCode.Conflict;

    /// <summary>304: it is so already.</summary>
    public bool IsUnchanged => StatusCode == HttpStatusCode.NotModified;

    public bool IsUnreachable => StatusCode is null;
}
