using ActorKube.NodeAgent.Containers;
using ActorKube.NodeAgent.Handlers;
using ActorKube.NodeAgent.Volumes;

namespace ActorKube.NodeAgent.Pods;

/// <summary>What workers perform actions with.</summary>
internal sealed record PodServices(
    NodeContext Node, VolumeManager Volumes, ContainerStarter Starter, ContainerStopper Stopper, TerminationLog Words, ProbeRunner Probes);
