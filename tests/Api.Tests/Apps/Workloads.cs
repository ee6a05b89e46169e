using ActorKube.Api.Apps;
using ActorKube.Api.Batch;

namespace ActorKube.Api.Tests.Apps;

/// <summary>One valid object of each kind of workload.</summary>
internal static class Workloads
{
    private const string Template = "'template': {'metadata': {'labels': {'app': 'x'}}, 'spec': {'containers': [{'name': 'c', 'image': 'i:1'}, {'name': 'd', 'image': 'j'}]}}";
    private const string Selector = "'selector': {'matchLabels': {'app': 'x'}}";
    private const string JobTemplate = "'template': {'spec': {'restartPolicy': 'Never', 'containers': [{'name': 'c', 'image': 'i:1'}]}}";

    public static KindFixture Deployment { get; } = Of("Deployment", $"'spec': {{{Selector}, {Template}}}");

    public static KindFixture ReplicaSet { get; } = Of("ReplicaSet", $"'spec': {{{Selector}, {Template}}}");

    public static KindFixture DaemonSet { get; } = Of("DaemonSet", $"'spec': {{{Selector}, {Template}}}");

    public static KindFixture StatefulSet { get; } = Of("StatefulSet", $"'spec': {{'serviceName': 's', {Selector}, {Template}}}");

    public static KindFixture ControllerRevision { get; } = Of("ControllerRevision", "'revision': 1, 'data': {'a': 1}");

    public static KindFixture Job { get; } = Of("Job", $"'spec': {{{JobTemplate}}}");

    public static KindFixture IndexedJob { get; } =
        Of("Job", $"'spec': {{'completionMode': 'Indexed', 'completions': 5, 'parallelism': 5, 'backoffLimitPerIndex': 1, {JobTemplate}}}");

    public static KindFixture CronJob { get; } = Of("CronJob", $"'spec': {{'schedule': '*/5 * * * *', 'jobTemplate': {{'spec': {{{JobTemplate}}}}}}}");

    private static KindFixture Of(string name, string body) => new(
        AppsKinds.All.Concat(BatchKinds.All).Single(k => k.Name == name), $"{{'metadata': {{'name': 'a', 'namespace': 'ns', 'creationTimestamp': '2001-02-03T04:00:06Z'}}, {body}}}");
}
