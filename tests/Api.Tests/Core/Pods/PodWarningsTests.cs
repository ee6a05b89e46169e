using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using static ActorKube.Api.Tests.Core.Pods.PodCases;

namespace ActorKube.Api.Tests.Core.Pods;

public sealed class PodWarningsTests
{
    [Fact]
    public void Warnings_PlainPod_HasNone() => Assert.Empty(Kind.Warnings(Create(), null));

    [Fact]
    public void Warnings_OfUpdate_AreNotGiven() => Assert.Empty(Kind.Warnings(Create("\"nodeSelector\":{\"beta.kubernetes.io/os\":\"linux\"}"), Create()));

    [Theory]
    [InlineData("\"nodeSelector\":{\"beta.kubernetes.io/os\":\"linux\"}", "spec.nodeSelector[beta.kubernetes.io/os]: deprecated since v1.14; use \"kubernetes.io/os\" instead")]
    [InlineData("\"volumes\":[{\"name\":\"v\",\"gitRepo\":{\"repository\":\"r\"}}]", "spec.volumes[0].gitRepo: deprecated in v1.11")]
    [InlineData("\"volumes\":[{\"name\":\"v\",\"configMap\":{\"name\":\"m\",\"items\":[{\"key\":\"a\",\"path\":\"x\"},{\"key\":\"b\",\"path\":\"x/y\"}]}}]", "volume \"v\" (ConfigMap \"m\"): overlapping paths: \"x/y\" with \"x\"")]
    [InlineData("\"volumes\":[{\"name\":\"v\",\"projected\":{\"sources\":[{}]}}]", "volume \"v\" (Projected) has no sources provided")]
    [InlineData("\"hostAliases\":[{\"ip\":\"1.1.1.1\"},{\"ip\":\"1.1.1.1\"}]", "spec.hostAliases[1].ip: duplicate ip \"1.1.1.1\"")]
    [InlineData("\"imagePullSecrets\":[{\"name\":\"a\"},{\"name\":\"a\"}]", "spec.imagePullSecrets[1].name: duplicate name \"a\"")]
    [InlineData("\"imagePullSecrets\":[{}]", "spec.imagePullSecrets[0].name: invalid empty name \"\"")]
    [InlineData("\"containers\":[{\"name\":\"c\",\"image\":\"i\",\"resources\":{\"requests\":{\"memory\":\"100m\"}}}]", "spec.containers[0].resources.requests[memory]: fractional byte value \"100m\" is invalid, must be an integer")]
    [InlineData("\"containers\":[{\"name\":\"c\",\"image\":\"i\",\"env\":[{\"name\":\"A\",\"value\":\"1\"},{\"name\":\"A\",\"value\":\"2\"}]}]", "spec.containers[0].env[1]: hides previous definition of \"A\", which may be dropped when using apply")]
    [InlineData("\"containers\":[{\"name\":\"c\",\"image\":\"i\",\"ports\":[{\"containerPort\":1},{\"containerPort\":1}]}]", "spec.containers[0].ports[1]: duplicate port definition with spec.containers[0].ports[0]")]
    [InlineData("\"containers\":[{\"name\":\"c\",\"image\":\"i\",\"ports\":[{\"containerPort\":1},{\"containerPort\":1,\"hostPort\":2}]}]", "spec.containers[0].ports[1]: overlapping port definition with spec.containers[0].ports[0]")]
    [InlineData("\"containers\":[{\"name\":\"c\",\"image\":\"i\",\"ports\":[{\"containerPort\":1,\"hostPort\":2,\"hostIP\":\"1.1.1.1\"},{\"containerPort\":1,\"hostPort\":2}]}]", "spec.containers[0].ports[1]: dangerously ambiguous port definition with spec.containers[0].ports[0]")]
    [InlineData("\"containers\":[{\"name\":\"c\",\"image\":\"i\",\"ports\":[{\"containerPort\":1,\"hostIP\":\"1.1.1.1\"}]}]", "spec.containers[0].ports[0]: hostIP set without hostPort: {Name: HostPort:0 ContainerPort:1 Protocol:TCP HostIP:1.1.1.1}")]
    [InlineData("\"topologySpreadConstraints\":[{\"maxSkew\":1,\"topologyKey\":\"z\",\"whenUnsatisfiable\":\"DoNotSchedule\"}]", "spec.topologySpreadConstraints[0].labelSelector: a null labelSelector results in matching no pod")]
    [InlineData("\"affinity\":{\"podAffinity\":{\"preferredDuringSchedulingIgnoredDuringExecution\":[{\"weight\":1,\"podAffinityTerm\":{\"topologyKey\":\"z\"}}]}}", "spec.affinity.podAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].podAffinityTerm.labelSelector: a null labelSelector results in matching no pod")]
    public void Warnings_Spec_HasExactlyThisOne(string spec, string expected) => Assert.Equal([expected], Kind.Warnings(Create(spec), null));

    [Fact]
    public void Warnings_NameThatIsNoLabel_TellsOfTheHostname() => Assert.StartsWith(
        "metadata.name: this is used in the Pod's hostname, which can result in surprising behavior; a DNS label is recommended: [must not contain dots]",
        Assert.Single(Kind.Warnings(Create("", "\"name\":\"a.b\""), null)), StringComparison.Ordinal);

    [Fact]
    public void Warnings_Template_NameItsPath()
    {
        var template = new PodTemplateSpec
        {
            Metadata = new() { Annotations = new Dictionary<string, string> { ["scheduler.alpha.kubernetes.io/critical-pod"] = "" } },
            Spec = Pod("\"terminationGracePeriodSeconds\":-1").Spec,
        };
        Assert.Equal(
            [
                "spec.template.metadata.annotations[scheduler.alpha.kubernetes.io/critical-pod]: non-functional in v1.16+; use the \"priorityClassName\" field instead",
                "spec.template.spec.terminationGracePeriodSeconds: must be >= 0; negative values are invalid and will be treated as 1",
            ],
            PodWarnings.Of(template, FieldPath.Of("spec").Child("template")));
    }
}
