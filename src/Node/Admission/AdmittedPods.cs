using System.Collections.Immutable;
using ActorKube.Api.Core;
using ActorKube.Api.Quantities;

namespace ActorKube.NodeAgent.Admission;

/// <summary>What the pods that a node has admitted take of it together. Immutable.</summary>
internal sealed class AdmittedPods
{
    private readonly ImmutableDictionary<string, PodShare> _shares;
    private readonly ImmutableDictionary<string, long> _taken;

    private AdmittedPods(ImmutableDictionary<string, PodShare> shares, ImmutableDictionary<string, long> taken) => (_shares, _taken) = (shares, taken);

    public static AdmittedPods None { get; } = new(
        ImmutableDictionary.Create<string, PodShare>(StringComparer.Ordinal), ImmutableDictionary.Create<string, long>(StringComparer.Ordinal));

    public int Count => _shares.Count;

    public bool Contains(string uid) => _shares.ContainsKey(uid);

    /// <summary>What is taken of a resource, in the unit of <see cref="PodShare.Amounts"/>.</summary>
    public long Taken(string resource) => _taken.GetValueOrDefault(resource);

    public bool HasPort(HostPort port) => _shares.Values.Any(s => s.Ports.Any(port.ConflictsWith));

    /// <summary>With the pod, in place of what was known of it.</summary>
    public AdmittedPods With(Pod pod)
    {
        var (uid, share) = (pod.Metadata.Uid ?? "", PodShare.Of(pod));
        if (_shares.TryGetValue(uid, out var known) && known.IsLike(share))
        {
            return this;
        }

        var rest = Without(uid);
        return new AdmittedPods(rest._shares.SetItem(uid, share), Sum(rest._taken, share, 1));
    }

    public AdmittedPods Without(string uid) =>
        _shares.TryGetValue(uid, out var share) ? new AdmittedPods(_shares.Remove(uid), Sum(_taken, share, -1)) : this;

    private static ImmutableDictionary<string, long> Sum(ImmutableDictionary<string, long> taken, PodShare share, int sign) =>
        taken.SetItems(share.Amounts.Select(a => KeyValuePair.Create(a.Key, taken.GetValueOrDefault(a.Key) + (sign * a.Value))));
}

/// <summary>What one pod takes of its node.</summary>
/// <param name="Amounts">By resource: thousandths for CPU, units for all others.</param>
internal sealed record PodShare(IReadOnlyDictionary<string, long> Amounts, IReadOnlyList<HostPort> Ports)
{
    public static PodShare Of(Pod pod) => new(
        PodResources.Requests(pod).Where(static r => !r.Value.IsZero).ToDictionary(static r => r.Key, static r => Amount(r.Key, r.Value), StringComparer.Ordinal),
        [.. PodPorts.HostPorts(pod)]);

    /// <summary>Ports of a pod can't change.</summary>
    public bool IsLike(PodShare other) =>
        Amounts.Count == other.Amounts.Count && Amounts.All(a => other.Amounts.TryGetValue(a.Key, out var amount) && amount == a.Value);

    public static long Amount(string resource, Quantity quantity) => resource == "cpu" ? quantity.MilliValue() : quantity.Value();
}
