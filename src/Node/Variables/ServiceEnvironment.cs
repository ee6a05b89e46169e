using System.Globalization;

namespace ActorKube.NodeAgent.Variables;

/// <summary>The variables by which containers find the API: what Kubernetes calls service links, of which the <c>kubernetes</c> service's are never left out.</summary>
internal static class ServiceEnvironment
{
    /// <param name="host">Address of the API; empty for none.</param>
    public static IReadOnlyDictionary<string, string> Kubernetes(string host, int port)
    {
        if (host.Length == 0)
        {
            return new Dictionary<string, string>();
        }

        var text = port.ToString(CultureInfo.InvariantCulture);
        var url = $"tcp://{(host.Contains(':', StringComparison.Ordinal) ? $"[{host}]" : host)}:{text}";
        return new OrderedDictionary<string, string>
        {
            ["KUBERNETES_SERVICE_HOST"] = host,
            ["KUBERNETES_SERVICE_PORT"] = text,
            ["KUBERNETES_SERVICE_PORT_HTTPS"] = text,
            ["KUBERNETES_PORT"] = url,
            [$"KUBERNETES_PORT_{text}_TCP"] = url,
            [$"KUBERNETES_PORT_{text}_TCP_PROTO"] = "tcp",
            [$"KUBERNETES_PORT_{text}_TCP_PORT"] = text,
            [$"KUBERNETES_PORT_{text}_TCP_ADDR"] = host,
        };
    }
}
