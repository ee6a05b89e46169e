using System.Globalization;
using System.Net.Sockets;

namespace ActorKube.NodeAgent.Docker;

/// <summary>Where an engine listens: <c>unix:///path</c>, <c>tcp://host:port</c> (port 2375 if none is given). TLS (<c>DOCKER_TLS_VERIFY</c>) is not supported.</summary>
internal sealed record DockerEndpoint
{
    private const string DefaultSocket = "/var/run/docker.sock";

    /// <summary>Path of the socket; null for TCP.</summary>
    public string? SocketPath { get; private init; }

    public string Host { get; private init; } = "localhost";

    public int Port { get; private init; }

    /// <summary>The engine shares this host's kernel and files. One reached over TCP is taken for remote.</summary>
    public bool IsLocal => SocketPath is not null;

    /// <summary>The endpoint that <c>DOCKER_HOST</c> names, else the usual socket.</summary>
    public static DockerEndpoint FromEnvironment() => Parse(Environment.GetEnvironmentVariable("DOCKER_HOST"));

    /// <exception cref="FormatException">The scheme is not one of the two.</exception>
    public static DockerEndpoint Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return new DockerEndpoint { SocketPath = DefaultSocket };
        }

        if (text.StartsWith("unix://", StringComparison.Ordinal))
        {
            return new DockerEndpoint { SocketPath = text["unix://".Length..] is { Length: > 0 } path ? path : DefaultSocket };
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "tcp" or "http")
        {
            return new DockerEndpoint { Host = uri.IdnHost, Port = uri.IsDefaultPort || uri.Port <= 0 ? 2375 : uri.Port };
        }

        throw new FormatException($"DOCKER_HOST must be unix://PATH or tcp://HOST:PORT, not '{text}'");
    }

    /// <summary>Opens a connection.</summary>
    /// <exception cref="SocketException">Nobody listens there.</exception>
    public async Task<Socket> ConnectAsync(CancellationToken cancellationToken)
    {
        var socket = SocketPath is null
            ? new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true }
            : new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await (SocketPath is null ? socket.ConnectAsync(Host, Port, cancellationToken) : socket.ConnectAsync(new UnixDomainSocketEndPoint(SocketPath), cancellationToken));
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public override string ToString() => SocketPath is null ? string.Create(CultureInfo.InvariantCulture, $"tcp://{Host}:{Port}") : $"unix://{SocketPath}";
}
