using System.Globalization;
using ActorKube.Actors.Tests.Support;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Api.Quantities;

namespace ActorKube.Actors.Tests.Scheduling.Reference;

/// <summary>Small clusters in which every required rule says yes and no now and then.</summary>
internal sealed class RandomCluster(Random random)
{
    private const string Hostname = "kubernetes.io/hostname";

    private static readonly string[] Keys = ["zone", Hostname, "disk"];

    private static readonly Dictionary<string, IReadOnlyDictionary<string, string>> Namespaces = new()
    {
        ["ns"] = Make.Labels("team=a"),
        ["other"] = Make.Labels("team=b"),
    };

    private bool Chance(int percent) => random.Next(100) < percent;

    private T Pick<T>(params T[] values) => values[random.Next(values.Length)];

    public ReferenceCluster Next()
    {
        var nodes = Enumerable.Range(0, random.Next(1, 7)).Select(i => Node($"n{i}")).ToList();
        var pods = Enumerable.Range(0, random.Next(0, 10)).Select(i => NextPod($"p{i}", hasPriority: true) with { }).Select(p => p with { Spec = p.Spec with { NodeName = Pick([.. nodes]).Metadata.Name } }).ToList();
        return new ReferenceCluster(nodes, [.. pods.Select(p => Chance(10) ? Make.Deleting(p) : p)], Namespaces);
    }

    public Pod NextPod(string name, bool hasPriority = false)
    {
        var pod = Make.Pod(name, labels: $"app={Pick("a", "b", "c")},v={Pick("1", "2")}");
        return pod with
        {
            Metadata = pod.Metadata with { Namespace = Chance(80) ? "ns" : "other" },
            Spec = pod.Spec with
            {
                Priority = hasPriority ? Pick(0, 5, 10, 20) : 10,
                Containers = [Container("c", Chance(15)), .. Chance(20) ? [Container("d", false)] : Array.Empty<Container>()],
                InitContainers = Chance(80) ? null : [Container("i", false) with { RestartPolicy = Chance(50) ? "Always" : null }, Container("j", false)],
                Overhead = Chance(90) ? null : new Dictionary<string, Quantity> { ["cpu"] = Quantity.Parse("500m") },
                NodeSelector = Chance(85) ? null : Make.Labels("disk=" + Pick("ssd", "hdd")),
                Tolerations = Tolerations(),
                Affinity = Affinity(),
                TopologySpreadConstraints = Chance(70) ? null : [.. Keys.Where(_ => Chance(45)).Select(Constraint)],
            },
        };
    }

    private Node Node(string name)
    {
        var labels = new Dictionary<string, string> { [Hostname] = name };
        if (Chance(85))
        {
            labels["zone"] = Pick("a", "b", "c");
        }

        if (Chance(70))
        {
            labels["disk"] = Pick("ssd", "hdd");
        }

        if (Chance(50))
        {
            labels["size"] = random.Next(10).ToString(CultureInfo.InvariantCulture);
        }

        var node = Make.Node(name, taints: [.. Enumerable.Range(0, Pick(0, 0, 0, 1, 2)).Select(_ => Taint())]);
        var allocatable = new Dictionary<string, Quantity> { ["cpu"] = new(random.Next(1, 9)), ["memory"] = Quantity.Parse("16Gi"), ["pods"] = new(random.Next(1, 8)) };
        if (Chance(40))
        {
            allocatable["example.com/gpu"] = new(random.Next(3));
        }

        return node with { Metadata = node.Metadata with { Labels = labels }, Spec = node.Spec with { Unschedulable = Chance(8) }, Status = node.Status with { Allocatable = allocatable } };
    }

    private Taint Taint() => new() { Key = Pick("k", "l"), Value = Pick(null, "v"), Effect = Pick("NoSchedule", "NoExecute", "PreferNoSchedule") };

    private Toleration[]? Tolerations() => Chance(60) ? null :
    [
        new() { Key = Pick("k", "l", "node.kubernetes.io/unschedulable"), Operator = "Exists", Effect = Pick(null, "NoSchedule", "NoExecute") },
        .. Chance(50) ? [new() { Key = Pick("k", "l"), Operator = Pick(null, "Equal"), Value = Pick(null, "v") }] : Array.Empty<Toleration>(),
        .. Chance(10) ? [new() { Operator = "Exists" }] : Array.Empty<Toleration>(),
    ];

    private Container Container(string name, bool hasPort)
    {
        var requests = new Dictionary<string, Quantity> { ["cpu"] = Quantity.Parse(Pick("0", "250m", "500m", "1", "2")) };
        if (Chance(10))
        {
            requests["example.com/gpu"] = new Quantity(1);
        }

        return new Container
        {
            Name = name,
            Image = "img",
            Resources = new ResourceRequirements { Requests = requests },
            Ports = hasPort ? [new ContainerPort { Port = 80, HostPort = Pick(80, 81), HostIP = Pick(null, "192.0.2.1", "192.0.2.2"), Protocol = Pick(null, "TCP", "UDP") }] : null,
        };
    }

    private Affinity? Affinity() => Chance(55) ? null : new Affinity
    {
        NodeAffinity = Chance(75) ? null : new NodeAffinity { RequiredDuringSchedulingIgnoredDuringExecution = new NodeSelector { NodeSelectorTerms = [NodeTerm(), NodeTerm()] } },
        PodAffinity = Chance(70) ? null : new PodAffinity { RequiredDuringSchedulingIgnoredDuringExecution = [.. Enumerable.Range(0, Pick(1, 1, 2)).Select(_ => Term())] },
        PodAntiAffinity = Chance(50) ? null : new PodAntiAffinity { RequiredDuringSchedulingIgnoredDuringExecution = [.. Enumerable.Range(0, Pick(1, 1, 2)).Select(_ => Term())] },
    };

    private NodeSelectorTerm NodeTerm() => new()
    {
        MatchExpressions = Pick<NodeSelectorRequirement[]>(
            [new() { Key = "disk", Operator = Pick("In", "NotIn"), Values = ["ssd"] }],
            [new() { Key = "size", Operator = Pick("Gt", "Lt"), Values = ["5"] }],
            [new() { Key = "size", Operator = "Exists" }, new() { Key = "zone", Operator = "In", Values = ["a", "b"] }],
            [new() { Key = "disk", Operator = "DoesNotExist" }]),
        MatchFields = Chance(80) ? null : [new() { Key = "metadata.name", Operator = Pick("In", "NotIn"), Values = ["n1"] }],
    };

    private PodAffinityTerm Term() => new()
    {
        TopologyKey = Pick(Keys),
        LabelSelector = Chance(5) ? null : new LabelSelector { MatchLabels = Chance(10) ? null : Make.Labels("app=" + Pick("a", "b", "c")) },
        Namespaces = Chance(80) ? null : ["other"],
        NamespaceSelector = Chance(80) ? null : new LabelSelector { MatchLabels = Chance(40) ? null : Make.Labels("team=" + Pick("a", "b")) },
    };

    private TopologySpreadConstraint Constraint(string key) => new()
    {
        TopologyKey = key,
        MaxSkew = random.Next(1, 3),
        WhenUnsatisfiable = Chance(85) ? "DoNotSchedule" : "ScheduleAnyway",
        LabelSelector = Chance(5) ? null : new LabelSelector { MatchLabels = Make.Labels("app=" + Pick("a", "b", "c")) },
        MinDomains = Chance(75) ? null : random.Next(1, 5),
        MatchLabelKeys = Chance(75) ? null : ["v"],
        NodeAffinityPolicy = Pick(null, "Honor", "Ignore"),
        NodeTaintsPolicy = Pick(null, "Honor", "Ignore"),
    };
}
