using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using static ActorKube.Api.Tests.Core.Pods.PodCases;

namespace ActorKube.Api.Tests.Core.Pods;

public sealed class PodSubresourceTests
{
    private static readonly Binding ToNode = new() { Metadata = new() { Name = "p", Annotations = new Dictionary<string, string> { ["a"] = "b" } }, Target = new() { Kind = "Node", Name = "n1" } };

    [Fact]
    public void Binding_FreePod_PutsItOnTheNode()
    {
        var pod = PodBinding.Apply(Create(), ToNode, Now);
        Assert.Equal("n1", pod.Spec.NodeName);
        Assert.Equal("b", pod.Metadata.Annotations!["a"]);
        Assert.Equal(new PodCondition { Type = "PodScheduled", Status = "True", LastTransitionTime = Now }, Assert.Single(pod.Status.Conditions!));
    }

    [Theory]
    [InlineData("\"nodeName\":\"n2\"", "", "pod p is already assigned to node \"n2\"")]
    [InlineData("\"schedulingGates\":[{\"name\":\"g\"}]", "", "pod p has non-empty .spec.schedulingGates")]
    [InlineData("", "\"deletionTimestamp\":\"2026-01-02T03:04:05Z\"", "pod p is being deleted, cannot be assigned to a host")]
    public void Binding_PodThatIsNotFree_Conflicts(string spec, string metadata, string why)
    {
        var error = Assert.Throws<ApiException>(() => PodBinding.Apply(Create(spec, metadata), ToNode, Now));
        Assert.Equal((409, $"Operation cannot be fulfilled on pods/binding \"p\": {why}"), (error.Code, error.Message));
    }

    [Theory]
    [InlineData("p", "Node", "n", 0, "")]
    [InlineData("p", null, "n", 0, "")]
    [InlineData("z", "Node", "n", 400, "name in URL does not match name in Binding object")]
    [InlineData("p", "Pod", "n", 500, "target.kind: Unsupported value: \"Pod\": supported values: \"Node\", \"<empty>\"")]
    [InlineData("p", "Node", null, 500, "target.name: Required value")]
    [InlineData("p", "Pod", null, 500, "[target.kind: Unsupported value: \"Pod\": supported values: \"Node\", \"<empty>\", target.name: Required value]")]
    public void Binding_Target_IsChecked(string name, string? kind, string? node, int code, string message)
    {
        var error = Record.Exception(() => PodBinding.Validate(new Binding { Metadata = new() { Name = name }, Target = new() { Kind = kind, Name = node } }, "p")) as ApiException;
        Assert.Equal((code, message), (error?.Code ?? 0, error?.Message ?? ""));
    }

    [Fact]
    public void EphemeralContainers_Prepare_TakesNothingElse()
    {
        var next = Pod("\"ephemeralContainers\":[{\"name\":\"e\",\"image\":\"e:1\"}],\"containers\":[{\"name\":\"c\",\"image\":\"changed:1\"}]", "\"labels\":{\"a\":\"b\"}");
        var pod = PodEphemeralContainers.Prepare(next, Create());
        Assert.Equal(("i:1", "e"), (pod.Spec.Containers![0].Image, pod.Spec.EphemeralContainers![0].Name));
        Assert.Null(pod.Metadata.Labels);
    }

    [Theory]
    [InlineData("{\"name\":\"e\",\"image\":\"e:1\"},{\"name\":\"f\",\"image\":\"f:1\",\"targetContainerName\":\"c\"}", null)]
    [InlineData("{\"name\":\"e\",\"image\":\"x:1\"}", "spec.ephemeralContainers: Forbidden: existing ephemeral containers \"e\" may not be changed\n")]
    [InlineData("", "spec.ephemeralContainers: Forbidden: existing ephemeral containers \"e\" may not be removed\n")]
    [InlineData("{\"name\":\"e\",\"image\":\"e:1\"},{\"name\":\"c\",\"image\":\"f:1\"}", "spec.ephemeralContainers[1].name: Duplicate value: \"c\"")]
    [InlineData("{\"name\":\"e\",\"image\":\"e:1\"},{\"name\":\"f\",\"image\":\"f:1\",\"targetContainerName\":\"z\"}", "spec.ephemeralContainers[1].targetContainerName: Not found: \"z\"")]
    [InlineData("{\"name\":\"e\",\"image\":\"e:1\"},{\"name\":\"f\",\"image\":\"f:1\",\"ports\":[{\"containerPort\":1}]}", "spec.ephemeralContainers[1].ports: Forbidden: cannot be set for an Ephemeral Container")]
    [InlineData("{\"name\":\"e\",\"image\":\"e:1\"},{\"name\":\"f\",\"image\":\"f:1\",\"resources\":{\"limits\":{\"cpu\":\"1\"}}}", "spec.ephemeralContainers[1].resources: Forbidden: cannot be set for an Ephemeral Container")]
    [InlineData("{\"name\":\"e\",\"image\":\"e:1\"},{\"name\":\"f\",\"image\":\"f:1\",\"lifecycle\":{\"preStop\":{\"exec\":{\"command\":[\"a\"]}}}}", "spec.ephemeralContainers[1].lifecycle: Forbidden: cannot be set for an Ephemeral Container")]
    public void EphemeralContainers_Change_HasExactlyThisError(string containers, string? expected)
    {
        var previous = PodEphemeralContainers.Prepare(PodDefaults.Apply(Pod("\"ephemeralContainers\":[{\"name\":\"e\",\"image\":\"e:1\"}]")), Create());
        var next = PodEphemeralContainers.Prepare(PodDefaults.Apply(Pod($"\"ephemeralContainers\":[{containers}]")), previous);
        var errors = new FieldErrors();
        PodEphemeralContainers.Validate(next, previous, errors);
        var texts = Texts(errors);
        Assert.Equal(expected is null ? 0 : 1, texts.Length);
        Assert.StartsWith(expected ?? "", texts.SingleOrDefault() ?? "", StringComparison.Ordinal);
    }
}
