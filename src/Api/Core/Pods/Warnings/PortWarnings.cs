using System.Globalization;
using ActorKube.Api.Errors;

namespace ActorKube.Api.Core;

/// <summary>Warnings about ports that several containers name: allowed, but only one of them can listen.</summary>
internal static class PortWarnings
{
    public static IEnumerable<string> Of(PodSpec spec, FieldPath path)
    {
        var seen = new Dictionary<(int, string?), List<(ContainerPort Port, FieldPath Path)>>();
        foreach (var (container, at) in PodContainers.WithPaths(spec, path))
        {
            for (var i = 0; i < container.Ports.OrEmpty().Count; i++)
            {
                var (port, portPath) = (container.Ports![i], at.Child("ports").Index(i));
                if (port is { HostIP: not null, HostPort: 0 })
                {
                    yield return string.Create(CultureInfo.InvariantCulture,
                        $"{portPath}: hostIP set without hostPort: {{Name:{port.Name} HostPort:0 ContainerPort:{port.Port} Protocol:{port.Protocol} HostIP:{port.HostIP}}}");
                }

                if (!seen.TryGetValue((port.Port, port.Protocol), out var others))
                {
                    seen[(port.Port, port.Protocol)] = others = [];
                }

                foreach (var other in others)
                {
                    if (Clash(port, other.Port) is { } what)
                    {
                        yield return $"{portPath}: {what} port definition with {other.Path}";
                    }
                }

                others.Add((port, portPath));
            }
        }
    }

    private static string? Clash(ContainerPort port, ContainerPort other) =>
        port.HostIP == other.HostIP && port.HostPort == other.HostPort ? "duplicate"
        : port.HostPort == 0 || other.HostPort == 0 ? "overlapping"
        : port.HostPort == other.HostPort && (port.HostIP is null != other.HostIP is null) ? "dangerously ambiguous"
        : null;
}
