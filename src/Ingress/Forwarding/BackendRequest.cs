namespace ActorKube.Ingresses.Forwarding;

/// <summary>A request to an endpoint.</summary>
/// <param name="connectTimeout">How long the endpoint may take to accept a connection, if one has to be made.</param>
internal sealed class BackendRequest(HttpMethod method, Uri target, TimeSpan connectTimeout) : HttpRequestMessage(method, target)
{
    public TimeSpan ConnectTimeout { get; } = connectTimeout;
}
