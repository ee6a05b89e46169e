using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Engine.Commands;

namespace ActorKube.Server.Admission;

/// <summary>A new node takes no pods until something has found it ready.</summary>
public sealed class NodeTaints : IAdmission
{
    private static readonly Taint NotReady = new() { Key = "node.kubernetes.io/not-ready", Effect = "NoSchedule" };

    public IApiObject Mutate(AdmissionRequest request, IApiObject value) =>
        request.Operation == AdmissionOperation.Create && value is Node node && node.Spec.Taints?.Any(t => t.Key == NotReady.Key && t.Effect == NotReady.Effect) != true
            ? node with { Spec = node.Spec with { Taints = [.. node.Spec.Taints ?? [], NotReady] } }
            : value;
}
