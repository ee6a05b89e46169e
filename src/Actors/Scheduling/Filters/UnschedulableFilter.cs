using ActorKube.Actors.Shared;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Scheduling.Filters;

/// <summary>A cordoned node takes only pods that tolerate the taint that stands for it.</summary>
internal sealed class UnschedulableFilter(Pod pod) : INodeFilter
{
    private static readonly Taint Cordon = new() { Key = TaintKeys.Unschedulable, Effect = TaintKeys.NoSchedule };

    private readonly bool _tolerates = Tolerations.For(Cordon, pod.Spec.Tolerations) is not null;

    public Verdict Check(Candidate node) => node.Facts.Unschedulable && !_tolerates ? Verdict.RefuseForGood("node(s) were unschedulable") : Verdict.Pass;
}
