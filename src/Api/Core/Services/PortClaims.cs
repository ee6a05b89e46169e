using ActorKube.Api.Errors;

namespace ActorKube.Api.Core;

/// <summary>Node ports while one service gets its own. Not thread-safe.</summary>
internal sealed class PortClaims(IServiceClaims taken, IReadOnlySet<int> held, ServiceNetwork network, Random random)
{
    private const string Allocated = "provided port is already allocated";

    /// <summary>Ports at the beginning of the range are left to those who choose one themselves, as far as possible.</summary>
    private readonly int _reserved = Math.Clamp((network.LastNodePort - network.FirstNodePort + 1) / 32, 16, 128);

    private readonly HashSet<int> _own = [];

    /// <summary>Claims a port; gives what stands against it. A service may claim its port more than once.</summary>
    public string? Claim(int port)
    {
        if (held.Contains(port) || _own.Contains(port))
        {
            return null;
        }

        var wrong = Check(port);
        if (wrong is null)
        {
            _own.Add(port);
        }

        return wrong;
    }

    /// <summary>Claims a port for another use than those before.</summary>
    public string? ClaimAgain(int port) => _own.Contains(port) || held.Contains(port) ? Allocated : Claim(port);

    /// <summary>Claims any free port.</summary>
    /// <exception cref="ApiException">There is none (500).</exception>
    public int Next(string what)
    {
        var first = network.FirstNodePort + _reserved;
        var port = Free(first, network.LastNodePort) ?? Free(network.FirstNodePort, first - 1) ?? throw ApiErrors.Internal($"failed to allocate a {what}: range is full");
        _own.Add(port);
        return port;
    }

    private string? Check(int port) =>
        port < network.FirstNodePort || port > network.LastNodePort
            ? $"provided port is not in the valid range. The range of valid ports is {network.FirstNodePort}-{network.LastNodePort}"
            : taken.HasNodePort(port) ? Allocated : null;

    private int? Free(int first, int last)
    {
        var count = last - first + 1;
        var start = count > 0 ? random.Next(count) : 0;
        for (var i = 0; i < count; i++)
        {
            var port = first + ((start + i) % count);
            if (!taken.HasNodePort(port) && !held.Contains(port) && !_own.Contains(port))
            {
                return port;
            }
        }

        return null;
    }
}
