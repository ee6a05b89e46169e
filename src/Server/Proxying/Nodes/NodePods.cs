using System.Net;
using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Server.Responses;
using ActorKube.Server.Streams;

namespace ActorKube.Server.Proxying.Nodes;

/// <summary>The pods of a node, as its agent tells of them.</summary>
internal static class NodePods
{
    public static IEnumerable<StoredPod> Of(ViewSnapshot view, string node) =>
        view.Lookup("pods", PodFields.NodeName, node).Select(static p => new StoredPod(p, p.Read<Pod>()));

    /// <summary>As a PodList.</summary>
    public static ReadOnlyMemory<byte> List(IEnumerable<StoredPod> pods) => Json.Of(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("kind", "PodList");
        writer.WriteString("apiVersion", "v1");
        writer.WriteStartObject("metadata");
        writer.WriteEndObject();
        writer.WriteStartArray("items");
        foreach (var (stored, _) in pods)
        {
            writer.WriteRawValue(stored.Json.Span, skipInputValidation: true);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    /// <summary>A page with a link to the log of each container that has one.</summary>
    public static string LogPage(IEnumerable<StoredPod> pods)
    {
        var links =
            from pod in pods
            from status in (pod.Pod.Status.InitContainerStatuses ?? []).Concat(pod.Pod.Status.ContainerStatuses ?? [])
            where status.State is { Running: not null } or { Terminated: not null }
            let path = $"{pod.Pod.Metadata.Namespace}/{pod.Pod.Metadata.Name}/{status.Name}"
            select $"<a href=\"../containerLogs/{path}\">{WebUtility.HtmlEncode(path)}</a>\n";
        return $"<!doctype html>\n<pre>\n{string.Concat(links)}</pre>\n";
    }

    /// <exception cref="ApiException">404: the node has no such pod, or the pod no such container.</exception>
    public static PodTarget Container(IEnumerable<StoredPod> pods, PodTarget target)
    {
        var pod = pods.FirstOrDefault(p => p.Pod.Metadata.Name == target.Pod && p.Pod.Metadata.Namespace == target.Namespace).Pod ?? throw ApiErrors.NotFound("pods", "", target.Pod);
        return PodContainers.All(pod.Spec).Any(c => c.Name == target.Container) ? target : throw ApiErrors.NotFound("containers", "", target.Container!);
    }
}

/// <summary>A pod as it is stored and as it is read.</summary>
internal readonly record struct StoredPod(StoredObject Stored, Pod Pod);
