namespace ActorKube.Server.Streams;

/// <summary>The ports of one pod. Thread-safe.</summary>
public interface IPodPorts
{
    /// <summary>Opens a connection to a port, also to one that is open on the pod's loopback only.</summary>
    /// <exception cref="IOException">Nothing listens there, or the pod has ended.</exception>
    Task<IPodConnection> ConnectAsync(int port, CancellationToken cancellationToken);
}

/// <summary>A connection into a pod. Disposing breaks it off.</summary>
public interface IPodConnection : IAsyncDisposable
{
    Stream Stream { get; }

    /// <summary>Says that nothing more is written; reading goes on.</summary>
    /// <exception cref="IOException">The other side has broken the connection.</exception>
    void CloseWrite();
}
