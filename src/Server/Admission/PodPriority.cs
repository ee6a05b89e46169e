using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Scheduling;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;

namespace ActorKube.Server.Admission;

/// <summary>Resolves a pod's priority class into its priority and preemption policy; the pod may not state others. Only one class is the default.</summary>
public sealed class PodPriority : IAdmission
{
    private const string Resource = "priorityclasses.scheduling.k8s.io";
    private const string DefaultPolicy = "PreemptLowerPriority";

    public IApiObject Mutate(AdmissionRequest request, IApiObject value)
    {
        if (value is not Pod pod || request.Subresource.Length > 0)
        {
            return value;
        }

        if (request.Operation == AdmissionOperation.Update)
        {
            // What was resolved at creation stays when an update leaves it out.
            var before = ((Pod)request.Previous!).Spec;
            return pod with { Spec = pod.Spec with { Priority = pod.Spec.Priority ?? before.Priority, PreemptionPolicy = pod.Spec.PreemptionPolicy ?? before.PreemptionPolicy } };
        }

        return request.Operation == AdmissionOperation.Create ? Resolve(request, pod) : value;
    }

    public void Validate(AdmissionRequest request, IApiObject value)
    {
        if (request.Operation != AdmissionOperation.Delete && value is PriorityClass { GlobalDefault: true } && Default(request) is { } present && present.Metadata.Name != request.Key.Name)
        {
            throw ApiErrors.Forbidden(request.Kind.Plural, request.Kind.Group, request.Key.Name, $"PriorityClass {present.Metadata.Name} is already marked as default. Only one default can exist");
        }
    }

    private static Pod Resolve(AdmissionRequest request, Pod pod)
    {
        var chosen = pod.Spec.PriorityClassName is { } name ? Find(request, name) : Default(request);
        var priority = chosen?.Value ?? 0;
        var policy = chosen?.PreemptionPolicy ?? DefaultPolicy;
        if (pod.Spec.Priority is { } stated && stated != priority)
        {
            throw Refused(request, $"the integer value of priority ({stated}) must not be provided in pod spec; priority admission controller computed {priority} from the given PriorityClass name");
        }

        if (pod.Spec.PreemptionPolicy is { } statedPolicy && statedPolicy != policy)
        {
            throw Refused(request, $"the string value of PreemptionPolicy ({statedPolicy}) must not be provided in pod spec; priority admission controller computed {policy} from the given PriorityClass name");
        }

        return pod with
        {
            Spec = pod.Spec with { Priority = priority, PreemptionPolicy = policy, PriorityClassName = pod.Spec.PriorityClassName ?? chosen?.Metadata.Name },
        };
    }

    private static PriorityClass Find(AdmissionRequest request, string name) =>
        request.View.Get(new ObjectKey(Resource, "", name))?.Read<PriorityClass>()
        ?? throw Refused(request, $"no PriorityClass with name {name} was found");

    /// <summary>The lowest of the classes that call themselves the default.</summary>
    private static PriorityClass? Default(AdmissionRequest request) =>
        request.View.List(Resource).Select(o => o.Read<PriorityClass>()).Where(c => c.GlobalDefault).MinBy(c => c.Value);

    private static ApiException Refused(AdmissionRequest request, string why) => ApiErrors.Forbidden("pods", "", request.Key.Name, why);
}
