using ActorKube.Api.Autoscaling;
using ActorKube.Api.Kinds;
using ActorKube.Api.Tests.Kinds;

namespace ActorKube.Api.Tests.Autoscaling;

public sealed class HorizontalPodAutoscalerTests
{
    private const string Valid =
        """
        {"metadata":{"name":"a"},"spec":{"scaleTargetRef":{"kind":"Deployment","name":"d"},"maxReplicas":3,"behavior":{"scaleUp":{}},
          "metrics":[{"type":"Resource","resource":{"name":"cpu","target":{"type":"Utilization","averageUtilization":50}}}]}}
        """;

    private static readonly Kind Kind = AutoscalingKinds.All.Single(k => k.Version == "v2");

    [Theory]
    [InlineData("spec.minReplicas", "0", "Forbidden spec.metrics; Invalid spec.minReplicas")]
    [InlineData("spec.minReplicas", "4", "Invalid spec.maxReplicas")]
    [InlineData("spec.maxReplicas", "0", "Invalid spec.maxReplicas; Invalid spec.maxReplicas")]
    [InlineData("spec.scaleTargetRef.kind", "\"\"", "Required spec.scaleTargetRef.kind")]
    [InlineData("spec.scaleTargetRef.name", "\"a/b\"", "Invalid spec.scaleTargetRef.name")]
    [InlineData("spec.metrics.0.type", "\"x\"", "NotSupported spec.metrics[0].type; NotSupported spec.metrics[0].type")]
    [InlineData("spec.metrics.0.type", "\"Pods\"", "Required spec.metrics[0].pods")]
    [InlineData("spec.metrics.0.pods", """{"metric":{"name":"m"},"target":{"type":"AverageValue","averageValue":"1"}}""", "Forbidden spec.metrics[0].pods")]
    [InlineData("spec.metrics.0.resource.name", "\"\"", "Required spec.metrics[0].resource.name")]
    [InlineData("spec.metrics.0.resource.target.type", "\"x\"", "Invalid spec.metrics[0].resource.target.type")]
    [InlineData("spec.metrics.0.resource.target.averageUtilization", "0", "Invalid spec.metrics[0].resource.target.averageUtilization")]
    [InlineData("spec.metrics.0.resource.target.averageUtilization", null, "Required spec.metrics[0].resource.target.averageUtilization")]
    [InlineData("spec.metrics.0.resource.target.averageValue", "\"1\"", "Forbidden spec.metrics[0].resource.target.averageValue")]
    [InlineData("spec.metrics.0", """{"type":"Pods","pods":{"metric":{"name":""},"target":{"type":"Value","value":"0"}}}""",
        "Invalid spec.metrics[0].pods.target.value; Required spec.metrics[0].pods.metric.name; Required spec.metrics[0].pods.target.averageValue")]
    [InlineData("spec.metrics.0", """{"type":"Object","object":{"describedObject":{"kind":"K","name":"n"},"metric":{"name":"m"},"target":{"type":"Value"}}}""",
        "Required spec.metrics[0].object.target.averageValue")]
    [InlineData("spec.metrics.0", """{"type":"External","external":{"metric":{"name":"m"},"target":{"type":"Value","value":"1","averageValue":"1"}}}""",
        "Forbidden spec.metrics[0].external.target.value")]
    [InlineData("spec.metrics.0", """{"type":"ContainerResource","containerResource":{"name":"x","container":"A","target":{"type":"Utilization","averageUtilization":1}}}""",
        "Invalid spec.metrics[0].containerResource.container; Invalid spec.metrics[0].containerResource.name; Invalid spec.metrics[0].containerResource.name")]
    [InlineData("spec.behavior.scaleUp.stabilizationWindowSeconds", "3601", "Invalid spec.behavior.scaleUp.stabilizationWindowSeconds")]
    [InlineData("spec.behavior.scaleUp.selectPolicy", "\"x\"", "NotSupported spec.behavior.scaleUp.selectPolicy")]
    [InlineData("spec.behavior.scaleUp.policies", """[{"type":"x","value":0,"periodSeconds":1801}]""",
        "Invalid spec.behavior.scaleUp.policies[0].periodSeconds; Invalid spec.behavior.scaleUp.policies[0].value; NotSupported spec.behavior.scaleUp.policies[0].type")]
    public void Validate_Edited_FindsExactly(string path, string? value, string expected)
    {
        Assert.Equal("", KindProbe.CreateErrors(Kind, Valid));
        Assert.Equal(expected, KindProbe.CreateErrors(Kind, KindProbe.Edit(Valid, path, value)));
    }

    [Fact]
    public void ValidateUpdate_StoredWithoutMinimum_MayStay()
    {
        var zero = KindProbe.Edit(Valid, "spec.minReplicas", "0");
        zero = KindProbe.Edit(zero, "spec.metrics.0", """{"type":"External","external":{"metric":{"name":"m"},"target":{"type":"Value","value":"1"}}}""");

        Assert.Equal("", KindProbe.UpdateErrors(Kind, zero, zero));
    }

    [Fact]
    public void ValidateStatus_Replicas_AreNotNegative() => Assert.Equal(
        "Invalid status.currentReplicas; Invalid status.desiredReplicas",
        KindProbe.StatusErrors(Kind, Valid, KindProbe.Edit(Valid, "status", """{"currentReplicas":-1,"desiredReplicas":-1}""")));

    [Fact]
    public void Default_Empty_AimsAtCpu() => Assert.Equal(
        """{"scaleTargetRef":{"kind":"D","name":"d"},"minReplicas":1,"maxReplicas":2,"metrics":[{"type":"Resource","resource":{"name":"cpu","target":{"type":"Utilization","averageUtilization":80}}}]}""",
        KindProbe.Created(Kind, """{"spec":{"scaleTargetRef":{"kind":"D","name":"d"},"maxReplicas":2}}""", "spec"));

    [Theory]
    [InlineData("[]", "[]", "<none>")]
    [InlineData("""[{"type":"Resource","resource":{"name":"cpu","target":{"averageUtilization":50}}}]""", "[]", "cpu: <unknown>/50%")]
    [InlineData("""[{"type":"Resource","resource":{"name":"cpu","target":{"averageUtilization":50}}}]""",
        """[{"type":"Resource","resource":{"name":"cpu","current":{"averageUtilization":7}}}]""", "cpu: 7%/50%")]
    [InlineData("""[{"type":"Pods","pods":{"target":{"averageValue":"1k"}}},{"type":"x"},{"type":"y"}]""", "[]", "<unknown>/1k, <unknown type> + 1 more...")]
    [InlineData("""[{"type":"External","external":{"target":{"averageValue":"3"}}}]""", """[{"external":{"current":{"averageValue":"2"}}}]""", "2/3 (avg)")]
    public void Cells_Metrics_AreShown(string metrics, string current, string expected)
    {
        var json = KindProbe.Edit(KindProbe.Edit(Valid, "spec.metrics", metrics), "status", $$"""{"currentMetrics":{{current}}}""");

        Assert.Equal(["a", "Deployment/d", expected, "<unset>", 3, 0, "<unknown>"], KindProbe.Cells(Kind, json));
    }
}
