using System.Collections.Immutable;
using ActorKube.Actors.Actions;
using ActorKube.Actors.Autoscaling;
using ActorKube.Actors.Autoscaling.Metrics;
using ActorKube.Actors.Autoscaling.State;
using ActorKube.Actors.Tests.Support;
using ActorKube.Api.AutoscalingV2;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Api.Metrics;
using ActorKube.Api.Quantities;
using ActorKube.Engine.Actors.Reconciling;

namespace ActorKube.Actors.Tests.Autoscaling;

/// <summary>One autoscaler, what it scales, and the metrics that it is told.</summary>
internal sealed class AutoscalerBench(Cluster cluster) : IAsyncDisposable
{
    /// <summary>Long after everything has started.</summary>
    public static readonly DateTimeOffset Now = Make.Epoch.AddHours(1);

    public AutoscalerState State { get; set; } = new("uid-of-h", Now.AddMinutes(-1));

    public Cluster Cluster => cluster;

    public static async Task<AutoscalerBench> WithAsync(params IApiObject[] objects) => new(await Cluster.WithAsync(objects));

    /// <summary>CPU at 50 % of what is requested, between 1 and 10 replicas.</summary>
    public static HorizontalPodAutoscaler Autoscaler(string name = "h", params MetricSpec[] metrics) => new()
    {
        ApiVersion = "autoscaling/v2",
        Kind = "HorizontalPodAutoscaler",
        Metadata = Make.Meta(name),
        Spec = new HorizontalPodAutoscalerSpec
        {
            ScaleTargetRef = new CrossVersionObjectReference { ApiVersion = "apps/v1", Kind = "Deployment", Name = "web" },
            MinReplicas = 1,
            MaxReplicas = 10,
            Metrics = metrics.Length > 0 ? metrics : [Cpu(50)],
        },
    };

    public static MetricSpec Cpu(int utilization) =>
        new() { Type = "Resource", Resource = new() { Name = "cpu", Target = new() { Type = "Utilization", AverageUtilization = utilization } } };

    /// <summary>A pod that asks for a core and has long been ready.</summary>
    public static Pod Running(string name, string labels = "app=web")
    {
        var pod = Make.Asking(Make.Pod(name, labels: labels, node: "n", phase: PodPhases.Running, ready: true), "1");
        return pod with { Status = pod.Status with { StartTime = Make.Epoch } };
    }

    public static Pod[] SomePods(int count) => [.. Enumerable.Range(0, count).Select(static i => Running($"web-{i}"))];

    /// <summary>So many milli-cores of each pod, in their order.</summary>
    public static MetricAnswer Usage(params long[] milli) => new MetricAnswer.Usage(
    [
        new NodeReading("n", Now, TimeSpan.FromSeconds(15), default,
        [
            .. milli.Select(static (m, i) => new PodReading("ns", $"web-{i}", $"uid-of-web-{i}", Now, TimeSpan.FromSeconds(15), [new ContainerReading("c", new ResourceUsage(m * 1_000_000, 1 << 20))])),
        ]),
    ]);

    public ImmutableArray<ReconcileAction> Decide(params MetricAnswer[] answers)
    {
        var view = cluster.View.Snapshot();
        var stored = view.Get(Cluster.KeyOf(Autoscaler()))!;
        var reading = answers.Length == 0 ? null : new MetricReading(Now, stored.Revision, [.. answers]);
        return new AutoscalerSync(stored, new ReconcileContext(stored.Key, stored, view, Now), Cluster.Kinds, new AutoscalingOptions(), State, reading).Decide();
    }

    /// <summary>As <see cref="Decide"/>, with all that follows a change that is granted.</summary>
    public ImmutableArray<ReconcileAction> DecideGranted(params MetricAnswer[] answers) =>
        [.. Decide(answers).SelectMany(static a => a is Attempt attempt ? [attempt.Action, .. attempt.Then] : new[] { a })];

    public static HorizontalPodAutoscalerStatus StatusIn(IEnumerable<ReconcileAction> actions) => ((HorizontalPodAutoscaler)actions.OfType<ReplaceStatus>().Single().Next).Status;

    public static string[] EventTexts(IEnumerable<ReconcileAction> actions) => [.. actions.OfType<EmitEvent>().Select(static e => $"{e.Type} {e.Reason}: {e.Message}")];

    public static string[] ConditionTexts(IEnumerable<ReconcileAction> actions) => [.. StatusIn(actions).Conditions!.Select(static c => $"{c.Type}={c.Status} {c.Reason}: {c.Message}")];

    public static Quantity Milli(long milli) => Quantity.FromMilli(milli);

    public ValueTask DisposeAsync() => cluster.DisposeAsync();
}
