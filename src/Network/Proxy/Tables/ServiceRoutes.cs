using System.Collections.Immutable;

namespace ActorKube.Network.Proxy.Tables;

/// <summary>All that a node does for one service. Compared by value.</summary>
internal sealed record ServiceRoutes(ServiceName Name)
{
    /// <summary>One for each frontend.</summary>
    public ImmutableArray<Route> Routes { get; init; } = [];

    /// <summary>Port on which load balancers ask whether this node has endpoints; 0 for none.</summary>
    public ushort HealthCheckPort { get; init; }

    /// <summary>Endpoints that the health check tells of: those that are ready. Who ends still gets connections, but balancers shall look for another node.</summary>
    public int LocalEndpoints { get; init; }

    /// <summary>What can't be programmed, in words for the service's owner.</summary>
    public ImmutableArray<string> Problems { get; init; } = [];

    public bool Equals(ServiceRoutes? other) => other is not null && Name == other.Name && HealthCheckPort == other.HealthCheckPort && LocalEndpoints == other.LocalEndpoints
        && Routes.SequenceEqual(other.Routes) && Problems.SequenceEqual(other.Problems);

    public override int GetHashCode() => HashCode.Combine(Name, Routes.Length, HealthCheckPort);
}
