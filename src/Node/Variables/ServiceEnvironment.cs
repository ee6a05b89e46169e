using System.Globalization;
using ActorKube.Api.Core;

namespace ActorKube.NodeAgent.Variables;

/// <summary>A service that the variables of a container tell of.</summary>
internal sealed record ServiceLink(string Name, string Address, IReadOnlyList<ServicePort> Ports);

/// <summary>
/// The variables by which containers find services, <c>NAME_SERVICE_HOST</c> and those that Docker's links had: https://kubernetes.io/docs/tutorials/services/connect-applications-service. Pure.
/// </summary>
internal static class ServiceEnvironment
{
    private const string ApiSpace = "default";
    private const string ApiName = "kubernetes";
    private const string None = "None";

    /// <summary>The services that a pod is told of: the API's, wherever it is reached, and, unless it says otherwise, all of its namespace that have an address.</summary>
    /// <param name="apiHost">Address of the API; empty for none.</param>
    public static IEnumerable<ServiceLink> LinksOf(Pod pod, string apiHost, int apiPort, Func<IEnumerable<Service>> ofNamespace)
    {
        if (apiHost.Length > 0)
        {
            yield return new ServiceLink(ApiName, apiHost, [new ServicePort { Name = "https", Port = apiPort }]);
        }

        if (pod.Spec.EnableServiceLinks == false)
        {
            yield break;
        }

        foreach (var service in ofNamespace().Where(static s => s.Metadata is not { Namespace: ApiSpace, Name: ApiName }))
        {
            if (service is { Spec: { ClusterIP: { Length: > 0 } and not None, Ports: { Count: > 0 } ports } spec, Metadata.Name: { } name })
            {
                yield return new ServiceLink(name, spec.ClusterIP, ports);
            }
        }
    }

    /// <summary>In the order of the services. Of two whose names make the same variable the last one wins.</summary>
    public static IReadOnlyDictionary<string, string> Of(IEnumerable<ServiceLink> services)
    {
        var variables = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var service in services)
        {
            Add(variables, service);
        }

        return variables;
    }

    private static void Add(OrderedDictionary<string, string> variables, ServiceLink service)
    {
        var name = Variable(service.Name);
        variables[$"{name}_SERVICE_HOST"] = service.Address;
        variables[$"{name}_SERVICE_PORT"] = Number(service.Ports[0]);
        foreach (var port in service.Ports.Where(static p => p.Name is { Length: > 0 }))
        {
            variables[$"{name}_SERVICE_PORT_{Variable(port.Name!)}"] = Number(port);
        }

        foreach (var port in service.Ports)
        {
            var protocol = port.Protocol is { Length: > 0 } given ? given : Protocols.Tcp;
            var url = $"{protocol.ToLowerInvariant()}://{(service.Address.Contains(':', StringComparison.Ordinal) ? $"[{service.Address}]" : service.Address)}:{Number(port)}";
            var prefix = $"{name}_PORT_{Number(port)}_{protocol.ToUpperInvariant()}";
            variables.TryAdd($"{name}_PORT", url);
            variables[prefix] = url;
            variables[$"{prefix}_PROTO"] = protocol.ToLowerInvariant();
            variables[$"{prefix}_PORT"] = Number(port);
            variables[$"{prefix}_ADDR"] = service.Address;
        }
    }

    private static string Variable(string name) => name.Replace('-', '_').ToUpperInvariant();

    private static string Number(ServicePort port) => port.Port.ToString(CultureInfo.InvariantCulture);
}
