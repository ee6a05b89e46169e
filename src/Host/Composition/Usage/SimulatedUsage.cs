using ActorKube.Api.Core;
using ActorKube.Api.Metrics;
using ActorKube.Api.Quantities;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.NodeAgent.Runtimes;

namespace ActorKube.Host.Composition.Usage;

/// <summary>
/// What the containers of simulated pods use: what the pod's annotations say now, so that a person can play the load. <c>actorkube.io/simulated-cpu: 250m</c> is of each container,
/// <c>actorkube.io/simulated-cpu.NAME</c> of one; likewise <c>-memory</c>. Nothing is said: nothing is used.
/// </summary>
internal static class SimulatedUsage
{
    public const string Prefix = "actorkube.io/simulated-";

    private const string Cpu = Prefix + "cpu";
    private const string Memory = Prefix + "memory";

    public static ResourceUsage Of(ViewSnapshot view, PodIdentity pod, string container) =>
        view.Get(new ObjectKey("pods", pod.Namespace, pod.Name)) is { } stored && stored.Header.Uid == pod.Uid
            ? Of(stored.Read<Pod>().Metadata.Annotations, container)
            : default;

    internal static ResourceUsage Of(IReadOnlyDictionary<string, string>? annotations, string container) =>
        new(Amount(annotations, Cpu, container).ScaledValue(-9), Amount(annotations, Memory, container).Value());

    /// <summary>What is no quantity, or less than nothing, counts as nothing.</summary>
    private static Quantity Amount(IReadOnlyDictionary<string, string>? annotations, string name, string container)
    {
        var text = annotations?.GetValueOrDefault($"{name}.{container}") ?? annotations?.GetValueOrDefault(name);
        return Quantity.TryParse(text, out var amount) && amount.Sign > 0 ? amount : Quantity.Zero;
    }
}
