using ActorKube.Api.Core;
using static ActorKube.Api.Tests.Core.Pods.PodCases;

namespace ActorKube.Api.Tests.Core.Pods;

public sealed class PodCreationTests
{
    [Fact]
    public void Create_Gated_IsNotScheduledFromTheStart()
    {
        var pod = Create(Pod("\"schedulingGates\":[{\"name\":\"g\"}]", "\"creationTimestamp\":\"2026-01-02T03:04:05Z\""));
        Assert.Equal(
            """[{"type":"PodScheduled","status":"False","lastProbeTime":null,"lastTransitionTime":"2026-01-02T03:04:05Z","reason":"SchedulingGated","message":"Scheduling is blocked due to non-empty scheduling gates"}]""",
            Json(pod, "status/conditions"));
    }

    [Fact]
    public void Create_WithStatus_LosesIt() => Assert.Null(Create(Pod(status: "\"podIP\":\"1.2.3.4\"")).Status.PodIP);

    [Theory]
    [InlineData("\"hostUsers\":false", "spec/hostUsers")]
    [InlineData("\"resources\":{\"limits\":{\"cpu\":\"1\"}}", "spec/resources")]
    [InlineData("\"resourceClaims\":[{\"name\":\"a\"}]", "spec/resourceClaims")]
    [InlineData("\"securityContext\":{\"supplementalGroupsPolicy\":\"Strict\"}", "spec/securityContext/supplementalGroupsPolicy")]
    [InlineData("\"volumes\":[{\"name\":\"v\",\"image\":{\"reference\":\"r\"}}]", "spec/volumes/0")]
    [InlineData("\"containers\":[{\"name\":\"c\",\"resizePolicy\":[{\"resourceName\":\"cpu\",\"restartPolicy\":\"NotRequired\"}]}]", "spec/containers/0/resizePolicy")]
    [InlineData("\"containers\":[{\"name\":\"c\",\"resources\":{\"claims\":[{\"name\":\"a\"}]}}]", "spec/containers/0/resources/claims")]
    public void Create_FieldOfDisabledFeature_IsDropped(string spec, string path) => Assert.Equal("", Json(Create(spec), path));

    [Fact]
    public void Create_ImageVolume_IsDroppedWithItsMounts() =>
        Assert.Empty(CreateErrors("\"volumes\":[{\"name\":\"v\",\"image\":{\"reference\":\"r\"}}]," + Container("\"volumeMounts\":[{\"name\":\"v\",\"mountPath\":\"/v\"}]")));

    [Fact]
    public void Create_UnmaskedProc_IsForcedToDefault() =>
        Assert.Equal("\"Default\"", Json(Create(Container("\"securityContext\":{\"procMount\":\"Unmasked\"}")), "spec/containers/0/securityContext/procMount"));

    [Fact]
    public void Create_MatchLabelKeys_BecomeExpressions()
    {
        var pod = Create(
            "\"affinity\":{\"podAffinity\":{\"requiredDuringSchedulingIgnoredDuringExecution\":[{\"topologyKey\":\"t\",\"labelSelector\":{},\"matchLabelKeys\":[\"a\",\"z\"],\"mismatchLabelKeys\":[\"b\"]}]}}",
            "\"labels\":{\"a\":\"1\",\"b\":\"2\"}");
        Assert.Equal(
            """[{"key":"a","operator":"In","values":["1"]},{"key":"b","operator":"NotIn","values":["2"]}]""",
            Json(pod, "spec/affinity/podAffinity/requiredDuringSchedulingIgnoredDuringExecution/0/labelSelector/matchExpressions"));
    }

    [Theory]
    [InlineData("runtime/default", """{"type":"RuntimeDefault"}""")]
    [InlineData("unconfined", """{"type":"Unconfined"}""")]
    [InlineData("localhost/x", """{"type":"Localhost","localhostProfile":"x"}""")]
    [InlineData("", "")]
    public void Create_AppArmorAnnotation_BecomesField(string annotation, string expected) => Assert.Equal(
        expected,
        Json(Create("", $"\"annotations\":{{\"container.apparmor.security.beta.kubernetes.io/c\":\"{annotation}\"}}"), "spec/containers/0/securityContext/appArmorProfile"));

    [Fact]
    public void Create_AppArmorField_BecomesAnnotation() => Assert.Equal(
        """{"container.apparmor.security.beta.kubernetes.io/c":"localhost/x"}""",
        Json(Create("\"securityContext\":{\"appArmorProfile\":{\"type\":\"Localhost\",\"localhostProfile\":\"x\"}}"), "metadata/annotations"));

    [Theory]
    [InlineData("{}", "BestEffort")]
    [InlineData("""{"requests":{"cpu":"1"}}""", "Burstable")]
    [InlineData("""{"limits":{"cpu":"1"}}""", "Burstable")]
    [InlineData("""{"limits":{"cpu":"1","memory":"1Gi"}}""", "Guaranteed")]
    [InlineData("""{"limits":{"cpu":"1","memory":"1Gi"},"requests":{"cpu":"0.5"}}""", "Burstable")]
    [InlineData("""{"limits":{"cpu":"1","memory":"1Gi"},"requests":{"cpu":"1","memory":"1024Mi"}}""", "Guaranteed")]
    [InlineData("""{"limits":{"example.com/gpu":"1"}}""", "BestEffort")]
    [InlineData("""{"limits":{"cpu":"0","memory":"0"}}""", "BestEffort")]
    public void Qos_OneContainer_FollowsItsResources(string resources, string expected) => Assert.Equal(expected, Create(Container($"\"resources\":{resources}")).Status.QosClass);

    [Fact]
    public void Qos_InitContainerWithoutLimits_IsNotGuaranteed() => Assert.Equal(
        "Burstable",
        PodQos.Of(Create("\"initContainers\":[{\"name\":\"i\",\"image\":\"i\"}]," + Container("\"resources\":{\"limits\":{\"cpu\":\"1\",\"memory\":\"1Gi\"}}")).Spec));
}
