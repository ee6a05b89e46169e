using ActorKube.Api.Core;
using static ActorKube.Api.Tests.Core.Pods.PodCases;

namespace ActorKube.Api.Tests.Core.Pods;

public sealed class PodColumnsTests
{
    private const string Two = "\"containers\":[{\"name\":\"a\",\"image\":\"i\"},{\"name\":\"b\",\"image\":\"i\"}]";
    private const string Init = "\"initContainers\":[{\"name\":\"x\",\"image\":\"i\"},{\"name\":\"s\",\"image\":\"i\",\"restartPolicy\":\"Always\"}]," + Two;
    private const string Up = "{\"name\":\"a\",\"ready\":true,\"state\":{\"running\":{}}}";

    [Fact]
    public void Columns_Names_AreThoseOfKubernetes() => Assert.Equal(
        [("Name", 0), ("Ready", 0), ("Status", 0), ("Restarts", 0), ("Age", 0), ("IP", 1), ("Node", 1), ("Nominated Node", 1), ("Readiness Gates", 1)],
        Kind.Columns.Select(c => (c.Name, c.Priority)));

    [Theory]
    [InlineData(Two, "\"phase\":\"Pending\"", "0/2", "Pending", "0")]
    [InlineData(Two, "\"phase\":\"Running\",\"containerStatuses\":[" + Up + "]", "1/2", "Running", "0")]
    [InlineData(Two, "\"phase\":\"Failed\",\"reason\":\"Evicted\"", "0/2", "Evicted", "0")]
    [InlineData(Two, "\"phase\":\"Pending\",\"conditions\":[{\"type\":\"PodScheduled\",\"status\":\"False\",\"reason\":\"SchedulingGated\"}]", "0/2", "SchedulingGated", "0")]
    [InlineData(Two, "\"phase\":\"Pending\",\"containerStatuses\":[{\"name\":\"a\",\"state\":{\"waiting\":{\"reason\":\"ContainerCreating\"}}}]", "0/2", "ContainerCreating", "0")]
    [InlineData(Two, "\"phase\":\"Running\",\"containerStatuses\":[{\"name\":\"a\",\"restartCount\":3,\"state\":{\"waiting\":{\"reason\":\"CrashLoopBackOff\"}},\"lastState\":{\"terminated\":{\"exitCode\":1,\"finishedAt\":\"2026-01-02T02:59:05Z\"}}}]", "0/2", "CrashLoopBackOff", "3 (5m ago)")]
    [InlineData(Two, "\"phase\":\"Failed\",\"containerStatuses\":[{\"name\":\"a\",\"state\":{\"terminated\":{\"exitCode\":3}}}]", "0/2", "ExitCode:3", "0")]
    [InlineData(Two, "\"phase\":\"Failed\",\"containerStatuses\":[{\"name\":\"a\",\"state\":{\"terminated\":{\"exitCode\":137,\"signal\":9}}}]", "0/2", "Signal:9", "0")]
    [InlineData(Two, "\"phase\":\"Failed\",\"containerStatuses\":[{\"name\":\"a\",\"state\":{\"terminated\":{\"exitCode\":137,\"reason\":\"OOMKilled\"}}}]", "0/2", "OOMKilled", "0")]
    [InlineData(Two, "\"phase\":\"Running\",\"containerStatuses\":[{\"name\":\"b\",\"state\":{\"terminated\":{\"exitCode\":0,\"reason\":\"Completed\"}}}," + Up + "]", "1/2", "NotReady", "0")]
    [InlineData(Two, "\"phase\":\"Running\",\"conditions\":[{\"type\":\"Ready\",\"status\":\"True\"}],\"containerStatuses\":[{\"name\":\"b\",\"state\":{\"terminated\":{\"exitCode\":0,\"reason\":\"Completed\"}}}," + Up + "]", "1/2", "Running", "0")]
    [InlineData(Init, "\"phase\":\"Pending\",\"initContainerStatuses\":[{\"name\":\"x\",\"state\":{\"running\":{}}}]", "0/3", "Init:0/2", "0")]
    [InlineData(Init, "\"phase\":\"Pending\",\"initContainerStatuses\":[{\"name\":\"x\",\"restartCount\":2,\"state\":{\"terminated\":{\"exitCode\":1}}}]", "0/3", "Init:ExitCode:1", "2")]
    [InlineData(Init, "\"phase\":\"Pending\",\"initContainerStatuses\":[{\"name\":\"x\",\"state\":{\"terminated\":{\"exitCode\":1,\"reason\":\"Error\"}}}]", "0/3", "Init:Error", "0")]
    [InlineData(Init, "\"phase\":\"Pending\",\"initContainerStatuses\":[{\"name\":\"x\",\"state\":{\"waiting\":{\"reason\":\"ImagePullBackOff\"}}}]", "0/3", "Init:ImagePullBackOff", "0")]
    [InlineData(Init, "\"phase\":\"Pending\",\"initContainerStatuses\":[{\"name\":\"x\",\"state\":{\"terminated\":{\"exitCode\":0}}},{\"name\":\"s\",\"state\":{\"waiting\":{\"reason\":\"PodInitializing\"}}}]", "0/3", "Init:1/2", "0")]
    [InlineData(Init, "\"phase\":\"Pending\",\"initContainerStatuses\":[{\"name\":\"x\",\"restartCount\":4,\"state\":{\"terminated\":{\"exitCode\":0}}},{\"name\":\"s\",\"restartCount\":1,\"ready\":true,\"started\":true,\"state\":{\"running\":{}}}],\"containerStatuses\":[{\"name\":\"a\",\"state\":{\"waiting\":{\"reason\":\"PodInitializing\"}}}]", "1/3", "PodInitializing", "1")]
    public void Row_Status_IsSummedUp(string spec, string status, string ready, string reason, string restarts)
    {
        var cells = Kind.Columns.Select(c => c.Cell(Pod(spec, status: status), Now)).ToList();
        Assert.Equal([ready, reason, restarts], cells.Skip(1).Take(3));
    }

    [Theory]
    [InlineData("\"phase\":\"Running\"", "Terminating")]
    [InlineData("\"phase\":\"Running\",\"reason\":\"NodeLost\"", "Unknown")]
    [InlineData("\"phase\":\"Succeeded\"", "Succeeded")]
    public void Row_BeingDeleted_SaysSo(string status, string expected) =>
        Assert.Equal(expected, PodSummary.Of(Pod("", "\"deletionTimestamp\":\"2026-01-02T03:04:05Z\"", status)).Reason);

    [Fact]
    public void Row_Wide_ShowsAddressesAndGates()
    {
        var pod = Pod(
            "\"nodeName\":\"n1\",\"readinessGates\":[{\"conditionType\":\"a\"},{\"conditionType\":\"b\"}]", "",
            "\"podIPs\":[{\"ip\":\"1.2.3.4\"}],\"conditions\":[{\"type\":\"a\",\"status\":\"True\"}]");
        Assert.Equal(["1.2.3.4", "n1", "<none>", "1/2"], Kind.Columns.Skip(5).Select(c => c.Cell(pod, Now)));
        Assert.Equal(["<none>", "<none>", "<none>", "<none>"], Kind.Columns.Skip(5).Select(c => c.Cell(Pod(), Now)));
    }

    [Theory]
    [InlineData("spec.nodeName", "n1")]
    [InlineData("spec.restartPolicy", "Always")]
    [InlineData("spec.hostNetwork", "false")]
    [InlineData("spec.schedulerName", "default-scheduler")]
    [InlineData("status.phase", "Pending")]
    [InlineData("status.podIP", "")]
    public void FieldSelectors_Field_HasValue(string field, string expected) => Assert.Equal(expected, Kind.SelectableFields[field](Create("\"nodeName\":\"n1\"")));

    [Fact]
    public void PodTemplate_Row_ShowsContainersAndLabels()
    {
        var kind = PodKinds.All.Single(k => k.Plural == "podtemplates");
        var template = new PodTemplate { Metadata = new() { Name = "t" }, Template = new PodTemplateSpec { Metadata = new() { Labels = new Dictionary<string, string> { ["b"] = "2", ["a"] = "1" } }, Spec = Pod(Two).Spec } };
        Assert.Equal(["t", "a,b", "i,i", "a=1,b=2"], kind.Columns.Select(c => c.Cell(template, Now)));
    }
}
