using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Server.Requests;

namespace ActorKube.Server.Streams;

/// <summary>Finds the pod and the container that a request is for. What can't be served is refused before a connection is made into a stream.</summary>
public sealed class StreamedPods(ObjectView view)
{
    /// <summary>The container to read the log of; null for a pod that has no node yet, and so no log.</summary>
    /// <exception cref="ApiException">404: no such pod. 400: no such container, or it has to be named.</exception>
    public PodTarget? ForLog(ApiRequest request)
    {
        var pod = Find(request);
        var target = Target(request, pod);
        return string.IsNullOrEmpty(pod.Spec.NodeName) ? null : target;
    }

    /// <summary>The container to run in or to connect to.</summary>
    /// <exception cref="ApiException">As <see cref="ForLog"/>; also 400: the pod has no node yet.</exception>
    public PodTarget ForProcess(ApiRequest request)
    {
        var pod = Find(request);
        var target = Target(request, pod);
        CheckPlaced(pod);
        return target;
    }

    /// <summary>The pod whose ports to connect to.</summary>
    /// <exception cref="ApiException">404: no such pod. 400: it has no node yet.</exception>
    public PodTarget ForPorts(ApiRequest request)
    {
        CheckPlaced(Find(request));
        return new PodTarget(request.Path.Namespace, request.Path.Name, null);
    }

    private Pod Find(ApiRequest request) =>
        view.Snapshot().Get(new ObjectKey("pods", request.Path.Namespace, request.Path.Name))?.Read<Pod>() ?? throw ApiErrors.NotFound("pods", "", request.Path.Name);

    private static PodTarget Target(ApiRequest request, Pod pod) => new(request.Path.Namespace, request.Path.Name, StreamedContainer.Choose(pod, request.Query("container")));

    private static void CheckPlaced(Pod pod)
    {
        if (string.IsNullOrEmpty(pod.Spec.NodeName))
        {
            throw ApiErrors.BadRequest($"pod {pod.Metadata.Name} does not have a host assigned");
        }
    }
}
