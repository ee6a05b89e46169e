using ActorKube.Tests.Engines;

namespace ActorKube.EndToEnd.Tests.Hosts;

/// <summary>This machine sends what is for the pool's addresses to one of the hosts, as a router before them would.</summary>
internal sealed class PoolRoutes : IAsyncDisposable
{
    private readonly string[] _addresses;

    private PoolRoutes(string[] addresses) => _addresses = addresses;

    public static async Task<PoolRoutes> AddAsync(string host, params string[] addresses)
    {
        foreach (var address in addresses)
        {
            await Command.RunAsync("ip", ["route", "replace", address, "via", host]);
        }

        return new PoolRoutes(addresses);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var address in _addresses)
        {
            await Command.RunAsync("ip", ["route", "delete", address]);
        }
    }
}
