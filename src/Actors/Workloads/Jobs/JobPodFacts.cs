using System.Globalization;
using ActorKube.Api.Batch;
using ActorKube.Api.Core;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Workloads.Jobs;

/// <summary>What a Job looks at in each turn, read off a pod once and kept with it.</summary>
/// <param name="IsTracked">It carries the finalizer that says: not counted yet.</param>
/// <param name="Index">Its completion index; null where it has none that can be read.</param>
/// <param name="IndexFailures">How often its index failed before, as far as that counts.</param>
/// <param name="IndexIgnored">How often its index failed before without counting.</param>
/// <param name="Restarts">Restarts of all its containers together.</param>
/// <param name="EndedAt">When it ended, or was told to; only meant for pods that have, or were.</param>
internal sealed record JobPodFacts(
    string? Phase, bool IsReady, bool IsTracked, int? Index, int IndexFailures, int IndexIgnored, int Restarts, DateTimeOffset EndedAt)
{
    public bool HasEnded => PodPhases.IsTerminal(Phase);

    public static JobPodFacts Of(StoredObject stored) => stored.Digest(static s => Read(s.Read<Pod>()));

    public static bool Tracks(Pod pod) => pod.Metadata.Finalizers?.Contains(JobLabels.TrackingFinalizer) == true;

    private static JobPodFacts Read(Pod pod) => new(
        pod.Status.Phase,
        PodReadiness.IsReady(pod),
        Tracks(pod),
        Number(pod, JobLabels.CompletionIndex),
        Number(pod, JobLabels.IndexFailures) ?? 0,
        Number(pod, JobLabels.IndexIgnoredFailures) ?? 0,
        (pod.Status.InitContainerStatuses ?? []).Concat(pod.Status.ContainerStatuses ?? []).Sum(static s => s.RestartCount),
        ContainersEnded(pod) ?? ReadyLost(pod) ?? Deleted(pod) ?? pod.Metadata.CreationTimestamp ?? default);

    private static int? Number(Pod pod, string annotation) =>
        pod.Metadata.Annotations is { } annotations && annotations.TryGetValue(annotation, out var text)
        && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= 0 ? number : null;

    /// <summary>When the last container ended, sidecars included; null while one has not.</summary>
    private static DateTimeOffset? ContainersEnded(Pod pod)
    {
        var sidecars = pod.Spec.InitContainers?.Where(PodContainers.IsSidecar).Select(static c => c.Name).ToHashSet(StringComparer.Ordinal);
        var times = (pod.Status.ContainerStatuses ?? [])
            .Concat((pod.Status.InitContainerStatuses ?? []).Where(s => sidecars?.Contains(s.Name) == true))
            .Select(static s => s.State?.Terminated?.FinishedAt).ToList();
        return times.Contains(null) ? null : times.Max();
    }

    private static DateTimeOffset? ReadyLost(Pod pod) =>
        PodConditions.Find(pod.Status, PodConditions.Ready) is { Status: ConditionStatus.False } lost ? lost.LastTransitionTime : null;

    private static DateTimeOffset? Deleted(Pod pod) => pod.Metadata.DeletionTimestamp - TimeSpan.FromSeconds(pod.Metadata.DeletionGracePeriodSeconds ?? 0);
}
