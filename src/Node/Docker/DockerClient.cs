using System.Runtime.CompilerServices;

namespace ActorKube.NodeAgent.Docker;

/// <summary>
/// A small client of the Docker Engine API (https://docs.docker.com/reference/api/engine/), version 1.41 and later. Thread-safe.
/// Every call throws <see cref="DockerException"/> when the engine refuses or can't be reached.
/// </summary>
internal sealed class DockerClient(DockerEndpoint endpoint) : IDisposable
{
    private readonly DockerTransport _transport = new(endpoint);

    public DockerEndpoint Endpoint => endpoint;

    public ApiVersion Version => _transport.Version;

    public DockerContainers Containers => new(_transport);

    public DockerStreams Streams => new(_transport);

    public DockerImages Images => new(_transport);

    public DockerNetworks Networks => new(_transport);

    /// <summary>Agrees with the engine on an API version. Called once before anything else.</summary>
    public async Task<EngineVersion> ConnectAsync(CancellationToken cancellationToken)
    {
        var version = await _transport.GetAsync("/version", DockerJson.Default.EngineVersion, cancellationToken);
        var newest = ApiVersion.Parse(version.ApiVersion);
        _transport.Use(ApiVersion.Negotiate(version.MinAPIVersion is { Length: > 0 } oldest ? ApiVersion.Parse(oldest) : ApiVersion.Wanted, newest));
        return version;
    }

    public Task PingAsync(CancellationToken cancellationToken) => _transport.DoAsync(HttpMethod.Get, "/_ping", null, cancellationToken);

    public Task<EngineInfo> GetInfoAsync(CancellationToken cancellationToken) => _transport.GetAsync("/info", DockerJson.Default.EngineInfo, cancellationToken);

    /// <summary>Follows events over one connection, until it ends. See <see cref="EventFollower"/> for one that reconnects.</summary>
    /// <param name="since">What the engine still remembers from this time on comes first.</param>
    /// <param name="connected">Called once the engine has accepted: what happens from then on is seen.</param>
    public async IAsyncEnumerable<EngineEvent> FollowEventsAsync(
        IReadOnlyDictionary<string, IReadOnlyList<string>> filters,
        DateTimeOffset since,
        Action connected,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var path = new Query("/events").WithFilters(filters).With("since", EngineTime.Format(since));
        using var response = await _transport.OpenAsync(path.ToString(), cancellationToken);
        connected();
        await foreach (var item in JsonLines.ReadAsync(response, DockerJson.Default.EngineEvent, cancellationToken))
        {
            yield return item;
        }
    }

    public void Dispose() => _transport.Dispose();
}
