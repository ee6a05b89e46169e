namespace ActorKube.NodeAgent.Runtimes;

/// <summary>A connection to a port in a sandbox. Disposing breaks it off.</summary>
public interface ISandboxConnection : IAsyncDisposable
{
    Stream Stream { get; }

    /// <summary>Says that nothing more is written; reading goes on.</summary>
    /// <exception cref="IOException">The other side has broken the connection.</exception>
    void CloseWrite();
}
