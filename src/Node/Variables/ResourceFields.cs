using System.Globalization;
using ActorKube.Api.Core;
using ActorKube.Api.Quantities;
using ActorKube.NodeAgent.Sources;

namespace ActorKube.NodeAgent.Variables;

/// <summary>Requests and limits of a container as it may see them, in units of a divisor, rounded up. What has no limit is limited by the node. Pure.</summary>
internal static class ResourceFields
{
    /// <param name="allocatable">What the node has.</param>
    /// <exception cref="ConfigException">There is no such container or resource.</exception>
    public static string Value(Pod pod, Container self, ResourceFieldSelector selector, IReadOnlyDictionary<string, Quantity> allocatable)
    {
        var container = string.IsNullOrEmpty(selector.ContainerName) || selector.ContainerName == self.Name
            ? self
            : PodContainers.All(pod.Spec).FirstOrDefault(c => c.Name == selector.ContainerName)
                ?? throw new ConfigException($"container {selector.ContainerName} not found");
        var dot = selector.Resource.IndexOf('.', StringComparison.Ordinal);
        var (list, name) = dot < 0 ? ("", "") : (selector.Resource[..dot], selector.Resource[(dot + 1)..]);
        var amount = list switch
        {
            "limits" => Find(container.Resources.Limits, name) ?? Find(allocatable, name),
            "requests" => Find(container.Resources.Requests, name),
            _ => throw new ConfigException($"unsupported container resource : {selector.Resource}"),
        };
        return Divide(amount ?? Quantity.Zero, selector.Divisor, name).ToString(CultureInfo.InvariantCulture);
    }

    private static Quantity? Find(IReadOnlyDictionary<string, Quantity>? list, string name) => list.OrEmpty().TryGetValue(name, out var found) ? found : null;

    /// <summary>1500m CPU in units of 1 is 2; 100Mi in units of 1Mi is 100.</summary>
    private static long Divide(Quantity amount, Quantity divisor, string name)
    {
        var unit = divisor.IsZero ? new Quantity(1) : divisor;
        var (a, b) = name == "cpu" ? (amount.MilliValue(), unit.MilliValue()) : (amount.Value(), unit.Value());
        return b == 0 ? 0 : (a + b - 1) / b;
    }
}
