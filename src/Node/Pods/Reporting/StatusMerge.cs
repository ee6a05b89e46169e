using ActorKube.Api.Core;

namespace ActorKube.NodeAgent.Pods;

/// <summary>A pod's status has several writers: what belongs to others is taken from the newest object, the rest from the node's own report. Pure.</summary>
internal static class StatusMerge
{
    /// <param name="current">As stored.</param>
    /// <param name="report">As the node has it.</param>
    public static PodStatus Merge(PodStatus current, PodStatus report)
    {
        var scheduled = current.Conditions.OrEmpty().FirstOrDefault(static c => c.Type == PodConditions.Scheduled);
        return report with
        {
            NominatedNodeName = current.NominatedNodeName,
            ResourceClaimStatuses = current.ResourceClaimStatuses,
            QosClass = current.QosClass ?? report.QosClass,
            Conditions =
            [
                .. current.Conditions.OrEmpty().Where(static c => !ConditionReports.IsOwn(c.Type)),
                .. report.Conditions.OrEmpty().Where(static c => ConditionReports.IsOwn(c.Type)).Select(c => c.Type == PodConditions.Scheduled && scheduled is not null ? scheduled : c),
            ],
        };
    }
}
