using System.Collections.Immutable;
using ActorKube.Api.Core;
using ActorKube.Api.Quantities;

namespace ActorKube.Actors.Scheduling.Ledger;

/// <summary>What a pod takes of its node, in numbers that add up fast.</summary>
/// <param name="Amounts">By resource: thousandths for CPU, units for all others.</param>
/// <param name="ScoredCpu">As CPU, but a container that asks for none counts as 100m, so that such pods spread as well.</param>
/// <param name="ScoredMemory">As memory, but a container that asks for none counts as 200 MB.</param>
internal sealed record PodDemand(ImmutableArray<KeyValuePair<string, long>> Amounts, long ScoredCpu, long ScoredMemory, ImmutableArray<HostPort> Ports)
{
    public const string Cpu = "cpu";
    public const string Memory = "memory";
    private const long DefaultCpu = 100;
    private const long DefaultMemory = 200L * 1024 * 1024;

    public static PodDemand Of(Pod pod)
    {
        var amounts = PodResources.Requests(pod).Where(static r => !r.Value.IsZero).Select(static r => KeyValuePair.Create(r.Key, Amount(r.Key, r.Value))).ToImmutableArray();
        return new PodDemand(
            amounts,
            Of(amounts, Cpu) + (DefaultCpu * Without(pod, Cpu)),
            Of(amounts, Memory) + (DefaultMemory * Without(pod, Memory)),
            [.. PodPorts.HostPorts(pod)]);
    }

    public static long Amount(string resource, Quantity quantity) => resource == Cpu ? quantity.MilliValue() : quantity.Value();

    private static long Of(ImmutableArray<KeyValuePair<string, long>> amounts, string resource) => amounts.FirstOrDefault(a => a.Key == resource).Value;

    private static int Without(Pod pod, string resource) => pod.Spec.Containers?.Count(c => c.Resources.Requests?.ContainsKey(resource) != true) ?? 0;
}
