using System.Net;
using ActorKube.Network.Addressing;
using ActorKube.Network.Proxy.Tables;

namespace ActorKube.Network.Proxy.Userspace;

/// <summary>Chooses backends by chance, or for a client whose time isn't over the one that it had. Thread-safe.</summary>
internal sealed class BackendPicker(Random random, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<uint, (Backend Backend, long At)> _clients = [];

    /// <summary>Null if there is none, or the client may not connect.</summary>
    public Backend? Pick(Route route, IPAddress client)
    {
        var address = Ipv4.Of(client.MapToIPv4());
        var inside = route.OutsideBackends is null || IPAddress.IsLoopback(client.MapToIPv4());
        var backends = inside ? route.Backends : route.OutsideBackends!.Value;
        if (backends.Length == 0 || (route.AllowedSources.Length > 0 && !route.AllowedSources.Any(s => s.Contains(address))))
        {
            return null;
        }

        lock (_gate)
        {
            if (route.Affinity is not { } affinity)
            {
                return backends[random.Next(backends.Length)];
            }

            Forget(affinity);
            var picked = _clients.TryGetValue(address, out var known) && backends.Contains(known.Backend) ? known.Backend : backends[random.Next(backends.Length)];
            _clients[address] = (picked, time.GetTimestamp());
            return picked;
        }
    }

    private void Forget(TimeSpan affinity)
    {
        foreach (var (client, (_, at)) in _clients)
        {
            if (time.GetElapsedTime(at) >= affinity)
            {
                _clients.Remove(client);
            }
        }
    }
}
