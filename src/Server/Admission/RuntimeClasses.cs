using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Quantities;
using ActorKube.Api.RuntimeClasses;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;

namespace ActorKube.Server.Admission;

/// <summary>
/// A pod gets from its runtime class what the runtime costs besides the containers, and on which nodes it is to be had. Follows
/// <c>kubernetes.io/docs/concepts/containers/runtime-class</c>.
/// </summary>
public sealed class RuntimeClasses : IAdmission
{
    private const string Resource = "runtimeclasses.node.k8s.io";

    public IApiObject Mutate(AdmissionRequest request, IApiObject value) =>
        value is Pod pod && IsCreation(request) && Find(request, pod) is { } found ? WithScheduling(request, WithOverhead(request, pod, found), found) : value;

    public void Validate(AdmissionRequest request, IApiObject value)
    {
        if (value is not Pod pod || !IsCreation(request))
        {
            return;
        }

        var overhead = Find(request, pod)?.Overhead;
        if (overhead is null && pod.Spec.Overhead is not null)
        {
            throw Refused(request, "pod rejected: Pod Overhead set without corresponding RuntimeClass defined Overhead");
        }

        if (overhead is not null && !Same(overhead.PodFixed, pod.Spec.Overhead))
        {
            throw Mismatch(request);
        }
    }

    private static bool IsCreation(AdmissionRequest request) => request is { Operation: AdmissionOperation.Create, Subresource.Length: 0 };

    private static RuntimeClass? Find(AdmissionRequest request, Pod pod) => pod.Spec.RuntimeClassName is not { } name ? null
        : request.View.Get(new ObjectKey(Resource, "", name))?.Read<RuntimeClass>() ?? throw Refused(request, $"pod rejected: RuntimeClass \"{name}\" not found");

    private static Pod WithOverhead(AdmissionRequest request, Pod pod, RuntimeClass found)
    {
        if (found.Overhead is not { } overhead)
        {
            return pod;
        }

        return pod.Spec.Overhead is { Count: > 0 } stated && !Same(overhead.PodFixed, stated)
            ? throw Mismatch(request)
            : pod with { Spec = pod.Spec with { Overhead = overhead.PodFixed } };
    }

    private static Pod WithScheduling(AdmissionRequest request, Pod pod, RuntimeClass found)
    {
        if (found.Scheduling is not { } scheduling)
        {
            return pod;
        }

        var labels = new Dictionary<string, string>(pod.Spec.NodeSelector ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        foreach (var (key, wanted) in scheduling.NodeSelector ?? new Dictionary<string, string>())
        {
            if (labels.TryGetValue(key, out var stated) && stated != wanted)
            {
                throw Refused(request, $"conflict: runtimeClass.scheduling.nodeSelector[{key}] = {wanted}; pod.spec.nodeSelector[{key}] = {stated}");
            }

            labels[key] = wanted;
        }

        var tolerations = TolerationSets.Merge(pod.Spec.Tolerations ?? [], scheduling.Tolerations ?? []);
        return pod with
        {
            Spec = pod.Spec with { NodeSelector = labels.Count == 0 ? pod.Spec.NodeSelector : labels, Tolerations = tolerations.Count == 0 ? pod.Spec.Tolerations : tolerations },
        };
    }

    private static bool Same(IReadOnlyDictionary<string, Quantity>? a, IReadOnlyDictionary<string, Quantity>? b) =>
        (a?.Count ?? 0) == (b?.Count ?? 0) && (a ?? new Dictionary<string, Quantity>()).All(e => b!.TryGetValue(e.Key, out var other) && other.CompareTo(e.Value) == 0);

    private static ApiException Mismatch(AdmissionRequest request) => Refused(request, "pod rejected: Pod's Overhead doesn't match RuntimeClass's defined Overhead");

    private static ApiException Refused(AdmissionRequest request, string why) => ApiErrors.Forbidden("pods", "", request.Key.Name, why);
}
