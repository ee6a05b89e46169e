namespace ActorKube.Ingresses.Routing;

/// <summary>How requests of an Ingress are passed on, by its annotations.</summary>
internal sealed record RouteSettings
{
    /// <summary>How long one endpoint may take to accept a connection; default 2 s: once more than the kernel takes to repeat a packet that was lost.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long neither side may send anything while a request is under way; default 60 s. <see cref="Timeout.InfiniteTimeSpan"/>: for ever. Upgraded connections have no such limit.</summary>
    public TimeSpan ReadTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How many more endpoints are tried when one can't be connected to; default 2.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>Clients that come by HTTP are sent to HTTPS; default: no.</summary>
    public bool RedirectsToHttps { get; init; }

    /// <summary>Services that share their requests; none by default.</summary>
    public ServiceWeights Weights { get; init; } = ServiceWeights.None;
}
