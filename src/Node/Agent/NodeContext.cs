using ActorKube.Api.Authentication;
using ActorKube.Api.Core;
using ActorKube.Api.Quantities;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.NodeAgent.Fencing;
using ActorKube.NodeAgent.Runtimes;
using ActorKube.NodeAgent.Containers;
using ActorKube.NodeAgent.Handlers;
using ActorKube.NodeAgent.Pods;
using ActorKube.NodeAgent.Sources;
using ActorKube.NodeAgent.Variables;
using ActorKube.NodeAgent.Volumes;

namespace ActorKube.NodeAgent;

/// <summary>What all workers of one node share. Immutable, but for what is inside the services.</summary>
internal sealed record NodeContext
{
    public required NodeAgentOptions Options { get; init; }

    public required ObjectCommands Commands { get; init; }

    public required IContainerRuntime Runtime { get; init; }

    public required PodEvents Events { get; init; }

    public required IConfigSources Sources { get; init; }

    public required PodDirectories Directories { get; init; }

    public required WorkGate Gate { get; init; }

    public required DnsFacts Dns { get; init; }

    public required NodeFacts Facts { get; init; }

    public required IReadOnlyDictionary<string, Quantity> Allocatable { get; init; }

    public required NodeSurroundings Surroundings { get; init; }

    /// <summary>Tokens of pods; null leaves them out of volumes.</summary>
    public TokenKeeper? Tokens { get; init; }

    public required Fence Fence { get; init; }

    public TimeProvider Time => Commands.Time;

    public IReadOnlyDictionary<string, string> ServiceVariablesOf(Pod pod) =>
        ServiceEnvironment.Of(ServiceEnvironment.LinksOf(pod, Options.ApiHost, Options.ApiPort, () => Sources.Services(pod.Metadata.Namespace ?? "")));

    public PodPlace PlaceOf(PodRecord record) => new(Options.NodeName, AddressesOf(record), Options.NodeAddresses);

    public PodEndpoint EndpointOf(PodRecord record, Container container) => new(container, AddressesOf(record) is [var first, ..] ? first : "127.0.0.1");

    /// <summary>Whether the pod must never run twice.</summary>
    public bool IsRunOnce(Pod pod) =>
        RunOnce.Applies(pod, name => Commands.View.Snapshot().Get(new ObjectKey("persistentvolumeclaims", pod.Metadata.Namespace ?? "", name))?.Read<PersistentVolumeClaim>());

    /// <summary>Whether nothing of the pod may run here now.</summary>
    public bool IsFenced(Pod pod) => Fence.IsClosed && IsRunOnce(pod);

    /// <summary>Who the agent is when it writes.</summary>
    public WriteOptions Writing(string cause, string subresource = "") => new()
    {
        User = new UserInfo { Username = "system:node:" + Options.NodeName, Groups = ["system:nodes", "system:authenticated"] },
        Subresource = subresource,
        Cause = $"node {Options.NodeName}: {cause}",
    };

    private IReadOnlyList<string> AddressesOf(PodRecord record) => record.Pod.Spec.HostNetwork ? Options.NodeAddresses : record.Sandbox?.Addresses ?? [];
}
