using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Server.Requests;
using ActorKube.Server.Responses;

namespace ActorKube.Server.Rest.Subresources;

/// <summary>POST to <c>pods/NAME/binding</c>, and to the old <c>bindings</c>: a client that schedules puts a pod on a node.</summary>
public sealed class BindingHandler(ObjectCommands store, ObjectDecoder decoder) : ISubresourceHandler
{
    public async Task HandleAsync(ApiRequest request)
    {
        var dryRun = WriteParameters.Check(request, "CreateOptions");
        var validation = FieldValidations.Parse(request.Query("fieldValidation"));
        var body = await RequestBody.ReadAsync(request.Http.Request, request.Aborted).ConfigureAwait(false);
        var kind = store.Kinds.FindByName("v1", "Binding")!;
        var decoded = decoder.Decode(kind, body, request.Http.Request.ContentType ?? "", validation);
        var binding = (Binding)decoded.Value;
        var name = request.Path.Name.Length > 0 ? request.Path.Name : binding.Metadata.Name ?? "";
        PodBinding.Validate(binding, name);
        WarningHeaders.Add(request.Http, decoded.Warnings);

        var pods = store.Kinds.Stored("pods");
        var key = new ObjectKey("pods", request.Path.Namespace, name);
        var update = new ObjectUpdate(pods, key, current => PodBinding.Apply(Checked((Pod)current, binding), binding, store.Time.GetUtcNow())) { Scope = UpdateScope.Custom };
        await store.UpdateAsync(update, request.WriteOptions(dryRun) with { FieldManager = null }, request.Aborted).ConfigureAwait(false);
        await ResponseWriter.WriteAsync(request.Http, Statuses.Success(201), request.Format).ConfigureAwait(false);
    }

    private static Pod Checked(Pod pod, Binding binding)
    {
        if (binding.Metadata.Uid is { } uid && uid != pod.Metadata.Uid)
        {
            throw ApiErrors.Conflict("pods", "", pod.Metadata.Name ?? "", StorageErrors.UidMismatch(StorageKey.Of("", "pods", pod.Metadata.Namespace ?? "", pod.Metadata.Name ?? ""), uid, pod.Metadata.Uid));
        }

        return pod with { Metadata = pod.Metadata with { ResourceVersion = binding.Metadata.ResourceVersion ?? pod.Metadata.ResourceVersion } };
    }
}
