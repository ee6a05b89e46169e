using System.Collections.Immutable;
using ActorKube.Engine.Objects;
using ActorKube.Network.Policies.Rules;

namespace ActorKube.Network.Policies.Model;

/// <summary>A pod of this node and the policies that isolate it, by name.</summary>
internal sealed record LocalPod(ObjectKey Key, PodFact Fact, ObjectLabels Labels)
{
    public ImmutableSortedSet<PolicyName> Ingress { get; private init; } = [];

    public ImmutableSortedSet<PolicyName> Egress { get; private init; } = [];

    /// <summary>Null: open.</summary>
    public string? IngressGroup { get; private init; }

    /// <inheritdoc cref="IngressGroup"/>
    public string? EgressGroup { get; private init; }

    public bool IsIsolated => IngressGroup is not null || EgressGroup is not null;

    public LocalPod Under(IEnumerable<CompiledPolicy> policies)
    {
        var selecting = policies.Where(p => p.Pods.Selects(Labels)).ToList();
        ImmutableSortedSet<PolicyName> ingress = [.. selecting.Where(static p => p.Ingress is not null).Select(static p => p.Name)];
        ImmutableSortedSet<PolicyName> egress = [.. selecting.Where(static p => p.Egress is not null).Select(static p => p.Name)];
        return With(ingress, egress);
    }

    /// <summary>After one policy has changed, come or, if it is null, gone.</summary>
    public LocalPod Under(PolicyName name, CompiledPolicy? policy)
    {
        var isSelected = policy?.Pods.Selects(Labels) ?? false;
        var ingress = isSelected && policy!.Ingress is not null ? Ingress.Add(name) : Ingress.Remove(name);
        var egress = isSelected && policy!.Egress is not null ? Egress.Add(name) : Egress.Remove(name);
        return ReferenceEquals(ingress, Ingress) && ReferenceEquals(egress, Egress) ? this : With(ingress, egress);
    }

    /// <summary>The same for the rules, whatever else about it is new.</summary>
    public bool IsSame(LocalPod other) => Fact.Equals(other.Fact) && Ingress.SetEquals(other.Ingress) && Egress.SetEquals(other.Egress);

    private LocalPod With(ImmutableSortedSet<PolicyName> ingress, ImmutableSortedSet<PolicyName> egress) => this with
    {
        Ingress = ingress,
        Egress = egress,
        IngressGroup = ingress.Count == 0 ? null : PolicyNames.Group(PolicyNames.Ingress, ingress),
        EgressGroup = egress.Count == 0 ? null : PolicyNames.Group(PolicyNames.Egress, egress),
    };
}
