using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Simulation.Hosts;

namespace ActorKube.Simulation.Load;

/// <summary>
/// Pods with rules about each other: two that keep to different zones, one that keeps out of the zones of two which don't care, three that keep to one zone, three with the same port of their
/// node. They ask for no CPU, so that they take no room from others.
/// </summary>
internal static class Neighbours
{
    public const string Group = "group";
    public const string Apart = "apart";
    public const string Hater = "hater";
    public const string Hated = "hated";
    public const string Together = "together";
    public const string Port = "port";

    public const int HostPort = 8080;

    /// <summary>Names of pods that come and go together.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Groups { get; } = [Named(Apart, 2), [.. Named(Hater, 1), .. Named(Hated, 2)], Named(Together, 3), Named(Port, 3)];

    /// <summary>Those that it keeps away from may have come first, to all zones.</summary>
    public static bool MayWait(Pod pod) => GroupOf(pod) == Hater && pod.Spec.NodeName is null or "";

    /// <summary>Null for a pod of another sort.</summary>
    public static string? GroupOf(Pod pod) => pod.Metadata.Labels?.GetValueOrDefault(Group);

    /// <summary>Which group a group must have in none of its zones; null for none.</summary>
    public static string? Repelled(string? group) => group switch { Apart => Apart, Hater => Hated, _ => null };

    public static Pod Make(ObjectMeta meta)
    {
        var group = meta.Name![..meta.Name!.LastIndexOf('-')];
        return new Pod
        {
            Metadata = meta with { Labels = new Dictionary<string, string> { [Group] = group } },
            Spec = new PodSpec
            {
                Containers = [new Container { Name = "c", Image = "image", Ports = group == Port ? [new ContainerPort { Port = HostPort, HostPort = HostPort }] : null }],
                Affinity = group == Together
                    ? new Affinity { PodAffinity = new PodAffinity { RequiredDuringSchedulingIgnoredDuringExecution = [Term(Together)] } }
                    : Repelled(group) is { } other ? new Affinity { PodAntiAffinity = new PodAntiAffinity { RequiredDuringSchedulingIgnoredDuringExecution = [Term(other)] } } : null,
            },
        };
    }

    private static string[] Named(string group, int count) => [.. Enumerable.Range(0, count).Select(i => $"{group}-{i}")];

    private static PodAffinityTerm Term(string group) =>
        new() { TopologyKey = Zones.Label, LabelSelector = new LabelSelector { MatchLabels = new Dictionary<string, string> { [Group] = group } } };
}
