using System.Globalization;
using ActorKube.Api.Core;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Network;

namespace ActorKube.Ingresses.Routing;

/// <summary>Reads out of the view where a port of a service leads.</summary>
internal static class BackendReader
{
    /// <param name="nodeName">Of this host; hints of endpoints are for its zone.</param>
    public static Backend Read(ViewSnapshot view, BackendKey key, string nodeName)
    {
        if (view.Get(new ObjectKey(IngressResources.Services, key.Namespace, key.Service))?.Read<Service>() is not { } service)
        {
            return Nothing(key, $"there is no service \"{key.Service}\"");
        }

        if (service.Spec.Type == ServiceTypes.ExternalName)
        {
            return Nothing(key, $"the service \"{key.Service}\" is an external name, which has no endpoints");
        }

        var port = (service.Spec.Ports ?? []).FirstOrDefault(p => (p.Protocol ?? "TCP") == "TCP" && (key.PortName.Length > 0 ? p.Name == key.PortName : p.Port == key.PortNumber));
        return port is null
            ? Nothing(key, string.Create(CultureInfo.InvariantCulture, $"the service \"{key.Service}\" has no TCP port {(key.PortName.Length > 0 ? key.PortName : key.PortNumber)}"))
            : new Backend(key, BackendProtocols.Of(port.AppProtocol), [.. ServiceEndpoints.Of(view, key.Namespace, key.Service, port, nodeName)]);
    }

    private static Backend Nothing(BackendKey key, string problem) => new(key, BackendProtocol.Http, []) { Problem = problem };
}
