using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;

namespace ActorKube.Server.Admission;

/// <summary>Nothing is created in a namespace that isn't there or that is going, and the namespaces that the system lives in stay.</summary>
public sealed class NamespaceLifecycle : IAdmission
{
    private static readonly string[] Immortal = ["default", "kube-system", "kube-public"];

    public void Validate(AdmissionRequest request, IApiObject value)
    {
        var key = request.Key;
        if (request.Operation == AdmissionOperation.Delete && key.Resource == "namespaces" && Immortal.Contains(key.Name))
        {
            throw ApiErrors.Forbidden("namespaces", "", key.Name, "this namespace may not be deleted");
        }

        if (request.Operation != AdmissionOperation.Create || key.Namespace.Length == 0)
        {
            return;
        }

        var found = request.View.Get(new ObjectKey("namespaces", "", key.Namespace))
            ?? throw ApiErrors.NotFound("namespaces", "", key.Namespace);
        if (found.Header.IsDeleting || found.Read<Namespace>().Status.Phase == "Terminating")
        {
            throw Terminating(request);
        }
    }

    private static ApiException Terminating(AdmissionRequest request)
    {
        var (kind, key) = (request.Kind, request.Key);
        var message = $"{ApiErrors.Qualified(kind.Plural, kind.Group)} \"{key.Name}\" is forbidden: unable to create new content in namespace {key.Namespace} because it is being terminated";
        return ApiErrors.Of(403, StatusReason.Forbidden, message, new StatusDetails
        {
            Name = key.Name,
            Group = kind.Group,
            Kind = kind.Plural,
            Causes = [new StatusCause { Reason = "NamespaceTerminating", Message = $"namespace {key.Namespace} is being terminated", Field = "metadata.namespace" }],
        });
    }
}
