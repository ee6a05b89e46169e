using ActorKube.Api.Core;
using ActorKube.Engine.Events;

namespace ActorKube.NodeAgent.Pods;

/// <summary>Events about pods and their containers, as from a kubelet.</summary>
internal sealed class PodEvents(IEventRecorder recorder, string nodeName)
{
    private const string Component = "kubelet";

    /// <param name="container">Null for the pod as a whole.</param>
    public void Normal(Pod pod, string? container, string reason, string message) => Record(pod, container, "Normal", reason, message);

    public void Warning(Pod pod, string? container, string reason, string message) => Record(pod, container, "Warning", reason, message);

    private void Record(Pod pod, string? container, string type, string reason, string message) => recorder.Record(
        new ObjectReference
        {
            Kind = "Pod",
            ApiVersion = "v1",
            Namespace = pod.Metadata.Namespace,
            Name = pod.Metadata.Name,
            Uid = pod.Metadata.Uid,
            FieldPath = container is null ? null : Field(pod, container),
        },
        type,
        reason,
        message,
        Component,
        nodeName);

    private static string Field(Pod pod, string container)
    {
        var list = PodSpecs.IsInit(pod, container) ? "initContainers" : PodSpecs.IsEphemeral(pod, container) ? "ephemeralContainers" : "containers";
        return $"spec.{list}{{{container}}}";
    }
}
