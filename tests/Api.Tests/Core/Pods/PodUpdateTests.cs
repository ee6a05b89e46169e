using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using static ActorKube.Api.Tests.Core.Pods.PodCases;

namespace ActorKube.Api.Tests.Core.Pods;

public sealed class PodUpdateTests
{
    private const string Fixed = "spec: Forbidden: pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,"
        + "`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),"
        + "`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)\n";

    [Theory]
    [InlineData("", "\"activeDeadlineSeconds\":5")]
    [InlineData("\"activeDeadlineSeconds\":5", "\"activeDeadlineSeconds\":4")]
    [InlineData("", "\"containers\":[{\"name\":\"c\",\"image\":\"other:1\"}]")]
    [InlineData("\"initContainers\":[{\"name\":\"i\",\"image\":\"i:1\"}]", "\"initContainers\":[{\"name\":\"i\",\"image\":\"j:1\"}]")]
    [InlineData("\"tolerations\":[{\"key\":\"a\",\"operator\":\"Exists\",\"effect\":\"NoExecute\"}]", "\"tolerations\":[{\"key\":\"a\",\"operator\":\"Exists\",\"effect\":\"NoExecute\",\"tolerationSeconds\":5},{\"key\":\"b\",\"operator\":\"Exists\"}]")]
    [InlineData("\"schedulingGates\":[{\"name\":\"a\"},{\"name\":\"b\"}]", "\"schedulingGates\":[{\"name\":\"b\"}]")]
    [InlineData("\"schedulingGates\":[{\"name\":\"a\"}]", "\"nodeSelector\":{\"a\":\"b\"},\"schedulingGates\":[{\"name\":\"a\"}]")]
    [InlineData("\"schedulingGates\":[{\"name\":\"a\"}]", "\"affinity\":{\"nodeAffinity\":{\"requiredDuringSchedulingIgnoredDuringExecution\":{\"nodeSelectorTerms\":[{\"matchExpressions\":[{\"key\":\"a\",\"operator\":\"Exists\"}]}]}}},\"schedulingGates\":[{\"name\":\"a\"}]")]
    public void Update_OfWhatMayChange_Passes(string before, string after) => Assert.Empty(UpdateErrors(Create(before), Pod(after)));

    [Theory]
    [InlineData("", "\"restartPolicy\":\"Never\"")]
    [InlineData("", "\"nodeSelector\":{\"a\":\"b\"}")]
    [InlineData("", "\"nodeName\":\"n\"")]
    [InlineData("", "\"ephemeralContainers\":[{\"name\":\"e\",\"image\":\"e\"}]")]
    [InlineData("", "\"containers\":[{\"name\":\"c\",\"image\":\"i:1\",\"command\":[\"x\"]}]")]
    [InlineData("", "\"affinity\":{\"nodeAffinity\":{}}")]
    [InlineData("\"schedulingGates\":[{\"name\":\"a\"}]", "\"affinity\":{\"podAffinity\":{}},\"schedulingGates\":[{\"name\":\"a\"}]")]
    public void Update_OfWhatIsFixed_IsForbiddenWithTheDifference(string before, string after)
    {
        var error = Assert.Single(UpdateErrors(Create(before), Pod(after)));
        Assert.StartsWith(Fixed, error, StringComparison.Ordinal);
        Assert.Contains("\n+ \t", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "\"containers\":[{\"name\":\"c\",\"image\":\"i:1\"},{\"name\":\"d\",\"image\":\"i:1\"}]", "spec.containers: Forbidden: pod updates may not add or remove containers")]
    [InlineData("\"activeDeadlineSeconds\":5", "\"activeDeadlineSeconds\":6", "spec.activeDeadlineSeconds: Invalid value: 6: must be less than or equal to previous value")]
    [InlineData("\"activeDeadlineSeconds\":5", "", "spec.activeDeadlineSeconds: Invalid value: \"null\": must not update from a positive integer to nil value")]
    [InlineData("\"tolerations\":[{\"key\":\"a\",\"operator\":\"Exists\"}]", "", "spec.tolerations: Forbidden: existing toleration can not be modified except its tolerationSeconds")]
    [InlineData("", "\"schedulingGates\":[{\"name\":\"g\"}]", "spec.schedulingGates[0].name: Forbidden: only deletion is allowed, but found new scheduling gate 'g'")]
    [InlineData("\"nodeSelector\":{\"a\":\"b\"},\"schedulingGates\":[{\"name\":\"a\"}]", "\"nodeSelector\":{\"a\":\"c\"},\"schedulingGates\":[{\"name\":\"a\"}]", "spec.nodeSelector: Invalid value: map[string]string{\"a\":\"c\"}: only additions to spec.nodeSelector are allowed (no mutations or deletions)")]
    [InlineData("\"nodeSelector\":{\"a\":\"b\"},\"schedulingGates\":[{\"name\":\"a\"}]", "\"schedulingGates\":[{\"name\":\"a\"}]", "spec.nodeSelector: Invalid value: map[string]string(nil): only additions to spec.nodeSelector are allowed (no mutations or deletions)")]
    public void Update_InTheWrongDirection_HasExactlyThisError(string before, string after, string expected) =>
        Assert.Equal([expected], UpdateErrors(Create(before), Pod(after)));

    [Fact]
    public void Update_RemovedRequirementOfGatedPod_IsRefused()
    {
        const string Gates = ",\"schedulingGates\":[{\"name\":\"a\"}]";
        const string Head = "\"affinity\":{\"nodeAffinity\":{\"requiredDuringSchedulingIgnoredDuringExecution\":{\"nodeSelectorTerms\":[{\"matchExpressions\":[";
        var previous = Create(Head + "{\"key\":\"a\",\"operator\":\"Exists\"}]}]}}}" + Gates);
        var error = Assert.Single(UpdateErrors(previous, Pod(Head + "{\"key\":\"b\",\"operator\":\"Exists\"}]}]}}}" + Gates)));
        Assert.StartsWith("spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0]: Invalid value: ", error, StringComparison.Ordinal);
        Assert.Empty(UpdateErrors(previous, Pod(Head + "{\"key\":\"a\",\"operator\":\"Exists\"},{\"key\":\"b\",\"operator\":\"Exists\"}]}]}}}" + Gates)));
    }

    [Fact]
    public void Update_GracePeriodOnceNegative_MayBecomeOne()
    {
        var previous = Create() is var pod ? pod with { Spec = pod.Spec with { TerminationGracePeriodSeconds = -1 } } : null!;
        Assert.Empty(UpdateErrors(previous, previous with { Spec = previous.Spec with { TerminationGracePeriodSeconds = 1 } }));
    }

    [Theory]
    [InlineData("", "\"annotations\":{\"kubernetes.io/config.mirror\":\"x\"}", "may not add mirror pod annotation")]
    [InlineData("\"annotations\":{\"container.apparmor.security.beta.kubernetes.io/c\":\"unconfined\"}", "", "may not remove or update AppArmor annotations")]
    public void Update_OfFixedAnnotation_IsForbidden(string before, string after, string expected)
    {
        var previous = Create("\"nodeName\":\"n\"", before);
        var next = previous with { Metadata = Pod("", after).Metadata };
        Assert.EndsWith("Forbidden: " + expected, Assert.Single(UpdateErrors(previous, next)), StringComparison.Ordinal);
    }

    [Fact]
    public void Update_Status_IsRestored() =>
        Assert.Equal("Pending", ((Pod)Kind.PrepareForUpdate(Pod(status: "\"phase\":\"Running\""), Create())).Status.Phase);

    [Theory]
    [InlineData("\"phase\":\"Weird\"", null)]
    [InlineData("\"qosClass\":\"Guaranteed\"", "status.qosClass: Invalid value: \"Guaranteed\": field is immutable")]
    [InlineData("\"podIP\":\"x\"", "status.podIPs[0]: Invalid value: \"x\": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)")]
    [InlineData("\"podIPs\":[{\"ip\":\"1.1.1.1\"},{\"ip\":\"1.1.1.2\"}]", "status.podIPs: Invalid value: []core.PodIP{core.PodIP{IP:\"1.1.1.1\"}, core.PodIP{IP:\"1.1.1.2\"}}: may specify no more than one IP for each IP family")]
    [InlineData("\"podIPs\":[{\"ip\":\"1.1.1.1\"},{\"ip\":\"::1\"}]", null)]
    [InlineData("\"hostIPs\":[{\"ip\":\"1.1.1.1\"}]", "status.hostIPs[0].ip: Invalid value: \"1.1.1.1\": must be equal to `hostIP`")]
    [InlineData("\"conditions\":[{\"type\":\"a b\",\"status\":\"True\"}]", "metadata.conditions[0].Type: Invalid value: \"a b\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')")]
    [InlineData("\"containerStatuses\":[{\"name\":\"c\",\"state\":{\"running\":{}}}]", "status.containerStatuses[0].state: Forbidden: may not be transitioned to non-terminated state")]
    public void StatusUpdate_Report_HasExactlyThisError(string status, string? expected)
    {
        var created = Create("\"restartPolicy\":\"Never\"");
        var previous = created with { Status = created.Status with { ContainerStatuses = [new ContainerStatus { Name = "c", State = new ContainerState { Terminated = new ContainerStateTerminated() } }] } };
        var next = (Pod)Kind.PrepareForStatusUpdate(Kind.Default(Pod(status: status)), previous);
        var errors = new FieldErrors();
        Kind.ValidateStatusUpdate(next, previous, errors);
        Assert.Equal(expected is null ? Array.Empty<string>() : [expected], Texts(errors));
        Assert.Same(previous.Spec, next.Spec);
    }
}
