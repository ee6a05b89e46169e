using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Engine.Commands;

namespace ActorKube.Actors.Policy.Limits;

/// <summary>
/// Gives containers the requests and limits that their namespace's LimitRanges say, and refuses pods and claims that are out of range. Follows
/// <c>kubernetes.io/docs/concepts/policy/limit-range</c>.
/// </summary>
public sealed class LimitRanger : IAdmission
{
    public IApiObject Mutate(AdmissionRequest request, IApiObject value)
    {
        if (value is not Pod pod || !IsCreation(request))
        {
            return value;
        }

        foreach (var item in Items(request).Where(static i => i.Type == LimitRangeTypes.Container))
        {
            pod = LimitDefaults.Apply(pod, item);
        }

        return pod;
    }

    public void Validate(AdmissionRequest request, IApiObject value)
    {
        if (!IsCreation(request) || value is not (Pod or PersistentVolumeClaim))
        {
            return;
        }

        var errors = Items(request).SelectMany(item => value switch
        {
            Pod pod when item.Type == LimitRangeTypes.Container => PodContainers.All(pod.Spec).SelectMany(c => LimitChecks.Container(item, c.Resources)),
            Pod pod when item.Type == LimitRangeTypes.Pod => LimitChecks.Pod(item, PodResources.Requests(pod), PodResources.Limits(pod)),
            PersistentVolumeClaim claim when item.Type == LimitRangeTypes.PersistentVolumeClaim => LimitChecks.Claim(item, claim.Spec.Resources.Requests),
            _ => [],
        }).ToList();
        if (errors.Count > 0)
        {
            throw ApiErrors.Forbidden(request.Kind.Plural, request.Kind.Group, request.Key.Name, errors.Count == 1 ? errors[0] : $"[{string.Join(", ", errors)}]");
        }
    }

    private static bool IsCreation(AdmissionRequest request) => request.Operation == AdmissionOperation.Create && request.Subresource.Length == 0;

    private static IEnumerable<LimitRangeItem> Items(AdmissionRequest request) =>
        request.View.List(Resources.LimitRanges, request.Key.Namespace).SelectMany(static r => r.Read<LimitRange>().Spec.Limits ?? []);
}
