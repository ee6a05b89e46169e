using System.Collections.Immutable;

namespace ActorKube.Ingresses.Routing;

/// <summary>Where requests go that a path of an Ingress, or its default backend, is for.</summary>
/// <param name="Backends">Each with its part of the requests.</param>
internal sealed record Route(IngressName Ingress, RouteSettings Settings, ImmutableArray<WeightedBackend> Backends);

/// <param name="Index">Of the backend among those of the table.</param>
internal readonly record struct WeightedBackend(int Index, int Weight);
