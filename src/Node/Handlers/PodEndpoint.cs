using ActorKube.Api.Core;
using ActorKube.Api.Quantities;
using ActorKube.NodeAgent.Probes;

namespace ActorKube.NodeAgent.Handlers;

/// <summary>Where a container's handlers and probes reach it.</summary>
/// <param name="Address">The pod's first address; empty if it has none.</param>
internal sealed record PodEndpoint(Container Container, string Address)
{
    /// <summary>The number of a port that is named by number or name; null if there is none.</summary>
    public int? Port(IntOrString port)
    {
        var number = port.IsString ? Container.Ports.OrEmpty().FirstOrDefault(p => p.Name == port.Text)?.Port ?? port.IntValue : port.IntValue;
        return number is > 0 and <= 65535 ? number : null;
    }

    /// <summary>Null if the port can't be resolved.</summary>
    public HttpProbe? Http(HTTPGetAction action)
    {
        if (Port(action.Port) is not { } port)
        {
            return null;
        }

        var host = action.Host is { Length: > 0 } own ? own : Address;
        var (path, query) = (action.Path ?? "/").Split('?', 2) is [var p, var q] ? (p, "?" + q) : (action.Path ?? "/", "");
        var url = new UriBuilder(action.Scheme?.ToLowerInvariant() ?? "http", host, port, path.StartsWith('/') ? path : "/" + path, query).Uri;
        return new HttpProbe(url, [.. action.HttpHeaders.OrEmpty().Select(static h => KeyValuePair.Create(h.Name, h.Value))]);
    }
}
