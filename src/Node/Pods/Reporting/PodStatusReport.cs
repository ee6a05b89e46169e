using ActorKube.Api.Core;

namespace ActorKube.NodeAgent.Pods;

/// <summary>What a report needs to know of the node.</summary>
/// <param name="RuntimeName">Scheme of container ids: <c>docker</c>.</param>
/// <param name="Addresses">The node's own, the one that counts first.</param>
internal sealed record NodeFacts(string RuntimeName, IReadOnlyList<string> Addresses);

/// <summary>The status of a pod as its node reports it. Pure. Follows the kubelet's generateAPIPodStatus.</summary>
internal static class PodStatusReport
{
    public static PodStatus Compute(PodRecord record, NodeFacts node, DateTimeOffset now)
    {
        var pod = record.Pod;
        var old = pod.Status;
        if (record.End is { Rejected: true } rejection)
        {
            return Rejected(record, rejection);
        }

        var ended = IsOver(record);
        var init = ContainerReports.Of(record, PodSpecs.Init(pod), node, ended);
        var regular = ContainerReports.Of(record, PodSpecs.Regular(pod), node, ended);
        var ephemeral = ContainerReports.Of(record, pod.Spec.EphemeralContainers.OrEmpty().Select(EphemeralContainerFields.ToContainer), node, ended);
        var phase = Phase(record, init, regular, ended);
        var addresses = Addresses(record, node);
        return old with
        {
            Phase = phase,
            Reason = record.End?.Reason ?? old.Reason,
            Message = record.End?.Message ?? old.Message,
            HostIP = node.Addresses.Count > 0 ? node.Addresses[0] : null,
            HostIPs = node.Addresses.Count > 0 ? [.. node.Addresses.Select(static a => new HostIP { Ip = a })] : null,
            PodIP = addresses.Count > 0 ? addresses[0] : null,
            PodIPs = addresses.Count > 0 ? [.. addresses.Select(static a => new PodIP { Ip = a })] : null,
            StartTime = record.StartTime,
            InitContainerStatuses = NullIfEmpty(init),
            ContainerStatuses = NullIfEmpty(regular),
            EphemeralContainerStatuses = NullIfEmpty(ephemeral),
            QosClass = old.QosClass ?? PodQos.Of(pod.Spec),
            Conditions = ConditionReports.Of(record, phase, [.. init, .. regular], now),
        };
    }

    /// <summary>As by the kubelet: no address, no containers, and of the conditions only those of others.</summary>
    private static PodStatus Rejected(PodRecord record, PodEnd rejection) => record.Pod.Status with
    {
        Phase = PodPhases.Failed,
        Reason = rejection.Reason,
        Message = rejection.Message,
        StartTime = record.StartTime,
        QosClass = record.Pod.Status.QosClass ?? PodQos.Of(record.Pod.Spec),
        Conditions = [.. record.Pod.Status.Conditions.OrEmpty().Where(static c => !ConditionReports.IsOwn(c.Type))],
    };

    /// <summary>The pod is to end and nothing of it runs any more.</summary>
    public static bool IsOver(PodRecord record) => record is { IsEnding: true, AnyRunning: false, IsQuiet: true };

    private static string Phase(PodRecord record, IReadOnlyList<ContainerStatus> init, IReadOnlyList<ContainerStatus> regular, bool ended)
    {
        // What is final stays.
        if (PodPhases.IsTerminal(record.Pod.Status.Phase))
        {
            return record.Pod.Status.Phase!;
        }

        if (record.End is { Failed: true })
        {
            return PodPhases.Failed;
        }

        return PodPhase.Of(record.Pod, init, regular, ended);
    }

    /// <summary>A pod that has ended keeps the addresses that it had in its status.</summary>
    private static IReadOnlyList<string> Addresses(PodRecord record, NodeFacts node)
    {
        if (record.Pod.Spec.HostNetwork)
        {
            return record.Sandbox is null ? [] : node.Addresses;
        }

        return record.Sandbox is { Addresses.Count: > 0 } sandbox ? sandbox.Addresses : [.. record.Pod.Status.PodIPs.OrEmpty().Select(static a => a.Ip)];
    }

    private static IReadOnlyList<ContainerStatus>? NullIfEmpty(IReadOnlyList<ContainerStatus> list) => list.Count == 0 ? null : list;
}
