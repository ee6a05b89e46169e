using ActorKube.Network.Proxy.Tables;

namespace ActorKube.Network.Proxy;

/// <summary>Carries the connections of services to their backends. Called by one at a time.</summary>
internal interface IServicePlane : IAsyncDisposable
{
    /// <summary>Services of which something could not be done although the rest was, and why.</summary>
    IReadOnlyDictionary<ServiceName, string> Refusals { get; }

    /// <summary>Makes everything as the table says, whatever it was.</summary>
    /// <exception cref="PlaneException">It can't be done; all is as it was.</exception>
    ValueTask RebuildAsync(ServiceTable table, CancellationToken cancellationToken);

    /// <summary>Changes what differs.</summary>
    /// <exception cref="PlaneException">It can't be done; all is as it was.</exception>
    ValueTask ChangeAsync(ServiceTable from, ServiceTable to, CancellationToken cancellationToken);

    /// <summary>False if somebody else has changed what this made of the table.</summary>
    ValueTask<bool> IsIntactAsync(ServiceTable table, CancellationToken cancellationToken);
}
