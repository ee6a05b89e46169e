namespace ActorKube.Server.Streams.RemoteCommands;

/// <summary>The channels of a remote command, with their numbers in the WebSocket protocols.</summary>
internal enum RemoteChannel : byte
{
    Stdin = 0,
    Stdout = 1,
    Stderr = 2,

    /// <summary>Carries the outcome, a Status.</summary>
    Error = 3,

    /// <summary>Carries the size of the client's terminal.</summary>
    Resize = 4,
}

/// <summary>What a client can send.</summary>
internal enum RemoteInputKind
{
    /// <summary>Bytes for the process.</summary>
    Data,

    /// <summary>There are no more bytes for the process.</summary>
    End,

    /// <summary>The terminal's size, as JSON.</summary>
    Resize,
}

/// <param name="Data">Valid until the next is asked for.</param>
internal readonly record struct RemoteInput(RemoteInputKind Kind, ReadOnlyMemory<byte> Data = default);

/// <summary>The connection to a client that runs a command or attaches, whatever carries it. One reader; writers may be many.</summary>
internal interface IRemoteChannels
{
    /// <summary>What the client sends next; null when it has gone.</summary>
    ValueTask<RemoteInput?> ReadAsync(CancellationToken cancellationToken);

    /// <exception cref="IOException">The client has gone.</exception>
    Task WriteAsync(RemoteChannel channel, ReadOnlyMemory<byte> data, CancellationToken cancellationToken);

    /// <summary>Says that nothing more comes. The client closes the connection then.</summary>
    /// <exception cref="IOException">The client has gone.</exception>
    Task CloseAsync(CancellationToken cancellationToken);
}
