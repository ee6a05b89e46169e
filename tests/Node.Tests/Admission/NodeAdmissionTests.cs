using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Api.Quantities;
using ActorKube.NodeAgent.Admission;
using ActorKube.NodeAgent.Tests.Agent.Support;
using NodeObject = ActorKube.Api.Core.Node;

namespace ActorKube.NodeAgent.Tests.Admission;

public sealed class NodeAdmissionTests
{
    private static readonly NodeObject Node = new()
    {
        Metadata = new ObjectMeta { Name = "node-1", Labels = new Dictionary<string, string> { ["zone"] = "a" } },
        Spec = new NodeSpec { Taints = [new Taint { Key = "k", Effect = "NoSchedule" }] },
        Status = new NodeStatus { Allocatable = List(("cpu", "2"), ("memory", "1Gi"), ("ephemeral-storage", "10Gi"), ("pods", "3"), ("example.com/gpu", "1")) },
    };

    [Theory]
    [InlineData("cpu", "500m", null)]
    [InlineData("cpu", "501m", "OutOfcpu: Node didn't have enough resource: cpu, requested: 501, used: 1500, capacity: 2000")]
    [InlineData("memory", "513Mi", "OutOfmemory: Node didn't have enough resource: memory, requested: 537919488, used: 536870912, capacity: 1073741824")]
    [InlineData("ephemeral-storage", "11Gi", "OutOfephemeral-storage: Node didn't have enough resource: ephemeral-storage, requested: 11811160064, used: 0, capacity: 10737418240")]
    [InlineData("example.com/gpu", "2", "OutOfexample.com/gpu: Node didn't have enough resource: example.com/gpu, requested: 2, used: 0, capacity: 1")]
    [InlineData("example.com/unheard-of", "2", null)]
    [InlineData("hugepages-2Mi", "2Mi", "OutOfhugepages-2Mi: Node didn't have enough resource: hugepages-2Mi, requested: 2097152, used: 0, capacity: 0")]
    public void Check_Resource_IsCountedWithThatOfOthers(string resource, string requested, string? expected) =>
        Assert.Equal(expected, Check(Asking("b", (resource, requested)), Asking("a", ("cpu", "1500m"), ("memory", "512Mi"))));

    [Fact]
    public void Check_SeveralAreShort_NamesTheKubeletsFirst() =>
        Assert.StartsWith("OutOfcpu:", Check(Asking("b", ("memory", "2Gi"), ("cpu", "3"))), StringComparison.Ordinal);

    [Fact]
    public void Check_AllPlacesTaken_IsOutOfPods() => Assert.Equal(
        "OutOfpods: Node didn't have enough resource: pods, requested: 1, used: 3, capacity: 3", Check(Asking("d", ("cpu", "9")), Asking("a"), Asking("b"), Asking("c")));

    [Fact]
    public void Check_PortTaken_IsNodePorts()
    {
        const string expected = "NodePorts: Predicate NodePorts failed: node(s) didn't have free ports for the requested pod ports";
        Assert.Equal(expected, Check(WithPort("b", 80), WithPort("a", 80)));
        Assert.Null(Check(WithPort("b", 81), WithPort("a", 80)));
    }

    [Theory]
    [InlineData("a", null)]
    [InlineData("b", "NodeAffinity: Predicate NodeAffinity failed: node(s) didn't match Pod's node affinity/selector")]
    public void Check_NodeSelector_MustMatch(string zone, string? expected)
    {
        var pod = Asking("b");
        Assert.Equal(expected, Check(pod with { Spec = pod.Spec with { NodeSelector = new Dictionary<string, string> { ["zone"] = zone } } }));
        var term = new NodeSelectorTerm { MatchExpressions = [new NodeSelectorRequirement { Key = "zone", Operator = "In", Values = [zone] }] };
        var affinity = new NodeAffinity { RequiredDuringSchedulingIgnoredDuringExecution = new NodeSelector { NodeSelectorTerms = [term] } };
        Assert.Equal(expected, Check(pod with { Spec = pod.Spec with { Affinity = new Affinity { NodeAffinity = affinity } } }));
    }

    [Fact]
    public void Check_Taint_CountsIfItEvicts()
    {
        Assert.Null(Check(Asking("b")));
        var evicting = Node with { Spec = new NodeSpec { Taints = [new Taint { Key = "k", Effect = "NoExecute" }] } };
        Assert.Equal(
            "TaintToleration: Predicate TaintToleration failed: node(s) had taints that the pod didn't tolerate", Text(NodeAdmission.Check(Asking("b"), evicting, AdmittedPods.None)));
        var tolerant = Asking("b") with { Spec = Asking("b").Spec with { Tolerations = [new Toleration { Operator = "Exists" }] } };
        Assert.Null(NodeAdmission.Check(tolerant, evicting, AdmittedPods.None));
    }

    [Fact]
    public void Check_OtherSystem_IsRefused()
    {
        var pod = Asking("b");
        Assert.Equal("PodOSNotSupported: Failed to admit pod as the OS field doesn't match node OS", Check(pod with { Spec = pod.Spec with { Os = new PodOS { Name = "windows" } } }));
        Assert.Null(Check(pod with { Spec = pod.Spec with { Os = new PodOS { Name = "linux" } } }));
    }

    [Fact]
    public void Without_PodGone_FreesWhatItTook()
    {
        var admitted = AdmittedPods.None.With(Asking("a", ("cpu", "2"))).With(Asking("b", ("cpu", "1"))).With(Asking("b", ("cpu", "1500m")));
        Assert.Equal((2, 3500), (admitted.Count, admitted.Taken("cpu")));
        admitted = admitted.Without("b").Without("b").Without("never");
        Assert.Equal((1, 2000), (admitted.Count, admitted.Taken("cpu")));
    }

    private static string? Check(Pod pod, params Pod[] others) => Text(NodeAdmission.Check(pod, Node, others.Aggregate(AdmittedPods.None, static (a, p) => a.With(p))));

    private static string? Text(Refusal? refusal) => refusal is null ? null : $"{refusal.Reason}: {refusal.Message}";

    private static Pod Asking(string name, params (string Name, string Amount)[] requests) =>
        PodBuilder.Pod(name, PodBuilder.Container("app") with { Resources = new ResourceRequirements { Requests = List(requests) } }).Uid(name);

    private static Pod WithPort(string name, int port) =>
        PodBuilder.Pod(name, PodBuilder.Container("app") with { Ports = [new ContainerPort { Port = port, HostPort = port, Protocol = "TCP" }] }).Uid(name);

    private static Dictionary<string, Quantity> List(params (string Name, string Amount)[] amounts) => amounts.ToDictionary(a => a.Name, a => Quantity.Parse(a.Amount));
}
