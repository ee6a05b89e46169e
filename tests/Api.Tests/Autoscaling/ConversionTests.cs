using System.Text.Json.Nodes;
using ActorKube.Api.Autoscaling;
using ActorKube.Api.Kinds;
using ActorKube.Api.Tests.Kinds;

namespace ActorKube.Api.Tests.Autoscaling;

public sealed class ConversionTests
{
    private static readonly Kind V1 = AutoscalingKinds.All.Single(k => k.Version == "v1");
    private static readonly Kind V2 = AutoscalingKinds.All.Single(k => k.Version == "v2");

    [Fact]
    public void FromV2_Cpu_IsAField() => Assert.Equal(
        """{"scaleTargetRef":{"kind":"D","name":"d"},"minReplicas":1,"maxReplicas":2,"targetCPUUtilizationPercentage":80}""",
        ToV1("""{"spec":{"scaleTargetRef":{"kind":"D","name":"d"},"maxReplicas":2}}""")["spec"]!.ToJsonString());

    [Fact]
    public void FromV2_Rest_IsInAnnotations()
    {
        var annotations = ToV1(
            """
            {"metadata":{"annotations":{"a":"b"}},"spec":{"scaleTargetRef":{"kind":"D","name":"d"},"maxReplicas":2,
              "metrics":[{"type":"Pods","pods":{"metric":{"name":"rps"},"target":{"type":"AverageValue","averageValue":"1k"}}}],
              "behavior":{"scaleDown":{"selectPolicy":"Disabled"}}}}
            """)["metadata"]!["annotations"]!;

        Assert.Equal("b", (string?)annotations["a"]);
        Assert.Equal("""[{"type":"Pods","pods":{"metricName":"rps","targetAverageValue":"1k"}}]""", (string?)annotations["autoscaling.alpha.kubernetes.io/metrics"]);
        Assert.Equal(
            """
            {"ScaleUp":{"StabilizationWindowSeconds":0,"SelectPolicy":"Max","Policies":[{"Type":"Pods","Value":4,"PeriodSeconds":15},{"Type":"Percent","Value":100,"PeriodSeconds":15}]},"ScaleDown":{"StabilizationWindowSeconds":null,"SelectPolicy":"Disabled","Policies":[{"Type":"Percent","Value":100,"PeriodSeconds":15}]}}
            """,
            (string?)annotations["autoscaling.alpha.kubernetes.io/behavior"]);
    }

    [Theory]
    [InlineData("""{"type":"Pods","pods":{"metric":{"name":"m","selector":{"matchLabels":{"a":"b"}}},"target":{"type":"AverageValue","averageValue":"3"}}}""")]
    [InlineData("""{"type":"Resource","resource":{"name":"memory","target":{"type":"Utilization","averageUtilization":9}}}""")]
    [InlineData("""{"type":"Resource","resource":{"name":"cpu","target":{"type":"AverageValue","averageValue":"100m"}}}""")]
    [InlineData("""{"type":"ContainerResource","containerResource":{"name":"cpu","target":{"type":"Utilization","averageUtilization":9},"container":"c"}}""")]
    [InlineData("""{"type":"External","external":{"metric":{"name":"m"},"target":{"type":"Value","value":"5"}}}""")]
    [InlineData("""{"type":"Object","object":{"describedObject":{"kind":"K","name":"n"},"target":{"type":"Value","value":"5"},"metric":{"name":"m"}}}""")]
    public void V2_ByWayOfV1_StaysTheSame(string metric)
    {
        var value = KindProbe.Create(V2, $$$"""{"kind":"HorizontalPodAutoscaler","apiVersion":"autoscaling/v2","spec":{"scaleTargetRef":{"kind":"D","name":"d"},"maxReplicas":2,"behavior":{},"metrics":[{{{metric}}}]}}""");

        Assert.Equal(KindProbe.Write(V2, value), KindProbe.Write(V2, V1.ToStored(V1.FromStored(value))));
    }

    [Fact]
    public void Status_ByWayOfV1_StaysTheSame()
    {
        const string Json =
            """
            {"kind":"HorizontalPodAutoscaler","apiVersion":"autoscaling/v2","spec":{"scaleTargetRef":{"kind":"D","name":"d"},"minReplicas":1,"maxReplicas":2,"metrics":[{"type":"Resource",
            "resource":{"name":"cpu","target":{"type":"Utilization","averageUtilization":80}}}]},"status":{"desiredReplicas":2,
            "currentMetrics":[{"type":"Resource","resource":{"name":"cpu","current":{"averageValue":"10m","averageUtilization":4}}},{"type":"Pods","pods":{"metric":{"name":"m"},"current":{"averageValue":"3"}}}],
            "conditions":[{"type":"AbleToScale","status":"True","lastTransitionTime":"2030-01-02T03:04:05Z","reason":"R"}]}}
            """;
        var value = KindProbe.Read(V2, Json);
        var v1 = V1.FromStored(value);

        Assert.Contains("\"currentCPUUtilizationPercentage\":4", KindProbe.Write(V1, v1), StringComparison.Ordinal);
        Assert.Equal(KindProbe.Write(V2, value), KindProbe.Write(V2, V1.ToStored(v1)));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("{}")]
    [InlineData("[{\\\"type\\\":5}]")]
    public void ToV2_UnreadableAnnotation_IsIgnored(string annotation)
    {
        var stored = V1.ToStored(KindProbe.Read(V1, $$$"""{"metadata":{"annotations":{"autoscaling.alpha.kubernetes.io/metrics":"{{{annotation}}}"} },"spec":{"maxReplicas":2}}"""));

        Assert.Null(stored.Metadata.Annotations);
        Assert.Contains("\"averageUtilization\":80", KindProbe.Write(V2, stored), StringComparison.Ordinal);
    }

    private static JsonNode ToV1(string v2) => JsonNode.Parse(KindProbe.Write(V1, V1.FromStored(KindProbe.Create(V2, v2))))!;
}
